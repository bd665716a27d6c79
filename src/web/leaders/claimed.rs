//! Who says that the entries of some leaders are theirs, as those see it who answer.

use std::collections::BTreeMap;

use sqlx::PgConnection;

use crate::account;
use crate::ids::{ClaimId, LeaderId};
use crate::leader::{self, ClaimAnswer, ClaimState};
use crate::vault::Vault;
use crate::web::{Error, Fields, Result};

/// Somebody who says that an entry is theirs.
pub struct Claimed {
    /// What their account is called.
    pub name: String,
    /// Where that is answered.
    pub action: String,
    /// Whether it was confirmed.
    pub is_confirmed: bool,
}

/// Who says that one of these entries is theirs.
pub async fn claimed(
    conn: &mut PgConnection,
    vault: &Vault,
    leaders: &[LeaderId],
    action: impl Fn(LeaderId, ClaimId) -> String,
) -> Result<BTreeMap<LeaderId, Vec<Claimed>>> {
    let claims = leader::claims(conn, leaders).await?;
    let accounts: Vec<_> = claims.iter().map(|it| it.account).collect();
    let names = account::called(conn, vault, &accounts).await?;
    let mut all: BTreeMap<LeaderId, Vec<Claimed>> = BTreeMap::new();
    for claim in claims {
        all.entry(claim.leader).or_default().push(Claimed {
            name: names.get(&claim.account).cloned().unwrap_or_default(),
            action: action(claim.leader, claim.id),
            is_confirmed: claim.state == ClaimState::Confirmed,
        });
    }
    Ok(all)
}

/// What a form answers to a claim.
pub fn claim_answer(fields: &Fields) -> Result<ClaimAnswer> {
    match fields.get("answer") {
        "confirm" => Ok(ClaimAnswer::Confirm),
        "refuse" => Ok(ClaimAnswer::Refuse),
        "end" => Ok(ClaimAnswer::End),
        _ => Err(Error::NotFound),
    }
}
