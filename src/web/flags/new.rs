//! Raising a flag about an organization.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::flag::{self, New, policy};
use crate::organization::{Organization, team};
use crate::say;
use crate::values::RegistryNumber;
use crate::vault::Vault;
use crate::web::desk::colleagues;
use crate::web::desk_organizations::seen;
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, see, urls,
};

use super::show::{day, owner, words};

#[derive(Template)]
#[template(path = "flags/new.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    people: Vec<(String, String)>,
}

impl NewPage {
    async fn load(
        conn: &mut PgConnection,
        (vault, today): (&Vault, NaiveDate),
        chrome: &Chrome,
        organization: Organization,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let page = chrome
            .page()
            .crumb(urls::DESK, say::t(lang, "desk-title"))
            .crumb(
                urls::desk_organization(organization.number),
                organization.name.clone(),
            )
            .crumb("", say::t(lang, "flag-new-title"));
        Ok(Self {
            page,
            form,
            organization,
            people: colleagues(conn, vault, lang, today).await?,
        })
    }

    fn action(&self) -> String {
        urls::desk_organization_part(self.organization.number, "flags")
    }

    fn back(&self) -> String {
        urls::desk_organization(self.organization.number)
    }
}

/// `GET /desk/organizations/{number}/flags`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (organization, _) = seen(&mut read, &actor, number).await?;
    let own = team::role_of_actor(&mut read, organization.id, &actor).await?;
    policy::raise(&actor, &organization, own)?;
    let (vault, today) = (read.vault(), read.today());
    let known = (&vault, today);
    let page = NewPage::load(&mut read, known, &chrome, organization, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/flags`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(sent): Form,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    let own = team::role_of_actor(&mut tx, organization.id, &actor).await?;
    let granted = policy::raise(&actor, &organization, own)?;
    let mut reader = sent.reader();
    let said = words(&mut reader, "words");
    let due_on = day(&mut reader, tx.today());
    let to = owner(&mut reader);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(words), Some(due_on), Some(owner)) = (said, due_on, to) {
        let (person, key) = (actor.person()?.id, Sheet::of(sent.clone()).key());
        if let Some(there) = db::claim(&mut tx, person, key).await? {
            return see(there);
        }
        let new = New {
            words,
            due_on,
            owner,
        };
        match flag::raise(&mut tx, &granted, &new).await {
            Ok(id) => {
                let to = urls::desk_flag(id);
                db::finish(&mut tx, person, key, &to).await?;
                return redirect_with_flash(&app, tx.commit().await?, to, "flash-flag-raised");
            }
            Err(crate::Error::NotFound) => {
                mistakes = Mistakes::one("owner", "assignments-gone");
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (vault, today, form) = (tx.vault(), tx.today(), Sheet::with(sent, mistakes));
    let page = NewPage::load(&mut tx, (&vault, today), &chrome, organization, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}
