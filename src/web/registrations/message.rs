//! A message of the applicant to the board; a file may come along.

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONNECTION;

use super::show;
use crate::actor::Actor;
use crate::case::{self, Reach, policy};
use crate::ids::CaseId;
use crate::values::Prose;
use crate::web::attached::{self, Came, Written};
use crate::web::documents::Upload;
use crate::web::{Answer, App, Chrome, Path, Sheet, redirect_with_flash, see, urls};

/// The longest message.
pub const MESSAGE_MAX: usize = 4_000;

/// Writes to the board.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Path(id): Path<CaseId>,
    request: Request,
) -> Answer {
    let mut read = app.db.read().await?;
    let case = case::find(&mut read, &actor, id).await?;
    // The desk writes at the desk, where it says to whom.
    if !case.is_own(actor.person()?.id) {
        return Err(crate::actor::Denied::Forbidden.into());
    }
    let _ = policy::write(&actor, &case, Reach::Applicant)?;
    drop(read);
    let mut came = Came::from(Upload::take(&app, request).await?);
    let sent = came.fields.clone();
    let mut r = sent.reader();
    let body = r.required("body", |text| Prose::parse(text, MESSAGE_MAX));
    let mut mistakes = r.done().err().unwrap_or_default();
    let file = came.judged(&app, &mut mistakes).await?;
    let Some(body) = body.filter(|_| mistakes.is_empty()) else {
        let form = Sheet::with(sent, mistakes);
        let mut tx = app.db.begin().await?;
        let mut page = show::answer(&mut tx, &actor, &chrome, &case, form).await?;
        if came.is_cut {
            let close = HeaderValue::from_static("close");
            page.headers_mut().insert(CONNECTION, close);
        }
        return Ok(page);
    };
    let to = format!("{}#conversation", urls::case(id));
    let key = Sheet::of(sent).key();
    let of = (id, Reach::Applicant);
    match attached::write(&app, &actor, of, (&body, &[]), file, (key, &to)).await? {
        Written::Before(there) => see(there),
        Written::Now(done) => redirect_with_flash(&app, done, to, "flash-registration-message"),
    }
}
