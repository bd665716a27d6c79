//! Check your answers: the whole form as the board will read it, with all that is wrong at once; on a second submission what changed.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::fields::{field_of, section_of};
use super::form::{Reading, reading};
use super::own::{asks, check, registered};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Read;
use crate::ids::CaseId;
use crate::organization::{Change, Particular, Section, compare};
use crate::say;
use crate::values::{CaseKind, Lang};
use crate::vault::Vault;
use crate::web::particulars::{Shown, shown};
use crate::web::{
    Answer, Chrome, Fields, Mistake, Page, Path, Sheet, filters, html_with, see, urls,
};

#[derive(Template)]
#[template(path = "registrations/answers.html")]
struct AnswersPage {
    page: Page,
    case: CaseId,
    form: Sheet,
    revision: i32,
    again: bool,
    changed: bool,
    /// Whether it changes what the registry says, and is sent with words.
    amends: bool,
    mistakes: Vec<Wrong>,
    sections: Vec<Answers>,
}

/// The answers of a section.
struct Answers {
    section: Section,
    rows: Vec<Row>,
}

/// A field with its answer.
struct Row {
    key: &'static str,
    href: String,
    said: Vec<Shown>,
    before: Option<Vec<Shown>>,
    wrong: Vec<Wrong>,
}

/// Something that is wrong, and the way to the field where it can be put right.
#[derive(Clone)]
struct Wrong {
    href: String,
    mistake: Mistake,
}

/// The answers as they are saved.
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
    let mut read = reading(&draft, conn.today());
    check(&actor, &case, &mut read);
    let last = case::submissions(&mut conn, &vault, &granted).await?.pop();
    let words = last.and_then(|last| last.words).map(|it| it.to_string());
    let words = [("words", words.unwrap_or_default())];
    let form = Sheet::of(
        words
            .iter()
            .map(|(name, it)| (*name, it.as_str()))
            .collect(),
    );
    page(
        StatusCode::OK,
        &mut conn,
        &vault,
        &actor,
        &chrome,
        (&case, &read, form),
    )
    .await
}

/// The page with what could be read of a draft, and all that is wrong with it.
pub async fn page(
    status: StatusCode,
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    chrome: &Chrome,
    (case, read, form): (&Case, &Reading, Sheet),
) -> Answer {
    let granted = policy::read(actor, case)?;
    let last = case::submissions(conn, vault, &granted).await?.pop();
    // What an amendment changes is seen beside what the registry says.
    let before = match registered(conn, vault, case).await? {
        Some(said) => Some(said),
        None => last.map(|last| last.particulars),
    };
    let changes = before.map_or_else(Vec::new, |before| compare(&before, &read.said));
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(case.id), super::show::title(lang, case))
        .crumb(
            urls::case_form(case.id),
            say::t(lang, "registration-form-title"),
        )
        .crumb("", say::t(lang, "registration-answers-title"));
    let mistakes: Vec<Wrong> = read
        .mistakes
        .iter()
        .map(|mistake| wrong(case.id, mistake))
        .collect();
    let sections = Section::ALL
        .iter()
        .filter(|section| asks(case.kind, **section))
        .map(|section| answers(lang, case.id, *section, read, &changes, &mistakes))
        .collect();
    html_with(
        status,
        lang,
        AnswersPage {
            page,
            case: case.id,
            form,
            amends: case.kind == CaseKind::Amendment,
            revision: case.revision,
            again: case.number.is_some(),
            changed: !changes.is_empty(),
            mistakes,
            sections,
        },
    )
}

fn wrong(id: CaseId, mistake: &Mistake) -> Wrong {
    let section = urls::case_section(id, section_of(&mistake.field));
    Wrong {
        href: format!("{section}#{}", mistake.field),
        mistake: mistake.clone(),
    }
}

fn answers(
    lang: Lang,
    id: CaseId,
    section: Section,
    read: &Reading,
    changes: &[Change],
    mistakes: &[Wrong],
) -> Answers {
    let rows = section.particulars().iter().map(|field| Row {
        key: field.key(),
        href: format!("{}#{}", urls::case_section(id, section), field_of(*field)),
        said: match field {
            Particular::HostCountry if !read.has_host => Vec::new(),
            field => shown(lang, &read.said.said(*field)),
        },
        before: changes
            .iter()
            .find(|change| change.field == *field)
            .map(|change| shown(lang, &change.before)),
        wrong: mistakes
            .iter()
            .filter(|wrong| particular_of(&wrong.mistake.field) == Some(*field))
            .cloned()
            .collect(),
    });
    Answers {
        section,
        rows: rows.collect(),
    }
}

/// What a field says of the particulars.
fn particular_of(field: &str) -> Option<Particular> {
    let unit = field.split('-').next().unwrap_or(field);
    match unit {
        "members_on" | "members_evidence" => Some(Particular::Members),
        unit => Particular::from_code(unit),
    }
}
