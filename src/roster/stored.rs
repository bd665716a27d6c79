//! Organizations as rosters have them: what an export writes, and what an import compares with.

use chrono::NaiveDate;
use sqlx::{FromRow, PgConnection, Postgres, QueryBuilder};

use super::row::{Named, PublicContact, RosterRow};
use crate::ids::OrganizationId;
use crate::organization::{Contact, Kept, Members, open_contacts, open_places};
use crate::values::{
    Area, Country, Funding, Identifier, Kind, LanguageTag, Line, NameRole, PartialDate, PlaceShown,
    Prose, RegistryNumber, Related, Script, Standing, WebAddress,
};
use crate::vault::{Sealed, Vault};

/// An organization of the registry.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its id.
    pub id: OrganizationId,
    /// Its number.
    pub number: RegistryNumber,
    /// What a roster says of it.
    pub row: RosterRow,
    /// Contacts that no roster tells.
    pub private: Vec<Contact>,
    /// Places that no roster tells, and the city where it is hidden.
    pub kept: Kept,
}

/// What is selected of `organizations o`. Run-time SQL, because one text must serve whatever chooses the
/// rows: what an import compares with cannot differ from what an export writes.
pub(super) const SELECT: &str = "
    select o.id, o.number, o.kind, o.host_country, o.city, o.homeland, o.community, o.founded, o.areas, o.languages,
        o.website, o.standing, o.standing_until, o.registered_on, o.registered_until, o.contacts_sealed, o.places_sealed,
        o.host_registered_on, o.links, o.members, o.members_on, o.members_evidence, o.funding, o.umbrella, o.chapters,
        o.successor,
        (select m.number from organizations m where m.id = o.merged_into) as merged_into,
        n.name_texts, n.name_languages, n.name_roles, n.name_scripts, n.name_since, n.name_until, i.schemes, i.numbers,
        i.issuers, t.text_languages, t.texts";

/// The lists that belong to each, to be put behind `from organizations o`.
pub(super) const LISTS: &str = "
    cross join lateral (
        select array_agg(text order by position) as name_texts, array_agg(language order by position) as name_languages,
            array_agg(role order by position) as name_roles, array_agg(script order by position) as name_scripts,
            array_agg(since order by position) as name_since, array_agg(until order by position) as name_until
        from organization_names where organization_id = o.id) n
    cross join lateral (
        select array_agg(scheme order by position) as schemes, array_agg(value order by position) as numbers,
            array_agg(issuer order by position) as issuers
        from organization_identifiers where organization_id = o.id) i
    cross join lateral (
        select array_agg(language order by position) as text_languages, array_agg(text order by position) as texts
        from organization_texts where organization_id = o.id) t";

/// A row of [`SELECT`].
#[derive(FromRow)]
pub(super) struct Found {
    id: OrganizationId,
    number: RegistryNumber,
    kind: Option<Kind>,
    host_country: Country,
    city: Option<Line>,
    homeland: Option<Country>,
    community: Option<Line>,
    founded: Option<PartialDate>,
    areas: Vec<Area>,
    languages: Vec<LanguageTag>,
    website: Option<WebAddress>,
    standing: Standing,
    standing_until: Option<NaiveDate>,
    registered_on: Option<NaiveDate>,
    registered_until: Option<NaiveDate>,
    contacts_sealed: Option<Sealed>,
    places_sealed: Option<Sealed>,
    host_registered_on: Option<PartialDate>,
    links: Vec<WebAddress>,
    members: Option<i32>,
    members_on: Option<PartialDate>,
    members_evidence: Option<Line>,
    funding: Vec<Funding>,
    umbrella: Option<Related>,
    chapters: Vec<Related>,
    successor: Option<Related>,
    merged_into: Option<RegistryNumber>,
    name_texts: Option<Vec<Line>>,
    name_languages: Option<Vec<Option<LanguageTag>>>,
    name_roles: Option<Vec<NameRole>>,
    name_scripts: Option<Vec<Option<Script>>>,
    name_since: Option<Vec<Option<PartialDate>>>,
    name_until: Option<Vec<Option<PartialDate>>>,
    schemes: Option<Vec<String>>,
    numbers: Option<Vec<String>>,
    issuers: Option<Vec<Option<Line>>>,
    text_languages: Option<Vec<LanguageTag>>,
    texts: Option<Vec<Prose>>,
}

impl Found {
    /// Opens what is sealed and puts the lists together.
    pub(super) fn open(self, vault: &Vault) -> Result<Stored, crate::Error> {
        let contacts = open_contacts(vault, self.id, self.contacts_sealed.as_ref())?;
        let (public, private): (Vec<_>, Vec<_>) = contacts.into_iter().partition(|one| one.public);
        let mut kept = open_places(vault, self.id, self.places_sealed.as_ref())?;
        let (places, unshown): (Vec<_>, Vec<_>) = kept
            .places
            .into_iter()
            .partition(|place| place.shown == PlaceShown::Exact);
        kept.places = unshown;
        let dates = self.name_since.unwrap_or_default().into_iter();
        let dates = dates.zip(self.name_until.unwrap_or_default());
        let names = self.name_texts.unwrap_or_default().into_iter();
        let names: Vec<Named> = names
            .zip(self.name_languages.unwrap_or_default())
            .zip(self.name_roles.unwrap_or_default())
            .zip(self.name_scripts.unwrap_or_default())
            .zip(dates)
            .map(
                |((((text, language), role), script), (since, until))| Named {
                    text,
                    language,
                    role,
                    script,
                    since,
                    until,
                },
            )
            .collect();
        if names.is_empty() {
            return Err(crate::Error::Contradiction("an organization has no name"));
        }
        let schemes = self.schemes.unwrap_or_default().into_iter();
        let identifiers = schemes
            .zip(self.numbers.unwrap_or_default())
            .zip(self.issuers.unwrap_or_default())
            .map(|((scheme, value), issuer)| {
                Identifier::parse(&scheme, &value).map(|one| one.with_issuer(issuer))
            })
            .collect::<Result<_, _>>()
            .map_err(|_| crate::Error::Contradiction("an identifier is none"))?;
        let about = self.text_languages.unwrap_or_default().into_iter();
        Ok(Stored {
            id: self.id,
            number: self.number,
            row: RosterRow {
                number: Some(self.number),
                names,
                kind: self.kind,
                host_country: self.host_country,
                city: self.city,
                homeland: self.homeland,
                community: self.community,
                founded: self.founded,
                registered_on: self.registered_on,
                registered_until: self.registered_until,
                standing: Some(self.standing),
                standing_until: self.standing_until,
                merged_into: self.merged_into,
                identifiers,
                areas: self.areas,
                languages: self.languages,
                website: self.website,
                about: about.zip(self.texts.unwrap_or_default()).collect(),
                contacts: public.into_iter().map(told).collect(),
                host_registered_on: self.host_registered_on,
                places,
                links: self.links,
                members: self.members.map(|count| Members {
                    count,
                    on: self.members_on,
                    evidence: self.members_evidence,
                }),
                funding: self.funding,
                umbrella: self.umbrella,
                chapters: self.chapters,
                successor: self.successor,
            },
            private,
            kept,
        })
    }
}

fn told(contact: Contact) -> PublicContact {
    PublicContact {
        channel: contact.channel,
        purpose: contact.purpose,
        value: contact.value,
    }
}

/// Organizations by id, in no order; nobody else changes them before the transaction ends.
pub(super) async fn locked(
    conn: &mut PgConnection,
    vault: &Vault,
    ids: &[OrganizationId],
) -> Result<Vec<Stored>, crate::Error> {
    sqlx::query!(
        "select id from organizations where id = any($1) order by id for update",
        ids as _
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut query: QueryBuilder<Postgres> = QueryBuilder::new(SELECT);
    query
        .push(" from organizations o")
        .push(LISTS)
        .push(" where o.id = any(")
        .push_bind(ids)
        .push(")");
    let found: Vec<Found> = query.build_query_as().fetch_all(conn).await?;
    found.into_iter().map(|found| found.open(vault)).collect()
}
