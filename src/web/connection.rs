//! The address that a request comes from, as far as it can be believed.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::App;

/// Where a request comes from. Personal: only ever kept as a keyed hash.
#[derive(Clone, Copy)]
pub struct Remote(pub IpAddr);

/// What the accept loop notes of a connection.
#[derive(Clone, Copy)]
pub(super) struct Peer(pub SocketAddr);

impl FromRequestParts<App> for Remote {
    type Rejection = Infallible;

    /// The peer, or behind proxies the last entry that the outermost of ours wrote.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts
            .extensions
            .get::<Peer>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
        let Some(hops) = app.config.proxies.checked_sub(1) else {
            return Ok(Self(peer));
        };
        let entries: Vec<&str> = parts
            .headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(','))
            .collect();
        let told = entries
            .iter()
            .rev()
            .nth(hops)
            .and_then(|entry| entry.trim().parse().ok());
        Ok(Self(told.unwrap_or(peer)))
    }
}

impl Remote {
    /// What slow-down counts by: an address, or the /64 that one IPv6 customer has.
    pub fn key(self) -> String {
        match self.0.to_canonical() {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => {
                let [a, b, c, d, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}
