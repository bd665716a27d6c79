//! The minutes of a session as they are printed, and what corrects them.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::words::{self, Said, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::SittingId;
use crate::say;
use crate::sitting::{self, Minutes, MinutesItem, Sitting, Vote, policy};
use crate::values::{Lang, Prose};
use crate::web::desk::{People, Title, When, paragraphs};
use crate::web::{
    Answer, App, Chrome, Form, Page, Path, Sheet, filters, html_with, redirect_with_flash, urls,
};

/// The longest correction.
const MOST: usize = 10_000;

#[derive(Template)]
#[template(path = "sittings/minutes.html")]
struct ShowPage {
    page: Page,
    called: String,
    when: When,
    closed: When,
    digest: String,
    minutes: Minutes,
    items: Vec<Row>,
    addenda: Vec<(String, When, Vec<String>)>,
    action: String,
    back: String,
    may_add: bool,
    form: Sheet,
}

/// A case in the minutes.
struct Row {
    title: Title,
    number: String,
    kind: &'static str,
    item: MinutesItem,
    is_quorate: bool,
    tally: Vec<(&'static str, usize)>,
    votes: Vec<(String, &'static str, Vec<String>)>,
    recused: Vec<(String, &'static str, Vec<String>)>,
    said: Option<Said>,
}

impl Row {
    fn of(lang: Lang, minutes: &Minutes, item: MinutesItem) -> Self {
        let quorum = usize::try_from(minutes.quorum).unwrap_or(1);
        let of = |vote: Vote| item.votes.iter().filter(|(_, it, _)| *it == vote).count();
        Self {
            title: Title::of(lang, &item.title, item.title_language.as_ref()),
            number: item.number.map(|it| it.to_string()).unwrap_or_default(),
            kind: item.kind.key(),
            is_quorate: item.present >= quorum,
            tally: Vote::ALL
                .iter()
                .map(|vote| (vote.key(), of(*vote)))
                .filter(|(_, votes)| *votes > 0)
                .collect(),
            votes: item
                .votes
                .iter()
                .map(|(who, vote, why)| (who.clone(), vote.key(), paragraphs(Some(why))))
                .collect(),
            recused: item
                .recused
                .iter()
                .map(|(who, cause, words)| (who.clone(), cause.key(), paragraphs(words.as_ref())))
                .collect(),
            said: item.answer.as_ref().map(|it| Said::of(lang, it)),
            item,
        }
    }
}

/// `GET /desk/sessions/{id}/minutes`
pub async fn show(actor: Actor, chrome: Chrome, Path(id): Path<SittingId>, mut tx: Tx) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    page(
        StatusCode::OK,
        &actor,
        &chrome,
        &mut tx,
        &found,
        Sheet::empty(),
    )
    .await
}

/// `POST /desk/sessions/{id}/addenda`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(id): Path<SittingId>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::add(&actor, &found)?;
    let mut r = sent.reader();
    let words = r.required("words", |text| Prose::parse(text, MOST));
    let mistakes = r.done().err().unwrap_or_default();
    let Some(words) = words else {
        let form = Sheet::with(sent, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &actor, &chrome, &mut tx, &found, form).await;
    };
    let (person, key) = (actor.person()?.id, Sheet::of(sent).key());
    let to = urls::desk_session_minutes(id);
    if let Some(there) = crate::db::claim(&mut tx, person, key).await? {
        return crate::web::see(there);
    }
    sitting::write_addendum(&mut tx, granted, &words).await?;
    crate::db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-session-addendum")
}

async fn page(
    status: StatusCode,
    actor: &Actor,
    chrome: &Chrome,
    tx: &mut Tx,
    sitting: &Sitting,
    form: Sheet,
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let granted = policy::see(actor)?;
    let minutes = sitting::minutes(tx, &vault, &granted, sitting).await?;
    let addenda = sitting::addenda(tx, &vault, &granted, sitting).await?;
    let people = People::of(tx, &vault, addenda.iter().map(|it| it.by)).await?;
    html_with(
        status,
        lang,
        ShowPage {
            page: words::crumbs(chrome.page(), lang, sitting)
                .crumb("", say::t(lang, "session-minutes")),
            called: words::title(lang, sitting.number),
            when: words::starts(lang, minutes.starts_local, &minutes.zone),
            closed: When::moment(lang, minutes.closed_at),
            digest: sitting
                .digest
                .as_deref()
                .map(sitting::hex)
                .unwrap_or_default(),
            items: minutes
                .items
                .iter()
                .map(|item| Row::of(lang, &minutes, item.clone()))
                .collect(),
            addenda: addenda
                .iter()
                .map(|it| {
                    let when = When::moment(lang, it.at);
                    (people.name(it.by), when, paragraphs(Some(&it.words)))
                })
                .collect(),
            action: urls::desk_session_part(sitting.id, "addenda"),
            back: urls::desk_session(sitting.id),
            may_add: policy::add(actor, sitting).is_ok(),
            minutes,
            form,
        },
    )
}
