//! What waits for colleagues who are away, for the deputy whom they named: by the same predicate as one's own desk, within the
//! deputy's own jurisdiction, and nothing that is the deputy's own.

use super::home::{FEW, Told, parts};
use super::view::{People, Row, all_of, is_more_than, many};
use crate::account;
use crate::actor::Actor;
use crate::case::{self, Desk, Filter, Held, Many};
use crate::db::Read;
use crate::flag;
use crate::say;
use crate::values::{Arg, Country, Lang, Role};
use crate::web::{Result, urls};

/// What waits for one colleague.
pub(super) struct ForAbsent {
    /// For whom, and until when they are away.
    pub(super) title: String,
    /// What they hold, and what they are asked.
    pub(super) lists: Vec<List>,
    /// What they were told and have not read.
    pub(super) told: Vec<Told>,
    /// How many flags they look after.
    pub(super) flags: i64,
}

/// Some cases, and how many there are.
pub(super) struct List {
    pub(super) title_key: &'static str,
    pub(super) count: Many,
    /// Where all of them are; nowhere, where no list of one's own is the same.
    pub(super) href: String,
    pub(super) rows: Vec<Row>,
}

impl List {
    pub(super) fn has_more(&self) -> bool {
        is_more_than(self.count, self.rows.len())
    }

    /// How many there are.
    pub(super) fn many(&self, lang: &Lang) -> String {
        many(*lang, self.count)
    }

    /// What leads to all of them.
    pub(super) fn all(&self, lang: &Lang) -> String {
        all_of(*lang, self.count)
    }
}

impl ForAbsent {
    pub(super) fn is_empty(&self) -> bool {
        self.flags == 0 && self.told.is_empty() && !self.lists.iter().any(|it| it.count.is_some())
    }
}

/// Those parts of somebody's desk that are theirs alone: what they hold, and what they are asked.
fn own_lists(role: Role) -> Vec<(&'static str, Filter)> {
    parts(role)
        .into_iter()
        .filter_map(|(.., filter)| match (role, filter.held) {
            (_, Some(Held::ByMe)) => Some(("desk-absent-held", filter)),
            (Role::PostOfficer, _) if filter.asks_me => Some(("desk-absent-post", filter)),
            _ if filter.asks_me => Some(("desk-absent-appeals", filter)),
            _ => None,
        })
        .collect()
}

/// Of everybody for whom this person stands in today: a few colleagues at most.
pub(super) async fn of(
    read: &mut Read,
    actor: &Actor,
    desk: &Desk,
    lang: Lang,
    hosts: Option<&[Country]>,
) -> Result<Vec<ForAbsent>> {
    let (vault, today) = (read.vault(), read.today());
    let me = actor.person()?.id;
    let mut all = Vec::new();
    for absent in account::absent_of(read, &vault, me, today).await? {
        let theirs = desk.for_colleague(&absent.person);
        let wanted = own_lists(absent.person.role);
        let filters: Vec<&Filter> = wanted.iter().map(|(_, filter)| filter).collect();
        let counts = case::counts(read, &theirs, &filters).await?;
        let mut found = Vec::new();
        for (_, filter) in &wanted {
            found.push(case::few(read, &theirs, filter, FEW).await?);
        }
        let told = case::unread_by(read, &vault, actor, absent.person.id).await?;
        let holders = found.iter().flatten().filter_map(|it| it.holder_id);
        let people = holders.chain(told.iter().map(|it| it.by));
        let people = People::of(read, &vault, people).await?;
        let lists = wanted
            .iter()
            .zip(counts)
            .zip(&found)
            .map(|(((title_key, filter), count), cases)| List {
                title_key,
                count,
                href: match filter.held {
                    Some(_) => urls::desk_cases(&format!("held={}", absent.person.id)),
                    None => String::new(),
                },
                rows: cases
                    .iter()
                    .map(|case| Row::of(lang, today, &people, case))
                    .collect(),
            })
            .filter(|list| list.count.is_some())
            .collect();
        let args = [
            ("name", Arg::Text(absent.person.name.clone())),
            ("date", Arg::Text(say::day(lang, absent.until))),
        ];
        all.push(ForAbsent {
            title: say::with(lang, "desk-for-absent", &args),
            lists,
            told: told.iter().map(|it| Told::of(lang, &people, it)).collect(),
            flags: flag::counts(read, hosts, absent.person.id).await?.own,
        });
    }
    Ok(all)
}
