//! The queue: every case that somebody of the desk sees, by search and filter, in the order that they choose.

use askama::Template;
use sqlx::PgConnection;

use super::filter::{self, Chosen};
use super::view::{Choice, People, Row, many};
use crate::account;
use crate::actor::{Actor, Denied};
use crate::case::{
    self, CaseAge, CaseColumn, CaseOrder, CaseState, Counts, Desk, Held, InOrder, Looking, WaitsOn,
    policy,
};
use crate::db::Read;
use crate::say;
use crate::values::{Area, CaseKind, Country, Lang, Role};
use crate::vault::Vault;
use crate::web::{Answer, Chrome, Page, Query, Sheet, areas, filters, html, urls};

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    choices: Choices,
    chosen: Vec<Chosen>,
    /// How many of these are not what is searched for.
    set: usize,
    stages: Vec<Facet>,
    waits: Vec<Facet>,
    total: String,
    cases: Vec<Row>,
    columns: Vec<CaseColumn>,
    /// The same list with what is over, where it shows what is open alone.
    with_all: Option<String>,
    /// Whether some of what is chosen stands under "more".
    has_more: bool,
    views: Vec<(String, String)>,
    /// Where this list is saved under a name.
    save: Option<String>,
    previous: String,
    next: String,
}

/// What the lists of the filter offer.
struct Choices {
    kinds: Vec<Choice>,
    countries: Vec<(&'static str, &'static str)>,
    areas: Vec<(String, String)>,
    held: Vec<(String, String)>,
    states: Vec<Choice>,
    ages: Vec<Choice>,
    orders: Vec<Choice>,
    columns: Vec<Choice>,
}

/// A way to narrow the list, with how many it would leave.
struct Facet {
    name: String,
    count: String,
    on: bool,
    href: String,
}

/// `GET /desk/cases`
pub async fn index(chrome: Chrome, actor: Actor, Query(fields): Query, mut read: Read) -> Answer {
    if !actor.has_desk() {
        actor.person()?;
        return Err(Denied::Hidden.into());
    }
    let (vault, today, lang) = (read.vault(), read.today(), chrome.lang);
    let asked = filter::read(fields);
    let looking = &asked.looking;
    let desk = Desk::of(&mut read, &actor).await?;
    let counts = case::count(&mut read, &desk, &looking.filter).await?;
    let of = InOrder {
        filter: &looking.filter,
        order: looking.order,
        countries: Country::sorted(lang),
    };
    let found = case::list(&mut read, &desk, of, asked.cursor).await?;
    let holders = found.cases.iter().filter_map(|it| it.holder_id);
    let chosen_holder = match looking.filter.held {
        Some(Held::By(account)) => Some(account),
        _ => None,
    };
    let people = People::of(&mut read, &vault, holders.chain(chosen_holder))
        .await?
        .and_absences(&mut read, &vault, today)
        .await?;
    let views = case::views(&mut read, &actor).await?;

    let (query, chosen) = (looking.query(), filter::chosen(lang, looking, &people));
    let page = IndexPage {
        page: chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb("", say::t(lang, "desk-cases-title")),
        choices: Choices::of(&mut read, &vault, lang, looking.filter.area).await?,
        set: chosen.len() - usize::from(!looking.filter.words.is_empty()),
        chosen,
        stages: stages(lang, looking, &counts),
        waits: waits(lang, looking, &counts),
        total: {
            let found = counts.found_by(&looking.filter);
            match found.or_more {
                true => say::t(lang, "desk-cases-many"),
                false => say::t1(lang, "desk-cases-count", "count", found.count),
            }
        },
        with_all: (looking.filter.state == CaseState::Open
            && looking.filter.stage.is_none()
            && looking.filter.waits.is_none())
        .then(|| filter::address(&filter::with(looking, "state", Some(CaseState::All.code())))),
        cases: found
            .cases
            .iter()
            .map(|case| Row::of(lang, today, &people, case).in_list(&query))
            .collect(),
        columns: looking.columns.clone(),
        has_more: has_more(looking),
        views: views
            .into_iter()
            .map(|view| (filter::address(&view.looking), view.name))
            .collect(),
        save: policy::keep_views(&actor)
            .is_ok()
            .then(|| urls::desk_view_new(&query)),
        previous: filter::page(looking, "before", found.previous),
        next: filter::page(looking, "after", found.next),
        form: Sheet::of(filter::filled(looking)),
    };
    html(lang, page)
}

fn has_more(looking: &Looking) -> bool {
    let filter = &looking.filter;
    filter.homeland.is_some()
        || filter.community.is_some()
        || filter.area.is_some()
        || filter.age.is_some()
        || filter.late
        || filter.flagged
        || filter.paper
        || filter.asks_me
}

/// The stages that have cases of the filter, or are chosen.
fn stages(lang: Lang, looking: &Looking, counts: &Counts) -> Vec<Facet> {
    let chosen = looking.filter.stage;
    counts
        .by_stage()
        .into_iter()
        .filter(|(code, count)| count.is_some() || chosen == Some(*code))
        .map(|(code, count)| {
            let on = chosen == Some(code);
            let changed = filter::with(looking, "stage", (!on).then_some(code.code()));
            Facet {
                name: say::t(lang, code.key()),
                count: many(lang, count),
                on,
                // Whatever was chosen of those for whom cases wait would contradict it.
                href: filter::address(&filter::with(&changed, "waits", None)),
            }
        })
        .collect()
}

/// For whom they wait: the same counts, taken together.
fn waits(lang: Lang, looking: &Looking, counts: &Counts) -> Vec<Facet> {
    WaitsOn::ALL
        .iter()
        .map(|one| (one, counts.waiting_on(*one)))
        .filter(|(one, count)| count.is_some() || looking.filter.waits == Some(**one))
        .map(|(one, count)| {
            let on = looking.filter.waits == Some(*one);
            let changed = filter::with(looking, "waits", (!on).then_some(one.code()));
            Facet {
                name: say::t(lang, one.key()),
                count: many(lang, count),
                on,
                href: filter::address(&filter::with(&changed, "stage", None)),
            }
        })
        .collect()
}

impl Choices {
    async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        lang: Lang,
        area: Option<Area>,
    ) -> crate::Result<Self> {
        let named = |code, key| (code, say::t(lang, key));
        let colleagues =
            account::with_roles(conn, vault, &[Role::Coordinator, Role::Chair]).await?;
        let mut held = vec![
            ("me".to_owned(), say::t(lang, "desk-held-me")),
            ("nobody".to_owned(), say::t(lang, "desk-held-nobody")),
            ("second".to_owned(), say::t(lang, "desk-waits-for-second")),
            ("my-second".to_owned(), say::t(lang, "desk-second-title")),
        ];
        held.extend(
            colleagues
                .into_iter()
                .map(|(id, name)| (id.to_string(), name)),
        );
        Ok(Self {
            kinds: CaseKind::ALL
                .iter()
                .map(|it| named(it.code(), it.key()))
                .collect(),
            countries: Country::sorted(lang)
                .iter()
                .map(|it| (it.code(), it.name(lang)))
                .collect(),
            areas: areas::options(lang, area),
            held,
            states: CaseState::ALL
                .iter()
                .map(|it| named(it.code(), it.key()))
                .collect(),
            ages: CaseAge::ALL
                .iter()
                .map(|it| named(it.code(), it.key()))
                .collect(),
            orders: CaseOrder::ALL
                .iter()
                .map(|it| named(it.code(), it.key()))
                .collect(),
            columns: CaseColumn::ALL
                .iter()
                .map(|it| named(it.code(), it.key()))
                .collect(),
        })
    }
}
