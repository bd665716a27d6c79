//! What would become of each organization, how far the act is, and what became of each.

use askama::Template;

use crate::actor::Actor;
use crate::bulk::{self, BulkAct, BulkFate, BulkOrder, BulkState, Which, policy};
use crate::db::Read;
use crate::group;
use crate::ids::BulkId;
use crate::notice::LetterWords;
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::coordination::Spoken;
use crate::web::desk::{People, Title, When, paragraphs};
use crate::web::{Answer, Chrome, Page, Path, Query, Result, filters, html, urls};

/// How many rows a page shows.
const PER_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "bulk/show.html")]
struct ShowPage {
    page: Page,
    id: BulkId,
    bulk: BulkAct,
    by: String,
    when: When,
    /// What is done, in words.
    said: Vec<String>,
    letters: Vec<Letter>,
    counts: Vec<Count>,
    total: i64,
    /// How many have their fate, and how many will be done.
    settled: i64,
    will: i64,
    rows: Vec<Row>,
    next: String,
    may_go_on: bool,
    may_again: bool,
    again_of: Option<String>,
    list: Option<String>,
}

/// How many have a fate, and the way to those.
struct Count {
    fate: BulkFate,
    count: i64,
    href: String,
    is_on: bool,
}

struct Letter {
    lang: Lang,
    subject: String,
    text: Vec<String>,
}

struct Row {
    href: String,
    title: Title,
    number: String,
    host: &'static str,
    fate: BulkFate,
}

impl Row {
    fn tone(&self) -> &'static str {
        match self.fate {
            BulkFate::Will => "blue",
            BulkFate::Done => "green",
            BulkFate::Already => "grey",
            BulkFate::Failed => "red",
            _ => "amber",
        }
    }
}

impl ShowPage {
    const fn state_tone(&self) -> &'static str {
        tone(self.bulk.state)
    }

    fn part(&self, part: &str) -> String {
        urls::desk_bulk_part(self.id, part)
    }
}

/// The tone of a state.
pub(super) const fn tone(state: BulkState) -> &'static str {
    match state {
        BulkState::Planned => "amber",
        BulkState::Running => "blue",
        BulkState::Done => "green",
        BulkState::Dropped => "grey",
    }
}

/// `GET /desk/bulk/{id}`
pub(super) async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<BulkId>,
    Query(query): Query,
) -> Answer {
    let (vault, lang) = (read.vault(), chrome.lang);
    let act = bulk::find(&mut read, &vault, &actor, id).await?;
    let wanted = BulkFate::from_code(query.get("fate"));
    let which = Which {
        fate: wanted,
        after: query.get("after").parse().unwrap_or_default(),
        most: PER_PAGE + 1,
    };
    let mut rows = bulk::rows(&mut read, &actor, &act, which).await?;
    let per_page = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let has_more = rows.len() > per_page;
    rows.truncate(per_page);
    let here = |fate: Option<BulkFate>, after: Option<i32>| {
        let mut parts = Vec::new();
        parts.extend(fate.map(|fate| format!("fate={fate}")));
        parts.extend(after.map(|after| format!("after={after}")));
        match parts.is_empty() {
            true => urls::desk_bulk(id),
            false => format!("{}?{}#rows", urls::desk_bulk(id), parts.join("&")),
        }
    };
    let next = rows.last().filter(|_| has_more).map(|it| it.position);
    let counted = bulk::count(&mut read, &actor, &act).await?;
    let of = |fate: BulkFate| {
        let counted = counted.iter().filter(|(it, _)| *it == fate);
        counted.map(|(_, count)| count).sum::<i64>()
    };
    let total: i64 = counted.iter().map(|(_, count)| count).sum();
    let will = of(BulkFate::Will);
    let failed = total - will - of(BulkFate::Done) - of(BulkFate::Already);
    let may_go_on = policy::go_on(&actor, &act).is_ok();
    let mut names = vec![act.by];
    if let BulkOrder::Assign { to } = &act.order {
        names.push(*to);
    }
    if let BulkOrder::Flag { owner, .. } = &act.order {
        names.extend(*owner);
    }
    let people = People::of(&mut read, &vault, names).await?;
    let page = ShowPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(urls::DESK_BULK, say::t(lang, "bulk-title"))
            .crumb("", say::t(lang, act.kind.key())),
        id,
        by: people.name(act.by),
        when: When::moment(lang, act.planned_at),
        said: said(&mut read, lang, &act.order, &people).await?,
        letters: letters(&act.order),
        counts: counted
            .iter()
            .map(|(fate, count)| Count {
                fate: *fate,
                count: *count,
                href: match wanted == Some(*fate) {
                    true => here(None, None),
                    false => here(Some(*fate), None),
                },
                is_on: wanted == Some(*fate),
            })
            .collect(),
        total,
        settled: total - will,
        will,
        next: next.map_or_else(String::new, |after| here(wanted, Some(after))),
        rows: rows
            .into_iter()
            .map(|it| Row {
                href: urls::desk_organization(it.number),
                title: Title::of(lang, &it.name, it.name_language.as_ref()),
                number: it.number.to_string(),
                host: it.host_country.name(lang),
                fate: it.fate,
            })
            .collect(),
        may_go_on,
        may_again: may_go_on && act.state == BulkState::Done && failed > 0,
        again_of: act.again_of.map(urls::desk_bulk),
        list: act.list.as_deref().map(urls::rosters),
        bulk: act,
    };
    html(lang, page)
}

/// What is done to each, in words.
async fn said(
    read: &mut Read,
    lang: Lang,
    order: &BulkOrder,
    people: &People,
) -> Result<Vec<String>> {
    Ok(match order {
        BulkOrder::Assign { to } => {
            vec![say::t1(lang, "bulk-said-assign", "name", people.name(*to))]
        }
        BulkOrder::Group { group, role, .. } => {
            let names = match group::find(read, *group).await? {
                Some(found) => Spoken::of(&found.said.names, lang).text,
                None => String::new(),
            };
            let args = [
                ("group", Arg::Text(names)),
                ("role", Arg::Text(say::t(lang, role.key()))),
            ];
            vec![say::with(lang, "bulk-said-group", &args)]
        }
        BulkOrder::Flag {
            words,
            due_on,
            owner,
        } => {
            let mut said = vec![say::t1(lang, "flag-until", "date", say::day(lang, *due_on))];
            said.extend(owner.map(|it| people.name(it)));
            said.extend(paragraphs(Some(words)));
            said
        }
        BulkOrder::Renewal => vec![say::t(lang, "bulk-said-renewal")],
        BulkOrder::Letter { .. } => Vec::new(),
    })
}

fn letters(order: &BulkOrder) -> Vec<Letter> {
    let BulkOrder::Letter { said } = order else {
        return Vec::new();
    };
    said.iter()
        .map(
            |LetterWords {
                 lang,
                 subject,
                 text,
             }| Letter {
                lang: *lang,
                subject: subject.to_string(),
                text: paragraphs(Some(text)),
            },
        )
        .collect()
}
