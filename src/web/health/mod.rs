//! For machines that watch: whether the program lives, whether it can work, and its numbers.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::App;

/// The numbers of this process. Made by the first server; tests make many.
static METRICS: std::sync::OnceLock<Option<PrometheusHandle>> = std::sync::OnceLock::new();

pub fn routes() -> Router<App> {
    Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .route("/metrics", get(numbers))
}

/// Begins to count.
pub fn install() {
    METRICS.get_or_init(|| PrometheusBuilder::new().install_recorder().ok());
}

async fn live() -> &'static str {
    "ok\n"
}

/// Ready is: the database answers, and its schema is ours.
async fn ready(State(app): State<App>) -> Response {
    match crate::db::is_ready(&app.db).await {
        true => "ok\n".into_response(),
        false => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        )
            .into_response(),
    }
}

/// Numbers for Prometheus. They name nobody, and are for whoever runs the machine: a proxy must not pass them on.
async fn numbers(State(app): State<App>) -> Response {
    let (open, idle) = app.db.connections();
    metrics::gauge!("concord_db_connections").set(open);
    metrics::gauge!("concord_db_connections_idle").set(idle as f64);
    match METRICS.get().and_then(Option::as_ref) {
        Some(handle) => (
            [(CONTENT_TYPE, "text/plain; version=0.0.4")],
            handle.render(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
