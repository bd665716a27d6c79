//! A certificate as it is printed: in every language of the portal, with the names in their own scripts.

use askama::Template;
use axum::extract::State;

use super::said::{Said, Words};
use super::urls;
use crate::actor::Actor;
use crate::certificate::Certificate;
use crate::db::Read;
use crate::ids::CertificateId;
use crate::organization::Name;
use crate::say;
use crate::values::RegistryNumber;
use crate::web::{Answer, App, Chrome, Page, Path, filters, html};

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
    pdf: String,
    back: String,
}

/// `GET /home/organizations/{number}/certificates/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut conn: Read,
    Path((number, id)): Path<(RegistryNumber, CertificateId)>,
) -> Answer {
    let lang = chrome.lang;
    let said = Said::find(&mut conn, &app, &actor, (number, id), lang).await?;
    html(
        lang,
        PaperPage {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(
                    urls::my_organization(number),
                    said.organization.name.clone(),
                )
                .crumb(
                    urls::my_organization_certificates(number),
                    say::t(lang, "certificates-title"),
                )
                .crumb("", said.certificate.number.to_string()),
            names: said.names,
            words: said.words,
            address: said.address,
            qr: urls::verify_qr(&said.certificate.code),
            pdf: urls::my_organization_certificate_pdf(number, id),
            back: urls::my_organization_certificates(number),
            certificate: said.certificate,
        },
    )
}
