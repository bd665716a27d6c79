//! Ending a group, with a page that says what ends with it; and letting one go on that was ended by mistake. Whoever ends one that a
//! colleague ended first is shown that, and loses no word.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{Datelike, NaiveDate};

use super::days;
use crate::actor::Actor;
use crate::db::Tx;
use crate::group::policy::CanGroup;
use crate::group::{self, Ending, Group, policy};
use crate::history::{self, Act, SubjectKind};
use crate::ids::GroupId;
use crate::meeting;
use crate::say;
use crate::values::{Arg, Problem, Prose};
use crate::web::coordination::{Happened, Spoken, happened};
use crate::web::meetings::{Listed, listed};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest reason.
const MOST: usize = 1_000;

/// How much of what happened is shown to whoever was too late.
const FEW: usize = 2;

/// How many of the meetings to come are named.
const NAMED: usize = 5;

#[derive(Template)]
#[template(path = "groups/ending.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    name: Spoken,
    /// What ends with it, in sentences.
    counts: Vec<String>,
    /// How many meetings are to come.
    to_come: usize,
    /// The first of them.
    meetings: Vec<Listed>,
    all_meetings: String,
    action: String,
    back: String,
    /// Whether somebody changed the group since it was seen.
    overtaken: bool,
}

#[derive(Template)]
#[template(path = "groups/ended.html")]
struct EndedPage {
    page: Page,
    name: Spoken,
    /// When it ended, who ended it, and why.
    happened: Vec<Happened>,
    /// What had been written.
    typed: String,
    back: String,
}

/// The way to a page about the end of a group.
fn way(chrome: &Chrome, group: &Group) -> (Page, Spoken) {
    let lang = chrome.lang;
    let name = Spoken::of(&group.said.names, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(urls::desk_group(group.id), name.text.clone())
        .crumb("", say::t(lang, "groups-end"));
    (page, name)
}

/// The page for whoever ends a group that a colleague ended first: what happened, and what they had written.
async fn ended(tx: &mut Tx, chrome: &Chrome, group: &Group, typed: &str) -> Answer {
    let (vault, lang) = (tx.vault(), chrome.lang);
    let id = group.id.uuid();
    let mut entries = history::of_subject(tx, &vault, SubjectKind::Group, id).await?;
    entries.retain(|it| matches!(it.act, Act::GroupEnded | Act::GroupEndSet));
    entries.truncate(FEW);
    let (page, name) = way(chrome, group);
    let page = EndedPage {
        page,
        name,
        happened: happened(tx, &vault, lang, entries).await?,
        typed: typed.trim().to_owned(),
        back: urls::desk_group(group.id),
    };
    html_with(StatusCode::CONFLICT, lang, page)
}

/// The group, for whoever may end it.
async fn seen(tx: &mut Tx, actor: &Actor, id: GroupId) -> Result<(CanGroup, Group)> {
    let granted = policy::group(actor)?;
    let group = group::find(tx, id).await?.ok_or(Error::NotFound)?;
    Ok((granted, group))
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    chrome: &Chrome,
    group: &Group,
    form: Sheet,
) -> Answer {
    let (lang, now) = (chrome.lang, tx.now());
    let with = group::ends_with(tx, group.id, now).await?;
    let mut meetings = meeting::to_come(tx, group.id, now).await?;
    let to_come = meetings.len();
    meetings.truncate(NAMED);
    let count = |key: &str, n: i64| say::with(lang, key, &[("count", Arg::Number(n))]);
    let counts = [
        ("groups-end-members", with.members),
        ("groups-end-invitations", with.invitations),
        ("groups-end-parts", with.parts),
    ];
    let (page, name) = way(chrome, group);
    html_with(
        status,
        lang,
        NewPage {
            page,
            form,
            name,
            counts: counts
                .into_iter()
                .filter(|(_, n)| *n > 0)
                .map(|(key, n)| count(key, n))
                .collect(),
            to_come,
            meetings: listed(lang, meetings, |it| urls::desk_meeting(it.id), |_| None),
            all_meetings: urls::desk_group_meetings(group.id),
            action: urls::desk_group_ending(group.id),
            back: urls::desk_group(group.id),
            overtaken: status == StatusCode::CONFLICT,
        },
    )
}

/// `GET /desk/groups/{id}/ending`
pub async fn new(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<GroupId>) -> Answer {
    let (_, group) = seen(&mut tx, &actor, id).await?;
    not_over(&group, tx.today())?;
    let mut known = Fields::default();
    known.set("version", group.version.to_string());
    if let Some(day) = group.end.on {
        known.set("last-day", day.day().to_string());
        known.set("last-month", day.month().to_string());
        known.set("last-year", day.year().to_string());
    }
    let words = group::ending_words(&mut tx, id).await?;
    known.set("words", words.unwrap_or_default());
    page(StatusCode::OK, &mut tx, &chrome, &group, Sheet::of(known)).await
}

/// Nobody ends what is over.
fn not_over(group: &Group, today: NaiveDate) -> Result<()> {
    match group.end.is_over(today) {
        true => Err(Error::from(crate::Error::Overtaken)),
        false => Ok(()),
    }
}

/// `POST /desk/groups/{id}/ending`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<GroupId>,
    Form(fields): Form,
) -> Answer {
    let (granted, group) = seen(&mut tx, &actor, id).await?;
    let today = tx.today();
    if group.end.is_over(today) {
        return ended(&mut tx, &chrome, &group, fields.get("words")).await;
    }
    let mut reader = fields.reader();
    let is_empty = days::is_empty(&reader, "last");
    let last = days::within(&mut reader, "last", days::of_groups(today));
    if is_empty {
        reader.problem("last", Problem::Required);
    }
    if last.is_some_and(|day| day < group.said.started_on) {
        reader.mistake("last", "groups-ends-before-start");
    }
    let words = reader.required("words", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err();
    let (Some(last), Some(words), None) = (last, words, &mistakes) else {
        let form = Sheet::with(fields, mistakes.unwrap_or_default());
        let unfit = StatusCode::UNPROCESSABLE_ENTITY;
        return page(unfit, &mut tx, &chrome, &group, form).await;
    };
    // Whoever saw it before another change looks again at what they end, and loses no word.
    let done = match fields.get("version") == group.version.to_string() {
        true => {
            let ending = Ending { last, words };
            meeting::end_group(&mut tx, &granted, &group, &ending).await
        }
        false => Err(crate::Error::Overtaken),
    };
    match done {
        Ok(_) => {}
        Err(crate::Error::Overtaken) => {
            let (_, group) = seen(&mut tx, &actor, id).await?;
            if group.end.is_over(today) {
                return ended(&mut tx, &chrome, &group, fields.get("words")).await;
            }
            let mut again = fields;
            again.set("version", group.version.to_string());
            let (status, form) = (StatusCode::CONFLICT, Sheet::of(again));
            return page(status, &mut tx, &chrome, &group, form).await;
        }
        Err(error) => return Err(error.into()),
    }
    let flash = match last <= today {
        true => "flash-group-ended",
        false => "flash-group-end-set",
    };
    let (done, to) = (tx.commit().await?, urls::desk_group(id));
    redirect_with_flash(&app, done, to, flash)
}

/// `POST /desk/groups/{id}/reopening`
pub async fn reopen(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<GroupId>,
    Form(fields): Form,
) -> Answer {
    let (granted, group) = seen(&mut tx, &actor, id).await?;
    if fields.get("version") != group.version.to_string() {
        return Err(Error::from(crate::Error::Overtaken));
    }
    meeting::reopen_group(&mut tx, &granted, &group).await?;
    let (done, to) = (tx.commit().await?, urls::desk_group(id));
    redirect_with_flash(&app, done, to, "flash-group-reopened")
}
