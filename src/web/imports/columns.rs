//! The ways to read a file that the form offers.

use crate::roster::{ColumnMap, MapError};

/// A column map that ships with the program.
struct Shipped {
    code: &'static str,
    label_key: &'static str,
    toml: &'static str,
}

const SHIPPED: &[Shipped] = &[
    Shipped {
        code: "charities-ni",
        label_key: "import-columns-charities-ni",
        toml: include_str!("../../../examples/columns/charities-ni.toml"),
    },
    Shipped {
        code: "ror",
        label_key: "import-columns-ror",
        toml: include_str!("../../../examples/columns/ror.toml"),
    },
];

/// Concord's own columns.
pub(super) const OWN: &str = "own";
/// A map that is sent along.
pub(super) const UPLOAD: &str = "upload";

/// Every way with the key of its name, in the order in which they are offered.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let shipped = SHIPPED.iter().map(|one| (one.code, one.label_key));
    std::iter::once((OWN, "import-columns-own"))
        .chain(shipped)
        .chain(std::iter::once((UPLOAD, "import-columns-upload")))
}

/// The shipped map of this code.
pub(super) fn shipped(code: &str) -> Option<Result<ColumnMap, MapError>> {
    let found = SHIPPED.iter().find(|one| one.code == code)?;
    Some(ColumnMap::parse(found.toml))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_maps_that_ship_can_be_read() {
        for one in SHIPPED {
            assert!(shipped(one.code).unwrap().is_ok(), "{}", one.code);
        }
    }
}
