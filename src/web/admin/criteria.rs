//! What cases are judged by: the draft of the criteria, publishing it, and the editions that were published.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::super::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters, html,
    html_with, redirect_with_flash, say, urls,
};
use super::kept::{self, Kept, YES, fill, hints, options, position, words};
use crate::actor::Actor;
use crate::criterion::policy::{self, CanKeepCriteria};
use crate::criterion::{self, Criterion, CriterionTerms, Edition};
use crate::db::{Read, Tx};
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
    /// Whether somebody changed it while this was typed.
    overtaken: bool,
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
                false => say::list(lang, &kinds),
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

/// The draft, as its forms keep it.
pub struct Criteria;

impl Kept for Criteria {
    type Id = CriterionId;
    type Entry = Criterion;
    type Terms = CriterionTerms;
    type CanKeep = CanKeepCriteria;

    const LIST: &'static str = urls::ADMIN_CRITERIA;
    const SAVED: &'static str = "flash-criteria-saved";

    fn keep(actor: &Actor) -> Result<CanKeepCriteria> {
        Ok(policy::keep(actor)?)
    }

    async fn find(conn: &mut PgConnection, actor: &Actor, id: CriterionId) -> Result<Criterion> {
        Ok(criterion::criterion(conn, &policy::read(actor)?, id).await?)
    }

    fn terms(entry: &Criterion) -> &CriterionTerms {
        &entry.terms
    }

    /// Of which draft, too: what was published meanwhile is another one.
    fn seen(entry: &Criterion) -> String {
        format!("{}.{}", entry.edition, entry.revision)
    }

    fn fresh() -> Fields {
        kept::placed()
    }

    fn filled(terms: &CriterionTerms) -> Fields {
        let mut fields = Fields::default();
        fields.set("position", terms.position.to_string());
        fill(&mut fields, "title", &terms.title);
        fill(&mut fields, "hint", &terms.hint);
        let boxes = [("required", terms.required), ("withdrawn", terms.withdrawn)];
        kept::tick(&mut fields, boxes);
        for kind in &terms.case_kinds {
            fields.push("case_kinds", kind.code());
        }
        fields
    }

    fn read(sent: &Fields, _: Option<&Criterion>) -> Result<CriterionTerms, Mistakes> {
        terms(sent)
    }

    async fn write(
        tx: &mut Tx,
        granted: &CanKeepCriteria,
        known: Option<&Criterion>,
        terms: &CriterionTerms,
    ) -> crate::Result<Result<(), Mistakes>> {
        criterion::write(tx, granted, known, terms).await?;
        Ok(Ok(()))
    }

    async fn page(
        status: StatusCode,
        chrome: &Chrome,
        _: &mut PgConnection,
        _: &CanKeepCriteria,
        entry: Option<&Criterion>,
        form: Sheet,
    ) -> Answer {
        let lang = chrome.lang;
        let title = match entry {
            Some(entry) => entry.terms.title.of(lang).to_owned(),
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
                action: entry.map_or_else(
                    || urls::ADMIN_CRITERIA.to_owned(),
                    |entry| urls::admin_criterion(entry.id),
                ),
                seen: entry.map(Self::seen).unwrap_or_default(),
                is_new: entry.is_none(),
                overtaken: status == StatusCode::CONFLICT,
                case_kinds: options(lang, CaseKind::ALL, |it| (it.code(), it.key())),
                title,
                form,
            },
        )
    }
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
        required: sent.has("required", YES),
        case_kinds,
        withdrawn: sent.has("withdrawn", YES),
    })
}
