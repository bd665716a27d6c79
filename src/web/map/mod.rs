//! The map of the directory: in which countries and cities organizations work, or where their people come from; the same in a list.

mod cities;
mod scale;
mod shapes;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

use self::cities::Cities;
use self::scale::{Range, Scale};
use self::shapes::{Point, WORLD, World};
use super::{Answer, App, Chrome, Page, Query, filters, html, say, urls};
use crate::db::Read;
use crate::search::{Facet, Filter};
use crate::values::Country;

/// How many shades there are, besides that of countries without any.
const SHADES: u32 = 5;

#[derive(Template)]
#[template(path = "map/index.html")]
struct IndexPage {
    page: Page,
    world: &'static World,
    by: Facet,
    /// Countries with organizations, the most first.
    places: Vec<Place>,
    shades: HashMap<Country, u32>,
    /// Where those are that are too small to be shaded, the fewest first: of two that touch, the one with more lies on top.
    points: Vec<(&'static Point, u32)>,
    legend: Vec<Range>,
    cities: Cities,
}

/// A country or a city in the list.
struct Place {
    href: String,
    name: String,
    count: u64,
}

pub fn routes() -> Router<App> {
    Router::new().route("/map", get(index))
}

async fn index(
    State(app): State<App>,
    chrome: Chrome,
    mut read: Read,
    Query(fields): Query,
) -> Answer {
    let by = match fields.get("by") {
        "homeland" => Facet::Homeland,
        _ => Facet::Host,
    };
    let mut which = vec![by];
    // Where people come from is a country: no city of it is known.
    if by == Facet::Host {
        which.push(Facet::City);
    }
    let facets = app
        .directory
        .counted(&mut read, &Filter::default(), &which)
        .await?;
    let counted = facets.of(by);
    let scale = Scale {
        most: counted.first().map_or(0, |one| one.count),
        steps: SHADES,
    };
    let place = |(country, count): (Country, u64)| Place {
        href: match by {
            Facet::Homeland => format!("/directory?homeland={country}"),
            _ => urls::country(country),
        },
        name: country.name(chrome.lang).to_owned(),
        count,
    };
    let counts: Vec<(Country, u64)> = counted
        .iter()
        .filter_map(|one| Some((Country::from_code(&one.value)?, one.count)))
        .collect();
    let shades: HashMap<Country, u32> = counts
        .iter()
        .map(|(country, count)| (*country, scale.step(*count)))
        .collect();
    let page = chrome
        .page()
        .crumb("/directory", say::t(chrome.lang, "directory-title"));
    html(
        chrome.lang,
        IndexPage {
            page,
            world: &WORLD,
            by,
            points: points(&shades),
            shades,
            legend: scale.ranges_of(&counts.iter().map(|(_, count)| *count).collect::<Vec<_>>()),
            cities: Cities::of(chrome.lang, facets.of(Facet::City)),
            places: counts.into_iter().map(place).collect(),
        },
    )
}

/// The points of small countries that have organizations. One without any would only hide its neighbours.
fn points(shades: &HashMap<Country, u32>) -> Vec<(&'static Point, u32)> {
    let mut points: Vec<(&Point, u32)> = WORLD
        .points
        .iter()
        .filter_map(|point| Some((point, *shades.get(&point.country)?)))
        .collect();
    points.sort_by_key(|(_, shade)| *shade);
    points
}

impl IndexPage {
    /// The class of a shape.
    fn shade(&self, country: &Option<Country>) -> u32 {
        country
            .and_then(|country| self.shades.get(&country))
            .copied()
            .unwrap_or_default()
    }

    /// The radius of a city of a size.
    fn radius(&self, size: &u32) -> &'static str {
        cities::radius(*size)
    }

    /// What the map shows, in words.
    fn title_key(&self) -> &'static str {
        match self.by {
            Facet::Homeland => "map-of-homelands",
            _ => "map-of-hosts",
        }
    }

    fn is_of_hosts(&self) -> bool {
        self.by == Facet::Host
    }
}
