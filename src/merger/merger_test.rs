//! Mergers on random registers: nothing is lost, nobody sees more, and what is taken back is as it was to the letter.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{TimeZone, Utc};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use sqlx::PgPool;

use super::tables::{OWN, TABLES, images};
use super::*;
use crate::actor::{Actor, Person};
use crate::case::Scope;
use crate::db::{Clock, Db, Tx};
use crate::group::{self, Added, Entry};
use crate::ids::{AccountId, AssignmentId, CaseId, DocumentId, OrganizationId, SessionId};
use crate::initiative::{self, InitiativeText, Said};
use crate::leader::{self, ConsentMeans, LeaderName, NewLeader, NewOffice, Term};
use crate::organization::sample::{arbitrary, line};
use crate::organization::{self, Contact, Organization, Particular, Particulars, likeness, team};
use crate::values::{
    Country, GroupKind, GroupRole, InitiativeRole, InitiativeStage, LanguageTag, Prose, Role,
    SigningOffice, TeamRole, Wording,
};
use crate::vault::Vault;

fn db(pool: PgPool) -> Db {
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap());
    let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
    Db::new(pool, clock, vault)
}

fn reason() -> Prose {
    Prose::parse("They are one.", 100).unwrap()
}

/// The organizations of a random register, and the accounts.
const MANY: usize = 4;

/// What a random register is made of; numbers stand for organizations and accounts.
#[derive(Clone, Debug)]
struct Plan {
    said: Vec<Particulars>,
    seats: Vec<(usize, usize, TeamRole)>,
    offices: Vec<(usize, bool)>,
    groups: Vec<(usize, usize, Entry, bool)>,
    parts: Vec<(usize, usize, InitiativeRole)>,
    coordinators: Vec<bool>,
    cases: Vec<(usize, usize)>,
    papers: Vec<usize>,
    different: Vec<(usize, usize)>,
    chosen: Vec<(Particular, Keep)>,
    /// Whether the third gave way to the second before.
    is_chain: bool,
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

/// A place in a group, bound to an office or not.
fn entry() -> impl Strategy<Value = Entry> {
    let seat = proptest::option::of(Just(SigningOffice::President));
    (any_of(GroupRole::ALL), seat).prop_map(|(role, seat)| Entry::new(role, seat))
}

fn plan() -> impl Strategy<Value = Plan> {
    let which = || 0..MANY;
    let few = |most| 0..most;
    (
        (
            proptest::collection::vec(arbitrary(), MANY),
            proptest::collection::vec((which(), which(), any_of(TeamRole::ALL)), few(8)),
            proptest::collection::vec((which(), any::<bool>()), few(5)),
            proptest::collection::vec((0..2usize, which(), entry(), any::<bool>()), few(7)),
            proptest::collection::vec((0..2usize, which(), any_of(InitiativeRole::ALL)), few(7)),
        ),
        (
            proptest::collection::vec(any::<bool>(), MANY),
            proptest::collection::vec((which(), which()), few(5)),
            proptest::collection::vec(which(), few(4)),
            proptest::collection::vec((which(), which()), few(5)),
            proptest::collection::vec((any_of(Particular::ALL), any_of(Keep::ALL)), few(12)),
            any::<bool>(),
        ),
    )
        .prop_map(
            |(
                (said, seats, offices, groups, parts),
                (coordinators, cases, papers, different, chosen, is_chain),
            )| Plan {
                said: said
                    .into_iter()
                    .enumerate()
                    .map(|(at, it)| Particulars {
                        host_country: Country::from_code("DE").unwrap(),
                        contacts: told_apart(at, it.contacts.clone()),
                        ..it
                    })
                    .collect(),
                seats,
                offices,
                groups,
                parts,
                coordinators,
                cases,
                papers,
                different,
                chosen,
                is_chain,
            },
        )
}

/// The first contact is one that others may have too, the others are an organization's own.
fn told_apart(of: usize, contacts: Vec<Contact>) -> Vec<Contact> {
    let value = |at: usize| match at {
        0 => line("shared@example.org"),
        at => line(&format!("{of}-{at}@example.org")),
    };
    let all = contacts.into_iter().enumerate();
    all.map(|(at, it)| Contact {
        value: value(at),
        ..it
    })
    .collect()
}

/// A register made of a plan.
struct Register {
    ids: Vec<OrganizationId>,
    people: Vec<AccountId>,
    board: Actor,
}

fn actor(id: AccountId, role: Role) -> Actor {
    Actor::Person(Person {
        id,
        session: SessionId::fresh(),
        name: "Somebody".to_owned(),
        role,
        hosts: Vec::new(),
    })
}

async fn account(tx: &mut Tx, role: Role) -> AccountId {
    let (id, vault, now) = (AccountId::fresh(), tx.vault(), tx.now());
    let email = format!("{id}@example.org");
    // At run time: a test makes accounts that nobody signed up for.
    sqlx::query(
        "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, lang, created_at,
            confirmed_at)
         values ($1, $2, $3, $4, '-', $5, 'en', $6, $6)",
    )
    .bind(id)
    .bind(vault.index("accounts.email", &email))
    .bind(vault.seal_text("accounts.email", id, &email).unwrap())
    .bind(vault.seal_text("accounts.name", id, "Somebody").unwrap())
    .bind(role.code())
    .bind(now)
    .execute(&mut **tx)
    .await
    .unwrap();
    id
}

async fn fill(tx: &mut Tx, plan: &Plan) -> Register {
    let board = actor(account(tx, Role::Coordinator).await, Role::Coordinator);
    let mut people = Vec::new();
    for _ in 0..MANY {
        people.push(account(tx, Role::Member).await);
    }
    let mut of = Vec::new();
    for said in &plan.said {
        of.push(
            organization::register(tx, &board, said, None)
                .await
                .unwrap(),
        );
    }
    for (to, who, role) in &plan.seats {
        team::join(tx, &board, of[*to], people[*who], *role)
            .await
            .unwrap();
    }
    for (at, consents) in &plan.offices {
        let new = NewLeader {
            names: vec![LeaderName {
                text: line("Leader"),
                language: None,
            }],
            languages: Vec::new(),
            email: None,
            office: NewOffice {
                organization: of[*at].0,
                title: line("Chair"),
                title_language: None,
                other: None,
                since: None,
                until: None,
                signs: false,
                term: Term::default(),
            },
            consent: consents.then_some(ConsentMeans::Registration),
        };
        leader::create(tx, &board, new).await.unwrap();
    }
    coordinate(tx, plan, &board, &of).await;
    for (about, by) in &plan.cases {
        db_case(tx, of[*about].0, people[*by]).await;
    }
    for about in &plan.papers {
        db_paper(tx, of[*about].0, people[0]).await;
    }
    for (one, other) in plan.different.iter().filter(|(one, other)| one != other) {
        let find = async |tx: &mut Tx, at: usize| organization::find(tx, of[at].0).await.unwrap();
        let (one, other) = (
            find(tx, *one).await.unwrap(),
            find(tx, *other).await.unwrap(),
        );
        let granted = organization::policy::judge(&board, (&one, None), (&other, None)).unwrap();
        let weighed = organization::Weighed {
            score: 0.8,
            signs: Vec::new(),
        };
        let verdict = likeness::LikenessVerdict::Different;
        likeness::judge(tx, &granted, &weighed, verdict)
            .await
            .unwrap();
    }
    Register {
        ids: of.into_iter().map(|(id, _)| id).collect(),
        people,
        board,
    }
}

async fn coordinate(
    tx: &mut Tx,
    plan: &Plan,
    board: &Actor,
    of: &[(OrganizationId, crate::values::RegistryNumber)],
) {
    let can = group::policy::group(board).unwrap();
    let language = LanguageTag::parse("en").unwrap();
    let today = tx.today();
    let mut groups = Vec::new();
    for kind in [GroupKind::Council, GroupKind::Federation] {
        let names = vec![Wording {
            text: line("Group"),
            language: language.clone(),
        }];
        let new = group::Said::named(kind, names, today);
        groups.push(group::create(tx, &can, &new).await.unwrap());
    }
    for (which, who, entry, is_over) in &plan.groups {
        let added = group::add(tx, &can, groups[*which], of[*who].0, entry)
            .await
            .unwrap();
        if let (Ok(Added::Member(id)), true) = (added, is_over) {
            group::remove(tx, &can, id).await.unwrap();
        }
    }
    let can = initiative::policy::keep(board).unwrap();
    let mut initiatives = Vec::new();
    for _ in 0..2 {
        let said = Said {
            texts: vec![InitiativeText {
                language: language.clone(),
                title: line("School"),
                summary: None,
                outcomes: None,
            }],
            areas: Vec::new(),
            places: Vec::new(),
            starts_on: None,
            ends_on: None,
            stage: InitiativeStage::Idea,
            wants: Vec::new(),
            budget: None,
        };
        initiatives.push(initiative::create(tx, &can, &said).await.unwrap());
    }
    for (which, who, role) in &plan.parts {
        let _ = initiative::add(tx, &can, initiatives[*which], of[*who].0, *role)
            .await
            .unwrap();
    }
    for (at, is_there) in plan.coordinators.iter().enumerate() {
        if *is_there {
            // At run time, like all that a test writes past the acts.
            sqlx::query(
                "insert into organization_coordinators (id, organization_id, account_id, since) values ($1, $2, $3, $4)",
            )
            .bind(AssignmentId::fresh())
            .bind(of[at].0)
            .bind(board.account())
            .bind(tx.now())
            .execute(&mut **tx)
            .await
            .unwrap();
        }
    }
}

/// A case that was withdrawn before it was sent: a draft of long ago.
async fn db_case(tx: &mut Tx, about: OrganizationId, by: AccountId) {
    let (id, vault, now) = (CaseId::fresh(), tx.vault(), tx.now());
    sqlx::query(
        "insert into cases (id, kind, stage, stage_since, applicant_id, organization_id, draft_sealed, draft_saved_at,
            created_at)
         values ($1, 'amendment', 'withdrawn', $2, $3, $4, $5, $2, $2)",
    )
    .bind(id)
    .bind(now)
    .bind(by)
    .bind(about)
    .bind(vault.seal_text("cases.draft", id, "{}").unwrap())
    .execute(&mut **tx)
    .await
    .unwrap();
}

async fn db_paper(tx: &mut Tx, of: OrganizationId, by: AccountId) {
    let (id, vault, now) = (DocumentId::fresh(), tx.vault(), tx.now());
    sqlx::query(
        "insert into documents (id, organization_id, item_id, item_version, kind, bytes, object, key_sealed, name_sealed,
            personal, added_by, added_at)
         select $1, $2, i.id, i.version, 'pdf', 1, 'object', $3, $3, false, $4, $5 from checklist_items i limit 1",
    )
    .bind(id)
    .bind(of)
    .bind(vault.seal_text("documents.name", id, "Paper").unwrap())
    .bind(by)
    .bind(now)
    .execute(&mut **tx)
    .await
    .unwrap();
}

/// Every row that names one of these organizations, in whatever table, to the letter.
async fn state(tx: &mut Tx, ids: &[OrganizationId]) -> BTreeMap<(&'static str, String), Value> {
    let images = images(tx, ids).await.unwrap();
    images.into_iter().map(|it| (it.key(), it.row)).collect()
}

/// What somebody can get to see: whatever their rights let them read, in any record.
async fn sight(tx: &mut Tx, who: &Actor, ids: &[OrganizationId]) -> BTreeSet<String> {
    let (vault, today) = (tx.vault(), tx.today());
    let mut seen = BTreeSet::new();
    for id in ids {
        let one = organization::find(tx, *id).await.unwrap().unwrap();
        let own = team::role_of_actor(tx, *id, who).await.unwrap();
        let said = organization::particulars(tx, &vault, *id)
            .await
            .unwrap()
            .unwrap();
        let all = organization::policy::see_all(who, &one, own).is_ok();
        let said = if all { said } else { said.for_strangers() };
        // The first name and numbers differ by nothing but their place.
        seen.extend(said.names.iter().map(|it| format!("name {}", it.text)));
        seen.extend(said.city.iter().map(|it| format!("city {it}")));
        seen.extend(said.places.iter().map(|it| format!("place {}", it.address)));
        for contact in &said.contacts {
            seen.insert(format!("contact {} {}", contact.purpose, contact.value));
        }
        for officer in leader::public_officers(tx, *id, today).await.unwrap() {
            seen.insert(format!("officer {}", officer.id));
        }
        if all {
            for table in ["documents", "certificates", "organization_standings"] {
                let query = format!("select id::text from {table} where organization_id = $1");
                let found: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
                    .bind(id)
                    .fetch_all(&mut **tx)
                    .await
                    .unwrap();
                seen.extend(found.into_iter().map(|it| format!("{table} {it}")));
            }
        }
    }
    if who.person().is_ok() {
        let scope = Scope::of(tx, who).await.unwrap();
        let cases = crate::case::of_applicant(tx, &scope).await.unwrap();
        seen.extend(cases.iter().map(|it| format!("case {}", it.id)));
    }
    seen
}

async fn everybody(tx: &mut Tx, register: &Register) -> Vec<BTreeSet<String>> {
    let mut all = vec![sight(tx, &Actor::Visitor, &register.ids).await];
    for id in &register.people {
        all.push(sight(tx, &actor(*id, Role::Member), &register.ids).await);
    }
    all
}

async fn organizations(tx: &mut Tx, register: &Register) -> Vec<Organization> {
    let mut found = Vec::new();
    for id in &register.ids {
        found.push(organization::find(tx, *id).await.unwrap().unwrap());
    }
    found
}

/// What is written from now on has another day than what was there.
fn a_month_passes(tx: &mut Tx) {
    let later = tx.now() + chrono::TimeDelta::days(30);
    tx.date_from_here(later);
}

fn merging(plan: &Plan, one: &Organization, other: &Organization) -> Merging {
    let mut choices = Choices::default();
    for (field, keep) in &plan.chosen {
        choices.set(*field, *keep);
    }
    Merging {
        choices,
        seats: Vec::new(),
        reason: reason(),
        seen: (one.revision, other.revision),
    }
}

/// Lets the organization at `other` give way to the one at `survivor`.
async fn put_together(
    tx: &mut Tx,
    register: &Register,
    plan: &Plan,
    (survivor, other): (usize, usize),
) -> (policy::CanMerge, crate::ids::MergerId) {
    let all = organizations(tx, register).await;
    let (survivor, other) = (&all[survivor], &all[other]);
    let granted = policy::merge(&register.board, (survivor, None), (other, None)).unwrap();
    let wanted = merging(plan, survivor, other);
    let id = merge(tx, &granted, &wanted).await.unwrap().unwrap();
    (granted, id)
}

#[sqlx::test]
async fn what_is_taken_back_is_as_it_was_and_nobody_saw_more(pool: PgPool) {
    let db = db(pool);
    let mut runner = TestRunner::deterministic();
    let (mut seats, mut changed) = (0, 0);
    for _ in 0..40 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        let mut tx = db.begin().await.unwrap();
        let register = fill(&mut tx, &plan).await;
        if plan.is_chain {
            put_together(&mut tx, &register, &plan, (1, 2)).await;
        }
        let (before, saw) = (
            state(&mut tx, &register.ids).await,
            everybody(&mut tx, &register).await,
        );
        a_month_passes(&mut tx);
        let (granted, id) = put_together(&mut tx, &register, &plan, (0, 1)).await;

        // Every row that was there is there, and none twice; names and numbers aside, which are both records' own.
        let after = state(&mut tx, &register.ids).await;
        let rows =
            |state: &BTreeMap<(&'static str, String), Value>| -> Vec<(&'static str, String)> {
                let keys = state.keys().cloned();
                keys.filter(|(table, _)| {
                    let lists = [
                        "organization_names",
                        "organization_identifiers",
                        "organization_texts",
                        "organization_contact_marks",
                        "likenesses",
                    ];
                    !lists.contains(table)
                })
                .collect()
            };
        assert_eq!(rows(&before), rows(&after), "{plan:#?}");
        let moved = before
            .iter()
            .filter(|(key, row)| after.get(*key) != Some(row))
            .count();
        changed += moved;

        // Old numbers lead to the survivor, from however far back.
        let all = organizations(&mut tx, &register).await;
        assert_eq!(all[1].merged_into, Some(register.ids[0]));
        if plan.is_chain {
            assert_eq!(all[2].merged_into, Some(register.ids[0]));
        }
        for one in &all {
            let to = organization::survivor(&mut tx, one.id)
                .await
                .unwrap()
                .unwrap();
            assert!(all.iter().any(|it| it.id == to && it.merged_into.is_none()));
        }
        // Nobody sees more: not those of either team, and not the world.
        for (was, is) in saw.iter().zip(everybody(&mut tx, &register).await) {
            let more: Vec<&String> = is.difference(was).collect();
            assert_eq!(more, Vec::<&String>::new(), "{plan:#?}");
        }
        // Who was called different stays so.
        for (one, other) in &plan.different {
            let third = match (one, other) {
                (1, third) | (third, 1) if *third == 3 => *third,
                _ => continue,
            };
            let pairs = likeness::of_organization(&mut tx, register.ids[0])
                .await
                .unwrap();
            let pair = pairs
                .iter()
                .find(|it| it.with == register.ids[third])
                .unwrap();
            assert_eq!(pair.verdict, Some(likeness::LikenessVerdict::Different));
        }
        seats += plan.seats.len();

        a_month_passes(&mut tx);
        undo(&mut tx, &granted, id, &reason())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(before, state(&mut tx, &register.ids).await, "{plan:#?}");
        // Once more is told, and changes nothing.
        let again = undo(&mut tx, &granted, id, &reason()).await.unwrap();
        assert_eq!(again, Err(vec![Hindrance::Undone]));
    }
    assert!(
        seats > 40 && changed > 150,
        "the registers are too poor: {seats} {changed}"
    );
}

#[sqlx::test]
async fn a_split_taken_back_leaves_the_one_that_was_and_a_number_that_leads_to_it(pool: PgPool) {
    let db = db(pool);
    let mut runner = TestRunner::deterministic();
    for _ in 0..20 {
        let plan = plan().new_tree(&mut runner).unwrap().current();
        let mut tx = db.begin().await.unwrap();
        let register = fill(&mut tx, &plan).await;
        let before = state(&mut tx, &register.ids).await;
        let one = organizations(&mut tx, &register).await.remove(0);
        let ids = |table: &str| -> Vec<uuid::Uuid> {
            let own = before.iter().filter(|((of, _), row)| {
                *of == table && row["organization_id"] == one.id.to_string()
            });
            own.map(|(_, row)| row["id"].as_str().unwrap().parse().unwrap())
                .collect()
        };
        let wanted = Splitting {
            stays: Particulars {
                areas: Vec::new(),
                ..organization::particulars(&mut tx, &db.vault().clone(), one.id)
                    .await
                    .unwrap()
                    .unwrap()
            },
            leaves: plan.said[1].clone(),
            offices: ids("leader_offices").into_iter().map(Into::into).collect(),
            memberships: ids("group_members").into_iter().map(Into::into).collect(),
            partnerships: ids("initiative_partners")
                .into_iter()
                .map(Into::into)
                .collect(),
            seats: register.people.clone(),
            reason: reason(),
            seen: one.revision,
        };
        let granted = policy::split(&register.board, &one, None).unwrap();
        let (id, number) = split(&mut tx, &granted, &wanted).await.unwrap().unwrap();
        let new = organization::find_by_number(&mut tx, number)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            team::of_organization(&mut tx, new.id).await.unwrap().len(),
            team::of_organization(&mut tx, one.id).await.unwrap().len()
        );
        let kept = state(&mut tx, &[new.id]).await;
        let offices = kept
            .keys()
            .filter(|(table, _)| *table == "leader_offices")
            .count();
        assert_eq!(offices, wanted.offices.len());

        let one = organizations(&mut tx, &register).await.remove(0);
        let granted = policy::merge(&register.board, (&one, None), (&new, None)).unwrap();
        undo(&mut tx, &granted, id, &reason())
            .await
            .unwrap()
            .unwrap();
        let mut after = state(&mut tx, &register.ids).await;
        // The number of the new one was given, and leads to the old one from now on.
        after.retain(|(table, _), row| {
            !(*table == "organizations" && row["id"] == new.id.to_string())
        });
        assert_eq!(before, after, "{plan:#?}");
        let new = organization::find(&mut tx, new.id).await.unwrap().unwrap();
        assert_eq!(new.merged_into, Some(one.id));
    }
}

#[sqlx::test]
async fn every_table_that_names_organizations_is_thought_of(pool: PgPool) {
    let mut read = db(pool).read().await.unwrap();
    // What the schema says of itself; a test asks at run time.
    let there: Vec<(String, String)> = sqlx::query_as(
        "select c.conrelid::regclass::text, a.attname::text
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
         where c.contype = 'f' and c.confrelid = 'organizations'::regclass order by 1, 2",
    )
    .fetch_all(&mut *read)
    .await
    .unwrap();
    let mut known: Vec<(String, String)> = TABLES
        .iter()
        .flat_map(|table| table.by.iter().map(|column| (table.name, *column)))
        .filter(|pair| *pair != ("organizations", "id"))
        .chain(OWN.iter().copied())
        .map(|(table, column)| (table.to_owned(), column.to_owned()))
        .collect();
    known.sort_unstable();
    assert_eq!(
        there, known,
        "say in src/merger/tables.rs what a merger does with it"
    );
    for table in TABLES {
        let key: Vec<String> = sqlx::query_scalar(
            "select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
             where i.indisprimary and i.indrelid = $1::regclass",
        )
        .bind(table.name)
        .fetch_all(&mut *read)
        .await
        .unwrap();
        // A table without a key of its own is told apart by what it has.
        for column in key {
            assert!(
                table.key.contains(&column.as_str()),
                "{} {column}",
                table.name
            );
        }
    }
}

#[sqlx::test]
async fn what_the_program_makes_anew_stands_in_nobodys_way(pool: PgPool) {
    let db = db(pool);
    let mut runner = TestRunner::deterministic();
    let plan = plan().new_tree(&mut runner).unwrap().current();
    let mut tx = db.begin().await.unwrap();
    let register = fill(&mut tx, &plan).await;
    let (granted, id) = put_together(&mut tx, &register, &plan, (0, 1)).await;
    // A later program makes other keys of names, and a later schema has a column more.
    for later in [
        "update organization_names set keys = '{7}', keys_version = 0",
        "alter table group_members add column later text not null default 'later'",
        "alter table organization_texts add column later text not null default 'later'",
    ] {
        sqlx::query(later).execute(&mut *tx).await.unwrap();
    }
    undo(&mut tx, &granted, id, &reason())
        .await
        .unwrap()
        .unwrap();
    let all = organizations(&mut tx, &register).await;
    assert_eq!(all[1].merged_into, None);
}
