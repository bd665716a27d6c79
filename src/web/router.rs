//! All routes, and what stands around them.

use std::time::Duration;

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;

use super::{
    Answer, App, Chrome, Error, accounts, admin, api, assets, certificates, conditions,
    contributions, countries, desk, directory, documents, frame, front, headers, health, home,
    imports, language, merged, mergers, numbers, organizations, registrations, rosters, see,
    sittings, standings,
};
use super::{
    blanks, bulk, claims, coordinators, desk_organizations, duties, flags, groups, initiatives,
    leaders, map, meetings, neighbours, overlaps, papers, rescues, teams, workbench,
};

/// The longest that an answer may take to begin; downloads and uploads go on after it.
const TIMEOUT: Duration = Duration::from_secs(25);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The portal.
pub fn router(app: App) -> Router {
    health::install();
    features()
        .fallback(missing)
        .method_not_allowed_fallback(asked_otherwise)
        // From the inside outwards: the last of these sees a request first.
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            TIMEOUT,
        ))
        // A large file takes longer to arrive than an answer may take to begin.
        .merge(imports::uploads())
        .merge(documents::uploads())
        .merge(initiatives::files::uploads())
        .merge(conditions::uploads())
        .merge(contributions::uploads())
        .merge(desk::uploads())
        .merge(registrations::uploads())
        .layer(CsrfLayer::new().with_rejection_response(|_| Error::CrossSite.into_response()))
        // Other sites' pages may ask what anybody may know, also by a form.
        .merge(api::routes().layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            TIMEOUT,
        )))
        .layer(from_fn_with_state(app.clone(), merged::lead_on))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), frame::frame))
        .layer(from_fn_with_state(app.clone(), headers::headers))
        // Fonts and documents are compressed already.
        .layer(
            CompressionLayer::new().compress_when(
                DefaultPredicate::new()
                    .and(NotForContentType::const_new("font/"))
                    .and(NotForContentType::const_new("application/pdf"))
                    .and(NotForContentType::const_new("application/vnd.")),
            ),
        )
        .layer(from_fn(log))
        .layer(PropagateRequestIdLayer::new(REQUEST_ID))
        .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
        .with_state(app)
}

/// Nothing is there. Whoever is signed in stays so on the page that says it.
async fn missing(_: Chrome) -> Error {
    Error::NotFound
}

/// An address that takes requests of another kind. One that only takes forms has no page: whoever opens it, from the way back of an error
/// page or after signing in, is led to what stands above it, which has the form.
async fn asked_otherwise(method: Method, uri: Uri, _: Chrome) -> Answer {
    if method != Method::GET {
        return Err(Error::NotFound);
    }
    match uri.path().rsplit_once('/') {
        Some((above, _)) if !above.is_empty() => see(above),
        _ => see("/"),
    }
}

/// What a panic says may hold what somebody typed: the page and the log learn only that there was one.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Error::Internal("a handler panicked".to_owned()).into_response()
}

/// One line per feature.
fn features() -> Router<App> {
    Router::new()
        .merge(accounts::routes())
        .merge(admin::routes())
        .merge(assets::routes())
        .merge(desk::routes())
        .merge(numbers::routes())
        .merge(health::routes())
        .merge(language::routes())
        .merge(registrations::routes())
        .merge(home::routes())
        .merge(front::routes())
        .merge(directory::routes())
        .merge(organizations::routes())
        .merge(countries::routes())
        .merge(rosters::routes())
        .merge(imports::routes())
        .merge(desk_organizations::routes())
        .merge(mergers::routes())
        .merge(documents::routes())
        .merge(certificates::routes())
        .merge(standings::routes())
        .merge(groups::routes())
        .merge(meetings::routes())
        .merge(initiatives::routes())
        .merge(overlaps::routes())
        .merge(workbench::routes())
        .merge(contributions::routes())
        .merge(coordinators::routes())
        .merge(neighbours::routes())
        .merge(leaders::routes())
        .merge(teams::routes())
        .merge(claims::routes())
        .merge(conditions::routes())
        .merge(papers::routes())
        .merge(blanks::routes())
        .merge(rescues::routes())
        .merge(flags::routes())
        .merge(duties::routes())
        .merge(bulk::routes())
        .merge(sittings::routes())
        .merge(map::routes())
}

/// One line in the log per request: the route, never the address, which may name a person.
async fn log(request: Request, next: Next) -> Response {
    let began = std::time::Instant::now();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str)
        .to_owned();
    let id = request
        .headers()
        .get(REQUEST_ID)
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let took = began.elapsed();
    tracing::info!(request = id, %method, route, status, ms = took.as_secs_f64() * 1e3, "answered");
    metrics::counter!("concord_requests", "status" => status.to_string()).increment(1);
    metrics::histogram!("concord_seconds", "route" => route).record(took.as_secs_f64());
    response
}
