//! Finding organizations: the row that every page needs, and the particulars with what is sealed.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::place::open_places;
use super::{Contact, Members, Name, Particulars, Text};
use crate::Result;
use crate::ids::OrganizationId;
use crate::values::{
    Area, Country, Identifier, Kind, LanguageTag, Line, NameRole, PartialDate, Prose,
    RegistryNumber, Script, Standing, WebAddress,
};
use crate::vault::{Sealed, Vault};

/// Where contacts are sealed.
pub(super) const CONTACTS: &str = "organizations.contacts";

/// An organization that is registered, without anything personal.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its registry number.
    pub number: RegistryNumber,
    /// The name it goes by.
    pub name: String,
    /// The language of that name.
    pub name_language: Option<LanguageTag>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Where it works.
    pub host_country: Country,
    /// Where in it.
    pub city: Option<String>,
    /// Where its people come from.
    pub homeland: Option<Country>,
    /// The community its people form.
    pub community: Option<String>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// What it works on.
    pub areas: Vec<Area>,
    /// The languages it works in.
    pub languages: Vec<LanguageTag>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// Where it stands with the board.
    pub standing: Standing,
    /// Until when, where that is limited.
    pub standing_until: Option<NaiveDate>,
    /// Since when it is registered.
    pub registered_on: Option<NaiveDate>,
    /// What it was merged into.
    pub merged_into: Option<OrganizationId>,
    /// When it was written first.
    pub created_at: DateTime<Utc>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
    /// How often it was changed: what somebody saw, and what is so now.
    pub revision: i32,
}

/// The organization with this id.
pub async fn find(conn: &mut PgConnection, id: OrganizationId) -> Result<Option<Organization>> {
    Ok(find_many(conn, &[id]).await?.pop())
}

/// The organization with this number.
pub async fn find_by_number(
    conn: &mut PgConnection,
    number: RegistryNumber,
) -> Result<Option<Organization>> {
    let id = sqlx::query_scalar!(
        "select id from organizations where number = $1",
        number as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    match id {
        Some(id) => find(conn, id).await,
        None => Ok(None),
    }
}

/// The organizations with these ids, by name.
pub async fn find_many(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
) -> Result<Vec<Organization>> {
    let found = sqlx::query_as!(
        Organization,
        "select id, number, name, name_language, kind, host_country, city, homeland, community, founded, areas,
            languages, website, standing, standing_until, registered_on, merged_into, created_at, updated_at, revision
         from organizations where id = any($1) order by name, id",
        ids as _
    )
    .fetch_all(conn)
    .await?;
    Ok(found)
}

/// The ids of the organizations with these numbers; what there is not is left out.
pub async fn ids_of(
    conn: &mut PgConnection,
    numbers: &[RegistryNumber],
) -> Result<Vec<OrganizationId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: OrganizationId" from organizations where number = any($1) order by number"#,
        numbers as _
    )
    .fetch_all(conn)
    .await?)
}

/// The numbers of organizations, by id.
pub async fn numbers(
    conn: &mut PgConnection,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, RegistryNumber>> {
    let rows = sqlx::query!(
        "select id, number from organizations where id = any($1)",
        ids as _
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.number)).collect())
}

/// All that the registry has of an organization, contacts included. Its people are leaders and stand there.
pub async fn particulars(
    conn: &mut PgConnection,
    vault: &Vault,
    id: OrganizationId,
) -> Result<Option<Particulars>> {
    let Some(organization) = find(conn, id).await? else {
        return Ok(None);
    };
    let more = sqlx::query!(
        "select contacts_sealed, places_sealed, host_registered_on, links, members, members_on, members_evidence, funding,
            umbrella, chapters, successor
         from organizations where id = $1",
        id as _
    )
    .fetch_one(&mut *conn)
    .await?;
    let contacts = open_contacts(vault, id, more.contacts_sealed.as_ref())?;
    let kept = open_places(vault, id, more.places_sealed.as_ref())?;
    Ok(Some(Particulars {
        names: names(conn, id).await?,
        kind: organization.kind,
        host_country: organization.host_country,
        city: read_line(organization.city)?.or(kept.city),
        homeland: organization.homeland,
        community: read_line(organization.community)?,
        founded: organization.founded,
        host_registered_on: more.host_registered_on,
        places: kept.places,
        identifiers: identifiers(conn, id).await?,
        areas: organization.areas,
        languages: organization.languages,
        website: organization.website,
        links: more.links,
        members: more.members.map(|count| Members {
            count,
            on: more.members_on,
            evidence: more.members_evidence,
        }),
        funding: more.funding,
        umbrella: more.umbrella,
        chapters: more.chapters,
        successor: more.successor,
        contacts,
        about: texts(conn, id).await?,
        people: Vec::new(),
    }))
}

/// Its names, the one it goes by first.
pub async fn names(conn: &mut PgConnection, id: OrganizationId) -> Result<Vec<Name>> {
    struct Row {
        text: Line,
        language: Option<LanguageTag>,
        role: NameRole,
        script: Option<Script>,
        since: Option<PartialDate>,
        until: Option<PartialDate>,
    }
    let rows = sqlx::query_as!(
        Row,
        "select text, language, role, script, since, until from organization_names where organization_id = $1 order by position",
        id as _
    )
    .fetch_all(conn)
    .await?;
    let name = |row: Row| Name {
        text: row.text,
        language: row.language,
        role: row.role,
        script: row.script,
        since: row.since,
        until: row.until,
    };
    Ok(rows.into_iter().map(name).collect())
}

/// What other registers call it.
pub async fn identifiers(conn: &mut PgConnection, id: OrganizationId) -> Result<Vec<Identifier>> {
    let rows = sqlx::query!(
        "select scheme, value, issuer from organization_identifiers where organization_id = $1 order by position",
        id as _
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|row| {
            Identifier::parse(&row.scheme, &row.value)
                .map(|one| one.with_issuer(row.issuer))
                .map_err(|_| crate::Error::Contradiction("an identifier that its scheme refuses"))
        })
        .collect()
}

/// What it says about itself.
pub async fn texts(conn: &mut PgConnection, id: OrganizationId) -> Result<Vec<Text>> {
    struct Row {
        language: LanguageTag,
        text: Prose,
    }
    let rows = sqlx::query_as!(
        Row,
        "select language, text from organization_texts where organization_id = $1 order by position",
        id as _
    )
    .fetch_all(conn)
    .await?;
    let text = |row: Row| Text {
        language: row.language,
        text: row.text,
    };
    Ok(rows.into_iter().map(text).collect())
}

/// Opens the contacts of an organization.
pub fn open_contacts(
    vault: &Vault,
    id: OrganizationId,
    sealed: Option<&Sealed>,
) -> Result<Vec<Contact>> {
    match sealed {
        Some(sealed) => Ok(vault.open_json(CONTACTS, id, sealed)?),
        None => Ok(Vec::new()),
    }
}

/// Seals the contacts of an organization; none, if there are none.
pub fn seal_contacts(
    vault: &Vault,
    id: OrganizationId,
    contacts: &[Contact],
) -> Result<Option<Sealed>> {
    if contacts.is_empty() {
        return Ok(None);
    }
    Ok(Some(vault.seal_json(CONTACTS, id, &contacts)?))
}

fn read_line(text: Option<String>) -> Result<Option<Line>> {
    text.map(|text| Line::parse(&text, Line::CEILING))
        .transpose()
        .map_err(|_| crate::Error::Contradiction("a place that is no line of text"))
}
