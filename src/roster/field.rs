//! What a roster says of an organization, column by column.

use crate::values::codes;

codes! {
    /// A column of Concord's own format, and a key under `[columns]` in a column map.
    pub enum RosterField {
        /// The registry number that the board gave.
        Number = "number",
        /// The name it goes by.
        Name = "name",
        /// The language of that name.
        NameLanguage = "name_language",
        /// What that name is; a legal one where nothing is said.
        NameRole = "name_role",
        /// Every further name: `language:role:text`.
        OtherNames = "other_names",
        /// What kind of organization it is.
        Kind = "kind",
        /// Where it works.
        HostCountry = "host_country",
        /// The place of its seat.
        City = "city",
        /// Where its people come from.
        Homeland = "homeland",
        /// The people it belongs to.
        Community = "community",
        /// The year of its founding.
        Founded = "founded",
        /// Since when it is registered.
        RegisteredOn = "registered_on",
        /// Until when.
        RegisteredUntil = "registered_until",
        /// Where it stands with the register.
        Standing = "standing",
        /// When a notice or suspension ends.
        StandingUntil = "standing_until",
        /// The organization it was merged into.
        MergedInto = "merged_into",
        /// Its numbers in other registers: `scheme:value`.
        Identifiers = "identifiers",
        /// What it works on.
        Areas = "areas",
        /// The languages it works in.
        Languages = "languages",
        /// Its page on the web.
        Website = "website",
        /// What it says of itself: `language:text`.
        About = "about",
        /// How anybody may reach it: `channel:purpose:value`.
        Contacts = "contacts",
        /// The scripts of names, where they are not those of their letters: `2:Latn` for the second.
        NameScripts = "name_scripts",
        /// Since when and until when it went by a name: `2:1990/2004`.
        NameDates = "name_dates",
        /// Who issued its numbers in other registers: `1:issuer`.
        IdentifierIssuers = "identifier_issuers",
        /// Since when its host country has it on record.
        HostRegisteredOn = "host_registered_on",
        /// Its address and where it meets, where anybody may know all of it: `role:address`.
        Places = "places",
        /// The cities of these, where they are others than its own: `1:city`.
        PlaceCities = "place_cities",
        /// Its other pages on the web.
        Links = "links",
        /// How many members it has.
        Members = "members",
        /// When they were counted.
        MembersOn = "members_on",
        /// What the count rests on.
        MembersEvidence = "members_evidence",
        /// What it had to spend: `year:band`.
        Funding = "funding",
        /// The organization above it, by number or name.
        Umbrella = "umbrella",
        /// Those below it.
        Chapters = "chapters",
        /// The one that took its place.
        Successor = "successor",
    }
}
