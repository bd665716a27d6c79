//! What is kept of a case: the form as it was typed, every submission, every answer, and nothing personal in the clear.

use concord::case::{self, Answer, FieldNote, policy};
use concord::history::Act;
use concord::organization::Particular;
use sqlx::PgPool;

use super::{decide, draft, held, particulars, prose, save, seen, submit, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_is_kept_as_it_was_typed_and_nobody_else_sees_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let id = draft(&portal, &ani).await;
    save(&portal, &ani, id, "  Հայ Տուն, not yet <finished>").await;

    let case = seen(&portal, &ani, id).await.unwrap();
    assert_eq!(case.number, None);
    let mut read = portal.db().read().await.unwrap();
    let granted = policy::read(&ani.actor().await, &case).unwrap();
    let raw = case::draft(&mut read, portal.db().vault(), &granted)
        .await
        .unwrap();
    assert_eq!(raw["name-0-text"], ["  Հայ Տուն, not yet <finished>"]);

    for other in [
        portal.member("Somebody else").await,
        portal.coordinator().await,
        portal.chair().await,
        portal.admin().await,
        portal.auditor().await,
        portal.post_officer(&["DE"]).await,
    ] {
        let seen = seen(&portal, &other, id).await;
        assert!(matches!(seen, Err(concord::Error::NotFound)), "{seen:?}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_that_a_colleague_saved_meanwhile_is_not_overwritten(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let id = draft(&portal, &ani).await;
    let actor = ani.actor().await;
    let before = seen(&portal, &ani, id).await.unwrap();
    save(&portal, &ani, id, "First").await;
    let mut tx = portal.tx().await;
    let granted = policy::edit(&actor, &before).unwrap();
    let late = case::save_draft(&mut tx, granted, &Default::default(), &Default::default()).await;
    assert!(matches!(late, Err(concord::Error::Overtaken)));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_submission_and_every_answer_is_kept(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "First name").await;
    let number = seen(&portal, &ani, id).await.unwrap().number;
    let due = portal.now().date_naive() + chrono::Days::new(20);
    let ask = Answer::RequestChanges {
        words: Some(prose("Please look again.\n\nAll of it.")),
        notes: vec![FieldNote {
            field: Particular::City,
            note: prose("Which one?"),
        }],
        due,
    };
    decide(&portal, &board, id, ask).await;
    submit(&portal, &ani, id, &particulars("Second name", "DE")).await;

    let case = seen(&portal, &ani, id).await.unwrap();
    assert_eq!(case.number, number, "the number stays");
    assert_eq!(case.title, "Second name");
    let (mut read, vault) = (portal.db().read().await.unwrap(), portal.db().vault());
    let granted = policy::read(&ani.actor().await, &case).unwrap();
    let said = case::submissions(&mut read, vault, &granted).await.unwrap();
    assert_eq!(
        said.iter()
            .map(|one| (one.ordinal, one.particulars.names[0].text.as_str()))
            .collect::<Vec<_>>(),
        [(1, "First name"), (2, "Second name")]
    );
    let answers = case::decisions(&mut read, vault, &granted).await.unwrap();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0].outcome, case::Outcome::ChangesRequested);
    assert_eq!(
        answers[0].words.as_deref(),
        Some("Please look again.\n\nAll of it.")
    );
    assert_eq!(answers[0].notes[0].field, Particular::City);
    assert_eq!(&*answers[0].notes[0].note, "Which one?");
    assert_eq!(answers[0].due, Some(due));

    let acts: Vec<Act> = concord::history::of_case(&mut read, vault, id)
        .await
        .unwrap()
        .into_iter()
        .rev()
        .map(|entry| entry.act)
        .collect();
    assert_eq!(
        acts,
        [
            Act::CaseStarted,
            Act::CaseSubmitted,
            Act::CaseHeld,
            Act::CaseChangesRequested,
            Act::CaseSubmitted,
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_stolen_dump_names_nobody_and_repeats_no_words(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    let refusal = Answer::Refuse {
        words: prose("Unspeakable things were found."),
    };
    decide(&portal, &board, id, refusal).await;
    for table in [
        "cases",
        "case_submissions",
        "case_decisions",
        "case_field_notes",
        "history",
        "letters",
    ] {
        // At run time, because it looks at rows as text whatever columns they have.
        let query = sqlx::AssertSqlSafe(format!("select t::text from {table} t"));
        let rows: Vec<String> = sqlx::query_scalar(query).fetch_all(&pool).await.unwrap();
        for secret in ["Sarkissian", "Hidden", "123456", "Unspeakable", "ani@"] {
            let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
            assert!(
                rows.iter()
                    .all(|row| !row.contains(secret) && !row.contains(&hex)),
                "{secret} in {table}"
            );
        }
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_acceptance_registers_the_organization_with_its_people_or_not_at_all(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    decide(&portal, &board, id, Answer::Accept).await;

    let case = seen(&portal, &ani, id).await.unwrap();
    let organization = case.organization.expect("an organization");
    let mut read = portal.db().read().await.unwrap();
    let found = concord::organization::find(&mut read, organization)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.name, "Haus");
    let owners: i64 = sqlx::query_scalar(
        "select count(*) from organization_team where organization_id = $1 and account_id = $2 and role = 'owner'",
    )
    .bind(organization)
    .bind(ani.account())
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(owners, 1);
    // Both are leaders; only she who agreed has a name in the clear.
    let public: Vec<Option<serde_json::Value>> =
        sqlx::query_scalar("select public_names from leaders order by public_names nulls last")
            .fetch_all(&pool)
            .await
            .unwrap();
    assert_eq!(public.len(), 2);
    assert!(
        public[0]
            .as_ref()
            .unwrap()
            .to_string()
            .contains("Sarkissian")
    );
    assert_eq!(public[1], None);

    // What fails on its way takes the organization along.
    let id = submitted(&portal, &ani, "Another", "FR").await;
    super::take(&portal, &board, id).await;
    let mut tx = portal.tx().await;
    let actor = board.actor().await;
    let case = case::find(&mut tx, &actor, id).await.unwrap();
    let granted = policy::decide(&actor, &case).unwrap();
    let verdict = case::decide(&mut tx, granted, Answer::Accept)
        .await
        .unwrap();
    concord::outcome::apply(&mut tx, verdict).await.unwrap();
    drop(tx);
    let count: i64 = sqlx::query_scalar("select count(*) from organizations")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_scope_of_lists_and_the_policy_of_pages_agree(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, other) = (portal.member("Ani").await, portal.member("Other").await);
    let cases = [
        draft(&portal, &ani).await,
        submitted(&portal, &ani, "Haus", "DE").await,
        submitted(&portal, &other, "Maison", "FR").await,
    ];
    let everybody = [
        (portal.coordinator().await, [false, true, true]),
        (portal.auditor().await, [false, true, true]),
        (portal.post_officer(&["FR"]).await, [false, false, true]),
        (portal.member("Ani").await, [true, true, false]),
        (portal.member("Other").await, [false, false, true]),
    ];
    let all = concord::actor::Actor::System;
    for (person, expected) in everybody {
        let actor = person.actor().await;
        let mut read = portal.db().read().await.unwrap();
        let desk = case::Desk::of(&mut read, &actor).await;
        let all_of_them = case::InOrder {
            filter: &case::Filter::default(),
            order: case::CaseOrder::Oldest,
            countries: &[],
        };
        let desk = desk.unwrap();
        let listed = case::list(&mut read, &desk, all_of_them, case::Cursor::First)
            .await
            .unwrap();
        for (id, sees) in cases.iter().zip(expected) {
            let found = case::find(&mut read, &actor, *id).await.is_ok();
            assert_eq!(found, sees, "{actor:?}");
            let whole = case::find(&mut read, &all, *id).await;
            if let Ok(whole) = whole {
                assert_eq!(policy::read(&actor, &whole).is_ok(), sees, "{actor:?}");
                let is_listed = listed.cases.iter().any(|it| it.id == *id);
                assert_eq!(is_listed, sees && whole.number.is_some(), "{actor:?}");
            }
        }
    }
}
