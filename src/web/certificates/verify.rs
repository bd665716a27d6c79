//! What is true today of an organization whose certificate somebody holds in their hand. For everybody; for no search engine.

use askama::Template;
use axum::http::StatusCode;

use super::urls;
use crate::certificate::{self, Certificate, Code, Standing};
use crate::db::Read;
use crate::organization::{self, Name, Organization};
use crate::say;
use crate::values::{LanguageTag, Problem};
use crate::web::{
    Answer, Chrome, Mistakes, Page, Path, Query, Sheet, filters, html, html_with, see,
};

#[derive(Template)]
#[template(path = "certificates/ask.html")]
struct AskPage {
    page: Page,
    form: Sheet,
    is_unknown: bool,
}

#[derive(Template)]
#[template(path = "certificates/verify.html")]
struct VerifyPage {
    page: Page,
    certificate: Certificate,
    organization: Organization,
    names: Vec<Name>,
    /// What it was merged into.
    merged_into: Option<Organization>,
    is_valid: bool,
    is_expired: bool,
    href: String,
}

/// `GET /verify`: for whoever types the code from the paper.
pub async fn index(chrome: Chrome, Query(query): Query) -> Answer {
    if !query.sent("code") {
        return ask(&chrome, StatusCode::OK, Sheet::empty(), false);
    }
    match Code::parse(query.get("code")) {
        Ok(code) => see(urls::verify(&code)),
        Err(problem) => {
            let mut mistakes = Mistakes::default();
            match problem {
                Problem::Required => mistakes.problem("code", problem),
                _ => mistakes.add("code", "certificate-code-bad"),
            }
            let form = Sheet::with(query, mistakes);
            ask(&chrome, StatusCode::UNPROCESSABLE_ENTITY, form, false)
        }
    }
}

/// `GET /verify/{code}`
pub async fn show(chrome: Chrome, mut conn: Read, Path(typed): Path<String>) -> Answer {
    let unknown = || ask(&chrome, StatusCode::NOT_FOUND, Sheet::empty(), true);
    let Ok(code) = Code::parse(&typed) else {
        return unknown();
    };
    if typed != code.plain() {
        return see(urls::verify(&code));
    }
    let Some(certificate) = certificate::verify(&mut conn, &code).await? else {
        return unknown();
    };
    let Some(organization) = organization::find(&mut conn, certificate.organization).await? else {
        return unknown();
    };
    let names = organization::names(&mut conn, organization.id).await?;
    let merged_into = match organization.merged_into {
        Some(into) => organization::find(&mut conn, into).await?,
        None => None,
    };
    let is_expired = certificate.standing(conn.today()) == Standing::Expired;
    html(
        chrome.lang,
        VerifyPage {
            page: chrome.page(),
            is_valid: organization.standing.in_force() && !is_expired,
            is_expired,
            names,
            href: urls::organization(merged_into.as_ref().unwrap_or(&organization).number),
            merged_into,
            certificate,
            organization,
        },
    )
}

fn ask(chrome: &Chrome, status: StatusCode, form: Sheet, is_unknown: bool) -> Answer {
    html_with(
        status,
        chrome.lang,
        AskPage {
            page: chrome.page(),
            form,
            is_unknown,
        },
    )
}

impl VerifyPage {
    /// The key of what its standing means.
    fn standing_key(&self) -> String {
        format!("organization-{}", self.organization.standing.key())
    }

    fn title(&self) -> String {
        say::t(
            self.page.lang,
            match (self.is_valid, self.is_expired) {
                (true, _) => "verify-good",
                (false, true) if self.organization.standing.in_force() => "verify-expired",
                _ => "verify-not-in-force",
            },
        )
    }

    fn tone(&self) -> &'static str {
        match (self.is_valid, self.organization.standing.in_force()) {
            (true, _) => "good",
            (false, true) => "due",
            _ => "bad",
        }
    }

    fn dir(&self, language: Option<&LanguageTag>) -> &'static str {
        language.map_or("auto", |tag| tag.direction().code())
    }
}
