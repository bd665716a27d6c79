//! The link by which a leader answers invitations into groups and leaves them, without an account. Like that of their consents it is
//! signed by the vault, kept nowhere, and does not expire: the right to leave does not either. It ends when that one is ended; each
//! invitation has an end of its own.

use std::collections::HashMap;

use sqlx::PgConnection;

use super::policy::{CanAnswer, by_themselves};
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::LeaderId;
use crate::vault::Vault;
use crate::{Error, Result, leader};

/// What the signature is for.
const CONTEXT: &str = "groups.leaders";

/// The token of a leader's link; for letters, and for pages that only they themselves reach.
pub async fn token(tx: &mut Tx, leader: LeaderId) -> Result<String> {
    let mut all = tokens(tx, &[leader]).await?;
    all.remove(&leader).ok_or(Error::NotFound)
}

/// The same of several.
pub(super) async fn tokens(tx: &mut Tx, leaders: &[LeaderId]) -> Result<HashMap<LeaderId, String>> {
    let vault = tx.vault();
    leader::signed_links(tx, &vault, CONTEXT, leaders).await
}

/// Whose link it is, and that whoever follows it answers for them. Of an entry that gave way it is ended: whoever holds it may be
/// somebody else than the survivor, whose own link leads to all their places.
///
/// # Errors
///
/// [`Error::NotFound`] if it is none of ours, [`Error::Ended`] if it was one and was ended.
pub async fn follow_link(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    token: &str,
) -> Result<(LeaderId, CanAnswer)> {
    let leader = leader::follow_signed_link(conn, vault, CONTEXT, token).await?;
    if leader::merged_into(conn, leader).await?.is_some() {
        return Err(Error::Ended);
    }
    Ok((leader, by_themselves(actor, leader)))
}
