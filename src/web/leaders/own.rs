//! The leaders of one's own organization: who is in office, what they agreed to, and withdrawing that at once. Who comes and
//! who goes is said by an amendment.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::asked::{self, Answering};
use super::claimed::{Claimed, claim_answer, claimed};
use super::consents::{Agreed, agreed};
use super::keeping::Keeping;
use super::mine::unkept;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::{ClaimId, LeaderId};
use crate::leader::{self, Consent, ConsentMeans, Withdrawn, policy};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{RegistryNumber, TeamRole};
use crate::web::coordination::{Spoken, term};
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, filters, html_with, redirect_with_flash,
    urls,
};

#[derive(Template)]
#[template(path = "leaders/own.html")]
struct IndexPage {
    page: Page,
    organization: Organization,
    leaders: Vec<Row>,
    /// Who says that they lead it and has no entry: what they are called, and where that is answered.
    waiting: Vec<(String, String)>,
}

struct Row {
    name: Spoken,
    title: Spoken,
    dates: String,
    acting: bool,
    is_former: bool,
    agreed: Vec<Agreed>,
    withdrawal: String,
    /// Where what is known of them is changed; nowhere for those who are out of office.
    profile: String,
    claims: Vec<Claimed>,
}

/// The organization, and what the actor may do for it; to those outside of its team it is not there.
async fn own(
    tx: &mut Tx,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<(Organization, Option<TeamRole>)> {
    actor.person()?;
    let found = organization::find_by_number(tx, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(tx, found.id, actor).await?;
    Ok((found, own))
}

/// `GET /home/organizations/{number}/leaders`. It writes down that somebody looked, and nothing else.
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (lang, today) = (chrome.lang, tx.today());
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let sees = policy::see_own(&actor, &organization, role)?;
    let mention = organization::mention(&mut tx, organization.id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut leaders = leader::look_at(&mut tx, &sees, &mention, None).await?;
    leaders.retain(|it| !it.office.is_mistaken);
    let ids: Vec<LeaderId> = leaders.iter().map(|it| it.id).collect();
    let mut consents: BTreeMap<LeaderId, Vec<Consent>> = BTreeMap::new();
    for (id, consent) in leader::consents(&mut tx, &ids).await? {
        consents.entry(id).or_default().push(consent);
    }
    let vault = tx.vault();
    let to = |id, claim| urls::my_organization_leader_part(number, id, &format!("claims/{claim}"));
    let mut claims = claimed(&mut tx, &vault, &ids, to).await?;
    let to = |id| urls::my_leader_asked(number, id);
    let waiting = asked::waiting(&mut tx, &vault, organization.id, to).await?;
    let _ = tx.commit().await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::my_organization(number), organization.name.clone())
        .crumb("", say::t(lang, "leaders-title"));
    let rows = leaders.iter().map(|one| Row {
        name: Spoken::leader(&one.names, lang),
        title: Spoken::office(&one.office, lang),
        dates: term(lang, one.office.since, one.office.until),
        acting: one.office.acting,
        is_former: one.office.until.is_some_and(|until| until < today),
        agreed: consents
            .get(&one.id)
            .map(|all| agreed(all, ConsentMeans::key))
            .unwrap_or_default(),
        withdrawal: urls::my_organization_leader_withdrawal(number, one.id),
        profile: match one.office.until.is_none_or(|until| until >= today) {
            true => urls::my_organization_leader_part(number, one.id, "profile"),
            false => String::new(),
        },
        claims: claims.remove(&one.id).unwrap_or_default(),
    });
    let page = IndexPage {
        page,
        leaders: rows.collect(),
        waiting,
        organization,
    };
    Ok(unkept(html_with(StatusCode::OK, lang, page)?))
}

/// `POST /home/organizations/{number}/leaders/{id}/withdrawal`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, LeaderId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let granted = policy::withdraw_own(&actor, &organization, role)?;
    if !leader::is_of(&mut tx, id, organization.id).await? {
        return Err(Error::NotFound);
    }
    let what = Withdrawn::parse(fields.get("what")).map_err(|_| Error::NotFound)?;
    leader::withdraw_consent(&mut tx, &granted, id, what).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::my_organization_leaders(number),
        "flash-leader-consent-withdrawn",
    )
}

/// The right to say what is known of a leader, as far as the team sees it, and the form's page.
async fn kept(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (number, id): (RegistryNumber, LeaderId),
) -> Result<Keeping> {
    let (organization, role) = own(tx, actor, number).await?;
    let can = policy::keep_own_profile(actor, &organization, role)?;
    let known = leader::view(tx, &can, id).await?;
    let (lang, number) = (chrome.lang, organization.number);
    let back = urls::my_organization_leaders(number);
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::my_organization(number), organization.name)
        .crumb(back.clone(), say::t(lang, "leaders-title"))
        .crumb("", say::t(lang, "leaders-profile-change"));
    Ok(Keeping {
        page,
        action: urls::my_organization_leader_part(number, id, "profile"),
        back,
        can,
        known,
    })
}

/// `GET /home/organizations/{number}/leaders/{id}/profile`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, LeaderId)>,
) -> Answer {
    let kept = kept(&mut tx, (&actor, &chrome), of).await?;
    kept.edit(tx, &chrome).await
}

/// `POST /home/organizations/{number}/leaders/{id}/profile`
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

/// `POST /home/organizations/{number}/leaders/{id}/claims/{claim}`
pub async fn answer(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id, claim)): Path<(RegistryNumber, LeaderId, ClaimId)>,
    Form(fields): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let can = policy::keep_own_profile(&actor, &organization, role)?;
    let answer = claim_answer(&fields)?;
    leader::answer(&mut tx, &can, id, claim, answer).await?;
    let to = urls::my_organization_leaders(number);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-leader-claim-answered")
}

async fn answering(
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    (number, id): (RegistryNumber, ClaimId),
) -> Result<Answering> {
    let (organization, role) = own(tx, actor, number).await?;
    let can = policy::keep_own_profile(actor, &organization, role)?;
    let (lang, number) = (chrome.lang, organization.number);
    let back = urls::my_organization_leaders(number);
    Ok(Answering {
        can,
        id,
        page: chrome
            .page()
            .crumb(urls::HOME, say::t(lang, "home-title"))
            .crumb(urls::my_organization(number), organization.name)
            .crumb(back.clone(), say::t(lang, "leaders-title"))
            .crumb("", say::t(lang, "leaders-asked-title")),
        action: urls::my_leader_asked(number, id),
        back,
    })
}

/// `GET /home/organizations/{number}/leader-claims/{claim}`
pub async fn asked(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, ClaimId)>,
) -> Answer {
    let answering = answering(&mut tx, (&actor, &chrome), of).await?;
    answering.show(tx, &actor, &chrome).await
}

/// `POST /home/organizations/{number}/leader-claims/{claim}`
pub async fn answer_asked(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(of): Path<(RegistryNumber, ClaimId)>,
    Form(fields): Form,
) -> Answer {
    let answering = answering(&mut tx, (&actor, &chrome), of).await?;
    answering.update(tx, &app, (&actor, &chrome), fields).await
}
