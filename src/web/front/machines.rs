//! What machines ask every site for: where they may go, and what is there.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use chrono::Days;

use crate::db::Read;
use crate::search;
use crate::values::Lang;
use crate::web::{Answer, App, Error, urls};

/// The most addresses of one sitemap (sitemaps.org).
const MOST: i64 = 50_000;

/// Everything that is public may be read; the rest is behind the sign-in, and need not be tried.
pub(super) async fn robots(State(app): State<App>) -> Answer {
    let text = format!(
        "User-agent: *\n\
         Disallow: /account\n\
         Disallow: /admin\n\
         Disallow: /cases\n\
         Disallow: /desk\n\
         Disallow: /home\n\
         Disallow: /imports\n\
         Disallow: /registrations\n\
         Disallow: /rosters\n\
         Disallow: /sign-in\n\
         Disallow: /sign-up\n\
         Sitemap: {}/sitemap.xml\n",
        app.config.url
    );
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

/// For how long the contact holds; the file is made anew whenever somebody asks.
const SECURITY_DAYS: Days = Days::new(180);

/// Whom to tell of a weakness, where the settings say it (RFC 9116).
pub(super) async fn security(State(app): State<App>) -> Answer {
    let contact = app
        .config
        .security_contact
        .as_ref()
        .ok_or(Error::NotFound)?;
    let site = &app.config.url;
    let expires = (app.db.clock().now() + SECURITY_DAYS).format("%Y-%m-%dT%H:%M:%SZ");
    let languages: Vec<&str> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    let text = format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: {}\nCanonical: {site}/.well-known/security.txt\n",
        languages.join(", ")
    );
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

/// The pages of organizations whose registration is in force, and of the countries that they work in.
pub(super) async fn sitemap(State(app): State<App>, mut read: Read) -> Answer {
    let site = &app.config.url;
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    // Registry numbers, codes of countries and our own address hold nothing that XML would take amiss.
    for path in ["/", "/directory"] {
        text.push_str(&format!("<url><loc>{site}{path}</loc></url>\n"));
    }
    for country in search::hosts(&mut read).await? {
        text.push_str(&format!(
            "<url><loc>{site}{}</loc></url>\n",
            urls::country(country)
        ));
    }
    for (number, changed) in search::in_force(&mut read, MOST - 300).await? {
        text.push_str(&format!(
            "<url><loc>{site}{}</loc><lastmod>{changed}</lastmod></url>\n",
            urls::organization(number)
        ));
    }
    text.push_str("</urlset>\n");
    Ok(([(CONTENT_TYPE, "application/xml; charset=utf-8")], text).into_response())
}
