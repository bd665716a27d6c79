//! An office at the desk: its title, which it is, from when until when it is held, whether it is only acted in, and what proves it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::evidence::{self, documents, unfit};
use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::OfficeId;
use crate::leader::{self, FullLeader, Term, TermSaid, policy};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Lang, LanguageTag, Line, RegistryNumber, SigningOffice};
use crate::web::coordination::{Spoken, choices, languages, term};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Page, Path, Reader, Result, Sheet, dates, filters,
    html_with, redirect_with_flash, urls,
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
    languages: Vec<(String, String)>,
    action: String,
    back: String,
    /// What is known now, where somebody else changed it meanwhile.
    now: Option<Now>,
}

/// What is known of an office.
struct Now {
    title: Spoken,
    office_key: &'static str,
    dates: String,
    acting: bool,
    evidence: String,
}

impl Now {
    fn of(lang: Lang, one: &FullLeader) -> Self {
        Self {
            title: Spoken::new(
                one.office.title.as_str(),
                one.office.title_language.as_ref(),
            ),
            office_key: one.office.office.key(),
            dates: term(lang, one.office.since, one.office.until),
            acting: one.office.acting,
            evidence: evidence::href(one.evidence.as_ref()),
        }
    }
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
        languages: languages(lang),
        now: None,
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
    fields.set("title", one.office.title.as_str());
    if let Some(language) = &one.office.title_language {
        fields.set("title_language", language.as_str());
    }
    fields.set("office", one.office.office.code());
    if one.office.acting {
        fields.set("acting", "yes");
    }
    evidence::fill_day(&mut fields, "since", one.office.since);
    evidence::fill_day(&mut fields, "until", one.office.until);
    evidence::fill(&mut fields, one.evidence.as_ref());
    fields.set("seen", seen_as(one));
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
    let (organization, keeps, all) = leaders(&mut tx, &actor, number).await?;
    let one = of_office(&all, id)?;
    let mut reader = fields.reader();
    let said = read(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(said), true) = (said, mistakes.is_empty()) {
        let to = urls::desk_organization_part(number, "leaders");
        match leader::keep_term(&mut tx, &keeps, id, fields.get("seen"), &said).await {
            Ok(Ok(())) => {
                let done = tx.commit().await?;
                return redirect_with_flash(&app, done, to, "flash-leader-office-kept");
            }
            Ok(Err(why)) => mistakes = unfit(why, "until", "since"),
            Err(crate::Error::Overtaken) => {
                // Whoever saw something else is shown what is known now, and what they typed: sent again, it counts.
                let (organization, _, all) = leaders(&mut tx, &actor, number).await?;
                let one = of_office(&all, id)?;
                let mut fields = fields;
                fields.set("seen", seen_as(one));
                let who = (&actor, &chrome);
                let sheet = Sheet::of(fields);
                let mut page = load(&mut tx, who, organization, one, sheet).await?;
                page.now = Some(Now::of(chrome.lang, one));
                let _ = tx.commit().await?;
                return html_with(StatusCode::CONFLICT, chrome.lang, page);
            }
            Err(error) => return Err(error.into()),
        }
    }
    let sheet = Sheet::with(fields, mistakes);
    let page = load(&mut tx, (&actor, &chrome), organization, one, sheet).await?;
    let _ = tx.commit().await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

fn read(reader: &mut Reader<'_>) -> Option<TermSaid> {
    let title = reader.required("title", |text| Line::parse(text, 300));
    let title_language = reader.optional("title_language", LanguageTag::parse);
    let office = reader.required("office", SigningOffice::parse);
    let since = dates::optional(reader, "since");
    let until = dates::optional(reader, "until");
    let evidence = evidence::read(reader);
    let acting = reader.fields().has("acting", "yes");
    Some(TermSaid {
        title: title?,
        title_language,
        since,
        until,
        term: Term {
            office: Some(office?),
            acting,
            evidence,
        },
    })
}

/// Whoever holds or held this office. Nothing is done any more with one that came to somebody by mistake.
pub(super) fn of_office(leaders: &[FullLeader], id: OfficeId) -> Result<&FullLeader> {
    let found = leaders.iter().find(|it| it.office.id == id);
    match found {
        Some(one) if one.office.is_mistaken => Err(crate::Error::Overtaken.into()),
        Some(one) => Ok(one),
        None => Err(Error::NotFound),
    }
}

/// What is known of an office, as its form saw it.
fn seen_as(one: &FullLeader) -> String {
    leader::term_seen(&one.office, one.evidence.as_ref())
}
