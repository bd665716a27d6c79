//! Somebody's browser: it keeps cookies, says where its requests come from, and looks at every page it gets.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use concord::actor::Actor;
use concord::db::Db;
use concord::ids::AccountId;
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Method, Request};
use tower::ServiceExt as _;

use super::people::Known;
use super::{Page, Portal, faults_of};

/// A browser; a clone shares its cookies.
#[derive(Clone)]
pub struct Browser(Arc<Inner>);

struct Inner {
    router: Router,
    db: Db,
    url: String,
    person: Option<Known>,
    cookies: Mutex<BTreeMap<String, String>>,
    language: Mutex<Option<String>>,
    expects_faults: AtomicBool,
}

/// A file that a form sends.
pub struct File<'a> {
    /// The name of the field.
    pub field: &'a str,
    /// The name of the file.
    pub name: &'a str,
    /// What it is said to be.
    pub kind: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

impl Browser {
    pub(super) fn new(portal: &Portal, person: Option<Known>) -> Self {
        Self(Arc::new(Inner {
            router: portal.router.clone(),
            db: portal.db.clone(),
            url: portal.url.clone(),
            person,
            cookies: Mutex::default(),
            language: Mutex::default(),
            expects_faults: AtomicBool::new(false),
        }))
    }

    /// Opens a page.
    pub async fn get(&self, path: impl AsRef<str>) -> Page {
        self.send(Method::GET, path.as_ref(), None, Body::empty())
            .await
    }

    /// Sends a form.
    pub async fn post(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.post_bytes(path, body).await
    }

    /// Sends a form in bytes that may be anything.
    pub async fn post_bytes(&self, path: impl AsRef<str>, body: impl Into<Body>) -> Page {
        let kind = "application/x-www-form-urlencoded";
        self.send(Method::POST, path.as_ref(), Some(kind), body.into())
            .await
    }

    /// Sends a form with a file (`multipart/form-data`).
    pub async fn post_file(
        &self,
        path: impl AsRef<str>,
        fields: &[(&str, &str)],
        file: File<'_>,
    ) -> Page {
        let boundary = "----a-boundary-that-no-file-holds";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend_from_slice(
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .as_bytes(),
            );
        }
        body.extend_from_slice(
            format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                file.field, file.name, file.kind
            )
            .as_bytes(),
        );
        body.extend_from_slice(file.bytes);
        body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={boundary}");
        self.send(Method::POST, path.as_ref(), Some(&kind), body.into())
            .await
    }

    async fn send(&self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Page {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        let mut request = request.body(body).expect("a request");
        let headers = request.headers_mut();
        let origin = HeaderValue::from_str(&self.0.url).expect("an address");
        headers.insert(ORIGIN, origin);
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        self.ask(request).await
    }

    /// Sends a request as it is, with this browser's cookies and language.
    pub async fn ask(&self, mut request: Request<Body>) -> Page {
        let asked = format!("{} {}", request.method(), request.uri());
        let headers = request.headers_mut();
        let host = self.0.url.split("//").nth(1).unwrap_or_default();
        headers
            .entry(HOST)
            .or_insert(HeaderValue::from_str(host).expect("a host"));
        let cookies = self.cookies();
        if !cookies.is_empty() {
            headers.insert(COOKIE, HeaderValue::from_str(&cookies).expect("cookies"));
        }
        if let Some(language) = &*self.0.language.lock().unwrap() {
            let language = HeaderValue::from_str(language).expect("a language");
            headers.insert(ACCEPT_LANGUAGE, language);
        }
        let response = self.0.router.clone().oneshot(request).await;
        let (parts, body) = response.expect("the router never fails").into_parts();
        self.keep_cookies(&parts.headers);
        let body = to_bytes(body, usize::MAX).await.expect("a body");
        let page = Page {
            asked,
            status: parts.status,
            location: parts
                .headers
                .get(LOCATION)
                .map(|location| location.to_str().expect("an address").to_owned()),
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
            browser: self.clone(),
        };
        self.look_at(&page);
        page
    }

    /// A page that is not sound fails the test that came by, whatever the test is about.
    fn look_at(&self, page: &Page) {
        if !self.0.expects_faults.load(Ordering::Relaxed) {
            assert_ne!(page.status, 500, "{}: a fault of ours", page.asked);
        }
        if page.is_html() {
            let faults = faults_of(&page.body);
            assert!(faults.is_empty(), "{}: {faults:#?}", page.asked);
        }
    }

    /// What it would send as cookies.
    pub fn cookies(&self) -> String {
        let cookies = self.0.cookies.lock().unwrap();
        let pairs: Vec<_> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    /// A cookie that it keeps.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.0.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie into it.
    pub fn set_cookie(&self, name: &str, value: &str) {
        let mut cookies = self.0.cookies.lock().unwrap();
        cookies.insert(name.to_owned(), value.to_owned());
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut cookies = self.0.cookies.lock().unwrap();
        for line in headers.get_all(SET_COOKIE) {
            let line = line.to_str().expect("a cookie");
            let mut parts = line.split(';').map(str::trim);
            let (name, value) = parts.next().unwrap().split_once('=').expect("a cookie");
            if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The same browser, set to a language (`ar`, or any `Accept-Language`).
    #[must_use]
    pub fn reading(self, language: &str) -> Self {
        *self.0.language.lock().unwrap() = Some(language.to_owned());
        self
    }

    /// The same browser, in a test that wants to see a 500.
    #[must_use]
    pub fn expecting_faults(self) -> Self {
        self.0.expects_faults.store(true, Ordering::Relaxed);
        self
    }

    /// The account of the person.
    pub fn account(&self) -> AccountId {
        self.0.person.as_ref().expect("a visitor has none").account
    }

    /// The address of the person.
    pub fn email(&self) -> &str {
        &self.0.person.as_ref().expect("a visitor has none").email
    }

    /// The person as the domain sees them, for arranging through its own verbs.
    pub async fn actor(&self) -> Actor {
        let Some(token) = self.cookie(super::people::COOKIE) else {
            return Actor::Visitor;
        };
        let mut read = self.0.db.read().await.expect("a connection");
        let (vault, now) = (read.vault(), read.now());
        concord::account::session::find(&mut read, &vault, &token, now)
            .await
            .expect("the session is read")
            .map_or(Actor::Visitor, Actor::Person)
    }
}
