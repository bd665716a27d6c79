//! The shapes of countries, as `bin/assets` drew them.

use std::sync::LazyLock;

use crate::values::Country;
use crate::web::assets;

/// A world map: its size, and what is drawn on it.
pub(super) struct World {
    pub width: u32,
    pub height: u32,
    pub shapes: Vec<Shape>,
}

/// A country, or land without a code of its own.
pub(super) struct Shape {
    pub country: Option<Country>,
    /// The data of an SVG path.
    pub path: &'static str,
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
    let shape = |line: &'static str| {
        let (code, path) = line.split_once('\t')?;
        Some(Shape {
            country: Country::from_code(code),
            path,
        })
    };
    World {
        width,
        height,
        shapes: lines.filter_map(shape).collect(),
    }
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
}
