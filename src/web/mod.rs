//! How people reach the registry: HTTP and HTML, one folder per feature. What the registry is and does stands outside.

mod accounts;
mod actor;
mod admin;
mod answer;
mod api;
mod app;
mod areas;
pub mod assets;
mod attached;
mod blanks;
mod bulk;
mod certificates;
mod claims;
mod conditions;
mod connection;
mod cookies;
mod coordination;
mod countries;
mod dates;
mod desk;
mod desk_organizations;
mod directory;
mod documents;
mod duties;
mod error;
mod extract;
mod fields;
pub mod filters;
mod flags;
mod flash;
mod form;
mod frame;
mod front;
mod groups;
mod headers;
mod health;
mod home;
mod imports;
mod initiatives;
pub mod json_ld;
mod language;
mod leaders;
mod map;
mod merged;
mod mergers;
mod numbers;
mod organizations;
mod overlaps;
mod page;
mod papers;
mod particulars;
pub mod registrations;
mod rescues;
mod rosters;
mod router;
pub mod serve;
mod sittings;
mod standings;
mod teams;
pub mod urls;

use crate::markdown;
pub use crate::say;
pub use answer::{
    Answer, html, html_with, moved, redirect, redirect_with_flash, see, see_with_flash,
};
pub use app::App;
pub use connection::Remote;
pub use error::{Error, Result};
pub use extract::{Form, Path, Query};
pub use fields::Fields;
pub use form::{KEY, Mistake, Mistakes, Reader, Sheet};
pub use page::{Chrome, Page};
pub use router::router;

#[cfg(test)]
mod parts_test;
