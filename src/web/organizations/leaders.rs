//! Who spoke for an organization on a day: those in office then who agree today to be shown.

use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;

use crate::db::Read;
use crate::leader;
use crate::organization::{self, Organization};
use crate::say;
use crate::values::RegistryNumber;
use crate::web::coordination::{Spoken, term};
use crate::web::{
    Answer, Chrome, Error, Page, Path, Query, Sheet, dates, filters, html_with, moved, urls,
};

#[derive(Template)]
#[template(path = "organizations/leaders.html")]
struct IndexPage {
    page: Page,
    form: Sheet,
    here: String,
    organization: Organization,
    day: NaiveDate,
    officers: Vec<Officer>,
    /// Where somebody says that they lead it; nowhere, where it takes part in nothing any more.
    lead: String,
}

struct Officer {
    href: String,
    name: Spoken,
    title: Spoken,
    acting: bool,
    dates: String,
}

/// `GET /organizations/{number}/leaders`
pub async fn index(
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<RegistryNumber>,
    Query(query): Query,
) -> Answer {
    let (lang, today) = (chrome.lang, read.today());
    let organization = organization::find_by_number(&mut read, number)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(into) = organization.merged_into {
        let into = organization::find(&mut read, into)
            .await?
            .ok_or(Error::NotFound)?;
        return moved(urls::organization_leaders(into.number));
    }
    let (form, day) = dates::on(query, today);
    let officers = leader::public_officers(&mut read, organization.id, day).await?;
    let status = match form.mistakes().is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "directory-title"))
        .crumb(urls::organization(number), organization.name.clone())
        .crumb("", say::t(lang, "leaders-on-title"));
    let page = IndexPage {
        page,
        lead: match organization.standing.takes_part() {
            true => urls::leader_entry_new(number),
            false => String::new(),
        },
        form,
        here: urls::organization_leaders(number),
        day,
        officers: officers
            .iter()
            .map(|one| Officer {
                href: urls::leader(one.id),
                name: Spoken::leader(&one.names, lang),
                title: Spoken::office(&one.office, lang),
                acting: one.office.acting,
                dates: term(lang, one.office.since, one.office.until),
            })
            .collect(),
        organization,
    };
    html_with(status, lang, page)
}
