//! Totals as pages show them: a line for each kind and what it is counted in, with how much of it is stated, documented and verified.

use sqlx::PgConnection;

use crate::contribution::{self, ContributionKind, Evidence, Reach, Total};
use crate::ids::OrganizationId;
use crate::organization;
use crate::say;
use crate::values::{Amount, Lang, Measure};
use crate::web::Result;

/// The lines.
pub struct Sums {
    pub lines: Vec<Line>,
}

/// What was given of a kind, in a currency or a unit. Sums of different currencies are never added.
pub struct Line {
    pub kind: ContributionKind,
    pub measure: Measure,
    pub whole: String,
    pub stated: String,
    pub documented: String,
    pub verified: String,
    pub count: i64,
}

impl Sums {
    /// Of something.
    pub async fn of(conn: &mut PgConnection, lang: Lang, of: Reach<'_>) -> Result<Self> {
        let totals = contribution::totals(conn, of).await?;
        Ok(Self::added(lang, &totals))
    }

    fn added(lang: Lang, totals: &[Total]) -> Self {
        let mut keys: Vec<(ContributionKind, Measure)> = Vec::new();
        for total in totals {
            let key = (total.kind, total.amount.measure);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.sort_unstable();
        let lines = keys.into_iter().map(|(kind, measure)| {
            let own = || {
                totals
                    .iter()
                    .filter(move |it| (it.kind, it.amount.measure) == (kind, measure))
            };
            let sum = |grade: Option<Evidence>| {
                let of_grade = own().filter(|it| grade.is_none_or(|grade| it.evidence == grade));
                let minor = of_grade.fold(0_i64, |sum, it| sum.saturating_add(it.amount.minor));
                match minor {
                    0 => String::new(),
                    minor => said(lang, Amount { minor, measure }),
                }
            };
            Line {
                kind,
                measure,
                whole: sum(None),
                stated: sum(Some(Evidence::Stated)),
                documented: sum(Some(Evidence::Documented)),
                verified: sum(Some(Evidence::Verified)),
                count: own().map(|it| it.count).sum(),
            }
        });
        Self {
            lines: lines.collect(),
        }
    }

    /// The same for programs, as schema.org has values with a unit.
    pub fn machine_readable(&self) -> Vec<serde_json::Value> {
        let lines = self.lines.iter();
        lines
            .map(|line| {
                serde_json::json!({
                    "@type": "PropertyValue",
                    "name": line.kind,
                    "value": line.whole,
                    "unitText": line.measure.code(),
                })
            })
            .collect()
    }
}

/// What anybody may know of what an organization gave, and those that gave way to it.
pub async fn public_sums(
    conn: &mut PgConnection,
    lang: Lang,
    organization: OrganizationId,
) -> Result<Sums> {
    let mut ids = vec![organization];
    let behind = organization::gave_way_to(conn, organization).await?;
    ids.extend(behind.iter().map(|it| it.id));
    Sums::of(conn, lang, Reach::PublicOfOrganizations(&ids)).await
}

/// An amount in words: `12 500.50 EUR`, `40 hours`.
pub fn said(lang: Lang, amount: Amount) -> String {
    match amount.measure {
        Measure::Money(currency) => format!("{}\u{A0}{currency}", amount.shown()),
        Measure::Unit(unit) => format!("{}\u{A0}{}", amount.shown(), say::t(lang, unit.key())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Currency, Unit};

    fn total(kind: ContributionKind, evidence: Evidence, minor: i64, measure: Measure) -> Total {
        Total {
            kind,
            evidence,
            amount: Amount { minor, measure },
            count: 1,
        }
    }

    #[test]
    fn sums_add_up_by_kind_and_never_across_currencies() {
        let (eur, usd) = (
            Measure::Money(Currency::parse("EUR").unwrap()),
            Measure::Money(Currency::parse("USD").unwrap()),
        );
        let hours = Measure::Unit(Unit::Hours);
        let sums = Sums::added(
            Lang::En,
            &[
                total(ContributionKind::Money, Evidence::Stated, 10_050, eur),
                total(ContributionKind::Money, Evidence::Verified, 50, eur),
                total(ContributionKind::Money, Evidence::Stated, 700, usd),
                total(ContributionKind::Hours, Evidence::Documented, 150, hours),
            ],
        );
        let lines: Vec<_> = sums
            .lines
            .iter()
            .map(|it| (it.whole.as_str(), it.stated.as_str(), it.verified.as_str()))
            .collect();
        assert_eq!(
            lines,
            [
                ("101\u{A0}EUR", "100.50\u{A0}EUR", "0.50\u{A0}EUR"),
                ("7\u{A0}USD", "7\u{A0}USD", ""),
                ("1.50\u{A0}hours", "", ""),
            ]
        );
    }
}
