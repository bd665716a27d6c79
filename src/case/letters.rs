//! The letters that a case causes. Each goes into the outbox in the transaction of its cause.

use chrono::NaiveDate;

use super::Case;
use super::decision::Answer;
use crate::Result;
use crate::db::Tx;
use crate::ids::AccountId;
use crate::values::{Country, RegistryNumber, TrackingNumber};

/// To the applicant: we have it, and this is its number.
pub(super) async fn submitted(_tx: &mut Tx, _case: &Case, _number: TrackingNumber) -> Result<()> {
    Ok(())
}

/// To the posts of the host country: an opinion is asked.
pub(super) async fn asked(
    _tx: &mut Tx,
    _case: &Case,
    _number: TrackingNumber,
    _host: Country,
    _due: NaiveDate,
) -> Result<()> {
    Ok(())
}

/// To the applicant: what the board answered.
pub(super) async fn decided(
    _tx: &mut Tx,
    _case: &Case,
    _answer: &Answer,
    _registered: Option<RegistryNumber>,
) -> Result<()> {
    Ok(())
}

/// To the chairs: an appeal waits.
pub(super) async fn appealed(_tx: &mut Tx, _case: &Case) -> Result<()> {
    Ok(())
}

/// To the applicant, or to whoever holds the case: there is a message.
pub(super) async fn message(_tx: &mut Tx, _case: &Case, _author: AccountId) -> Result<()> {
    Ok(())
}
