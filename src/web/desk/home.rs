//! The desk itself: what one holds, what waits, and how many cases stand where.

use askama::Template;
use axum::extract::State;

use super::view::{People, Row};
use crate::actor::{Actor, Denied};
use crate::case::{self, Filter, Held, Scope, StageCode, policy};
use crate::db::Read;
use crate::flag::{self, Whose};
use crate::say;
use crate::values::Role;
use crate::web::{Answer, App, Chrome, Page, filters, html, urls};

/// How many of those that wait are shown here.
const FEW: usize = 8;

#[derive(Template)]
#[template(path = "desk/home.html")]
struct IndexPage {
    page: Page,
    is_board: bool,
    is_post: bool,
    can_take_next: bool,
    may_see_ladder: bool,
    types_in: bool,
    held: Vec<Row>,
    waiting: Vec<Row>,
    /// Cases that wait on somebody whose day has passed.
    overdue: Vec<Row>,
    counts: Vec<(StageCode, i64)>,
    /// How many flags are up.
    flags: i64,
}

/// `GET /desk`
pub async fn index(chrome: Chrome, actor: Actor, State(_): State<App>, mut read: Read) -> Answer {
    let person = actor.person()?;
    if !actor.has_desk() {
        return Err(Denied::Hidden.into());
    }
    let (vault, today, lang) = (read.vault(), read.today(), chrome.lang);
    let scope = Scope::of(&mut read, &actor).await?;
    let seeing = flag::policy::see(&actor)?;
    let counts = case::count_by_stage(&mut read, &scope, &Filter::default()).await?;
    let held = case::held_by(&mut read, &scope, person.id).await?;
    let is_post = person.role == Role::PostOfficer;
    // A post looks at what waits for its opinion, the others at what nobody has taken.
    let filter = Filter {
        stage: is_post.then_some(StageCode::AtPost),
        held: (!is_post).then_some(Held::ByNobody),
        ..Filter::default()
    };
    let waiting = case::list(&mut read, &scope, &filter, case::Cursor::First)
        .await?
        .cases;
    let overdue = case::overdue(&mut read, &scope, today).await?;
    let holders = held
        .iter()
        .chain(&waiting)
        .chain(&overdue)
        .filter_map(|it| it.holder_id);
    let people = People::of(&mut read, &vault, holders)
        .await?
        .and_absences(&mut read, &vault, today)
        .await?;
    let row = |case| Row::of(lang, today, &people, case);
    html(
        lang,
        IndexPage {
            page: chrome.page().crumb("", say::t(lang, "desk-title")),
            is_board: actor.is_board(),
            is_post,
            can_take_next: policy::take_next(&actor).is_ok(),
            may_see_ladder: crate::organization::policy::see_ladder(&actor).is_ok(),
            types_in: policy::type_in_any(&actor).is_ok(),
            held: held.iter().map(row).collect(),
            overdue: overdue.iter().take(FEW).map(row).collect(),
            waiting: waiting.iter().take(FEW).map(row).collect(),
            counts,
            flags: flag::count(&mut read, seeing.hosts(), Whose::All).await?,
        },
    )
}

impl IndexPage {
    fn stage_href(&self, stage: &StageCode) -> String {
        format!("{}?stage={stage}", urls::DESK_CASES)
    }
}
