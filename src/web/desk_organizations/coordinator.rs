//! Giving an organization into a coordinator's hands, handing it over, and letting go of it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use super::seen;
use crate::account;
use crate::actor::Actor;
use crate::assignment::{self, policy};
use crate::db::{Read, Tx};
use crate::ids::{AccountId, AssignmentId};
use crate::organization::Organization;
use crate::say;
use crate::values::{Problem, RegistryNumber};
use crate::vault::Vault;
use crate::web::coordinators::{Suggested, suggested};
use crate::web::desk::colleagues;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters, html,
    html_with, redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "desk_organizations/coordinator.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    people: Vec<(String, String)>,
    /// Whom rules and load suggest.
    suggested: Option<Suggested>,
}

impl EditPage {
    async fn load(
        conn: &mut PgConnection,
        (vault, today, now): (&Vault, NaiveDate, DateTime<Utc>),
        chrome: &Chrome,
        organization: Organization,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb("/desk", say::t(lang, "nav-desk"))
            .crumb(
                urls::desk_organization(organization.number),
                organization.name.clone(),
            )
            .crumb("", say::t(lang, "assignments-title"));
        let when = (vault, today, now);
        let suggested = suggested(conn, lang, when, &[organization.id]).await?;
        Ok(Self {
            page,
            form,
            suggested: suggested.into_values().next(),
            organization,
            people: colleagues(conn, vault, lang, today).await?,
        })
    }
}

/// `GET /desk/organizations/{number}/coordinator`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (vault, today, now) = (conn.vault(), conn.today(), conn.now());
    let (organization, _) = seen(&mut conn, &actor, number).await?;
    policy::assign(&actor)?;
    let mut fields = Fields::default();
    if let Some(there) = assignment::of_organization(&mut conn, organization.id).await? {
        fields.set("seen", there.id.to_string());
        fields.set("coordinator", there.account.to_string());
    }
    let form = Sheet::of(fields);
    let page = EditPage::load(&mut conn, (&vault, today, now), &chrome, organization, form).await?;
    html(chrome.lang, page)
}

/// `POST /desk/organizations/{number}/coordinator`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let granted = policy::assign(&actor)?;
    let mut reader = fields.reader();
    let to = reader.required("coordinator", |text| {
        text.parse::<AccountId>().map_err(|_| match text {
            "" => Problem::Required,
            _ => Problem::UnknownCode,
        })
    });
    // The page put it there; whoever changes it changes what they say they saw.
    let seen = fields.get("seen").parse::<AssignmentId>().ok();
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let Some(to) = to {
        match assignment::assign(&mut tx, &granted, organization.id, to, seen).await {
            Ok(_) => {
                let (vault, today) = (tx.vault(), tx.today());
                let is_away = !account::away(&mut tx, &vault, &[to], today)
                    .await?
                    .is_empty();
                let flash = match is_away {
                    true => "flash-coordinator-assigned-away",
                    false => "flash-coordinator-assigned",
                };
                // Whoever gave it away from a list goes on with the list.
                let to = match fields.get("from") {
                    "workbench" => urls::DESK_WORKBENCH.to_owned(),
                    _ => urls::desk_organization(number),
                };
                return redirect_with_flash(&app, tx.commit().await?, to, flash);
            }
            Err(crate::Error::NotFound) => {
                mistakes = Mistakes::one("coordinator", "assignments-gone");
            }
            Err(crate::Error::Denied(_)) => {
                mistakes = Mistakes::one("coordinator", "assignments-own");
            }
            Err(error) => return Err(error.into()),
        }
    }
    let form = Sheet::with(fields, mistakes);
    let when = (&tx.vault(), tx.today(), tx.now());
    let page = EditPage::load(&mut tx, when, &chrome, organization, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/coordinator/release`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    seen(&mut tx, &actor, number).await?;
    let granted = policy::assign(&actor)?;
    let assignment = fields.get("seen").parse().map_err(|_| Error::NotFound)?;
    assignment::release(&mut tx, &granted, assignment).await?;
    let (done, to) = (tx.commit().await?, urls::desk_organization(number));
    redirect_with_flash(&app, done, to, "flash-coordinator-released")
}
