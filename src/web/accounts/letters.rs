//! Which letters one wants besides those that one needs, and when.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Fields, Form, Page, Sheet, filters, html, html_with, redirect_with_flash,
    say, urls,
};
use super::details::page;
use crate::account::{self, policy};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::notice::{self, LetterKind, Pace, Preferences};
use crate::values::{Lang, Problem};

#[derive(Template)]
#[template(path = "accounts/letters.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    kinds: Vec<(&'static str, String)>,
    paces: Vec<(&'static str, String)>,
}

impl EditPage {
    fn new(chrome: &Chrome, actor: &Actor, form: Sheet) -> Self {
        let lang = chrome.lang;
        let kind = |kind: &LetterKind| (kind.code(), say::t(lang, key(*kind)));
        let pace = |pace: &Pace| (pace.code(), say::t(lang, pace.key()));
        Self {
            page: page(chrome),
            form,
            kinds: offered(actor).map(|it| kind(&it)).collect(),
            paces: Pace::ALL.iter().map(pace).collect(),
        }
    }
}

/// What reaches this person at all: colleagues are named in notes of the desk, and the board alone gives second opinions.
fn offered(actor: &Actor) -> impl Iterator<Item = LetterKind> {
    let (has_desk, is_board) = (actor.has_desk(), actor.is_board());
    LetterKind::CHOICES
        .into_iter()
        .filter(move |kind| has_desk || *kind != LetterKind::Mentioned)
        .chain(LetterKind::OF_BOARD.into_iter().filter(move |_| is_board))
}

/// What a kind is called where one chooses.
fn key(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::CaseSubmitted => "account-letters-case-submitted",
        LetterKind::Appealed => "account-letters-appealed",
        LetterKind::Message => "account-letters-message",
        LetterKind::Mentioned => "account-letters-mentioned",
        LetterKind::SecondWanted => "account-letters-second-wanted",
        LetterKind::SignatureGiven => "account-letters-signature-given",
        LetterKind::FromBoard => "account-letters-from-board",
        _ => kind.key(),
    }
}

/// What a kind is called, in a sentence of its own.
pub(super) fn name(lang: Lang, kind: LetterKind) -> String {
    say::t(lang, key(kind))
}

/// The form, as it was chosen.
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let own = policy::own(&actor)?;
    let chosen = notice::preferences(&mut read, own.person().id).await?;
    let mut known = Fields::default();
    for kind in offered(&actor) {
        if !chosen.muted.contains(&kind) {
            known.push("kinds", kind.code());
        }
    }
    known.set("pace", chosen.pace.code());
    html(
        chrome.lang,
        EditPage::new(&chrome, &actor, Sheet::of(known)),
    )
}

/// Keeps what was chosen.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let own = policy::own(&actor)?;
    let mut reader = fields.reader();
    let wanted = reader.many("kinds", choice);
    let pace = reader.required("pace", Pace::parse);
    let mistakes = reader.done();
    let Some((pace, ())) = pace.zip(mistakes.clone().ok()) else {
        let form = Sheet::with(fields, mistakes.err().unwrap_or_default());
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return html_with(status, chrome.lang, EditPage::new(&chrome, &actor, form));
    };
    let chosen = Preferences {
        muted: offered(&actor)
            .filter(|kind| !wanted.contains(kind))
            .collect(),
        pace,
    };
    account::choose_letters(&mut tx, &own, &chosen).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::ACCOUNT,
        "flash-account-letters",
    )
}

/// A kind that one can choose.
fn choice(text: &str) -> Result<LetterKind, Problem> {
    LetterKind::parse(text).and_then(|kind| match kind.is_choice() {
        true => Ok(kind),
        false => Err(Problem::UnknownCode),
    })
}
