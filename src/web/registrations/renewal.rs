//! Renewing the registration of an organization: what that means, when it can be done, and the beginning of it.

use askama::Template;
use chrono::NaiveDate;
use sqlx::PgConnection;

use super::filled::fill;
use super::own::own;
use crate::actor::Actor;
use crate::case::{self, policy as cases};
use crate::db::{self, Read, Tx};
use crate::leader;
use crate::organization::standing::{self, Window, is_renewable};
use crate::organization::{Organization, Particulars, policy, team};
use crate::say;
use crate::values::{Standing, TeamRole};
use crate::web::{Answer, Chrome, Form, Page, Path, Sheet, filters, html, redirect, see, urls};

#[derive(Template)]
#[template(path = "registrations/renewal.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    window: Window,
    /// Until when it would be registered.
    renewed_until: Option<NaiveDate>,
    /// The renewal that is under way.
    renewal: Option<String>,
    /// The amendment that is under way.
    amendment: Option<String>,
    may: bool,
    today: NaiveDate,
}

impl NewPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }

    /// Whether it can be renewed on some day, if not today.
    fn is_renewable(&self) -> bool {
        is_renewable(self.organization.standing)
    }

    fn is_suspended(&self) -> bool {
        self.organization.standing == Standing::Suspended
    }

    /// The key of the sentence about the end of the registration.
    fn end_key(&self, until: NaiveDate) -> &'static str {
        match until < self.today {
            true => "renewal-ended",
            false => "renewal-ends",
        }
    }
}

/// The way to a renewal.
pub struct Offer {
    /// Where it leads.
    pub href: String,
    /// The key of what it says.
    pub key: &'static str,
}

impl Offer {
    /// The way to the renewal that is under way, or to the beginning of one for whoever may begin it.
    pub async fn of(
        conn: &mut PgConnection,
        actor: &Actor,
        organization: &Organization,
        own: Option<TeamRole>,
        today: NaiveDate,
    ) -> crate::Result<Option<Self>> {
        if let Some(there) = case::open_renewal_of(conn, organization.id).await? {
            return Ok(Some(Self {
                href: urls::case(there),
                key: "renewal-under-way",
            }));
        }
        let window = standing::window(conn, organization, today).await?;
        let may = cases::renew(actor, organization, own, &window).is_ok();
        Ok(may.then(|| Self {
            href: urls::my_renewal(organization.number),
            key: "renewal-title",
        }))
    }
}

/// `GET /home/organizations/{number}/renewal`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<String>,
) -> Answer {
    let (vault, lang, today) = (conn.vault(), chrome.lang, conn.today());
    let (organization, _, role) = own(&mut conn, &vault, &actor, &number).await?;
    policy::keep_seat(&actor, &organization, role)?;
    let window = standing::window(&mut conn, &organization, today).await?;
    let renewed_until = match is_renewable(organization.standing) {
        true => Some(standing::renewed_until(&mut conn, &organization, today).await?),
        false => None,
    };
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(
            urls::my_organization(organization.number),
            organization.name.clone(),
        )
        .crumb("", say::t(lang, "renewal-title"));
    html(
        lang,
        NewPage {
            page,
            form: Sheet::empty(),
            may: policy::edit(&actor, &organization, role).is_ok(),
            renewal: case::open_renewal_of(&mut conn, organization.id)
                .await?
                .map(urls::case),
            amendment: case::open_amendment_of(&mut conn, organization.id)
                .await?
                .map(urls::case),
            window,
            renewed_until,
            organization,
            today,
        },
    )
}

/// `POST /home/organizations/{number}/renewals`: begins one, with what the registry says now.
pub async fn create(
    actor: Actor,
    mut tx: Tx,
    Path(number): Path<String>,
    Form(sent): Form,
) -> Answer {
    let (vault, today) = (tx.vault(), tx.today());
    let (found, _, role) = own(&mut tx, &vault, &actor, &number).await?;
    policy::edit(&actor, &found, role)?;
    let (person, key) = (actor.person()?.id, Sheet::of(sent).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    // Standing and words as they are now: a chair or a colleague may be changing them.
    team::lock(&mut tx, found.id).await?;
    let (organization, said, role) = own(&mut tx, &vault, &actor, &number).await?;
    let window = standing::window(&mut tx, &organization, today).await?;
    let granted = cases::renew(&actor, &organization, role, &window)?;
    let said = Particulars {
        people: leader::fill_in(&mut tx, &actor, &organization).await?,
        ..said
    };
    let raw = fill(&said).to_map();
    let id = case::start_change(&mut tx, granted, &raw, &said).await?;
    let to = urls::case_form(id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}
