//! The map of the directory: in which countries organizations work, or where their people come from; the same in a list.

mod shapes;

use std::collections::HashMap;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

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
}

/// A country in the list.
struct Place {
    href: String,
    name: &'static str,
    count: u64,
}

/// How many organizations a shade stands for.
struct Range {
    shade: u32,
    from: u64,
    to: u64,
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
    let counted = app
        .directory
        .values(&mut read, &Filter::default(), by)
        .await?;
    let most = counted
        .iter()
        .map(|one| one.count)
        .max()
        .unwrap_or_default();
    let place = |(country, count): (Country, u64)| Place {
        href: match by {
            Facet::Homeland => format!("/directory?homeland={country}"),
            _ => urls::country(country),
        },
        name: country.name(chrome.lang),
        count,
    };
    let counts: Vec<(Country, u64)> = counted
        .iter()
        .filter_map(|one| Some((Country::from_code(&one.value)?, one.count)))
        .collect();
    let shades: HashMap<Country, u32> = counts
        .iter()
        .map(|(country, count)| (*country, shade(*count, most)))
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
            legend: legend(most),
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

/// The shade of a country: each stands for so many times more than the one before, since a few countries have nearly all.
fn shade(count: u64, most: u64) -> u32 {
    (1..=SHADES)
        .rev()
        .find(|shade| count >= least(*shade, most))
        .unwrap_or_default()
}

/// The fewest that a shade stands for.
fn least(shade: u32, most: u64) -> u64 {
    let part = f64::from(shade - 1) / f64::from(SHADES);
    ((most as f64).powf(part).ceil() as u64).max(u64::from(shade))
}

/// The ranges of the shades that occur at all.
fn legend(most: u64) -> Vec<Range> {
    (1..=SHADES)
        .map(|shade| Range {
            shade,
            from: least(shade, most),
            to: match shade {
                SHADES => most,
                shade => (least(shade + 1, most) - 1).min(most),
            },
        })
        .filter(|range| range.from <= range.to)
        .collect()
}

impl IndexPage {
    /// The class of a shape.
    fn shade(&self, country: &Option<Country>) -> u32 {
        country
            .and_then(|country| self.shades.get(&country))
            .copied()
            .unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_has_the_shade_that_the_legend_says() {
        for most in [1, 2, 3, 7, 40, 1_000, 98_765, 1_000_000] {
            let legend = legend(most);
            assert_eq!((legend[0].from, legend.last().unwrap().to), (1, most));
            for count in (1..=most)
                .step_by(usize::try_from(most / 500 + 1).unwrap())
                .chain([most])
            {
                let range = legend
                    .iter()
                    .find(|range| (range.from..=range.to).contains(&count))
                    .unwrap();
                assert_eq!(shade(count, most), range.shade, "{count} of {most}");
            }
            assert_eq!(shade(0, most), 0);
        }
        assert!(legend(0).is_empty());
    }
}
