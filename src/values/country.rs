//! Countries of ISO 3166-1, named by CLDR.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::{
    Lang, Problem,
    column::{Written, text_columns},
    display,
};
use crate::names::fold;

/// The alpha-2 codes in force, in order; each takes three bytes, its blank included.
const CODES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ \
    BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM \
    DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS \
    GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ \
    MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM \
    PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS YE YT ZA ZM ZW ";

/// How many countries there are.
const COUNT: usize = CODES.len() / 3;

/// A country of ISO 3166-1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u8);

impl Country {
    /// Every country, by code.
    pub const ALL: [Self; COUNT] = {
        let mut all = [Self(0); COUNT];
        let mut i = 0;
        while i < COUNT {
            all[i] = Self(i as u8);
            i += 1;
        }
        all
    };

    /// Its alpha-2 code.
    pub fn code(self) -> &'static str {
        let at = usize::from(self.0) * 3;
        &CODES[at..at + 2]
    }

    /// The country with exactly this alpha-2 code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .binary_search_by(|country| country.code().cmp(code))
            .ok()
            .map(|at| Self::ALL[at])
    }

    /// Reads an alpha-2 code in any case.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match text.trim() {
            "" => Err(Problem::Required),
            code => Self::from_code(&code.to_ascii_uppercase()).ok_or(Problem::UnknownCountry),
        }
    }

    /// What CLDR calls it in a language of the interface.
    pub fn name(self, lang: Lang) -> &'static str {
        display::region(lang, self.code())
    }

    /// Every country in the order that readers of a language look for it.
    pub fn sorted(lang: Lang) -> &'static [Self] {
        static SORTED: LazyLock<HashMap<Lang, Vec<Country>>> = LazyLock::new(|| {
            let sort = |lang| {
                let mut all = Country::ALL.to_vec();
                display::sort_by_name(lang, &mut all, |country| country.name(lang));
                all
            };
            Lang::ALL.iter().map(|lang| (*lang, sort(*lang))).collect()
        });
        SORTED.get(&lang).map_or(&Self::ALL, Vec::as_slice)
    }

    /// The country that people call so in any language of the interface, or by its code.
    pub fn from_name(name: &str) -> Option<Self> {
        static NAMES: LazyLock<HashMap<String, Country>> = LazyLock::new(names);
        Self::parse(name)
            .ok()
            .or_else(|| NAMES.get(&fold(name)).copied())
    }
}

/// Everything a country is called, folded. CLDR's names go first, what people say otherwise fills the gaps.
fn names() -> HashMap<String, Country> {
    let mut names = HashMap::new();
    for country in Country::ALL {
        for lang in Lang::ALL {
            names.insert(fold(country.name(*lang)), country);
        }
    }
    for country in Country::ALL {
        for lang in Lang::ALL {
            names
                .entry(fold(display::short_region(*lang, country.code())))
                .or_insert(country);
        }
    }
    for (code, said) in ALSO {
        if let Some(country) = Country::from_code(code) {
            for name in said.split(';') {
                names.entry(fold(name)).or_insert(country);
            }
        }
    }
    names
}

/// What lists that come to the board call countries besides: the ISO names where CLDR differs, and common usage.
const ALSO: &[(&str, &str)] = &[
    ("AE", "UAE;Emirates;ОАЭ;الإمارات"),
    ("BA", "Bosnia;Bosnia-Herzegovina"),
    ("BN", "Brunei Darussalam"),
    (
        "BO",
        "Bolivia (Plurinational State of);Plurinational State of Bolivia",
    ),
    ("BY", "Belorussia;Белоруссия"),
    (
        "CD",
        "DR Congo;DRC;Democratic Republic of the Congo;Congo, Democratic Republic of the;Congo (Democratic Republic of the);Zaire",
    ),
    ("CG", "Congo;Republic of the Congo;Congo Republic"),
    ("CI", "Ivory Coast"),
    ("CV", "Cabo Verde"),
    ("CZ", "Czech Republic;Чешская Республика"),
    ("DE", "Federal Republic of Germany;Deutschland;ФРГ"),
    ("FK", "Falkland Islands (Malvinas)"),
    ("FM", "Micronesia (Federated States of)"),
    (
        "GB",
        "UK;Great Britain;Britain;England;Scotland;Wales;Northern Ireland;United Kingdom of Great Britain and Northern Ireland;Англия;Соединенное Королевство;إنجلترا",
    ),
    ("GM", "The Gambia;Gambia"),
    ("HK", "Hong Kong"),
    (
        "IR",
        "Iran (Islamic Republic of);Islamic Republic of Iran;Persia",
    ),
    ("KG", "Kyrgyz Republic;Kirghizia;Киргизия"),
    (
        "KP",
        "Korea (Democratic People's Republic of);Korea, North;DPRK",
    ),
    (
        "KR",
        "Korea;Korea, Republic of;Republic of Korea;Korea, South",
    ),
    ("LA", "Lao People's Democratic Republic"),
    ("LY", "Libyan Arab Jamahiriya"),
    (
        "MD",
        "Moldova, Republic of;Republic of Moldova;Moldavia;Молдавия",
    ),
    ("MK", "Macedonia;Republic of North Macedonia"),
    ("MM", "Myanmar;Burma"),
    ("MO", "Macau;Macao"),
    ("NL", "Holland;The Netherlands;Голландия;هولندا"),
    (
        "PS",
        "Palestine;State of Palestine;Palestine, State of;Палестина;فلسطين",
    ),
    ("RU", "Russian Federation;РФ;Российская Федерация"),
    ("SY", "Syrian Arab Republic"),
    ("SZ", "Swaziland"),
    ("TL", "East Timor"),
    ("TM", "Туркмения"),
    ("TR", "Turkey"),
    ("TW", "Taiwan, Province of China"),
    (
        "TZ",
        "Tanzania, United Republic of;United Republic of Tanzania",
    ),
    (
        "US",
        "USA;U.S.A.;U.S.;United States of America;America;США;أمريكا;الولايات المتحدة الأمريكية",
    ),
    ("VA", "Holy See"),
    ("VE", "Venezuela (Bolivarian Republic of)"),
    ("VN", "Viet Nam"),
];

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl FromStr for Country {
    type Err = Problem;
    fn from_str(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

impl Written for Country {
    fn written(&self) -> Cow<'_, str> {
        self.code().into()
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::from_code(text).ok_or(Problem::UnknownCountry)
    }
}

text_columns!(Country);

#[cfg(test)]
#[path = "country_test.rs"]
mod tests;
