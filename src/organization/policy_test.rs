//! Tests of who may: each role, at home and abroad, with an organization of their own and without.

use chrono::DateTime;

use super::*;
use crate::actor::Person;
use crate::ids::{AccountId, OrganizationId, SessionId};
use crate::values::{Country, RegistryNumber, Standing};

fn organization() -> Organization {
    Organization {
        id: OrganizationId::fresh(),
        number: RegistryNumber::from_sequence(17),
        name: "Hay Tun".to_owned(),
        name_language: None,
        kind: None,
        host_country: Country::from_code("DE").unwrap(),
        city: None,
        homeland: None,
        community: None,
        founded: None,
        areas: Vec::new(),
        languages: Vec::new(),
        website: None,
        standing: Standing::Good,
        standing_until: None,
        registered_on: None,
        merged_into: None,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        revision: 1,
    }
}

fn person(role: Role, hosts: &[&str]) -> Actor {
    Actor::Person(Person {
        id: AccountId::fresh(),
        session: SessionId::fresh(),
        name: "Somebody".to_owned(),
        role,
        hosts: hosts
            .iter()
            .filter_map(|code| Country::from_code(code))
            .collect(),
    })
}

#[test]
fn the_team_and_the_desk_see_all() {
    let it = organization();
    assert!(see_all(&person(Role::Member, &[]), &it, Some(TeamRole::Reader)).is_ok());
    for role in [Role::Coordinator, Role::Chair, Role::Admin, Role::Auditor] {
        assert!(see_all(&person(role, &[]), &it, None).is_ok(), "{role}");
    }
    assert!(see_all(&person(Role::PostOfficer, &["DE", "CH"]), &it, None).is_ok());
}

#[test]
fn to_others_it_is_not_there() {
    let it = organization();
    let see = |actor: &Actor| see_all(actor, &it, None).map(drop);
    assert_eq!(see(&person(Role::Member, &[])), Err(Denied::Hidden));
    assert_eq!(
        see(&person(Role::PostOfficer, &["FR"])),
        Err(Denied::Hidden)
    );
    assert_eq!(see(&Actor::Visitor), Err(Denied::SignIn));
}

#[test]
fn only_the_chair_changes_a_standing_and_never_that_of_the_own_organization() {
    let it = organization();
    let change = |actor: &Actor, own| change_standing(actor, &it, own).map(drop);
    assert_eq!(change(&person(Role::Chair, &[]), None), Ok(()));
    assert_eq!(change(&Actor::System, None), Ok(()));
    assert_eq!(
        change(&person(Role::Chair, &[]), Some(TeamRole::Reader)),
        Err(Denied::Forbidden)
    );
    for role in [Role::Coordinator, Role::Admin, Role::Auditor] {
        assert_eq!(
            change(&person(role, &[]), None),
            Err(Denied::Forbidden),
            "{role}"
        );
    }
    assert_eq!(
        change(&person(Role::Member, &[]), None),
        Err(Denied::Hidden)
    );
}
