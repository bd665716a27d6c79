//! Organizations as lines of PostgreSQL's COPY, each from its place alone.

use std::fmt::Write as _;

use chrono::{NaiveDate, TimeDelta};

use super::names::{Model, Named, Source};
use crate::ids::OrganizationId;
use crate::names::fold;
use crate::organization::{Name, keys, search_text};
use crate::values::{
    Area, Areas, Country, Identifier, Kind, Line, NameRole, RegistryNumber, Standing,
};

/// Where many live, the most first; others follow where those of the models are.
const HOSTS: &str =
    "DE FR US GB RU CA SE NL TR ES IT BE AU AE PL AT CH GR UA BR AR SA JO LB EG NO DK FI CZ IE";

const LANGUAGES: &str =
    "en fr de ru ar es tr hy uk ku fa pt it pl el ka az zh so am ti ur pa bn ta vi ko ja he sq sr";

/// Lines of COPY for each table.
#[derive(Default)]
pub(super) struct Batch {
    pub organizations: String,
    pub names: String,
    pub identifiers: String,
}

/// The columns of `organizations` that the lines have.
pub(super) const COLUMNS: &str = "id, number, name, name_language, kind, host_country, city, homeland, community, founded,
    areas, languages, website, standing, standing_until, registered_on, merged_into, search, created_at, updated_at";

/// Makes organizations.
pub(super) struct Maker {
    source: Source,
    first: u64,
    today: NaiveDate,
    hosts: Vec<Country>,
    languages: Vec<&'static str>,
    /// Those of the first level first: they are what most say.
    areas: Vec<Area>,
    /// Somebody whom others were merged into.
    survivor: Option<OrganizationId>,
}

/// The areas that are offered.
fn areas() -> Vec<Area> {
    let areas = Areas::now();
    let (tops, own): (Vec<_>, Vec<_>) = areas.offered().into_iter().unzip();
    let all = tops.into_iter().chain(own.into_iter().flatten());
    all.map(|term| term.area).collect()
}

/// Numbers that follow from a place, and look as if they did not (splitmix64).
struct Dice(u64);

impl Dice {
    const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    const fn below(&mut self, most: usize) -> usize {
        (self.roll() % if most == 0 { 1 } else { most as u64 }) as usize
    }

    const fn percent(&mut self, part: u64) -> bool {
        self.roll() % 100 < part
    }

    /// One of a list, the first far more often than the last: as the square of what is even.
    fn early<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let even = (self.roll() % 1_000_000) as usize;
        list.get(even * even / 1_000_000 * list.len() / 1_000_000)
    }

    fn any<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }
}

impl Maker {
    pub(super) fn new(source: Source, first: u64, today: NaiveDate) -> Self {
        Self {
            source,
            first,
            today,
            hosts: HOSTS.split(' ').filter_map(Country::from_code).collect(),
            languages: LANGUAGES.split(' ').collect(),
            areas: areas(),
            survivor: None,
        }
    }

    pub(super) fn batch(&mut self, from: u64, count: u64) -> Batch {
        let mut batch = Batch::default();
        for place in from..from + count {
            self.one(place, &mut batch);
        }
        batch
    }

    fn one(&mut self, place: u64, batch: &mut Batch) {
        let mut dice = Dice(place.wrapping_mul(0xA076_1D64_78BD_642F) ^ 0x5EED);
        let models = self.source.models.len();
        let Some(model) = self.source.models.get(place as usize % models.max(1)) else {
            return;
        };
        let id = OrganizationId::fresh();
        let number = RegistryNumber::from_sequence(self.first + place);
        let people = dice
            .early(&self.source.communities)
            .filter(|_| !dice.roll().is_multiple_of(8));
        let host = model
            .host
            .filter(|_| dice.percent(45))
            .or_else(|| dice.early(&self.hosts).copied());
        let Some(host) = host.or(model.host) else {
            return;
        };
        let city = if dice.percent(50) {
            model.city.as_ref()
        } else {
            dice.any(&self.source.cities)
        };
        let names = self.names(
            model,
            place as usize / models,
            people.map(|(people, _)| people),
            city,
            &mut dice,
        );
        let identifiers: Vec<Identifier> = if dice.percent(35) {
            let scheme = format!("{host}-REG");
            let value = format!("{:08}", dice.roll() % 100_000_000);
            Identifier::parse(&scheme, &value).into_iter().collect()
        } else {
            Vec::new()
        };
        let search = search_text(&names, city, &identifiers, Some(&number.to_string()));
        let standing = standing(&mut dice, self.survivor.is_some());
        let merged = self.survivor.filter(|_| standing == Standing::Merged);
        if standing == Standing::Good {
            self.survivor = Some(id);
        }
        let until = matches!(standing, Standing::Notice | Standing::Suspended)
            .then(|| self.today + TimeDelta::days(dice.below(180) as i64 + 1));
        let registered = self.today - TimeDelta::days(dice.below(5_000) as i64 + 1);
        let changed = registered
            + TimeDelta::days(dice.below((self.today - registered).num_days() as usize) as i64);
        let Some(main) = names.first() else {
            return;
        };
        let line = &mut batch.organizations;
        let founded =
            (!dice.percent(20)).then(|| 2024 - (dice.below(60) * dice.below(60) / 30) as i32);
        let website = dice
            .percent(30)
            .then(|| format!("https://www.{}.example", fold(&main.text).replace(' ', "-")));
        cell(line, id, '\t');
        cell(line, number, '\t');
        cell(line, &main.text, '\t');
        maybe(line, main.language.as_ref(), '\t');
        maybe(line, dice.early(Kind::ALL), '\t');
        cell(line, host, '\t');
        maybe(line, city, '\t');
        maybe(line, people.and_then(|(_, homeland)| *homeland), '\t');
        maybe(line, people.map(|(people, _)| people), '\t');
        maybe(line, founded, '\t');
        let areas = 1 + dice.below(3);
        list(line, areas, || dice.early(&self.areas).map(Area::code));
        let languages = 1 + dice.below(3);
        list(line, languages, || dice.early(&self.languages).copied());
        maybe(line, website, '\t');
        cell(line, standing, '\t');
        maybe(line, until, '\t');
        cell(line, registered, '\t');
        maybe(line, merged, '\t');
        cell(line, search, '\t');
        cell(line, format_args!("{registered} 09:00Z"), '\t');
        cell(line, format_args!("{changed} 09:00Z"), '\n');
        for (at, name) in names.iter().enumerate() {
            let line = &mut batch.names;
            cell(line, id, '\t');
            cell(line, at, '\t');
            cell(line, &name.text, '\t');
            maybe(line, name.language.as_ref(), '\t');
            cell(line, name.role, '\t');
            cell(line, fold(&name.text), '\t');
            cell(line, keys::keys_of(&name.text), '\t');
            cell(line, keys::VERSION, '\n');
        }
        for (at, identifier) in identifiers.iter().enumerate() {
            let line = &mut batch.identifiers;
            cell(line, id, '\t');
            cell(line, at, '\t');
            cell(line, identifier.scheme(), '\t');
            cell(line, identifier.value(), '\n');
        }
    }

    /// The first round has the names as they are; later ones change them as branches and namesakes differ.
    fn names(
        &self,
        model: &Model,
        round: usize,
        people: Option<&Line>,
        city: Option<&Line>,
        dice: &mut Dice,
    ) -> Vec<Name> {
        let mut names = vec![&model.name];
        names.extend(model.others.iter().filter(|_| dice.percent(70)));
        let way = dice.below(100);
        let other = dice
            .any(&self.source.models)
            .map(|other| other.name.0.as_str());
        let varied = |(nth, (text, language)): (usize, &Named)| {
            let text = match way {
                _ if round == 0 => text.to_string(),
                0..40 => format!("{text} {}", city.map_or("", |city| city)),
                40..60 => format!("{} {text}", people.map_or("", |people| people)),
                60..85 => {
                    let last = other.and_then(|other| other.split(' ').next_back());
                    format!("{text} {}", last.unwrap_or_default())
                }
                _ => format!("{text} {}", round + way),
            };
            let role = match nth {
                0 => NameRole::Legal,
                _ => NameRole::Other,
            };
            let text = Line::parse(&text, 300).ok()?;
            Some(Name::new(text, language.clone(), role))
        };
        names.into_iter().enumerate().filter_map(varied).collect()
    }
}

fn standing(dice: &mut Dice, has_survivor: bool) -> Standing {
    match dice.roll() % 1_000 {
        0..10 if has_survivor => Standing::Merged,
        10..20 => Standing::Revived,
        20..25 => Standing::Suspended,
        25..65 => Standing::StruckOff,
        65..80 => Standing::Notice,
        80..140 => Standing::Lapsed,
        140..220 => Standing::Due,
        _ => Standing::Good,
    }
}

/// Adds a cell, and what ends it. Lines hold no control characters; a backslash means something to COPY.
fn cell(line: &mut String, value: impl std::fmt::Display, end: char) {
    let from = line.len();
    // Writing to a string does not fail.
    let _ = write!(line, "{value}");
    if line[from..].contains('\\') {
        let escaped = line[from..].replace('\\', "\\\\");
        line.truncate(from);
        line.push_str(&escaped);
    }
    line.push(end);
}

fn maybe(line: &mut String, value: Option<impl std::fmt::Display>, end: char) {
    match value {
        Some(value) => cell(line, value, end),
        None => {
            line.push_str("\\N");
            line.push(end);
        }
    }
}

/// Adds an array of codes, each once.
fn list<'a>(line: &mut String, count: usize, mut next: impl FnMut() -> Option<&'a str>) {
    let mut codes: Vec<&str> = Vec::with_capacity(count);
    for _ in 0..count {
        codes.extend(
            next()
                .filter(|code| !codes.contains(code))
                .into_iter()
                .collect::<Vec<_>>(),
        );
    }
    line.push('{');
    line.push_str(&codes.join(","));
    line.push_str("}\t");
}
