//! Concord: a registry of diaspora organizations and a coordination portal.
//!
//! The map of the program: what code knows of the registry stands inside, how people reach it in `web`.

pub mod account;
pub mod actor;
pub mod area;
pub mod assignment;
pub mod bulk;
pub mod calendar;
pub mod case;
pub mod certificate;
pub mod command;
pub mod config;
pub mod contribution;
pub mod criterion;
pub mod db;
pub mod document;
pub mod duty;
pub(crate) mod error;
pub mod flag;
pub mod gazetteer;
pub mod group;
pub mod history;
pub mod ids;
pub mod initiative;
pub mod invitation;
pub mod leader;
pub mod markdown;
pub mod meeting;
pub mod merger;
pub mod names;
pub mod neighbour;
pub mod notice;
pub mod organization;
pub mod outcome;
pub mod phrase;
pub mod prescreen;
pub mod radar;
pub mod rescue;
pub mod roster;
pub mod sample;
pub mod say;
pub mod search;
pub mod signing;
pub mod sitting;
pub mod values;
pub mod vault;
pub mod web;
pub mod workbench;

pub use error::{Error, Result};
