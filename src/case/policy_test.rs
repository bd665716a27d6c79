//! Who may do what, as a table that a person reads.

use chrono::{DateTime, Days, Utc};
use uuid::Uuid;

use super::*;
use crate::case::Way;
use crate::case::stage::Holding;
use crate::ids::{CaseId, OrganizationId, SessionId, SittingId};
use crate::values::{CaseKind, TrackingNumber};

const APPLICANT: u128 = 1;
const EDITOR: u128 = 2;
const READER: u128 = 3;
const HOLDER: u128 = 4;
const REFUSER: u128 = 5;
const OWNER: u128 = 6;

fn account(id: u128) -> AccountId {
    AccountId::from(Uuid::from_u128(id))
}

fn person(id: u128, role: Role, hosts: &[&str]) -> Actor {
    Actor::Person(Person {
        id: account(id),
        session: SessionId::from(Uuid::from_u128(0)),
        name: "Somebody".to_owned(),
        role,
        hosts: hosts
            .iter()
            .map(|host| Country::from_code(host).unwrap())
            .collect(),
    })
}

fn people() -> Vec<(&'static str, Actor)> {
    vec![
        ("visitor", Actor::Visitor),
        ("the applicant", person(APPLICANT, Role::Member, &[])),
        (
            "an owner of the organization",
            person(OWNER, Role::Member, &[]),
        ),
        (
            "an editor of the organization",
            person(EDITOR, Role::Member, &[]),
        ),
        (
            "a reader of the organization",
            person(READER, Role::Member, &[]),
        ),
        ("another member", person(10, Role::Member, &[])),
        ("the post", person(11, Role::PostOfficer, &["FR", "DE"])),
        ("a post elsewhere", person(12, Role::PostOfficer, &["FR"])),
        (
            "a post officer who applied",
            person(APPLICANT, Role::PostOfficer, &["DE"]),
        ),
        ("a coordinator", person(13, Role::Coordinator, &[])),
        (
            "the coordinator who holds it",
            person(HOLDER, Role::Coordinator, &[]),
        ),
        (
            "a coordinator who applied",
            person(APPLICANT, Role::Coordinator, &[]),
        ),
        (
            "a coordinator on the team",
            person(READER, Role::Coordinator, &[]),
        ),
        ("the chair who refused", person(REFUSER, Role::Chair, &[])),
        ("a chair", person(14, Role::Chair, &[])),
        ("an auditor", person(15, Role::Auditor, &[])),
        ("an admin", person(16, Role::Admin, &[])),
    ]
}

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_521_600, 0).unwrap()
}

fn case(stage: Stage, refusals: usize) -> Case {
    let is_draft = stage == Stage::Draft;
    Case {
        id: CaseId::from(Uuid::from_u128(0)),
        number: (!is_draft).then(|| TrackingNumber::from_sequence(1)),
        kind: CaseKind::Registration,
        stage,
        since: noon(),
        lapsed: None,
        applicant: account(APPLICANT),
        typed_by: None,
        organization: None,
        joins_as: None,
        title: "Haus".to_owned(),
        title_language: None,
        host_country: Country::from_code("DE"),
        homeland: None,
        areas: Vec::new(),
        submitted_at: (!is_draft).then(noon),
        asked_at: (!is_draft).then(noon),
        answer_by: None,
        turn: None,
        saved_at: noon(),
        created_at: noon(),
        revision: 1,
        team: vec![account(OWNER), account(EDITOR), account(READER)],
        editors: vec![account(OWNER), account(EDITOR)],
        owners: vec![account(OWNER)],
        refusers: vec![account(REFUSER); refusals],
        against: vec![account(REFUSER); refusals],
        way: Way::One,
        proposer: None,
        typists: Vec::new(),
        sitting: None,
        sits_on: None,
    }
}

fn by(way: Way, case: Case) -> Case {
    Case { way, ..case }
}

fn cases() -> Vec<(&'static str, Case)> {
    let at = noon();
    let due = at.date_naive() + Days::new(14);
    let held = Some(Holding {
        by: account(HOLDER),
        since: at,
    });
    let refused = Stage::Refused {
        at,
        appeal_until: due,
    };
    vec![
        ("draft", case(Stage::Draft, 0)),
        ("submitted", case(Stage::Submitted { at }, 0)),
        ("at post", case(Stage::AtPost { due }, 0)),
        ("in review", case(Stage::InReview { held: None }, 0)),
        ("in review, held", case(Stage::InReview { held }, 0)),
        (
            "changes requested",
            case(Stage::ChangesRequested { due }, 0),
        ),
        ("accepted", case(Stage::Accepted { at }, 0)),
        (
            "accepted with conditions",
            case(Stage::AcceptedWithConditions { at, due }, 0),
        ),
        ("refused", case(refused, 1)),
        ("appealed", case(Stage::Appealed { at }, 1)),
        (
            "in review after an appeal",
            case(Stage::InReview { held: None }, 1),
        ),
        (
            "in review, decided by two",
            by(Way::Two, case(Stage::InReview { held: None }, 0)),
        ),
        (
            "in review, proposed by its holder",
            Case {
                proposer: Some(account(HOLDER)),
                ..by(Way::Two, case(Stage::InReview { held }, 0))
            },
        ),
        (
            "in review, proposed, then left to a session",
            Case {
                proposer: Some(account(HOLDER)),
                ..by(Way::Session, case(Stage::InReview { held }, 0))
            },
        ),
        (
            "in review, on an agenda",
            Case {
                sitting: Some(SittingId::from(Uuid::from_u128(1))),
                ..by(Way::Session, case(Stage::InReview { held: None }, 0))
            },
        ),
        (
            "in review, decided by a session",
            by(Way::Session, case(Stage::InReview { held: None }, 0)),
        ),
        ("refused twice", case(refused, 2)),
        ("withdrawn", case(Stage::Withdrawn { at }, 0)),
        (
            "withdrawn by silence",
            case(Stage::Expired { at, until: due }, 0),
        ),
    ]
}

/// What somebody may do with a case.
fn granted(actor: &Actor, case: &Case) -> Vec<&'static str> {
    let asked = [
        (
            "read",
            read(actor, case).is_ok_and(|granted| !granted.internal()),
        ),
        (
            "read all",
            read(actor, case).is_ok_and(|granted| granted.internal()),
        ),
        ("edit", edit(actor, case).is_ok()),
        ("submit", submit(actor, case).is_ok()),
        ("withdraw", withdraw(actor, case).is_ok()),
        ("appeal", appeal(actor, case).is_ok()),
        ("revive", revive(actor, case).is_ok()),
        ("give an opinion", give_opinion(actor, case).is_ok()),
        ("keep the team", keep_team(actor, case).is_ok()),
        ("leave the team", leave_team(actor, case).is_ok()),
        ("take", take(actor, case).is_ok()),
        ("release", release(actor, case).is_ok()),
        ("decide", decide(actor, case).is_ok()),
        ("propose", propose(actor, case).is_ok()),
        ("confirm", confirm(actor, case).is_ok()),
        ("disagree", disagree(actor, case).is_ok()),
        ("take back", take_back(actor, case).is_ok()),
        ("put on an agenda", put_on_agenda(actor, case).is_ok()),
        ("resolve", resolve(actor, case).is_ok()),
        ("answer a condition", answer_condition(actor, case).is_ok()),
        ("mark a condition", mark_condition(actor, case).is_ok()),
        ("assess", assess(actor, case).is_ok()),
        ("note", write(actor, case, Reach::Internal).is_ok()),
        ("message", write(actor, case, Reach::Applicant).is_ok()),
        ("tell apart", tell_apart(actor, case).is_ok()),
    ];
    asked
        .into_iter()
        .filter_map(|(verb, may)| may.then_some(verb))
        .collect()
}

#[test]
fn who_may_do_what() {
    let mut table = String::new();
    for (name, actor) in people() {
        table += &format!("{name}\n");
        for (stage, case) in cases() {
            let verbs = granted(&actor, &case);
            if !verbs.is_empty() {
                table += &format!("    {stage}: {}\n", verbs.join(", "));
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_case_of_an_organization_is_its_team_s_and_no_more_that_of_an_applicant_who_left() {
    let mut case = case(
        Stage::ChangesRequested {
            due: noon().date_naive(),
        },
        0,
    );
    case.organization = Some(OrganizationId::from(Uuid::from_u128(1)));
    let applicant = person(APPLICANT, Role::Member, &[]);
    assert!(matches!(
        edit(&applicant, &case),
        Err(Error::Denied(Denied::Hidden))
    ));
    assert_eq!(case.correspondents(), [account(OWNER)]);
    let owner = person(OWNER, Role::Member, &[]);
    assert!(submit(&owner, &case).is_ok());
    case.team.push(account(APPLICANT));
    assert!(matches!(
        edit(&applicant, &case),
        Err(Error::Denied(Denied::Forbidden))
    ));
    assert_eq!(case.correspondents(), [account(APPLICANT)]);
}

#[test]
fn whoever_typed_a_form_in_writes_until_it_is_handed_over_and_never_judges() {
    const TYPIST: u128 = 20;
    let typist = person(TYPIST, Role::PostOfficer, &["DE"]);
    let board = person(TYPIST, Role::Coordinator, &[]);
    let due = noon().date_naive();
    let mut case = case(Stage::ChangesRequested { due }, 0);
    (case.applicant, case.typed_by) = (account(TYPIST), Some(account(TYPIST)));
    assert!(edit(&typist, &case).is_ok() && submit(&typist, &case).is_ok());
    assert!(hand_over(&typist, &case).is_ok() && keep_team(&typist, &case).is_err());
    assert!(at_desk(&typist, &case).is_err());
    let member = person(TYPIST, Role::Member, &[]);
    assert!(edit(&member, &case).is_err() && hand_over(&member, &case).is_err());
    // Handed over: what a post sees, and nothing of what judges.
    case.applicant = account(APPLICANT);
    for stage in [
        Stage::AtPost { due },
        Stage::InReview { held: None },
        Stage::ChangesRequested { due },
    ] {
        case.stage = stage;
        for actor in [&typist, &board] {
            assert!(at_desk(actor, &case).is_ok());
            assert!(write(actor, &case, Reach::Internal).is_ok());
            for refused in [
                edit(actor, &case).is_err(),
                submit(actor, &case).is_err(),
                withdraw(actor, &case).is_err(),
                hand_over(actor, &case).is_err(),
                take(actor, &case).is_err(),
                decide(actor, &case).is_err(),
                give_opinion(actor, &case).is_err(),
            ] {
                assert!(refused, "{stage:?}");
            }
        }
    }
    // Accepted without being handed over it is nobody's: no typist is its applicant any more.
    case.applicant = account(TYPIST);
    case.stage = Stage::Accepted { at: noon() };
    case.organization = Some(OrganizationId::from(Uuid::from_u128(1)));
    assert!(at_desk(&typist, &case).is_ok() && withdraw(&typist, &case).is_err());
}

#[test]
fn a_claim_is_the_claimant_s_alone_and_the_team_neither_sees_nor_judges_it() {
    let mut case = case(Stage::InReview { held: None }, 0);
    case.kind = CaseKind::Claim;
    case.organization = Some(OrganizationId::from(Uuid::from_u128(1)));
    let claimant = person(APPLICANT, Role::Member, &[]);
    assert!(withdraw(&claimant, &case).is_ok());
    for role in [Role::Member, Role::Coordinator] {
        let owner = person(OWNER, role, &[]);
        assert!(decide(&owner, &case).is_err());
        assert!(withdraw(&owner, &case).is_err());
        assert!(write(&owner, &case, Reach::Internal).is_err());
        assert!(at_desk(&owner, &case).is_err());
    }
    assert!(decide(&person(13, Role::Coordinator, &[]), &case).is_ok());
}

#[test]
fn nobody_acts_on_what_they_do_not_see() {
    for (name, actor) in people() {
        for (stage, case) in cases() {
            let verbs = granted(&actor, &case);
            let sees = verbs.first().is_some_and(|verb| verb.starts_with("read"));
            assert!(sees || verbs.is_empty(), "{name}, {stage}: {verbs:?}");
        }
    }
}

#[test]
fn not_theirs_to_see_is_hidden_and_theirs_to_see_is_forbidden() {
    let case = case(Stage::InReview { held: None }, 0);
    let denied = |actor: &Actor| match decide(actor, &case) {
        Err(Error::Denied(denied)) => denied,
        other => panic!("{other:?}"),
    };
    assert_eq!(denied(&Actor::Visitor), Denied::SignIn);
    assert_eq!(denied(&person(10, Role::Member, &[])), Denied::Hidden);
    assert_eq!(
        denied(&person(12, Role::PostOfficer, &["FR"])),
        Denied::Hidden
    );
    for actor in [
        person(APPLICANT, Role::Member, &[]),
        person(APPLICANT, Role::Chair, &[]),
        person(11, Role::PostOfficer, &["DE"]),
        person(15, Role::Auditor, &[]),
        person(16, Role::Admin, &[]),
    ] {
        assert_eq!(denied(&actor), Denied::Forbidden, "{actor:?}");
    }
}
