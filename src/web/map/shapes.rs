//! The shapes of countries, as `bin/assets` drew them.

use std::sync::LazyLock;

use crate::values::Country;
use crate::web::assets;

/// A world map: its size, and what is drawn on it.
pub(super) struct World {
    pub width: u32,
    pub height: u32,
    pub shapes: Vec<Shape>,
    /// Where countries are that are too small to be shaded.
    pub points: Vec<Point>,
}

/// A country, or land without a code of its own.
pub(super) struct Shape {
    pub country: Option<Country>,
    /// The data of an SVG path.
    pub path: &'static str,
}

/// Where a small country is.
pub(super) struct Point {
    pub country: Country,
    pub x: &'static str,
    pub y: &'static str,
}

/// The world; empty in a program that was built without its assets.
pub(super) static WORLD: LazyLock<World> = LazyLock::new(|| read(assets::text("map.tsv")));

fn read(text: &'static str) -> World {
    let mut lines = text.lines();
    let mut size = lines
        .next()
        .unwrap_or_default()
        .split(' ')
        .filter_map(|word| word.parse().ok());
    let (width, height) = (size.next().unwrap_or(1), size.next().unwrap_or(1));
    let mut world = World {
        width,
        height,
        shapes: Vec::new(),
        points: Vec::new(),
    };
    for (code, drawn) in lines.filter_map(|line| line.split_once('\t')) {
        let small = code.strip_suffix(" point").and_then(Country::from_code);
        match (small, drawn.split_once(',')) {
            (Some(country), Some((x, y))) => world.points.push(Point { country, x, y }),
            _ => world.shapes.push(Shape {
                country: Country::from_code(code),
                path: drawn,
            }),
        }
    }
    world
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_is_drawn() {
        // A program that is built without assets has no map, and none of its other tests can tell.
        if assets::text("map.tsv").is_empty() {
            return;
        }
        assert!(WORLD.width > 500 && WORLD.height > 200);
        let codes: Vec<&str> = WORLD
            .shapes
            .iter()
            .filter_map(|shape| shape.country)
            .map(Country::code)
            .collect();
        assert!(codes.len() > 165, "{}", codes.len());
        assert!(
            ["AM", "DE", "UA", "EH", "PS", "TW"]
                .iter()
                .all(|code| codes.contains(code))
        );
        let mut once = codes.clone();
        once.dedup();
        assert_eq!(once, codes, "one shape for each");
        for shape in &WORLD.shapes {
            assert!(
                shape.path.starts_with('M')
                    && shape
                        .path
                        .bytes()
                        .all(|b| b.is_ascii_digit() || b"MLZ,.-".contains(&b))
            );
        }
    }

    #[test]
    fn the_smallest_have_a_point_within_the_world() {
        if assets::text("map.tsv").is_empty() {
            return;
        }
        let codes: Vec<&str> = WORLD.points.iter().map(|it| it.country.code()).collect();
        for code in ["AD", "BH", "LI", "LU", "MC", "MT", "SG", "SM", "TV", "VA"] {
            assert!(codes.contains(&code), "{code}");
        }
        for code in ["AM", "DE", "GE", "IL"] {
            assert!(
                !codes.contains(&code),
                "{code} is large enough to be shaded"
            );
        }
        for point in &WORLD.points {
            let (x, y): (f64, f64) = (point.x.parse().unwrap(), point.y.parse().unwrap());
            assert!(
                (0.0..=f64::from(WORLD.width)).contains(&x),
                "{}",
                point.country
            );
            assert!(
                (0.0..=f64::from(WORLD.height)).contains(&y),
                "{}",
                point.country
            );
        }
    }
}
