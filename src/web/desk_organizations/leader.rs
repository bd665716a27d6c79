//! A leader at the desk: all that is known of them and who said it, their offices, who says that the entry is theirs, and
//! changing what is known.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, SubjectKind};
use crate::ids::{ClaimId, LeaderId};
use crate::leader::{self, Known, policy};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::coordination::{Happened, Spoken, happened};
use crate::web::leaders::claimed::{Claimed, claim_answer, claimed};
use crate::web::leaders::facts::{Shown, shown};
use crate::web::leaders::mine::{Office, unkept};
use crate::web::leaders::profile::{self, EditPage};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/leader.html")]
struct ShowPage {
    page: Page,
    organization: Organization,
    name: Spoken,
    is_public: bool,
    public: String,
    facts: Vec<Shown>,
    offices: Vec<Office>,
    claims: Vec<Claimed>,
    story: Vec<Happened>,
    /// Where what is known is changed; nowhere for those who may not.
    profile: String,
    consents: String,
}

/// The way to a page about a leader.
pub(super) fn page(
    chrome: &Chrome,
    organization: &Organization,
    (id, name): (LeaderId, &Spoken),
    title_key: Option<&str>,
) -> Page {
    let (lang, number) = (chrome.lang, organization.number);
    let page = chrome
        .page()
        .crumb(urls::DESK, say::t(lang, "nav-desk"))
        .crumb(urls::desk_organization(number), organization.name.clone())
        .crumb(
            urls::desk_organization_part(number, "leaders"),
            say::t(lang, "leaders-title"),
        );
    match title_key {
        Some(key) => page
            .crumb(urls::desk_leader(number, id), name.text.clone())
            .crumb("", say::t(lang, key)),
        None => page.crumb("", name.text.clone()),
    }
}

/// `GET /desk/organizations/{number}/leaders/{id}`. It writes down that somebody looked, and nothing else.
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    let (lang, today, vault) = (chrome.lang, tx.today(), tx.vault());
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let sees = policy::see(&actor, organization.host_country)?;
    let mention = organization::mention(&mut tx, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let known = leader::look_at_one(&mut tx, &sees, &mention, id).await?;
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let keeps = policy::keep_profile(&actor, &organization, own).is_ok();
    let mut offices = leader::offices(&mut tx, id).await?;
    if !sees.sees_everything() {
        offices.retain(|(_, of)| of.id == organization.id);
    }
    let mut claims = Vec::new();
    if keeps {
        let to = |id, claim| urls::desk_leader_part(number, id, &format!("claims/{claim}"));
        let mut all = claimed(&mut tx, &vault, &[id], to).await?;
        claims = all.remove(&id).unwrap_or_default();
    }
    let mut story = Vec::new();
    if sees.sees_everything() && own.is_none() {
        let events = history::of_subject(&mut tx, &vault, SubjectKind::Leader, id.uuid()).await?;
        story = happened(&mut tx, &vault, lang, events).await?;
    }
    let public = leader::public_leader(&mut tx, &vault, id).await?;
    let _ = tx.commit().await?;
    let name = Spoken::leader(&known.facts.names, lang);
    let page = ShowPage {
        page: page(&chrome, &organization, (id, &name), None),
        name,
        is_public: public.is_some(),
        public: urls::leader(id),
        facts: shown(lang, &known.facts, &known.sources),
        offices: offices
            .iter()
            .map(|it| Office::of(lang, today, it))
            .collect(),
        claims,
        story,
        profile: match keeps {
            true => urls::desk_leader_part(number, id, "profile"),
            false => String::new(),
        },
        consents: match policy::keep_consents(&actor).is_ok() {
            true => urls::desk_leader_part(number, id, "consents"),
            false => String::new(),
        },
        organization,
    };
    Ok(unkept(html_with(StatusCode::OK, lang, page)?))
}

/// The right to say what is known of a leader, and what is known.
async fn kept(
    tx: &mut Tx,
    actor: &Actor,
    (number, id): (RegistryNumber, LeaderId),
) -> Result<(Organization, policy::CanKeepProfile, Known)> {
    let (organization, _) = seen(tx, actor, number).await?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    let can = policy::keep_profile(actor, &organization, own)?;
    let known = leader::view(tx, &can, id).await?;
    Ok((organization, can, known))
}

fn edit_page(
    chrome: &Chrome,
    organization: &Organization,
    (can, known): (&policy::CanKeepProfile, &Known),
    sheet: Sheet,
) -> EditPage {
    let (number, id) = (organization.number, known.id);
    let name = Spoken::leader(&known.facts.names, chrome.lang);
    let title = Some("leaders-profile-change");
    let page = page(chrome, organization, (id, &name), title);
    let action = urls::desk_leader_part(number, id, "profile");
    let back = urls::desk_leader(number, id);
    EditPage::new(chrome, page, (can, known), sheet, (action, back))
}

/// `GET /desk/organizations/{number}/leaders/{id}/profile`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    let (organization, can, known) = kept(&mut tx, &actor, (number, id)).await?;
    let _ = tx.commit().await?;
    let sheet = Sheet::of(profile::fill(&known));
    let page = edit_page(&chrome, &organization, (&can, &known), sheet);
    Ok(unkept(html_with(StatusCode::OK, chrome.lang, page)?))
}

/// `POST /desk/organizations/{number}/leaders/{id}/profile`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, can, known) = kept(&mut tx, &actor, (number, id)).await?;
    match profile::read(&fields, tx.today(), (&can, &known)) {
        Ok((seen, said)) => {
            leader::keep_profile(&mut tx, &can, id, seen, &said).await?;
            let to = urls::desk_leader(number, id);
            redirect_with_flash(&app, tx.commit().await?, to, "flash-leader-profile-kept")
        }
        Err(mistakes) => {
            let sheet = Sheet::with(fields, mistakes);
            let page = edit_page(&chrome, &organization, (&can, &known), sheet);
            let _ = tx.commit().await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(unkept(html_with(status, chrome.lang, page)?))
        }
    }
}

/// `POST /desk/organizations/{number}/leaders/{id}/claims/{claim}`
pub async fn answer(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id, claim)): Path<(RegistryNumber, LeaderId, ClaimId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let can = policy::keep_profile(&actor, &organization, own)?;
    let answer = claim_answer(&fields)?;
    leader::answer(&mut tx, &can, id, claim, answer).await?;
    let to = urls::desk_leader(number, id);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-leader-claim-answered")
}
