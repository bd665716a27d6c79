//! The certificates that an organization was issued, and issuing one more.

use askama::Template;
use sqlx::PgConnection;

use super::urls;
use crate::actor::Actor;
use crate::certificate::{self, Certificate, Standing, policy};
use crate::db::{self, Read, Tx};
use crate::organization::{self, Organization, team};
use crate::say;
use crate::values::{RegistryNumber, TeamRole};
use crate::web::{
    Answer, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html, redirect, see,
};

#[derive(Template)]
#[template(path = "certificates/issued.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    action: String,
    back: String,
    may_issue: bool,
    issued: Vec<Row>,
}

/// A certificate in the list.
struct Row {
    href: String,
    pdf: String,
    certificate: Certificate,
    is_valid: bool,
}

impl IndexPage {
    fn lang(&self) -> &str {
        let language = self.organization.name_language.as_deref();
        language.unwrap_or_default()
    }
}

/// The organization, for somebody of its team.
pub(super) async fn own(
    conn: &mut PgConnection,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<(Organization, TeamRole)> {
    actor.person()?;
    let found = organization::find_by_number(conn, number)
        .await?
        .ok_or(Error::NotFound)?;
    let own = team::role_of_actor(conn, found.id, actor).await?;
    Ok((found, own.ok_or(Error::NotFound)?))
}

/// `GET /home/organizations/{number}/certificates`
pub async fn index(
    actor: Actor,
    chrome: Chrome,
    mut conn: Read,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let (organization, role) = own(&mut conn, &actor, number).await?;
    let granted = policy::list(&actor, &organization, Some(role))?;
    let issued = certificate::of_organization(&mut conn, &granted).await?;
    let (lang, today) = (chrome.lang, conn.today());
    html(
        lang,
        IndexPage {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(urls::my_organization(number), organization.name.clone())
                .crumb("", say::t(lang, "certificates-title")),
            form: Sheet::empty(),
            action: urls::my_organization_certificates(number),
            back: urls::my_organization(number),
            may_issue: policy::issue(&actor, &organization, Some(role)).is_ok(),
            issued: issued
                .into_iter()
                .map(|certificate| Row {
                    href: urls::my_organization_certificate(number, certificate.id),
                    pdf: urls::my_organization_certificate_pdf(number, certificate.id),
                    is_valid: certificate.standing(today) == Standing::Valid,
                    certificate,
                })
                .collect(),
            organization,
        },
    )
}

/// `POST /home/organizations/{number}/certificates`
pub async fn create(
    actor: Actor,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(sent): Form,
) -> Answer {
    let (organization, role) = own(&mut tx, &actor, number).await?;
    let granted = policy::issue(&actor, &organization, Some(role))?;
    let person = actor.person()?.id;
    let key = Sheet::of(sent).key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let id = certificate::issue(&mut tx, granted).await?;
    let to = urls::my_organization_certificate(number, id);
    db::finish(&mut tx, person, key, &to).await?;
    redirect(tx.commit().await?, to)
}
