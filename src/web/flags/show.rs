//! A flag: what it is about, who looks after it until when, and how it ended.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{NaiveDate, TimeDelta};
use sqlx::PgConnection;

use crate::account;
use crate::actor::Actor;
use crate::db::Tx;
use crate::flag::{self, Flag, FlagOutcome, policy};
use crate::ids::{AccountId, ClaimId, FlagId};
use crate::leader;
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Lang, Problem, Prose, RegistryNumber, TeamRole};
use crate::web::desk::colleagues;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Reader, Result, Sheet, dates,
    filters, html_with, redirect_with_flash, urls,
};

/// The longest words.
const MOST: usize = 2_000;

/// How far a day may lie ahead, in days.
const LONGEST: i64 = 366;

#[derive(Template)]
#[template(path = "flags/show.html")]
struct ShowPage {
    page: Page,
    /// How it ends.
    ending: Sheet,
    /// Who looks after it until when.
    giving: Sheet,
    flag: Flag,
    organization: Organization,
    document: String,
    /// Where an empty seat is filled; empty where it is none.
    vacancy: String,
    /// Where the claim is answered that it is about.
    claim: String,
    people: Vec<(String, String)>,
    outcomes: Vec<(&'static str, String)>,
    raised_by: String,
    owner: String,
    ended_by: String,
    may_settle: bool,
    overtaken: bool,
    today: NaiveDate,
}

impl ShowPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    fn number(&self) -> String {
        self.organization.number.to_string()
    }

    fn here(&self) -> String {
        urls::desk_flag(self.flag.id)
    }

    /// Both forms' mistakes, for the one summary on top.
    fn wrong(&self) -> &Sheet {
        match self.ending.mistakes().is_empty() {
            true => &self.giving,
            false => &self.ending,
        }
    }
}

/// The words of a form.
pub(super) fn words(reader: &mut Reader<'_>, field: &str) -> Option<Prose> {
    reader.required(field, |text| Prose::parse(text, MOST))
}

/// The day until which somebody should look.
pub(super) fn day(reader: &mut Reader<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let is_empty = ["due-day", "due-month", "due-year"]
        .iter()
        .all(|part| reader.fields().get(part).trim().is_empty());
    let day = dates::optional(reader, "due");
    match day {
        Some(day) if day < today => reader.mistake("due", "flag-day-past"),
        Some(day) if day > today + TimeDelta::days(LONGEST) => {
            reader.mistake("due", "flag-day-far");
        }
        None if is_empty => reader.mistake("due", "flag-day-missing"),
        other => return other,
    }
    None
}

/// Who should look: somebody, or nobody yet. Nothing where it is none of both.
pub(super) fn owner(reader: &mut Reader<'_>) -> Option<Option<AccountId>> {
    match reader.fields().get("owner").trim() {
        "" => Some(None),
        text => match text.parse() {
            Ok(owner) => Some(Some(owner)),
            Err(_) => {
                reader.problem("owner", Problem::UnknownCode);
                None
            }
        },
    }
}

/// The flag with its organization, for whoever sees it.
async fn seen(
    tx: &mut Tx,
    actor: &Actor,
    id: FlagId,
) -> Result<(Flag, Organization, Option<TeamRole>)> {
    let granted = policy::see(actor)?;
    let vault = tx.vault();
    let flag = flag::find(tx, &vault, id).await?.ok_or(Error::NotFound)?;
    let organization = organization::find(tx, flag.organization)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    // What the desk watches in somebody's own organization is not for them.
    if own.is_some() || !granted.reaches(organization.host_country) {
        return Err(Error::NotFound);
    }
    Ok((flag, organization, own))
}

/// `GET /desk/flags/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<FlagId>) -> Answer {
    let (flag, organization, own) = seen(&mut tx, &actor, id).await?;
    let page = load(&mut tx, &actor, &chrome, (flag, organization, own)).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/flags/{id}/outcome`
pub async fn settle(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<FlagId>,
    Form(sent): Form,
) -> Answer {
    let (flag, organization, own) = seen(&mut tx, &actor, id).await?;
    let granted = match policy::settle(&actor, &flag, &organization, own) {
        Ok(granted) => granted,
        Err(crate::Error::Overtaken) => {
            let page = load(&mut tx, &actor, &chrome, (flag, organization, own)).await?;
            return overtaken(chrome.lang, page);
        }
        Err(error) => return Err(error.into()),
    };
    let mut reader = sent.reader();
    let outcome = reader.required("outcome", |text| {
        FlagOutcome::from_code(text)
            .filter(|it| *it != FlagOutcome::Overtaken)
            .ok_or(Problem::Required)
    });
    let said = words(&mut reader, "words");
    let mistakes = reader.done().err().unwrap_or_default();
    let (Some(outcome), Some(said)) = (outcome, said) else {
        let mut page = load(&mut tx, &actor, &chrome, (flag, organization, own)).await?;
        page.ending = Sheet::with(sent, mistakes);
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    };
    flag::settle(&mut tx, granted, outcome, &said).await?;
    let done = tx.commit().await?;
    redirect_with_flash(&app, done, urls::desk_flag(id), "flash-flag-ended")
}

/// `POST /desk/flags/{id}/owner`
pub async fn give(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<FlagId>,
    Form(sent): Form,
) -> Answer {
    let (flag, organization, own) = seen(&mut tx, &actor, id).await?;
    let granted = policy::settle(&actor, &flag, &organization, own);
    let is_as_seen = sent.get("seen") == seen_as(&flag);
    let granted = match granted {
        Ok(granted) if is_as_seen => granted,
        Ok(_) | Err(crate::Error::Overtaken) => {
            let page = load(&mut tx, &actor, &chrome, (flag, organization, own)).await?;
            return overtaken(chrome.lang, page);
        }
        Err(error) => return Err(error.into()),
    };
    let mut reader = sent.reader();
    let due_on = day(&mut reader, tx.today());
    let to = owner(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(due_on), Some(to)) = (due_on, to) {
        match flag::give(&mut tx, &granted, to, due_on).await {
            Ok(()) => {
                let done = tx.commit().await?;
                return redirect_with_flash(&app, done, urls::desk_flag(id), "flash-flag-given");
            }
            Err(crate::Error::NotFound) => {
                mistakes = Mistakes::one("owner", "assignments-gone");
            }
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = load(&mut tx, &actor, &chrome, (flag, organization, own)).await?;
    page.giving = Sheet::with(sent, mistakes);
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

fn overtaken(lang: Lang, page: ShowPage) -> Answer {
    let page = ShowPage {
        overtaken: true,
        ..page
    };
    html_with(StatusCode::CONFLICT, lang, page)
}

/// What the form says that it has seen.
fn seen_as(flag: &Flag) -> String {
    let owner = flag.owner.map(|owner| owner.to_string());
    format!("{} {}", flag.due_on, owner.unwrap_or_default())
}

async fn load(
    conn: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    (flag, organization, own): (Flag, Organization, Option<TeamRole>),
) -> Result<ShowPage> {
    let (vault, today, lang) = (conn.vault(), conn.today(), chrome.lang);
    let ended_by = match flag.state {
        flag::State::Down { by, .. } => by,
        flag::State::Up => None,
    };
    let accounts: Vec<_> = [flag.raised_by, flag.owner, ended_by]
        .into_iter()
        .flatten()
        .collect();
    let names = account::called(conn, &vault, &accounts).await?;
    let called = |who: Option<AccountId>| who.and_then(|who| names.get(&who).cloned());
    let claim = match flag.claim {
        Some(claim) => answered(conn, organization.number, claim).await?,
        None => String::new(),
    };
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "desk-title"))
        .crumb(urls::DESK_FLAGS, say::t(lang, "flags-title"))
        .crumb("", organization.name.clone());
    let outcomes = [FlagOutcome::Settled, FlagOutcome::Mistaken];
    Ok(ShowPage {
        page,
        ending: Sheet::empty(),
        giving: Sheet::of(given(&flag)),
        document: document(&flag),
        vacancy: match flag.seat {
            Some(seat) => leader::vacancy(conn, seat, today)
                .await?
                .map(|it| urls::desk_vacancy(organization.number, it))
                .unwrap_or_default(),
            None => String::new(),
        },
        claim,
        people: colleagues(conn, &vault, lang, today).await?,
        outcomes: outcomes
            .iter()
            .map(|it| (it.code(), say::t(lang, it.key())))
            .collect(),
        raised_by: called(flag.raised_by).unwrap_or_default(),
        owner: called(flag.owner).unwrap_or_default(),
        ended_by: called(ended_by).unwrap_or_default(),
        may_settle: policy::settle(actor, &flag, &organization, own).is_ok(),
        overtaken: false,
        today,
        flag,
        organization,
    })
}

/// What the form of whoever gives it on begins with.
fn given(flag: &Flag) -> Fields {
    let mut fields = Fields::default();
    fields.set("seen", seen_as(flag));
    if let Some(owner) = flag.owner {
        fields.set("owner", owner.to_string());
    }
    for (part, form) in [("day", "%-d"), ("month", "%-m"), ("year", "%Y")] {
        fields.set(&format!("due-{part}"), flag.due_on.format(form).to_string());
    }
    fields
}

/// Where the document is.
fn document(flag: &Flag) -> String {
    flag.document.map(urls::desk_document).unwrap_or_default()
}

/// Where a claim is answered: at the entry that it is about, or on its own while there is none.
async fn answered(
    conn: &mut PgConnection,
    number: RegistryNumber,
    claim: ClaimId,
) -> Result<String> {
    if let Some(leader) = leader::claimed_entry(conn, claim).await? {
        return Ok(urls::desk_leader(number, leader));
    }
    // One that was answered or taken back is nowhere any more.
    let waits = leader::asked_where(conn, claim).await?;
    Ok(waits
        .map(|number| urls::desk_leader_asked(number, claim))
        .unwrap_or_default())
}
