//! The applicant's side answers a condition: in words, and with a paper of the organization, which may come along.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, StatusCode};
use sqlx::PgConnection;

use super::{Shown, shown};
use crate::actor::Actor;
use crate::case::{self, Case, policy};
use crate::db::{self, Committed, Read};
use crate::document::{self, Document, FILE_MAX, Item, NewDocument, Slot};
use crate::ids::{CaseId, ConditionId, DocumentId, OnceKey};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Lang, Prose, TeamRole};
use crate::vault::Vault;
use crate::web::documents::{self, Upload, unwritable};
use crate::web::{
    Answer, App, Chrome, Error, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

/// The longest answer.
const WORDS_MOST: usize = 6_000;

#[derive(Template)]
#[template(path = "conditions/answer.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    case: CaseId,
    action: String,
    condition: Shown,
    /// The papers of the organization, by what they are.
    papers: Vec<(String, String)>,
    /// What a paper may be that is added here; nothing, for whoever may add none.
    items: Vec<(String, String)>,
    ways: Vec<(&'static str, String)>,
    accept: &'static str,
    most: u64,
}

/// The papers of the organization, as whoever answers sees them.
struct Shelf {
    organization: Organization,
    own: Option<TeamRole>,
    slots: Vec<Slot>,
}

/// What was answered.
struct Said {
    words: Option<Prose>,
    /// A paper that was there.
    paper: Option<DocumentId>,
    /// What the paper is that came along.
    item: Option<Item>,
    mistakes: Mistakes,
}

/// What became of an answer.
enum Recorded {
    /// It is on record.
    Now(Committed),
    /// The same form was sent before, and led there.
    Before(String),
}

/// `GET /cases/{id}/conditions/{condition}`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path((id, condition)): Path<(CaseId, ConditionId)>,
) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    match policy::answer_condition(&actor, &case) {
        Ok(_) => {}
        // Nothing is left to be done: what was is on the page of the case.
        Err(crate::Error::Overtaken) => return see(urls::case(id)),
        Err(error) => return Err(error.into()),
    }
    let (vault, today) = (conn.vault(), conn.today());
    let about = (&case, condition, today);
    page(
        StatusCode::OK,
        &mut conn,
        &vault,
        &chrome,
        &actor,
        about,
        Sheet::empty(),
    )
    .await
}

/// `POST /cases/{id}/conditions/{condition}`: in words, with a paper that is there, or with one that comes along. The file
/// arrives and is judged while nobody holds a transaction.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Path((id, condition)): Path<(CaseId, ConditionId)>,
    request: Request,
) -> Answer {
    let mut read = app.db.read().await?;
    let (vault, today) = (read.vault(), read.today());
    let case = case::find(&mut read, &actor, id).await?;
    let _ = policy::answer_condition(&actor, &case)?;
    let shelf = Shelf::of(&mut read, &vault, &actor, (&case, today)).await?;
    let has_room = shelf.has_room(&mut read, &actor).await?;
    drop(read);

    let upload = Upload::take(&app, request).await?;
    let mut said = said(&upload, &shelf, has_room);
    let mut typed = None;
    if let Some(item) = &said.item {
        let (beside, mistakes) = documents::typed(&upload.fields, item, today);
        said.mistakes.append(mistakes);
        typed = Some(beside);
    }
    said.mistakes.append(upload.mistakes);
    let mut came = None;
    match (upload.file, &said.item) {
        (Some(file), Some(item)) => match documents::judge(&app, file, item).await? {
            Err(key) => said.mistakes.add("file", key),
            Ok(_) if !said.mistakes.is_empty() => said.mistakes.lost("file"),
            Ok(fit) => came = Some(fit),
        },
        // What it is was not said, and is asked for.
        (Some(_), None) => said.mistakes.lost("file"),
        (None, _) => {}
    }
    let Some(words) = said.words.filter(|_| said.mistakes.is_empty()) else {
        let mut read = app.db.read().await?;
        let form = Sheet::with(upload.fields, said.mistakes);
        let about = (&case, condition, today);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let mut page = page(status, &mut read, &vault, &chrome, &actor, about, form).await?;
        if upload.is_cut {
            let close = HeaderValue::from_static("close");
            page.headers_mut().insert(CONNECTION, close);
        }
        return Ok(page);
    };
    let mut kept = Vec::new();
    let new = match (came, &said.item, typed) {
        (Some((name, fit)), Some(item), Some(typed)) => {
            let content = fit.keep(&app.documents).await.map_err(unwritable)?;
            kept = content.objects();
            Some(NewDocument {
                item,
                name,
                kept: content,
                expires_on: typed.expires_on,
                is_newer: typed.is_newer,
            })
        }
        _ => None,
    };
    let key = Sheet::of(upload.fields).key();
    let answer = (&words, said.paper, new);
    let recorded = record(&app, &actor, (id, condition), key, answer).await;
    if !matches!(recorded, Ok(Recorded::Now(_))) {
        // Nobody will ever ask for it.
        for object in kept {
            app.documents.remove(&object).await;
        }
    }
    match recorded? {
        Recorded::Before(there) => see(there),
        Recorded::Now(committed) => {
            let to = format!("{}#conditions", urls::case(id));
            redirect_with_flash(&app, committed, to, "flash-condition-answered")
        }
    }
}

/// Reads an answer: words, and one paper at most.
fn said(upload: &Upload, shelf: &Shelf, has_room: bool) -> Said {
    let fields = &upload.fields;
    let mut reader = fields.reader();
    let words = reader.required("words", |text| Prose::parse(text, WORDS_MOST));
    let (document, item) = (fields.get("document").trim(), fields.get("item").trim());
    let paper: Option<DocumentId> = document.parse().ok();
    if paper.is_none() && !document.is_empty() {
        reader.mistake("document", "problem-unknown-code");
    }
    let found = shelf.asked().find(|one| one.id.to_string() == item);
    let came = upload.file.is_some() || !upload.mistakes.is_empty();
    match (came, found) {
        _ if !item.is_empty() && found.is_none() => reader.mistake("item", "problem-unknown-code"),
        (true, None) => reader.mistake("item", "condition-needs-item"),
        (true, Some(_)) if paper.is_some() => reader.mistake("document", "condition-one-paper"),
        (true, Some(_)) if !has_room => reader.mistake("file", "document-too-many"),
        (false, Some(_)) => reader.mistake("file", "document-missing"),
        _ => {}
    }
    Said {
        words,
        paper,
        item: found.cloned(),
        mistakes: reader.done().err().unwrap_or_default(),
    }
}

/// Records the answer and the paper that came with it, or says where the same form led before.
async fn record(
    app: &App,
    actor: &Actor,
    (id, condition): (CaseId, ConditionId),
    key: OnceKey,
    (words, paper, new): (&Prose, Option<DocumentId>, Option<NewDocument<'_>>),
) -> Result<Recorded> {
    let mut tx = app.db.begin().await?;
    let person = actor.person()?.id;
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return Ok(Recorded::Before(there));
    }
    let case = case::find(&mut tx, actor, id).await?;
    let granted = policy::answer_condition(actor, &case)?;
    let mut paper = paper;
    if let Some(new) = new {
        let about = case.organization.ok_or(Error::NotFound)?;
        let found = organization::find(&mut tx, about)
            .await?
            .ok_or(Error::NotFound)?;
        let own = team::role_of_actor(&mut tx, about, actor).await?;
        let may_add = document::policy::add_to_organization(actor, &found, own)?;
        paper = Some(document::add(&mut tx, may_add, new).await?);
    }
    case::answer_condition(&mut tx, granted, condition, words, paper).await?;
    let to = format!("{}#conditions", urls::case(id));
    db::finish(&mut tx, person, key, &to).await?;
    Ok(Recorded::Now(tx.commit().await.map_err(Error::from)?))
}

impl Shelf {
    async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        actor: &Actor,
        (case, today): (&Case, chrono::NaiveDate),
    ) -> Result<Self> {
        let id = case.organization.ok_or(Error::NotFound)?;
        let organization = organization::find(conn, id).await?.ok_or(Error::NotFound)?;
        let own = team::role_of_actor(conn, id, actor).await?;
        let listed = document::policy::list_of_organization(actor, &organization, own)?;
        Ok(Self {
            slots: document::shelf(conn, vault, &listed, today).await?,
            organization,
            own,
        })
    }

    /// Whether this person may add a paper of the organization.
    fn may_add(&self, actor: &Actor) -> bool {
        document::policy::add_to_organization(actor, &self.organization, self.own).is_ok()
    }

    async fn has_room(&self, conn: &mut PgConnection, actor: &Actor) -> Result<bool> {
        match document::policy::add_to_organization(actor, &self.organization, self.own) {
            Ok(granted) => Ok(document::count(conn, granted.owner()).await? < document::MOST),
            // Whoever may add none is refused when they try.
            Err(_) => Ok(true),
        }
    }

    /// What is asked for now.
    fn asked(&self) -> impl Iterator<Item = &Item> {
        self.slots
            .iter()
            .filter(|slot| slot.is_asked)
            .map(|slot| &slot.item)
    }

    /// The papers that are there, each by what it is and what its file is called.
    fn papers(&self, lang: Lang) -> Vec<(String, String)> {
        let named = |slot: &Slot, paper: &Document| {
            let title = slot.item.asks.title.of(lang);
            let name = format!("{title}: {}", paper.shown_name());
            (paper.id.to_string(), name)
        };
        self.slots
            .iter()
            .flat_map(|slot| slot.current.iter().map(move |paper| named(slot, paper)))
            .collect()
    }
}

async fn page(
    status: StatusCode,
    conn: &mut PgConnection,
    vault: &Vault,
    chrome: &Chrome,
    actor: &Actor,
    (case, id, today): (&Case, ConditionId, chrono::NaiveDate),
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    let granted = policy::read(actor, case)?;
    let all = case::conditions(conn, vault, &granted).await?;
    let found = all.iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    let condition = shown(lang, today, found, |_| String::new());
    if !condition.is_open() {
        return see(format!("{}#conditions", urls::case(case.id)));
    }
    let shelf = Shelf::of(conn, vault, actor, (case, today)).await?;
    let items = match shelf.may_add(actor) {
        true => shelf
            .asked()
            .map(|item| (item.id.to_string(), item.asks.title.of(lang).to_owned()))
            .collect(),
        false => Vec::new(),
    };
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(urls::case(case.id), case.title.clone())
                .crumb("", say::t(lang, "condition-answer-title")),
            form,
            case: case.id,
            action: urls::case_condition(case.id, id),
            condition,
            papers: shelf.papers(lang),
            items,
            ways: ["newer", "beside"]
                .map(|way| (way, say::t(lang, &format!("document-way-{way}"))))
                .to_vec(),
            accept: documents::ACCEPT,
            most: FILE_MAX,
        },
    )
}
