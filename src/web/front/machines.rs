//! What machines ask every site for: where they may go, what is there, and how to search it.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chrono::Days;
use futures_util::stream;

use crate::db::{Db, DbError, Read};
use crate::values::{Country, Lang, RegistryNumber};
use crate::web::{Answer, App, Chrome, Error, Query, say, urls};
use crate::{group, initiative, search};

/// The most addresses of one sitemap (sitemaps.org).
const MOST: i64 = 50_000;

/// How many of them are read at a time.
const BATCH: i64 = 5_000;

const SITEMAP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

/// Everything that is public may be read; the rest is behind the sign-in, and need not be tried.
pub(super) async fn robots(State(app): State<App>) -> Answer {
    let text = format!(
        "User-agent: *\n\
         Disallow: /account\n\
         Disallow: /admin\n\
         Disallow: /api\n\
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

fn xml(body: impl Into<Body>) -> Response {
    (
        [(CONTENT_TYPE, "application/xml; charset=utf-8")],
        body.into(),
    )
        .into_response()
}

/// The sitemaps: one of pages and countries, and so many of organizations as their number asks for. Registry numbers,
/// codes of countries and our own address hold nothing that XML would take amiss.
pub(super) async fn sitemap(State(app): State<App>, mut read: Read) -> Answer {
    let site = &app.config.url;
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    text.push_str(&format!(
        "<sitemap><loc>{site}/sitemaps/pages.xml</loc></sitemap>\n"
    ));
    text.push_str(&format!(
        "<sitemap><loc>{site}/sitemaps/organizations.xml</loc></sitemap>\n"
    ));
    for behind in search::parts(&mut read, MOST).await? {
        text.push_str(&format!(
            "<sitemap><loc>{site}/sitemaps/organizations.xml?behind={behind}</loc></sitemap>\n"
        ));
    }
    text.push_str("</sitemapindex>\n");
    Ok(xml(text))
}

/// The pages for everybody, those of countries in which somebody works, of groups that go on and of published initiatives, the newest.
pub(super) async fn sitemap_of_pages(State(app): State<App>, mut read: Read) -> Answer {
    let site = &app.config.url;
    let mut text = String::from(SITEMAP);
    for path in ["/", "/directory", "/map", urls::INITIATIVES, urls::GROUPS] {
        text.push_str(&format!("<url><loc>{site}{path}</loc></url>\n"));
    }
    let totals = app.directory.totals(&mut read).await?;
    for country in totals
        .hosts()
        .iter()
        .filter_map(|host| Country::from_code(&host.value))
    {
        text.push_str(&format!(
            "<url><loc>{site}{}</loc></url>\n",
            urls::country(country)
        ));
    }
    let today = read.today();
    let groups = group::list(&mut read, None, today).await?;
    let groups = groups.iter().map(|it| urls::group(it.id));
    let published = initiative::published(&mut read, MOST / 2).await?;
    let published = published.into_iter().map(urls::initiative);
    for path in groups.take(10_000).chain(published) {
        text.push_str(&format!("<url><loc>{site}{path}</loc></url>\n"));
    }
    text.push_str("</urlset>\n");
    Ok(xml(text))
}

/// The pages of organizations whose registration is in force, behind a number, sent as they are read.
pub(super) async fn sitemap_of_organizations(
    State(app): State<App>,
    Query(fields): Query,
) -> Answer {
    let behind = RegistryNumber::parse(fields.get("behind")).ok();
    let part = Part {
        db: app.db.clone(),
        site: app.config.url.clone(),
        behind,
        left: MOST,
        begun: false,
    };
    Ok(xml(Body::from_stream(stream::try_unfold(part, Part::next))))
}

/// What is still to be sent of a sitemap.
struct Part {
    db: Db,
    site: String,
    behind: Option<RegistryNumber>,
    left: i64,
    begun: bool,
}

impl Part {
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, DbError> {
        if self.left == 0 {
            return Ok(None);
        }
        let most = BATCH.min(self.left);
        let some = search::in_force(&mut *self.db.read().await?, self.behind, most).await?;
        let mut text = String::from(if self.begun { "" } else { SITEMAP });
        self.begun = true;
        self.left -= most;
        for (number, changed) in &some {
            text.push_str(&format!(
                "<url><loc>{}{}</loc><lastmod>{changed}</lastmod></url>\n",
                self.site,
                urls::organization(*number)
            ));
            self.behind = Some(*number);
        }
        if self.left == 0 || i64::try_from(some.len()).unwrap_or(i64::MAX) < most {
            self.left = 0;
            text.push_str("</urlset>\n");
        }
        Ok(Some((text.into(), self)))
    }
}

/// How browsers search the directory from their own search field (OpenSearch 1.1).
pub(super) async fn opensearch(State(app): State<App>, chrome: Chrome) -> Answer {
    let site = &app.config.url;
    let Chrome { lang, .. } = chrome;
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n<Language>{}</Language>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Image width=\"32\" height=\"32\" type=\"image/svg+xml\">{site}{}</Image>\n\
         <Url type=\"text/html\" template=\"{site}/directory?q={{searchTerms}}\"/>\n\
         <Url type=\"application/x-suggestions+json\" template=\"{site}/directory/suggestions?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n",
        escaped(&say::t(lang, "ui-name")),
        escaped(&say::t(lang, "directory-search")),
        Lang::code(lang),
        crate::web::assets::url("favicon.svg"),
    );
    Ok((
        [(
            CONTENT_TYPE,
            "application/opensearchdescription+xml; charset=utf-8",
        )],
        text,
    )
        .into_response())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
