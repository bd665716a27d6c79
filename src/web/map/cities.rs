//! Cities on the map: the greatest as points, and the same in a list.

use super::scale::{Range, Scale};
use super::{Place, urls};
use crate::gazetteer::City;
use crate::search::Bucket;
use crate::values::Lang;
use crate::web::directory::city_name;

/// The most cities on the map; more would hide each other.
const MOST: usize = 300;

/// The most cities of the list that are not folded away.
const OPEN: usize = 20;

/// How many sizes there are.
const SIZES: u32 = 4;

/// The radius of each: one has about twice the area of the one before.
const RADII: [&str; SIZES as usize] = ["2.6", "3.7", "5.2", "7.4"];

/// The cities of a map.
pub(super) struct Cities {
    /// As points, the largest first: whoever is smaller lies on top.
    pub points: Vec<Point>,
    /// In the list.
    pub open: Vec<Place>,
    pub folded: Vec<Place>,
    /// How many more there are.
    pub more: usize,
    pub legend: Vec<Range>,
}

/// A city on the map.
pub(super) struct Point {
    pub x: &'static str,
    pub y: &'static str,
    pub radius: &'static str,
    pub name: String,
    pub count: u64,
}

impl Cities {
    /// Of the cities that were counted, the most first, those that the map shows.
    pub(super) fn of(lang: Lang, counted: &[Bucket]) -> Self {
        let scale = Scale {
            most: counted.first().map_or(0, |one| one.count),
            steps: SIZES,
        };
        let shown: Vec<(City, u64)> = counted
            .iter()
            .take(MOST)
            .filter_map(|one| Some((City::parse(&one.value)?, one.count)))
            .collect();
        let point = |(city, count): &(City, u64)| {
            let (x, y) = city.point()?;
            Some(Point {
                x,
                y,
                radius: radius(scale.step(*count)),
                name: city_name(lang, *city),
                count: *count,
            })
        };
        let mut open: Vec<Place> = shown
            .iter()
            .map(|(city, count)| Place {
                href: urls::city(*city),
                name: city_name(lang, *city),
                count: *count,
            })
            .collect();
        let points: Vec<Point> = shown.iter().filter_map(point).collect();
        let counts: Vec<u64> = points.iter().map(|point| point.count).collect();
        Self {
            points,
            folded: open.split_off(open.len().min(OPEN)),
            open,
            more: counted.len().saturating_sub(MOST),
            legend: scale.ranges_of(&counts),
        }
    }
}

/// The radius of a step of the scale.
pub(super) fn radius(step: u32) -> &'static str {
    let at = usize::try_from(step.saturating_sub(1)).unwrap_or_default();
    RADII.get(at).copied().unwrap_or(RADII[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_are_shown_and_the_others_counted() {
        // Every city of one country that the table has, as if one organization more were in each than in the next.
        let counted: Vec<Bucket> = ["München", "Berlin", "Hamburg", "Köln", "Bonn"]
            .into_iter()
            .cycle()
            .take(MOST + 7)
            .zip((1..).map(|n: u64| 1_000 - n))
            .filter_map(|(name, count)| {
                let city = City::parse(&format!("DE-{name}"))?;
                Some(Bucket {
                    value: city.to_string(),
                    count,
                    chosen: false,
                })
            })
            .collect();
        if counted.is_empty() {
            // A program that was built without its assets knows no city.
            return;
        }
        let cities = Cities::of(Lang::En, &counted);
        assert_eq!(cities.points.len(), MOST);
        assert_eq!(
            (cities.open.len(), cities.folded.len()),
            (OPEN, MOST - OPEN)
        );
        assert_eq!(cities.more, 7);
        assert_eq!(cities.points[0].radius, RADII[3]);
        assert!(
            cities
                .points
                .windows(2)
                .all(|pair| pair[0].count > pair[1].count)
        );
        let none = Cities::of(Lang::En, &[]);
        assert!(none.points.is_empty() && none.legend.is_empty() && none.more == 0);
    }
}
