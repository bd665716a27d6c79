//! The letters: what became of each, and in the sample registry what they say.

use askama::Template;
use axum::extract::State;

use super::super::{
    Answer, App, Chrome, Error, Fields, Page, Path, Query, Sheet, filters, html,
    redirect_with_flash, say, urls,
};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::LetterId;
use crate::notice::{self, LetterState, Listed, Written};

#[derive(Template)]
#[template(path = "admin/mail.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    states: Vec<(&'static str, String)>,
    letters: Vec<Listed>,
    /// Whether letters can be read here.
    is_open: bool,
    is_admin: bool,
    is_filtered: bool,
    next: String,
}

#[derive(Template)]
#[template(path = "admin/letter.html")]
struct ShowPage {
    page: Page,
    letter: Listed,
    to: String,
    written: Written,
    /// Its text, as far as the address of the link, the address, and the rest.
    parts: (String, String, String),
}

/// The list, narrowed by state.
pub async fn index(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Query(query): Query,
    mut read: Read,
) -> Answer {
    let granted = notice::see_mail(&actor)?;
    let state = LetterState::from_code(query.get("state"));
    let before = query.get("before").parse().ok();
    let (letters, more) = notice::list(&mut read, granted, state, before).await?;
    let last = letters.last().filter(|_| more).map(|it| it.id.to_string());
    let next = last.map_or_else(String::new, |last| {
        let query = query.query_with(&[("before", Some(&last))]);
        format!("{}?{query}", urls::ADMIN_MAIL)
    });
    let lang = chrome.lang;
    let states = LetterState::ALL
        .iter()
        .map(|it| (it.code(), say::t(lang, it.key())));
    let page = IndexPage {
        page: chrome
            .admin_page()
            .crumb("", say::t(chrome.lang, "nav-mail")),
        form: Sheet::of(kept(state)),
        states: states.collect(),
        letters,
        is_open: notice::read_letters(&actor, app.config.demo).is_ok(),
        is_admin: actor.is_admin(),
        is_filtered: state.is_some(),
        next,
    };
    html(lang, page)
}

fn kept(state: Option<LetterState>) -> Fields {
    state.iter().map(|state| ("state", state.code())).collect()
}

/// One letter whole.
pub async fn show(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Path(id): Path<LetterId>,
    mut read: Read,
) -> Answer {
    let granted = notice::read_letters(&actor, app.config.demo)?;
    let vault = read.vault();
    let url = &app.config.url;
    let found = notice::read(&mut read, &vault, granted, id, url).await?;
    let (letter, to, written) = found.ok_or(Error::NotFound)?;
    let title = say::t(chrome.lang, "admin-mail-title");
    let page = ShowPage {
        page: chrome.admin_page().crumb(urls::ADMIN_MAIL, title),
        parts: parts(&written.text, url),
        letter,
        to,
        written,
    };
    html(chrome.lang, page)
}

/// The text before the line that is a link of ours, the link, and the text behind it.
fn parts(text: &str, url: &str) -> (String, String, String) {
    let link = text.lines().find(|line| {
        line.strip_prefix(url)
            .is_some_and(|rest| rest.starts_with('/'))
    });
    match link.and_then(|link| Some((link, text.split_once(link)?))) {
        Some((link, (before, after))) => (before.to_owned(), link.to_owned(), after.to_owned()),
        None => (text.to_owned(), String::new(), String::new()),
    }
}

/// Sends a letter that failed once more.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    Path(id): Path<LetterId>,
    mut tx: Tx,
) -> Answer {
    notice::try_again(&mut tx, &actor, id).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::ADMIN_MAIL,
        "flash-letter-again",
    )
}
