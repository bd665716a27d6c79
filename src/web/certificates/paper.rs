//! A certificate as it is printed: in every language of the portal, with the names in their own scripts.

use askama::Template;
use axum::extract::State;
use chrono::NaiveDate;

use super::issued::own;
use super::urls;
use crate::actor::Actor;
use crate::certificate::{self, Certificate, policy};
use crate::db::Read;
use crate::ids::CertificateId;
use crate::organization::{self, Name, Organization};
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::{Answer, App, Chrome, Error, Page, Path, filters, html};

#[derive(Template)]
#[template(path = "certificates/paper.html")]
struct PaperPage {
    page: Page,
    certificate: Certificate,
    names: Vec<Name>,
    words: Vec<Words>,
    /// The address to ask at, as people type it.
    address: String,
    qr: String,
    back: String,
}

/// What the paper says, in one language.
struct Words {
    lang: Lang,
    title: String,
    says: String,
    rows: Vec<(String, String)>,
    ask: String,
}

/// `GET /home/organizations/{number}/certificates/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut conn: Read,
    Path((number, id)): Path<(RegistryNumber, CertificateId)>,
) -> Answer {
    let (organization, role) = own(&mut conn, &actor, number).await?;
    let granted = policy::list(&actor, &organization, Some(role))?;
    let certificate = certificate::find(&mut conn, &granted, id)
        .await?
        .ok_or(Error::NotFound)?;
    let names = organization::names(&mut conn, organization.id).await?;
    let lang = chrome.lang;
    // The reader's language first: it is the largest on the paper.
    let mut languages = Lang::ALL.to_vec();
    languages.sort_by_key(|other| *other != lang);
    html(
        lang,
        PaperPage {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(urls::my_organization(number), organization.name.clone())
                .crumb(
                    urls::my_organization_certificates(number),
                    say::t(lang, "certificates-title"),
                )
                .crumb("", certificate.number.to_string()),
            names,
            words: languages
                .into_iter()
                .map(|lang| Words::of(lang, &organization, &certificate))
                .collect(),
            address: format!("{}{}", app.config.url, urls::verify(&certificate.code)),
            qr: urls::verify_qr(&certificate.code),
            back: urls::my_organization_certificates(number),
            certificate,
        },
    )
}

impl Words {
    fn of(lang: Lang, organization: &Organization, certificate: &Certificate) -> Self {
        let t = |key| say::t(lang, key);
        let day = |day: NaiveDate| say::day(lang, day);
        let mut rows = vec![
            (
                t("certificate-registry-number"),
                organization.number.to_string(),
            ),
            (
                t("certificate-host"),
                organization.host_country.name(lang).to_owned(),
            ),
        ];
        if let Some(on) = organization.registered_on {
            rows.push((t("certificate-registered-on"), day(on)));
        }
        rows.push((t("certificate-number"), certificate.number.to_string()));
        rows.push((t("certificate-issued-on"), day(certificate.issued_on)));
        rows.push((t("certificate-valid-until"), day(certificate.valid_until)));
        Self {
            lang,
            title: t("certificate-paper-title"),
            says: t("certificate-paper-says"),
            ask: t("certificate-paper-ask"),
            rows,
        }
    }
}
