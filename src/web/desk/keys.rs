//! The keys that act on the page of a case: all of them in words, and turning them off.

use askama::Template;
use axum::extract::State;

use crate::account::{self, policy};
use crate::actor::{Actor, Denied};
use crate::db::{Read, Tx};
use crate::say;
use crate::web::{Answer, App, Chrome, Form, Page, filters, html, redirect_with_flash, urls};

/// The keys, and what each does. `static/js/keys.js` knows the same.
pub const KEYS: [(&str, &str); 5] = [
    ("J", "keys-next"),
    ("K", "keys-previous"),
    ("U", "keys-back"),
    ("W", "keys-write"),
    ("?", "keys-help"),
];

#[derive(Template)]
#[template(path = "desk/keys.html")]
struct EditPage {
    page: Page,
    keys: [(&'static str, &'static str); 5],
    are_on: bool,
}

/// `GET /desk/keys`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let own = desk(&actor)?;
    let lang = chrome.lang;
    let are_on = account::keys_are_on(&mut read, own.person().id).await?;
    html(
        lang,
        EditPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb("", say::t(lang, "keys-title")),
            keys: KEYS,
            are_on,
        },
    )
}

/// `POST /desk/keys`
pub async fn update(actor: Actor, State(app): State<App>, mut tx: Tx, Form(sent): Form) -> Answer {
    let own = desk(&actor)?;
    let on = sent.get("keys") != "off";
    account::turn_keys(&mut tx, &own, on).await?;
    let flash = match on {
        true => "flash-keys-on",
        false => "flash-keys-off",
    };
    redirect_with_flash(&app, tx.commit().await?, urls::DESK_KEYS, flash)
}

/// One's own, for whoever has a desk; to others the page is not there.
fn desk(actor: &Actor) -> Result<policy::Own, Denied> {
    let own = policy::own(actor)?;
    match actor.has_desk() {
        true => Ok(own),
        false => Err(Denied::Hidden),
    }
}
