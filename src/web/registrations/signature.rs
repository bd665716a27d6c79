//! The page behind the link of somebody who is asked to sign: everything that the draft says now, to be signed or declined.
//! Programs that look through mail follow its links, so only buttons act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::answers::{Answers, said};
use super::form::{NAME_MAX, Reading, YES, reading};
use super::own::of_kind;
use crate::account::Token;
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{Dated, Read, Tx};
use crate::signing::{self, Digest, Wanted};
use crate::values::{Line, Prose};
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, say, urls,
};

/// The longest reason not to sign.
const WORDS_MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "registrations/signature.html")]
struct SignPage {
    page: Page,
    form: Sheet,
    wanted: Wanted,
    title: String,
    language: String,
    kind: &'static str,
    /// Whether nothing is wrong with the form: else it is being worked on.
    is_ready: bool,
    amends: bool,
    digest: String,
    here: String,
    sections: Vec<Answers>,
}

#[derive(Template)]
#[template(path = "registrations/bad_signature.html")]
struct BadLinkPage {
    page: Page,
}

/// What is to be signed, as the draft says it now.
struct Draft {
    case: Case,
    read: Reading,
    digest: Digest,
    today: chrono::NaiveDate,
}

fn bad_link(chrome: &Chrome) -> Answer {
    let page = chrome.page();
    html_with(StatusCode::NOT_FOUND, chrome.lang, BadLinkPage { page })
}

/// The draft behind a link. Whoever holds the link reads it for the applicant: nothing more than the applicant put there.
async fn load(
    conn: &mut impl Dated,
    vault: &Vault,
    today: chrono::NaiveDate,
    wanted: &Wanted,
) -> Result<Draft> {
    let case = case::find_to_sign(conn, wanted.case).await?;
    let granted = policy::read(&Actor::System, &case)?;
    let draft = Fields::from_map(case::draft(conn, vault, &granted).await?);
    let mut read = reading(&draft, today);
    read.mistakes = of_kind(case.kind, &read.mistakes);
    let digest = Digest::of(case.id, &read.said)?;
    Ok(Draft {
        case,
        read,
        digest,
        today,
    })
}

/// `GET /signatures/{token}`
pub async fn show(chrome: Chrome, mut conn: Read, Path(token): Path<String>) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return bad_link(&chrome);
    };
    let (vault, now) = (conn.vault(), conn.now());
    let Some(wanted) = signing::open(&mut conn, &vault, &token, now).await? else {
        return bad_link(&chrome);
    };
    let draft = load(&mut conn, &vault, now.date_naive(), &wanted).await?;
    let about = (&token, wanted, draft);
    page(
        StatusCode::OK,
        &mut conn,
        &vault,
        &chrome,
        about,
        Sheet::empty(),
    )
    .await
}

/// `POST /signatures/{token}`: signs.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(sent): Form,
) -> Answer {
    let Some((token, wanted, draft)) = held(&mut tx, &token).await? else {
        return bad_link(&chrome);
    };
    let vault = tx.vault();
    let mut reader = sent.reader();
    let name = reader.required("signed", |text| Line::parse(text, NAME_MAX));
    if !sent.has("agrees", YES) {
        reader.mistake("agrees", "signature-agree-first");
    }
    let mistakes = reader.done().err().unwrap_or_default();
    let (status, mistakes) = match (stale(&draft, &sent), name) {
        (Some(changed), _) => (StatusCode::CONFLICT, changed),
        (None, Some(name)) if mistakes.is_empty() => {
            let about = (&wanted, &draft.case);
            signing::sign(&mut tx, &actor, about, &token, draft.digest, &name).await?;
            let done = tx.commit().await?;
            return redirect_with_flash(&app, done, "/", "flash-signature-given");
        }
        _ => (StatusCode::UNPROCESSABLE_ENTITY, mistakes),
    };
    let (about, form) = ((&token, wanted, draft), Sheet::with(sent, mistakes));
    page(status, &mut tx, &vault, &chrome, about, form).await
}

/// `POST /signatures/{token}/refusal`: declines, in words.
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(token): Path<String>,
    Form(sent): Form,
) -> Answer {
    let Some((token, wanted, draft)) = held(&mut tx, &token).await? else {
        return bad_link(&chrome);
    };
    let vault = tx.vault();
    let mut reader = sent.reader();
    let words = reader.required("words", |text| Prose::parse(text, WORDS_MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    if let Some(words) = words {
        let about = (&wanted, &draft.case);
        signing::decline(&mut tx, &actor, about, &token, draft.digest, &words).await?;
        let done = tx.commit().await?;
        return redirect_with_flash(&app, done, "/", "flash-signature-declined");
    }
    let (about, form) = ((&token, wanted, draft), Sheet::with(sent, mistakes));
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(status, &mut tx, &vault, &chrome, about, form).await
}

/// What is behind a link, held: nobody submits or changes it until this transaction ends.
async fn held(tx: &mut Tx, token: &str) -> Result<Option<(Token, Wanted, Draft)>> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let (vault, now) = (tx.vault(), tx.now());
    let Some(found) = signing::open(tx, &vault, &token, now).await? else {
        return Ok(None);
    };
    match signing::lock(tx, found.case).await {
        Ok(()) => {}
        Err(crate::Error::Overtaken) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    // What was so before the lock may not be so any more.
    let Some(wanted) = signing::open(tx, &vault, &token, now).await? else {
        return Ok(None);
    };
    let draft = load(tx, &vault, now.date_naive(), &wanted).await?;
    Ok(Some((token, wanted, draft)))
}

/// Nobody signs what they did not see, or what is half written.
fn stale(draft: &Draft, sent: &Fields) -> Option<Mistakes> {
    let seen = sent.get("digest") == draft.digest.to_string();
    (!seen || !draft.read.mistakes.is_empty())
        .then(|| Mistakes::one("changed", "signature-changed-meanwhile"))
}

async fn page(
    status: StatusCode,
    conn: &mut PgConnection,
    vault: &Vault,
    chrome: &Chrome,
    (token, wanted, draft): (&Token, Wanted, Draft),
    form: Sheet,
) -> Answer {
    let Draft {
        case,
        read,
        digest,
        today,
    } = draft;
    let language = case.title_language.as_ref();
    let (_, sections) = said(
        conn,
        vault,
        (chrome.lang, today),
        (&Actor::System, &case),
        &read,
        &[],
    )
    .await?;
    html_with(
        status,
        chrome.lang,
        SignPage {
            page: chrome.page(),
            form,
            title: match case.title.as_str() {
                "" => say::t(chrome.lang, "team-untitled"),
                title => title.to_owned(),
            },
            language: language.map(ToString::to_string).unwrap_or_default(),
            kind: case.kind.key(),
            is_ready: read.mistakes.is_empty(),
            amends: case.kind == crate::values::CaseKind::Amendment,
            digest: digest.to_string(),
            here: urls::signature(token.expose()),
            wanted,
            sections,
        },
    )
}
