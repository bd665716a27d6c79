//! What a certificate says: one source of its words, for the page that is printed and for the file that is sent.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::issued::own;
use super::urls;
use crate::actor::Actor;
use crate::certificate::{self, Certificate, policy};
use crate::ids::CertificateId;
use crate::organization::{self, Name, Organization};
use crate::say;
use crate::values::{Lang, RegistryNumber};
use crate::web::{App, Error, Result};

/// A certificate, with all that stands on it.
pub struct Said {
    /// The certificate.
    pub certificate: Certificate,
    /// Of which organization.
    pub organization: Organization,
    /// The names of the organization.
    pub names: Vec<Name>,
    /// The rest, in every language: the reader's own first, as it is the largest on the paper.
    pub words: Vec<Words>,
    /// The address to ask at, as people type it.
    pub address: String,
}

/// What the paper says, in one language.
pub struct Words {
    /// Which.
    pub lang: Lang,
    /// What the paper is.
    pub title: String,
    /// What it says of the names.
    pub says: String,
    /// Facts: what each is called, and what it is.
    pub rows: Vec<(String, String)>,
    /// How to learn what is true today.
    pub ask: String,
}

impl Said {
    /// Finds it for somebody of the organization's team.
    pub async fn find(
        conn: &mut PgConnection,
        app: &App,
        actor: &Actor,
        (number, id): (RegistryNumber, CertificateId),
        lang: Lang,
    ) -> Result<Self> {
        let (organization, role) = own(conn, actor, number).await?;
        let granted = policy::list(actor, &organization, Some(role))?;
        let certificate = certificate::find(conn, &granted, id)
            .await?
            .ok_or(Error::NotFound)?;
        let names = organization::names(conn, organization.id).await?;
        let mut languages = Lang::ALL.to_vec();
        languages.sort_by_key(|other| *other != lang);
        Ok(Self {
            names,
            words: languages
                .into_iter()
                .map(|lang| Words::of(lang, &organization, &certificate))
                .collect(),
            address: format!("{}{}", app.config.url, urls::verify(&certificate.code)),
            certificate,
            organization,
        })
    }
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
