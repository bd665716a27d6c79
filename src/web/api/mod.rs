//! The directory for programs: the same search as on the pages, the same public facts, in JSON and from any site.

mod organizations;
mod problem;
mod reconcile;
mod reconciliation;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_TYPE,
};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::error::Failure;
use super::{Answer, App};

/// What it can be asked, for tools that make clients of it.
const OPENAPI: &str = include_str!("openapi.json");

/// Nothing here changes anything or knows who asks, so any site's pages may ask.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/organizations", get(organizations::index))
        .route("/api/v1/organizations/{number}", get(organizations::show))
        .route("/api/openapi.json", get(openapi))
        .route(
            "/api/reconcile",
            get(reconcile::show).post(reconcile::create),
        )
        .route("/api/reconcile/suggest/entity", get(reconcile::suggest))
        .layer(from_fn(open))
}

async fn openapi(State(app): State<App>) -> Answer {
    let text = OPENAPI.replace("https://concord.example", &app.config.url);
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}

/// An answer.
fn answer(body: &serde_json::Value) -> Answer {
    Ok(([(CONTENT_TYPE, "application/json")], body.to_string()).into_response())
}

/// Lets pages of other sites read the answers, and says what went wrong in JSON rather than on a page.
async fn open(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        response = problem::of_failure(response.status(), &failure);
    }
    let headers = response.headers_mut();
    for (name, value) in [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_EXPOSE_HEADERS, "link"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "cross-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
