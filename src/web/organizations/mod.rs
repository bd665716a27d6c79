//! An organization's public page: whoever holds its number learns whether its registration is in force.

mod leaders;
mod linked;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;
use chrono::NaiveDate;

use self::linked::linked;
use super::contributions::{Sums, public_sums};
use super::directory::dir_of;
use super::groups::answers;
use super::{
    Answer, App, Chrome, Error, Page, Path, Query, areas, filters, html, markdown, moved,
    particulars, say, see, urls,
};
use crate::db::Read;
use crate::group;
use crate::initiative;
use crate::leader::{self, PublicOfficer};
use crate::organization::standing::{self, ReasonReach, Shown};
use crate::organization::{self, PublicOrganization, PublicPlace, Text};
use crate::values::{Lang, LanguageTag, PartialDate, RegistryNumber, Wording, for_reader};

#[derive(Template)]
#[template(path = "organizations/show.html")]
struct ShowPage {
    page: Page,
    organization: PublicOrganization,
    /// What is said of its standing to everybody.
    shown: Shown,
    /// The day since which nothing is older that the organization said of itself.
    confirmed: Option<NaiveDate>,
    /// What it says of itself, the reader's language first.
    about: Vec<Text>,
    areas: Vec<String>,
    officers: Vec<Officer>,
    groups: Vec<Membership>,
    initiatives: Vec<Carried>,
    sums: Sums,
    /// The number under which it was looked for, if that one was merged into this.
    merged_from: Option<RegistryNumber>,
    /// Its page at the desk, for those who have one.
    desk: Option<String>,
    /// The same for machines: schema.org in JSON-LD, safe inside of a script element.
    linked: String,
}

/// Somebody in office who agreed to be shown.
struct Officer {
    href: String,
    name: String,
    lang: String,
    dir: &'static str,
    title: String,
    title_lang: String,
    /// Whether they only act in it.
    acting: bool,
}

/// A group that it is in.
struct Membership {
    href: String,
    name: String,
    lang: String,
    kind_key: &'static str,
    role_key: &'static str,
    /// That the group is over, or when it will be, in words; empty where no end is known.
    ending: String,
}

/// An initiative that it carries.
struct Carried {
    href: String,
    title: String,
    lang: String,
    stage_key: &'static str,
    role_key: &'static str,
}

pub fn routes() -> Router<App> {
    Router::new()
        .route("/organizations/{number}", get(show))
        .route("/organizations/{number}/leaders", get(leaders::index))
}

async fn show(
    State(app): State<App>,
    chrome: Chrome,
    mut read: Read,
    Path(typed): Path<String>,
    Query(fields): Query,
) -> Answer {
    let number = RegistryNumber::parse(&typed).map_err(|_| Error::NotFound)?;
    let vault = read.vault();
    let organization = organization::find_public(&mut read, &vault, number)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(into) = organization.merged_into {
        return moved(format!("{}?from={number}", urls::organization(into)));
    }
    // One organization has one address, however its number was typed.
    if typed != number.to_string() {
        return see(urls::organization(number));
    }
    let lang = chrome.lang;
    let merged_from = match RegistryNumber::parse(fields.get("from")) {
        Ok(from) => organization::find_by_number(&mut read, from)
            .await?
            .filter(|other| other.merged_into == Some(organization.id))
            .map(|other| other.number),
        Err(_) => None,
    };
    let today = read.today();
    let officers = leader::public_officers(&mut read, organization.id, today).await?;
    let mut seats = group::of_organization(&mut read, organization.id).await?;
    let mut left = group::ended_of_organization(&mut read, organization.id).await?;
    let scope = initiative::policy::public();
    let mut parts = initiative::of_organization(&mut read, scope, organization.id).await?;
    // Whoever is struck off is not shown as anybody's member or partner, there or here.
    if !organization.standing.takes_part() {
        seats.clear();
        left.clear();
        parts.clear();
    }
    let sums = public_sums(&mut read, lang, organization.id).await?;
    let shown = standing::shown(&mut read, &vault, organization.id, ReasonReach::Public).await?;
    let areas = areas::names(lang, &organization.areas);
    let confirmed = organization::confirmed(&mut read, organization.id).await?;
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "directory-title"))
        .crumb(
            urls::country(organization.host_country),
            organization.host_country.name(lang),
        );
    html(
        lang,
        ShowPage {
            linked: linked(&app.config.url, &organization, &areas, (&shown, &seats)),
            shown,
            areas,
            confirmed: confirmed.whole(),
            about: about(lang, &organization),
            officers: officers.iter().map(|one| officer(lang, one)).collect(),
            groups: seats
                .iter()
                .chain(&left)
                .map(|seat| membership((lang, today), seat))
                .collect(),
            initiatives: parts.iter().map(|part| carried(lang, part)).collect(),
            sums,
            merged_from,
            desk: chrome
                .actor()
                .has_desk()
                .then(|| urls::desk_organization(number)),
            organization,
            page,
        },
    )
}

impl ShowPage {
    /// The name it goes by.
    fn main_name(&self) -> &organization::Name {
        &self.organization.names[0]
    }

    /// The key of what its standing means.
    fn standing_key(&self) -> String {
        format!("organization-{}", self.organization.standing.key())
    }

    /// The direction of a text in this language.
    fn dir(&self, language: Option<&LanguageTag>) -> &'static str {
        dir_of(language)
    }

    /// What it says of itself, as it marked it up.
    fn marked(&self, text: &Text) -> String {
        markdown::to_html(&text.text)
    }

    /// A year, or a day in words.
    fn date(&self, date: &PartialDate) -> String {
        particulars::date(self.page.lang, *date)
    }

    /// The years in which it went by a name.
    fn years(&self, name: &organization::Name) -> Option<String> {
        particulars::years(name)
    }

    /// A place, as far as it is shown.
    fn place(&self, place: &PublicPlace) -> String {
        let country = self.organization.host_country.name(self.page.lang);
        let said = [&place.address, &place.city].into_iter().flatten();
        let said: Vec<&str> = said.map(|line| line.as_str()).chain([country]).collect();
        say::list(self.page.lang, &said)
    }

    /// A telephone number as `tel:` takes it (RFC 3966): digits, and a plus in front.
    fn telephone(&self, number: &str) -> String {
        number
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect()
    }
}

/// What it says of itself, in the language of the reader if it does.
fn about(lang: Lang, organization: &PublicOrganization) -> Vec<Text> {
    let first = for_reader(&organization.about, lang, |text| Some(&text.language));
    let others = organization
        .about
        .iter()
        .filter(|text| Some(*text) != first);
    first.into_iter().chain(others).cloned().collect()
}

fn tag(language: Option<&LanguageTag>) -> String {
    language.map(ToString::to_string).unwrap_or_default()
}

fn officer(lang: Lang, one: &PublicOfficer) -> Officer {
    let name = leader::LeaderName::for_reader(&one.names, lang);
    let language = name.and_then(|name| name.language.as_ref());
    let (title, title_language) = one.office.title_for(lang);
    Officer {
        href: urls::leader(one.id),
        name: name.map(|name| name.text.to_string()).unwrap_or_default(),
        lang: tag(language),
        dir: dir_of(language),
        title: title.to_string(),
        title_lang: tag(title_language),
        acting: one.office.acting,
    }
}

fn membership((lang, today): (Lang, NaiveDate), seat: &group::Seat) -> Membership {
    let name = Wording::for_reader(&seat.names, lang);
    Membership {
        href: urls::group(seat.group),
        name: name.map(|name| name.text.to_string()).unwrap_or_default(),
        lang: tag(name.map(|name| &name.language)),
        kind_key: seat.kind.key(),
        role_key: seat.role.key(),
        ending: answers::ending(lang, seat.end, today),
    }
}

fn carried(lang: Lang, part: &initiative::Part) -> Carried {
    let text = initiative::InitiativeText::for_reader(&part.texts, lang);
    Carried {
        href: urls::initiative(part.initiative),
        title: text.map(|text| text.title.to_string()).unwrap_or_default(),
        lang: tag(text.map(|text| &text.language)),
        stage_key: part.stage.key(),
        role_key: part.role.key(),
    }
}
