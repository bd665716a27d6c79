//! Cookies: the session, the language of a visitor, and a sentence for the next page.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

use super::App;

/// The language that a visitor chose.
pub const LANGUAGE: &str = "concord-language";
/// A sentence for the next page, by key.
pub const FLASH: &str = "concord-flash";

/// The name of the session's cookie. The prefix makes browsers insist on `Secure`, `Path=/` and this host
/// alone (RFC 6265bis, 4.1.3.2); without TLS, on this machine, they would drop it.
pub const fn session_name(secure: bool) -> &'static str {
    if secure {
        "__Host-concord"
    } else {
        "concord-session"
    }
}

/// The value of a cookie that was sent.
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(known, value)| (known == name).then_some(value))
}

/// A cookie for this host, out of reach of scripts, kept for so many seconds (0 takes it away).
pub fn set(app: &App, name: &str, value: &str, seconds: u64) -> String {
    let secure = if app.config.secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}
