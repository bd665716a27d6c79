//! Old addresses of an organization that gave way to another: they lead to the other for ever.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{App, Result, moved, urls};
use crate::actor::Actor;
use crate::organization::{self, team};
use crate::values::RegistryNumber;

/// The pages of a team that the other's team has too.
const PAGES: &[&str] = &["team", "particulars", "documents", "certificates"];

/// The pages by which strangers come to a team.
const DOORS: &[&str] = &["join", "claim", "rescue"];

/// An address of one organization.
struct Old {
    number: RegistryNumber,
    /// Whether it is one of the team's pages.
    is_home: bool,
    page: Option<&'static str>,
}

impl Old {
    /// Reads an address; nothing of those that this is not about. Who wants to read what was written under the old
    /// number says so (`?old=yes`).
    fn read(path: &str, query: &str) -> Option<Self> {
        if query.split('&').any(|it| it == "old=yes") {
            return None;
        }
        let (rest, is_home) = match path.strip_prefix("/home/organizations/") {
            Some(rest) => (rest, true),
            None => (path.strip_prefix("/organizations/")?, false),
        };
        let mut parts = rest.split('/');
        let number = RegistryNumber::parse(parts.next()?).ok()?;
        let named = parts.next();
        let pages = if is_home { PAGES } else { DOORS };
        let page = pages.iter().copied().find(|page| Some(*page) == named);
        // The public page leads on by itself.
        (is_home || page.is_some()).then_some(Self {
            number,
            is_home,
            page,
        })
    }
}

/// The layer. Forms that were sent to an old address are answered by the rules: nothing is changed there any more.
pub(super) async fn lead_on(State(app): State<App>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let uri = request.uri();
    let old = Old::read(uri.path(), uri.query().unwrap_or_default());
    let Some(old) = old.filter(|_| is_read) else {
        return next.run(request).await;
    };
    let (mut parts, body) = request.into_parts();
    let actor = Actor::from_request_parts(&mut parts, &app).await;
    let to = match actor {
        Ok(actor) => lead(&app, &actor, &old).await,
        Err(_) => Ok(None),
    };
    match to {
        Ok(Some(to)) => moved(to).unwrap_or_else(IntoResponse::into_response),
        Ok(None) => next.run(Request::from_parts(parts, body)).await,
        Err(error) => error.into_response(),
    }
}

/// Where an old address leads; nowhere, if nothing gave way there, or if its reader has no place at the other and reads
/// what was written here.
async fn lead(app: &App, actor: &Actor, old: &Old) -> Result<Option<String>> {
    let mut read = app.db.read().await?;
    let Some(found) = organization::find_by_number(&mut read, old.number).await? else {
        return Ok(None);
    };
    if found.merged_into.is_none() {
        return Ok(None);
    }
    let Some(id) = organization::survivor(&mut read, found.id).await? else {
        return Ok(None);
    };
    let Some(to) = organization::numbers(&mut read, &[id]).await?.remove(&id) else {
        return Ok(None);
    };
    if !old.is_home {
        let door = old.page.unwrap_or_default();
        return Ok(Some(format!("{}/{door}", urls::organization(to))));
    }
    let there = team::role_of_actor(&mut read, id, actor).await?;
    Ok(there.map(|_| match old.page {
        Some(page) => format!("{}/{page}", urls::my_organization(to)),
        None => urls::my_organization(to),
    }))
}
