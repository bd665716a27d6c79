//! Check your answers: the whole form as the board will read it, and on a second submission what changed.

use askama::Template;
use axum::http::StatusCode;

use super::fields::field_of;
use super::form::read;
use super::page::FormPage;
use crate::actor::Actor;
use crate::case::{self, policy};
use crate::db::Read;
use crate::ids::CaseId;
use crate::organization::{Change, Particulars, compare};
use crate::say;
use crate::values::Lang;
use crate::web::particulars::{Shown, rows, shown};
use crate::web::{Answer, Chrome, Fields, Page, Path, Sheet, filters, html, html_with, see, urls};

#[derive(Template)]
#[template(path = "registrations/answers.html")]
struct AnswersPage {
    page: Page,
    case: CaseId,
    form: Sheet,
    revision: i32,
    again: bool,
    changed: bool,
    rows: Vec<Row>,
}

/// A field with its answer.
struct Row {
    key: &'static str,
    href: String,
    said: Vec<Shown>,
    before: Option<Vec<Shown>>,
}

/// The answers as they are saved; or the form again, with all that is wrong.
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    match policy::submit(&actor, &case) {
        Ok(_) => {}
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let vault = conn.vault();
    let granted = policy::read(&actor, &case)?;
    let draft = Fields::from_map(case::draft(&mut conn, &vault, &granted).await?);
    let said = match read(&draft, conn.today()) {
        Ok(said) => said,
        Err(mistakes) => {
            let form = Sheet::with(draft, mistakes);
            let page =
                FormPage::new(&mut conn, &vault, &chrome, &actor, &case, form, false).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let last = case::submissions(&mut conn, &vault, &granted).await?.pop();
    let changes = last.map_or_else(Vec::new, |last| compare(&last.particulars, &said));
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(id), super::show::title(lang, &case))
        .crumb("", say::t(lang, "registration-answers-title"));
    html(
        lang,
        AnswersPage {
            page,
            case: id,
            form: Sheet::empty(),
            revision: case.revision,
            again: case.number.is_some(),
            changed: !changes.is_empty(),
            rows: answer_rows(lang, id, &said, &changes),
        },
    )
}

fn answer_rows(lang: Lang, id: CaseId, said: &Particulars, changes: &[Change]) -> Vec<Row> {
    rows(lang, said)
        .into_iter()
        .map(|row| Row {
            key: row.field.key(),
            href: format!("{}#{}", urls::case_form(id), field_of(row.field)),
            before: changes
                .iter()
                .find(|change| change.field == row.field)
                .map(|change| shown(lang, &change.before)),
            said: row.said,
        })
        .collect()
}
