//! Values parsed once and then trusted: no other part of Concord looks at raw text twice.

mod amount;
pub mod area;
mod character;
pub(crate) mod code;
pub(crate) mod column;
pub mod country;
pub mod date;
pub mod digits;
mod display;
pub mod email;
mod every;
pub mod funding;
pub mod identifier;
pub mod lang;
pub mod language;
pub mod money;
pub mod number;
pub mod partial;
pub mod phone;
pub mod problem;
pub mod related;
pub mod scheme;
pub mod script;
pub mod terms;
pub mod text;
pub mod web;
mod wording;
pub mod year;

#[cfg(test)]
mod catalogue_test;

pub use amount::{Amount, Measure, Unit};
pub use area::{Area, Areas};
pub(crate) use code::codes;
pub use country::Country;
pub use date::{DateForm, parse_date};
pub use digits::to_ascii as digits_to_ascii;
pub use email::Email;
pub use every::InEveryLanguage;
pub use funding::Funding;
pub use identifier::Identifier;
pub use lang::Lang;
pub use language::{Direction, LanguageTag};
pub use money::{Currency, Money};
pub use number::{CertificateNumber, RegistryNumber, TrackingNumber};
pub use partial::{PartialDate, year_or_date};
pub use phone::Phone;
pub use problem::{Arg, Problem};
pub use related::Related;
pub use scheme::Scheme;
pub use script::Script;
pub use terms::{
    CaseKind, ContactChannel, ContactPurpose, FundingBand, GroupKind, GroupRole, InitiativeRole,
    InitiativeStage, Kind, NameRole, Need, PlaceRole, PlaceShown, Role, SigningOffice, Standing,
    TeamRole,
};
pub use text::{Line, Prose};
pub use web::WebAddress;
pub use wording::{Wording, for_reader};
pub use year::Year;
