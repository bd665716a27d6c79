//! A leader's own consents, behind the link of the letter that told them that they were entered. No account is needed. Programs
//! that look through mail follow its links, so only buttons act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;
use sqlx::PgConnection;

use super::consents::{Agreed, Open, agreed, open, read};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::LeaderId;
use crate::leader::{self, Consent, ConsentMeans, Given, Withdrawn, policy};
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "leaders/consents.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    agreed: Vec<Agreed>,
    open: Vec<Open>,
    action: String,
    withdrawal: String,
}

/// Whose link it is, and that whoever follows it keeps their consents.
fn whose(vault: &Vault, actor: &Actor, token: &str) -> Result<(LeaderId, policy::CanKeepConsents)> {
    leader::follow_consent_link(vault, actor, token).ok_or(Error::NotFound)
}

async fn consents(conn: &mut PgConnection, id: LeaderId) -> Result<Vec<Consent>> {
    let found = leader::consents(conn, &[id]).await?;
    Ok(found.into_iter().map(|(_, consent)| consent).collect())
}

fn page(chrome: &Chrome, token: &str, consents: &[Consent], form: Sheet) -> ShowPage {
    ShowPage {
        page: chrome.page(),
        form,
        agreed: agreed(consents),
        open: open(chrome.lang, consents),
        action: urls::consents(token),
        withdrawal: urls::consents_withdrawal(token),
    }
}

/// `GET /consents/{token}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(token): Path<String>,
) -> Answer {
    let (id, _) = whose(&read.vault(), &actor, &token)?;
    let consents = consents(&mut read, id).await?;
    let page = page(&chrome, &token, &consents, Sheet::empty());
    let answer = html_with(StatusCode::OK, chrome.lang, page)?;
    Ok(([(CACHE_CONTROL, "no-store")], answer).into_response())
}

/// `POST /consents/{token}`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let (id, granted) = whose(&tx.vault(), &actor, &token)?;
    let there = consents(&mut tx, id).await?;
    let mut reader = fields.reader();
    let agreements = read(&mut reader, &there);
    if let Err(mistakes) = reader.done() {
        let page = page(&chrome, &token, &there, Sheet::with(fields, mistakes));
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    }
    let given = Given {
        agreements,
        means: ConsentMeans::Themselves,
        given_on: tx.today(),
        spoken_to: None,
    };
    let said = match leader::give_consent(&mut tx, &granted, id, &given).await? {
        0 => "flash-leader-consent-there",
        _ => "flash-leader-consent-given",
    };
    redirect_with_flash(&app, tx.commit().await?, urls::consents(&token), said)
}

/// `POST /consents/{token}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(fields): Form,
) -> Answer {
    let (id, granted) = whose(&tx.vault(), &actor, &token)?;
    let what = Withdrawn::parse(fields.get("what")).map_err(|_| Error::NotFound)?;
    leader::withdraw_consent(&mut tx, &granted.withdrawing(), id, what).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::consents(&token),
        "flash-leader-consent-withdrawn",
    )
}
