//! What cases are judged by: the draft of the criteria, publishing it, and the editions that were published.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Sheet, filters, html,
    html_with, redirect_with_flash, say, see, urls,
};
use super::checklists::{hints, options, position, words};
use crate::actor::Actor;
use crate::criterion::{self, Criterion, CriterionTerms, Edition, policy};
use crate::db::{self, Read, Tx};
use crate::ids::CriterionId;
use crate::values::{CaseKind, Lang, Line};

/// The longest title and the longest hint.
const TITLE_MAX: usize = 160;
const HINT_MAX: usize = 600;

#[derive(Template)]
#[template(path = "admin/criteria.html")]
struct IndexPage {
    page: Page,
    title: String,
    rows: Vec<Row>,
    /// The draft, where this is its page and this person may publish it.
    draft: Option<Edition>,
    may_keep: bool,
    /// What was published: its number, where it is, and since when.
    editions: Vec<(i32, String, Since)>,
}

/// Since when, for people and for machines.
struct Since {
    text: String,
    iso: String,
}

#[derive(Template)]
#[template(path = "admin/criterion.html")]
struct CriterionPage {
    page: Page,
    form: Sheet,
    title: String,
    action: String,
    /// The criterion as this form shows it.
    seen: String,
    is_new: bool,
    case_kinds: Vec<(&'static str, String)>,
}

/// A criterion in the list.
struct Row {
    /// Where it is changed; empty for whoever may not.
    href: String,
    title: String,
    hint: String,
    applies: String,
    required: bool,
    withdrawn: bool,
}

impl Row {
    fn of(lang: Lang, criterion: &Criterion, may_keep: bool) -> Self {
        let terms = &criterion.terms;
        let kinds: Vec<String> = terms
            .case_kinds
            .iter()
            .map(|kind| say::t(lang, kind.key()))
            .collect();
        Self {
            href: match may_keep {
                true => urls::admin_criterion(criterion.id),
                false => String::new(),
            },
            title: terms.title.of(lang).to_owned(),
            hint: terms.hint.of(lang).to_owned(),
            applies: match kinds.is_empty() {
                true => say::t(lang, "checklist-applies-to-all"),
                false => kinds.join(", "),
            },
            required: terms.required,
            withdrawn: terms.withdrawn,
        }
    }
}

/// `GET /admin/criteria`
pub async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::read(&actor)?;
    let (lang, may_keep) = (chrome.lang, policy::keep(&actor).is_ok());
    let draft = criterion::draft(&mut read, &granted).await?;
    let all = criterion::criteria(&mut read, &granted, draft.number).await?;
    let editions = criterion::editions(&mut read, &granted).await?;
    let title = say::t(lang, "criteria-title");
    html(
        lang,
        IndexPage {
            page: chrome.admin_page().crumb("", title.clone()),
            title,
            rows: all.iter().map(|it| Row::of(lang, it, may_keep)).collect(),
            draft: Some(draft),
            may_keep,
            editions: editions.iter().filter_map(|it| listed(lang, it)).collect(),
        },
    )
}

/// `GET /admin/criteria/editions/{number}`
pub async fn edition(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<i32>,
) -> Answer {
    let granted = policy::read(&actor)?;
    let lang = chrome.lang;
    let editions = criterion::editions(&mut read, &granted).await?;
    let edition = editions.iter().find(|it| it.number == number);
    let edition = edition.ok_or(Error::NotFound)?;
    let all = criterion::criteria(&mut read, &granted, number).await?;
    let title = say::t1(lang, "criteria-edition", "number", edition.number);
    html(
        lang,
        IndexPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_CRITERIA, say::t(lang, "criteria-title"))
                .crumb("", title.clone()),
            title,
            rows: all.iter().map(|it| Row::of(lang, it, false)).collect(),
            draft: None,
            may_keep: false,
            editions: listed(lang, edition).into_iter().collect(),
        },
    )
}

fn listed(lang: Lang, edition: &Edition) -> Option<(i32, String, Since)> {
    let at = edition.published_at?;
    let since = Since {
        text: say::day(lang, at.date_naive()),
        iso: at.date_naive().to_string(),
    };
    let href = urls::admin_criteria_edition(edition.number);
    Some((edition.number, href, since))
}

/// `POST /admin/criteria/publication`
pub async fn publish(actor: Actor, State(app): State<App>, mut tx: Tx, Form(sent): Form) -> Answer {
    let granted = policy::keep(&actor)?;
    let seen = sent.get("revision").parse();
    let seen = seen.map_err(|_| crate::Error::Overtaken)?;
    criterion::publish(&mut tx, &granted, seen).await?;
    let committed = tx.commit().await?;
    redirect_with_flash(
        &app,
        committed,
        urls::ADMIN_CRITERIA,
        "flash-criteria-published",
    )
}

/// `GET /admin/criteria/new`
pub async fn new(actor: Actor, chrome: Chrome) -> Answer {
    let _ = policy::keep(&actor)?;
    let mut fields = Fields::default();
    fields.set("position", "100");
    page(StatusCode::OK, &chrome, None, Sheet::of(fields))
}

/// `GET /admin/criteria/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<CriterionId>,
) -> Answer {
    let _ = policy::keep(&actor)?;
    let seen = criterion::criterion(&mut read, &policy::read(&actor)?, id).await?;
    let form = Sheet::of(filled(&seen.terms));
    page(StatusCode::OK, &chrome, Some(&seen), form)
}

/// `POST /admin/criteria`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let person = actor.person()?.id;
    let terms = match terms(&sent) {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, None, form);
        }
    };
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    criterion::write(&mut tx, &granted, None, &terms).await?;
    db::finish(&mut tx, person, key, urls::ADMIN_CRITERIA).await?;
    saved(&app, tx).await
}

/// `POST /admin/criteria/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<CriterionId>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let seen = criterion::criterion(&mut tx, &policy::read(&actor)?, id).await?;
    let terms = match terms(&sent) {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, Some(&seen), form);
        }
    };
    // The form says which draft it was made for, too: what was published meanwhile is another one.
    if sent.get("seen") != seen_as(&seen) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    if terms == seen.terms {
        return see(urls::ADMIN_CRITERIA);
    }
    criterion::write(&mut tx, &granted, Some(&seen), &terms).await?;
    saved(&app, tx).await
}

/// A criterion of a draft, as somebody saw it.
fn seen_as(criterion: &Criterion) -> String {
    format!("{}.{}", criterion.edition, criterion.revision)
}

async fn saved(app: &App, tx: Tx) -> Answer {
    let committed = tx.commit().await?;
    redirect_with_flash(app, committed, urls::ADMIN_CRITERIA, "flash-criteria-saved")
}

/// What the form says.
fn terms(sent: &Fields) -> Result<CriterionTerms, Mistakes> {
    let mut reader = sent.reader();
    let title = words(&mut reader, "title", |reader, field| {
        reader.required(field, |text| Line::parse(text, TITLE_MAX))
    });
    let hint = hints(&mut reader, HINT_MAX);
    let position = position(&mut reader);
    let case_kinds = reader.many("case_kinds", CaseKind::parse);
    reader.done()?;
    Ok(CriterionTerms {
        // A position that is missing was noted as a mistake.
        position: position.ok_or_else(Mistakes::default)?,
        title,
        hint,
        required: sent.has("required", "yes"),
        case_kinds,
        withdrawn: sent.has("withdrawn", "yes"),
    })
}

/// The form for what a criterion says now.
fn filled(terms: &CriterionTerms) -> Fields {
    let mut fields = Fields::default();
    fields.set("position", terms.position.to_string());
    for lang in Lang::ALL {
        fields.set(&format!("title_{}", lang.code()), terms.title.of(*lang));
        fields.set(&format!("hint_{}", lang.code()), terms.hint.of(*lang));
    }
    if terms.required {
        fields.set("required", "yes");
    }
    if terms.withdrawn {
        fields.set("withdrawn", "yes");
    }
    for kind in &terms.case_kinds {
        fields.push("case_kinds", kind.code());
    }
    fields
}

fn page(status: StatusCode, chrome: &Chrome, seen: Option<&Criterion>, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let title = match seen {
        Some(seen) => seen.terms.title.of(lang).to_owned(),
        None => say::t(lang, "criterion-new"),
    };
    html_with(
        status,
        lang,
        CriterionPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_CRITERIA, say::t(lang, "criteria-title"))
                .crumb("", title.clone()),
            action: seen.map_or_else(
                || urls::ADMIN_CRITERIA.to_owned(),
                |seen| urls::admin_criterion(seen.id),
            ),
            seen: seen.map(seen_as).unwrap_or_default(),
            is_new: seen.is_none(),
            case_kinds: options(lang, CaseKind::ALL, |it| (it.code(), it.key())),
            title,
            form,
        },
    )
}
