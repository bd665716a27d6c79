//! Entering a leader at the desk: somebody who holds an office of an organization, with what proves it. They are told by letter.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::evidence::{self, documents, unfit};
use super::offices::{leaders, page};
use super::person::{self, Back, NEW};
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::leader::{self, Entry, Found, FullLeader, Term};
use crate::organization::Organization;
use crate::say;
use crate::values::{LanguageTag, Line, RegistryNumber, SigningOffice};
use crate::web::coordination::{choices, languages};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Page, Path, Query, Reader, Result, Sheet, dates, filters,
    html_with, redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/entering.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    people: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    offices: Vec<(&'static str, String)>,
    documents: Vec<(String, String)>,
    action: String,
    back: String,
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    organization: Organization,
    (all, found): (&[FullLeader], &[Found]),
    form: Sheet,
) -> Result<NewPage> {
    let (vault, today, lang) = (tx.vault(), tx.today(), chrome.lang);
    let documents = documents(tx, (&vault, lang, today), actor, &organization).await?;
    let number = organization.number;
    Ok(NewPage {
        page: page(chrome, &organization, "leaders-enter"),
        form,
        people: person::choices(lang, all, None, found),
        languages: languages(lang),
        offices: choices(
            lang,
            SigningOffice::ALL,
            SigningOffice::code,
            SigningOffice::key,
        ),
        documents,
        action: urls::desk_leader_new(number),
        back: urls::desk_organization_part(number, "leaders"),
        organization,
    })
}

/// `GET /desk/organizations/{number}/leaders/new?office=`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Query(query): Query,
) -> Answer {
    let (organization, _, all) = leaders(&mut tx, &actor, number).await?;
    let mut fields = Fields::default();
    fields.set("successor", NEW);
    if let Ok(office) = SigningOffice::parse(query.get("office")) {
        fields.set("office", office.code());
        fields.set("title", say::t(chrome.lang, office.key()));
        fields.set("title_language", chrome.lang.code());
    }
    let sheet = Sheet::of(fields);
    let who = (&actor, &chrome);
    let page = load(&mut tx, who, organization, (&all, &[]), sheet).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/leaders/new`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let (_, keeps, _) = leaders(&mut tx, &actor, number).await?;
    let mut reader = fields.reader();
    let said = read(&mut reader);
    let back = match (person::search(&fields), said, reader.done()) {
        (Some(back), ..) => back,
        (None, Some(entry), Ok(())) => {
            let (account, key) = (actor.person()?.id, Sheet::of(fields.clone()).key());
            if let Some(there) = db::claim(&mut tx, account, key).await? {
                return see(there);
            }
            match person::unseen(&mut tx, &keeps, &fields, &entry.person).await? {
                Some(back) => back,
                None => match leader::enter(&mut tx, &keeps, entry).await? {
                    Ok((id, _)) => {
                        let to = urls::desk_leader(number, id);
                        db::finish(&mut tx, account, key, &to).await?;
                        let done = tx.commit().await?;
                        return redirect_with_flash(&app, done, to, "flash-leader-entered");
                    }
                    Err(why) => Back::Mistakes(unfit(why, "until", "since")),
                },
            }
        }
        (None, _, done) => Back::Mistakes(done.err().unwrap_or_default()),
    };
    // What was claimed for a form that came back is not kept: its key is used when it lands. That somebody looked is.
    drop(tx);
    let mut tx = app.db.begin().await?;
    let (organization, keeps, all) = leaders(&mut tx, &actor, number).await?;
    let (sheet, found, status) = person::back(&mut tx, &keeps, fields, back).await?;
    let who = (&actor, &chrome);
    let page = load(&mut tx, who, organization, (&all, &found), sheet).await?;
    let _ = tx.commit().await?;
    html_with(status, chrome.lang, page)
}

fn read(reader: &mut Reader<'_>) -> Option<Entry> {
    let person = person::read(reader);
    let title = reader.required("title", |text| Line::parse(text, 300));
    let title_language = reader.optional("title_language", LanguageTag::parse);
    let office = reader.required("office", SigningOffice::parse);
    let since = dates::optional(reader, "since");
    let until = dates::optional(reader, "until");
    let evidence = evidence::read(reader);
    let acting = reader.fields().has("acting", "yes");
    Some(Entry {
        title: title?,
        title_language,
        since,
        until,
        term: Term {
            office: Some(office?),
            acting,
            evidence,
        },
        person: person?,
    })
}
