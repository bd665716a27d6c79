//! Writing into a case: a note within the board, or a message to the applicant; a file may come along.

use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};

use super::case;
use super::overtaken::Acting;
use super::phrases::{self, MESSAGE};
use crate::actor::Actor;
use crate::case::{self as cases, Reach, policy};
use crate::ids::{AccountId, CaseId};
use crate::values::{Problem, Prose};
use crate::web::attached::{self, Came, Written};
use crate::web::documents::Upload;
use crate::web::{Answer, App, Chrome, Mistakes, Path, Sheet, redirect_with_flash, see, urls};

/// The longest message.
const MOST: usize = 10_000;

/// `POST /desk/cases/{id}/messages`: the file arrives and is judged while nobody holds a transaction.
pub async fn create(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(id): Path<CaseId>,
    request: Request,
) -> Answer {
    let mut read = app.db.read().await?;
    let case = cases::find(&mut read, &actor, id).await?;
    policy::at_desk(&actor, &case)?;
    // Whoever may write to the applicant may write a note.
    let _ = policy::write(&actor, &case, Reach::Internal)?;
    drop(read);
    let mut came = Came::from(Upload::take(&app, request).await?);
    let form = came.fields.clone();
    if form.sent("put") {
        let mut tx = app.db.begin().await?;
        let (mut status, mut sheet) =
            phrases::put_in(&mut tx, &actor, chrome.lang, &case, form, &MESSAGE).await?;
        if came.has_file() {
            let mut mistakes: Mistakes = sheet.mistakes().iter().cloned().collect();
            mistakes.lost("file");
            (status, sheet) = (StatusCode::UNPROCESSABLE_ENTITY, sheet.but_with(mistakes));
        }
        return case::render(status, chrome, &actor, tx, case, (sheet, None)).await;
    }
    // What is not said to be for the applicant stays within the board.
    let reach = match form.get("reach") {
        "applicant" => Reach::Applicant,
        _ => Reach::Internal,
    };
    let granted = policy::write(&actor, &case, reach)?;
    let mut reader = form.reader();
    let body = reader.required("body", |text| Prose::parse(text, MOST));
    let tell = reader.many("tell", |text| {
        text.parse::<AccountId>().map_err(|_| Problem::UnknownCode)
    });
    if reach == Reach::Applicant && !tell.is_empty() {
        reader.mistake("tell", "desk-tell-notes-only");
    } else if !tell.is_empty() {
        let mut read = app.db.read().await?;
        let vault = read.vault();
        let known = cases::tellable(&mut read, &vault, &granted).await?;
        // A colleague whose work changed while this was being typed.
        if !tell.iter().all(|one| known.iter().any(|(id, _)| id == one)) {
            reader.mistake("tell", "desk-tell-unknown");
        }
    }
    let mut mistakes = reader.done().err().unwrap_or_default();
    let file = came.judged(&app, &mut mistakes).await?;
    let Some(body) = body.filter(|_| mistakes.is_empty()) else {
        let sheet = Sheet::with(form, mistakes);
        let tx = app.db.begin().await?;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let mut page = case::render(status, chrome, &actor, tx, case, (sheet, None)).await?;
        if came.is_cut {
            let close = HeaderValue::from_static("close");
            page.headers_mut().insert(CONNECTION, close);
        }
        return Ok(page);
    };
    let back = format!("{}#messages", urls::desk_case(id));
    let key = Sheet::of(form).key();
    let said = (&body, tell.as_slice());
    match attached::write(&app, &actor, (id, reach), said, file, (key, &back)).await {
        Ok(Written::Before(there)) => see(there),
        Ok(Written::Now(done)) => redirect_with_flash(&app, done, back, "flash-desk-written"),
        Err(error) => {
            let acting = Acting {
                app: &app,
                chrome: &chrome,
                actor: &actor,
                id,
                typed: Some(body.as_str()),
            };
            acting.failed(app.db.begin().await?, error).await
        }
    }
}
