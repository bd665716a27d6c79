//! An initiative, as anybody sees it once it is published.

use askama::Template;
use axum::extract::State;
use serde_json::json;

use crate::db::Read;
use crate::ids::InitiativeId;
use crate::initiative::{self, Initiative, Partner, policy};
use crate::say;
use crate::values::Lang;
use crate::web::coordination::{Named, Spoken, term};
use crate::web::{Answer, App, Chrome, Error, Page, Path, areas, filters, html, json_ld, urls};

#[derive(Template)]
#[template(path = "initiatives/public.html")]
struct PublicPage {
    page: Page,
    title: Spoken,
    other_titles: Vec<Spoken>,
    summary: Option<Spoken>,
    initiative: Initiative,
    areas: String,
    dates: String,
    partners: Vec<Named>,
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
    let partners = initiative::partners(&mut conn, id).await?;
    let title = Spoken::title(&initiative.texts, lang);
    let page = chrome
        .page()
        .crumb("/directory", say::t(lang, "nav-directory"))
        .crumb("", title.text.clone());
    html(
        lang,
        PublicPage {
            page,
            other_titles: other_titles(&initiative, &title),
            summary: summary(&initiative, lang),
            areas: areas::names(lang, &initiative.areas).join(" · "),
            dates: term(lang, initiative.starts_on, initiative.ends_on),
            json_ld: machine_readable(&app.config.url, &initiative, &partners, lang),
            partners: partners
                .iter()
                .map(|it| Named::new(&it.organization, it.role.key(), String::new()))
                .collect(),
            title,
            initiative,
        },
    )
}

/// What it is called besides the title on top.
pub(super) fn other_titles(initiative: &Initiative, shown: &Spoken) -> Vec<Spoken> {
    initiative
        .texts
        .iter()
        .map(|text| Spoken::new(text.title.as_str(), Some(&text.language)))
        .filter(|title| title != shown)
        .collect()
}

/// What it does: in the reader's language where it says so, else in any.
pub(super) fn summary(initiative: &Initiative, lang: Lang) -> Option<Spoken> {
    let with_words: Vec<_> = initiative
        .texts
        .iter()
        .filter_map(|text| Some((&text.language, text.summary.as_ref()?)))
        .collect();
    let (language, words) =
        crate::values::for_reader(&with_words, lang, |(language, _)| Some(*language))?;
    Some(Spoken::new(words.as_str(), Some(language)))
}

fn machine_readable(
    url: &str,
    initiative: &Initiative,
    partners: &[Partner],
    lang: Lang,
) -> String {
    let titles = initiative
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
    let summary = initiative.texts.iter().find_map(|text| {
        let summary = text.summary.as_ref()?;
        Some(json_ld::said(summary, Some(&text.language)))
    });
    json_ld::in_html(&json!({
        "@context": "https://schema.org",
        "@type": "Project",
        "@id": format!("{url}{}", urls::initiative(initiative.id)),
        "name": titles.collect::<Vec<_>>(),
        "description": summary,
        "foundingDate": initiative.starts_on,
        "dissolutionDate": initiative.ends_on,
        "areaServed": initiative.host_country,
        "knowsAbout": areas::names(lang, &initiative.areas),
        "sponsor": partners.collect::<Vec<_>>(),
    }))
}
