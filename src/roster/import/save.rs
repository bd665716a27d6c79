//! Writing a batch: a handful of statements for a thousand rows.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::find::folded;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{ImportId, OrganizationId};
use crate::names::by_all_cores;
use crate::organization::{
    Contact, Kept, keys, marks, seal_contacts, seal_places, search_text, write_marks,
};
use crate::roster::{PublicContact, RosterField, RosterRow, own};
use crate::values::{Line, RegistryNumber, Standing};
use crate::vault::{Sealed, Vault};

/// An organization as it shall be.
#[derive(Debug)]
pub(super) struct Write {
    pub(super) id: OrganizationId,
    pub(super) line: u64,
    pub(super) number: RegistryNumber,
    pub(super) row: RosterRow,
    pub(super) private: Vec<Contact>,
    pub(super) kept: Kept,
    pub(super) merged_into: Option<OrganizationId>,
    pub(super) hash: Vec<u8>,
    /// What was so before, and which of it is new; nothing of an organization that is new itself.
    pub(super) before: Option<(RosterRow, Vec<RosterField>)>,
}

/// Numbers for new organizations.
pub(super) async fn numbers(tx: &mut Tx, many: usize) -> Result<Vec<RegistryNumber>, crate::Error> {
    if many == 0 {
        return Ok(Vec::new());
    }
    let many = i32::try_from(many).unwrap_or(i32::MAX);
    let next = sqlx::query_scalar!(
        r#"select nextval('organization_numbers') as "next!" from generate_series(1, $1::int)"#,
        many
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(next
        .into_iter()
        .filter_map(|next| u64::try_from(next).ok())
        .map(RegistryNumber::from_sequence)
        .collect())
}

/// Moves the sequence of numbers behind the largest that comes from a file. It never goes back.
pub(super) async fn keep_clear_of(
    tx: &mut Tx,
    largest: RegistryNumber,
) -> Result<(), crate::Error> {
    let largest = i64::try_from(largest.sequence()).unwrap_or(i64::MAX);
    sqlx::query!(
        "select setval('organization_numbers', $1) from organization_numbers where last_value < $1",
        largest
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(())
}

/// Writes organizations, with all that belongs to them, and their history.
pub(super) async fn write(
    tx: &mut Tx,
    by: &Actor,
    import: ImportId,
    writes: &[Write],
) -> Result<(), crate::Error> {
    let (new, known): (Vec<&Write>, Vec<&Write>) =
        writes.iter().partition(|one| one.before.is_none());
    let vault = tx.vault();
    if !new.is_empty() {
        insert(tx, &Columns::of(&vault, &new)?).await?;
    }
    if !known.is_empty() {
        update(tx, &Columns::of(&vault, &known)?).await?;
        let ids: Vec<OrganizationId> = known.iter().map(|one| one.id).collect();
        clear(tx, &ids).await?;
    }
    names(tx, writes).await?;
    identifiers(tx, writes).await?;
    texts(tx, writes).await?;
    let marks: Vec<_> = writes
        .iter()
        .map(|one| (one.id, marks(&vault, &contacts(one))))
        .collect();
    write_marks(tx, &marks).await?;
    let events = writes.iter().map(|one| event(import, one)).collect();
    history::record_all(tx, by, events).await
}

/// The rows turned into columns, as `unnest` takes them.
#[derive(Default)]
struct Columns {
    ids: Vec<OrganizationId>,
    numbers: Vec<String>,
    names: Vec<String>,
    name_languages: Vec<Option<String>>,
    kinds: Vec<Option<String>>,
    hosts: Vec<String>,
    cities: Vec<Option<String>>,
    homelands: Vec<Option<String>>,
    communities: Vec<Option<String>>,
    founded: Vec<Option<String>>,
    // Arrays of arrays do not unnest; these words have no blanks in them.
    areas: Vec<String>,
    languages: Vec<String>,
    websites: Vec<Option<String>>,
    standings: Vec<String>,
    until: Vec<Option<chrono::NaiveDate>>,
    registered: Vec<Option<chrono::NaiveDate>>,
    registered_until: Vec<Option<chrono::NaiveDate>>,
    merged: Vec<Option<OrganizationId>>,
    contacts: Vec<Option<Sealed>>,
    search: Vec<String>,
    hashes: Vec<Vec<u8>>,
    places: Vec<Option<Sealed>>,
    host_registered: Vec<Option<String>>,
    links: Vec<String>,
    members: Vec<Option<i32>>,
    members_on: Vec<Option<String>>,
    evidence: Vec<Option<String>>,
    funding: Vec<String>,
    umbrellas: Vec<Option<String>>,
    // No line of text holds this sign.
    chapters: Vec<String>,
    successors: Vec<Option<String>>,
}

/// What parts texts that may have blanks in them.
const PART: &str = "\u{1f}";

impl Columns {
    fn of(vault: &Vault, writes: &[&Write]) -> Result<Self, crate::Error> {
        fn text(value: Option<impl ToString>) -> Option<String> {
            value.map(|value| value.to_string())
        }
        let mut columns = Self::default();
        for one in writes {
            let row = &one.row;
            let name = row
                .name()
                .ok_or(crate::Error::Contradiction("a row has no name"))?;
            columns.ids.push(one.id);
            columns.numbers.push(one.number.to_string());
            columns.names.push(name.text.to_string());
            columns.name_languages.push(text(name.language.as_ref()));
            columns.kinds.push(text(row.kind));
            columns.hosts.push(row.host_country.to_string());
            let (city, sealed) = places(vault, one)?;
            columns.search.push(search(one, city.as_ref()));
            columns.cities.push(text(city));
            columns.places.push(sealed);
            columns.homelands.push(text(row.homeland));
            columns.communities.push(text(row.community.as_ref()));
            columns.founded.push(text(row.founded));
            columns
                .areas
                .push(words(row.areas.iter().map(|one| one.code())));
            columns
                .languages
                .push(words(row.languages.iter().map(|one| one.as_str())));
            columns.websites.push(text(row.website.as_ref()));
            let standing = row.standing.unwrap_or(Standing::Good);
            columns.standings.push(standing.to_string());
            columns.until.push(row.standing_until);
            columns.registered.push(row.registered_on);
            columns.registered_until.push(row.registered_until);
            columns.merged.push(one.merged_into);
            columns.contacts.push(seal(vault, one)?);
            columns.host_registered.push(text(row.host_registered_on));
            columns
                .links
                .push(words(row.links.iter().map(|one| one.as_str())));
            let members = row.members.as_ref();
            columns.members.push(members.map(|members| members.count));
            columns.members_on.push(text(members.and_then(|it| it.on)));
            columns
                .evidence
                .push(text(members.and_then(|it| it.evidence.as_ref())));
            let funding: Vec<String> = row.funding.iter().map(ToString::to_string).collect();
            columns.funding.push(funding.join(" "));
            columns.umbrellas.push(text(row.umbrella.as_ref()));
            let chapters: Vec<String> = row.chapters.iter().map(ToString::to_string).collect();
            columns.chapters.push(chapters.join(PART));
            columns.successors.push(text(row.successor.as_ref()));
            columns.hashes.push(one.hash.clone());
        }
        Ok(columns)
    }
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// What a search looks at.
fn search(one: &Write, city: Option<&Line>) -> String {
    search_text(
        &one.row.names,
        city,
        &one.row.identifiers,
        Some(&one.number.to_string()),
    )
}

/// Places that are in a roster are for everybody; those that only the board knows stay beside them, and so does a city that
/// they hide.
fn places(vault: &Vault, one: &Write) -> Result<(Option<Line>, Option<Sealed>), crate::Error> {
    let mut places = one.row.places.clone();
    places.extend(one.kept.places.iter().cloned());
    let city = one.row.city.as_ref().or(one.kept.city.as_ref());
    let (city, sealed) = seal_places(vault, one.id, &places, city)?;
    Ok((city.cloned(), sealed))
}

/// Contacts that are in a roster are for everybody; those that only the board knows stay beside them.
fn seal(vault: &Vault, one: &Write) -> Result<Option<Sealed>, crate::Error> {
    seal_contacts(vault, one.id, &contacts(one))
}

/// All contacts of an organization.
pub(super) fn contacts(one: &Write) -> Vec<Contact> {
    let public = |contact: &PublicContact| Contact {
        channel: contact.channel,
        purpose: contact.purpose,
        value: contact.value.clone(),
        public: true,
    };
    let mut contacts: Vec<Contact> = one.row.contacts.iter().map(public).collect();
    contacts.extend(one.private.iter().cloned());
    contacts
}

async fn insert(tx: &mut Tx, columns: &Columns) -> Result<(), crate::Error> {
    let now = tx.now();
    sqlx::query!(
        "insert into organizations (id, number, name, name_language, kind, host_country, city, homeland, community,
            founded, areas, languages, website, standing, standing_until, registered_on, merged_into,
            contacts_sealed, search, import_hash, created_at, updated_at, places_sealed, host_registered_on, links,
            members, members_on, members_evidence, funding, umbrella, chapters, successor, registered_until)
         select id, number, name, name_language, kind, host_country, city, homeland, community,
            founded, string_to_array(areas, ' '), string_to_array(languages, ' '), website, standing, standing_until,
            registered_on, merged_into, contacts_sealed, search, import_hash, $21, $21, places_sealed,
            host_registered_on, string_to_array(links, ' '), members, members_on, members_evidence,
            string_to_array(funding, ' '), umbrella, string_to_array(chapters, E'\\x1f'), successor, registered_until
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::date[], $16::date[],
            $17::uuid[], $18::bytea[], $19::text[], $20::bytea[], $22::bytea[], $23::text[], $24::text[], $25::int[],
            $26::text[], $27::text[], $28::text[], $29::text[], $30::text[], $31::text[], $32::date[])
            as r (id, number, name, name_language, kind, host_country, city, homeland, community, founded, areas,
                languages, website, standing, standing_until, registered_on, merged_into, contacts_sealed, search,
                import_hash, places_sealed, host_registered_on, links, members, members_on, members_evidence, funding,
                umbrella, chapters, successor, registered_until)",
        &columns.ids as _,
        &columns.numbers,
        &columns.names,
        &columns.name_languages as _,
        &columns.kinds as _,
        &columns.hosts,
        &columns.cities as _,
        &columns.homelands as _,
        &columns.communities as _,
        &columns.founded as _,
        &columns.areas,
        &columns.languages,
        &columns.websites as _,
        &columns.standings,
        &columns.until as _,
        &columns.registered as _,
        &columns.merged as _,
        &columns.contacts as _,
        &columns.search,
        &columns.hashes,
        now,
        &columns.places as _,
        &columns.host_registered as _,
        &columns.links,
        &columns.members as _,
        &columns.members_on as _,
        &columns.evidence as _,
        &columns.funding,
        &columns.umbrellas as _,
        &columns.chapters,
        &columns.successors as _,
        &columns.registered_until as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn update(tx: &mut Tx, columns: &Columns) -> Result<(), crate::Error> {
    let now = tx.now();
    sqlx::query!(
        "update organizations o set name = r.name, name_language = r.name_language, kind = r.kind,
            host_country = r.host_country, city = r.city, homeland = r.homeland, community = r.community,
            founded = r.founded, areas = string_to_array(r.areas, ' '), languages = string_to_array(r.languages, ' '),
            website = r.website, standing = r.standing, standing_until = r.standing_until,
            registered_on = r.registered_on, merged_into = r.merged_into, contacts_sealed = r.contacts_sealed,
            search = r.search, import_hash = r.import_hash, updated_at = $20, places_sealed = r.places_sealed,
            host_registered_on = r.host_registered_on, links = string_to_array(r.links, ' '), members = r.members,
            members_on = r.members_on, members_evidence = r.members_evidence,
            funding = string_to_array(r.funding, ' '), umbrella = r.umbrella,
            chapters = string_to_array(r.chapters, E'\\x1f'), successor = r.successor,
            registered_until = r.registered_until, revision = o.revision + 1
         from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::date[], $15::date[],
            $16::uuid[], $17::bytea[], $18::text[], $19::bytea[], $21::bytea[], $22::text[], $23::text[], $24::int[],
            $25::text[], $26::text[], $27::text[], $28::text[], $29::text[], $30::text[], $31::date[])
            as r (id, name, name_language, kind, host_country, city, homeland, community, founded, areas,
                languages, website, standing, standing_until, registered_on, merged_into, contacts_sealed, search,
                import_hash, places_sealed, host_registered_on, links, members, members_on, members_evidence, funding,
                umbrella, chapters, successor, registered_until)
         where o.id = r.id",
        &columns.ids as _,
        &columns.names,
        &columns.name_languages as _,
        &columns.kinds as _,
        &columns.hosts,
        &columns.cities as _,
        &columns.homelands as _,
        &columns.communities as _,
        &columns.founded as _,
        &columns.areas,
        &columns.languages,
        &columns.websites as _,
        &columns.standings,
        &columns.until as _,
        &columns.registered as _,
        &columns.merged as _,
        &columns.contacts as _,
        &columns.search,
        &columns.hashes,
        now,
        &columns.places as _,
        &columns.host_registered as _,
        &columns.links,
        &columns.members as _,
        &columns.members_on as _,
        &columns.evidence as _,
        &columns.funding,
        &columns.umbrellas as _,
        &columns.chapters,
        &columns.successors as _,
        &columns.registered_until as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Makes room for the lists as they shall be; what they were is in history.
async fn clear(tx: &mut Tx, ids: &[OrganizationId]) -> Result<(), crate::Error> {
    sqlx::query!(
        "delete from organization_names where organization_id = any($1)",
        ids as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "delete from organization_identifiers where organization_id = any($1)",
        ids as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "delete from organization_texts where organization_id = any($1)",
        ids as _
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A place in a list.
fn place(at: usize) -> i16 {
    i16::try_from(at).unwrap_or(i16::MAX)
}

async fn names(tx: &mut Tx, writes: &[Write]) -> Result<(), crate::Error> {
    let mut ids: Vec<Uuid> = Vec::new();
    let mut places: Vec<i16> = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    let mut languages: Vec<Option<String>> = Vec::new();
    let mut roles: Vec<String> = Vec::new();
    let mut folds: Vec<String> = Vec::new();
    let mut scripts: Vec<Option<String>> = Vec::new();
    let mut since: Vec<Option<String>> = Vec::new();
    let mut until: Vec<Option<String>> = Vec::new();
    for one in writes {
        for (at, name) in one.row.names.iter().enumerate() {
            ids.push(one.id.uuid());
            places.push(place(at));
            texts.push(name.text.to_string());
            languages.push(name.language.as_ref().map(ToString::to_string));
            roles.push(name.role.to_string());
            folds.push(folded(&name.text));
            scripts.push(name.script.as_ref().map(ToString::to_string));
            since.push(name.since.map(|date| date.to_string()));
            until.push(name.until.map(|date| date.to_string()));
        }
    }
    let found = by_all_cores(&texts, |some| {
        some.iter().map(|text| keys::keys_of(text)).collect()
    });
    sqlx::query!(
        "insert into organization_names (organization_id, position, text, language, role, folded, script, since, until,
            keys, keys_version)
         select id, position, text, language, role, folded, script, since, until, keys::int[], $11
         from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
            $8::text[], $9::text[], $10::text[])
            as r (id, position, text, language, role, folded, script, since, until, keys)",
        &ids,
        &places,
        &texts,
        &languages as _,
        &roles,
        &folds,
        &scripts as _,
        &since as _,
        &until as _,
        &found,
        keys::VERSION,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn identifiers(tx: &mut Tx, writes: &[Write]) -> Result<(), crate::Error> {
    let mut ids: Vec<Uuid> = Vec::new();
    let mut places: Vec<i16> = Vec::new();
    let mut schemes: Vec<String> = Vec::new();
    let mut values: Vec<String> = Vec::new();
    let mut issuers: Vec<Option<String>> = Vec::new();
    for one in writes {
        for (at, identifier) in one.row.identifiers.iter().enumerate() {
            ids.push(one.id.uuid());
            places.push(place(at));
            schemes.push(identifier.scheme().to_owned());
            values.push(identifier.value().to_owned());
            issuers.push(identifier.issuer().map(ToString::to_string));
        }
    }
    sqlx::query!(
        "insert into organization_identifiers (organization_id, position, scheme, value, issuer)
         select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[])",
        &ids,
        &places,
        &schemes,
        &values,
        &issuers as _,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn texts(tx: &mut Tx, writes: &[Write]) -> Result<(), crate::Error> {
    let mut ids: Vec<Uuid> = Vec::new();
    let mut places: Vec<i16> = Vec::new();
    let mut languages: Vec<String> = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    for one in writes {
        for (at, (language, text)) in one.row.about.iter().enumerate() {
            ids.push(one.id.uuid());
            places.push(place(at));
            languages.push(language.to_string());
            texts.push(text.to_string());
        }
    }
    sqlx::query!(
        "insert into organization_texts (organization_id, position, language, text)
         select * from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[])",
        &ids,
        &places,
        &languages,
        &texts,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What history says of it.
fn event(import: ImportId, one: &Write) -> Event {
    let subject = Subject::organization(one.id, one.number);
    match &one.before {
        None => Event::new(Act::OrganizationImported, subject).after(json!({
            "import": import,
            "line": one.line,
            "name": one.row.name().map(|name| name.text.as_str()),
            "host_country": one.row.host_country,
            "standing": one.row.standing.unwrap_or(Standing::Good),
        })),
        Some((before, changed)) => {
            let mut after = said(&one.row, changed);
            after.insert("import".to_owned(), json!(import));
            after.insert("line".to_owned(), json!(one.line));
            Event::new(Act::OrganizationUpdated, subject)
                .before(Value::Object(said(before, changed)))
                .after(Value::Object(after))
        }
    }
}

/// The fields that changed, as a roster writes them. Contacts and places are personal: history says that they changed, not to what.
fn said(row: &RosterRow, changed: &[RosterField]) -> Map<String, Value> {
    let cells = RosterField::ALL.iter().zip(own::cells(row));
    cells
        .filter(|(field, _)| changed.contains(field))
        .map(|(field, cell)| {
            let cell = match field {
                RosterField::Contacts => json!(row.contacts.len()),
                RosterField::Places | RosterField::PlaceCities => json!(row.places.len()),
                _ => json!(cell),
            };
            (field.code().to_owned(), cell)
        })
        .collect()
}
