//! The team of an organization: who is in it, who is invited, what is offered and asked.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{langs, own, role_names, roles};
use crate::account;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::{AccountId, HandoverId};
use crate::invitation::{self, Invitation, Place};
use crate::organization::team::{self, Handover, JoinRequest, Seat};
use crate::organization::{Organization, policy};
use crate::say;
use crate::values::{Lang, TeamRole};
use crate::vault::Vault;
use crate::web::{Answer, Chrome, Page, Path, Result, Sheet, filters, html, html_with, urls};

#[derive(Template)]
#[template(path = "teams/show.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    here: String,
    role: TeamRole,
    /// Whether the reader keeps the team.
    keeps: bool,
    members: Vec<Member>,
    invited: Vec<Invited>,
    requests: Vec<Asked>,
    offer: Option<Offer>,
    offered: Option<Offer>,
    heirs: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
    role_names: Vec<(&'static str, String)>,
    langs: Vec<(&'static str, &'static str)>,
}

/// Somebody of the team.
struct Member {
    account: AccountId,
    name: String,
    role: TeamRole,
    since: DateTime<Utc>,
    is_me: bool,
}

/// Somebody who was invited.
pub struct Invited {
    pub id: String,
    pub email: String,
    pub role: TeamRole,
    pub expires_at: DateTime<Utc>,
    pub is_over: bool,
}

/// Somebody who asks to be let in.
struct Asked {
    id: String,
    name: String,
    asked_at: DateTime<Utc>,
    words: String,
}

/// A place that an owner offers.
struct Offer {
    id: HandoverId,
    name: String,
}

impl Invited {
    /// As the page shows it.
    pub fn of(invitation: &Invitation, now: DateTime<Utc>) -> Self {
        Self {
            id: invitation.id.to_string(),
            email: invitation.email.readable(),
            role: invitation.role,
            expires_at: invitation.expires_at,
            is_over: invitation.expires_at <= now,
        }
    }
}

impl ShowPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    fn number(&self) -> String {
        self.organization.number.to_string()
    }

    fn invitations(&self) -> String {
        format!("{}/invitations", self.here)
    }

    fn of_member(&self, member: &Member, act: &str) -> String {
        format!("{}/{}/{act}", self.here, member.account)
    }

    fn of_invitation(&self, one: &Invited, act: &str) -> String {
        format!("{}/invitations/{}/{act}", self.here, one.id)
    }

    fn of_request(&self, one: &Asked) -> String {
        format!("{}/requests/{}/answer", self.here, one.id)
    }

    fn of_offer(&self, one: &Offer, act: &str) -> String {
        format!("{}/handovers/{}/{act}", self.here, one.id)
    }
}

/// `GET /home/organizations/{number}/team`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    let (organization, own) = own(&mut conn, &actor, &number).await?;
    let (vault, now) = (conn.vault(), conn.now());
    let form = Sheet::of([("lang", chrome.lang.code())].into_iter().collect());
    let seen = (&actor, own, now);
    let page = load(&mut conn, &vault, &chrome, seen, organization, form).await?;
    html(chrome.lang, page)
}

/// The same with a form that came back.
pub(super) async fn answer(
    tx: &mut Tx,
    chrome: &Chrome,
    (actor, own): (&Actor, Option<TeamRole>),
    organization: Organization,
    form: Sheet,
) -> Answer {
    let (vault, now) = (tx.vault(), tx.now());
    let page = load(tx, &vault, chrome, (actor, own, now), organization, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    chrome: &Chrome,
    (actor, own, now): (&Actor, Option<TeamRole>, DateTime<Utc>),
    organization: Organization,
    form: Sheet,
) -> Result<ShowPage> {
    policy::keep_seat(actor, &organization, own)?;
    let keeps = policy::keep_team(actor, &organization, own).is_ok();
    let me = actor.person()?.id;
    let lang = chrome.lang;
    let seats = team::of_organization(conn, organization.id).await?;
    let offers = team::handovers(conn, organization.id).await?;
    // Who is invited and who asks is the owners' business.
    let (invited, requests) = match keeps {
        true => (
            invitation::of_place(conn, vault, &Place::of_organization(&organization)).await?,
            team::requests(conn, vault, organization.id).await?,
        ),
        false => (Vec::new(), Vec::new()),
    };
    let accounts: Vec<AccountId> = seats
        .iter()
        .map(|seat| seat.account)
        .chain(requests.iter().map(|one| one.account))
        .collect();
    let names = account::called(conn, vault, &accounts).await?;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(
            urls::my_organization(organization.number),
            organization.name.clone(),
        )
        .crumb("", say::t(lang, "team-title"));
    Ok(ShowPage {
        page,
        form,
        here: urls::my_team(organization.number),
        role: own.unwrap_or(TeamRole::Reader),
        keeps,
        heirs: heirs(lang, &seats, &names, me),
        members: seats
            .iter()
            .map(|seat| Member {
                account: seat.account,
                name: named(&names, seat.account),
                role: seat.role,
                since: seat.since,
                is_me: seat.account == me,
            })
            .collect(),
        invited: invited.iter().map(|one| Invited::of(one, now)).collect(),
        requests: requests.iter().map(|one| asked(&names, one)).collect(),
        offer: offers
            .iter()
            .find(|offer| offer.from == me)
            .map(|offer| offer_to(&names, offer, offer.to)),
        offered: offers
            .iter()
            .find(|offer| offer.to == me)
            .map(|offer| offer_to(&names, offer, offer.from)),
        roles: roles(lang),
        role_names: role_names(lang),
        langs: langs(),
        organization,
    })
}

fn named(names: &HashMap<AccountId, String>, account: AccountId) -> String {
    names.get(&account).cloned().unwrap_or_default()
}

fn asked(names: &HashMap<AccountId, String>, one: &JoinRequest) -> Asked {
    Asked {
        id: one.id.to_string(),
        name: named(names, one.account),
        asked_at: one.asked_at,
        words: one.words.clone(),
    }
}

fn offer_to(names: &HashMap<AccountId, String>, offer: &Handover, other: AccountId) -> Offer {
    Offer {
        id: offer.id,
        name: named(names, other),
    }
}

/// Those to whom an owner can hand over: everybody else who is not an owner already.
fn heirs(
    lang: Lang,
    seats: &[Seat],
    names: &HashMap<AccountId, String>,
    me: AccountId,
) -> Vec<(String, String)> {
    seats
        .iter()
        .filter(|seat| seat.account != me && seat.role != TeamRole::Owner)
        .map(|seat| {
            let role = say::t(lang, seat.role.key());
            let name = format!("{} – {role}", named(names, seat.account));
            (seat.account.to_string(), name)
        })
        .collect()
}
