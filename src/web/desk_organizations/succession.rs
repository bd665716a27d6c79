//! Handing an office over: one term ends and the next begins in one act, and seats that are bound to the office follow.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::evidence::{self, documents, unfit};
use super::offices::{leaders, of_office, page};
use super::person::{self, Back, NEW};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::ids::OfficeId;
use crate::leader::{self, Found, FullLeader, Succession};
use crate::organization::Organization;
use crate::values::RegistryNumber;
use crate::web::coordination::{Spoken, languages};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Page, Path, Reader, Result, Sheet, dates, filters,
    html_with, redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/succession.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    name: Spoken,
    title: Spoken,
    title_key: &'static str,
    /// The last day of whoever held the office, where nobody does any more.
    vacant_since: Option<NaiveDate>,
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
    (one, all, found): (&FullLeader, &[FullLeader], &[Found]),
    form: Sheet,
) -> Result<NewPage> {
    let (vault, today, lang) = (tx.vault(), tx.today(), chrome.lang);
    let documents = documents(tx, (&vault, lang, today), actor, &organization).await?;
    let number = organization.number;
    let is_vacant = one.is_vacant(today);
    let title_key = match is_vacant {
        true => "leaders-fill",
        false => "leaders-hand-over",
    };
    // Whoever held an office that stands empty may come back into it.
    let leaving = (!is_vacant).then_some(one.id);
    Ok(NewPage {
        page: page(chrome, &organization, title_key),
        title_key,
        vacant_since: one.office.until.filter(|_| is_vacant),
        form,
        name: Spoken::leader(&one.names, lang),
        title: Spoken::office(&one.office, lang),
        people: person::choices(lang, all, leaving, found),
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
    let (who, of) = ((&actor, &chrome), (one, &all[..], &[][..]));
    let page = load(&mut tx, who, organization, of, sheet).await?;
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
    let (_, keeps, all) = leaders(&mut tx, &actor, number).await?;
    let is_vacant = of_office(&all, id)?.is_vacant(tx.today());
    let mut reader = fields.reader();
    let said = read(&mut reader, is_vacant);
    let back = match (person::search(&fields), said, reader.done()) {
        (Some(back), ..) => back,
        (None, Some(new), Ok(())) => {
            let (account, key) = (actor.person()?.id, Sheet::of(fields.clone()).key());
            if let Some(there) = db::claim(&mut tx, account, key).await? {
                return see(there);
            }
            leader::hold_for_succession(&mut tx, &keeps, id).await?;
            match person::unseen(&mut tx, &keeps, &fields, &new.successor).await? {
                Some(back) => back,
                None => match leader::succeed(&mut tx, &keeps, id, new).await? {
                    Ok(_) => {
                        let to = urls::desk_organization_part(number, "leaders");
                        db::finish(&mut tx, account, key, &to).await?;
                        let done = tx.commit().await?;
                        let flash = "flash-leader-office-handed-over";
                        return redirect_with_flash(&app, done, to, flash);
                    }
                    Err(why) => Back::Mistakes(unfit(why, "last", "first")),
                },
            }
        }
        (None, _, done) => {
            // An office that somebody filled meanwhile asks for other things: whoever is too late learns that, and not what is missing.
            leader::hold_for_succession(&mut tx, &keeps, id).await?;
            Back::Mistakes(done.err().unwrap_or_default())
        }
    };
    // What was claimed for a form that came back is not kept: its key is used when it lands. That somebody looked is.
    drop(tx);
    let mut tx = app.db.begin().await?;
    let (organization, keeps, all) = leaders(&mut tx, &actor, number).await?;
    let one = of_office(&all, id)?;
    let (sheet, found, status) = person::back(&mut tx, &keeps, fields, back).await?;
    let (who, of) = ((&actor, &chrome), (one, &all[..], &found[..]));
    let page = load(&mut tx, who, organization, of, sheet).await?;
    let _ = tx.commit().await?;
    html_with(status, chrome.lang, page)
}

/// What the form says; of an office that nobody holds any more the last day is known.
fn read(reader: &mut Reader<'_>, is_vacant: bool) -> Option<Succession> {
    let successor = person::read(reader);
    let last_day = match is_vacant {
        true => None,
        false => Some(day(reader, "last")),
    };
    let first_day = dates::optional(reader, "first");
    let until = dates::optional(reader, "until");
    let evidence = evidence::read(reader);
    let acting = reader.fields().has("acting", "yes");
    Some(Succession {
        last_day: match last_day {
            Some(day) => Some(day?),
            None => None,
        },
        first_day,
        until,
        successor: successor?,
        acting,
        evidence,
    })
}

/// A day that must be there.
fn day(reader: &mut Reader<'_>, field: &str) -> Option<NaiveDate> {
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
