//! What the rules say of a few answers. Pure.

use chrono::{Datelike, NaiveDate};

use super::Rule;
use crate::values::{Country, Kind, PartialDate, codes};

/// What somebody answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Where it works.
    pub host_country: Country,
    /// What it is.
    pub kind: Kind,
    /// Whether it works to make a profit.
    pub for_profit: bool,
    /// How many belong to it.
    pub members: Option<i32>,
    /// Since when it is there.
    pub founded: Option<PartialDate>,
    /// Whether an authority of its host country has it on record.
    pub on_record: bool,
}

codes! {
    /// Why a registration is not to be expected to succeed.
    pub enum Doubt {
        Closed = "closed",
        ForProfit = "for-profit",
        FewMembers = "few-members",
        Young = "young",
        NotOnRecord = "not-on-record",
    }
}

/// The doubts that a rule has; none, if a registration is for this organization. What was not answered is no reason.
pub fn judge(rule: &Rule, answers: &Answers, today: NaiveDate) -> Vec<Doubt> {
    let terms = &rule.terms;
    let years = answers.founded.map(|date| today.year() - date.year());
    let mut doubts = Vec::new();
    if !terms.is_open {
        doubts.push(Doubt::Closed);
    }
    if answers.for_profit && !terms.for_profit {
        doubts.push(Doubt::ForProfit);
    }
    if answers
        .members
        .is_some_and(|members| members < terms.least_members)
    {
        doubts.push(Doubt::FewMembers);
    }
    if years.is_some_and(|years| years < i32::from(terms.least_years)) {
        doubts.push(Doubt::Young);
    }
    if terms.on_record && !answers.on_record {
        doubts.push(Doubt::NotOnRecord);
    }
    doubts
}

#[cfg(test)]
mod tests {
    use super::super::Terms;
    use super::*;
    use crate::ids::RuleId;
    use crate::values::Year;

    fn rule(terms: Terms) -> Rule {
        Rule {
            id: RuleId::fresh(),
            terms,
            revision: 1,
        }
    }

    fn answers() -> Answers {
        Answers {
            host_country: Country::from_code("DE").unwrap(),
            kind: Kind::Association,
            for_profit: false,
            members: Some(7),
            founded: Year::try_from(2025).ok().map(PartialDate::Year),
            on_record: false,
        }
    }

    fn doubts(terms: Terms, answers: &Answers) -> Vec<Doubt> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        judge(&rule(terms), answers, today)
    }

    #[test]
    fn a_rule_without_demands_doubts_nobody_but_who_works_for_profit() {
        assert_eq!(doubts(Terms::default(), &answers()), []);
        let for_profit = Answers {
            for_profit: true,
            ..answers()
        };
        assert_eq!(doubts(Terms::default(), &for_profit), [Doubt::ForProfit]);
    }

    #[test]
    fn every_demand_that_is_not_met_is_told() {
        let strict = Terms {
            is_open: false,
            least_members: 10,
            least_years: 3,
            on_record: true,
            ..Terms::default()
        };
        let all = [
            Doubt::Closed,
            Doubt::FewMembers,
            Doubt::Young,
            Doubt::NotOnRecord,
        ];
        assert_eq!(doubts(strict.clone(), &answers()), all);
        let met = Answers {
            members: Some(10),
            founded: Year::try_from(2023).ok().map(PartialDate::Year),
            on_record: true,
            ..answers()
        };
        assert_eq!(doubts(strict, &met), [Doubt::Closed]);
    }

    #[test]
    fn what_was_not_answered_is_no_reason() {
        let strict = Terms {
            least_members: 10,
            least_years: 3,
            ..Terms::default()
        };
        let silent = Answers {
            members: None,
            founded: None,
            ..answers()
        };
        assert_eq!(doubts(strict, &silent), []);
    }
}
