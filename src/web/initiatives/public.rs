//! An initiative, as anybody sees it once it is published.

use askama::Template;
use axum::extract::State;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::facts::Facts;
use super::files::Tiles;
use crate::contribution::Reach;
use crate::db::Read;
use crate::ids::InitiativeId;
use crate::initiative::files::{self, InitiativeFile};
use crate::initiative::{
    self, FileUse, Initiative, Partner, Place, PlaceSide, Said, Want, WantSide, policy,
};
use crate::say;
use crate::values::{InitiativeStage, Lang};
use crate::web::contributions::Sums;
use crate::web::coordination::Named;
use crate::web::overlaps::{Linked, linked};
use crate::web::{Answer, App, Chrome, Error, Page, Path, areas, filters, html, json_ld, urls};

/// How long an event lasts at most.
const EVENT_AT_MOST: TimeDelta = TimeDelta::days(31);

#[derive(Template)]
#[template(path = "initiatives/public.html")]
struct PublicPage {
    page: Page,
    facts: Facts,
    files: Tiles,
    partners: Vec<Named>,
    linked: Vec<Linked>,
    sums: Sums,
    map: String,
    json_ld: String,
}

/// `GET /initiatives/{id}`
pub async fn show(
    chrome: Chrome,
    State(app): State<App>,
    mut conn: Read,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let lang = chrome.lang;
    let initiative = initiative::find(&mut conn, policy::public(), id)
        .await?
        .ok_or(Error::NotFound)?;
    let mut partners = initiative::partners(&mut conn, id).await?;
    // Whoever is struck off is not shown as one of them.
    partners.retain(|it| it.organization.can_join());
    let linked = linked(&mut conn, policy::public(), id, lang, urls::initiative).await?;
    let shown = files::of_initiative(&mut conn, id).await?;
    let reach = Reach::PublicOfInitiative(id);
    let sums = Sums::of(&mut conn, lang, reach).await?;
    let facts = Facts::new(&initiative.said, lang);
    let page = chrome
        .page()
        .crumb(urls::INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb("", facts.title.text.clone());
    html(
        lang,
        PublicPage {
            page,
            facts,
            files: Tiles::new(lang, &shown),
            json_ld: machine_readable(
                &app.config.url,
                &initiative,
                (&partners, &shown),
                &sums,
                lang,
            ),
            partners: partners
                .iter()
                .map(|it| Named::new(&it.organization, it.role.key(), String::new()))
                .collect(),
            linked,
            sums,
            map: urls::map_of(&urls::initiative(id)),
        },
    )
}

fn machine_readable(
    url: &str,
    initiative: &Initiative,
    (partners, shown): (&[Partner], &[InitiativeFile]),
    sums: &Sums,
    lang: Lang,
) -> String {
    let said = &initiative.said;
    let titles = said
        .texts
        .iter()
        .map(|text| json_ld::said(&text.title, Some(&text.language)));
    let partners = partners.iter().map(|partner| {
        let of = &partner.organization;
        json!({
            "@type": "NGO",
            "@id": format!("{url}{}", urls::organization(of.number)),
            "name": json_ld::said(&of.name, of.name_language.as_deref()),
            "identifier": of.number,
        })
    });
    let pictures = shown.iter().filter(|it| it.used_as == FileUse::Picture);
    let summary = said.texts.iter().find_map(|text| {
        let summary = text.summary.as_ref()?;
        Some(json_ld::said(summary, Some(&text.language)))
    });
    let mut about = json!({
        "@context": "https://schema.org",
        "@id": format!("{url}{}", urls::initiative(initiative.id)),
        "name": titles.collect::<Vec<_>>(),
        "description": summary,
        "image": pictures.map(|it| image(url, it)).collect::<Vec<_>>(),
        "areaServed": said.places.iter().map(served).collect::<Vec<_>>(),
        "knowsAbout": areas::names(lang, &said.areas),
        "seeks": open_wants(said, WantSide::Need),
        "makesOffer": open_wants(said, WantSide::Offer),
        "additionalProperty": sums.machine_readable(),
        "sponsor": partners.collect::<Vec<_>>(),
    });
    let timing = match event(said) {
        Some(place) => json!({
            "@type": "Event",
            "startDate": said.starts_on,
            "endDate": said.ends_on,
            "location": served(place),
            "eventStatus": match said.stage {
                InitiativeStage::Stopped => "https://schema.org/EventCancelled",
                _ => "https://schema.org/EventScheduled",
            },
        }),
        None => json!({
            "@type": "Project",
            "foundingDate": said.starts_on,
            "dissolutionDate": said.ends_on,
        }),
    };
    if let (Value::Object(about), Value::Object(timing)) = (&mut about, timing) {
        about.extend(timing);
    }
    json_ld::in_html(&about)
}

/// Where an initiative happens that schema.org calls an event: it has a place, and both of its days lie close together. Whatever takes
/// longer is a project.
fn event(said: &Said) -> Option<&Place> {
    let (from, to) = (said.starts_on?, said.ends_on?);
    let is_short = to - from <= EVENT_AT_MOST;
    said.places
        .iter()
        .find(|it| it.side == PlaceSide::Host)
        .filter(|_| is_short)
}

/// A place as schema.org has it: a city within a country, or the country.
fn served(place: &Place) -> Value {
    match &place.place {
        Some(name) => json!({
            "@type": "Place",
            "name": name,
            "address": { "@type": "PostalAddress", "addressCountry": place.country },
        }),
        None => json!({ "@type": "Country", "identifier": place.country }),
    }
}

/// A picture as schema.org has it.
fn image(url: &str, picture: &InitiativeFile) -> Value {
    let words = picture.words.iter();
    let captions = words.map(|it| json_ld::said(&it.text, Some(&it.language)));
    json!({
        "@type": "ImageObject",
        "contentUrl": format!("{url}{}", urls::initiative_file(picture.id)),
        "thumbnailUrl": format!("{url}{}", urls::initiative_file_small(picture.id)),
        "caption": captions.collect::<Vec<_>>(),
        "width": picture.size.map(|(width, _)| width),
        "height": picture.size.map(|(_, height)| height),
    })
}

/// What is still sought or offered; of what is over nothing is.
fn open_wants(said: &Said, side: WantSide) -> Vec<Value> {
    if said.stage.is_over() {
        return Vec::new();
    }
    let open = said.wants_of(side).filter(|it| !it.is_met);
    open.map(wanted).collect()
}

/// What it seeks or offers, as schema.org has it.
fn wanted(want: &Want) -> Value {
    let kind = match want.side {
        WantSide::Need => "Demand",
        WantSide::Offer => "Offer",
    };
    json!({ "@type": kind, "category": want.kind, "description": want.words })
}
