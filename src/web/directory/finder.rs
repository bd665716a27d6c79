//! The list with its filters, as the directory, the pages of countries and the rosters show it.

use sqlx::PgConnection;

use crate::gazetteer::City;
use crate::search::{Bucket, Cursor, Directory, Facet, Filter, Hit, Question, Sort, Wanted};
use crate::values::{
    Area, Areas, Arg, Country, Direction, Kind, Lang, LanguageTag, RegistryNumber, Standing,
};
use crate::web::{Fields, Result, Sheet, areas, say, urls};

/// How many organizations a page shows.
const PER_PAGE: usize = 20;

/// How many values of a filter are shown before the rest is folded away.
const OPEN: usize = 8;

/// The most values of a filter that a page shows at all.
const MOST: usize = 60;

/// What a page shows of a search.
pub struct Finder {
    /// The page that it is on.
    pub action: &'static str,
    /// The filter.
    pub filter: Filter,
    /// The form.
    pub form: Sheet,
    /// What of the filter the form does not show.
    pub kept: Vec<(&'static str, String)>,
    /// Countries to choose from.
    pub countries: Vec<(&'static str, &'static str)>,
    /// How many are found.
    pub count: u64,
    /// Whether nothing has these words, and similar ones are shown.
    pub is_guessed: bool,
    /// How many of them say the same in other words.
    pub meant: u64,
    /// Whether more was typed than is looked for.
    pub is_cut: bool,
    /// Whether what was typed has no letter and no digit.
    pub has_no_letters: bool,
    /// Whether words are looked for, so that there are two orders.
    pub has_words: bool,
    /// The order.
    pub sort: Sort,
    /// The addresses of both orders.
    pub by_relevance: String,
    pub by_name: String,
    /// The organizations.
    pub found: Vec<Found>,
    /// The page before and the page after; empty where there is none.
    pub previous: String,
    pub next: String,
    /// What it can be narrowed by.
    pub groups: Vec<Group>,
    /// What it is narrowed by.
    pub chosen: Vec<Chosen>,
    /// The filter as the query of an address.
    pub query: String,
}

/// An organization in the list.
pub struct Found {
    /// Its page.
    pub href: String,
    /// What the directory knows of it.
    pub hit: Hit,
    /// What it works on.
    pub areas: String,
}

/// The values of a filter.
pub struct Group {
    /// The key of its name.
    pub title_key: &'static str,
    /// Those shown at once.
    pub open: Vec<Value>,
    /// Those folded away.
    pub folded: Vec<Value>,
}

/// A value of a filter.
pub struct Value {
    /// The list with it, or without it if it is on.
    pub href: String,
    /// What it is called.
    pub text: String,
    /// How many organizations have it.
    pub count: u64,
    /// Whether the list is narrowed to it.
    pub on: bool,
    /// Whether it is a part of the value above it.
    pub is_under: bool,
}

/// A filter in force.
pub struct Chosen {
    /// The list without it.
    pub href: String,
    /// What it is called.
    pub text: String,
}

impl Found {
    fn of(lang: Lang, hit: Hit) -> Self {
        Self {
            href: urls::organization(hit.number),
            areas: areas::names(lang, &hit.areas).join(" · "),
            hit,
        }
    }

    /// The language of its name.
    pub fn lang(&self) -> &str {
        self.hit
            .name_language
            .as_ref()
            .map_or("", LanguageTag::as_str)
    }

    /// The direction of its name.
    pub fn dir(&self) -> &'static str {
        self.hit
            .name_language
            .as_ref()
            .map_or("auto", |tag| tag.direction().code())
    }
}

impl Finder {
    /// Finds what the address of the page asks for.
    pub async fn find(
        directory: &Directory,
        conn: &mut PgConnection,
        lang: Lang,
        action: &'static str,
        fields: &Fields,
        which: &[Facet],
    ) -> Result<Self> {
        let filter = Filter::of_pairs(fields.iter());
        let sort = Sort::from_code(fields.get("sort")).unwrap_or(Sort::Relevance);
        let number = |name| RegistryNumber::parse(fields.get(name)).ok();
        let cursor = match (number("after"), number("before")) {
            (Some(after), _) => Cursor::After(after),
            (None, Some(before)) => Cursor::Before(before),
            (None, None) => Cursor::First,
        };
        let question = Question {
            filter: &filter,
            sort,
            cursor,
            most: PER_PAGE,
            facets: which,
        };
        let results = directory.search(conn, &question).await?;
        let wanted = Wanted::parse(&filter.text);
        let ways = Ways { action, sort };
        let groups = which
            .iter()
            .map(|facet| ways.group(lang, &filter, *facet, results.facets.of(*facet)))
            .filter(|group| !group.open.is_empty())
            .collect();
        let page = |name: &str, number: Option<RegistryNumber>| match number {
            Some(number) => ways.to(&filter, &[(name, &number.to_string())]),
            None => String::new(),
        };
        // A field of the form holds one value; of several the others go along as they are.
        let mut shown = vec![Filter::TEXT, Facet::Host.code(), Facet::Homeland.code()];
        let (form, kept): (Vec<_>, Vec<_>) = filter.pairs().into_iter().partition(|(name, _)| {
            let place = shown.iter().position(|one| one == name);
            place.map(|at| shown.swap_remove(at)).is_some()
        });
        Ok(Self {
            action,
            form: Sheet::of(form.into_iter().collect()),
            kept,
            countries: Country::sorted(lang)
                .iter()
                .map(|country| (country.code(), country.name(lang)))
                .collect(),
            count: results.count,
            is_guessed: results.is_guessed,
            meant: results.meant,
            is_cut: wanted.is_cut || fields.get(Filter::TEXT).chars().count() > Filter::TEXT_MAX,
            has_no_letters: !filter.text.is_empty() && wanted.words.is_empty(),
            has_words: !wanted.words.is_empty(),
            sort,
            by_relevance: Ways {
                action,
                sort: Sort::Relevance,
            }
            .to(&filter, &[]),
            by_name: Ways {
                action,
                sort: Sort::Name,
            }
            .to(&filter, &[]),
            found: results
                .listed
                .hits
                .into_iter()
                .map(|hit| Found::of(lang, hit))
                .collect(),
            previous: page("before", results.listed.before),
            next: page("after", results.listed.after),
            groups,
            chosen: ways.chosen(lang, &filter),
            query: filter.to_query(),
            filter,
        })
    }
}

/// Makes addresses of lists.
struct Ways {
    action: &'static str,
    sort: Sort,
}

impl Ways {
    fn to(&self, filter: &Filter, more: &[(&str, &str)]) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(filter.pairs());
        if self.sort == Sort::Name {
            query.append_pair("sort", self.sort.code());
        }
        query.extend_pairs(more);
        let query = query.finish();
        if query.is_empty() {
            self.action.to_owned()
        } else {
            format!("{}?{query}", self.action)
        }
    }

    fn group(&self, lang: Lang, filter: &Filter, facet: Facet, buckets: &[Bucket]) -> Group {
        let mut open: Vec<Value> = match facet {
            Facet::Area => self.areas(lang, filter, buckets),
            _ => chosen_first(buckets.iter().collect(), |bucket| bucket.chosen)
                .into_iter()
                .map(|bucket| self.value(lang, filter, facet, bucket))
                .collect(),
        };
        open.truncate(MOST);
        let folded = open.split_off(open.len().min(OPEN));
        Group {
            title_key: facet.key(),
            open,
            folded,
        }
    }

    fn value(&self, lang: Lang, filter: &Filter, facet: Facet, bucket: &Bucket) -> Value {
        Value {
            href: if bucket.chosen {
                self.to(&filter.without(facet.code(), &bucket.value), &[])
            } else {
                self.to(filter, &[(facet.code(), &bucket.value)])
            },
            text: match (facet, &filter.host[..]) {
                // The country stands in the filters already.
                (Facet::City, [_]) => City::parse(&bucket.value)
                    .map_or_else(|| bucket.value.clone(), |city| city.name().to_owned()),
                _ => name(lang, facet, &bucket.value),
            },
            count: bucket.count,
            on: bucket.chosen,
            is_under: false,
        }
    }

    /// The areas of the first level; where one is chosen, or something beneath it, what is beneath follows. Whoever chooses
    /// a part means the part and not the whole any more.
    fn areas(&self, lang: Lang, filter: &Filter, buckets: &[Bucket]) -> Vec<Value> {
        let areas = Areas::now();
        let top_of = |bucket: &Bucket| Area::recorded(&bucket.value).map(|it| areas.top_of(it));
        let is_top = |bucket: &&Bucket| top_of(bucket).is_some_and(|it| it.code() == bucket.value);
        let open: Vec<Area> = filter.area.iter().map(|it| areas.top_of(*it)).collect();
        let is_open = |bucket: &Bucket| top_of(bucket).is_some_and(|top| open.contains(&top));
        let mut values = Vec::new();
        for top in chosen_first(buckets.iter().filter(is_top).collect(), is_open) {
            values.push(self.value(lang, filter, Facet::Area, top));
            if !is_open(top) {
                continue;
            }
            let without = filter.without(Facet::Area.code(), &top.value);
            let own = buckets
                .iter()
                .filter(|it| !is_top(it) && top_of(it) == top_of(top));
            values.extend(own.map(|bucket| Value {
                is_under: true,
                ..self.value(lang, &without, Facet::Area, bucket)
            }));
        }
        values
    }

    fn chosen(&self, lang: Lang, filter: &Filter) -> Vec<Chosen> {
        filter
            .pairs()
            .into_iter()
            .map(|(key, value)| Chosen {
                href: self.to(&filter.without(key, &value), &[]),
                text: match Facet::from_code(key) {
                    Some(facet) => name(lang, facet, &value),
                    None => value,
                },
            })
            .collect()
    }
}

/// What is on comes first, so that it is never folded away.
fn chosen_first(buckets: Vec<&Bucket>, is_on: impl Fn(&Bucket) -> bool) -> Vec<&Bucket> {
    let (mut on, off): (Vec<&Bucket>, Vec<&Bucket>) =
        buckets.into_iter().partition(|bucket| is_on(bucket));
    on.extend(off);
    on
}

/// What a value of a filter is called.
fn name(lang: Lang, facet: Facet, value: &str) -> String {
    let key = match facet {
        Facet::Host | Facet::Homeland => {
            return Country::from_code(value)
                .map_or_else(|| value.to_owned(), |country| country.name(lang).to_owned());
        }
        Facet::City => {
            return City::parse(value).map_or_else(|| value.to_owned(), |it| city_name(lang, it));
        }
        Facet::Language => {
            return LanguageTag::parse(value)
                .map_or_else(|_| value.to_owned(), |tag| tag.name(lang));
        }
        Facet::Community => None,
        Facet::Area => {
            return Area::recorded(value).map_or_else(|| value.to_owned(), |area| area.name(lang));
        }
        Facet::Kind => Kind::from_code(value).map(Kind::key),
        Facet::Standing => Standing::from_code(value).map(Standing::key),
    };
    key.map_or_else(|| value.to_owned(), |key| say::t(lang, key))
}

/// A city with its country.
pub fn city_name(lang: Lang, city: City) -> String {
    let country = city.country().name(lang);
    let said = [("city", city.name()), ("country", country)];
    let said = said.map(|(name, text)| (name, Arg::Text(text.to_owned())));
    say::with(lang, "city-in-country", &said)
}

/// The direction of a text in a language, or whatever its letters say.
pub fn dir_of(language: Option<&LanguageTag>) -> &'static str {
    language.map_or("auto", |tag| match tag.direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    })
}
