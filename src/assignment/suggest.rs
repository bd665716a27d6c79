//! How much each coordinator has, and whom that and the rules suggest for an organization that nobody looks after.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use super::{AssignmentRule, Covered, Ground};
use crate::Result;
use crate::ids::AccountId;
use crate::values::Role;

/// What somebody of the board has to look after.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Who.
    pub account: AccountId,
    /// As what.
    pub role: Role,
    /// How many organizations they look after by name: what rules give is what is being shared out.
    pub organizations: i64,
    /// How many flags that are up they look after.
    pub flags: i64,
    /// How many cases they hold.
    pub cases: i64,
}

/// Who is suggested, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub account: AccountId,
    /// What the rule asks that names them; nothing, where no rule fits.
    pub rule: Option<Ground>,
    /// How many organizations they look after.
    pub organizations: i64,
    /// Of how many they look after the fewest.
    pub among: usize,
}

/// What everybody of the board has who can be given more, whoever looks after most first.
pub async fn loads(conn: &mut PgConnection, now: DateTime<Utc>) -> Result<Vec<Load>> {
    Ok(sqlx::query_as!(
        Load,
        r#"select a.id as account, a.role,
            (select count(*) from organization_coordinators c where c.account_id = a.id and c.until is null) as "organizations!",
            (select count(*) from flags f where f.owner_id = a.id and f.ended_at is null) as "flags!",
            (select count(*) from cases c where c.holder_id = a.id and c.held_until > $1) as "cases!"
         from accounts a
         where a.role in ('coordinator', 'chair') and a.confirmed_at is not null and a.closed_at is null
         order by 3 desc, a.id"#,
        now
    )
    .fetch_all(conn)
    .await?)
}

/// Suggests somebody: of those whom the most specific rule names, whoever looks after the fewest organizations; where no rule
/// fits, the same of all coordinators. Nobody who cannot take it now, because they are away or it is their own.
pub fn suggest(
    organization: &Covered,
    rules: &[AssignmentRule],
    loads: &[Load],
    cannot: &HashSet<AccountId>,
) -> Option<Suggestion> {
    let free = |load: &&Load| !cannot.contains(&load.account);
    let named = |load: &Load| {
        let own = rules.iter().filter(|rule| rule.account == load.account);
        own.map(|rule| &rule.ground)
            .filter(|ground| ground.fits(organization))
            .max_by_key(|ground| ground.asks())
    };
    let by_rule: Vec<(&Load, &Ground)> = loads
        .iter()
        .filter(free)
        .filter_map(|load| Some((load, named(load)?)))
        .collect();
    let most = by_rule.iter().map(|(_, ground)| ground.asks()).max();
    if let Some(most) = most {
        let best = by_rule
            .iter()
            .filter(|(_, ground)| ground.asks() == most)
            .map(|(load, ground)| (*load, Some(*ground)));
        return fewest(best);
    }
    let of_role = |role| loads.iter().filter(free).filter(move |it| it.role == role);
    fewest(of_role(Role::Coordinator).map(|load| (load, None)))
        .or_else(|| fewest(of_role(Role::Chair).map(|load| (load, None))))
}

fn fewest<'a>(all: impl Iterator<Item = (&'a Load, Option<&'a Ground>)>) -> Option<Suggestion> {
    let all: Vec<_> = all.collect();
    let (load, rule) = all
        .iter()
        .min_by_key(|(load, _)| (load.organizations, load.account))?;
    Some(Suggestion {
        account: load.account,
        rule: rule.cloned(),
        organizations: load.organizations,
        among: all.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AssignmentRuleId, GroupId};
    use crate::values::{Country, Line};

    fn ground(host: &str, homeland: &str) -> Ground {
        Ground {
            host: Country::from_code(host),
            homeland: Country::from_code(homeland),
            ..Ground::default()
        }
    }

    fn covered(host: &str, homeland: &str) -> Covered {
        Covered {
            host: Country::from_code(host),
            homeland: Country::from_code(homeland),
            ..Covered::default()
        }
    }

    fn person(n: u128) -> AccountId {
        AccountId::from(uuid::Uuid::from_u128(n))
    }

    fn rule(n: u128, host: &str, homeland: &str) -> AssignmentRule {
        AssignmentRule {
            id: AssignmentRuleId::fresh(),
            account: person(n),
            ground: ground(host, homeland),
        }
    }

    fn load(n: u128, organizations: i64) -> Load {
        Load {
            account: person(n),
            role: Role::Coordinator,
            organizations,
            flags: 0,
            cases: 0,
        }
    }

    #[test]
    fn the_most_specific_rule_wins_over_the_lighter_load() {
        let rules = [rule(1, "DE", "AM"), rule(2, "DE", ""), rule(3, "", "AM")];
        let loads = [load(1, 90), load(2, 5), load(3, 0), load(4, 0)];
        let ask = |host, homeland, cannot: &[u128]| {
            let cannot = cannot.iter().map(|n| person(*n)).collect();
            let found = suggest(&covered(host, homeland), &rules, &loads, &cannot)?;
            Some((found.account, found.rule))
        };
        assert_eq!(
            ask("DE", "AM", &[]),
            Some((person(1), Some(ground("DE", "AM"))))
        );
        assert_eq!(
            ask("DE", "AM", &[1]),
            Some((person(2), Some(ground("DE", ""))))
        );
        assert_eq!(
            ask("DE", "AM", &[1, 2]),
            Some((person(3), Some(ground("", "AM"))))
        );
        assert_eq!(ask("DE", "AM", &[1, 2, 3]), Some((person(4), None)));
        assert_eq!(
            ask("FR", "", &[]),
            Some((person(3), None)),
            "no rule: the first of the idle"
        );
        assert_eq!(ask("DE", "AM", &[1, 2, 3, 4]), None);
    }

    #[test]
    fn a_group_is_more_than_a_community_and_that_more_than_countries() {
        let line = |text| Line::parse(text, 300).ok();
        let group = GroupId::fresh();
        let of = |n, ground| AssignmentRule {
            id: AssignmentRuleId::fresh(),
            account: person(n),
            ground,
        };
        let rules = [
            rule(1, "DE", "AM"),
            of(
                2,
                Ground {
                    community: line("Armenians"),
                    ..Ground::default()
                },
            ),
            of(
                3,
                Ground {
                    group: Some(group),
                    ..Ground::default()
                },
            ),
        ];
        let loads: Vec<Load> = (1..=3).map(|n| load(n, 0)).collect();
        let ask = |organization: &Covered| {
            let found = suggest(organization, &rules, &loads, &HashSet::new());
            found.map(|it| it.account)
        };
        let mut haus = covered("DE", "AM");
        assert_eq!(ask(&haus), Some(person(1)));
        haus.community = line("Armenians");
        assert_eq!(ask(&haus), Some(person(2)));
        haus.groups = vec![GroupId::fresh(), group];
        assert_eq!(ask(&haus), Some(person(3)));
        haus.community = line("armenians");
        haus.groups.clear();
        assert_eq!(ask(&haus), Some(person(1)), "another community");
    }

    #[test]
    fn of_those_whom_a_rule_names_alike_the_lighter_load_decides() {
        let rules = [rule(1, "DE", ""), rule(2, "DE", ""), rule(9, "DE", "")];
        let found = suggest(
            &covered("DE", "GE"),
            &rules,
            &[load(1, 4), load(2, 3)],
            &HashSet::new(),
        );
        let found = found.unwrap();
        assert_eq!(
            (found.account, found.organizations, found.among),
            (person(2), 3, 2)
        );
    }

    #[test]
    fn a_chair_is_suggested_by_rule_or_where_nobody_else_is() {
        let chair = Load {
            role: Role::Chair,
            ..load(7, 0)
        };
        let found = suggest(
            &covered("DE", ""),
            &[],
            &[chair, load(1, 50)],
            &HashSet::new(),
        );
        assert_eq!(found.map(|it| it.account), Some(person(1)));
        let found = suggest(&covered("DE", ""), &[], &[chair], &HashSet::new());
        assert_eq!(found.map(|it| it.account), Some(person(7)));
    }
}
