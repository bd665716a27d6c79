//! What some leaders of the sample registry say of themselves, by the link of their letter, and what they agree to.

use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::leader::{
    self, Agreement, ConsentField, ConsentMeans, ConsentPurpose, Deed, Given, Reference,
};
use crate::values::{Area, Country, LanguageTag, Line, PartialDate, Phone, WebAddress, Wording};

use super::SampleError;

/// A profile; deeds are a day or a year, what it was, and where it can be read.
pub(super) struct Profile {
    /// The key of their organization.
    organization: &'static str,
    /// The name that they go by.
    name: &'static str,
    address: &'static [(&'static str, &'static str)],
    phone: &'static str,
    areas: &'static [&'static str],
    countries: &'static [&'static str],
    honours: &'static [[&'static str; 3]],
    statements: &'static [[&'static str; 3]],
    engagements: &'static [[&'static str; 3]],
    /// What of it anybody may see.
    public: &'static [ConsentField],
}

const ALL: &[Profile] = &[
    Profile {
        organization: "lyon-nairi",
        name: "Մարալ Պոյաճեան",
        address: &[("hyw", "Տիկին Պոյաճեան"), ("en", "Dr Boyadjian")],
        phone: "+33 4 72 00 00 00",
        areas: &["education", "mother-tongue-schools"],
        countries: &["FR", "AM", "LB"],
        honours: &[[
            "2012",
            "Medal of the city for forty years of Saturday schools",
            "City bulletin, number 12",
        ]],
        statements: &[[
            "2014-05-03",
            "Why a school on Saturdays is worth a week",
            "https://lyon-nairi.example/saturdays",
        ]],
        engagements: &[[
            "2015-10-11",
            "Opening talk at the meeting of schools abroad",
            "https://lyon-nairi.example/meeting",
        ]],
        public: &[
            ConsentField::Areas,
            ConsentField::Countries,
            ConsentField::Honours,
            ConsentField::Statements,
            ConsentField::Engagements,
        ],
    },
    Profile {
        organization: "tbilisi-kamurj",
        name: "Նարինե Բաղդոյան",
        address: &[("hy", "Տիկին Բաղդոյան")],
        phone: "",
        areas: &["culture"],
        countries: &["GE", "AM"],
        honours: &[],
        statements: &[[
            "2013",
            "A bridge has two ends",
            "Evening newspaper, 14 March",
        ]],
        engagements: &[],
        public: &[ConsentField::Areas],
    },
    Profile {
        organization: "paris-kolkheti",
        name: "ნინო ჭანტურიძე",
        address: &[("ka", "ქალბატონი ნინო"), ("en", "Ms Tchantouridzé")],
        phone: "+33 1 42 00 00 00",
        areas: &["culture", "education"],
        countries: &["FR", "GE"],
        honours: &[],
        statements: &[],
        engagements: &[[
            "2015-03-09",
            "Evening of Georgian songs",
            "https://paris-kolkheti.example/songs",
        ]],
        public: &[ConsentField::Engagements, ConsentField::Contact],
    },
];

/// What the leader of an organization who goes by this name says of themselves.
pub(super) fn of(organization: &str, name: &str) -> Option<&'static Profile> {
    ALL.iter()
        .find(|it| it.organization == organization && it.name == name)
}

/// Says it, as they would.
pub(super) async fn say(tx: &mut Tx, id: LeaderId, profile: &Profile) -> Result<(), SampleError> {
    let vault = tx.vault();
    let token = leader::consent_token(&vault, id, 0);
    let (_, consents) = leader::follow_link(tx, &vault, &Actor::Visitor, &token).await?;
    let can = consents.profile().ok_or(SampleError::Missing("a right"))?;
    let known = leader::known(tx, &vault, id).await?;
    let known = known.ok_or(SampleError::Missing("a leader"))?;
    let today = tx.today();
    let deeds = |all: &[[&str; 3]]| all.iter().filter_map(|it| deed(it, today)).collect();
    let mut facts = known.facts.clone();
    facts.address = profile
        .address
        .iter()
        .filter_map(|(language, text)| {
            Some(Wording {
                language: LanguageTag::parse(language).ok()?,
                text: Line::parse(text, 300).ok()?,
            })
        })
        .collect();
    facts.phone = Phone::parse(profile.phone).ok();
    facts.areas = profile
        .areas
        .iter()
        .filter_map(|code| Area::from_code(code))
        .collect();
    facts.countries = profile
        .countries
        .iter()
        .filter_map(|code| Country::from_code(code))
        .collect();
    facts.honours = deeds(profile.honours);
    facts.statements = deeds(profile.statements);
    facts.engagements = deeds(profile.engagements);
    leader::keep_profile(tx, &can, id, known.revision, &facts).await?;
    let purpose = ConsentPurpose::PublicPage;
    let given = Given {
        agreements: profile
            .public
            .iter()
            .map(|field| Agreement {
                purpose,
                field: *field,
            })
            .collect(),
        means: ConsentMeans::Themselves,
        given_on: today,
        spoken_to: None,
    };
    leader::give_consent(tx, &consents, id, &given).await?;
    Ok(())
}

fn deed([on, title, source]: &[&str; 3], today: chrono::NaiveDate) -> Option<Deed> {
    let page = WebAddress::parse(source).ok();
    let words = || Line::parse(source, 300).ok().map(Reference::Words);
    Some(Deed {
        on: PartialDate::parse(on, today).ok()?,
        title: Line::parse(title, 300).ok()?,
        source: match page.filter(|_| source.starts_with("https://")) {
            Some(page) => Reference::Address(page),
            None => words()?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::files::Files;
    use super::*;

    #[test]
    fn every_profile_is_of_a_leader_who_agreed_to_be_shown() {
        let files = Files::read().unwrap();
        for profile in ALL {
            let row = files.leaders.iter().find(|row| {
                row.organization == profile.organization
                    && row.names.iter().any(|it| it.text.as_str() == profile.name)
            });
            assert!(
                row.is_some_and(|row| row.consents),
                "{}",
                profile.organization
            );
            assert!(of(profile.organization, profile.name).is_some());
            // Long before anybody of the sample was registered: none lies ahead when it is said.
            let day = chrono::NaiveDate::from_ymd_opt(2016, 1, 1).unwrap();
            let deeds = [profile.honours, profile.statements, profile.engagements];
            for one in deeds.into_iter().flatten() {
                assert!(deed(one, day).is_some(), "{}", one[1]);
            }
        }
    }
}
