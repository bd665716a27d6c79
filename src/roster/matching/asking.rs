//! Rows of any roster as what is asked for: a name is enough, and whatever else the row says helps.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::organization::Asked;
use crate::roster::bind::{Bound, BoundSkip, Cells, bind};
use crate::roster::columns::ColumnMap;
use crate::roster::field::RosterField as Field;
use crate::roster::header::{Header, NoColumn, plain};
use crate::roster::items::{self, Languages};
use crate::roster::own;
use crate::roster::source::Source;
use crate::roster::table::{Layout, Record};
use crate::values::{Country, WebAddress};

/// Reads rows by a column map, and refuses none: what cannot be read is not said.
pub(super) struct Asking {
    fields: Vec<Vec<Bound>>,
    skips: Vec<BoundSkip>,
    cells: Cells,
    languages: Languages,
}

/// What columns of names and places are called where nobody wrote a map.
const GUESSES: &[(Field, &[&str])] = &[
    (
        Field::Name,
        &[
            "name",
            "query",
            "organization",
            "organisation",
            "organization name",
            "organisation name",
            "title",
            "название",
            "наименование",
            "организация",
            "назва",
            "الاسم",
            "اسم",
            "المنظمة",
            "نام",
            "nom",
            "nombre",
            "bezeichnung",
            "ad",
            "adı",
            "name1",
        ],
    ),
    (
        Field::HostCountry,
        &[
            "host_country",
            "country",
            "country code",
            "страна",
            "країна",
            "الدولة",
            "البلد",
            "pays",
            "land",
            "país",
        ],
    ),
    (
        Field::City,
        &[
            "city",
            "town",
            "город",
            "місто",
            "المدينة",
            "ville",
            "stadt",
            "ciudad",
        ],
    ),
    (
        Field::Identifiers,
        &["identifiers", "identifier", "идентификаторы", "المعرفات"],
    ),
    (
        Field::Website,
        &["website", "url", "homepage", "сайт", "вебсайт", "الموقع"],
    ),
];

/// A map from what the columns are called, or from the only column there is.
pub(super) fn guess(header: &Header) -> Option<ColumnMap> {
    if own::is_own(header) {
        return Some(own::map(header));
    }
    let mut fields: BTreeMap<Field, Vec<Source>> = BTreeMap::new();
    for (field, guesses) in GUESSES {
        let found = guesses.iter().find_map(|guess| {
            let at = header.find(guess).ok()?;
            header.names().get(at)
        });
        if let Some(found) = found {
            let is_many = *field == Field::Identifiers;
            let source = Source {
                listed: is_many,
                tagged: is_many,
                ..Source::of_column(found)
            };
            fields.insert(*field, vec![source]);
        }
    }
    if let Entry::Vacant(name) = fields.entry(Field::Name) {
        // Of a list with one column that column is the name, whatever it is called.
        let mut named = header.names().iter().filter(|name| !plain(name).is_empty());
        let (Some(only), None) = (named.next(), named.next()) else {
            return None;
        };
        name.insert(vec![Source::of_column(only)]);
    }
    Some(ColumnMap {
        title: None,
        encoding: None,
        layout: Layout::default(),
        empty: Vec::new(),
        protected: false,
        skip: Vec::new(),
        fields,
    })
}

impl Asking {
    pub(super) fn new(map: &ColumnMap, header: &Header) -> Result<Self, Vec<NoColumn>> {
        let (fields, skips) = bind(map, header)?;
        Ok(Self {
            fields,
            skips,
            cells: Cells::new(map),
            languages: Languages::default(),
        })
    }

    /// What a row asks for; nothing of one that the map leaves out.
    pub(super) fn read(&mut self, record: &Record) -> Option<Asked> {
        if self.skips.iter().any(|skip| skip.applies(record)) {
            return None;
        }
        let mut asked = Asked::default();
        let mut wrong = Vec::new();
        for (field, sources) in Field::ALL.iter().zip(&self.fields) {
            for source in sources {
                for text in source.texts(*field, record, &self.cells, &mut wrong) {
                    let text = text.trim();
                    match field {
                        Field::Name => asked.names.push(text.to_owned()),
                        Field::OtherNames => {
                            if let Ok((name, _)) =
                                items::other_name(source, text, &mut self.languages)
                            {
                                asked.names.push(name.text.to_string());
                            }
                        }
                        Field::HostCountry => {
                            asked.host_country =
                                asked.host_country.or_else(|| Country::from_name(text));
                        }
                        Field::City => asked.city = Some(text.to_owned()),
                        Field::Identifiers => {
                            asked
                                .identifiers
                                .extend(items::identifier_as_it_is(source, text));
                        }
                        Field::Website => {
                            asked.website_host = WebAddress::parse(text)
                                .ok()
                                .and_then(|address| crate::organization::website_host(&address));
                        }
                        _ => {}
                    }
                }
            }
        }
        // The name it goes by comes first; fields are in the order of our own format.
        Some(asked)
    }
}
