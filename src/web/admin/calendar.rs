//! The calendar: business days and how many each clock has, changed after a look at what would move.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::super::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Result, Sheet, filters, html, html_with,
    redirect_with_flash, say, urls,
};
use crate::actor::Actor;
use crate::calendar::{
    self, BadHoliday, Calendar, Clock, ClockDays, Wanted, policy, read_holidays, write_holidays,
};
use crate::case::{self, Moved};
use crate::db::{Read, Tx};
use crate::values::{Arg, Lang, digits_to_ascii};

/// The most business days of a clock.
const MOST: i32 = 365;

#[derive(Template)]
#[template(path = "admin/calendar.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    clocks: Vec<ClockDays>,
    weekdays: Vec<(&'static str, String)>,
    revision: i32,
    may_keep: bool,
    /// Whether somebody else changed it meanwhile.
    overtaken: bool,
}

#[derive(Template)]
#[template(path = "admin/calendar_preview.html")]
struct PreviewPage {
    page: Page,
    /// What would be saved.
    sent: Vec<(String, String)>,
    moved: Vec<Moved>,
    weekend: String,
    clocks: Vec<(&'static str, i32)>,
    holidays: Vec<calendar::Holiday>,
}

/// The days of the week, Monday is 1.
const WEEKDAYS: [(&str, &str); 7] = [
    ("1", "weekday-monday"),
    ("2", "weekday-tuesday"),
    ("3", "weekday-wednesday"),
    ("4", "weekday-thursday"),
    ("5", "weekday-friday"),
    ("6", "weekday-saturday"),
    ("7", "weekday-sunday"),
];

impl EditPage {
    async fn load(
        conn: &mut PgConnection,
        chrome: &Chrome,
        actor: &Actor,
        form: Option<Sheet>,
    ) -> Result<Self> {
        let calendar = calendar::calendar(conn).await?;
        let lang = chrome.lang;
        Ok(Self {
            page: chrome
                .admin_page()
                .crumb("", say::t(lang, "calendar-title")),
            form: form.unwrap_or_else(|| Sheet::of(filled(&calendar))),
            weekdays: WEEKDAYS
                .iter()
                .map(|(day, key)| (*day, say::t(lang, key)))
                .collect(),
            revision: calendar.revision,
            clocks: calendar.clocks,
            may_keep: policy::keep(actor).is_ok(),
            overtaken: false,
        })
    }
}

/// `GET /admin/calendar`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let _ = policy::see(&actor)?;
    let page = EditPage::load(&mut read, &chrome, &actor, None).await?;
    html(chrome.lang, page)
}

/// `POST /admin/calendar/preview`: shows what would move, and changes nothing. Sent with `again`, the form comes back.
pub async fn preview(actor: Actor, chrome: Chrome, mut conn: Read, Form(sent): Form) -> Answer {
    let _ = policy::keep(&actor)?;
    if sent.sent("again") {
        let page = EditPage::load(&mut conn, &chrome, &actor, Some(Sheet::of(sent))).await?;
        return html(chrome.lang, page);
    }
    let wanted = match read(&sent) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let form = Some(Sheet::with(sent, mistakes));
            let page = EditPage::load(&mut conn, &chrome, &actor, form).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let today = conn.today();
    let moved = case::would_move(&mut conn, &wanted, today).await?;
    let lang = chrome.lang;
    html(
        lang,
        PreviewPage {
            page: chrome
                .admin_page()
                .crumb(urls::ADMIN_CALENDAR, say::t(lang, "calendar-title"))
                .crumb("", say::t(lang, "calendar-preview-title")),
            sent: sent
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            moved,
            weekend: weekend(lang, &wanted.weekend),
            clocks: wanted
                .clocks
                .iter()
                .map(|(clock, days)| (clock.key(), *days))
                .collect(),
            holidays: wanted.holidays,
        },
    )
}

/// `POST /admin/calendar`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::keep(&actor)?;
    let wanted = match read(&sent) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let form = Some(Sheet::with(sent, mistakes));
            let page = EditPage::load(&mut tx, &chrome, &actor, form).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let seen = sent.get("revision").parse().unwrap_or_default();
    match case::change_calendar(&mut tx, &granted, seen, &wanted).await {
        Err(crate::Error::Overtaken) => {
            let page = EditPage {
                overtaken: true,
                ..EditPage::load(&mut tx, &chrome, &actor, Some(Sheet::of(sent))).await?
            };
            return html_with(StatusCode::CONFLICT, chrome.lang, page);
        }
        done => done?,
    };
    let (done, to) = (tx.commit().await?, urls::ADMIN_CALENDAR);
    redirect_with_flash(&app, done, to, "flash-calendar-saved")
}

fn filled(calendar: &Calendar) -> Fields {
    let mut form = Fields::default();
    for day in &calendar.weekend {
        form.push("weekend", day.to_string());
    }
    form.set("holidays", write_holidays(&calendar.holidays));
    for it in &calendar.clocks {
        form.set(it.clock.code(), it.days.to_string());
    }
    form
}

/// What the form says, or everything that is wrong with it.
fn read(sent: &Fields) -> Result<Wanted, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut weekend: Vec<u8> = WEEKDAYS
        .iter()
        .filter(|(day, _)| sent.has("weekend", day))
        .filter_map(|(day, _)| day.parse().ok())
        .collect();
    weekend.sort_unstable();
    if weekend.len() == WEEKDAYS.len() {
        mistakes.add("weekend", "calendar-weekend-whole");
    }
    let holidays = read_holidays(sent.get("holidays")).unwrap_or_else(|bad| {
        let (key, line) = match bad {
            BadHoliday::NoDay(line) => ("calendar-holiday-no-day", line),
            BadHoliday::BadName(line) => ("calendar-holiday-bad-name", line),
            BadHoliday::Twice(line) => ("calendar-holiday-twice", line),
            BadHoliday::TooMany => ("calendar-holidays-too-many", 0),
        };
        let args = match line {
            0 => Vec::new(),
            line => vec![("line", Arg::Text(line.to_string()))],
        };
        mistakes.add_with("holidays", key, args);
        Vec::new()
    });
    let mut clocks = Vec::new();
    for clock in Clock::ALL {
        let text = digits_to_ascii(sent.get(clock.code()).trim()).into_owned();
        match text
            .parse::<i32>()
            .ok()
            .filter(|it| (1..=MOST).contains(it))
        {
            Some(days) => clocks.push((*clock, days)),
            None => mistakes.add(clock.code(), "calendar-number"),
        }
    }
    match mistakes.is_empty() {
        true => Ok(Wanted {
            weekend,
            holidays,
            clocks,
        }),
        false => Err(mistakes),
    }
}

/// The days of the week without work, in words.
fn weekend(lang: Lang, days: &[u8]) -> String {
    if days.is_empty() {
        return say::t(lang, "calendar-weekend-none");
    }
    let named: Vec<String> = WEEKDAYS
        .iter()
        .filter(|(day, _)| day.parse().is_ok_and(|day: u8| days.contains(&day)))
        .map(|(_, key)| say::t(lang, key))
        .collect();
    named.join(say::t(lang, "calendar-comma").as_str())
}
