//! Recording what one's organization gave, or putting another record in the place of one; a file may come along as proof. It arrives
//! and is judged while nobody holds a transaction.

use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};

use super::form::read;
use super::team::{choices, kept, page};
use crate::actor::Actor;
use crate::contribution::{self, Given, policy};
use crate::db::{self, Committed};
use crate::document::{FileName, Kept};
use crate::ids::{ContributionId, OnceKey};
use crate::web::attached::Came;
use crate::web::documents::{Upload, unwritable};
use crate::web::teams::own;
use crate::web::{
    Answer, App, Chrome, Mistakes, Path, Result, Sheet, redirect_with_flash, see, urls,
};

/// What became of a record.
enum Saved {
    /// It is there.
    Now(Committed),
    /// The same form was sent before, and led there.
    Before(String),
}

/// `POST /home/organizations/{number}/contributions`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(number): Path<String>,
    request: Request,
) -> Answer {
    save(&app, (&actor, &chrome), (&number, None), request).await
}

/// `POST /home/organizations/{number}/contributions/{id}`: another record takes its place.
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path((number, id)): Path<(String, ContributionId)>,
    request: Request,
) -> Answer {
    save(&app, (&actor, &chrome), (&number, Some(id)), request).await
}

async fn save(
    app: &App,
    (actor, chrome): (&Actor, &Chrome),
    (number, there): (&str, Option<ContributionId>),
    request: Request,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (vault, today) = (conn.vault(), conn.today());
    let (organization, role) = own(&mut conn, actor, number).await?;
    policy::record(actor, &organization, role)?;
    let named = match there {
        Some(id) => {
            let (_, found, _) = kept(&mut conn, &vault, actor, (number, id)).await?;
            found.given.initiative
        }
        None => None,
    };
    let initiatives = choices(&mut conn, chrome.lang, &organization, named).await?;
    drop(conn);

    let mut came = Came::from(Upload::take(app, request).await?);
    let (given, mut mistakes) = match read(&came.fields, today, &initiatives) {
        Ok(given) => (Some(given), Mistakes::default()),
        Err(mistakes) => (None, mistakes),
    };
    let fit = came.judged(app, &mut mistakes).await?;
    let Some(given) = given.filter(|_| mistakes.is_empty()) else {
        let form = Sheet::with(came.fields, mistakes);
        let mut tx = app.db.begin().await?;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let mut page = page(status, &mut tx, (actor, chrome), (number, there), form).await?;
        if came.is_cut {
            let close = HeaderValue::from_static("close");
            page.headers_mut().insert(CONNECTION, close);
        }
        return Ok(page);
    };
    let drops = came.fields.has("drop_file", "yes");
    let file = match fit {
        Some((name, fit)) => {
            let kept = fit.keep(&app.documents).await.map_err(unwritable)?;
            Some((name, kept))
        }
        None => None,
    };
    let key = Sheet::of(came.fields).key();
    let what = (given, file.as_ref(), drops);
    let saved = record(app, actor, (number, there), key, what).await;
    if let (false, Some((_, kept))) = (matches!(saved, Ok(Saved::Now(_))), &file) {
        // Nobody will ever ask for it.
        for object in kept.objects() {
            app.documents.remove(&object).await;
        }
    }
    let flash = match there {
        None => "flash-contribution-recorded",
        Some(_) => "flash-contribution-replaced",
    };
    match saved? {
        Saved::Before(to) => see(to),
        Saved::Now(committed) => {
            let to = urls::my_contributions(organization.number);
            redirect_with_flash(app, committed, to, flash)
        }
    }
}

async fn record(
    app: &App,
    actor: &Actor,
    (number, there): (&str, Option<ContributionId>),
    key: OnceKey,
    (given, file, drops): (Given, Option<&(FileName, Kept)>, bool),
) -> Result<Saved> {
    let mut tx = app.db.begin().await?;
    let person = actor.person()?.id;
    if let Some(before) = db::claim(&mut tx, person, key).await? {
        return Ok(Saved::Before(before));
    }
    let vault = tx.vault();
    let (organization, role) = own(&mut tx, actor, number).await?;
    let granted = policy::record(actor, &organization, role)?;
    let new = match file {
        Some((name, kept)) => Some(contribution::keep_file(&mut tx, &granted, (name, kept)).await?),
        None => None,
    };
    match there {
        None => {
            contribution::record(&mut tx, &granted, &given.shown_by(new)).await?;
        }
        Some(id) => {
            let (_, old, granted) = kept(&mut tx, &vault, actor, (number, id)).await?;
            // The file stays with what takes the place of its record, unless another comes or it is taken out.
            let stays = old.given.file.filter(|_| !drops);
            contribution::replace(&mut tx, &granted, &given.shown_by(new.or(stays))).await?;
        }
    }
    let to = urls::my_contributions(organization.number);
    db::finish(&mut tx, person, key, &to).await?;
    Ok(Saved::Now(tx.commit().await?))
}
