//! The link by which a leader answers invitations into groups and leaves them, without an account. Like that of their consents it is
//! signed by the vault, kept nowhere, and does not expire: the right to leave does not either. Each invitation does.

use super::policy::{CanAnswer, by_themselves};
use crate::actor::Actor;
use crate::ids::LeaderId;
use crate::leader;
use crate::vault::Vault;

/// What the signature is for.
const CONTEXT: &str = "groups.leaders";

/// The token of a leader's link.
pub(super) fn token(vault: &Vault, leader: LeaderId) -> String {
    leader::signed_link(vault, CONTEXT, leader)
}

/// Whose link it is, and that whoever follows it answers for them; nothing, if it is none of ours.
pub fn follow_link(vault: &Vault, actor: &Actor, token: &str) -> Option<(LeaderId, CanAnswer)> {
    let leader = leader::follow_signed_link(vault, CONTEXT, token)?;
    Some((leader, by_themselves(actor, leader)))
}
