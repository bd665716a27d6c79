//! What the sample's board judges cases by: the draft that the registry came with, published before its first case.

use super::SampleError;
use crate::actor::Actor;
use crate::case::{Case, policy as cases};
use crate::criterion::{self, Assessed, FindingOutcome, Found, policy};
use crate::db::Tx;

/// Publishes the draft.
pub(super) async fn publish(tx: &mut Tx) -> Result<(), SampleError> {
    let read = policy::read(&Actor::System).map_err(crate::Error::from)?;
    let keep = policy::keep(&Actor::System).map_err(crate::Error::from)?;
    let draft = criterion::draft(tx, &read).await?;
    criterion::publish(tx, &keep, draft.revision).await?;
    // The years of the sample lie before the day that the empty first edition came with.
    sqlx::query("update criteria_editions set published_at = $1 where number = 1")
        .bind(tx.now())
        .execute(&mut **tx)
        .await
        .map_err(crate::Error::from)?;
    Ok(())
}

/// Whoever took a case has looked at the first of its criteria.
pub(super) async fn begin(tx: &mut Tx, board: &Actor, case: &Case) -> Result<(), SampleError> {
    let first = open(tx, board, case).await?.into_iter().next();
    found(tx, board, case, first.as_slice()).await
}

/// Whoever accepts a case has found everything met that is required.
pub(super) async fn settle(tx: &mut Tx, board: &Actor, case: &Case) -> Result<(), SampleError> {
    let open = open(tx, board, case).await?;
    found(tx, board, case, &open).await
}

async fn open(tx: &mut Tx, board: &Actor, case: &Case) -> Result<Vec<Assessed>, SampleError> {
    let vault = tx.vault();
    let read = cases::read(board, case)?;
    let mut open = criterion::assessed(tx, &vault, &read).await?;
    open.retain(Assessed::hinders);
    Ok(open)
}

async fn found(
    tx: &mut Tx,
    board: &Actor,
    case: &Case,
    open: &[Assessed],
) -> Result<(), SampleError> {
    let met = Found {
        outcome: FindingOutcome::Met,
        note: None,
        documents: Vec::new(),
        fields: Vec::new(),
        links: Vec::new(),
    };
    for one in open {
        let can = policy::assess(board, case)?;
        criterion::record(tx, &can, one, &met).await?;
    }
    Ok(())
}
