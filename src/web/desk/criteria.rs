//! Saying what the board finds of one criterion of a case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::findings::{Finding, accounts};
use super::overtaken::or_overtaken;
use super::view::{People, Title};
use crate::actor::Actor;
use crate::case::{self, Case, policy as cases};
use crate::criterion::{self, Assessed, FindingOutcome, Found, policy};
use crate::db::Tx;
use crate::document::{self, Slot};
use crate::ids::{CaseId, CriterionId, DocumentId};
use crate::organization::Particular;
use crate::say;
use crate::values::{Lang, Problem, Prose, WebAddress};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters,
    html_with, redirect_with_flash, urls,
};

/// The longest note.
const NOTE_MAX: usize = 10_000;
/// The most addresses in the web.
const LINKS_MAX: usize = 10;

#[derive(Template)]
#[template(path = "desk/criterion.html")]
struct EditPage {
    page: Page,
    case: Case,
    title: Title,
    number: String,
    finding: Finding,
    version: i32,
    /// Whether a colleague said something while this was being typed.
    meanwhile: bool,
    outcomes: Vec<(&'static str, String)>,
    documents: Vec<(String, String)>,
    fields: Vec<(&'static str, String)>,
    form: Sheet,
}

impl EditPage {
    /// Whether something is pointed at, or could not be.
    fn has_evidence(&self) -> bool {
        ["documents", "fields", "links"]
            .iter()
            .any(|name| !self.form.get(name).is_empty() || self.form.mistake(name).is_some())
    }
}

/// A case with one of its criteria, and its papers.
struct Seen {
    case: Case,
    all: Vec<Assessed>,
    at: usize,
    slots: Vec<Slot>,
    /// The answers that say something.
    said: Vec<Particular>,
}

impl Seen {
    async fn of(
        tx: &mut Tx,
        actor: &Actor,
        (id, criterion): (CaseId, CriterionId),
    ) -> Result<Self> {
        let (vault, today) = (tx.vault(), tx.today());
        let case = case::find(tx, actor, id).await?;
        cases::at_desk(actor, &case)?;
        let granted = cases::read(actor, &case)?;
        case::note_viewing(tx, actor, &case).await?;
        let all = criterion::assessed(tx, &vault, &granted).await?;
        let at = all.iter().position(|it| it.criterion.id == criterion);
        let listed = document::policy::list_of_case(actor, &case)?;
        let slots = document::shelf(tx, &vault, &listed, today).await?;
        let last = case::submissions(tx, &vault, &granted).await?.pop();
        let says = |field: &Particular| {
            let last = last.as_ref();
            last.is_some_and(|last| !last.particulars.said(*field).is_empty())
        };
        Ok(Self {
            case,
            all,
            at: at.ok_or(Error::NotFound)?,
            slots,
            said: Particular::ALL.iter().copied().filter(says).collect(),
        })
    }

    fn assessed(&self) -> &Assessed {
        &self.all[self.at]
    }

    /// The next one that is open, from here on and round again.
    fn next_open(&self) -> Option<CriterionId> {
        let (before, from) = self.all.split_at(self.at);
        from.iter()
            .skip(1)
            .chain(before)
            .find(|it| it.outcome() == FindingOutcome::Open)
            .map(|it| it.criterion.id)
    }
}

/// `GET /desk/cases/{id}/criteria/{criterion}`
pub async fn edit(
    chrome: Chrome,
    actor: Actor,
    Path(of): Path<(CaseId, CriterionId)>,
    mut tx: Tx,
) -> Answer {
    let seen = Seen::of(&mut tx, &actor, of).await?;
    match policy::assess(&actor, &seen.case) {
        Ok(_) => {
            let form = Sheet::of(filled(seen.assessed()));
            page(StatusCode::OK, &chrome, tx, seen, (form, false)).await
        }
        Err(error) => or_overtaken(error, tx, &chrome, &actor, of.0, None).await,
    }
}

/// `POST /desk/cases/{id}/criteria/{criterion}`
pub async fn update(
    chrome: Chrome,
    actor: Actor,
    State(app): State<App>,
    Path(of): Path<(CaseId, CriterionId)>,
    mut tx: Tx,
    Form(form): Form,
) -> Answer {
    let seen = Seen::of(&mut tx, &actor, of).await?;
    let typed = form.get("note").trim().to_owned();
    let granted = match policy::assess(&actor, &seen.case) {
        Ok(granted) => granted,
        Err(error) => return or_overtaken(error, tx, &chrome, &actor, of.0, Some(&typed)).await,
    };
    // What a colleague said meanwhile is shown first, whatever was typed.
    if form.get("version").parse() != Ok(seen.assessed().version) {
        let sheet = Sheet::of(form);
        return page(StatusCode::CONFLICT, &chrome, tx, seen, (sheet, true)).await;
    }
    let found = match found(&form, &seen) {
        Ok(found) => found,
        Err(mistakes) => {
            let sheet = Sheet::with(form, mistakes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(status, &chrome, tx, seen, (sheet, false)).await;
        }
    };
    match criterion::record(&mut tx, &granted, seen.assessed(), &found).await {
        Ok(_) => {
            let onward = match seen.next_open().filter(|_| form.has("go", "next")) {
                Some(next) => urls::desk_case_criterion(of.0, next),
                None => format!("{}#criteria", urls::desk_case(of.0)),
            };
            redirect_with_flash(&app, tx.commit().await?, onward, "flash-criterion-saved")
        }
        // Two at the same moment: the second reads again, and sees the first.
        Err(crate::Error::Overtaken) => {
            let again = Seen::of(&mut tx, &actor, of).await?;
            if let Err(error) = policy::assess(&actor, &again.case) {
                return or_overtaken(error, tx, &chrome, &actor, of.0, Some(&typed)).await;
            }
            let sheet = Sheet::of(form);
            page(StatusCode::CONFLICT, &chrome, tx, again, (sheet, true)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The form for what stands.
fn filled(assessed: &Assessed) -> Fields {
    let mut fields = Fields::default();
    let Some(finding) = &assessed.finding else {
        return fields;
    };
    let found = &finding.found;
    fields.set("outcome", found.outcome.code());
    if let Some(note) = &found.note {
        fields.set("note", note.as_str());
    }
    for document in &found.documents {
        fields.push("documents", document.to_string());
    }
    for field in &found.fields {
        fields.push("fields", field.code());
    }
    let links: Vec<&str> = found.links.iter().map(|it| &**it).collect();
    fields.set("links", links.join("\n"));
    fields
}

/// Reads the form, with all mistakes at once.
fn found(form: &Fields, seen: &Seen) -> std::result::Result<Found, Mistakes> {
    let mut reader = form.reader();
    let outcome = reader.required("outcome", FindingOutcome::parse);
    let note = match (outcome, form.get("note").trim()) {
        // Whoever reads it later must know what was missing.
        (Some(FindingOutcome::NotMet), "") => {
            reader.mistake("note", "criterion-not-met-why");
            None
        }
        _ => reader.optional("note", |text| Prose::parse(text, NOTE_MAX)),
    };
    let documents = reader.many("documents", |text| {
        let id: DocumentId = text.parse().map_err(|_| Problem::UnknownCode)?;
        let mut known = seen
            .slots
            .iter()
            .flat_map(|slot| slot.current.iter().chain(&slot.former));
        match known.any(|document| document.id == id) {
            true => Ok(id),
            false => Err(Problem::UnknownCode),
        }
    });
    let fields = reader.many("fields", Particular::parse);
    let mut links: Vec<WebAddress> = Vec::new();
    for line in form.get("links").lines().map(str::trim) {
        match WebAddress::parse(line) {
            _ if line.is_empty() => {}
            Ok(link) if links.contains(&link) => {}
            Ok(link) => links.push(link),
            Err(problem) => {
                reader.problem("links", problem);
                break;
            }
        }
    }
    if links.len() > LINKS_MAX {
        reader.mistake("links", "criterion-links-many");
    }
    reader.done()?;
    Ok(Found {
        // An outcome that is missing was noted as a mistake.
        outcome: outcome.ok_or_else(Mistakes::default)?,
        note,
        documents,
        fields,
        links,
    })
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    mut tx: Tx,
    seen: Seen,
    (form, meanwhile): (Sheet, bool),
) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let assessed = seen.assessed();
    let named = accounts(std::slice::from_ref(assessed), &[]);
    let people = People::of(&mut tx, &vault, named).await?;
    // That personal data was looked at is on record.
    let _ = tx.commit().await?;
    let finding = Finding::of(lang, &people, assessed, &seen.slots, None);
    let number = seen.case.number.map(|it| it.to_string());
    let number = number.unwrap_or_default();
    let version = assessed.version;
    let documents = documents(lang, &seen, assessed);
    html_with(
        status,
        lang,
        EditPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::desk_case(seen.case.id), number.clone())
                .crumb("", finding.title.clone()),
            title: Title::of_case(lang, &seen.case),
            number,
            finding,
            version,
            meanwhile,
            outcomes: FindingOutcome::ALL
                .iter()
                .map(|it| (it.code(), say::t(lang, it.key())))
                .collect(),
            documents,
            fields: seen
                .said
                .iter()
                .map(|it| (it.code(), say::t(lang, it.key())))
                .collect(),
            form,
            case: seen.case,
        },
    )
}

/// The papers that can be pointed at: those that count, and those that were pointed at before.
fn documents(lang: Lang, seen: &Seen, assessed: &Assessed) -> Vec<(String, String)> {
    let pointed = assessed.finding.as_ref().map(|it| &it.found.documents);
    let is_pointed = |id: &DocumentId| pointed.is_some_and(|all| all.contains(id));
    let mut all = Vec::new();
    for slot in &seen.slots {
        let title = slot.item.asks.title.of(lang);
        let former = slot.former.iter().filter(|it| is_pointed(&it.id));
        for document in slot.current.iter().chain(former) {
            let name = document.shown_name();
            all.push((document.id.to_string(), format!("{title}: {name}")));
        }
    }
    all
}
