//! Leaving an organization in peace until a day, and no longer.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{NaiveDate, TimeDelta};
use sqlx::PgConnection;

use super::organization::crumbs;
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::organization::policy::{self, CanDelay};
use crate::organization::standing::{self, Step};
use crate::organization::{Organization, team};
use crate::say;
use crate::values::{Prose, RegistryNumber};
use crate::web::desk_organizations::seen;
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Path, Result, Sheet, dates, filters,
    html_with, redirect_with_flash, see, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

/// The longest delay, in days.
const LONGEST: i64 = 365;

const DAY_SAID: dates::Coming = dates::Coming {
    past: "standing-day-past",
    far: "standing-delay-far",
    missing: "standing-day-missing",
};

#[derive(Template)]
#[template(path = "standings/delay.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    step: Option<Step>,
    /// Whether somebody else delayed it meanwhile.
    overtaken: bool,
}

impl EditPage {
    async fn load(
        conn: &mut PgConnection,
        chrome: &Chrome,
        organization: Organization,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let standing = urls::desk_organization_part(organization.number, "standing");
        Ok(Self {
            page: crumbs(chrome, &organization)
                .crumb(standing, say::t(lang, "standing-one-title"))
                .crumb("", say::t(lang, "standing-delay-title")),
            form,
            step: standing::step_of(conn, organization.id).await?,
            organization,
            overtaken: false,
        })
    }

    /// What the form says that it has seen.
    fn seen(&self) -> String {
        let until = self.step.and_then(|step| step.delayed_until);
        until.map(|until| until.to_string()).unwrap_or_default()
    }

    fn action(&self) -> String {
        urls::desk_organization_part(self.organization.number, "standing/delay")
    }

    fn back(&self) -> String {
        urls::desk_organization_part(self.organization.number, "standing")
    }
}

async fn granted(
    conn: &mut PgConnection,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<CanDelay> {
    let (organization, _) = seen(conn, actor, number).await?;
    let own = team::role_of_actor(conn, organization.id, actor).await?;
    Ok(policy::delay(actor, &organization, own)?)
}

/// `GET /desk/organizations/{number}/standing/delay`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let granted = granted(&mut read, &actor, number).await?;
    let organization = granted.organization().clone();
    let page = EditPage::load(&mut read, &chrome, organization, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/standing/delay`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(mut fields): Form,
) -> Answer {
    let granted = granted(&mut tx, &actor, number).await?;
    let (until, why) = match read(&fields, tx.today()) {
        Ok(read) => read,
        Err(mistakes) => {
            let organization = granted.organization().clone();
            let form = Sheet::with(fields, mistakes);
            let page = EditPage::load(&mut tx, &chrome, organization, form).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    let seen = fields.get("seen").parse().ok();
    let (person, key) = (actor.person()?.id, Sheet::of(fields.clone()).key());
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    match standing::delay(&mut tx, &granted, seen, until, &why).await {
        Err(crate::Error::Overtaken) => {
            let organization = granted.organization().clone();
            fields.remove(crate::web::KEY);
            let page = EditPage {
                overtaken: true,
                ..EditPage::load(&mut tx, &chrome, organization, Sheet::of(fields)).await?
            };
            return html_with(StatusCode::CONFLICT, chrome.lang, page);
        }
        done => done?,
    }
    let to = urls::desk_organization_part(number, "standing");
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, "flash-standing-delayed")
}

/// `POST /desk/organizations/{number}/standing/delay/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let granted = granted(&mut tx, &actor, number).await?;
    standing::end_delay(&mut tx, &granted).await?;
    let to = urls::desk_organization_part(number, "standing");
    redirect_with_flash(&app, tx.commit().await?, to, "flash-standing-delay-ended")
}

fn read(fields: &Fields, today: NaiveDate) -> Result<(NaiveDate, Prose), Mistakes> {
    let mut reader = fields.reader();
    let longest = TimeDelta::days(LONGEST);
    let until = dates::coming(&mut reader, "until", today, longest, DAY_SAID);
    let why = reader.required("reason", |text| Prose::parse(text, MOST));
    reader.done()?;
    // What is missing was noted as a mistake.
    until.zip(why).ok_or_else(Mistakes::default)
}
