//! The desk opens on one's own work: what one holds, what one is asked, what is late, what colleagues said, and one's lanes.

use askama::Template;

use super::filter;
use super::standing_in::{self, ForAbsent};
use super::view::{People, Row, Title, When, all_of, is_more_than, many, paragraphs};
use crate::actor::{Actor, Denied};
use crate::case::{
    self, CaseState, Desk, Filter, Held, Looking, Many, StageCode, Telling, TellingKind, policy,
};
use crate::db::Read;
use crate::flag;
use crate::leader;
use crate::say;
use crate::sitting;
use crate::values::{Lang, Role};
use crate::web::{Answer, Chrome, Page, filters, html, urls};
use crate::workbench;

/// How many of each sort are shown here.
pub(super) const FEW: usize = 8;

#[derive(Template)]
#[template(path = "desk/home.html")]
struct IndexPage {
    page: Page,
    can_take_next: bool,
    may_see_ladder: bool,
    types_in: bool,
    may_keep_views: bool,
    tellings: Vec<Told>,
    parts: Vec<Part>,
    lanes: Vec<Lane>,
    /// What waits for colleagues for whom this person stands in.
    for_absent: Vec<ForAbsent>,
    counts: Vec<(StageCode, String)>,
    /// Whether this person has a workbench.
    has_workbench: bool,
    sees_leaders: bool,
    /// Whether this person sees the sessions of the board.
    sees_sessions: bool,
    /// How many flags are up, and how many of them this person looks after.
    flags: i64,
    own_flags: i64,
}

/// Some of one's work: the first few, and how many there are.
struct Part {
    id: &'static str,
    title_key: &'static str,
    empty_key: &'static str,
    empty_next_key: &'static str,
    count: Many,
    href: String,
    rows: Vec<Row>,
}

impl Part {
    /// Whether there are more than are shown.
    fn has_more(&self) -> bool {
        is_more_than(self.count, self.rows.len())
    }

    /// What leads to all of them.
    fn all(&self, lang: &Lang) -> String {
        all_of(*lang, self.count)
    }
}

/// A lane with how many cases it has.
struct Lane {
    name: String,
    count: String,
    href: String,
}

/// What a colleague said.
pub(super) struct Told {
    pub(super) key: &'static str,
    pub(super) title: Title,
    pub(super) number: String,
    pub(super) href: String,
    pub(super) who: String,
    pub(super) when: When,
    pub(super) words: Vec<String>,
}

/// What the parts are of, for a role.
pub(super) fn parts(role: Role) -> Vec<(&'static str, [&'static str; 3], Filter)> {
    let held = (
        "held",
        ["desk-held-title", "desk-held-empty", ""],
        Filter {
            held: Some(Held::ByMe),
            ..Filter::default()
        },
    );
    let asks = |title, empty| {
        let filter = Filter {
            asks_me: true,
            ..Filter::default()
        };
        ("asks", [title, empty, ""], filter)
    };
    let late = (
        "late",
        ["desk-late-title", "", ""],
        Filter {
            late: true,
            ..Filter::default()
        },
    );
    let waiting = (
        "waiting",
        [
            "desk-waiting-title",
            "desk-waiting-empty",
            "desk-waiting-empty-next",
        ],
        Filter {
            held: Some(Held::ByNobody),
            ..Filter::default()
        },
    );
    let second = (
        "second",
        ["desk-second-title", "", ""],
        Filter {
            held: Some(Held::ByMeAsSecond),
            ..Filter::default()
        },
    );
    match role {
        Role::PostOfficer => {
            let (id, [title, empty, _], filter) = asks("desk-post-title", "desk-post-empty");
            vec![(id, [title, empty, "desk-post-empty-next"], filter), late]
        }
        Role::Chair => vec![held, asks("desk-appeals-title", ""), second, late, waiting],
        Role::Coordinator => vec![held, second, late, waiting],
        _ => vec![late, waiting],
    }
}

/// `GET /desk`
pub async fn index(chrome: Chrome, actor: Actor, mut read: Read) -> Answer {
    let person = actor.person()?;
    if !actor.has_desk() {
        return Err(Denied::Hidden.into());
    }
    let (vault, today, lang) = (read.vault(), read.today(), chrome.lang);
    let desk = Desk::of(&mut read, &actor).await?;
    let seeing = flag::policy::see(&actor)?;
    let of_all = Filter {
        state: CaseState::All,
        ..Filter::default()
    };
    let counts = case::count(&mut read, &desk, &of_all).await?.by_stage();
    let (parts, lanes) = (parts(person.role), case::lanes(&mut read, &actor).await?);
    let filters: Vec<&Filter> = parts
        .iter()
        .map(|(.., filter)| filter)
        .chain(lanes.iter().map(|lane| &lane.looking.filter))
        .collect();
    let counted = case::counts(&mut read, &desk, &filters).await?;
    let mut shown = Vec::new();
    for (.., filter) in &parts {
        shown.push(case::few(&mut read, &desk, filter, FEW).await?);
    }
    let told = case::unread(&mut read, &vault, &actor).await?;
    let holders = shown.iter().flatten().filter_map(|it| it.holder_id);
    let people = holders.chain(told.iter().map(|it| it.by));
    let people = People::of(&mut read, &vault, people)
        .await?
        .and_absences(&mut read, &vault, today)
        .await?;
    let hosts = seeing.hosts();
    let flags = flag::counts(&mut read, hosts, person.id).await?;
    let for_absent = standing_in::of(&mut read, &actor, &desk, lang, hosts).await?;
    let (of_parts, of_lanes) = counted.split_at(parts.len().min(counted.len()));
    let page = IndexPage {
        page: chrome.page().crumb("", say::t(lang, "desk-title")),
        can_take_next: policy::take_next(&actor).is_ok(),
        may_see_ladder: crate::organization::policy::see_ladder(&actor).is_ok(),
        types_in: policy::type_in_any(&actor).is_ok(),
        may_keep_views: policy::see_views(&actor).is_ok(),
        tellings: told.iter().map(|it| Told::of(lang, &people, it)).collect(),
        parts: parts
            .into_iter()
            .zip(of_parts)
            .zip(&shown)
            .map(
                |(((id, [title_key, empty_key, empty_next_key], filter), count), cases)| {
                    let looking = Looking::at(filter);
                    let query = looking.query();
                    Part {
                        id,
                        title_key,
                        empty_key,
                        empty_next_key,
                        count: *count,
                        href: filter::address(&looking),
                        rows: cases
                            .iter()
                            .map(|case| Row::of(lang, today, &people, case).in_list(&query))
                            .collect(),
                    }
                },
            )
            // Of what seldom is there, nothing is said while there is none.
            .filter(|part| part.count.is_some() || !part.empty_key.is_empty())
            .collect(),
        lanes: lanes
            .into_iter()
            .zip(of_lanes)
            .map(|(lane, count)| Lane {
                href: filter::address(&lane.looking),
                name: lane.name,
                count: many(lang, *count),
            })
            .collect(),
        for_absent,
        counts: counts
            .into_iter()
            .map(|(stage, count)| (stage, many(lang, count)))
            .collect(),
        has_workbench: workbench::policy::see(&actor).is_ok(),
        sees_leaders: leader::policy::look_through(&actor).is_ok(),
        sees_sessions: sitting::policy::see(&actor).is_ok(),
        flags: flags.all,
        own_flags: flags.own,
    };
    html(lang, page)
}

impl Told {
    pub(super) fn of(lang: Lang, people: &People, told: &Telling) -> Self {
        Self {
            key: match told.kind {
                TellingKind::Mentioned => "desk-told-mentioned",
                TellingKind::TakenOver => "desk-told-taken-over",
            },
            title: Title::of(lang, &told.title, told.title_language.as_ref()),
            number: told.number.map(|it| it.to_string()).unwrap_or_default(),
            href: urls::desk_case(told.case),
            who: people.name(told.by),
            when: When::moment(lang, told.at),
            words: paragraphs(Some(&told.words)),
        }
    }
}

impl IndexPage {
    fn stage_href(&self, stage: &StageCode) -> String {
        format!("{}?stage={stage}", urls::DESK_CASES)
    }
}
