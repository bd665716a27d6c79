//! A session: its facts, who is there, its agenda with what the votes came to.

use askama::Template;
use axum::http::StatusCode;

use super::words::{self, Said, seen};
use crate::actor::Actor;
use crate::case::{self, Scope};
use crate::db::Tx;
use crate::ids::{AccountId, SittingId, SittingItemId};
use crate::sitting::{Item, ItemResult, OffHow, Sitting, SittingStage, policy};
use crate::values::Lang;
use crate::web::desk::{People, Title, When, paragraphs};
use crate::web::{
    Answer, Chrome, Fields, Page, Path, Query, Result, Sheet, filters, html_with, urls,
};

#[derive(Template)]
#[template(path = "sittings/show.html")]
struct ShowPage {
    page: Page,
    title: String,
    sitting: Sitting,
    when: When,
    chair: String,
    lasts: String,
    called_off: Vec<String>,
    members: Vec<(String, String, bool)>,
    items: Vec<Row>,
    gone: Vec<Row>,
    waiting: Vec<(String, String)>,
    may_keep: bool,
    may_close: bool,
    /// The case for which nothing was decided when somebody tried to close the session.
    hindered: Option<String>,
    attendance: Sheet,
    adding: Sheet,
}

/// A case of the agenda.
struct Row {
    href: String,
    case: String,
    title: Title,
    number: String,
    kind: &'static str,
    is_own: bool,
    /// Whether whoever looks can vote on it now.
    may_vote: bool,
    voted: bool,
    /// Whether whoever looks can close the vote on it now.
    may_count: bool,
    recused: Vec<(String, &'static str)>,
    votes: usize,
    result: Option<ItemResult>,
    off: Option<OffHow>,
    said: Option<Said>,
}

impl Row {
    fn of(lang: Lang, people: &People, actor: &Actor, sitting: &Sitting, item: &Item) -> Self {
        Self {
            href: urls::desk_session_item(sitting.id, item.id),
            case: urls::desk_case(item.case),
            title: Title::of(lang, &item.title, item.title_language.as_ref()),
            number: item.number.map(|it| it.to_string()).unwrap_or_default(),
            kind: item.kind.key(),
            is_own: item.is_own,
            may_vote: policy::vote(actor, sitting, item).is_ok(),
            voted: item
                .ballots
                .iter()
                .any(|it| actor.account() == Some(it.account)),
            may_count: policy::count(actor, sitting, item).is_ok(),
            recused: item
                .recused
                .iter()
                .map(|it| (people.name(it.account), it.cause.key()))
                .collect(),
            votes: item.ballots.len(),
            result: item.result,
            off: item.off,
            said: item.answer.as_ref().map(|it| Said::of(lang, it)),
        }
    }

    fn tone(&self) -> &'static str {
        self.result.map_or("grey", words::tone)
    }
}

impl ShowPage {
    const fn tone(&self) -> &'static str {
        words::stage_tone(self.sitting.stage)
    }

    fn is_called(&self) -> bool {
        self.sitting.stage == SittingStage::Called
    }

    fn is_closed(&self) -> bool {
        self.sitting.stage == SittingStage::Closed
    }

    fn chosen(&self) -> Vec<(String, String)> {
        self.members
            .iter()
            .map(|(id, name, _)| (id.clone(), name.clone()))
            .collect()
    }
}

/// `GET /desk/sessions/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    Path(id): Path<SittingId>,
    Query(fields): Query,
    mut tx: Tx,
) -> Answer {
    let sitting = seen(&mut tx, &actor, id).await?;
    let hindered = fields.get("hindered").parse::<SittingItemId>().ok();
    let hindered = hindered
        .and_then(|it| sitting.item(it))
        .map(|it| it.title.clone());
    let page = load(&mut tx, &actor, &chrome, sitting, Sheet::empty()).await?;
    let status = match hindered {
        Some(_) => StatusCode::CONFLICT,
        None => StatusCode::OK,
    };
    html_with(status, chrome.lang, ShowPage { hindered, ..page })
}

/// The page again, for a case that could not be added.
pub(super) async fn again(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    sitting: Sitting,
    adding: Sheet,
) -> Answer {
    let page = load(tx, actor, chrome, sitting, adding).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

async fn load(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    sitting: Sitting,
    adding: Sheet,
) -> Result<ShowPage> {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let may_keep = policy::keep(actor, &sitting).is_ok();
    let mut waiting = Vec::new();
    if may_keep {
        let scope = Scope::of(tx, actor).await?;
        for case in case::awaiting_session(tx, &scope).await? {
            let number = case.number.map(|it| it.to_string()).unwrap_or_default();
            let title = Title::of(lang, &case.title, case.title_language.as_ref()).text;
            waiting.push((case.id.to_string(), format!("{title} · {number}")));
        }
    }
    let accounts: Vec<AccountId> = sitting
        .members
        .iter()
        .map(|it| it.account)
        .chain([sitting.chair])
        .collect();
    let people = People::of(tx, &vault, accounts).await?;
    let mut here = Fields::default();
    for member in sitting.members.iter().filter(|it| it.present) {
        here.push("present", member.account.to_string());
    }
    let (items, gone): (Vec<_>, Vec<_>) = sitting
        .items
        .iter()
        .map(|item| Row::of(lang, &people, actor, &sitting, item))
        .partition(|row| row.off.is_none());
    Ok(ShowPage {
        page: words::crumbs(chrome.page(), lang, &sitting),
        title: words::title(lang, sitting.number),
        when: words::starts(lang, sitting.starts_local, &sitting.zone),
        chair: people.name(sitting.chair),
        lasts: sitting.lasts_minutes.to_string(),
        called_off: paragraphs(sitting.words.as_ref()),
        members: sitting
            .members
            .iter()
            .map(|it| (it.account.to_string(), people.name(it.account), it.present))
            .collect(),
        items,
        gone,
        waiting,
        may_keep,
        may_close: policy::close(actor, &sitting).is_ok(),
        hindered: None,
        attendance: Sheet::of(here),
        adding,
        sitting,
    })
}
