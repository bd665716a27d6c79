//! When and where a session is: the same fields where one is called and where one is moved; and moving it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{Datelike, NaiveDateTime, NaiveTime};
use sqlx::PgConnection;

use super::words::{self, seen};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::SittingId;
use crate::say;
use crate::sitting::{self, Appointment, NotCalled, Sitting, policy};
use crate::values::{Line, Problem, digits};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Reader, Sheet, dates, filters,
    html_with, redirect_with_flash, see, urls,
};

/// The longest place or link.
const PLACE_MOST: usize = 500;

#[derive(Template)]
#[template(path = "sittings/appointment.html")]
struct EditPage {
    page: Page,
    called: String,
    action: String,
    back: String,
    zones: Vec<(String, String)>,
    form: Sheet,
}

/// What the fields say; mistakes are noted.
pub fn read(r: &mut Reader<'_>) -> Option<Appointment> {
    let is_empty = ["date-day", "date-month", "date-year"]
        .iter()
        .all(|part| r.fields().get(part).trim().is_empty());
    let date = dates::optional(r, "date");
    if is_empty {
        r.mistake("date", "session-date-missing");
    }
    let time = clock(r.fields().get("time"));
    if time.is_none() {
        r.mistake("time", "session-time-bad");
    }
    let zone = r.required("zone", |text| Line::parse(text, 60));
    let minutes = r.required("minutes", |text| number(text, 15..=1440));
    let place = r.required("place", |text| Line::parse(text, PLACE_MOST));
    Some(Appointment {
        starts_local: NaiveDateTime::new(date?, time?),
        zone: zone?.to_string(),
        lasts_minutes: minutes?,
        place: place?,
    })
}

/// When something is, for the form that moves it.
pub fn fill(starts: NaiveDateTime, zone: &str, minutes: i16) -> Fields {
    let mut known = Fields::default();
    let day = starts.date();
    known.set("date-day", day.day().to_string());
    known.set("date-month", day.month().to_string());
    known.set("date-year", day.year().to_string());
    known.set("time", starts.format("%H:%M").to_string());
    known.set("zone", zone);
    known.set("minutes", minutes.to_string());
    known
}

/// The field and the sentence of what stands against it.
pub const fn mistake(not: NotCalled) -> (&'static str, &'static str) {
    match not {
        NotCalled::Zone => ("zone", "session-zone-unknown"),
        NotCalled::Time => ("time", "session-time-past"),
        NotCalled::Members => ("members", "session-members-gone"),
        NotCalled::Chair => ("chair", "session-chair-member"),
        NotCalled::Quorum => ("quorum", "session-quorum-too-many"),
        NotCalled::Far => ("date", "session-date-far"),
        NotCalled::Over => ("date", "meeting-group-over"),
    }
}

/// The zones that are offered.
pub async fn zones(conn: &mut PgConnection) -> crate::Result<Vec<(String, String)>> {
    let zones = sitting::zones(conn).await?.into_iter();
    Ok(zones
        .map(|zone| (zone.clone(), zone.replace('_', " ")))
        .collect())
}

/// `GET /desk/sessions/{id}/appointment`
pub async fn edit(actor: Actor, chrome: Chrome, Path(id): Path<SittingId>, mut tx: Tx) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let _ = policy::keep(&actor, &found)?;
    let mut known = fill(found.starts_local, &found.zone, found.lasts_minutes);
    known.set("place", found.place.clone());
    known.set("sequence", found.sequence.to_string());
    page(StatusCode::OK, &chrome, &mut tx, &found, Sheet::of(known)).await
}

/// `POST /desk/sessions/{id}/appointment`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    Path(id): Path<SittingId>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let found = seen(&mut tx, &actor, id).await?;
    let granted = policy::keep(&actor, &found)?;
    let mut r = sent.reader();
    let to = read(&mut r);
    let mistakes = r.done().err();
    let (Some(to), None) = (to, &mistakes) else {
        let form = Sheet::with(sent, mistakes.unwrap_or_default());
        return page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &chrome,
            &mut tx,
            &found,
            form,
        )
        .await;
    };
    // Whoever saw it at another time or place moves it from there, and not from here.
    if sent.get("sequence") != found.sequence.to_string() {
        return Err(Error::from(crate::Error::Overtaken));
    }
    match sitting::move_to(&mut tx, &granted, &to).await? {
        Ok(true) => redirect_with_flash(
            &app,
            tx.commit().await?,
            urls::desk_session(id),
            "flash-session-is-moved",
        ),
        Ok(false) => see(urls::desk_session(id)),
        Err(not) => {
            let (field, sentence) = mistake(not);
            let form = Sheet::with(sent, Mistakes::one(field, sentence));
            page(
                StatusCode::UNPROCESSABLE_ENTITY,
                &chrome,
                &mut tx,
                &found,
                form,
            )
            .await
        }
    }
}

/// A time of day such as 9:30 or 14.00.
fn clock(text: &str) -> Option<NaiveTime> {
    let text = digits::to_ascii(text.trim()).replace('.', ":");
    NaiveTime::parse_from_str(&text, "%H:%M").ok()
}

/// A whole number within a range.
pub fn number(text: &str, range: std::ops::RangeInclusive<i16>) -> Result<i16, Problem> {
    match digits::to_ascii(text.trim()).parse() {
        Ok(number) if range.contains(&number) => Ok(number),
        _ if text.trim().is_empty() => Err(Problem::Required),
        _ => Err(Problem::BadNumber),
    }
}

async fn page(
    status: StatusCode,
    chrome: &Chrome,
    tx: &mut Tx,
    sitting: &Sitting,
    form: Sheet,
) -> Answer {
    let lang = chrome.lang;
    html_with(
        status,
        lang,
        EditPage {
            page: words::crumbs(chrome.page(), lang, sitting)
                .crumb("", say::t(lang, "session-move")),
            called: words::title(lang, sitting.number),
            action: urls::desk_session_part(sitting.id, "appointment"),
            back: urls::desk_session(sitting.id),
            zones: zones(tx).await?,
            form,
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
