//! The cases of the sample, step by step, by the people who take the steps.

use chrono::{Days, NaiveDate};

use super::SampleError;
use super::criteria;
use super::files::CaseRow;
use super::load::{Loader, known};
use super::papers;
use super::people::is_typed_in;
use super::plan::Move;
use crate::actor::Actor;
use crate::case::{self, Answer, Case, Glimpse, NewPaper, Reach, StageCode, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::outcome;
use crate::values::{CaseKind, Lang, Prose};
use crate::web::registrations;

/// Takes a step of a case.
pub(super) async fn step(
    loader: &mut Loader<'_>,
    tx: &mut Tx,
    n: usize,
    row: &CaseRow,
    what: Move,
) -> Result<(), SampleError> {
    let applicant = loader.people.applicant(n)?.clone();
    let board = loader.people.coordinator(n)?.clone();
    if what == Move::Started {
        let id = start(tx, &applicant, n, row).await?;
        loader.cases.insert(n, id);
        return Ok(());
    }
    let id = known(&loader.cases, n)?;
    let first = row.words.first();
    match what {
        Move::Started => {}
        Move::Submitted => {
            let case = case::find(tx, &applicant, id).await?;
            if n < papers::CASES || is_typed_in(row) {
                papers::add(tx, loader.documents, &applicant, &case, &row.particulars).await?;
            }
            case::submit(tx, policy::submit(&applicant, &case)?, &row.particulars).await?;
        }
        Move::Taken => {
            let case = case::find(tx, &board, id).await?;
            case::take(tx, policy::take(&board, &case)?).await?;
            let case = case::find(tx, &board, id).await?;
            criteria::begin(tx, &board, &case).await?;
        }
        Move::Released => {
            // Left idle for longer than a hold lasts, it is free already, as the clock would have written down.
            case::end_idle_holds(tx).await?;
            let case = case::find(tx, &board, id).await?;
            if case.stage.holding().is_some() {
                case::release(tx, policy::release(&board, &case)?).await?;
            }
        }
        Move::Answered => {
            let answer = answer(loader, n, row)?;
            if matches!(answer, Answer::Accept)
                && let Some(words) = first
            {
                let case = case::find(tx, &board, id).await?;
                let can = policy::write(&board, &case, Reach::Applicant)?;
                case::write_message(tx, can, words).await?;
            }
            let case = case::find(tx, &board, id).await?;
            if matches!(answer, Answer::Accept | Answer::AcceptWithConditions { .. }) {
                criteria::settle(tx, &board, &case).await?;
            }
            let verdict = case::decide(tx, policy::decide(&board, &case)?, answer).await?;
            outcome::apply(tx, verdict).await?;
        }
        Move::Appealed => {
            let why = row.words.get(1).ok_or(SampleError::Missing("words"))?;
            let case = case::find(tx, &applicant, id).await?;
            case::appeal(tx, policy::appeal(&applicant, &case)?, why).await?;
        }
        Move::Withdrawn => {
            let case = case::find(tx, &applicant, id).await?;
            case::withdraw(tx, policy::withdraw(&applicant, &case)?, first).await?;
        }
        Move::Reminded => {
            case::remind_silent(tx).await?;
        }
        Move::Expired => {
            case::expire_silent(tx).await?;
        }
    }
    Ok(())
}

/// Starts a case with the form filled in; a draft lacks its end.
async fn start(
    tx: &mut Tx,
    applicant: &Actor,
    n: usize,
    row: &CaseRow,
) -> Result<CaseId, SampleError> {
    let id = match is_typed_in(row) {
        true => {
            let can = policy::type_in(applicant, row.particulars.host_country)?;
            let paper = paper(n, row, tx.today())?;
            case::type_in(tx, can, &paper).await?
        }
        false => {
            let can = policy::start(applicant, CaseKind::Registration)?;
            case::start(tx, can).await?
        }
    };
    let case: Case = case::find(tx, applicant, id).await?;
    let mut said = row.particulars.clone();
    if row.stage == StageCode::Draft {
        said.about.clear();
        said.people.clear();
    }
    let form = registrations::fill(&said).to_map();
    let can = policy::edit(applicant, &case)?;
    case::save_draft(tx, can, &form, &Glimpse::from(&said)).await?;
    Ok(id)
}

/// The paper that a case was typed in from: the first of the organization's people signed it, and not all of them have mail.
fn paper(n: usize, row: &CaseRow, today: NaiveDate) -> Result<NewPaper, SampleError> {
    let signer = row.particulars.people.first();
    let signer = signer.ok_or(SampleError::Missing("whoever signed a paper"))?;
    Ok(NewPaper {
        signer: signer.name.clone(),
        email: signer.email.clone().filter(|_| n.is_multiple_of(2)),
        phone: None,
        signed_on: today - Days::new(6),
        lang: Lang::ALL[n % Lang::ALL.len()],
    })
}

/// What the board answers.
fn answer(loader: &Loader<'_>, n: usize, row: &CaseRow) -> Result<Answer, SampleError> {
    let words = || -> Result<Prose, SampleError> {
        let first = row.words.first().cloned();
        first.ok_or(SampleError::Missing("words"))
    };
    let days = u32::try_from(n % 10).unwrap_or_default();
    Ok(match row.stage {
        StageCode::Accepted => Answer::Accept,
        StageCode::AcceptedWithConditions => {
            Answer::on_condition(words()?, loader.present.ahead(30 + days))
        }
        StageCode::ChangesRequested => Answer::RequestChanges {
            words: Some(words()?),
            notes: row.notes.clone(),
            due: loader.present.ahead(8 + days),
        },
        StageCode::Expired => Answer::RequestChanges {
            words: Some(words()?),
            notes: row.notes.clone(),
            due: loader.present.ago(row.days_ago + 1),
        },
        _ => Answer::Refuse { words: words()? },
    })
}
