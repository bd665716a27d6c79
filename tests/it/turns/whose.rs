//! Whom a case waits on, since when and until when, through all that becomes of it; and what was so before anybody kept it.

use chrono::TimeDelta;
use concord::case::{Answer, TurnOf};
use concord::db::MIGRATOR;
use concord::values::Role;
use sqlx::{PgPool, Row as _};

use super::turns_are_right;
use crate::cases::{decide, draft, particulars, prose, seen, submit, take, take_over};
use crate::migrations::empty;
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_act_hands_the_turn_on_with_its_days(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let _post = portal.post_officer(&["DE"]).await;
    let id = draft(&portal, &ani).await;
    let turn = async || {
        let case = seen(&portal, &portal.member("Ani").await, id)
            .await
            .unwrap();
        turns_are_right(&pool).await;
        case.turn.map(|turn| {
            let until = turn.until.map(|day| day.to_string());
            (turn.of, turn.since, until.unwrap_or_default())
        })
    };
    let day = |text: &str| text.to_owned();
    let now = || portal.now();
    assert_eq!(turn().await, Some((TurnOf::Applicant, now(), day(""))));
    submit(&portal, &ani, id, &particulars("Haus", "DE")).await;
    assert_eq!(turn().await, Some((TurnOf::Post, now(), day("2026-12-14"))));
    portal.wait(TimeDelta::days(1));
    let post = portal.post_officer(&["DE"]).await;
    let page = post.get(format!("/desk/cases/{id}/opinion")).await.is(200);
    page.submit(&[("view", "supports")]).await.is(303);
    // The board promised from the day on which it was asked.
    let promised = || day("2027-01-05");
    assert_eq!(turn().await, Some((TurnOf::Board, now(), promised())));
    portal.wait(TimeDelta::days(1));
    let board = portal.coordinator().await;
    let other = portal.person("Other", Role::Coordinator).await;
    take(&portal, &board, id).await;
    let held = now();
    assert_eq!(turn().await, Some((TurnOf::Holder, held, promised())));
    portal.wait(TimeDelta::minutes(10));
    take_over(&portal, &other, id).await;
    assert_eq!(turn().await, Some((TurnOf::Holder, now(), promised())));
    other
        .post(format!("/desk/cases/{id}/release"), &[])
        .await
        .is(303);
    assert_eq!(turn().await, Some((TurnOf::Board, now(), promised())));
    take(&portal, &board, id).await;
    let due = now().date_naive() + TimeDelta::days(7);
    let words = prose("Send the statutes.");
    decide(&portal, &board, id, Answer::on_condition(words, due)).await;
    let until = due.to_string();
    assert_eq!(
        turn().await,
        Some((TurnOf::Applicant, now(), until.clone()))
    );
    // An answer to a condition is the board's to judge; then it is the applicant's again, or nobody's.
    portal.wait(TimeDelta::days(1));
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    let answer = page.attribute("#conditions a[href*='/conditions/']", "href");
    let page = ani.get(&answer).await.is(200);
    page.submit(&[("words", "Here they are.")]).await.is(303);
    let (of, since, by) = turn().await.unwrap();
    assert_eq!((of, since), (TurnOf::Board, now()));
    assert!(by > promised(), "a new question, a new clock: {by}");
    let mark = board.get(format!("/desk{answer}")).await.is(200);
    let not_met = [("mark", "not_met"), ("reason", "A page is missing.")];
    mark.submit(&not_met).await.is(303);
    assert_eq!(turn().await, Some((TurnOf::Applicant, now(), until)));
    let mark = board.get(format!("/desk{answer}")).await.is(200);
    mark.submit(&[("mark", "met")]).await.is(303);
    assert_eq!(turn().await, None);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn after_a_refusal_it_is_a_chair_s_turn(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let chair = portal.chair().await;
    let id = crate::cases::held(&portal, &ani, &board, "Haus").await;
    let words = prose("No.");
    decide(&portal, &board, id, Answer::Refuse { words }).await;
    let of = async || {
        turns_are_right(&pool).await;
        let case = seen(&portal, &ani, id).await.unwrap();
        case.turn.map(|turn| turn.of)
    };
    assert_eq!(of().await, None);
    let page = ani.get(format!("/cases/{id}/appeal")).await.is(200);
    page.submit(&[("why", "Yes.")]).await.is(303);
    assert_eq!(of().await, Some(TurnOf::Chair));
    take(&portal, &chair, id).await;
    assert_eq!(of().await, Some(TurnOf::Holder));
    chair
        .post(format!("/desk/cases/{id}/release"), &[])
        .await
        .is(303);
    assert_eq!(of().await, Some(TurnOf::Chair));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn lists_and_pages_say_whom_a_case_waits_on_and_what_is_overdue_comes_up(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let _post = portal.post_officer(&["DE"]).await;
    let board = portal.person("Nare Reader", Role::Coordinator).await;
    let at_post = draft(&portal, &ani).await;
    submit(&portal, &ani, at_post, &particulars("Haus", "DE")).await;
    let held = draft(&portal, &ani).await;
    submit(&portal, &ani, held, &particulars("Maison", "FR")).await;
    take(&portal, &board, held).await;
    let list = board.get("/desk/cases").await.is(200);
    let rows = list.select("main tbody tr");
    assert!(
        rows[0].contains("The post for Germany since 24 November 2026"),
        "{rows:?}"
    );
    assert!(
        rows[1].contains("Nare Reader since 24 November 2026"),
        "{rows:?}"
    );
    assert!(rows[1].contains("5 January 2027"), "{rows:?}");
    let page = board.get(format!("/desk/cases/{at_post}")).await.is(200);
    assert!(page.text().contains("Waits on The post for Germany"));
    assert!(!board.get("/desk").await.is(200).has("#late"));
    portal.wait(TimeDelta::days(43));
    let board = portal.person("Nare Reader", Role::Coordinator).await;
    let desk = board.get("/desk").await.is(200);
    assert!(desk.has("#late"));
    let list = board.get("/desk/cases").await.is(200);
    assert!(
        list.select("main tbody tr")
            .iter()
            .all(|row| row.contains("Overdue"))
    );
}

#[sqlx::test(migrations = false)]
async fn what_was_there_before_is_told_whose_turn_it_is(pool: PgPool) {
    empty(&pool).await;
    MIGRATOR.run_to(180, &pool).await.unwrap();
    let account = "01900000-0000-7000-8000-000000000001";
    let statements = [
        format!(
            "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, lang, created_at)
             values ('{account}', '\\x01', '\\x01', '\\x01', '-', 'coordinator', 'en', now())"
        ),
        format!(
            "insert into organizations (id, number, name, host_country, standing, search, created_at, updated_at)
             values ('{account}', 'CR-0000001-00', 'Haus', 'DE', 'good', 'haus', now(), now())"
        ),
        format!(
            "insert into cases (id, number, kind, stage, stage_since, applicant_id, host_country, draft_sealed, draft_saved_at,
                submitted_at, asked_at, holder_id, held_since, due_on, appeal_until, decided_at, organization_id, created_at)
             select gen_random_uuid(), case when stage = 'draft' then null else 'CC-' || n end, 'registration', stage,
                '2026-11-10', '{account}', 'DE', '\\x01', now(), case when stage = 'draft' then null else timestamptz '2026-11-01' end,
                case when stage = 'draft' then null else timestamptz '2026-11-02' end,
                case when n = 4 then '{account}'::uuid end, case when n = 4 then timestamptz '2026-11-12' end,
                case when stage in ('at_post', 'changes_requested', 'accepted_with_conditions') then date '2026-12-20' end,
                case when stage = 'refused' then date '2026-12-20' end,
                case when stage in ('accepted', 'accepted_with_conditions', 'refused') then timestamptz '2026-11-10' end,
                case when stage like 'accepted%' then '{account}'::uuid end, '2026-11-01'
             from unnest(array['draft', 'submitted', 'at_post', 'in_review', 'in_review', 'changes_requested', 'accepted',
                'accepted_with_conditions', 'accepted_with_conditions', 'refused', 'appealed', 'withdrawn', 'in_review'])
                with ordinality as s (stage, n)"
        ),
        // The ninth has a condition that was answered; the last was refused once.
        format!(
            "insert into case_decisions (id, case_id, outcome, appeal_until, decided_by, decided_at)
             select case when number = 'CC-9' then '{account}'::uuid else gen_random_uuid() end, id,
                case when number = 'CC-9' then 'accepted_with_conditions' else 'refused' end,
                case when number = 'CC-9' then null else date '2026-12-01' end, '{account}', now()
             from cases where number in ('CC-9', 'CC-13')"
        ),
        format!(
            "insert into case_conditions (id, decision_id, case_id, position, due_on)
             select '{account}', '{account}', id, 0, '2026-12-20' from cases where number = 'CC-9'"
        ),
        format!(
            "insert into case_condition_answers values (gen_random_uuid(), '{account}', '\\x01', null, '{account}', '2026-11-15')"
        ),
    ];
    for statement in statements {
        sqlx::query(sqlx::AssertSqlSafe(statement.clone()))
            .execute(&pool)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    MIGRATOR.run_to(221, &pool).await.unwrap();
    turns_are_right(&pool).await;
    let rows = sqlx::query(
        "select coalesce(number, '-') || ' ' || stage || ': ' || coalesce(waits_on, 'nobody') || ' '
            || coalesce((waits_since at time zone 'utc')::date::text, '') || ' ' || coalesce(waits_until::text, '') as line
         from cases order by nullif(substr(number, 4), '')::int nulls first",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| row.get::<String, _>("line").trim_end().to_owned())
        .collect();
    assert_eq!(
        lines,
        [
            "- draft: applicant 2026-11-10",
            "CC-2 submitted: board 2026-11-10 2026-12-02",
            "CC-3 at_post: post 2026-11-10 2026-12-20",
            "CC-4 in_review: holder 2026-11-12 2026-12-02",
            "CC-5 in_review: board 2026-11-10 2026-12-02",
            "CC-6 changes_requested: applicant 2026-11-10 2026-12-20",
            "CC-7 accepted: nobody",
            "CC-8 accepted_with_conditions: applicant 2026-11-10 2026-12-20",
            "CC-9 accepted_with_conditions: board 2026-11-15 2026-12-15",
            "CC-10 refused: nobody",
            "CC-11 appealed: chair 2026-11-10 2026-12-02",
            "CC-12 withdrawn: nobody",
            "CC-13 in_review: chair 2026-11-10 2026-12-02",
        ]
    );
}
