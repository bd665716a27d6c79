//! Totals as pages show them: a line for each kind and what it is counted in, with how much of it is stated, documented and verified.

use sqlx::PgConnection;

use crate::contribution::{self, ContributionKind, Evidence, Reach, Total};
use crate::ids::OrganizationId;
use crate::organization;
use crate::say;
use crate::values::{Amount, Arg, Lang, Measure};
use crate::web::Result;

/// The lines.
#[derive(Default)]
pub struct Sums {
    pub lines: Vec<Line>,
}

/// What was given of a kind, in a currency or a unit. Sums of different currencies are never added.
pub struct Line {
    pub kind: ContributionKind,
    pub measure: Measure,
    pub whole: String,
    /// How much of it waits for the board to look at it; empty where nothing does.
    pub waiting: String,
    /// The whole as a number for programs.
    pub plain: String,
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
            let sum = |is_of: &dyn Fn(&Total) -> bool| {
                let minor = own()
                    .filter(|it| is_of(it))
                    .fold(0_i64, |sum, it| sum.saturating_add(it.amount.minor));
                Amount { minor, measure }
            };
            let shown = |amount: Amount| match amount.minor {
                0 => String::new(),
                _ => said(lang, amount),
            };
            let of_grade = |grade| shown(sum(&|it: &Total| it.evidence == grade));
            let whole = sum(&|_| true);
            Line {
                kind,
                measure,
                whole: shown(whole),
                waiting: shown(sum(&|it| it.waits)),
                plain: whole.plain(),
                stated: of_grade(Evidence::Stated),
                documented: of_grade(Evidence::Documented),
                verified: of_grade(Evidence::Verified),
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
                    "value": line.plain,
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

/// An amount in words: `12 500.50 EUR`, `40 hours`, `1 hour`.
pub fn said(lang: Lang, amount: Amount) -> String {
    let shown = amount.shown(lang);
    match (amount.measure, amount.whole()) {
        (Measure::Money(currency), _) => format!("{shown}\u{A0}{currency}"),
        (Measure::Unit(unit), Some(count)) => {
            let key = format!("amount-{unit}");
            let args = [("amount", Arg::Text(shown)), ("count", Arg::Number(count))];
            say::plain(lang, &key, &args)
        }
        (Measure::Unit(unit), None) => {
            let key = format!("amount-{unit}-part");
            say::plain(lang, &key, &[("amount", Arg::Text(shown))])
        }
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
            waits: evidence == Evidence::Stated,
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
                ("1.50 hours", "", ""),
            ]
        );
    }

    #[test]
    fn amounts_are_written_as_the_language_writes_them() {
        let eur = Measure::Money(Currency::parse("EUR").unwrap());
        let hours = Measure::Unit(Unit::Hours);
        for (lang, minor, measure, words) in [
            (Lang::En, 1_250_050, eur, "12\u{202F}500.50\u{A0}EUR"),
            (Lang::Ru, 1_250_050, eur, "12\u{202F}500,50\u{A0}EUR"),
            (Lang::En, 100, hours, "1 hour"),
            (Lang::En, 200, hours, "2 hours"),
            (Lang::Ru, 150, hours, "1,50 часа"),
            (Lang::Ru, 500, hours, "5 часов"),
            (Lang::Ru, 2_100, hours, "21 час"),
            (Lang::Ar, 200, hours, "ساعتان"),
            (Lang::Ar, 300, hours, "3 ساعات"),
        ] {
            assert_eq!(said(lang, Amount { minor, measure }), words);
        }
    }
}
