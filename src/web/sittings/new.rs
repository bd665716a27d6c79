//! Calling a session.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{NaiveDateTime, NaiveTime};

use crate::account;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::AccountId;
use crate::say;
use crate::sitting::{self, NewSitting, NotCalled, policy};
use crate::values::{Line, Problem, Role, digits};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Sheet, dates, filters, html_with,
    redirect_with_flash, see, urls,
};

/// The longest place or link.
const PLACE_MOST: usize = 500;

#[derive(Template)]
#[template(path = "sittings/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    zones: Vec<(String, String)>,
    chairs: Vec<(String, String)>,
    members: Vec<(String, String)>,
}

/// `GET /desk/sessions/new`
pub async fn new(actor: Actor, chrome: Chrome, mut tx: Tx) -> Answer {
    let _ = policy::call(&actor)?;
    let mut known = Fields::default();
    known.set("zone", "UTC");
    known.set("minutes", "120");
    if actor.role() == Some(Role::Chair)
        && let Some(account) = actor.account()
    {
        known.set("chair", account.to_string());
    }
    page(StatusCode::OK, &chrome, &mut tx, Sheet::of(known)).await
}

/// `POST /desk/sessions`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::call(&actor)?;
    let person = actor.person()?.id;
    let wanted = match read(&sent) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, &mut tx, form).await;
        }
    };
    let key = Sheet::of(sent.clone()).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let id = match sitting::call(&mut tx, &granted, &wanted).await? {
        Ok(id) => id,
        Err(not) => {
            let (field, sentence) = match not {
                NotCalled::Zone => ("zone", "session-zone-unknown"),
                NotCalled::Time => ("time", "session-time-past"),
                NotCalled::Members => ("members", "session-members-gone"),
                NotCalled::Chair => ("chair", "session-chair-member"),
                NotCalled::Quorum => ("quorum", "session-quorum-too-many"),
            };
            let form = Sheet::with(sent, Mistakes::one(field, sentence));
            return page(StatusCode::UNPROCESSABLE_ENTITY, &chrome, &mut tx, form).await;
        }
    };
    let to = urls::desk_session(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-session-called")
}

/// What the form says, with all mistakes at once.
fn read(sent: &Fields) -> Result<NewSitting, Mistakes> {
    let mut r = sent.reader();
    let is_empty = ["date-day", "date-month", "date-year"]
        .iter()
        .all(|part| sent.get(part).trim().is_empty());
    let date = dates::optional(&mut r, "date");
    if is_empty {
        r.mistake("date", "session-date-missing");
    }
    let time = clock(sent.get("time"));
    if time.is_none() {
        r.mistake("time", "session-time-bad");
    }
    let zone = r.required("zone", |text| Line::parse(text, 60));
    let minutes = r.required("minutes", |text| number(text, 15..=1440));
    let place = r.required("place", |text| Line::parse(text, PLACE_MOST));
    let quorum = r.required("quorum", |text| number(text, 1..=100));
    let chair = r.required("chair", account_id);
    let mut members = r.many("members", account_id);
    members.sort_unstable();
    members.dedup();
    if members.is_empty() {
        r.mistake("members", "session-members-missing");
    }
    r.done()?;
    // What is missing was noted as a mistake.
    let missing = Mistakes::default;
    Ok(NewSitting {
        starts_local: NaiveDateTime::new(date.ok_or_else(missing)?, time.ok_or_else(missing)?),
        zone: zone.ok_or_else(missing)?.to_string(),
        lasts_minutes: minutes.ok_or_else(missing)?,
        place: place.ok_or_else(missing)?,
        quorum: quorum.ok_or_else(missing)?,
        chair: chair.ok_or_else(missing)?,
        members,
    })
}

/// A time of day such as 9:30 or 14.00.
fn clock(text: &str) -> Option<NaiveTime> {
    let text = digits::to_ascii(text.trim()).replace('.', ":");
    NaiveTime::parse_from_str(&text, "%H:%M").ok()
}

fn number(text: &str, range: std::ops::RangeInclusive<i16>) -> Result<i16, Problem> {
    match digits::to_ascii(text.trim()).parse() {
        Ok(number) if range.contains(&number) => Ok(number),
        _ if text.trim().is_empty() => Err(Problem::Required),
        _ => Err(Problem::BadNumber),
    }
}

fn account_id(text: &str) -> Result<AccountId, Problem> {
    match text.trim() {
        "" => Err(Problem::Required),
        text => text.parse().map_err(|_| Problem::UnknownCode),
    }
}

async fn page(status: StatusCode, chrome: &Chrome, tx: &mut Tx, form: Sheet) -> Answer {
    let (lang, vault) = (chrome.lang, tx.vault());
    let named = |all: Vec<(AccountId, String)>| -> Vec<(String, String)> {
        all.into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect()
    };
    let chairs = account::with_roles(tx, &vault, &[Role::Chair]).await?;
    let members = account::with_roles(tx, &vault, &[Role::Coordinator, Role::Chair]).await?;
    let zones = sitting::zones(tx).await?;
    html_with(
        status,
        lang,
        NewPage {
            page: chrome
                .page()
                .crumb(urls::DESK, say::t(lang, "desk-title"))
                .crumb(urls::DESK_SESSIONS, say::t(lang, "sessions-title"))
                .crumb("", say::t(lang, "session-new")),
            form,
            zones: zones
                .into_iter()
                .map(|zone| (zone.clone(), zone.replace('_', " ")))
                .collect(),
            chairs: named(chairs),
            members: named(members),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_clocks_say_it() {
        for (text, time) in [("9:30", "09:30"), (" 14.00 ", "14:00"), ("٠٩:٠٥", "09:05")] {
            let read = clock(text).map(|it| it.format("%H:%M").to_string());
            assert_eq!(read.as_deref(), Some(time));
        }
        for text in ["25:00", "9", "noon", " "] {
            assert_eq!(clock(text), None, "{text}");
        }
    }
}
