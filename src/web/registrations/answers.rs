//! Check your answers: the whole form as the board will read it, with all that is wrong at once; on a second submission what changed.

use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use super::fields::{field_of, field_of_all, section_of};
use super::form::{Reading, reading};
use super::own::{TOOK_BACK, check, has_form, registered, taken_back};
use super::renewed;
use super::signatures::{self, signing};
use super::status::{SectionState, of_case};
use super::words::key_of;
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::Read;
use crate::document::{self, Scheme};
use crate::ids::CaseId;
use crate::organization::{Change, Particular, Particulars, Section, compare};
use crate::say;
use crate::values::{Arg, CaseKind, Lang};
use crate::vault::Vault;
use crate::web::particulars::{Shown, shown};
use crate::web::{
    Answer, Chrome, Fields, Mistake, Page, Path, Result, Sheet, documents, filters, html_with, see,
    urls,
};

/// What is said at a section of a renewal that nobody confirmed or changed.
const LOOK_AT: &str = "renewal-look-at";
/// What is said of a paper that is needed and not there.
const PAPER: &str = "document-needed";

#[derive(Template)]
#[template(path = "registrations/answers.html")]
struct AnswersPage {
    page: Page,
    case: CaseId,
    form: Sheet,
    revision: i32,
    again: bool,
    changed: bool,
    /// What is to be decided.
    kind: CaseKind,
    /// Of a renewal: the sections that are as the registry has them.
    confirmed: Vec<Section>,
    mistakes: Vec<Wrong>,
    sections: Vec<Answers>,
}

/// The answers of a section.
pub struct Answers {
    pub section: Section,
    pub rows: Vec<Row>,
}

/// A field with its answer.
pub struct Row {
    pub key: &'static str,
    pub href: String,
    pub said: Vec<Shown>,
    pub before: Option<Vec<Shown>>,
    pub wrong: Vec<Wrong>,
}

/// Something that is wrong, and the way to the field where it can be put right.
#[derive(Clone)]
pub struct Wrong {
    href: String,
    mistake: Mistake,
}

impl AnswersPage {
    /// The key of a sentence, as this kind of case says it.
    fn key(&self, key: &str) -> String {
        key_of(self.kind, key)
    }

    fn amends(&self) -> bool {
        self.kind == CaseKind::Amendment
    }

    fn renews(&self) -> bool {
        self.kind == CaseKind::Renewal
    }
}

/// A case as its form is saved, with all that is wrong with it. Of a renewal every section is confirmed or changed, and what
/// nobody changed is what the registry says.
pub async fn checked(
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &policy::CanRead,
    (actor, case): (&Actor, &Case),
    (lang, today): (Lang, NaiveDate),
) -> crate::Result<Reading> {
    let draft = Fields::from_map(case::draft(conn, vault, granted).await?);
    let mut read = reading(&draft, today);
    check(actor, case, &mut read);
    for field in taken_back(conn, case.kind, &draft).await? {
        read.mistakes.add(field, TOOK_BACK);
    }
    if case.kind != CaseKind::Renewal {
        return Ok(read);
    }
    for status in of_case(conn, vault, granted, case, (&draft, today)).await? {
        if status.state == SectionState::ToConfirm {
            let first = field_of_all(status.section);
            let name = say::t(lang, status.section.key());
            let args = vec![("section", Arg::Text(name))];
            read.mistakes.add_with(first, LOOK_AT, args);
        }
    }
    if let Some(base) = case::base(conn, vault, granted).await? {
        read.said = renewed::said(&base, &read.said, today);
    }
    // What is missing of papers is said here too: the words that go along are typed once everything else is there.
    let scheme = Scheme {
        case: Some(case.kind),
        kind: read.said.kind,
        host: Some(read.said.host_country),
        on_paper: case.typed_by.is_some(),
    };
    for item in document::missing(conn, case, scheme, today).await? {
        let title = item.asks.title.of(lang).to_owned();
        let args = vec![("title", Arg::Text(title))];
        read.mistakes
            .add_with(documents::anchor(item.id), PAPER, args);
    }
    Ok(read)
}

impl Wrong {
    /// Whether it is that signatures are missing: they have a page of their own.
    pub fn is_unsigned(&self) -> bool {
        self.mistake.field == signatures::FIELD
    }
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
    let (now, lang) = (conn.now(), chrome.lang);
    let at = (lang, now.date_naive());
    let mut read = checked(&mut conn, &vault, &granted, (&actor, &case), at).await?;
    let signing = signing(&mut conn, &vault, now, (&granted, &case), &read).await?;
    if let Some(signing) = &signing {
        read.mistakes
            .append(signatures::mistakes(lang, signing, &actor)?);
    }
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
        (StatusCode::OK, now.date_naive()),
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
    (status, today): (StatusCode, NaiveDate),
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    chrome: &Chrome,
    (case, read, form): (&Case, &Reading, Sheet),
) -> Answer {
    let lang = chrome.lang;
    let mistakes: Vec<Wrong> = read
        .mistakes
        .iter()
        .map(|mistake| wrong(case.id, mistake))
        .collect();
    let (changed, mut sections) =
        said(conn, vault, (lang, today), (actor, case), read, &mistakes).await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(case.id), super::show::title(lang, case))
        .crumb(
            urls::case_form(case.id),
            say::t(lang, &key_of(case.kind, "registration-form-title")),
        )
        .crumb("", say::t(lang, "registration-answers-title"));
    let mut confirmed = Vec::new();
    if case.kind == CaseKind::Renewal {
        // Nobody reads again what stays as it is.
        for answers in &mut sections {
            let rows = &mut answers.rows;
            rows.retain(|row| row.before.is_some() || !row.wrong.is_empty());
        }
        let still = sections.iter().filter(|it| it.rows.is_empty());
        confirmed = still.map(|it| it.section).collect();
        sections.retain(|it| !it.rows.is_empty());
    }
    html_with(
        status,
        lang,
        AnswersPage {
            page,
            case: case.id,
            form,
            kind: case.kind,
            confirmed,
            revision: case.revision,
            again: case.number.is_some(),
            changed,
            mistakes,
            sections,
        },
    )
}

/// The answers of all sections, and whether they say something else than before.
pub async fn said(
    conn: &mut PgConnection,
    vault: &Vault,
    (lang, today): (Lang, NaiveDate),
    (actor, case): (&Actor, &Case),
    read: &Reading,
    mistakes: &[Wrong],
) -> Result<(bool, Vec<Answers>)> {
    let granted = policy::read(actor, case)?;
    // What an amendment changes is seen beside what the registry says.
    let before = match registered(conn, vault, today, case).await? {
        Some(said) => Some(said),
        None => {
            let last = case::submissions(conn, vault, &granted).await?.pop();
            last.map(|last| last.particulars)
        }
    };
    // Of a renewal: what would come of it, as the board sees it too. What changed meanwhile elsewhere is no change of it.
    let meant = match case.kind {
        CaseKind::Renewal => case::meant(conn, vault, &granted, &read.said, before.clone()).await?,
        _ => None,
    };
    let wanted = match &meant {
        Some(meant) => &meant.amended.said,
        None => &read.said,
    };
    let changes = before.map_or_else(Vec::new, |before| compare(&before, wanted));
    let sections = Section::ALL
        .iter()
        .filter(|_| has_form(case.kind))
        .map(|section| answers(lang, case.id, *section, (read, wanted), &changes, mistakes))
        .collect();
    Ok((!changes.is_empty(), sections))
}

fn wrong(id: CaseId, mistake: &Mistake) -> Wrong {
    if mistake.field == signatures::FIELD {
        return Wrong {
            href: urls::case_signatures(id),
            mistake: mistake.clone(),
        };
    }
    let section = urls::case_section(id, section_of(&mistake.field));
    Wrong {
        href: match &*mistake.key {
            LOOK_AT => section,
            PAPER => format!("{}#{}", urls::case_documents(id), mistake.field),
            _ => format!("{section}#{}", mistake.field),
        },
        mistake: mistake.clone(),
    }
}

fn answers(
    lang: Lang,
    id: CaseId,
    section: Section,
    (read, said): (&Reading, &Particulars),
    changes: &[Change],
    mistakes: &[Wrong],
) -> Answers {
    let rows = section.particulars().iter().map(|field| Row {
        key: field.key(),
        href: format!("{}#{}", urls::case_section(id, section), field_of(*field)),
        said: match field {
            Particular::HostCountry if !read.has_host => Vec::new(),
            field => shown(lang, &said.said(*field)),
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
