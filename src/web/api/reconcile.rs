//! The W3C Reconciliation Service API, version 0.2: a coordinator's OpenRefine matches a spreadsheet against the registry.

use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::answer;
use super::problem::problem;
use super::reconciliation::{Asked, MOST, TYPE, queries};
use crate::db::Read;
use crate::search::{Candidate, Filter, Hit};
use crate::values::Lang;
use crate::web::{Answer, App, Fields, Form, Query, say, urls};

/// The service itself, or answers to queries in the address.
pub(super) async fn show(State(app): State<App>, read: Read, Query(fields): Query) -> Answer {
    if fields.sent("queries") {
        return answers(&app, read, &fields).await;
    }
    answer(&manifest(&app.config.url))
}

/// Answers to queries in a form.
pub(super) async fn create(State(app): State<App>, read: Read, Form(fields): Form) -> Answer {
    answers(&app, read, &fields).await
}

/// Organizations whose name begins as somebody types.
pub(super) async fn suggest(
    State(app): State<App>,
    mut read: Read,
    Query(fields): Query,
) -> Answer {
    let filter = Filter::of_pairs([(Filter::TEXT, fields.get("prefix"))]);
    let hits = match filter.text.is_empty() {
        true => Vec::new(),
        false => app.directory.first(&mut read, &filter, 10).await?,
    };
    let result: Vec<Value> = hits
        .iter()
        .map(|hit| {
            json!({
                "id": hit.number.to_string(),
                "name": hit.name,
                "description": place(hit),
                "notable": [kind()],
            })
        })
        .collect();
    answer(&json!({ "result": result }))
}

async fn answers(app: &App, mut read: Read, fields: &Fields) -> Answer {
    let queries = match queries(fields.get("queries")) {
        Ok(queries) => queries,
        Err(sentence) => return Ok(problem(StatusCode::BAD_REQUEST, &sentence)),
    };
    let mut answers = Map::new();
    for (key, Asked { sought, limit }) in queries {
        let candidates = match sought {
            Some(sought) => app.directory.candidates(&mut read, &sought, limit).await?,
            None => Vec::new(),
        };
        let result: Vec<Value> = candidates.iter().map(candidate).collect();
        answers.insert(key, json!({ "result": result }));
    }
    answer(&Value::Object(answers))
}

fn manifest(site: &str) -> Value {
    json!({
        "versions": ["0.1", "0.2"],
        "name": say::t(Lang::En, "ui-name"),
        "identifierSpace": format!("{site}/organizations/"),
        "schemaSpace": "https://schema.org/",
        "defaultTypes": [kind()],
        "batchSize": MOST,
        "view": { "url": format!("{site}/organizations/{{{{id}}}}") },
        "suggest": {
            "entity": {
                "service_url": site,
                "service_path": "/api/reconcile/suggest/entity",
            },
        },
    })
}

fn kind() -> Value {
    json!({ "id": TYPE, "name": "NGO" })
}

fn candidate(one: &Candidate) -> Value {
    json!({
        "id": one.hit.number.to_string(),
        "name": one.hit.name,
        "description": place(&one.hit),
        "type": [kind()],
        "score": one.score,
        "match": one.is_match,
        "features": features(one),
        "view": urls::organization(one.hit.number),
    })
}

/// What the score comes from: how alike the names are, and each thing that says so or speaks against it.
fn features(one: &Candidate) -> Vec<Value> {
    let mut features = vec![json!({ "id": "name_similarity", "value": one.name })];
    if one.is_numbered {
        features.push(json!({ "id": "identifier", "value": true }));
    }
    features.extend(one.reasons.iter().map(|reason| {
        let id = reason.key().trim_start_matches("alike-").replace('-', "_");
        json!({ "id": id, "value": true })
    }));
    features
}

fn place(hit: &Hit) -> String {
    let country = hit.host_country.name(Lang::En);
    match &hit.city {
        Some(city) => format!("{city}, {country}"),
        None => country.to_owned(),
    }
}
