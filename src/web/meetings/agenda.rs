//! What is on the agenda of a meeting, what came of each item, and who is there.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::show::{self, Again};
use super::words::{self, Shown, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{MeetingId, MeetingItemId, MembershipId};
use crate::meeting::{
    self, Item, Meeting, MeetingItemKind, MeetingResult, MeetingStage, Settled, policy,
};
use crate::values::{Problem, Prose};
use crate::web::coordination::{choices, line};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest account of an item.
const MOST: usize = 10_000;

/// What people can say came of an item; that too few were there is found when the meeting is closed.
const RESULTS: &[MeetingResult] = &[
    MeetingResult::Adopted,
    MeetingResult::Rejected,
    MeetingResult::Postponed,
];

#[derive(Template)]
#[template(path = "meetings/item.html")]
struct EditPage {
    page: Page,
    called: String,
    title: String,
    kinds: Vec<(&'static str, String)>,
    results: Vec<(&'static str, String)>,
    action: String,
    back: String,
    form: Sheet,
    /// What somebody else wrote down since it was seen; nothing where nobody did.
    meanwhile: Option<Shown>,
    /// Whether anything can be written down still.
    is_open: bool,
}

/// `POST /desk/meetings/{id}/attendance`
pub async fn attend(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<MeetingId>,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    if !found.has_begun(tx.now()) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    let members = meeting::attendees(&mut tx, &found).await?;
    let mut reader = sent.reader();
    let present: Vec<MembershipId> = reader.many("present", |text| {
        let id = text.parse::<MembershipId>().ok();
        let known = id.filter(|id| members.iter().any(|it| it.id == *id));
        known.ok_or(Problem::UnknownCode)
    });
    if let Err(mistakes) = reader.done() {
        let form = Sheet::with(sent, mistakes);
        let again = Again::Attendance(form, false);
        let unfit = StatusCode::UNPROCESSABLE_ENTITY;
        return show::again(tx, (&actor, &chrome), found, (unfit, again)).await;
    }
    let came = match sent.get("version").parse() {
        Ok(version) => meeting::note_presence(&mut tx, &granted, &present, version).await,
        Err(_) => Err(crate::Error::Overtaken),
    };
    match came {
        Ok(()) => {}
        Err(crate::Error::Overtaken) => {
            // What a colleague noted stands beside what was ticked, which is sent again by whoever means it.
            let found = seen(&mut tx, &actor, id).await?;
            let mut fields = sent;
            fields.set("version", found.presence_version.to_string());
            let again = Again::Attendance(Sheet::of(fields), true);
            let overtaken = StatusCode::CONFLICT;
            return show::again(tx, (&actor, &chrome), found, (overtaken, again)).await;
        }
        Err(error) => return Err(error.into()),
    }
    let (done, to) = (tx.commit().await?, urls::desk_meeting(id));
    redirect_with_flash(&app, done, to, "flash-meeting-attended")
}

/// `POST /desk/meetings/{id}/agenda`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<MeetingId>,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let mut reader = sent.reader();
    let title = reader.required("title", line);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let Some(title) = title {
        if meeting::add(&mut tx, &granted, &title).await? {
            let (done, to) = (tx.commit().await?, urls::desk_meeting(id));
            return redirect_with_flash(&app, done, to, "flash-meeting-item-added");
        }
        mistakes = Mistakes::one("title", "meeting-agenda-full");
    }
    let again = Again::Adding(Sheet::with(sent, mistakes));
    let unfit = StatusCode::UNPROCESSABLE_ENTITY;
    show::again(tx, (&actor, &chrome), found, (unfit, again)).await
}

/// An item of the meeting.
fn item(meeting: &Meeting, id: MeetingItemId) -> Result<Item, Error> {
    meeting.item(id).cloned().ok_or(Error::NotFound)
}

fn page(
    status: StatusCode,
    chrome: &Chrome,
    (meeting, item): (&Meeting, &Item),
    form: Sheet,
) -> Answer {
    let (lang, overtaken) = (chrome.lang, status == StatusCode::CONFLICT);
    let page = words::crumbs(chrome.page(), lang, meeting).crumb("", item.title.to_string());
    html_with(
        status,
        lang,
        EditPage {
            page,
            called: words::title(lang, meeting),
            title: item.title.to_string(),
            kinds: choices(
                lang,
                MeetingItemKind::ALL,
                MeetingItemKind::code,
                MeetingItemKind::key,
            ),
            results: choices(lang, RESULTS, MeetingResult::code, MeetingResult::key),
            action: urls::desk_meeting_item(meeting.id, item.id),
            back: urls::desk_meeting(meeting.id),
            form,
            meanwhile: overtaken.then(|| Shown::of(item)),
            is_open: meeting.stage == MeetingStage::Called,
        },
    )
}

/// `GET /desk/meetings/{id}/agenda/{item}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((id, of)): Path<(MeetingId, MeetingItemId)>,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let _ = policy::keep(&actor, &found)?;
    let item = item(&found, of)?;
    if !found.has_begun(tx.now()) {
        return Err(Error::from(crate::Error::Overtaken));
    }
    let mut known = Fields::default();
    known.set("version", item.version.to_string());
    known.set("kind", item.kind.code());
    known.set("result", item.result.map_or("", MeetingResult::code));
    known.set("words", item.words.as_deref().unwrap_or_default());
    page(StatusCode::OK, &chrome, (&found, &item), Sheet::of(known))
}

/// `POST /desk/meetings/{id}/agenda/{item}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, of)): Path<(MeetingId, MeetingItemId)>,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let item = item(&found, of)?;
    let granted = match policy::keep(&actor, &found) {
        Ok(granted) if found.has_begun(tx.now()) => granted,
        // Closed meanwhile: what was written is shown, so that nobody has to write it again elsewhere.
        Err(crate::Error::Overtaken) => {
            let (status, form) = (StatusCode::CONFLICT, Sheet::of(sent));
            return page(status, &chrome, (&found, &item), form);
        }
        Ok(_) => return Err(Error::from(crate::Error::Overtaken)),
        Err(error) => return Err(error.into()),
    };
    let mut reader = sent.reader();
    let kind = reader.required("kind", MeetingItemKind::parse);
    let result = reader.optional("result", |text| match MeetingResult::parse(text) {
        Ok(result) if RESULTS.contains(&result) => Ok(result),
        Ok(_) => Err(Problem::UnknownCode),
        Err(problem) => Err(problem),
    });
    let words = reader.optional("words", |text| Prose::parse(text, MOST));
    let is_talk = kind == Some(MeetingItemKind::Talk);
    if !is_talk && kind.is_some() {
        if result.is_none() && sent.get("result").trim().is_empty() {
            reader.mistake("result", "meeting-result-missing");
        }
        if words.is_none() && sent.get("words").trim().is_empty() {
            reader.mistake("words", "meeting-words-missing");
        }
    }
    let mistakes = reader.done().err();
    let (Some(kind), None) = (kind, &mistakes) else {
        let form = Sheet::with(sent, mistakes.unwrap_or_default());
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &chrome, (&found, &item), form);
    };
    let said = Settled {
        kind,
        result: result.filter(|_| !is_talk),
        words,
    };
    let settled = match sent.get("version").parse() {
        Ok(version) => meeting::settle(&mut tx, &granted, &item, (&said, version)).await,
        Err(_) => Err(crate::Error::Overtaken),
    };
    match settled {
        Ok(()) => {}
        Err(crate::Error::Overtaken) => {
            // Both texts on one page; sent again, the one in the form takes the place of the other.
            let found = seen(&mut tx, &actor, id).await?;
            let now = found.item(of).cloned().unwrap_or(item);
            let mut fields = sent;
            fields.set("version", now.version.to_string());
            let (status, form) = (StatusCode::CONFLICT, Sheet::of(fields));
            return page(status, &chrome, (&found, &now), form);
        }
        Err(error) => return Err(error.into()),
    }
    let (done, to) = (tx.commit().await?, urls::desk_meeting(id));
    redirect_with_flash(&app, done, to, "flash-meeting-item-settled")
}

/// `POST /desk/meetings/{id}/agenda/{item}/removal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, of)): Path<(MeetingId, MeetingItemId)>,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let item = item(&found, of)?;
    meeting::remove(&mut tx, &granted, &item).await?;
    let (done, to) = (tx.commit().await?, urls::desk_meeting(id));
    redirect_with_flash(&app, done, to, "flash-meeting-item-removed")
}
