//! Organizations for programs: the list by the filters of the directory, and one with all that is public of it.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::header::LINK;
use axum::http::{HeaderValue, StatusCode};
use serde_json::{Value, json};
use url::form_urlencoded::Serializer;

use super::answer;
use super::problem::problem;
use crate::db::Read;
use crate::organization::{self, PublicOrganization};
use crate::search::{Cursor, Facet, Filter, Hit, Question, Sort};
use crate::values::RegistryNumber;
use crate::web::{Answer, App, Error, Fields, Path, Query, moved, see, urls};

/// How many organizations a page has, unless more or fewer are asked for.
const PER_PAGE: usize = 20;

/// The most.
const MOST: usize = 100;

/// The most values of a filter that are counted out.
const VALUES: usize = 100;

/// What an address asks for.
struct Asked {
    filter: Filter,
    sort: Sort,
    cursor: Cursor,
    limit: usize,
    facets: Vec<Facet>,
}

pub(super) async fn index(State(app): State<App>, mut read: Read, Query(fields): Query) -> Answer {
    let asked = match asked(&fields) {
        Ok(asked) => asked,
        Err(sentence) => return Ok(problem(StatusCode::BAD_REQUEST, &sentence)),
    };
    let question = Question {
        filter: &asked.filter,
        sort: asked.sort,
        cursor: asked.cursor,
        most: asked.limit,
        facets: &asked.facets,
    };
    let results = app.directory.search(&mut read, &question).await?;
    let site = &app.config.url;
    let page = |name: &str, number: Option<RegistryNumber>| {
        number.map(|number| format!("{site}/api/v1/organizations?{}", asked.query(name, number)))
    };
    let next = page("after", results.listed.after);
    let previous = page("before", results.listed.before);
    let facets: BTreeMap<&str, Vec<Value>> = asked
        .facets
        .iter()
        .map(|facet| {
            let values = results.facets.of(*facet).iter().take(VALUES);
            let values = values.map(|one| json!({ "value": one.value, "count": one.count }));
            (facet.code(), values.collect())
        })
        .collect();
    let hits: Vec<Value> = results
        .listed
        .hits
        .iter()
        .map(|hit| summary(site, hit))
        .collect();
    let body = json!({
        "count": results.count,
        "guessed": results.is_guessed,
        "by_meaning": results.meant,
        "organizations": hits,
        "facets": facets,
        "next": next,
        "previous": previous,
    });
    let links: Vec<String> = [(&next, "next"), (&previous, "prev")]
        .into_iter()
        .filter_map(|(to, rel)| Some(format!("<{}>; rel=\"{rel}\"", to.as_ref()?)))
        .collect();
    let mut response = answer(&body)?;
    if let Ok(links) = HeaderValue::try_from(links.join(", "))
        && !links.is_empty()
    {
        response.headers_mut().insert(LINK, links);
    }
    Ok(response)
}

pub(super) async fn show(
    State(app): State<App>,
    mut read: Read,
    Path(typed): Path<String>,
) -> Answer {
    let number = RegistryNumber::parse(&typed).map_err(|_| Error::NotFound)?;
    let vault = read.vault();
    let found = organization::find_public(&mut read, &vault, number)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(into) = found.merged_into {
        return moved(urls::api_organization(into));
    }
    if typed != number.to_string() {
        return see(urls::api_organization(number));
    }
    answer(&whole(&app.config.url, &found))
}

/// Reads an address; a sentence says what of it means nothing. Programs are told, where pages go on.
fn asked(fields: &Fields) -> Result<Asked, String> {
    let number = |name: &str| match fields.get(name) {
        "" => Ok(None),
        text => RegistryNumber::parse(text)
            .map(Some)
            .map_err(|_| format!("“{name}” takes a registry number")),
    };
    let cursor = match (number("after")?, number("before")?) {
        (Some(after), _) => Cursor::After(after),
        (None, Some(before)) => Cursor::Before(before),
        (None, None) => Cursor::First,
    };
    let limit = match fields.get("limit") {
        "" => PER_PAGE,
        text => text
            .parse()
            .ok()
            .filter(|limit| (1..=MOST).contains(limit))
            .ok_or_else(|| format!("“limit” takes a number from 1 to {MOST}"))?,
    };
    let sort = match fields.get("sort") {
        "" => Sort::Relevance,
        text => Sort::from_code(text).ok_or("“sort” is “relevance” or “name”")?,
    };
    let mut facets = Vec::new();
    for name in fields.all("facet").flat_map(|names| names.split(',')) {
        let facet = Facet::from_code(name.trim()).ok_or_else(|| format!("“{name}” is no facet"))?;
        // Each is counted once, however often it is asked for.
        if !facets.contains(&facet) {
            facets.push(facet);
        }
    }
    let own = ["after", "before", "limit", "sort", "facet"];
    let filters = fields.iter().filter(|(name, _)| !own.contains(name));
    let filter = Filter::of_pairs_strictly(filters).map_err(|error| error.to_string())?;
    Ok(Asked {
        filter,
        sort,
        cursor,
        limit,
        facets,
    })
}

impl Asked {
    /// The query of another page of the same.
    fn query(&self, name: &str, number: RegistryNumber) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.filter.pairs());
        if self.sort == Sort::Name {
            query.append_pair("sort", self.sort.code());
        }
        if self.limit != PER_PAGE {
            query.append_pair("limit", &self.limit.to_string());
        }
        for facet in &self.facets {
            query.append_pair("facet", facet.code());
        }
        query.append_pair(name, &number.to_string());
        query.finish()
    }
}

fn summary(site: &str, hit: &Hit) -> Value {
    json!({
        "number": hit.number.to_string(),
        "name": hit.name,
        "name_language": hit.name_language,
        "kind": hit.kind.map(|kind| kind.code()),
        "host_country": hit.host_country.code(),
        "city": hit.city,
        "homeland": hit.homeland.map(|homeland| homeland.code()),
        "community": hit.community,
        "areas": hit.areas.iter().map(|area| area.code()).collect::<Vec<_>>(),
        "standing": hit.standing.code(),
        "by_meaning": hit.by_meaning,
        "url": format!("{site}{}", urls::organization(hit.number)),
        "api_url": format!("{site}{}", urls::api_organization(hit.number)),
    })
}

fn whole(site: &str, one: &PublicOrganization) -> Value {
    json!({
        "number": one.number.to_string(),
        "names": one.names,
        "kind": one.kind.map(|kind| kind.code()),
        "host_country": one.host_country.code(),
        "city": one.city,
        "homeland": one.homeland.map(|homeland| homeland.code()),
        "community": one.community,
        "founded": one.founded,
        "identifiers": one.identifiers,
        "areas": one.areas.iter().map(|area| area.code()).collect::<Vec<_>>(),
        "languages": one.languages,
        "website": one.website,
        "contacts": one.contacts.iter().map(|contact| json!({
            "channel": contact.channel.code(),
            "purpose": contact.purpose.code(),
            "value": contact.value,
        })).collect::<Vec<_>>(),
        "about": one.about,
        "standing": one.standing.code(),
        "in_force": one.standing.in_force(),
        "standing_until": one.standing_until,
        "registered_on": one.registered_on,
        "updated_at": one.updated_at,
        "url": format!("{site}{}", urls::organization(one.number)),
    })
}
