//! The directory for programs: JSON, reconciliation, suggestions. Public facts alone, to any site.

use serde_json::{Value, json};
use sqlx::PgPool;

use super::{ROSTER, arrange};
use crate::portal::{Browser, Page, Portal};

fn json_of(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap_or_else(|error| panic!("{error}: {}", page.body))
}

async fn get(browser: &Browser, path: &str) -> Value {
    let page = browser.get(path).await.is(200);
    assert_eq!(page.header("access-control-allow-origin"), "*");
    assert_eq!(page.header("cross-origin-resource-policy"), "cross-origin");
    json_of(&page)
}

fn numbers(answer: &Value) -> Vec<&str> {
    let all = answer["organizations"].as_array().unwrap();
    all.iter()
        .map(|one| one["number"].as_str().unwrap())
        .collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_program_searches_as_people_do(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let answer = get(
        &visitor,
        "/api/v1/organizations?q=georgain+scool&facet=host&facet=kind",
    )
    .await;
    assert_eq!(numbers(&answer), ["CR-0000002-3"]);
    assert_eq!(
        (&answer["count"], &answer["guessed"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(
        answer["facets"]["host"],
        json!([{ "value": "FR", "count": 1 }])
    );
    assert_eq!(answer["organizations"][0]["host_country"], "FR");
    // Another register's number, with and without its blank.
    for typed in ["VR+1", "vr1"] {
        let answer = get(&visitor, &format!("/api/v1/organizations?q={typed}")).await;
        assert_eq!(numbers(&answer), ["CR-0000001-5"], "{typed}");
    }
    assert_eq!(
        numbers(&get(&visitor, "/api/v1/organizations?q=cr+0000003+1").await),
        ["CR-0000003-1"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_program_goes_through_pages_by_their_links(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let mut seen: Vec<String> = Vec::new();
    let mut at = "/api/v1/organizations?limit=3&sort=name".to_owned();
    loop {
        let page = visitor.get(&at).await.is(200);
        let answer = json_of(&page);
        seen.extend(numbers(&answer).into_iter().map(str::to_owned));
        let Some(next) = answer["next"].as_str() else {
            assert!(answer["previous"].is_string() && page.header("link").contains("rel=\"prev\""));
            break;
        };
        assert!(
            page.header("link")
                .contains(&format!("<{next}>; rel=\"next\""))
        );
        at = next.trim_start_matches(crate::portal::URL).to_owned();
    }
    seen.sort();
    assert_eq!(
        seen,
        [
            "CR-0000001-5",
            "CR-0000002-3",
            "CR-0000003-1",
            "CR-0000004-0"
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_was_seen_last_and_fits_no_more_ends_no_list(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let first = get(&visitor, "/api/v1/organizations?limit=1&q=hay").await;
    assert_eq!(numbers(&first), ["CR-0000004-0"]);
    let next = first["next"].as_str().unwrap();
    let next = next.trim_start_matches(crate::portal::URL).to_owned();
    let second = get(&visitor, &next).await;
    assert_eq!(numbers(&second), ["CR-0000001-5"]);
    arrange(&portal, &ROSTER.replace("Hay Dprots", "Aygestan")).await;
    let second = get(&visitor, &next).await;
    assert_eq!(numbers(&second), ["CR-0000001-5"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_program_is_told_what_is_wrong(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    for (path, status, said) in [
        (
            "/api/v1/organizations?hots=DE",
            400,
            "there is no filter “hots”",
        ),
        (
            "/api/v1/organizations?host=ZZ",
            400,
            "no value of the filter “host”",
        ),
        ("/api/v1/organizations?limit=1000", 400, "from 1 to 100"),
        (
            "/api/v1/organizations?sort=age",
            400,
            "“relevance” or “name”",
        ),
        (
            "/api/v1/organizations?after=x",
            400,
            "takes a registry number",
        ),
        ("/api/v1/organizations?facet=age", 400, "is no facet"),
        ("/api/v1/organizations/CR-0000017-9", 404, ""),
        ("/api/v1/organizations/nonsense", 404, ""),
        ("/api/reconcile?queries=%7B", 400, "is no JSON"),
    ] {
        let page = visitor.get(path).await.is(status);
        assert_eq!(
            page.header("content-type"),
            "application/problem+json",
            "{path}"
        );
        assert_eq!(page.header("access-control-allow-origin"), "*", "{path}");
        let problem = json_of(&page);
        assert_eq!(problem["status"], status);
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(said) && !detail.is_empty(), "{detail}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_organization_comes_with_what_is_public_of_it_and_no_more(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let answer = get(&visitor, "/api/v1/organizations/CR-0000001-5").await;
    assert_eq!(answer["names"][1]["text"], "Hay Tun");
    assert_eq!(
        answer["identifiers"],
        json!([{ "scheme": "DE-CR", "value": "VR 1" }])
    );
    assert_eq!(answer["contacts"][0]["value"], "office@hay-tun.example.org");
    assert_eq!(answer["in_force"], true);
    let page = visitor
        .get("/api/v1/organizations/cr00000015")
        .await
        .is(303);
    assert_eq!(page.location(), "/api/v1/organizations/CR-0000001-5");
    let mut fields: Vec<&str> = answer
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    fields.sort_unstable();
    insta::assert_debug_snapshot!(fields);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn openrefine_matches_a_batch(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let manifest = get(&visitor, "/api/reconcile").await;
    assert!(
        manifest["versions"]
            .as_array()
            .unwrap()
            .contains(&json!("0.2"))
    );
    assert_eq!(
        manifest["view"]["url"],
        format!("{}/organizations/{{{{id}}}}", crate::portal::URL)
    );
    let queries = json!({
        "q0": { "query": "Хай Тун" },
        "q1": { "query": "Georgain School of Paris", "limit": 1, "properties": [{ "pid": "host", "v": "FR" }] },
        "q2": { "query": "Georgian School of Paris", "properties": [{ "pid": "host", "v": "DE" }] },
        "q3": { "query": "Hay Tun", "type": "Person" },
        "q4": { "query": "!!!" },
        "q5": { "query": "Something Else", "properties": [{ "pid": "DE-CR", "v": "VR 1" }] },
        "q6": { "query": "Грузинская школа Парижа" },
    })
    .to_string();
    // Pages of other sites may ask too: a testing tool in a browser does.
    let request = axum::http::Request::post("/api/reconcile")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .body(axum::body::Body::from(
            url::form_urlencoded::Serializer::new(String::new())
                .append_pair("queries", &queries)
                .finish(),
        ))
        .unwrap();
    let answer = json_of(&visitor.ask(request).await.is(200));
    let first = &answer["q0"]["result"][0];
    assert_eq!(
        (&first["id"], &first["match"]),
        (&json!("CR-0000001-5"), &json!(true)),
        "{answer}"
    );
    assert_eq!(answer["q1"]["result"].as_array().unwrap().len(), 1);
    assert!(answer["q1"]["result"][0]["score"].as_f64().unwrap() > 95.0);
    assert_eq!(first["features"][0]["id"], "name_similarity");
    let numbered = &answer["q5"]["result"][0];
    assert_eq!(
        (&numbered["id"], &numbered["score"], &numbered["match"]),
        (&json!("CR-0000001-5"), &json!(100.0), &json!(true)),
        "{answer}"
    );
    assert_eq!(
        numbered["features"][1],
        json!({ "id": "identifier", "value": true })
    );
    let translated = &answer["q6"]["result"][0];
    assert_eq!(
        (&translated["id"], &translated["match"]),
        (&json!("CR-0000002-3"), &json!(true)),
        "{answer}"
    );
    for none in ["q2", "q3", "q4"] {
        let results = answer[none]["result"].as_array().unwrap();
        assert!(
            results.iter().all(|one| one["match"] == false),
            "{none}: {results:?}"
        );
    }
    let suggested = get(&visitor, "/api/reconcile/suggest/entity?prefix=geor").await;
    assert_eq!(suggested["result"][0]["id"], "CR-0000002-3");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_types_is_shown_where_it_may_lead(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let visitor = portal.visitor();
    let page = visitor.get("/directory/suggestions?q=geo").await.is(200);
    let answer = json_of(&page);
    assert_eq!(answer[0], "geo");
    assert_eq!(answer[1], json!(["Georgian School of Paris"]));
    assert_eq!(answer[2], json!(["Paris, France"]));
    assert_eq!(answer[3], json!(["/organizations/CR-0000002-3"]));
    assert!(answer[4]["said"].as_str().unwrap().contains("suggestion"));
    let answer = json_of(&visitor.get("/directory/suggestions?q=").await.is(200));
    assert_eq!(answer[1], json!([]));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_description_names_every_way_in(pool: PgPool) {
    let portal = Portal::new(pool);
    let description = get(&portal.visitor(), "/api/openapi.json").await;
    assert_eq!(description["servers"][0]["url"], crate::portal::URL);
    let mut described: Vec<&str> = description["paths"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    described.sort_unstable();
    let routes = crate::world::routes();
    let mut there: Vec<&str> = routes
        .iter()
        .map(|route| route.path.as_str())
        .filter(|path| path.starts_with("/api/"))
        .collect();
    there.sort_unstable();
    there.dedup();
    assert_eq!(described, there);
}
