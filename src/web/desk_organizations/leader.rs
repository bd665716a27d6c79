//! A leader at the desk: all that is known of them and who said it, their offices, who says that the entry is theirs, and
//! changing what is known.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;

use super::seen;
use crate::actor::Actor;
use crate::db::Tx;
use crate::history::{self, SubjectKind};
use crate::ids::{ClaimId, LeaderId};
use crate::leader::{self, policy};
use crate::merger::people;
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::coordination::{Happened, Spoken, happened};
use crate::web::leaders::claimed::{Claimed, claim_answer, claimed};
use crate::web::leaders::facts::{Shown, shown};
use crate::web::leaders::keeping::Keeping;
use crate::web::leaders::mine::{Office, unkept};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, filters, html_with, redirect_with_flash,
    urls,
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
    doubles: Vec<Double>,
    mergers: Vec<(String, NaiveDate)>,
    different: String,
    story: Vec<Happened>,
    /// Where what is known is changed; nowhere for those who may not.
    profile: String,
    consents: String,
    /// Which version of their link holds, and where it is ended.
    link_version: i32,
    link: String,
    /// Whether there is an address to which another link goes.
    has_email: bool,
    /// An address that they say, and that waits for whoever reads it.
    waiting: Option<(String, NaiveDate)>,
}

/// Somebody who may be the same person.
struct Double {
    id: LeaderId,
    name: Spoken,
    score: i64,
    signs: Vec<&'static str>,
    compare: String,
}

async fn doubles(
    tx: &mut Tx,
    lang: Lang,
    (number, id): (RegistryNumber, LeaderId),
) -> Result<Vec<Double>> {
    let vault = tx.vault();
    let found = leader::doubles(tx, id).await?;
    let ids: Vec<LeaderId> = found.iter().map(|it| it.leader).collect();
    let names = leader::names_of(tx, &vault, &ids).await?;
    let double = found.into_iter().map(|it| Double {
        id: it.leader,
        name: names
            .get(&it.leader)
            .map(|names| Spoken::leader(names, lang))
            .unwrap_or_default(),
        score: it.score.into(),
        signs: it.signs,
        compare: urls::people_merger_new(number, id, it.leader),
    });
    Ok(double.collect())
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
    let leads_own = leader::leads_own(&mut tx, &actor, id).await?;
    let keeps_consents = policy::keep_consents(&actor, leads_own).is_ok();
    let mut offices = leader::offices(&mut tx, id).await?;
    if !sees.sees_everything() {
        offices.retain(|(_, of)| of.id == organization.id);
    }
    let (mut claims, mut likely, mut past) = (Vec::new(), Vec::new(), Vec::new());
    let mut waiting = None;
    if keeps {
        waiting = leader::waiting_address(&mut tx, &vault, id).await?;
        likely = doubles(&mut tx, lang, (number, id)).await?;
        past = people::of_leader(&mut tx, id).await?;
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
        doubles: likely,
        mergers: past
            .into_iter()
            .map(|(id, at)| (urls::people_merger(id), at.date_naive()))
            .collect(),
        different: urls::desk_leader_part(number, id, "likenesses"),
        story,
        profile: match keeps {
            true => urls::desk_leader_part(number, id, "profile"),
            false => String::new(),
        },
        consents: match keeps_consents {
            true => urls::desk_leader_part(number, id, "consents"),
            false => String::new(),
        },
        link_version: known.link_version,
        link: urls::desk_leader_part(number, id, "link"),
        has_email: known.facts.email.is_some(),
        waiting: waiting.map(|(email, at)| (email.readable(), at.date_naive())),
        organization,
    };
    Ok(unkept(html_with(StatusCode::OK, lang, page)?))
}

/// The right to say what is known of a leader, and the form's page.
async fn kept(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (number, id): (RegistryNumber, LeaderId),
) -> Result<Keeping> {
    let (organization, _) = seen(tx, actor, number).await?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    let can = policy::keep_profile(actor, &organization, own)?;
    let known = leader::view(tx, &can, id).await?;
    let name = Spoken::leader(&known.facts.names, chrome.lang);
    let title = Some("leaders-profile-change");
    let number = organization.number;
    Ok(Keeping {
        page: page(chrome, &organization, (id, &name), title),
        action: urls::desk_leader_part(number, id, "profile"),
        back: urls::desk_leader(number, id),
        can,
        known,
    })
}

/// `GET /desk/organizations/{number}/leaders/{id}/profile`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    let kept = kept(&mut tx, (&actor, &chrome), of).await?;
    kept.edit(tx, &chrome).await
}

/// `POST /desk/organizations/{number}/leaders/{id}/profile`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let kept = kept(&mut tx, (&actor, &chrome), of).await?;
    kept.update(tx, &app, &chrome, fields).await
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
