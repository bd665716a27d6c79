//! How the sample's board decides: mostly by one, in one country by two, in two in a session; with one of each under way.

use chrono::NaiveTime;

use super::SampleError;
use super::criteria;
use super::files::CaseRow;
use super::load::{Loader, known};
use crate::actor::Actor;
use crate::case::{self, Answer, StageCode, Way, WayTerms, policy};
use crate::db::Tx;
use crate::ids::AccountId;
use crate::sitting::{self, Appointment, NewSitting};
use crate::values::{CaseKind, Country, Line};

/// Where two decide registrations.
const BY_TWO: &[&str] = &["CH"];
/// Where a session does.
const IN_SESSION: &[&str] = &["TR", "IT"];

/// Writes the rules, proposes a decision to a colleague, and calls a session with cases on its agenda.
pub(super) async fn arrange(
    loader: &Loader<'_>,
    tx: &mut Tx,
    cases: &[CaseRow],
) -> Result<(), SampleError> {
    tx.date_from_here(loader.present.0);
    for (hosts, way) in [(BY_TWO, Way::Two), (IN_SESSION, Way::Session)] {
        for host in hosts {
            rule(tx, host, way).await?;
        }
    }
    for n in under_review(cases, BY_TWO) {
        let board = loader.people.coordinator(n)?;
        let case = case::find(tx, board, known(&loader.cases, n)?).await?;
        criteria::settle(tx, board, &case).await?;
        case::propose(tx, policy::propose(board, &case)?, Answer::Accept).await?;
    }
    meet(loader, tx, cases).await
}

/// The places of cases under review in these countries.
fn under_review(cases: &[CaseRow], hosts: &[&str]) -> Vec<usize> {
    let is_there = |row: &CaseRow| hosts.contains(&row.particulars.host_country.code());
    cases
        .iter()
        .enumerate()
        .filter(|(_, row)| row.stage == StageCode::InReview && is_there(row))
        .map(|(n, _)| n)
        .collect()
}

async fn rule(tx: &mut Tx, host: &str, way: Way) -> Result<(), SampleError> {
    let can = policy::keep_ways(&Actor::System).map_err(crate::Error::from)?;
    let terms = WayTerms {
        host_country: Country::from_code(host),
        case_kind: Some(CaseKind::Registration),
        kind: None,
        way,
        in_force: true,
    };
    case::write_way_rule(tx, &can, None, &terms).await?;
    Ok(())
}

async fn meet(loader: &Loader<'_>, tx: &mut Tx, cases: &[CaseRow]) -> Result<(), SampleError> {
    let chair = loader.people.chair()?;
    let id_of = |actor: &Actor| -> Result<AccountId, SampleError> {
        let id = actor.account();
        id.ok_or(SampleError::Missing("an account of the board"))
    };
    let half_past_two = NaiveTime::from_hms_opt(14, 30, 0).unwrap_or(NaiveTime::MIN);
    let new = NewSitting {
        at: Appointment {
            starts_local: loader.present.ahead(7).and_time(half_past_two),
            zone: "Europe/Vienna".to_owned(),
            lasts_minutes: 120,
            place: Line::parse("Conference room, second floor", 500)
                .map_err(|_| SampleError::Missing("a place to meet"))?,
        },
        quorum: 2,
        chair: id_of(chair)?,
        members: vec![
            id_of(chair)?,
            id_of(loader.people.coordinator(0)?)?,
            id_of(loader.people.coordinator(1)?)?,
        ],
    };
    let can = sitting::policy::call(chair).map_err(crate::Error::from)?;
    let id = sitting::call(tx, &can, &new).await?;
    let id = id.map_err(|_| SampleError::Missing("a session of the board"))?;
    let see = sitting::policy::see(chair).map_err(crate::Error::from)?;
    let vault = tx.vault();
    let session = sitting::find(tx, &vault, &see, id).await?;
    let session = session.ok_or(SampleError::Missing("a session of the board"))?;
    let can = sitting::policy::keep(chair, &session)?;
    for n in under_review(cases, IN_SESSION) {
        let case = case::find(tx, chair, known(&loader.cases, n)?).await?;
        let of = policy::put_on_agenda(chair, &case)?;
        let added = sitting::add(tx, &can, of).await?;
        added.map_err(|_| SampleError::Missing("a place on an agenda"))?;
    }
    Ok(())
}
