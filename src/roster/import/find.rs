//! Which organization a row means: by its registry number, else by a number in another register, else by name, country and city.

use std::collections::{HashMap, HashSet};

use sqlx::PgConnection;

use crate::db::DbError;
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
    /// Every number in other registers of those above.
    entries: HashMap<OrganizationId, Vec<Entry>>,
}

/// A register and a number in it.
type Entry = (String, String);

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
        rows: &[&RosterRow],
    ) -> Result<(), DbError> {
        self.look_up_numbers(conn, rows).await?;
        let nameless: Vec<&RosterRow> = rows
            .iter()
            .copied()
            .filter(|row| row.number.is_none())
            .collect();
        self.look_up_identifiers(conn, &nameless).await?;
        let rest: Vec<&RosterRow> = nameless
            .into_iter()
            .filter(|row| self.by_identifier(row) == Meant::New)
            .collect();
        self.look_up_names(conn, &rest).await
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
            "select id, number from organizations where number = any($1)",
            &numbers as _
        )
        .fetch_all(conn)
        .await?;
        self.numbers
            .extend(found.into_iter().map(|one| (one.number, one.id)));
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
            .map(|one| (one.scheme().to_owned(), one.value().to_owned()))
            .unzip();
        if schemes.is_empty() {
            return Ok(());
        }
        let found = sqlx::query!(
            // One that gave way is meant by its number alone; whoever names it otherwise means the one that goes on.
            r#"select i.scheme, i.value, coalesce(o.merged_into, o.id) as "organization_id!: OrganizationId"
             from (select distinct scheme, value from unnest($1::text[], $2::text[]) as w (scheme, value)) w
             join organization_identifiers i on i.scheme = w.scheme and i.value = w.value
             join organizations o on o.id = i.organization_id"#,
            &schemes,
            &values
        )
        .fetch_all(&mut *conn)
        .await?;
        let mut met = HashSet::new();
        for one in found {
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
            entries.push((one.scheme, one.value));
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
        // Of a name of signs alone nothing is left to fold: it is compared as it is.
        let found = sqlx::query!(
            r#"select distinct n.text, o.host_country, o.city, coalesce(o.merged_into, o.id) as "id!: OrganizationId"
             from unnest($1::text[], $2::text[], $3::text[]) as w (folded, host, text)
             join organization_names n on n.folded = w.folded and n.position = 0 and (w.folded <> '' or n.text = w.text)
             join organizations o on o.id = n.organization_id and o.host_country = w.host"#,
            &folds,
            &hosts,
            &texts
        )
        .fetch_all(&mut *conn)
        .await?;
        let mut met = HashSet::new();
        for one in found {
            let key = name_key(&one.text, one.host_country, one.city.as_deref());
            let namesakes = self.names.entry(key).or_default();
            if !namesakes.contains(&one.id) {
                namesakes.push(one.id);
            }
            met.insert(one.id);
        }
        self.look_up_entries(conn, met).await
    }

    /// Which organization a row means.
    pub(super) fn meant(&self, row: &RosterRow) -> Meant {
        // A number is its bearer's alone, whoever else has the same name or identifier.
        if let Some(number) = row.number {
            return self
                .numbers
                .get(&number)
                .map_or(Meant::New, |id| Meant::Known(*id));
        }
        match self.by_identifier(row) {
            Meant::New => self.by_name(row),
            meant => meant,
        }
    }

    /// The first number that somebody has decides; one who has another number in a register that the row names
    /// before it is somebody else.
    fn by_identifier(&self, row: &RosterRow) -> Meant {
        for (at, one) in row.identifiers.iter().enumerate() {
            let key = (one.scheme().to_owned(), one.value().to_owned());
            let ids = self.identifiers.get(&key).into_iter().flatten().copied();
            let met = only(ids.filter(|id| !self.differs(*id, &row.identifiers[..at])));
            if met != Meant::New {
                return met;
            }
        }
        Meant::New
    }

    /// A namesake with another number in the same register is somebody else.
    fn by_name(&self, row: &RosterRow) -> Meant {
        let namesakes = key_of(row).and_then(|key| self.names.get(&key));
        let ids = namesakes.into_iter().flatten().copied();
        only(ids.filter(|id| !self.differs(*id, &row.identifiers)))
    }

    /// Whether an organization has numbers in the registers of these, and none of them is one of these.
    fn differs(&self, id: OrganizationId, from: &[Identifier]) -> bool {
        let known = self.entries.get(&id).map_or(&[][..], Vec::as_slice);
        let same_register =
            |one: &Identifier| known.iter().any(|(scheme, _)| scheme == one.scheme());
        let same = |one: &Identifier| {
            let mut known = known.iter();
            known.any(|(scheme, value)| scheme == one.scheme() && value == one.value())
        };
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
        let entries: Vec<Entry> = row
            .identifiers
            .iter()
            .map(|one| (one.scheme().to_owned(), one.value().to_owned()))
            .collect();
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
    (key, host, city.map(fold).unwrap_or_default())
}
