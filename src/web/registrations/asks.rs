//! What the form asks at each of its fields, in the words of the catalogues: for the form on paper, which shows every field that
//! [`super::fields`] has.

use super::fields::{
    ABOUT, AREAS, CHAPTERS, CONTACTS, FUNDING, IDENTIFIERS, LANGUAGES, LINKS, NAMES, PEOPLE,
    PLACES, Part,
};
use crate::values::{
    ContactChannel, ContactPurpose, FundingBand, Kind, NameRole, PlaceRole, PlaceShown,
};

/// How a field is answered on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// On a line.
    Line,
    /// On so many lines.
    Lines(usize),
    /// By ticking one of these.
    One(Vec<&'static str>),
    /// By ticking all areas that fit, of the list that admins keep.
    Areas,
    /// By ticking the question itself.
    Tick,
}

/// What is asked at a field: keys of the catalogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// The question.
    pub label: &'static str,
    /// What to look out for; may be empty.
    pub hint: &'static str,
    /// Whether it can be left out.
    pub optional: bool,
    /// How it is answered.
    pub how: How,
}

impl Asks {
    const fn at(label: &'static str, how: How) -> Self {
        Self {
            label,
            hint: "",
            optional: false,
            how,
        }
    }

    const fn line(label: &'static str) -> Self {
        Self::at(label, How::Line)
    }

    const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    const fn or_nothing(mut self) -> Self {
        self.optional = true;
        self
    }
}

fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| key(*one)).collect()
}

/// What is asked at a field that stands alone, and at the boxes.
pub fn asks_alone(field: &str) -> Option<Asks> {
    const DATE: &str = "registration-date-hint";
    Some(match field {
        "kind" => Asks::at("registration-kind", How::One(keys(Kind::ALL, Kind::key))),
        "founded" => Asks::line("registration-founded").hint(DATE).or_nothing(),
        "host_country" => {
            Asks::line("registration-host-country").hint("registration-host-country-hint")
        }
        "city" => Asks::line("registration-city"),
        "homeland" => Asks::line("registration-homeland").hint("registration-homeland-hint"),
        "community" => Asks::line("registration-community").hint("registration-community-hint"),
        AREAS => Asks::at("registration-areas", How::Areas).hint("registration-areas-hint"),
        "website" => Asks::line("registration-website")
            .hint("registration-website-hint")
            .or_nothing(),
        "host_registered_on" => Asks::line("registration-host-registered-on")
            .hint(DATE)
            .or_nothing(),
        "members" => Asks::line("registration-members")
            .hint("registration-members-hint")
            .or_nothing(),
        "members_on" => Asks::line("registration-members-on")
            .hint(DATE)
            .or_nothing(),
        "members_evidence" => Asks::line("registration-members-evidence")
            .hint("registration-members-evidence-hint")
            .or_nothing(),
        "umbrella" => Asks::line("registration-umbrella")
            .hint("registration-related-hint")
            .or_nothing(),
        "successor" => Asks::line("registration-successor")
            .hint("registration-successor-hint")
            .or_nothing(),
        _ => return None,
    })
}

/// What is asked at a field of a row; the first name is the main one.
pub fn asks_in(part: Part, row: usize, field: &str) -> Option<Asks> {
    Some(match (part.name, field) {
        ("names", "text") if row > 0 => Asks::line("registration-name-other"),
        ("names", "text") => {
            Asks::line("registration-name-main").hint("registration-name-main-hint")
        }
        ("names", "language") => Asks::line("registration-name-language").or_nothing(),
        ("names", "role") => Asks::at(
            "registration-name-role",
            How::One(keys(NameRole::ALL, NameRole::key)),
        ),
        ("names", "script") => Asks::line("registration-name-script")
            .hint("registration-name-script-hint")
            .or_nothing(),
        ("names", "since") => Asks::line("registration-name-since")
            .hint("registration-date-hint")
            .or_nothing(),
        ("names", "until") => Asks::line("registration-name-until").or_nothing(),
        ("places", "address") => Asks::at("registration-place-address", How::Lines(2)),
        ("places", "city") => Asks::line("registration-place-city").or_nothing(),
        ("places", "role") => Asks::at(
            "registration-place-role",
            How::One(keys(PlaceRole::ALL, PlaceRole::key)),
        ),
        ("places", "shown") => Asks::at(
            "registration-place-shown",
            How::One(keys(PlaceShown::ALL, PlaceShown::key)),
        )
        .hint("registration-place-shown-hint"),
        ("about", "text") => Asks::at("registration-about-text", How::Lines(9)),
        ("about", "language") => Asks::line("registration-about-language"),
        ("languages", "tag") => Asks::line("registration-language"),
        ("contacts", "value") => {
            Asks::line("registration-contact-value").hint("registration-contact-value-hint")
        }
        ("contacts", "channel") => Asks::at(
            "registration-contact-channel",
            How::One(keys(ContactChannel::ALL, ContactChannel::key)),
        ),
        ("contacts", "purpose") => Asks::at(
            "registration-contact-purpose",
            How::One(keys(ContactPurpose::ALL, ContactPurpose::key)),
        ),
        ("contacts", "public") => Asks::at("registration-contact-public", How::Tick)
            .hint("registration-contact-public-hint"),
        ("links", "url") => Asks::line("registration-link"),
        ("people", "name") => Asks::line("registration-person-name"),
        ("people", "title") => {
            Asks::line("registration-person-title").hint("registration-person-title-hint")
        }
        ("people", "email") => Asks::line("registration-person-email")
            .hint("registration-person-email-hint")
            .or_nothing(),
        ("people", "signs") => {
            Asks::at("registration-person-signs", How::Tick).hint("registration-person-signs-hint")
        }
        ("people", "since") => Asks::line("registration-person-since")
            .hint("registration-person-day-hint")
            .or_nothing(),
        ("people", "until") => Asks::line("registration-person-until")
            .hint("registration-person-until-hint")
            .or_nothing(),
        ("people", "consents") => Asks::at("registration-person-consents", How::Tick)
            .hint("registration-person-consents-hint"),
        ("identifiers", "scheme") => Asks::line("registration-identifier-scheme"),
        ("identifiers", "value") => Asks::line("registration-identifier-value"),
        ("identifiers", "issuer") => Asks::line("registration-identifier-issuer")
            .hint("registration-identifier-issuer-hint")
            .or_nothing(),
        ("funding", "year") => Asks::line("registration-funding-year"),
        ("funding", "band") => Asks::at(
            "registration-funding-band",
            How::One(keys(FundingBand::ALL, FundingBand::key)),
        ),
        ("chapters", "name") => Asks::line("registration-chapter"),
        _ => return None,
    })
}

/// Whether a whole part can be left out, and is marked so.
pub fn is_optional(part: Part) -> bool {
    matches!(part, PLACES | LANGUAGES | LINKS | FUNDING | CHAPTERS)
}

/// What stands above the rows of a part: its name and a hint, either of which may be empty.
pub fn heading_of(part: Part) -> (&'static str, &'static str) {
    match part {
        PLACES => ("registration-places", "registration-places-hint"),
        ABOUT => ("registration-about", "registration-about-hint"),
        LANGUAGES => ("registration-languages", ""),
        CONTACTS => ("registration-contacts", "registration-contacts-hint"),
        LINKS => ("registration-links", "registration-links-hint"),
        IDENTIFIERS => ("registration-identifiers", "registration-identifiers-hint"),
        FUNDING => ("registration-funding", "registration-funding-hint"),
        CHAPTERS => ("registration-chapters", ""),
        _ => ("", ""),
    }
}

/// How many rows of a part a paper has room for.
pub fn rows_on_paper(part: Part) -> usize {
    match part {
        ABOUT => 1,
        PLACES | LINKS | IDENTIFIERS | FUNDING => 2,
        NAMES | LANGUAGES | CONTACTS | PEOPLE => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::{parts, singles, units};
    use super::*;
    use crate::organization::Section;
    use crate::say;
    use crate::values::Lang;

    #[test]
    fn every_field_of_the_form_is_asked_on_paper_in_every_language() {
        let mut asked = Vec::new();
        for section in Section::ALL {
            let alone = units(*section)
                .into_iter()
                .filter(|unit| singles(*section).contains(unit) || *unit == AREAS);
            for field in alone {
                asked.push(asks_alone(field).unwrap_or_else(|| panic!("{section}: {field}")));
            }
            for part in parts(*section) {
                assert!(rows_on_paper(*part) <= part.most, "{}", part.name);
                // Which office it is, the form of an amendment knows by itself.
                for field in part.fields.iter().filter(|field| **field != "office") {
                    let asks = asks_in(*part, 0, field);
                    asked.push(asks.unwrap_or_else(|| panic!("{}: {field}", part.name)));
                }
                let (title, hint) = heading_of(*part);
                for key in [title, hint].into_iter().filter(|key| !key.is_empty()) {
                    assert!(say::knows(key), "{key}");
                }
            }
        }
        assert!(asked.len() > 35, "{}", asked.len());
        for asks in asked {
            let choices = match &asks.how {
                How::One(keys) => keys.clone(),
                _ => Vec::new(),
            };
            assert!(asks.hint.is_empty() || say::knows(asks.hint), "{asks:?}");
            for key in choices.into_iter().chain([asks.label]) {
                for lang in Lang::ALL {
                    assert_ne!(say::t(*lang, key), key);
                }
            }
        }
    }
}
