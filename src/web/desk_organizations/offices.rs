//! An office at the desk: which it is, from when until when it is held, whether it is only acted in, and what proves it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::evidence::{self, documents, unfit};
use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::OfficeId;
use crate::leader::{self, FullLeader, Term, policy};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{RegistryNumber, SigningOffice};
use crate::web::coordination::{Spoken, choices};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Result, Sheet, dates, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/office.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    name: Spoken,
    title: Spoken,
    offices: Vec<(&'static str, String)>,
    documents: Vec<(String, String)>,
    action: String,
    back: String,
}

/// The leaders of an organization, for whoever keeps its offices; history says who looked.
pub(super) async fn leaders(
    tx: &mut Tx,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<(Organization, policy::CanKeepOffices, Vec<FullLeader>)> {
    let (organization, _) = seen(tx, actor, number).await?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    let sees = policy::see(actor, organization.host_country)?;
    let keeps = policy::keep_offices(actor, &organization, own)?;
    let mention = organization::mention(tx, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let leaders = leader::look_at(tx, &sees, &mention, None).await?;
    Ok((organization, keeps, leaders))
}

/// The way to a page about an office.
pub(super) fn page(chrome: &Chrome, organization: &Organization, title_key: &str) -> Page {
    let (lang, number) = (chrome.lang, organization.number);
    chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(urls::desk_organization(number), organization.name.clone())
        .crumb(
            urls::desk_organization_part(number, "leaders"),
            say::t(lang, "leaders-title"),
        )
        .crumb("", say::t(lang, title_key))
}

async fn load(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    organization: Organization,
    one: &FullLeader,
    form: Sheet,
) -> Result<EditPage> {
    let (vault, today, lang) = (tx.vault(), tx.today(), chrome.lang);
    let documents = documents(tx, (&vault, lang, today), actor, &organization).await?;
    let number = organization.number;
    Ok(EditPage {
        page: page(chrome, &organization, "leaders-office-change"),
        form,
        name: Spoken::leader(&one.names, lang),
        title: Spoken::office(&one.office, lang),
        offices: choices(
            lang,
            SigningOffice::ALL,
            SigningOffice::code,
            SigningOffice::key,
        ),
        documents,
        action: urls::desk_office(number, one.office.id),
        back: urls::desk_organization_part(number, "leaders"),
        organization,
    })
}

/// `GET /desk/organizations/{number}/offices/{id}`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, OfficeId)>,
) -> Answer {
    let (organization, _, leaders) = leaders(&mut tx, &actor, number).await?;
    let one = of_office(&leaders, id)?;
    let mut fields = Fields::default();
    fields.set("office", one.office.office.code());
    if one.office.acting {
        fields.set("acting", "yes");
    }
    evidence::fill_day(&mut fields, "since", one.office.since);
    evidence::fill_day(&mut fields, "until", one.office.until);
    evidence::fill(&mut fields, one.evidence.as_ref());
    fields.set("seen", days(one));
    let sheet = Sheet::of(fields);
    let page = load(&mut tx, (&actor, &chrome), organization, one, sheet).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/offices/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, OfficeId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, keeps, leaders) = leaders(&mut tx, &actor, number).await?;
    let one = of_office(&leaders, id)?;
    let mut reader = fields.reader();
    let office = reader.required("office", SigningOffice::parse);
    let since = dates::optional(&mut reader, "since");
    let until = dates::optional(&mut reader, "until");
    let evidence = evidence::read(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if mistakes.is_empty() {
        // Whoever saw other days is told, and changes nothing.
        if fields.get("seen") != days(one) {
            return Err(Error::Overtaken);
        }
        let seen = (one.office.since, one.office.until);
        let term = Term {
            office,
            acting: fields.has("acting", "yes"),
            evidence,
        };
        let kept = leader::keep_term(&mut tx, &keeps, id, seen, (since, until), &term).await?;
        match kept {
            Ok(()) => {
                let to = urls::desk_organization_part(number, "leaders");
                return redirect_with_flash(
                    &app,
                    tx.commit().await?,
                    to,
                    "flash-leader-office-kept",
                );
            }
            Err(why) => mistakes = unfit(why, "until", "since"),
        }
    }
    let sheet = Sheet::with(fields, mistakes);
    let page = load(&mut tx, (&actor, &chrome), organization, one, sheet).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// Whoever holds or held this office.
pub(super) fn of_office(leaders: &[FullLeader], id: OfficeId) -> Result<&FullLeader> {
    let found = leaders.iter().find(|it| it.office.id == id);
    found.ok_or(Error::NotFound)
}

/// The days of an office as its form saw them.
fn days(one: &FullLeader) -> String {
    format!("{:?} {:?}", one.office.since, one.office.until)
}
