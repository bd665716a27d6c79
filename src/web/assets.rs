//! Styles, scripts, fonts and pictures: in the program itself, under names that change when their content does.

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue,
    IF_NONE_MATCH, VARY,
};
use http::{StatusCode, Uri};

use super::Error;

/// One file that browsers load.
struct Asset {
    /// What templates call it, such as `app.css`.
    name: &'static str,
    /// Where it is, such as `/assets/app.0123456789abcdef.css`.
    url: &'static str,
    content_type: &'static str,
    hash: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
}

/// Written by `build.rs`.
static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Where the browser finds the file that `static/dist` calls `name`.
pub fn url(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or("/assets/missing", |asset| asset.url)
}

/// The text of the file that `static/dist` calls `name`, for pages that are made of it.
pub fn text(name: &str) -> &'static str {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    asset
        .and_then(|asset| std::str::from_utf8(asset.plain).ok())
        .unwrap_or_default()
}

/// The bytes of the file that `static/dist` calls `name`, for what is drawn with it.
pub fn bytes(name: &str) -> Option<&'static [u8]> {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    asset.map(|asset| asset.plain)
}

/// The routes of all files.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*name}", get(show))
        .route("/favicon.ico", get(favicon))
}

async fn show(uri: Uri, headers: HeaderMap) -> Response {
    match ASSETS.iter().find(|asset| asset.url == uri.path()) {
        Some(asset) => asset.answer(&headers),
        None => Error::NotFound.into_response(),
    }
}

/// Some programs ask for this without reading the page first.
async fn favicon(headers: HeaderMap) -> Response {
    match ASSETS.iter().find(|asset| asset.name == "favicon.svg") {
        Some(asset) => {
            let mut response = asset.answer(&headers);
            // This address has no hash in it, so it may be kept for a day only.
            let day = HeaderValue::from_static("public, max-age=86400");
            response.headers_mut().insert(CACHE_CONTROL, day);
            response
        }
        None => Error::NotFound.into_response(),
    }
}

impl Asset {
    fn answer(&self, headers: &HeaderMap) -> Response {
        let brotli = self.brotli.filter(|_| takes_brotli(headers));
        let etag = match brotli {
            Some(_) => format!("\"{}-br\"", self.hash),
            None => format!("\"{}\"", self.hash),
        };
        let known = headers
            .get_all(IF_NONE_MATCH)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|tag| tag.trim().trim_start_matches("W/") == etag);

        let mut response = Response::new(Body::empty());
        let answered = response.headers_mut();
        let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
        answered.insert(CACHE_CONTROL, forever);
        if let Ok(etag) = HeaderValue::try_from(etag) {
            answered.insert(ETAG, etag);
        }
        if self.brotli.is_some() {
            answered.insert(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        answered.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if brotli.is_some() {
            answered.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        *response.body_mut() = Body::from(Bytes::from_static(brotli.unwrap_or(self.plain)));
        response
    }
}

/// Whether the browser says that it reads brotli, and does not say `q=0`.
fn takes_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (coding, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .and_then(|weight| weight.trim().parse::<f32>().ok())
                .is_some_and(|weight| weight <= 0.0);
            coding.trim().eq_ignore_ascii_case("br") && !refused
        })
}

#[cfg(test)]
#[path = "assets_test.rs"]
mod assets_test;
