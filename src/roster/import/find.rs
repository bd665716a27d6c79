//! Which organization a row means: by its registry number, else as the same row before, else by a number in another register, else
//! by name, country and city.

use std::collections::{HashMap, HashSet};

use sqlx::PgConnection;

use crate::db::DbError;
use crate::gazetteer::City;
use crate::ids::OrganizationId;
use crate::names::fold;
use crate::roster::RosterRow;
use crate::values::{Country, Identifier, RegistryNumber};

/// The most bytes of a folded name that are compared and indexed.
const FOLDED_MAX: usize = 1_000;

/// Which organization a row means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// One that is known.
    Known(OrganizationId),
    /// One that is not.
    New,
    /// It cannot be told which.
    Several,
}

/// What organizations are known by, as far as the rows at hand ask for it.
#[derive(Debug, Default)]
pub(super) struct Known {
    numbers: HashMap<RegistryNumber, OrganizationId>,
    identifiers: HashMap<Entry, Vec<OrganizationId>>,
    names: HashMap<NameKey, Vec<OrganizationId>>,
    /// The same for names by which those that others gave way to go besides.
    by_names: HashMap<NameKey, Vec<OrganizationId>>,
    /// What each was brought by.
    hashes: HashMap<Vec<u8>, Vec<OrganizationId>>,
    /// Every number in other registers of those above.
    entries: HashMap<OrganizationId, Vec<Entry>>,
    /// Those that gave way to another.
    gone: HashSet<OrganizationId>,
}

/// A row, and the hash of what it says.
pub(super) type Asking<'a> = (&'a RosterRow, &'a [u8]);

/// A register and a number in it, as it is compared.
type Entry = (String, String);

fn entry(one: &Identifier) -> Entry {
    (one.scheme().to_owned(), one.normal())
}

/// A name in a place.
type NameKey = (String, Country, String);

/// The folded name as it is stored and compared: not longer than an index takes.
pub(super) fn folded(name: &str) -> String {
    let mut folded = fold(name);
    folded.truncate(FOLDED_MAX);
    folded
}

impl Known {
    /// Looks up everything that these rows could mean.
    pub(super) async fn look_up(
        &mut self,
        conn: &mut PgConnection,
        asking: &[Asking<'_>],
    ) -> Result<(), DbError> {
        let rows: Vec<&RosterRow> = asking.iter().map(|(row, _)| *row).collect();
        self.look_up_numbers(conn, &rows).await?;
        let unnumbered: Vec<Asking<'_>> = asking
            .iter()
            .copied()
            .filter(|(row, _)| row.number.is_none())
            .collect();
        self.look_up_hashes(conn, &unnumbered).await?;
        let changed: Vec<&RosterRow> = unnumbered
            .into_iter()
            .filter(|(_, hash)| self.by_hash(hash) == Meant::New)
            .map(|(row, _)| row)
            .collect();
        self.look_up_identifiers(conn, &changed).await?;
        let rest: Vec<&RosterRow> = changed
            .into_iter()
            .filter(|row| self.by_identifier(row) == Meant::New)
            .collect();
        self.look_up_names(conn, &rest).await
    }

    /// Those that a row brought, or left as they are, which said the same to the letter.
    async fn look_up_hashes(
        &mut self,
        conn: &mut PgConnection,
        asking: &[Asking<'_>],
    ) -> Result<(), DbError> {
        let hashes: Vec<Vec<u8>> = asking.iter().map(|(_, hash)| hash.to_vec()).collect();
        if hashes.is_empty() {
            return Ok(());
        }
        let found = sqlx::query!(
            r#"select id, import_hash as "hash!", merged_into is not null as "gone!"
             from organizations where import_hash = any($1)"#,
            &hashes
        )
        .fetch_all(conn)
        .await?;
        for one in found {
            self.note(one.id, one.gone);
            let ids = self.hashes.entry(one.hash).or_default();
            if !ids.contains(&one.id) {
                ids.push(one.id);
            }
        }
        Ok(())
    }

    fn note(&mut self, id: OrganizationId, is_gone: bool) {
        if is_gone {
            self.gone.insert(id);
        }
    }

    /// Whether it gave way to another: then it is changed no more.
    pub(super) fn gave_way(&self, id: OrganizationId) -> bool {
        self.gone.contains(&id)
    }

    async fn look_up_numbers(
        &mut self,
        conn: &mut PgConnection,
        rows: &[&RosterRow],
    ) -> Result<(), DbError> {
        let numbers: Vec<RegistryNumber> = rows
            .iter()
            .flat_map(|row| [row.number, row.merged_into])
            .flatten()
            .collect();
        if numbers.is_empty() {
            return Ok(());
        }
        let found = sqlx::query!(
            r#"select id, number, merged_into is not null as "gone!" from organizations where number = any($1)"#,
            &numbers as _
        )
        .fetch_all(conn)
        .await?;
        for one in found {
            self.note(one.id, one.gone);
            self.numbers.insert(one.number, one.id);
        }
        Ok(())
    }

    async fn look_up_identifiers(
        &mut self,
        conn: &mut PgConnection,
        rows: &[&RosterRow],
    ) -> Result<(), DbError> {
        let (schemes, values): (Vec<String>, Vec<String>) = rows
            .iter()
            .flat_map(|row| &row.identifiers)
            .map(entry)
            .unzip();
        if schemes.is_empty() {
            return Ok(());
        }
        let found = sqlx::query!(
            r#"select i.scheme, w.value as "value!", i.organization_id, o.merged_into is not null as "gone!"
             from (select distinct scheme, value from unnest($1::text[], $2::text[]) as w (scheme, value)) w
             join organization_identifiers i on i.scheme = w.scheme
                and identifier_normal(i.value) = identifier_normal(w.value)
             join organizations o on o.id = i.organization_id"#,
            &schemes,
            &values
        )
        .fetch_all(&mut *conn)
        .await?;
        let mut met = HashSet::new();
        for one in found {
            self.note(one.organization_id, one.gone);
            let ids = self.identifiers.entry((one.scheme, one.value)).or_default();
            if !ids.contains(&one.organization_id) {
                ids.push(one.organization_id);
            }
            met.insert(one.organization_id);
        }
        self.look_up_entries(conn, met).await
    }

    /// Every number in other registers that these organizations have.
    async fn look_up_entries(
        &mut self,
        conn: &mut PgConnection,
        of: HashSet<OrganizationId>,
    ) -> Result<(), DbError> {
        let unknown: Vec<OrganizationId> = of
            .into_iter()
            .filter(|id| !self.entries.contains_key(id))
            .collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let found = sqlx::query!(
            "select organization_id, scheme, value from organization_identifiers where organization_id = any($1)",
            &unknown as _
        )
        .fetch_all(conn)
        .await?;
        for one in found {
            let entries = self.entries.entry(one.organization_id).or_default();
            entries.extend(Identifier::parse(&one.scheme, &one.value).map(|it| entry(&it)));
        }
        Ok(())
    }

    async fn look_up_names(
        &mut self,
        conn: &mut PgConnection,
        rows: &[&RosterRow],
    ) -> Result<(), DbError> {
        let wanted: HashSet<(String, &str, &str)> = rows
            .iter()
            .filter_map(|row| {
                let name = row.name()?;
                Some((
                    folded(&name.text),
                    row.host_country.code(),
                    name.text.as_str(),
                ))
            })
            .collect();
        if wanted.is_empty() {
            return Ok(());
        }
        let folds: Vec<String> = wanted.iter().map(|(folded, ..)| folded.clone()).collect();
        let hosts: Vec<String> = wanted
            .iter()
            .map(|(_, host, _)| (*host).to_owned())
            .collect();
        let texts: Vec<String> = wanted.iter().map(|(.., text)| (*text).to_owned()).collect();
        // Of a name of signs alone nothing is left to fold: it is compared as it is. One that another gave way to may go by the
        // other's name since, so that its own is among those it has besides.
        let found = sqlx::query!(
            r#"select distinct n.text, o.host_country, o.city, o.id, n.position = 0 as "is_main!",
                o.merged_into is not null as "gone!"
             from unnest($1::text[], $2::text[], $3::text[]) as w (folded, host, text)
             join organization_names n on n.folded = w.folded and (w.folded <> '' or n.text = w.text)
             join organizations o on o.id = n.organization_id and o.host_country = w.host
             where n.position = 0 or exists (select from organizations g where g.merged_into = o.id)"#,
            &folds,
            &hosts,
            &texts
        )
        .fetch_all(&mut *conn)
        .await?;
        let mut met = HashSet::new();
        for one in found {
            self.note(one.id, one.gone);
            let key = name_key(&one.text, one.host_country, one.city.as_deref());
            let names = match one.is_main {
                true => &mut self.names,
                false => &mut self.by_names,
            };
            let namesakes = names.entry(key).or_default();
            if !namesakes.contains(&one.id) {
                namesakes.push(one.id);
            }
            met.insert(one.id);
        }
        self.look_up_entries(conn, met).await
    }

    /// Which organization a row means.
    pub(super) fn meant(&self, (row, hash): Asking<'_>) -> Meant {
        // A number is its bearer's alone, whoever else has the same name or identifier.
        if let Some(number) = row.number {
            return self
                .numbers
                .get(&number)
                .map_or(Meant::New, |id| Meant::Known(*id));
        }
        if let meant @ Meant::Known(_) = self.by_hash(hash) {
            return meant;
        }
        match self.by_identifier(row) {
            Meant::New => self.by_name(row),
            meant => meant,
        }
    }

    fn by_hash(&self, hash: &[u8]) -> Meant {
        match only(self.hashes.get(hash).into_iter().flatten().copied()) {
            // Which of them it was cannot be told by this.
            Meant::Several => Meant::New,
            meant => meant,
        }
    }

    /// One that gave way is meant before the one that goes on, which has its numbers besides its own: through the one nobody writes
    /// to the other.
    fn own(&self, ids: impl Iterator<Item = OrganizationId> + Clone) -> Meant {
        match ids.clone().find(|id| self.gave_way(*id)) {
            Some(gone) => Meant::Known(gone),
            None => only(ids),
        }
    }

    /// The first number that somebody has decides; one who has another number in a register that the row names
    /// before it is somebody else.
    fn by_identifier(&self, row: &RosterRow) -> Meant {
        for (at, one) in row.identifiers.iter().enumerate() {
            let ids = self.identifiers.get(&entry(one)).into_iter().flatten();
            let ids = ids.copied();
            let met = self.own(ids.filter(|id| !self.differs(*id, &row.identifiers[..at])));
            if met != Meant::New {
                return met;
            }
        }
        Meant::New
    }

    /// A namesake with another number in the same register is somebody else.
    fn by_name(&self, row: &RosterRow) -> Meant {
        let Some(key) = key_of(row) else {
            return Meant::New;
        };
        let of = |names: &HashMap<NameKey, Vec<OrganizationId>>| -> Vec<OrganizationId> {
            let namesakes = names.get(&key).into_iter().flatten().copied();
            namesakes
                .filter(|id| !self.differs(*id, &row.identifiers))
                .collect()
        };
        let by_main = of(&self.names);
        // Who goes by this name now is meant by it, whoever did before it gave way.
        let live = by_main.iter().copied().filter(|id| !self.gave_way(*id));
        match only(live) {
            Meant::New => {}
            met => return met,
        }
        match by_main.first() {
            Some(gone) => Meant::Known(*gone),
            None => only(of(&self.by_names).into_iter()),
        }
    }

    /// Whether an organization has numbers in the registers of these, and none of them is one of these.
    fn differs(&self, id: OrganizationId, from: &[Identifier]) -> bool {
        let known = self.entries.get(&id).map_or(&[][..], Vec::as_slice);
        let same_register =
            |one: &Identifier| known.iter().any(|(scheme, _)| scheme == one.scheme());
        let same = |one: &Identifier| known.contains(&entry(one));
        from.iter().any(same_register) && !from.iter().any(same)
    }

    /// The organization with this number.
    pub(super) fn numbered(&self, number: RegistryNumber) -> Option<OrganizationId> {
        self.numbers.get(&number).copied()
    }

    /// Makes a new organization known to the rows after it.
    pub(super) fn add(&mut self, id: OrganizationId, row: &RosterRow) {
        if let Some(number) = row.number {
            self.numbers.insert(number, id);
        }
        let entries: Vec<Entry> = row.identifiers.iter().map(entry).collect();
        for entry in &entries {
            self.identifiers.entry(entry.clone()).or_default().push(id);
        }
        self.entries.insert(id, entries);
        if let Some(key) = key_of(row) {
            self.names.entry(key).or_default().push(id);
        }
    }
}

fn only(mut ids: impl Iterator<Item = OrganizationId>) -> Meant {
    match ids.next() {
        None => Meant::New,
        Some(first) if ids.all(|id| id == first) => Meant::Known(first),
        Some(_) => Meant::Several,
    }
}

fn key_of(row: &RosterRow) -> Option<NameKey> {
    let name = row.name()?;
    Some(name_key(&name.text, row.host_country, row.city.as_deref()))
}

fn name_key(name: &str, host: Country, city: Option<&str>) -> NameKey {
    let mut key = folded(name);
    if key.is_empty() {
        name.clone_into(&mut key);
    }
    let city = city.map(|name| match City::called(host, name) {
        Some(city) => city.to_string(),
        None => fold(name),
    });
    (key, host, city.unwrap_or_default())
}
