//! The page behind the link of an invitation: joining with the account one has or with a new one, or saying no.
//! Programs that look through mail follow its links, so only buttons act.

use askama::Template;
use axum::extract::State;
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};

use crate::account::{Password, Token};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::invitation::{self, Invitation, Joined, Newcomer, Place, SignedUp, policy};
use crate::say;
use crate::values::Line;
use crate::web::accounts::{length, name, note_weakness, with_session};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Sheet, filters, html_with, redirect,
    redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "teams/invitation.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    invitation: Invitation,
    title: String,
    here: String,
    sign_in: String,
}

#[derive(Template)]
#[template(path = "teams/bad_link.html")]
struct BadLinkPage {
    page: Page,
}

impl ShowPage {
    fn lang(&self) -> String {
        let language = self.invitation.place.language();
        language.map(ToString::to_string).unwrap_or_default()
    }
}

fn bad_link(chrome: &Chrome) -> Answer {
    let page = chrome.page();
    html_with(StatusCode::NOT_FOUND, chrome.lang, BadLinkPage { page })
}

/// Where somebody who joined goes.
fn onward(joined: &Joined) -> String {
    match &joined.0 {
        Place::Organization { number, .. } => urls::my_organization(*number),
        Place::Case { id, .. } => urls::case(*id),
    }
}

fn page(
    chrome: &Chrome,
    token: &Token,
    invitation: Invitation,
    status: StatusCode,
    form: Sheet,
) -> Answer {
    let here = urls::invitation(token.expose());
    let title = match invitation.place.title() {
        "" => say::t(chrome.lang, "team-untitled"),
        title => title.to_owned(),
    };
    let show = ShowPage {
        page: chrome.page(),
        form,
        invitation,
        title,
        sign_in: urls::sign_in_then(&here),
        here,
    };
    html_with(status, chrome.lang, show)
}

/// `GET /invitations/{token}`
pub async fn show(chrome: Chrome, mut conn: Read, Path(token): Path<String>) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return bad_link(&chrome);
    };
    let (vault, now) = (conn.vault(), conn.now());
    match invitation::find(&mut conn, &vault, &token, now).await? {
        Some(found) => page(&chrome, &token, found, StatusCode::OK, Sheet::empty()),
        None => bad_link(&chrome),
    }
}

/// `POST /invitations/{token}`: with the account one is signed in with.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return bad_link(&chrome);
    };
    let granted = policy::accept(&actor)?;
    match invitation::accept(&mut tx, &granted, &token).await? {
        Some(joined) => {
            let to = onward(&joined);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-team-joined")
        }
        None => bad_link(&chrome),
    }
}

/// `POST /invitations/{token}/account`: with a new one.
pub async fn sign_up(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(mut sent): Form,
) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return bad_link(&chrome);
    };
    // Whoever is signed in has an account.
    if actor.person().is_ok() {
        return see(urls::invitation(token.expose()));
    }
    let mut read = app.db.read().await?;
    let (vault, now) = (read.vault(), read.now());
    let found = invitation::find(&mut read, &vault, &token, now).await?;
    drop(read);
    let Some(found) = found else {
        return bad_link(&chrome);
    };
    let mistakes = match newcomer(&sent, &found).await? {
        Ok((name, password)) => {
            let agent = headers.get(USER_AGENT).and_then(|it| it.to_str().ok());
            let newcomer = Newcomer {
                name,
                lang: chrome.lang,
                password,
                agent: agent.unwrap_or_default(),
            };
            match invitation::sign_up(&app.db, &token, newcomer).await? {
                SignedUp::Done(welcome, joined) => {
                    let answer = redirect(welcome.committed, onward(&joined));
                    return with_session(&app, &welcome.token, answer);
                }
                SignedUp::BadLink => return bad_link(&chrome),
                SignedUp::HasAccount => Mistakes::one("name", "team-invitation-has-account"),
            }
        }
        Err(mistakes) => mistakes,
    };
    sent.remove("password");
    let form = Sheet::with(sent, mistakes);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page(&chrome, &token, found, status, form)
}

/// `POST /invitations/{token}/refusal`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(token): Path<String>,
) -> Answer {
    let Some(token) = Token::parse(&token) else {
        return bad_link(&chrome);
    };
    match invitation::decline(&mut tx, &actor, &token).await? {
        true => redirect_with_flash(&app, tx.commit().await?, "/", "flash-team-declined"),
        false => bad_link(&chrome),
    }
}

/// What somebody signs up with: a name, and a password that will do.
async fn newcomer(
    sent: &Fields,
    invitation: &Invitation,
) -> crate::Result<Result<(Line, Password), Mistakes>> {
    let mut reader = sent.reader();
    let name = reader.required("name", name);
    let fits = reader.required("password", length).is_some();
    let mut mistakes = reader.done().err().unwrap_or_default();
    let mut password = None;
    if fits {
        let personal = [
            invitation.email.as_str(),
            name.as_deref().unwrap_or_default(),
        ];
        match Password::choose(sent.get("password"), &personal).await? {
            Ok(strong) => password = Some(strong),
            Err(weak) => note_weakness(&mut mistakes, "password", weak),
        }
    }
    Ok(name.zip(password).ok_or(mistakes))
}
