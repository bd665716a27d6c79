//! Who may do what, as one table: a question of each policy × each kind of actor. Cases, whose answers depend on their stage,
//! have a table of their own beside their policy.

use std::fmt::Write as _;

use concord::actor::{Actor, Denied, Person};
use concord::ids::{AccountId, OrganizationId, SessionId};
use concord::organization::Organization;
use concord::values::{CaseKind, Country, RegistryNumber, Role, Standing, TeamRole};
use concord::{account, assignment, case, group, initiative, leader, organization, roster};

fn germany() -> Country {
    Country::from_code("DE").unwrap()
}

fn somebody(role: Role, hosts: &[&str]) -> Actor {
    Actor::Person(Person {
        id: AccountId::fresh(),
        session: SessionId::fresh(),
        name: "Somebody".to_owned(),
        role,
        hosts: hosts
            .iter()
            .map(|host| Country::from_code(host).unwrap())
            .collect(),
    })
}

fn actors() -> Vec<(&'static str, Actor)> {
    vec![
        ("visitor", Actor::Visitor),
        ("member", somebody(Role::Member, &[])),
        ("post DE", somebody(Role::PostOfficer, &["DE"])),
        ("post FR", somebody(Role::PostOfficer, &["FR"])),
        ("auditor", somebody(Role::Auditor, &[])),
        ("coordinator", somebody(Role::Coordinator, &[])),
        ("chair", somebody(Role::Chair, &[])),
        ("admin", somebody(Role::Admin, &[])),
        ("system", Actor::System),
    ]
}

/// An organization in Germany.
fn haus() -> Organization {
    let now = "2026-11-24T10:00:00Z".parse().unwrap();
    Organization {
        id: OrganizationId::fresh(),
        number: RegistryNumber::from_sequence(1),
        name: "Haus".to_owned(),
        name_language: None,
        kind: None,
        host_country: germany(),
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
        created_at: now,
        updated_at: now,
        revision: 1,
    }
}

/// An answer in a word.
fn word<T>(answer: Result<T, Denied>) -> &'static str {
    match answer {
        Ok(_) => "may",
        Err(Denied::Hidden) => "404",
        Err(Denied::Forbidden) => "403",
        Err(Denied::SignIn) => "sign in",
    }
}

/// The same for questions that may also fail otherwise.
fn word_of<T>(answer: concord::Result<T>) -> &'static str {
    match answer {
        Ok(_) => "may",
        Err(concord::Error::NotFound) => "404",
        Err(concord::Error::Denied(denied)) => word::<()>(Err(denied)),
        Err(_) => "fails",
    }
}

type Question = (&'static str, fn(&Actor) -> &'static str);

const QUESTIONS: &[Question] = &[
    ("account: one's own", |it| word(account::policy::own(it))),
    ("account: list", |it| word(account::policy::list(it))),
    ("account: change somebody's role", |it| {
        word(account::policy::change_role(it, AccountId::fresh()))
    }),
    ("account: change one's own role", |it| {
        let own = it.account().unwrap_or_else(AccountId::fresh);
        word(account::policy::change_role(it, own))
    }),
    ("account: create without invitation", |it| {
        word(account::policy::create(it))
    }),
    ("case: start a registration", |it| {
        word_of(case::policy::start(it, CaseKind::Registration))
    }),
    ("case: take the next", |it| {
        word_of(case::policy::take_next(it))
    }),
    ("organization: see all of it", |it| {
        word(organization::policy::see_all(it, &haus(), None))
    }),
    ("organization: see all of one's own", |it| {
        word(organization::policy::see_all(
            it,
            &haus(),
            Some(TeamRole::Reader),
        ))
    }),
    ("organization: change its standing", |it| {
        word(organization::policy::change_standing(it, &haus(), None))
    }),
    ("organization: … of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(organization::policy::change_standing(it, &haus(), own))
    }),
    ("organization: delay its next step", |it| {
        word(organization::policy::delay(it, &haus(), None))
    }),
    ("organization: … of one's own", |it| {
        let own = Some(TeamRole::Owner);
        word(organization::policy::delay(it, &haus(), own))
    }),
    ("standing: delay some step", |it| {
        word(organization::policy::delay_any(it))
    }),
    ("standing: see the ladder", |it| {
        word(organization::policy::see_ladder(it))
    }),
    ("standing: approve notices", |it| {
        word(organization::policy::approve(it))
    }),
    ("standing: see the rules", |it| {
        word(organization::policy::see_rules(it))
    }),
    ("standing: keep the rules", |it| {
        word(organization::policy::keep_rules(it))
    }),
    ("assignment: see", |it| word(assignment::policy::see(it))),
    ("assignment: assign", |it| {
        word(assignment::policy::assign(it))
    }),
    ("group: see at the desk", |it| word(group::policy::desk(it))),
    ("group: keep", |it| word(group::policy::group(it))),
    ("initiative: see unpublished", |it| {
        word(initiative::policy::desk(it))
    }),
    ("initiative: keep", |it| word(initiative::policy::keep(it))),
    ("leader: see one in Germany", |it| {
        word(leader::policy::see(it, germany()))
    }),
    ("leader: keep consents", |it| {
        word(leader::policy::keep_consents(it))
    }),
    ("roster: let in", |it| word(roster::policy::import(it))),
    ("roster: let out", |it| word(roster::policy::export(it))),
];

#[test]
fn who_may_do_what() {
    let actors = actors();
    let mut table = format!("{:<36}", "");
    for (who, _) in &actors {
        write!(table, " {who:<11}").unwrap();
    }
    let mut lines = vec![table.trim_end().to_owned()];
    for (question, ask) in QUESTIONS {
        let mut line = format!("{question:<36}");
        for (_, actor) in &actors {
            write!(line, " {:<11}", ask(actor)).unwrap();
        }
        lines.push(line.trim_end().to_owned());
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_question_of_every_policy_is_in_a_table() {
    let asked =
        std::fs::read_to_string(crate::source::root().join("tests/it/policies.rs")).unwrap();
    for file in crate::source::files("src", "/policy.rs") {
        if file.module() == "case" {
            continue;
        }
        let code = file.program();
        for (at, head) in code.match_indices("\npub fn ") {
            let rest = &code[at + head.len()..];
            let name = &rest[..rest.find('(').unwrap()];
            let question = format!("{}::policy::{name}(", file.module());
            let is_asked = asked
                .split_whitespace()
                .collect::<String>()
                .contains(&question);
            assert!(is_asked, "{} asks {name}, and no row does", file.path);
        }
    }
}
