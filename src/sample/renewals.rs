//! The renewals of the sample, step by step: organizations whose registration ends within weeks, or has lapsed.

use super::SampleError;
use super::load::Loader;
use super::papers;
use super::plan::Move;
use super::row::{line, prose};
use crate::actor::Actor;
use crate::case::{self, Answer, FieldNote, StageCode, policy};
use crate::db::Tx;
use crate::ids::CaseId;
use crate::leader;
use crate::organization::standing;
use crate::organization::{
    self, Members, Name, Particular, Particulars, PersonEntry, Section, sections_of, team,
};
use crate::outcome;
use crate::values::{LanguageTag, NameRole, Problem};
use crate::web::registrations;

/// A renewal.
pub(super) struct Renewal {
    /// Whose, by the key of the files.
    pub organization: &'static str,
    /// How far it has come.
    pub stage: StageCode,
    /// The day of its last step.
    pub days_ago: u64,
    /// What it changes.
    change: fn(&mut Particulars) -> Result<(), Problem>,
}

/// All of them: one in every stage that the desk works on, and one that is accepted.
pub(super) const ALL: &[Renewal] = &[
    Renewal {
        organization: "beirut-aragats",
        stage: StageCode::AtPost,
        days_ago: 4,
        change: nothing,
    },
    Renewal {
        organization: "turin-iyoba",
        stage: StageCode::Submitted,
        days_ago: 5,
        change: a_treasurer,
    },
    // It lapsed: the ladder waits for the board.
    Renewal {
        organization: "nairobi-goma-artists",
        stage: StageCode::Submitted,
        days_ago: 9,
        change: fewer_members,
    },
    Renewal {
        organization: "oslo-indus",
        stage: StageCode::InReview,
        days_ago: 7,
        change: another_name_and_chair,
    },
    Renewal {
        organization: "liege-kivu-women",
        stage: StageCode::ChangesRequested,
        days_ago: 3,
        change: fewer_members,
    },
    Renewal {
        organization: "losangeles-sepideh",
        stage: StageCode::Accepted,
        days_ago: 6,
        change: nothing,
    },
];

fn nothing(_: &mut Particulars) -> Result<(), Problem> {
    Ok(())
}

/// As it was counted some weeks ago.
fn fewer_members(said: &mut Particulars) -> Result<(), Problem> {
    said.members = Some(Members {
        count: 148,
        on: None,
        evidence: Some(line("membership list")?),
    });
    Ok(())
}

/// A name by which more people know it, and another chair: the board looks at both.
fn another_name_and_chair(said: &mut Particulars) -> Result<(), Problem> {
    let english = LanguageTag::parse("en")?;
    let name = Name::new(line("Indus Youth Forum")?, Some(english), NameRole::Other);
    said.names.push(name);
    // Who chaired it leaves, and another one signs from now on.
    said.people.clear();
    said.people.push(PersonEntry {
        signs: true,
        ..PersonEntry::new(line("Mehwish Qureshi")?, line("Chair")?, None, false)
    });
    Ok(())
}

/// Somebody more in office, who signs too.
fn a_treasurer(said: &mut Particulars) -> Result<(), Problem> {
    said.people.push(PersonEntry {
        signs: true,
        ..PersonEntry::new(line("Efosa Aigbe")?, line("Treasurer")?, None, false)
    });
    Ok(())
}

/// Takes a step of a renewal.
pub(super) async fn step(
    loader: &mut Loader<'_>,
    tx: &mut Tx,
    renewal: &'static Renewal,
    what: Move,
) -> Result<(), SampleError> {
    let owner = loader.people.owner(renewal.organization)?.clone();
    let board = loader.people.coordinator(0)?.clone();
    if what == Move::Started {
        let id = start(loader, tx, &owner, renewal).await?;
        loader.renewals.insert(renewal.organization, id);
        return Ok(());
    }
    let id = loader.renewals.get(renewal.organization).copied();
    let id = id.ok_or(SampleError::Missing("a renewal that was begun before"))?;
    match what {
        Move::Submitted => submit(loader, tx, &owner, id, renewal).await?,
        Move::Taken => {
            let case = case::find(tx, &board, id).await?;
            case::take(tx, policy::take(&board, &case)?).await?;
        }
        Move::Answered => {
            let case = case::find(tx, &board, id).await?;
            let answer = answer(loader, renewal)?;
            let verdict = case::decide(tx, policy::decide(&board, &case)?, answer).await?;
            outcome::apply(tx, verdict).await?;
        }
        _ => {}
    }
    Ok(())
}

/// Somebody of the organization looks after it from now on, and begins the renewal.
async fn start(
    loader: &Loader<'_>,
    tx: &mut Tx,
    owner: &Actor,
    renewal: &Renewal,
) -> Result<CaseId, SampleError> {
    let id = loader.organization(renewal.organization)?;
    let (vault, today) = (tx.vault(), tx.today());
    let organization = organization::find(tx, id).await?;
    let organization = organization.ok_or(SampleError::Missing("an organization"))?;
    let account = owner.account();
    let account = account.ok_or(SampleError::Missing("an owner's account"))?;
    let board = loader.people.coordinator(0)?;
    team::make_owner(tx, board, (id, organization.number), account).await?;
    let own = team::role_of(tx, id, account).await?;
    let said = organization::particulars(tx, &vault, id).await?;
    let said = Particulars {
        people: leader::fill_in(tx, owner, &organization).await?,
        ..said.ok_or(SampleError::Missing("what an organization says"))?
    };
    let window = standing::window(tx, &organization, today).await?;
    let granted = policy::renew(owner, &organization, own, &window)?;
    let form = registrations::fill(&said).to_map();
    Ok(case::start_change(tx, granted, &form, &said).await?)
}

/// Every section is confirmed, or changed; what is needed is added, and it goes to the board.
async fn submit(
    loader: &Loader<'_>,
    tx: &mut Tx,
    owner: &Actor,
    id: CaseId,
    renewal: &Renewal,
) -> Result<(), SampleError> {
    let organization = loader.organization(renewal.organization)?;
    let vault = tx.vault();
    let today = tx.today();
    let now = leader::registered(tx, &vault, organization, today).await?;
    let now = now.ok_or(SampleError::Missing("what an organization says"))?;
    let mut said = now.clone();
    (renewal.change)(&mut said).map_err(|_| SampleError::Missing("a change that is fit"))?;
    let form = registrations::fill(&said).to_map();
    let changed = sections_of(&organization::compare(&now, &said));
    let glimpse = case::Glimpse::from(&said);
    for section in Section::ALL.iter().copied() {
        let case = case::find(tx, owner, id).await?;
        let can = policy::edit(owner, &case)?;
        if changed.contains(&section) {
            case::save_section(tx, can, section, 0, &form, &glimpse).await?;
        } else {
            let how = (section, 0);
            case::confirm_section(tx, can, how, (&form, &glimpse), &now).await?;
        }
    }
    let case = case::find(tx, owner, id).await?;
    papers::add(tx, loader.documents, owner, &case, &said).await?;
    case::submit(tx, policy::submit(owner, &case)?, &said).await?;
    Ok(())
}

/// What the board answers.
fn answer(loader: &Loader<'_>, renewal: &Renewal) -> Result<Answer, SampleError> {
    let words = |text| prose(text).map_err(|_| SampleError::Missing("words"));
    Ok(match renewal.stage {
        StageCode::ChangesRequested => Answer::RequestChanges {
            words: Some(words(
                "Thank you for the renewal. Two things are not clear to us yet.",
            )?),
            notes: vec![
                FieldNote {
                    field: Particular::Members,
                    note: words(
                        "The certificate that you added counts another number. Please tell us which is right.",
                    )?,
                },
                FieldNote {
                    field: Particular::Contacts,
                    note: words(
                        "Letters to this address came back. Please give one that is read.",
                    )?,
                },
            ],
            due: loader.present.ahead(16),
        },
        _ => Answer::Accept,
    })
}
