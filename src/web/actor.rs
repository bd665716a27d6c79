//! Who sends a request, by the cookie of their session.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::{App, cookies, frame};
use crate::actor::Actor;

impl FromRequestParts<App> for Actor {
    type Rejection = super::Error;

    /// Asked several times in one request, it looks once.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, super::Error> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let actor = find(parts, app).await?;
        frame::remember(parts, &actor);
        parts.extensions.insert(actor.clone());
        Ok(actor)
    }
}

async fn find(parts: &Parts, app: &App) -> Result<Actor, super::Error> {
    let name = cookies::session_name(app.config.secure);
    let Some(token) = cookies::get(&parts.headers, name) else {
        return Ok(Actor::Visitor);
    };
    let mut read = app.db.read().await?;
    let (vault, now) = (read.vault(), read.now());
    let person = crate::account::session::find(&mut read, &vault, token, now).await?;
    Ok(person.map_or(Actor::Visitor, Actor::Person))
}
