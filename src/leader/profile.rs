//! What is known of a leader as a person: names and how to address them, languages, areas, countries, honours, statements and
//! engagements, and how they are reached; and who said which of it. All but the languages is sealed.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::consent::ConsentField;
use super::person::{LeaderName, NAMES, PRIVATE, Private};
use crate::Result;
use crate::ids::{LeaderId, OrganizationId};
use crate::values::{
    Area, Country, Email, LanguageTag, Line, PartialDate, Phone, RegistryNumber, WebAddress,
    Wording, codes,
};
use crate::vault::{Sealed, Vault};

/// Where the rest of what is known of leaders is sealed.
pub(super) const PROFILE: &str = "leaders.profile";

codes! {
    /// Who says something of a leader.
    pub enum Keeper {
        Organization = "organization",
        Board = "board",
        Themselves = "themselves",
    }
}

/// Where something can be read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// On a page.
    Address(WebAddress),
    /// Elsewhere, in words.
    Words(Line),
}

/// An honour, a public statement or an engagement.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// When.
    pub on: PartialDate,
    /// What.
    pub title: Line,
    /// Where that can be read.
    pub source: Reference,
}

/// What is sealed besides names and contact.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Profile {
    address: Vec<Wording>,
    areas: Vec<Area>,
    countries: Vec<Country>,
    honours: Vec<Deed>,
    statements: Vec<Deed>,
    engagements: Vec<Deed>,
}

/// All that is known of a leader as a person.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// What they are called; the first is the name they go by.
    pub names: Vec<LeaderName>,
    /// How they prefer to be addressed, by language.
    pub address: Vec<Wording>,
    /// The languages they speak.
    pub languages: Vec<LanguageTag>,
    /// Their address.
    pub email: Option<Email>,
    /// Their telephone.
    pub phone: Option<Phone>,
    /// What they work on.
    pub areas: Vec<Area>,
    /// Where their word counts.
    pub countries: Vec<Country>,
    /// What they were honoured with.
    pub honours: Vec<Deed>,
    /// What they said in public.
    pub statements: Vec<Deed>,
    /// Where they appeared, or will.
    pub engagements: Vec<Deed>,
}

/// Who said something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Who.
    pub keeper: Keeper,
    /// Whose team, with its number.
    pub organization: Option<(OrganizationId, RegistryNumber)>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A leader with all that is known of them as a person.
pub struct Known {
    /// Their id.
    pub id: LeaderId,
    /// What is known.
    pub facts: Facts,
    /// Who said it; nothing where nobody did.
    pub sources: BTreeMap<ConsentField, Source>,
    /// Which version of it this is.
    pub revision: i32,
    /// Since when they are here.
    pub created_at: DateTime<Utc>,
    /// Which version of their link holds.
    pub link_version: i32,
    /// Whether an account with the address on the entry has it at once: others said the address, or its reader confirmed it.
    pub is_proven: bool,
}

impl ConsentField {
    /// What a profile says, in the order of its pages. An office is a thing of its own.
    pub fn of_profile() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|it| *it != Self::Office)
    }
}

impl Facts {
    /// Whether two say something else in a field.
    pub fn differ(&self, other: &Self, field: ConsentField) -> bool {
        match field {
            ConsentField::Name => (&self.names, &self.address) != (&other.names, &other.address),
            ConsentField::Office => false,
            ConsentField::Languages => self.languages != other.languages,
            ConsentField::Contact => (&self.email, &self.phone) != (&other.email, &other.phone),
            ConsentField::Areas => self.areas != other.areas,
            ConsentField::Countries => self.countries != other.countries,
            ConsentField::Honours => self.honours != other.honours,
            ConsentField::Statements => self.statements != other.statements,
            ConsentField::Engagements => self.engagements != other.engagements,
        }
    }

    /// Whether something is said in a field.
    pub fn says(&self, field: ConsentField) -> bool {
        self.differ(&Self::default(), field)
    }

    /// Says in a field what another says.
    pub fn take(&mut self, field: ConsentField, other: &Self) {
        let other = other.clone();
        match field {
            ConsentField::Name => (self.names, self.address) = (other.names, other.address),
            ConsentField::Office => {}
            ConsentField::Languages => self.languages = other.languages,
            ConsentField::Contact => (self.email, self.phone) = (other.email, other.phone),
            ConsentField::Areas => self.areas = other.areas,
            ConsentField::Countries => self.countries = other.countries,
            ConsentField::Honours => self.honours = other.honours,
            ConsentField::Statements => self.statements = other.statements,
            ConsentField::Engagements => self.engagements = other.engagements,
        }
    }

    /// Says in a field what another says besides.
    pub fn add(&mut self, field: ConsentField, other: &Self) {
        fn more<T: Clone + PartialEq>(into: &mut Vec<T>, from: &[T]) {
            for one in from {
                if !into.contains(one) {
                    into.push(one.clone());
                }
            }
        }
        match field {
            ConsentField::Name => {
                more(&mut self.names, &other.names);
                more(&mut self.address, &other.address);
            }
            ConsentField::Office => {}
            ConsentField::Languages => more(&mut self.languages, &other.languages),
            ConsentField::Contact => {
                self.email = self.email.take().or_else(|| other.email.clone());
                self.phone = self.phone.take().or_else(|| other.phone.clone());
            }
            ConsentField::Areas => more(&mut self.areas, &other.areas),
            ConsentField::Countries => more(&mut self.countries, &other.countries),
            ConsentField::Honours => more(&mut self.honours, &other.honours),
            ConsentField::Statements => more(&mut self.statements, &other.statements),
            ConsentField::Engagements => more(&mut self.engagements, &other.engagements),
        }
    }

    /// What of it somebody may see: the fields for which `sees` says so, and nothing else.
    #[must_use]
    pub fn only(&self, sees: impl Fn(ConsentField) -> bool) -> Self {
        let mut seen = Self::default();
        for field in ConsentField::of_profile().filter(|field| sees(*field)) {
            seen.take(field, self);
        }
        seen
    }

    /// From what is sealed of a leader; what is not handed over is not known.
    pub(super) fn open(
        vault: &Vault,
        id: LeaderId,
        (names, private, profile): (Option<&Sealed>, Option<&Sealed>, Option<&Sealed>),
        languages: Vec<LanguageTag>,
    ) -> Result<Self> {
        let names = match names {
            Some(sealed) => vault.open_json(NAMES, id, sealed)?,
            None => Vec::new(),
        };
        let private: Private = match private {
            Some(sealed) => vault.open_json(PRIVATE, id, sealed)?,
            None => Private::default(),
        };
        let profile: Profile = match profile {
            Some(sealed) => vault.open_json(PROFILE, id, sealed)?,
            None => Profile::default(),
        };
        Ok(Self {
            names,
            address: profile.address,
            languages,
            email: private.email,
            phone: private.phone,
            areas: profile.areas,
            countries: profile.countries,
            honours: profile.honours,
            statements: profile.statements,
            engagements: profile.engagements,
        })
    }

    /// The same, sealed: names, contact and the rest.
    pub(super) fn seal(&self, vault: &Vault, id: LeaderId) -> Result<(Sealed, Sealed, Sealed)> {
        let private = Private {
            email: self.email.clone(),
            phone: self.phone.clone(),
        };
        let profile = Profile {
            address: self.address.clone(),
            areas: self.areas.clone(),
            countries: self.countries.clone(),
            honours: self.honours.clone(),
            statements: self.statements.clone(),
            engagements: self.engagements.clone(),
        };
        Ok((
            vault.seal_json(NAMES, id, &self.names)?,
            vault.seal_json(PRIVATE, id, &private)?,
            vault.seal_json(PROFILE, id, &profile)?,
        ))
    }
}

/// All that is known of a leader as a person. Whoever shows it to somebody shows them what they may see of it.
pub async fn known(conn: &mut PgConnection, vault: &Vault, id: LeaderId) -> Result<Option<Known>> {
    let row = sqlx::query!(
        r#"select names_sealed, private_sealed as "private_sealed: Sealed", profile_sealed as "profile_sealed: Sealed",
            languages as "languages: Vec<LanguageTag>", revision, created_at, link_version, email_unproven from leaders where id = $1"#,
        id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed = (
        Some(&row.names_sealed),
        row.private_sealed.as_ref(),
        row.profile_sealed.as_ref(),
    );
    Ok(Some(Known {
        id,
        facts: Facts::open(vault, id, sealed, row.languages)?,
        sources: sources(conn, id).await?,
        revision: row.revision,
        created_at: row.created_at,
        link_version: row.link_version,
        is_proven: !row.email_unproven,
    }))
}

/// Who said what of a leader.
pub(super) async fn sources(
    conn: &mut PgConnection,
    id: LeaderId,
) -> Result<BTreeMap<ConsentField, Source>> {
    let rows = sqlx::query!(
        r#"select s.field as "field!: ConsentField", s.keeper as "keeper!: Keeper",
            s.organization_id as "organization?: OrganizationId", o.number as "number?: RegistryNumber", s.said_at as "said_at!"
         from leader_sources s left join organizations o on o.id = s.organization_id where s.leader_id = $1"#,
        id as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let source = Source {
                keeper: row.keeper,
                organization: row.organization.zip(row.number),
                at: row.said_at,
            };
            (row.field, source)
        })
        .collect())
}

// What is personal does not reach a log by way of `{:?}`.
impl fmt::Debug for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Deed(…)")
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Facts(…)")
    }
}
