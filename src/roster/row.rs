//! What a row says of an organization, every value checked.

use std::fmt;

use chrono::NaiveDate;

use crate::organization::{Members, Place};
use crate::values::{
    Area, ContactChannel, ContactPurpose, Country, Email, Funding, Identifier, Kind, LanguageTag,
    Line, PartialDate, Phone, Problem, Prose, RegistryNumber, Related, Standing, WebAddress,
};

pub use crate::organization::Name as Named;

/// The longest name, in characters.
pub const NAME_MAX: usize = 300;
/// The longest name of a place, in characters.
pub const CITY_MAX: usize = 120;
/// The longest name of a community, in characters.
pub const COMMUNITY_MAX: usize = 80;
/// The longest text about an organization, in characters.
pub const ABOUT_MAX: usize = 5_000;
/// The longest address of a place, in characters.
pub const ADDRESS_MAX: usize = 400;
/// The longest text about what a count rests on, in characters.
pub const EVIDENCE_MAX: usize = 300;
/// The most items of one list.
pub const ITEMS_MAX: usize = 200;

/// An organization as a roster has it. What a roster does not say is `None` or empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterRow {
    /// The number that the board gave.
    pub number: Option<RegistryNumber>,
    /// At least one; the first is the name it goes by.
    pub names: Vec<Named>,
    /// What kind of organization it is.
    pub kind: Option<Kind>,
    /// Where it works.
    pub host_country: Country,
    /// The place of its seat.
    pub city: Option<Line>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// The people it belongs to.
    pub community: Option<Line>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// Since when its host country has it on record.
    pub host_registered_on: Option<PartialDate>,
    /// Its places, as far as anybody may know all of them.
    pub places: Vec<Place>,
    /// Since when it is registered.
    pub registered_on: Option<NaiveDate>,
    /// Until when.
    pub registered_until: Option<NaiveDate>,
    /// Where it stands with the register.
    pub standing: Option<Standing>,
    /// When a notice or suspension ends.
    pub standing_until: Option<NaiveDate>,
    /// The organization it was merged into.
    pub merged_into: Option<RegistryNumber>,
    /// Its numbers in other registers.
    pub identifiers: Vec<Identifier>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The languages it works in.
    pub languages: Vec<LanguageTag>,
    /// Its page on the web.
    pub website: Option<WebAddress>,
    /// What it says of itself, at most once for each language.
    pub about: Vec<(LanguageTag, Prose)>,
    /// How anybody may reach it.
    pub contacts: Vec<PublicContact>,
    /// Its other pages on the web.
    pub links: Vec<WebAddress>,
    /// How many members it has.
    pub members: Option<Members>,
    /// What it had to spend.
    pub funding: Vec<Funding>,
    /// The organization above it.
    pub umbrella: Option<Related>,
    /// Those below it.
    pub chapters: Vec<Related>,
    /// The one that took its place.
    pub successor: Option<Related>,
}

/// A way to reach an organization that anybody may know. `Debug` shows no address.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicContact {
    /// By mail, telephone or post.
    pub channel: ContactChannel,
    /// For what.
    pub purpose: ContactPurpose,
    /// The address or number, checked for its channel.
    pub value: Line,
}

impl RosterRow {
    /// The name it goes by.
    pub fn name(&self) -> Option<&Named> {
        self.names.first()
    }
}

impl PublicContact {
    /// Reads a contact by what its channel asks.
    pub fn parse(
        channel: ContactChannel,
        purpose: ContactPurpose,
        text: &str,
    ) -> Result<Self, Problem> {
        let value = match channel {
            ContactChannel::Email => Line::parse(Email::parse(text)?.as_str(), Email::MAX),
            ContactChannel::Phone => Line::parse(Phone::parse(text)?.as_str(), 40),
            ContactChannel::PostalAddress => Line::parse(text, 300),
        };
        value.map(|value| Self {
            channel,
            purpose,
            value,
        })
    }
}

impl fmt::Debug for PublicContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicContact({}, {}, …)", self.channel, self.purpose)
    }
}
