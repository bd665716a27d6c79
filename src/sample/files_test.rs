//! The sample files: every row is read, and every key refers to something.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::*;
use crate::names::script_of;

fn files() -> Files {
    Files::read().unwrap()
}

#[test]
fn every_row_of_every_file_can_be_read() {
    let files = files();
    assert_eq!(files.organizations.len(), 300);
    assert_eq!(files.leaders.len(), 209);
    assert_eq!(files.groups.len(), 14);
    assert_eq!(files.initiatives.len(), 78);
    assert_eq!(files.cases.len(), 60);
}

#[test]
fn whoever_is_asked_for_changes_is_told_at_which_fields() {
    for row in files().cases {
        let asked = matches!(row.stage, StageCode::ChangesRequested | StageCode::Expired);
        assert_eq!(!row.notes.is_empty(), asked, "{:?}", row.particulars.names);
    }
}

#[test]
fn every_key_refers_to_something() {
    let files = files();
    let known: HashSet<&str> = files
        .organizations
        .iter()
        .map(|row| row.key.as_str())
        .collect();
    assert_eq!(known.len(), 300, "a key is there twice");
    let leaders = files.leaders.iter().map(|row| &row.organization);
    let members = files.groups.iter().flat_map(|row| &row.members);
    let leads = files.initiatives.iter().map(|row| &row.lead);
    let partners = files.initiatives.iter().flat_map(|row| &row.partners);
    let named = leaders
        .chain(members.map(|(key, _)| key))
        .chain(leads)
        .chain(partners);
    let renewed = super::super::renewals::ALL.iter().map(|it| it.organization);
    for key in renewed {
        assert!(known.contains(key), "{key}");
        let owner = files.leaders.iter().find(|it| it.organization == key);
        assert!(owner.is_some_and(|it| it.email.is_some()), "{key}");
    }
    for key in named {
        assert!(known.contains(key.as_str()), "{key}");
    }
}

#[test]
fn organizations_and_groups_say_the_same_of_who_is_in_what() {
    let files = files();
    let mut by_group: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for row in &files.organizations {
        for group in &row.groups {
            by_group.entry(group).or_default().insert(&row.key);
        }
    }
    for group in &files.groups {
        let members: BTreeSet<&str> = group.members.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(
            by_group.remove(group.key.as_str()).unwrap_or_default(),
            members,
            "{}",
            group.key
        );
    }
    assert!(by_group.is_empty(), "{:?}", by_group.keys());
}

#[test]
fn nobody_is_a_partner_twice() {
    for row in files().initiatives {
        let all: BTreeSet<&String> = row.partners.iter().chain([&row.lead]).collect();
        assert_eq!(all.len(), row.partners.len() + 1, "{}", row.lead);
    }
}

#[test]
fn there_are_forty_countries_many_scripts_and_a_case_in_every_stage() {
    let files = files();
    let said = files.organizations.iter().map(|row| &row.particulars);
    let hosts: HashSet<Country> = said.clone().map(|said| said.host_country).collect();
    assert!(hosts.len() >= 40, "{}", hosts.len());
    let names = said.flat_map(|said| &said.names);
    let scripts: HashSet<&str> = names.map(|name| script_of(&name.text)).collect();
    assert!(scripts.len() >= 12, "{scripts:?}");
    let stages: HashSet<StageCode> = files.cases.iter().map(|row| row.stage).collect();
    assert_eq!(stages.len(), StageCode::ALL.len());
}

#[test]
fn every_answer_of_the_board_has_its_words() {
    for row in files().cases {
        let expected = match row.stage {
            StageCode::Draft | StageCode::Submitted | StageCode::AtPost | StageCode::InReview => 0,
            StageCode::Appealed => 2,
            _ => 1,
        };
        assert_eq!(
            row.words.len(),
            expected,
            "{}",
            row.particulars.names[0].text
        );
    }
}
