//! A case of an agenda: voting on it, declaring an interest in it, and closing the vote.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::words::{self, Said, seen};
use crate::actor::Actor;
use crate::case::Answer as Decided;
use crate::db::Tx;
use crate::ids::{SittingId, SittingItemId};
use crate::say;
use crate::sitting::{self, Counted, Item, ItemResult, Sitting, Tally, Vote, policy};
use crate::values::{Lang, Prose};
use crate::web::desk::{CONDITIONS_MOST, People, Title, condition_names, paragraphs, read_answer};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Reader, Result, Sheet, filters,
    html_with, redirect_with_flash, urls,
};

/// The longest words of a member.
const MOST: usize = 4_000;

#[derive(Template)]
#[template(path = "sittings/item.html")]
struct ShowPage {
    page: Page,
    title: Title,
    number: String,
    kind: &'static str,
    case: String,
    here: String,
    back: String,
    item: Item,
    recused: Vec<(String, &'static str, Vec<String>)>,
    votes: Vec<(String, &'static str, Vec<String>)>,
    tally: Tally,
    counts: Vec<(&'static str, usize)>,
    /// What the votes come to as they stand.
    stands: ItemResult,
    tied: Vec<(&'static str, String)>,
    casts: bool,
    options: Vec<(&'static str, String)>,
    more: Vec<(String, String)>,
    said: Option<Said>,
    may_vote: bool,
    may_declare: bool,
    may_count: bool,
    may_reopen: bool,
    form: Sheet,
}

impl ShowPage {
    fn tone(&self) -> &'static str {
        self.item.result.map_or("grey", words::tone)
    }

    /// Whether the words of a refusal are asked for.
    fn asks_reason(&self) -> bool {
        self.may_count && self.could_be(Vote::Refused)
    }

    /// Whether conditions are asked for.
    fn asks_conditions(&self) -> bool {
        self.may_count && self.could_be(Vote::AcceptedWithConditions)
    }

    fn could_be(&self, vote: Vote) -> bool {
        let tied = self.tally.tied();
        self.stands == vote.result() || (self.casts && tied.is_some_and(|it| it.contains(&vote)))
    }
}

async fn found(
    tx: &mut Tx,
    actor: &Actor,
    (id, item): (SittingId, SittingItemId),
) -> Result<(Sitting, Item)> {
    let sitting = seen(tx, actor, id).await?;
    let item = sitting.item(item).cloned().ok_or(Error::NotFound)?;
    Ok((sitting, item))
}

/// `GET /desk/sessions/{id}/agenda/{item}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    Path(ids): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
) -> Answer {
    let (sitting, item) = found(&mut tx, &actor, ids).await?;
    let known = mine(&actor, &item);
    page(
        StatusCode::OK,
        &chrome,
        &actor,
        &mut tx,
        &sitting,
        item,
        Sheet::of(known),
    )
    .await
}

/// What somebody voted so far.
fn mine(actor: &Actor, item: &Item) -> Fields {
    let mut known = Fields::default();
    let own = item
        .ballots
        .iter()
        .find(|it| actor.account() == Some(it.account));
    if let Some(own) = own {
        known.set("vote", own.vote.code());
        known.set("why", own.reason.to_string());
    }
    known
}

/// Words of a member.
fn prose(reader: &mut Reader<'_>, field: &str) -> Option<Prose> {
    reader.required(field, |text| Prose::parse(text, MOST))
}

/// The session, with the word of what was done.
async fn back(
    app: &App,
    tx: Tx,
    (id, _): (SittingId, SittingItemId),
    flash: &'static str,
) -> Answer {
    redirect_with_flash(app, tx.commit().await?, urls::desk_session(id), flash)
}

/// `POST /desk/sessions/{id}/agenda/{item}/vote`
pub async fn vote(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(ids): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let (sitting, item) = found(&mut tx, &actor, ids).await?;
    let granted = policy::vote(&actor, &sitting, &item)?;
    let mut r = sent.reader();
    let vote = r.required("vote", Vote::parse);
    let why = prose(&mut r, "why");
    let mistakes = r.done().err().unwrap_or_default();
    let (Some(vote), Some(why)) = (vote, why) else {
        return wrong(&chrome, &actor, &mut tx, &sitting, item, (sent, mistakes)).await;
    };
    sitting::cast(&mut tx, granted, vote, &why).await?;
    back(&app, tx, ids, "flash-session-voted").await
}

/// `POST /desk/sessions/{id}/agenda/{item}/recusal`
pub async fn recuse(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(ids): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let (sitting, item) = found(&mut tx, &actor, ids).await?;
    let granted = policy::declare(&actor, &sitting, &item)?;
    let mut r = sent.reader();
    let interest = prose(&mut r, "interest");
    let mistakes = r.done().err().unwrap_or_default();
    let Some(interest) = interest else {
        return wrong(&chrome, &actor, &mut tx, &sitting, item, (sent, mistakes)).await;
    };
    sitting::declare(&mut tx, granted, &interest).await?;
    back(&app, tx, ids, "flash-session-recused").await
}

/// `POST /desk/sessions/{id}/agenda/{item}/result`
pub async fn count(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(ids): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let (sitting, item) = found(&mut tx, &actor, ids).await?;
    let granted = policy::count(&actor, &sitting, &item)?;
    let see = policy::see(&actor)?;
    let casting = Vote::from_code(sent.get("casting"));
    let casts = casts(&actor, &sitting, &item);
    let expected = sitting.tally(&item).result(casting.filter(|_| casts));
    let answer = match answer(&sent, expected, &tx) {
        Ok(answer) => answer,
        Err(mistakes) => {
            return wrong(&chrome, &actor, &mut tx, &sitting, item, (sent, mistakes)).await;
        }
    };
    match sitting::count(&mut tx, granted, &see, casting, answer).await? {
        Counted::Result(_) => back(&app, tx, ids, "flash-session-counted").await,
        // Somebody voted meanwhile: the votes are shown as they stand now.
        Counted::Other(_) => {
            let (sitting, item) = found(&mut tx, &actor, ids).await?;
            let mistakes = Mistakes::one("counted", "session-votes-changed");
            wrong(&chrome, &actor, &mut tx, &sitting, item, (sent, mistakes)).await
        }
    }
}

/// The answer with its words, by what the votes come to.
fn answer(
    sent: &Fields,
    expected: ItemResult,
    tx: &Tx,
) -> std::result::Result<Option<Decided>, Mistakes> {
    let Some(outcome) = expected.outcome() else {
        return Ok(None);
    };
    let mut fields = sent.clone();
    fields.set("answer", outcome.code());
    read_answer(&fields, tx.today()).map(Some)
}

/// `POST /desk/sessions/{id}/agenda/{item}/reopening`
pub async fn reopen(
    actor: Actor,
    State(app): State<App>,
    Path(ids): Path<(SittingId, SittingItemId)>,
    mut tx: Tx,
) -> Answer {
    let (sitting, item) = found(&mut tx, &actor, ids).await?;
    let granted = policy::reopen(&actor, &sitting, &item)?;
    sitting::reopen(&mut tx, granted).await?;
    let done = tx.commit().await?;
    let to = urls::desk_session_item(ids.0, ids.1);
    redirect_with_flash(&app, done, to, "flash-session-reopened")
}

/// Whether a casting vote would be this person's.
fn casts(actor: &Actor, sitting: &Sitting, item: &Item) -> bool {
    policy::count(actor, sitting, item).is_ok_and(|granted| granted.casts())
}

async fn wrong(
    chrome: &Chrome,
    actor: &Actor,
    tx: &mut Tx,
    sitting: &Sitting,
    item: Item,
    (sent, mistakes): (Fields, Mistakes),
) -> Answer {
    let sheet = Sheet::with(sent, mistakes);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(status, chrome, actor, tx, sitting, item, sheet).await
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    actor: &Actor,
    tx: &mut Tx,
    sitting: &Sitting,
    item: Item,
    form: Sheet,
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let accounts = item
        .recused
        .iter()
        .map(|it| it.account)
        .chain(item.ballots.iter().map(|it| it.account));
    let people = People::of(tx, &vault, accounts).await?;
    let tally = sitting.tally(&item);
    let title = Title::of(lang, &item.title, item.title_language.as_ref());
    let named = |vote: &Vote| (vote.code(), say::t(lang, vote.key()));
    let casts = casts(actor, sitting, &item);
    html_with(
        status,
        lang,
        ShowPage {
            page: words::crumbs(chrome.page(), lang, sitting).crumb("", title.text.clone()),
            number: item.number.map(|it| it.to_string()).unwrap_or_default(),
            kind: item.kind.key(),
            case: urls::desk_case(item.case),
            here: urls::desk_session_item(sitting.id, item.id),
            back: urls::desk_session(sitting.id),
            recused: item
                .recused
                .iter()
                .map(|it| {
                    let words = paragraphs(it.words.as_ref());
                    (people.name(it.account), it.cause.key(), words)
                })
                .collect(),
            votes: item
                .ballots
                .iter()
                .map(|it| {
                    let why = paragraphs(Some(&it.reason));
                    (people.name(it.account), it.vote.key(), why)
                })
                .collect(),
            counts: Vote::ALL
                .iter()
                .map(|vote| (vote.key(), tally.votes[*vote as usize]))
                .collect(),
            stands: tally.result(None),
            tied: tally
                .tied()
                .filter(|_| casts)
                .map_or_else(Vec::new, |tied| tied.iter().map(named).collect()),
            casts,
            options: options(lang),
            more: (2..=CONDITIONS_MOST).map(condition_names).collect(),
            said: item.answer.as_ref().map(|it| Said::of(lang, it)),
            may_vote: policy::vote(actor, sitting, &item).is_ok(),
            may_declare: policy::declare(actor, sitting, &item).is_ok(),
            may_count: policy::count(actor, sitting, &item).is_ok(),
            may_reopen: policy::reopen(actor, sitting, &item).is_ok(),
            tally,
            title,
            form,
            item,
        },
    )
}

/// What one can vote for.
fn options(lang: Lang) -> Vec<(&'static str, String)> {
    Vote::ALL
        .iter()
        .map(|vote| (vote.code(), say::t(lang, vote.key())))
        .collect()
}
