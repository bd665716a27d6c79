//! The code of a certificate as a picture that telephones read.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::urls;
use crate::certificate::{self, Code};
use crate::db::Read;
use crate::web::{Answer, App, Error, Path, Result};

/// `GET /verify/{code}/qr.svg`
pub async fn show(State(app): State<App>, mut conn: Read, Path(code): Path<String>) -> Answer {
    let code = Code::parse(&code).map_err(|_| Error::NotFound)?;
    let certificate = certificate::verify(&mut conn, &code)
        .await?
        .ok_or(Error::NotFound)?;
    drop(conn);
    let address = format!("{}{}", app.config.url, urls::verify(&certificate.code));
    let drawn = picture(&address)?
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    Ok(([(CONTENT_TYPE, "image/svg+xml")], drawn).into_response())
}

/// The squares that say an address.
pub(super) fn picture(address: &str) -> Result<QrCode> {
    // A quarter of it may be torn or stained, as papers are.
    QrCode::with_error_correction_level(address, EcLevel::Q)
        .map_err(|error| Error::Internal(error.to_string()))
}
