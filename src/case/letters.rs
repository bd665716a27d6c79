//! The letters that a case causes. Each goes into the outbox in the transaction of its cause.

use chrono::NaiveDate;

use super::Case;
use super::condition::Judged;
use super::paper;
use super::policy;
use super::stage::Stage;
use super::telling::TellingKind;
use crate::Result;
use crate::account::{self, StandIn};
use crate::db::Tx;
use crate::ids::{AccountId, CaseId};
use crate::notice::{self, Letter, LetterKind, OfCase, Recipient};
use crate::organization::standing;
use crate::values::{CaseKind, Country, RegistryNumber, Role, TrackingNumber};

/// To the applicant: we have it, and this is its number. To the posts of its host country, where it goes there first:
/// until when their opinion is wanted.
pub(super) async fn submitted(tx: &mut Tx, case: &Case, to: Stage, host: Country) -> Result<()> {
    to_applicant(tx, case, Letter::CaseSubmitted).await?;
    let Stage::AtPost { due } = to else {
        return Ok(());
    };
    let posts = officers(tx, Role::PostOfficer, Some(host)).await?;
    to_officers(tx, case, posts, |of| Letter::OpinionWanted { of, due }).await
}

/// To the applicant: what the board answered. The words wait on the page of the case, behind a sign-in.
pub(super) async fn decided(
    tx: &mut Tx,
    case: &Case,
    to: Stage,
    registry: Option<RegistryNumber>,
) -> Result<()> {
    let renewed = match (case.kind, case.organization) {
        (CaseKind::Renewal, Some(id)) => standing::registered_until(tx, id).await?,
        _ => None,
    };
    let conditions = sqlx::query_scalar!(
        r#"select count(*) as "count!" from case_conditions where case_id = $1 and met_at is null"#,
        case.id as _
    )
    .fetch_one(&mut **tx)
    .await?;
    let conditions = usize::try_from(conditions).unwrap_or(0);
    to_applicant(tx, case, |of| match to {
        Stage::AcceptedWithConditions { due, .. } if let Some(until) = renewed => {
            Letter::RenewedWithConditions {
                of,
                until,
                conditions,
                due,
            }
        }
        Stage::AcceptedWithConditions { due, .. } => {
            Letter::AcceptedWithConditions { of, registry, due }
        }
        Stage::Refused { appeal_until, .. } => Letter::Refused { of, appeal_until },
        Stage::ChangesRequested { due } => Letter::ChangesRequested { of, due },
        _ => match renewed {
            Some(until) => Letter::Renewed { of, until },
            None => Letter::Accepted { of, registry },
        },
    })
    .await
}

/// To the applicant: the board still waits for what it asked for.
pub(super) async fn answer_wanted(tx: &mut Tx, case: &Case, due: NaiveDate) -> Result<()> {
    to_applicant(tx, case, |of| Letter::AnswerWanted { of, due }).await
}

/// To the applicant: nobody answered, and the case is withdrawn; until when it can be brought back.
pub(super) async fn expired(tx: &mut Tx, case: &Case, until: NaiveDate) -> Result<()> {
    to_applicant(tx, case, |of| Letter::CaseExpired { of, until }).await
}

/// To the applicant: the board has brought it back, and there is time until a day.
pub(super) async fn revived(tx: &mut Tx, case: &Case, due: NaiveDate) -> Result<()> {
    to_applicant(tx, case, |of| Letter::CaseRevived { of, due }).await
}

/// To the applicant: all conditions are met, one is not, or there is time until another day. Of one that is met while others
/// wait, the page of the case tells.
pub(super) async fn condition(tx: &mut Tx, case: &Case, to: Stage, judged: &Judged) -> Result<()> {
    match (to, judged) {
        (Stage::Accepted { .. }, _) => to_applicant(tx, case, Letter::ConditionsMet).await,
        (_, Judged::NotMet { .. }) => to_applicant(tx, case, Letter::ConditionNotMet).await,
        (_, Judged::Extended { due, .. }) => {
            let due = *due;
            to_applicant(tx, case, |of| Letter::ConditionExtended { of, due }).await
        }
        (_, Judged::Met { .. }) => Ok(()),
    }
}

/// To the applicant: the appeal is here. To the chairs: there is one to judge.
pub(super) async fn appealed(tx: &mut Tx, case: &Case) -> Result<()> {
    to_applicant(tx, case, Letter::Appealed).await?;
    let chairs = officers(tx, Role::Chair, None).await?;
    to_officers(tx, case, chairs, Letter::AppealToJudge).await
}

/// To the applicant: there is a message. Their own they know.
pub(super) async fn message(tx: &mut Tx, case: &Case, author: AccountId) -> Result<()> {
    if case.is_own(author) {
        return Ok(());
    }
    to_applicant(tx, case, Letter::Message).await
}

/// To colleagues: they were named in a note, which they may do without; or a case was taken over from them.
pub(super) async fn told(
    tx: &mut Tx,
    case: &Case,
    kind: TellingKind,
    to: &[AccountId],
) -> Result<()> {
    let letter = match kind {
        TellingKind::Mentioned => Letter::Mentioned,
        TellingKind::TakenOver => Letter::TakenOver,
    };
    to_officers(tx, case, to.to_vec(), letter).await
}

/// To those of the board who may confirm what a colleague proposed, if they wish to be told.
pub(super) async fn proposed(tx: &mut Tx, case: &Case, proposer: AccountId) -> Result<()> {
    let mut seconds = officers(tx, Role::Coordinator, None).await?;
    seconds.extend(officers(tx, Role::Chair, None).await?);
    seconds.retain(|it| *it != proposer);
    to_officers(tx, case, seconds, Letter::SecondWanted).await
}

/// To whoever proposed: a colleague disagrees. Why stands on the page of the case.
pub(super) async fn disagreed(tx: &mut Tx, case: &Case) -> Result<()> {
    let proposer = case.proposer.into_iter().collect();
    to_officers(tx, case, proposer, Letter::SecondDisagrees).await
}

/// To whoever is in charge of a case: it is off the agenda of a session. Why stands on its page.
pub(super) async fn off_agenda(
    tx: &mut Tx,
    to: AccountId,
    (case, number, title): (CaseId, TrackingNumber, String),
    session: i32,
) -> Result<()> {
    let of = OfCase {
        case,
        number,
        title,
    };
    notice::post(
        tx,
        Recipient::Account(to),
        Letter::OffAgenda { of, session },
    )
    .await
}

/// Whose role this is; of posts, those of a host country.
async fn officers(tx: &mut Tx, role: Role, host: Option<Country>) -> Result<Vec<AccountId>> {
    Ok(sqlx::query_scalar!(
        "select id from accounts
         where role = $1 and closed_at is null and confirmed_at is not null and ($2::text is null or $2 = any(hosts))
         order by id",
        role as _,
        host as _,
    )
    .fetch_all(&mut **tx)
    .await?)
}

/// Nobody is asked to judge what they applied for.
async fn to_officers(
    tx: &mut Tx,
    case: &Case,
    officers: Vec<AccountId>,
    letter: impl Fn(OfCase) -> Letter,
) -> Result<()> {
    let Some(of) = of_case(case) else {
        return Ok(());
    };
    let has_part = |it: &AccountId| case.concerns(*it) || case.was_typed_by(*it);
    let (vault, today) = (tx.vault(), tx.today());
    let stand_ins = account::stand_ins(tx, &vault, &officers, today).await?;
    for officer in officers.iter().filter(|it| !has_part(it)) {
        notice::post(tx, Recipient::Account(*officer), letter(of.clone())).await?;
    }
    // Whoever stands in for several is written to for each of them, and not at all for what they get themselves.
    for it in stand_ins
        .into_iter()
        .filter(|it| !officers.contains(&it.deputy) && !has_part(&it.away))
    {
        let letter = Box::new(letter(of.clone()));
        if is_for_deputy(letter.kind(), &it, case) {
            let to = Recipient::Account(it.deputy);
            let (name, until) = (it.name, it.until);
            let letter = Letter::ForDeputy {
                letter,
                name,
                until,
            };
            notice::post(tx, to, letter).await?;
        }
    }
    Ok(())
}

/// Whether a letter asks for something that this deputy can do in this case.
fn is_for_deputy(kind: LetterKind, it: &StandIn, case: &Case) -> bool {
    let can_be_told = policy::may_be_told(it.deputy, it.role, &it.hosts, case);
    match kind {
        LetterKind::OpinionWanted => can_be_told && it.role == Role::PostOfficer,
        LetterKind::Mentioned => can_be_told,
        LetterKind::AppealToJudge | LetterKind::SecondWanted => {
            policy::judges(it.deputy, it.role, case).is_ok() && case.proposer != Some(it.deputy)
        }
        _ => false,
    }
}

fn of_case(case: &Case) -> Option<OfCase> {
    Some(OfCase {
        case: case.id,
        number: case.number?,
        title: case.title.clone(),
    })
}

async fn to_applicant(tx: &mut Tx, case: &Case, letter: impl Fn(OfCase) -> Letter) -> Result<()> {
    let Some(of) = of_case(case) else {
        return Ok(());
    };
    for account in case.correspondents() {
        notice::post(tx, Recipient::Account(account), letter(of.clone())).await?;
    }
    if case.awaits_hand_over() {
        paper::tell(tx, case, letter(of)).await?;
    }
    Ok(())
}
