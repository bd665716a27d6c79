//! What the sample's member recorded that their organization gave, and what the board made of it.

use chrono::TimeDelta;

use super::SampleError;
use super::files::InitiativeRow;
use super::linking::placed;
use super::load::Loader;
use super::person::OF_MEMBER;
use crate::contribution::{self, ContributionKind, Evidence, Given, Verdict, policy};
use crate::db::Tx;
use crate::organization;
use crate::values::{Amount, Country, Currency, Measure, Prose, TeamRole, Unit};

/// What was given, how long ago in days, what shows it, and what the board said.
struct Gift {
    kind: ContributionKind,
    amount: &'static str,
    /// A currency, or a unit.
    of: &'static str,
    /// To the initiative that the organization leads, or home.
    to_initiative: bool,
    days: i64,
    words: &'static str,
    proof: &'static str,
    verdict: Option<Verdict>,
}

/// What the member's organization leads.
pub(super) const LED: &str = "École arménienne du dimanche";

fn gifts() -> Vec<Gift> {
    vec![
        Gift {
            kind: ContributionKind::Money,
            amount: "4200",
            of: "EUR",
            to_initiative: false,
            days: 190,
            words: "Sent home for the roof of a village school.",
            proof: "Transfer to the village council, seen at the bank.",
            verdict: Some(Verdict::Verify),
        },
        Gift {
            kind: ContributionKind::Hours,
            amount: "320",
            of: "hours",
            to_initiative: true,
            days: 60,
            words: "Lessons of one school year, given by volunteers.",
            proof: "",
            verdict: Some(Verdict::Accept),
        },
        Gift {
            kind: ContributionKind::InKind,
            amount: "85",
            of: "pieces",
            to_initiative: true,
            days: 30,
            words: "Primers for the first and the second class.",
            proof: "Delivery note of the printer.",
            verdict: None,
        },
        Gift {
            kind: ContributionKind::Money,
            amount: "600",
            of: "CHF",
            to_initiative: true,
            days: 12,
            words: "Collected at the autumn concert.",
            proof: "",
            verdict: None,
        },
    ]
}

/// Records them, and says of them what the board said.
pub(super) async fn arrange(
    loader: &Loader<'_>,
    tx: &mut Tx,
    initiatives: &[InitiativeRow],
) -> Result<(), SampleError> {
    let (member, board) = (loader.people.member()?, loader.people.coordinator(0)?);
    let own = organization::find(tx, loader.organization(OF_MEMBER)?).await?;
    let own = own.ok_or(SampleError::Missing("an organization"))?;
    let led = placed(loader, initiatives, LED)?;
    let vault = tx.vault();
    for gift in gifts() {
        let words = |text: &str| Prose::parse(text, Prose::CEILING).ok();
        let measure = match Currency::parse(gift.of) {
            Ok(currency) => Measure::Money(currency),
            Err(_) => {
                Measure::Unit(Unit::from_code(gift.of).ok_or(SampleError::Missing("a unit"))?)
            }
        };
        let amount = Amount::parse(gift.amount, measure);
        let proof = words(gift.proof);
        let given = Given {
            initiative: gift.to_initiative.then_some(led),
            homeland: Country::from_code("AM"),
            kind: gift.kind,
            amount: amount.map_err(|_| SampleError::Missing("an amount"))?,
            given_on: loader.present.today() - TimeDelta::days(gift.days),
            evidence: match proof {
                Some(_) => Evidence::Documented,
                None => Evidence::Stated,
            },
            words: words(gift.words),
            proof,
            file: None,
            is_for_public: true,
        };
        let can = policy::record(member, &own, Some(TeamRole::Owner));
        let can = can.map_err(crate::Error::from)?;
        let id = contribution::record(tx, &can, &given).await?;
        if let Some(verdict) = gift.verdict {
            let found = contribution::find(tx, &vault, id).await?;
            let found = found.ok_or(SampleError::Missing("a contribution"))?;
            let can = policy::review(board, &found, &own, None)?;
            contribution::review(tx, &can, &verdict).await?;
        }
    }
    Ok(())
}
