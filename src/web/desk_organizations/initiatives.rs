//! Asking an organization to carry an initiative, and ending that, at the organization's own page.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::seen;
use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::ids::{AssignmentId, InitiativeId};
use crate::initiative::{self, Filter, Scope, policy};
use crate::organization::Organization;
use crate::say;
use crate::values::{InitiativeRole, Problem, RegistryNumber};
use crate::web::coordination::{Spoken, choices};
use crate::web::initiatives::asked::sentence;
use crate::web::{
    Answer, App, Chrome, Form, Mistakes, Page, Path, Result, Sheet, filters, html, html_with,
    redirect_with_flash, urls,
};

/// How many initiatives the list offers; the others are reached from their own pages.
const MOST: i64 = 1_000;

#[derive(Template)]
#[template(path = "desk_organizations/initiative.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    initiatives: Vec<(String, String)>,
    roles: Vec<(&'static str, String)>,
}

impl NewPage {
    async fn load(
        conn: &mut PgConnection,
        chrome: &Chrome,
        scope: Scope,
        organization: Organization,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let all = initiative::list(conn, scope, &Filter::default(), 0, MOST).await?;
        let page = chrome
            .page()
            .crumb("/desk", say::t(lang, "nav-desk"))
            .crumb(
                urls::desk_organization(organization.number),
                organization.name.clone(),
            )
            .crumb("", say::t(lang, "initiatives-join"));
        Ok(Self {
            page,
            form,
            initiatives: all
                .iter()
                .filter(|one| !one.stage.is_over())
                .map(|one| (one.id.to_string(), Spoken::title(&one.texts, lang).text))
                .collect(),
            roles: choices(
                lang,
                InitiativeRole::ALL,
                InitiativeRole::code,
                InitiativeRole::key,
            ),
            organization,
        })
    }
}

/// `GET /desk/organizations/{number}/initiatives`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (organization, _) = seen(&mut conn, &actor, number).await?;
    policy::keep(&actor)?;
    let scope = policy::desk(&actor)?;
    let page = NewPage::load(&mut conn, &chrome, scope, organization, Sheet::empty()).await?;
    html(chrome.lang, page)
}

/// `POST /desk/organizations/{number}/initiatives`
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(fields): Form,
) -> Answer {
    let (organization, _) = seen(&mut tx, &actor, number).await?;
    policy::keep(&actor)?;
    let scope = policy::desk(&actor)?;
    let mut reader = fields.reader();
    let id = reader.required("initiative", |text| {
        text.parse::<InitiativeId>().map_err(|_| match text {
            "" => Problem::Required,
            _ => Problem::UnknownCode,
        })
    });
    let role = reader.required("role", InitiativeRole::parse);
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let (Some(id), Some(role)) = (id, role) {
        mistakes = match initiative::find(&mut tx, scope, id).await? {
            None => Mistakes::one("initiative", Problem::UnknownCode.key()),
            Some(_) => {
                match initiative::ask(&mut tx, &policy::ask(&actor, id)?, organization.id, role)
                    .await?
                {
                    Ok(_) => {
                        let (done, to) = (tx.commit().await?, urls::desk_initiative(id));
                        return redirect_with_flash(
                            &app,
                            done,
                            to,
                            "flash-initiative-partner-asked",
                        );
                    }
                    Err(why) => Mistakes::one("initiative", sentence(why)),
                }
            }
        };
    }
    let form = Sheet::with(fields, mistakes);
    let page = NewPage::load(&mut tx, &chrome, scope, organization, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/initiatives/{id}/ending`
pub async fn destroy(
    actor: Actor,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, id)): Path<(RegistryNumber, AssignmentId)>,
) -> Answer {
    seen(&mut tx, &actor, number).await?;
    initiative::remove(&mut tx, &policy::keep(&actor)?, id).await?;
    let (done, to) = (tx.commit().await?, urls::desk_organization(number));
    redirect_with_flash(&app, done, to, "flash-initiative-partner-removed")
}
