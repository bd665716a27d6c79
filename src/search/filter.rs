//! What the directory is narrowed by. The address of a page says all of it.

use url::form_urlencoded;

use super::text::Wanted;
use crate::gazetteer::City;
use crate::names::fold;
use crate::values::{Area, Areas, Country, Kind, LanguageTag, Line, Standing, codes};

/// The most values of one filter.
const VALUES_MAX: usize = 50;

codes! {
    /// A thing by which the directory can be narrowed; its code is its name in addresses.
    pub enum Facet {
        Host = "host",
        City = "city",
        Homeland = "homeland",
        Community = "community",
        Area = "area",
        Kind = "kind",
        Language = "language",
        Standing = "standing",
    }
}

/// What the directory is narrowed by. Of several values in one filter any will do; all filters must agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The text to look for, as it was typed.
    pub text: String,
    /// Where it works.
    pub host: Vec<Country>,
    /// The city of its seat, as far as anybody may know it.
    pub city: Vec<City>,
    /// Where its people come from.
    pub homeland: Vec<Country>,
    /// The people it belongs to.
    pub community: Vec<String>,
    /// What it works on.
    pub area: Vec<Area>,
    /// What it is.
    pub kind: Vec<Kind>,
    /// The languages it works in.
    pub language: Vec<LanguageTag>,
    /// Where it stands with the board. Nothing said means all but those that were merged into others.
    pub standing: Vec<Standing>,
}

/// What is wrong with the words of a filter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhereError {
    /// No filter is called so.
    #[error(
        "there is no filter “{0}”; there are q, host, city, homeland, community, area, kind, language and standing"
    )]
    Name(String),
    /// The filter has no such value.
    #[error("“{value}” is no value of the filter “{name}”")]
    Value {
        /// The filter.
        name: String,
        /// The value.
        value: String,
    },
    /// The filter has more values than anybody means.
    #[error("the filter “{0}” takes {VALUES_MAX} values at most")]
    Many(String),
}

impl Filter {
    /// The longest text to look for, in characters.
    pub const TEXT_MAX: usize = 200;

    /// The name of the text in addresses.
    pub const TEXT: &'static str = "q";

    /// Everything there is, those that were merged into others too.
    pub fn everything() -> Self {
        Self {
            standing: Standing::ALL.to_vec(),
            ..Self::default()
        }
    }

    /// Reads a filter from the pairs of an address. What it does not know it leaves out: addresses get old.
    pub fn of_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            let _ = filter.add(name, value);
        }
        filter
    }

    /// Reads `host=DE&area=culture`, and refuses what it does not know.
    pub fn parse(text: &str) -> Result<Self, WhereError> {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            filter.add(&name, &value)?;
        }
        Ok(filter)
    }

    /// Reads the pairs of an address, and refuses what it does not know.
    pub fn of_pairs_strictly<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, WhereError> {
        let mut filter = Self::default();
        for (name, value) in pairs {
            filter.add(name, value)?;
        }
        Ok(filter)
    }

    /// Adds a value to a filter.
    fn add(&mut self, name: &str, value: &str) -> Result<(), WhereError> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        let wrong = || WhereError::Value {
            name: name.to_owned(),
            value: value.to_owned(),
        };
        if name == Self::TEXT {
            self.text = searchable(value);
            return Ok(());
        }
        let facet = Facet::from_code(name).ok_or_else(|| WhereError::Name(name.to_owned()))?;
        let is_in = match facet {
            Facet::Host => once(&mut self.host, Country::parse(value).map_err(|_| wrong())?),
            Facet::City => once(&mut self.city, City::parse(value).ok_or_else(wrong)?),
            Facet::Homeland => once(
                &mut self.homeland,
                Country::parse(value).map_err(|_| wrong())?,
            ),
            Facet::Community => {
                let line = Line::parse(value, 80).map_err(|_| wrong())?;
                once(&mut self.community, line.into())
            }
            Facet::Area => once(&mut self.area, Area::parse(value).map_err(|_| wrong())?),
            Facet::Kind => once(&mut self.kind, Kind::parse(value).map_err(|_| wrong())?),
            Facet::Language => once(
                &mut self.language,
                LanguageTag::parse(value).map_err(|_| wrong())?,
            ),
            Facet::Standing => once(
                &mut self.standing,
                Standing::parse(value).map_err(|_| wrong())?,
            ),
        };
        match is_in {
            true => Ok(()),
            false => Err(WhereError::Many(name.to_owned())),
        }
    }

    /// The values of a filter, as addresses write them.
    pub fn values(&self, facet: Facet) -> Vec<String> {
        fn all<T: ToString>(values: &[T]) -> Vec<String> {
            values.iter().map(ToString::to_string).collect()
        }
        match facet {
            Facet::Host => all(&self.host),
            Facet::City => all(&self.city),
            Facet::Homeland => all(&self.homeland),
            Facet::Community => self.community.clone(),
            Facet::Area => all(&self.area),
            Facet::Kind => all(&self.kind),
            Facet::Language => all(&self.language),
            Facet::Standing => all(&self.standing),
        }
    }

    /// The areas that it finds: those chosen, what is beneath them, and their old codes.
    pub(super) fn areas(&self) -> Vec<Area> {
        let areas = Areas::now();
        let mut found: Vec<Area> = self.area.iter().flat_map(|it| areas.under(*it)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The filter as pairs of an address, the text first.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let text = (!self.text.is_empty()).then(|| (Self::TEXT, self.text.clone()));
        let values = Facet::ALL.iter().flat_map(|facet| {
            self.values(*facet)
                .into_iter()
                .map(|value| (facet.code(), value))
        });
        text.into_iter().chain(values).collect()
    }

    /// The filter as the query of an address; empty if nothing narrows.
    pub fn to_query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.pairs());
        query.finish()
    }

    /// The filter without one value.
    #[must_use]
    pub fn without(&self, name: &str, value: &str) -> Self {
        let pairs = self.pairs();
        Self::of_pairs(
            pairs
                .iter()
                .map(|(key, kept)| (*key, kept.as_str()))
                .filter(|pair| *pair != (name, value)),
        )
    }

    /// Whether nothing narrows.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The folded words to look for.
    pub(super) fn words(&self) -> Vec<String> {
        Wanted::parse(&self.text).words
    }
}

/// A text as it is looked for: one line, without what deceives the eye. Nobody is troubled with what cannot be seen.
fn searchable(typed: &str) -> String {
    let seen = |c: char| match c {
        // Direction marks, joiners and fillers part nothing; control characters and broken text part words.
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{AD}' => None,
        c if c.is_control() || c == '\u{FFFD}' => Some(' '),
        c => Some(c),
    };
    let text: String = typed
        .chars()
        .take(4 * Filter::TEXT_MAX)
        .filter_map(seen)
        .collect();
    let text: String = text.trim().chars().take(Filter::TEXT_MAX).collect();
    match Line::parse(&text, Filter::TEXT_MAX) {
        Ok(line) => line.into(),
        // Something in it may not stand in a name: its letters are looked for.
        Err(_) => {
            let folded: String = fold(&text).chars().take(Filter::TEXT_MAX).collect();
            folded.trim().to_owned()
        }
    }
}

/// Adds a value that is not there yet; says whether it is there then.
fn once<T: PartialEq>(values: &mut Vec<T>, value: T) -> bool {
    if values.contains(&value) {
        return true;
    }
    let has_room = values.len() < VALUES_MAX;
    if has_room {
        values.push(value);
    }
    has_room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back() {
        let filter =
            Filter::parse("q=хай+тун&host=DE&host=fr&area=culture&community=K%C3%BCrt").unwrap();
        assert_eq!(filter.host.len(), 2);
        assert_eq!(
            filter.to_query(),
            "q=%D1%85%D0%B0%D0%B9+%D1%82%D1%83%D0%BD&host=DE&host=FR&community=K%C3%BCrt&area=culture"
        );
        assert_eq!(Filter::parse(&filter.to_query()), Ok(filter));
    }

    #[test]
    fn commands_are_told_what_is_wrong_and_pages_go_on() {
        assert_eq!(
            Filter::parse("hots=DE"),
            Err(WhereError::Name("hots".to_owned()))
        );
        assert!(matches!(
            Filter::parse("host=Atlantis"),
            Err(WhereError::Value { .. })
        ));
        let filter = Filter::of_pairs([("host", "ZZ"), ("utm", "x"), ("kind", "school")]);
        assert_eq!(filter.to_query(), "kind=school");
    }

    #[test]
    fn a_text_is_looked_for_without_what_cannot_be_seen() {
        let text = |typed: &str| Filter::of_pairs([("q", typed)]).text;
        assert_eq!(text("  hay\u{202E}\u{200B} tun\u{FEFF} "), "hay tun");
        assert_eq!(text("hay\0tun\u{FFFD}"), "hay tun");
        assert_eq!(text("\u{200F}\u{202A}"), "");
        assert_eq!(text(&"х".repeat(10_000)).chars().count(), Filter::TEXT_MAX);
        assert_eq!(text("line\nbreak"), "line break");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

        #[test]
        fn any_address_is_read_within_bounds_and_comes_back(pairs in proptest::collection::vec(("q|host|city|area|kind|community|standing|language|x", proptest::prelude::any::<String>()), 0..80)) {
            let filter = Filter::of_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            proptest::prop_assert!(filter.text.chars().count() <= Filter::TEXT_MAX);
            proptest::prop_assert_eq!(Filter::parse(&filter.to_query()), Ok(filter));
        }
    }

    #[test]
    fn a_thousand_values_are_cut_to_what_anybody_means() {
        let values: Vec<String> = (0..1_000).map(|n| format!("People {n}")).collect();
        let filter = Filter::of_pairs(values.iter().map(|value| ("community", value.as_str())));
        assert_eq!(filter.community.len(), VALUES_MAX);
        // A program that asks for all of them is told, and not answered for some.
        let strict =
            Filter::of_pairs_strictly(values.iter().map(|value| ("community", value.as_str())));
        assert_eq!(strict, Err(WhereError::Many("community".to_owned())));
        let twice = Filter::of_pairs_strictly([("host", "DE"); 200]).unwrap();
        assert_eq!(twice.host.len(), 1);
    }

    #[test]
    fn a_city_is_named_by_its_number_or_by_any_of_its_spellings() {
        let read = |address: &str| Filter::parse(address);
        let Ok(filter) = read("city=DE-2867714") else {
            // A program that was built without its assets knows no city.
            return assert!(read("city=DE-Munich").is_err());
        };
        assert_eq!(filter.to_query(), "city=DE-2867714");
        assert_eq!(read("city=de-M%C3%BCnchen"), Ok(filter));
        for wrong in ["city=DE-1", "city=Munich", "city=FR-2867714"] {
            assert!(
                matches!(read(wrong), Err(WhereError::Value { .. })),
                "{wrong}"
            );
        }
    }

    #[test]
    fn one_value_can_be_taken_away() {
        let filter = Filter::parse("q=a&host=DE&host=FR").unwrap();
        assert_eq!(filter.without("host", "DE").to_query(), "q=a&host=FR");
        assert_eq!(filter.without("q", "a").to_query(), "host=DE&host=FR");
    }
}
