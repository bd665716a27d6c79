//! The registry in memory: every name of every organization, to be looked up by all cores.

use std::collections::HashMap;

use crate::db::{Db, DbError};
use crate::ids::OrganizationId;
use crate::names::{Builder, Finder, Index, Name, compare};
use crate::organization::{Asked, Known, Sign, Weighed, weigh};
use crate::values::{Identifier, RegistryNumber};

/// The organizations that are read at a time.
const PAGE: i64 = 20_000;

/// A register and a number in it, as it is compared.
type Entry = (String, String);

fn entry(identifier: &Identifier) -> Entry {
    (identifier.scheme().to_owned(), identifier.normal())
}

/// What is known of each organization, and an index of their names.
pub(super) struct Registry {
    bearers: Vec<Bearer>,
    index: Index,
    by_identifier: HashMap<Entry, u32>,
    by_website: HashMap<String, Vec<u32>>,
}

/// An organization as an answer needs it.
pub(super) struct Bearer {
    pub(super) number: RegistryNumber,
    pub(super) name: String,
    pub(super) known: Known,
}

/// A candidate for a row.
pub(super) struct Candidate<'a> {
    pub(super) bearer: &'a Bearer,
    pub(super) weighed: Weighed,
}

impl Registry {
    /// Reads the registry. Organizations that were merged into others have their names there.
    pub(super) async fn read(db: &Db) -> Result<Self, DbError> {
        let mut read = db.read().await?;
        let mut bearers: Vec<Bearer> = Vec::new();
        let mut builder = Builder::default();
        let mut after = OrganizationId::from(uuid::Uuid::nil());
        loop {
            let rows = sqlx::query!(
                r#"select o.id, o.number, o.name, o.host_country, o.city, o.website_host,
                    array(select n.text from organization_names n where n.organization_id = o.id order by n.position)
                        as "names!: Vec<String>",
                    array(select i.scheme from organization_identifiers i where i.organization_id = o.id
                        order by i.position) as "schemes!: Vec<String>",
                    array(select i.value from organization_identifiers i where i.organization_id = o.id
                        order by i.position) as "values!: Vec<String>"
                 from organizations o where o.id > $1 and o.standing <> 'merged' order by o.id limit $2"#,
                after as _,
                PAGE
            )
            .fetch_all(&mut *read)
            .await?;
            let Some(last) = rows.last() else { break };
            after = last.id;
            let mut names: Vec<(String, u32)> = Vec::new();
            for row in rows {
                let Ok(at) = u32::try_from(bearers.len()) else {
                    break;
                };
                names.extend(row.names.into_iter().map(|name| (name, at)));
                bearers.push(Bearer {
                    number: row.number,
                    name: row.name,
                    known: Known {
                        host_country: row.host_country,
                        city: row.city,
                        identifiers: identifiers(&row.schemes, &row.values),
                        website_host: row.website_host,
                        // A file of names has no contacts of its own.
                        marks: Vec::new(),
                    },
                });
            }
            builder.add_all(&names);
        }
        Ok(Self::of(bearers, builder))
    }

    fn of(bearers: Vec<Bearer>, builder: Builder) -> Self {
        let mut by_identifier = HashMap::new();
        let mut by_website: HashMap<String, Vec<u32>> = HashMap::new();
        for (at, bearer) in (0_u32..).zip(&bearers) {
            for identifier in &bearer.known.identifiers {
                by_identifier.entry(entry(identifier)).or_insert(at);
            }
            if let Some(host) = &bearer.known.website_host {
                by_website.entry(host.clone()).or_default().push(at);
            }
        }
        Self {
            bearers,
            index: builder.build(),
            by_identifier,
            by_website,
        }
    }

    /// Something to look up with, for one thread.
    pub(super) fn finder(&self) -> Finder<'_> {
        self.index.finder()
    }

    /// Who may be asked for, the likeliest first.
    pub(super) fn find<'a>(
        &'a self,
        finder: &mut Finder<'_>,
        asked: &Asked,
        top: usize,
    ) -> Vec<Candidate<'a>> {
        let mut found: HashMap<u32, Weighed> = HashMap::new();
        let mut keep = |at: u32, weighed: Weighed| match found.get_mut(&at) {
            Some(known) if known.score >= weighed.score => {}
            Some(known) => *known = weighed,
            None => {
                found.insert(at, weighed);
            }
        };
        for text in &asked.names {
            let name = Name::read(text);
            let candidates = finder.find(&name, top, |bearer, likeness| {
                let known = &self.bearers[bearer as usize].known;
                likeness.score = weigh(asked, text, known, likeness).score;
            });
            for candidate in candidates {
                // Once more, with the signs: of few, and without what was added above.
                let likeness = compare(&name, self.index.name(candidate.name), self.index.rarity());
                let known = &self.bearers[candidate.bearer as usize].known;
                keep(candidate.bearer, weigh(asked, text, known, &likeness));
            }
        }
        for at in self.sharing(asked) {
            let bearer = &self.bearers[at as usize];
            let text = asked.names.first().map_or("", String::as_str);
            let likeness = compare(
                &Name::read(text),
                &Name::read(&bearer.name),
                self.index.rarity(),
            );
            let weighed = weigh(asked, text, &bearer.known, &likeness);
            if weighed.signs.contains(&Sign::Identifier) || likeness.score >= 0.3 {
                keep(at, weighed);
            }
        }
        let mut found: Vec<(u32, Weighed)> = found.into_iter().collect();
        found.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        found.truncate(top);
        found
            .into_iter()
            .map(|(at, weighed)| Candidate {
                bearer: &self.bearers[at as usize],
                weighed,
            })
            .collect()
    }

    /// Those with one of the numbers, or the website.
    fn sharing(&self, asked: &Asked) -> Vec<u32> {
        let numbered = asked
            .identifiers
            .iter()
            .filter_map(|one| self.by_identifier.get(&entry(one)).copied());
        let hosted = asked
            .website_host
            .iter()
            .filter_map(|host| self.by_website.get(host))
            .flat_map(|all| all.iter().copied().take(50));
        numbered.chain(hosted).collect()
    }
}

fn identifiers(schemes: &[String], values: &[String]) -> Vec<Identifier> {
    schemes
        .iter()
        .zip(values)
        .filter_map(|(scheme, value)| Identifier::parse(scheme, value).ok())
        .collect()
}
