//! Writing organizations: a new one with the next number, and the new particulars of a known one.

use serde_json::json;

use super::alike::keys::{self, keys_of};
use super::compare::{as_history, compare};
use super::confirmed::{confirm, sections_of};
use super::find::{find, numbers, particulars, seal_contacts};
use super::policy::CanEdit;
use super::{Entry, Organization, Particulars, roster_hash, seal_places, search_text, team};
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{AccountId, OrganizationId};
use crate::names::fold;
use crate::values::{
    LanguageTag, Line, NameRole, PartialDate, Prose, RegistryNumber, Script, TeamRole,
};
use crate::{Error, Result};

/// Registers an organization under the next number, in good standing from today; `owner` may act for it from now on.
pub async fn register(
    tx: &mut Tx,
    by: &Actor,
    said: &Particulars,
    owner: Option<AccountId>,
) -> Result<(OrganizationId, RegistryNumber)> {
    let id = OrganizationId::fresh();
    let number = next_number(tx).await?;
    let name = main_name(said)?;
    let entry = Entry::fresh(tx.today());
    let now = tx.now();
    let contacts = seal_contacts(&tx.vault(), id, &said.contacts)?;
    let (city, places) = seal_places(&tx.vault(), id, &said.places, said.city.as_ref())?;
    let members = said.members.as_ref();
    sqlx::query!(
        "insert into organizations (id, number, name, name_language, kind, host_country, city, homeland, community,
            founded, areas, languages, website, standing, standing_until, registered_on, contacts_sealed, search,
            roster_hash, created_at, updated_at, places_sealed, host_registered_on, links, members, members_on,
            members_evidence, funding, umbrella, chapters, successor)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20,
            $21, $22, $23, $24, $25, $26, $27, $28, $29, $30)",
        id as _,
        number as _,
        name.text.as_str(),
        name.language as _,
        said.kind as _,
        said.host_country as _,
        city as _,
        said.homeland as _,
        said.community as _,
        said.founded as _,
        &said.areas as _,
        &said.languages as _,
        said.website as _,
        entry.standing as _,
        entry.standing_until,
        entry.registered_on,
        contacts as _,
        search_of(said, number),
        roster_hash(said, &entry),
        now,
        places as _,
        said.host_registered_on as _,
        &said.links as _,
        members.map(|members| members.count),
        members.and_then(|members| members.on) as _,
        members.and_then(|members| members.evidence.as_ref()) as _,
        &said.funding as _,
        said.umbrella as _,
        &said.chapters as _,
        said.successor as _,
    )
    .execute(&mut **tx)
    .await?;
    write_lists(tx, id, said).await?;
    mark(tx, id, said).await?;
    let until = super::standing::begin(tx, id).await?;
    let after = json!({
        "name": name.text,
        "host_country": said.host_country,
        "standing": entry.standing,
        "registered_until": until,
    });
    let subject = Subject::organization(id, number);
    history::record(
        tx,
        by,
        Event::new(Act::OrganizationRegistered, subject).after(after),
    )
    .await?;
    if let Some(owner) = owner {
        team::join(tx, by, (id, number), owner, TeamRole::Owner).await?;
    }
    Ok((id, number))
}

/// Writes what an organization says of itself now, if nobody changed it since `seen` was read.
/// Its people are leaders, and are written there.
pub async fn update(
    tx: &mut Tx,
    by: &Actor,
    seen: &Organization,
    said: &Particulars,
) -> Result<()> {
    let vault = tx.vault();
    let mut old = particulars(tx, &vault, seen.id)
        .await?
        .ok_or(Error::NotFound)?;
    old.people.clone_from(&said.people);
    let changes = compare(&old, said);
    if changes.is_empty() {
        return Ok(());
    }
    let name = main_name(said)?;
    let contacts = seal_contacts(&vault, seen.id, &said.contacts)?;
    let (city, places) = seal_places(&vault, seen.id, &said.places, said.city.as_ref())?;
    let members = said.members.as_ref();
    let hash = roster_hash(said, &entry_of(tx, seen).await?);
    let now = tx.now();
    let written = sqlx::query!(
        "update organizations set name = $3, name_language = $4, kind = $5, host_country = $6, city = $7, homeland = $8,
            community = $9, founded = $10, areas = $11, languages = $12, website = $13, contacts_sealed = $14,
            search = $15, roster_hash = $16, updated_at = $17, places_sealed = $18, host_registered_on = $19,
            links = $20, members = $21, members_on = $22, members_evidence = $23, funding = $24, umbrella = $25,
            chapters = $26, successor = $27, revision = revision + 1
         where id = $1 and revision = $2",
        seen.id as _,
        seen.revision,
        name.text.as_str(),
        name.language as _,
        said.kind as _,
        said.host_country as _,
        city as _,
        said.homeland as _,
        said.community as _,
        said.founded as _,
        &said.areas as _,
        &said.languages as _,
        said.website as _,
        contacts as _,
        search_of(said, seen.number),
        hash,
        now,
        places as _,
        said.host_registered_on as _,
        &said.links as _,
        members.map(|members| members.count),
        members.and_then(|members| members.on) as _,
        members.and_then(|members| members.evidence.as_ref()) as _,
        &said.funding as _,
        said.umbrella as _,
        &said.chapters as _,
        said.successor as _,
    )
    .execute(&mut **tx)
    .await?;
    if written.rows_affected() == 0 {
        return Err(Error::Overtaken);
    }
    clear_lists(tx, seen.id).await?;
    write_lists(tx, seen.id, said).await?;
    mark(tx, seen.id, said).await?;
    let (before, after) = as_history(&changes);
    let subject = Subject::organization(seen.id, seen.number);
    let event = Event::new(Act::OrganizationUpdated, subject)
        .before(before)
        .after(after);
    history::record(tx, by, event).await
}

/// Why something was not changed at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material(pub Vec<super::Particular>);

/// Changes at once what the organization says of itself in some fields, if the board need not look at them first.
pub async fn edit(
    tx: &mut Tx,
    granted: &CanEdit,
    fields: &[super::Particular],
    wanted: &Particulars,
) -> Result<Result<(), Material>> {
    let id = granted.organization().id;
    team::lock(tx, id).await?;
    // Rights and words as they are now, not as the page saw them.
    let own = team::role_of_actor(tx, id, granted.actor()).await?;
    if !matches!(own, Some(TeamRole::Owner | TeamRole::Editor)) {
        return Err(Error::Overtaken);
    }
    let vault = tx.vault();
    let organization = find(tx, id).await?.ok_or(Error::NotFound)?;
    let now = particulars(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    let mut said = now.clone();
    for field in fields {
        said.take(*field, wanted);
    }
    let changes = compare(&now, &said);
    let material: Vec<super::Particular> = changes
        .iter()
        .map(|change| change.field)
        .filter(|field| field.is_material())
        .collect();
    if !material.is_empty() {
        return Ok(Err(Material(material)));
    }
    update(tx, granted.actor(), &organization, &said).await?;
    let today = tx.today();
    confirm(tx, id, &sections_of(&changes), today).await?;
    Ok(Ok(()))
}

/// Writes the hash again after the registry's own words changed.
pub(super) async fn rehash(tx: &mut Tx, id: OrganizationId) -> Result<()> {
    let vault = tx.vault();
    let organization = find(tx, id).await?.ok_or(Error::NotFound)?;
    let said = particulars(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    let hash = roster_hash(&said, &entry_of(tx, &organization).await?);
    sqlx::query!(
        "update organizations set roster_hash = $2 where id = $1",
        id as _,
        hash
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The next number. Those of transactions that fail are never given: a number has at most one bearer.
async fn next_number(tx: &mut Tx) -> Result<RegistryNumber> {
    let next = sqlx::query_scalar!(r#"select nextval('organization_numbers') as "next!""#)
        .fetch_one(&mut **tx)
        .await?;
    let next = u64::try_from(next).map_err(|_| Error::Contradiction("a negative number"))?;
    Ok(RegistryNumber::from_sequence(next))
}

async fn entry_of(tx: &mut Tx, organization: &Organization) -> Result<Entry> {
    let merged_into = match organization.merged_into {
        Some(other) => numbers(tx, &[other]).await?.remove(&other),
        None => None,
    };
    Ok(Entry {
        standing: organization.standing,
        standing_until: organization.standing_until,
        registered_on: organization.registered_on,
        merged_into,
    })
}

fn main_name(said: &Particulars) -> Result<&super::Name> {
    said.main_name()
        .ok_or(Error::Contradiction("particulars without a name"))
}

fn search_of(said: &Particulars, number: RegistryNumber) -> String {
    search_text(
        &said.names,
        said.public_city(),
        &said.identifiers,
        Some(&number.to_string()),
    )
}

/// Takes away the names, identifiers and texts that new ones replace; history has the old ones.
async fn clear_lists(tx: &mut Tx, id: OrganizationId) -> Result<()> {
    sqlx::query!(
        "delete from organization_names where organization_id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "delete from organization_identifiers where organization_id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "delete from organization_texts where organization_id = $1",
        id as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes by what its contacts are compared.
async fn mark(tx: &mut Tx, id: OrganizationId, said: &Particulars) -> Result<()> {
    let marks = super::marks(&tx.vault(), &said.contacts);
    super::write_marks(tx, &[(id, marks)]).await
}

/// Writes names, identifiers and texts in their order.
async fn write_lists(tx: &mut Tx, id: OrganizationId, said: &Particulars) -> Result<()> {
    let texts: Vec<&Line> = said.names.iter().map(|name| &name.text).collect();
    let languages: Vec<Option<&LanguageTag>> = said
        .names
        .iter()
        .map(|name| name.language.as_ref())
        .collect();
    let roles: Vec<NameRole> = said.names.iter().map(|name| name.role).collect();
    let folded: Vec<String> = said.names.iter().map(|name| fold(&name.text)).collect();
    let scripts: Vec<Option<&Script>> = said.names.iter().map(|it| it.script.as_ref()).collect();
    let since: Vec<Option<PartialDate>> = said.names.iter().map(|name| name.since).collect();
    let until: Vec<Option<PartialDate>> = said.names.iter().map(|name| name.until).collect();
    let keys: Vec<String> = said.names.iter().map(|name| keys_of(&name.text)).collect();
    sqlx::query!(
        "insert into organization_names (organization_id, position, text, language, role, folded, script, since, until,
            keys, keys_version)
         select $1, one.position - 1, one.text, one.language, one.role, one.folded, one.script, one.since, one.until,
            one.keys::int[], $10
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
            with ordinality as one(text, language, role, folded, script, since, until, keys, position)",
        id as _,
        texts as _,
        languages as _,
        roles as _,
        &folded,
        scripts as _,
        since as _,
        until as _,
        &keys,
        keys::VERSION,
    )
    .execute(&mut **tx)
    .await?;
    let schemes: Vec<String> = said
        .identifiers
        .iter()
        .map(|it| it.scheme().to_owned())
        .collect();
    let values: Vec<String> = said
        .identifiers
        .iter()
        .map(|it| it.value().to_owned())
        .collect();
    let issuers: Vec<Option<&Line>> = said.identifiers.iter().map(|it| it.issuer()).collect();
    sqlx::query!(
        "insert into organization_identifiers (organization_id, position, scheme, value, issuer)
         select $1, one.position - 1, one.scheme, one.value, one.issuer
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality as one(scheme, value, issuer, position)",
        id as _,
        &schemes,
        &values,
        issuers as _,
    )
    .execute(&mut **tx)
    .await?;
    let languages: Vec<&LanguageTag> = said.about.iter().map(|text| &text.language).collect();
    let texts: Vec<&Prose> = said.about.iter().map(|text| &text.text).collect();
    sqlx::query!(
        "insert into organization_texts (organization_id, position, language, text)
         select $1, one.position - 1, one.language, one.text
         from unnest($2::text[], $3::text[]) with ordinality as one(language, text, position)",
        id as _,
        languages as _,
        texts as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

#[cfg(test)]
#[path = "store_test.rs"]
mod tests;
