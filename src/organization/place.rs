//! Places of an organization: its address and where it meets, each with how much of it anybody may know. Sealed as a whole.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::ids::OrganizationId;
use crate::values::{Line, PlaceRole, PlaceShown};
use crate::vault::{Sealed, Vault};

/// Where places are sealed.
const PLACES: &str = "organizations.places";

/// A place in its host country.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// What it is.
    pub role: PlaceRole,
    /// Street, house, postcode.
    pub address: Line,
    /// The city, where it is another than the organization's.
    pub city: Option<Line>,
    /// How much of it anybody may know.
    pub shown: PlaceShown,
}

/// A place as far as anybody may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPlace {
    /// What it is.
    pub role: PlaceRole,
    /// Street, house, postcode; where that is shown.
    pub address: Option<Line>,
    /// The city; where that is shown.
    pub city: Option<Line>,
}

/// What is sealed: the places, and the city, where it must not stand beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The places.
    pub places: Vec<Place>,
    /// The city that is not shown.
    #[serde(default)]
    pub city: Option<Line>,
}

// An address does not reach a log by way of `{:?}`.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({}, {}, …)", self.role, self.shown)
    }
}

impl Place {
    /// What anybody may know of it; `city` is the organization's own, as far as that is shown.
    pub fn public(&self, city: Option<&Line>) -> PublicPlace {
        let city = self.city.as_ref().or(city);
        PublicPlace {
            role: self.role,
            address: (self.shown == PlaceShown::Exact).then(|| self.address.clone()),
            city: city.filter(|_| self.shown != PlaceShown::Country).cloned(),
        }
    }
}

/// Whether the city must not be shown: of the registered address only the country is.
pub(super) fn hides_city(places: &[Place]) -> bool {
    places
        .iter()
        .any(|place| place.role == PlaceRole::Registered && place.shown == PlaceShown::Country)
}

/// Seals the places of an organization, and gives the city that may stand in the open beside them.
pub fn seal_places<'a>(
    vault: &Vault,
    id: OrganizationId,
    places: &[Place],
    city: Option<&'a Line>,
) -> Result<(Option<&'a Line>, Option<Sealed>)> {
    if places.is_empty() {
        return Ok((city, None));
    }
    let hidden = hides_city(places);
    let kept = Kept {
        places: places.to_vec(),
        city: city.filter(|_| hidden).cloned(),
    };
    let sealed = vault.seal_json(PLACES, id, &kept)?;
    Ok((city.filter(|_| !hidden), Some(sealed)))
}

/// Opens the places of an organization.
pub fn open_places(vault: &Vault, id: OrganizationId, sealed: Option<&Sealed>) -> Result<Kept> {
    match sealed {
        Some(sealed) => Ok(vault.open_json(PLACES, id, sealed)?),
        None => Ok(Kept::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::line;

    fn place(shown: PlaceShown) -> Place {
        Place {
            role: PlaceRole::Registered,
            address: line("Hauptstraße 1"),
            city: None,
            shown,
        }
    }

    #[test]
    fn a_place_is_shown_as_far_as_it_may_be() {
        let koln = line("Köln");
        let public = |shown| place(shown).public(Some(&koln));
        assert_eq!(
            public(PlaceShown::Exact).address,
            Some(line("Hauptstraße 1"))
        );
        assert_eq!(public(PlaceShown::City).address, None);
        assert_eq!(public(PlaceShown::City).city, Some(line("Köln")));
        assert_eq!(public(PlaceShown::Country).city, None);
    }

    #[test]
    fn a_hidden_city_is_sealed_with_its_address() {
        let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let (id, koln) = (OrganizationId::fresh(), line("Köln"));
        let (open, sealed) =
            seal_places(&vault, id, &[place(PlaceShown::Country)], Some(&koln)).unwrap();
        assert_eq!(open, None);
        let kept = open_places(&vault, id, sealed.as_ref()).unwrap();
        assert_eq!((kept.city, kept.places.len()), (Some(koln.clone()), 1));
        let (open, _) = seal_places(&vault, id, &[place(PlaceShown::City)], Some(&koln)).unwrap();
        assert_eq!(open, Some(&koln));
    }

    #[test]
    fn no_log_shows_an_address() {
        assert!(!format!("{:?}", place(PlaceShown::Exact)).contains("Haupt"));
    }
}
