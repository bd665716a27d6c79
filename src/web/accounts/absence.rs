//! Being away: from when until when, for whoever works at the desk.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{Datelike, Days, NaiveDate};

use super::super::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Sheet, dates, filters, html, html_with,
    redirect_with_flash, say, urls,
};
use crate::account::{self, Absence, Deputy, policy};
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::AccountId;

/// The longest that somebody is away.
const LONGEST: Days = Days::new(366);

#[derive(Template)]
#[template(path = "accounts/absence.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    /// Who can stand in.
    deputies: Vec<(String, String)>,
    /// Whether something was said that can be taken back.
    is_said: bool,
}

/// `GET /account/absence`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::be_away(&actor)?;
    let (vault, today) = (read.vault(), read.today());
    let known = account::absence(&mut read, &vault, granted.account(), today).await?;
    let form = Sheet::of(known.as_ref().map(filled).unwrap_or_default());
    let deputies = account::deputies_for(&mut read, &vault, &granted).await?;
    html(chrome.lang, page(&chrome, form, &deputies, known.is_some()))
}

/// `POST /account/absence`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = policy::be_away(&actor)?;
    let (vault, today) = (tx.vault(), tx.today());
    let deputies = account::deputies_for(&mut tx, &vault, &granted).await?;
    let mistakes = match read(&sent, &deputies, today) {
        Ok(absence) => match account::say_away(&mut tx, &granted, &absence).await {
            Ok(()) => {
                let done = tx.commit().await?;
                return redirect_with_flash(&app, done, urls::ACCOUNT, "flash-account-away");
            }
            // Gone since the page was made.
            Err(crate::Error::NotFound) => Mistakes::one("deputy", "absence-deputy-unknown"),
            Err(error) => return Err(error.into()),
        },
        Err(mistakes) => mistakes,
    };
    let known = account::absence(&mut tx, &vault, granted.account(), today).await?;
    let form = Sheet::with(sent, mistakes);
    let page = page(&chrome, form, &deputies, known.is_some());
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /account/absence/ending`
pub async fn destroy(actor: Actor, State(app): State<App>, mut tx: Tx) -> Answer {
    let granted = policy::be_away(&actor)?;
    account::come_back(&mut tx, &granted).await?;
    let done = tx.commit().await?;
    redirect_with_flash(&app, done, urls::ACCOUNT, "flash-account-back")
}

fn page(chrome: &Chrome, form: Sheet, deputies: &[(AccountId, String)], is_said: bool) -> EditPage {
    EditPage {
        page: chrome
            .page()
            .crumb(urls::ACCOUNT, say::t(chrome.lang, "account-title"))
            .crumb("", say::t(chrome.lang, "absence-title")),
        form,
        deputies: deputies
            .iter()
            .map(|(id, name)| (id.to_string(), name.clone()))
            .collect(),
        is_said,
    }
}

fn filled(absence: &Absence) -> Fields {
    let mut fields = Fields::default();
    for (name, day) in [("first", absence.first), ("last", absence.last)] {
        fields.set(&format!("{name}-day"), day.day().to_string());
        fields.set(&format!("{name}-month"), day.month().to_string());
        fields.set(&format!("{name}-year"), day.year().to_string());
    }
    if let Some(note) = &absence.note {
        fields.set("note", note.to_string());
    }
    if let Some(deputy) = &absence.deputy {
        fields.set("deputy", deputy.account.to_string());
    }
    fields
}

fn read(
    sent: &Fields,
    deputies: &[(AccountId, String)],
    today: NaiveDate,
) -> Result<Absence, Mistakes> {
    let mut reader = sent.reader();
    let days = ["first", "last"].map(|name| {
        let is_empty = ["day", "month", "year"]
            .iter()
            .all(|part| sent.get(&format!("{name}-{part}")).trim().is_empty());
        let day = dates::optional(&mut reader, name);
        if is_empty {
            reader.mistake(name, "absence-day-missing");
        }
        day
    });
    if let [Some(first), Some(last)] = days {
        if last < today {
            reader.mistake("last", "absence-day-past");
        } else if last < first {
            reader.mistake("last", "absence-order");
        } else if last > today + LONGEST {
            reader.mistake("last", "absence-day-far");
        }
    }
    let note = reader.optional("note", Absence::note);
    let chosen = sent.get("deputy");
    let deputy = deputies.iter().find(|(id, _)| id.to_string() == chosen);
    if !chosen.is_empty() && deputy.is_none() {
        reader.mistake("deputy", "absence-deputy-unknown");
    }
    reader.done()?;
    match days {
        [Some(first), Some(last)] => Ok(Absence {
            first,
            last,
            note,
            deputy: deputy.map(|(account, name)| Deputy {
                account: *account,
                name: name.clone(),
            }),
        }),
        // A day that is missing was noted as a mistake.
        _ => Err(Mistakes::default()),
    }
}
