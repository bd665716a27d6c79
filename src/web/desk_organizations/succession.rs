//! Handing an office over: one term ends and the next begins in one act, and seats that are bound to the office follow.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::evidence::{self, documents, unfit};
use super::offices::{leaders, of_office, page};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::{LeaderId, OfficeId};
use crate::leader::{self, FullLeader, LeaderName, Succession, Successor};
use crate::organization::Organization;
use crate::values::{Email, LanguageTag, Line, Problem, RegistryNumber};
use crate::web::coordination::{Spoken, languages};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Page, Path, Reader, Result, Sheet, dates, filters,
    html_with, redirect_with_flash, say, see, urls,
};

/// What the form calls somebody who is not known yet.
const NEW: &str = "new";

#[derive(Template)]
#[template(path = "desk_organizations/succession.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    name: Spoken,
    title: Spoken,
    people: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    documents: Vec<(String, String)>,
    action: String,
    back: String,
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    organization: Organization,
    (one, all): (&FullLeader, &[FullLeader]),
    form: Sheet,
) -> Result<NewPage> {
    let (vault, today, lang) = (tx.vault(), tx.today(), chrome.lang);
    let documents = documents(tx, (&vault, lang, today), actor, &organization).await?;
    let number = organization.number;
    let mut people = vec![(NEW.to_owned(), say::t(lang, "leaders-successor-new"))];
    for other in all.iter().filter(|it| it.id != one.id) {
        let id = other.id.to_string();
        if people.iter().all(|(known, _)| *known != id) {
            let name = Spoken::leader(&other.names, lang).text;
            let title = Spoken::office(&other.office, lang).text;
            people.push((id, format!("{name}, {title}")));
        }
    }
    Ok(NewPage {
        page: page(chrome, &organization, "leaders-hand-over"),
        form,
        name: Spoken::leader(&one.names, lang),
        title: Spoken::office(&one.office, lang),
        people,
        languages: languages(lang),
        documents,
        action: urls::desk_office_succession(number, one.office.id),
        back: urls::desk_organization_part(number, "leaders"),
        organization,
    })
}

/// `GET /desk/organizations/{number}/offices/{id}/succession`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, OfficeId)>,
) -> Answer {
    let (organization, _, all) = leaders(&mut tx, &actor, number).await?;
    let one = of_office(&all, id)?;
    let mut fields = Fields::default();
    fields.set("successor", NEW);
    evidence::fill_day(&mut fields, "last", one.office.until);
    let sheet = Sheet::of(fields);
    let page = load(&mut tx, (&actor, &chrome), organization, (one, &all), sheet).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/offices/{id}/succession`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, OfficeId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, keeps, all) = leaders(&mut tx, &actor, number).await?;
    let one = of_office(&all, id)?;
    let mut reader = fields.reader();
    let said = read(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(new), true) = (said, mistakes.is_empty()) {
        let (person, key) = (actor.person()?.id, Sheet::of(fields.clone()).key());
        if let Some(there) = db::claim(&mut tx, person, key).await? {
            return see(there);
        }
        match leader::succeed(&mut tx, &keeps, id, new).await? {
            Ok(_) => {
                let to = urls::desk_organization_part(number, "leaders");
                db::finish(&mut tx, person, key, &to).await?;
                let done = tx.commit().await?;
                return redirect_with_flash(&app, done, to, "flash-leader-office-handed-over");
            }
            Err(why) => mistakes = unfit(why, "last", "first"),
        }
    }
    let sheet = Sheet::with(fields, mistakes);
    let page = load(&mut tx, (&actor, &chrome), organization, (one, &all), sheet).await?;
    // What was claimed for a form that came back is not kept: its key is used when it lands.
    drop(tx);
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

fn read(reader: &mut Reader<'_>) -> Option<Succession> {
    let successor = successor(reader);
    let last_day = day(reader, "last");
    let first_day = match dates::optional(reader, "first") {
        // Most often the next one begins on the day after.
        None => last_day.and_then(|day| day.succ_opt()),
        day => day,
    };
    let until = dates::optional(reader, "until");
    let evidence = evidence::read(reader);
    let acting = reader.fields().has("acting", "yes");
    Some(Succession {
        last_day: last_day?,
        first_day: first_day?,
        until,
        successor: successor?,
        acting,
        evidence,
    })
}

/// A day that must be there.
fn day(reader: &mut Reader<'_>, field: &str) -> Option<chrono::NaiveDate> {
    let parts = ["day", "month", "year"].map(|part| format!("{field}-{part}"));
    let is_empty = parts
        .iter()
        .all(|part| reader.fields().get(part).trim().is_empty());
    if is_empty {
        reader.mistake(field, "leaders-day-missing");
        return None;
    }
    dates::optional(reader, field)
}

fn successor(reader: &mut Reader<'_>) -> Option<Successor> {
    let chosen = reader.fields().get("successor").trim().to_owned();
    if chosen != NEW {
        let known = reader.required("successor", |text| match text.trim() {
            "" => Err(Problem::Required),
            text => text.parse::<LeaderId>().map_err(|_| Problem::UnknownCode),
        });
        return known.map(Successor::Known);
    }
    let text = reader.required("name", |text| Line::parse(text, 300));
    let language = reader.optional("name_language", LanguageTag::parse);
    let email = reader.optional("email", Email::parse);
    Some(Successor::New {
        name: LeaderName {
            text: text?,
            language: language.clone(),
        },
        languages: language.into_iter().collect(),
        email,
    })
}
