//! What every page shows around its own content: language, who is signed in, the ways onward.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use super::flash::Flash;
use super::{App, cookies, frame, urls};
use crate::actor::{Actor, Person};
use crate::say;
use crate::values::{Lang, Role};

/// What a handler makes pages with: the reader's language, and who is signed in.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The reader's language.
    pub lang: Lang,
    path: String,
    flash: Option<Flash>,
    actor: Actor,
    is_demo: bool,
}

/// What every page struct holds as `page`.
#[derive(Clone, Debug)]
pub struct Page {
    /// The reader's language.
    pub lang: Lang,
    /// The path and query of this request.
    pub path: String,
    /// Who is signed in.
    pub signed_in: Option<Person>,
    /// The sections of the portal that this person has.
    pub nav: Vec<NavLink>,
    /// What the page before left to say.
    pub flash: Option<Flash>,
    /// Whether this is the sample registry.
    pub is_demo: bool,
    /// Where the page stands.
    pub crumbs: Vec<Crumb>,
}

/// A way to a section.
#[derive(Clone, Debug)]
pub struct NavLink {
    /// Where it leads.
    pub href: &'static str,
    /// The key of its name.
    pub text_key: &'static str,
    /// Whether the page is in that section.
    pub current: bool,
}

/// A step of the way to a page; the last has no address.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub text: String,
}

impl Chrome {
    /// A page for this request.
    pub fn page(&self) -> Page {
        Page {
            lang: self.lang,
            path: self.path.clone(),
            signed_in: self.actor.person().ok().cloned(),
            nav: nav(&self.actor, &self.path),
            flash: self.flash.clone(),
            is_demo: self.is_demo,
            crumbs: Vec::new(),
        }
    }

    /// A page of what admins keep, with the way back to all of it.
    pub fn admin_page(&self) -> Page {
        self.page()
            .crumb(urls::ADMIN, say::t(self.lang, "nav-admin"))
    }

    /// Who is signed in.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// From what is known of a request when it went wrong.
    pub(super) fn of(parts: &Parts, app: &App, actor: Actor) -> Self {
        let lang = language(parts);
        let path = parts
            .extensions
            .get::<OriginalUri>()
            .map_or(&parts.uri, |uri| &uri.0);
        Self {
            lang,
            path: path
                .path_and_query()
                .map_or("/", |path| path.as_str())
                .to_owned(),
            flash: Flash::read(&parts.headers, lang),
            actor,
            is_demo: app.config.demo,
        }
    }
}

impl Page {
    /// Adds a step of the way.
    #[must_use]
    pub fn crumb(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.crumbs.push(Crumb {
            href: href.into(),
            text: text.into(),
        });
        self
    }

    /// Whether somebody is signed in.
    pub const fn is_signed_in(&self) -> bool {
        self.signed_in.is_some()
    }
}

impl FromRequestParts<App> for Chrome {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let actor = Actor::from_request_parts(parts, app)
            .await
            .unwrap_or(Actor::Visitor);
        Ok(Self::of(parts, app, actor))
    }
}

/// The language that was chosen, or the one that the browser likes best.
fn language(parts: &Parts) -> Lang {
    let chosen = cookies::get(&parts.headers, cookies::LANGUAGE).and_then(Lang::from_code);
    let accepted = parts
        .headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|header| header.to_str().ok());
    chosen.unwrap_or_else(|| Lang::negotiate(accepted.unwrap_or_default()))
}

/// What everybody finds in public; the desk has its own lists of both.
const PUBLIC: [(&str, &str); 2] = [
    (urls::INITIATIVES, "nav-initiatives"),
    (urls::GROUPS, "nav-groups"),
];

/// The sections, by what a person comes to do.
fn nav(actor: &Actor, path: &str) -> Vec<NavLink> {
    let mut links: Vec<(&'static str, &'static str)> = vec![("/directory", "nav-directory")];
    match actor.role() {
        None => {
            links.extend(PUBLIC);
            links.push(("/registrations/new", "nav-register"));
        }
        Some(Role::Member) => {
            links.extend(PUBLIC);
            links.push(("/home", "nav-home"));
        }
        Some(role) => {
            links.push(("/home", "nav-home"));
            links.push(("/desk", "nav-desk"));
            if role != Role::PostOfficer {
                links.push(("/desk/groups", "nav-groups"));
                links.push(("/desk/initiatives", "nav-initiatives"));
            }
            links.push(("/rosters", "nav-rosters"));
            if role == Role::Admin {
                links.push(("/imports", "nav-imports"));
            }
            if matches!(role, Role::Admin | Role::Auditor) {
                links.push((urls::ADMIN, "nav-admin"));
            }
        }
    }
    let plain = frame::path_of(path);
    let section = links
        .iter()
        .map(|(href, _)| *href)
        .filter(|href| plain == *href || plain.starts_with(&format!("{href}/")))
        .max_by_key(|href| href.len());
    links
        .into_iter()
        .map(|(href, text_key)| NavLink {
            href,
            text_key,
            current: section == Some(href),
        })
        .collect()
}
