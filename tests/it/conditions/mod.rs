//! Conditions of an acceptance: answered one by one, marked one by one, and accepted without more when all are met.

use chrono::TimeDelta;
use concord::ids::DecisionId;
use concord::notice::LetterKind;
use concord::values::TeamRole;
use sqlx::PgPool;

use crate::portal::{Browser, Page, Portal};
use crate::registrations::{id_of, submitted};
use crate::teams::{home_of, join};

/// A registration that the board accepted with two conditions, by its form.
async fn conditional(portal: &Portal, applicant: &Browser, board: &Browser) -> String {
    let case = submitted(portal, applicant).await;
    crate::cases::take(portal, board, id_of(&case)).await;
    let page = board.get(format!("/desk{case}/decision")).await.is(200);
    let fields = [
        ("answer", "accepted_with_conditions"),
        ("conditions", "Send the statutes."),
        ("conditions_due-day", "1"),
        ("conditions_due-month", "12"),
        ("conditions_due-year", "2026"),
        ("conditions_2", "Name a treasurer."),
        ("conditions_2_due-day", "8"),
        ("conditions_2_due-month", "12"),
        ("conditions_2_due-year", "2026"),
    ];
    page.submit(&fields).await.is(303);
    assert_eq!(
        portal.letter().await.kind,
        LetterKind::AcceptedWithConditions
    );
    case
}

/// The same where nobody looks at letters.
async fn conditional_quietly(portal: &Portal, applicant: &Browser, board: &Browser) -> String {
    let case = submitted(portal, applicant).await;
    crate::cases::take(portal, board, id_of(&case)).await;
    let answer = concord::case::Answer::AcceptWithConditions {
        conditions: vec![concord::case::NewCondition {
            words: crate::cases::prose("Send the statutes."),
            due: portal.now().date_naive() + chrono::Days::new(9),
        }],
    };
    crate::cases::decide(portal, board, id_of(&case), answer).await;
    case
}

/// Where the conditions of a case are answered, in their order.
async fn answers(who: &Browser, case: &str) -> Vec<String> {
    let page = who.get(case).await.is(200);
    page.attributes("#conditions a[href*='/conditions/']", "href")
}

/// Where they are marked.
async fn marks(board: &Browser, case: &str) -> Vec<String> {
    let page = board.get(format!("/desk{case}")).await.is(200);
    page.attributes("main .app-card a[href*='/conditions/']", "href")
}

async fn mark(board: &Browser, at: &str, fields: &[(&str, &str)]) -> Page {
    board.get(at).await.is(200).submit(fields).await
}

async fn stage(portal: &Portal, case: &str) -> (String, Option<String>) {
    sqlx::query_as("select stage, due_on::text from cases where id = $1")
        .bind(id_of(case))
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn conditions_are_answered_and_met_one_by_one_until_the_case_is_accepted(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = conditional(&portal, &ani, &board).await;
    assert_eq!(stage(&portal, &case).await.1.as_deref(), Some("2026-12-01"));
    let page = ani.get(&case).await.is(200);
    for said in [
        "Send the statutes.",
        "Name a treasurer.",
        "to be met by 8 December 2026",
        "To be done",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let [first, second] = answers(&ani, &case).await.try_into().unwrap();

    // A paper of the organization, and words.
    let page = ani.get(&first).await.is(200);
    let papers = page.attributes("select[name=document] option", "value");
    assert!(papers.len() > 1, "{papers:?}");
    let back = page
        .submit(&[("words", " "), ("document", "nothing")])
        .await
        .is(422);
    assert_eq!(back.wrong_fields(), ["words", "document"]);
    let fields = [
        ("words", "Here they are."),
        ("document", papers[1].as_str()),
    ];
    let (one, other) = tokio::join!(page.submit(&fields), page.submit(&fields));
    assert_eq!([one.status.as_u16(), other.status.as_u16()], [303, 303]);
    let count: i64 = sqlx::query_scalar("select count(*) from case_condition_answers")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(count, 1, "a double click is one answer");
    let home = board.get("/home").await.is(200);
    assert!(
        home.text().contains("a condition was answered"),
        "{}",
        home.text()
    );
    let desk = board.get(format!("/desk{case}")).await.is(200);
    assert!(desk.text().contains("Here they are."));
    assert!(desk.has(&format!("a[href='/documents/{}']", papers[1])));

    let [one, two] = marks(&board, &case).await.try_into().unwrap();
    let back = mark(&board, &one, &[]).await.is(422);
    assert_eq!(back.wrong_fields(), ["mark"]);
    let back = mark(&board, &one, &[("mark", "not_met")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["reason"]);
    let reason = ("reason", "A page is missing.");
    mark(&board, &one, &[("mark", "not_met"), reason])
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::ConditionNotMet);
    let home = board.get("/home").await.is(200);
    assert!(!home.text().contains("a condition was answered"));
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Not met") && page.text().contains("A page is missing."));
    assert!(
        !page.text().contains("Coordinator"),
        "to the applicant the board has no names"
    );

    let until = [("due-day", "20"), ("due-month", "12"), ("due-year", "2026")];
    let extended = ("mark", "extended");
    let back = mark(
        &board,
        &one,
        &[
            extended,
            reason,
            ("due-day", "1"),
            ("due-month", "1"),
            ("due-year", "2020"),
        ],
    )
    .await;
    assert_eq!(back.is(422).wrong_fields(), ["due"]);
    mark(
        &board,
        &one,
        &[extended, reason, until[0], until[1], until[2]],
    )
    .await
    .is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::ConditionExtended);
    assert!(letter.text.contains("20 December 2026"), "{}", letter.text);
    assert_eq!(
        stage(&portal, &case).await,
        (
            "accepted_with_conditions".to_owned(),
            Some("2026-12-08".to_owned())
        ),
        "the nearest day is that of the other one"
    );

    mark(&board, &two, &[("mark", "met")]).await.is(303);
    assert!(
        portal.letters().await.is_empty(),
        "something remains to be done"
    );
    assert_eq!(stage(&portal, &case).await.1.as_deref(), Some("2026-12-20"));
    ani.get(&second).await.is(303);
    let page = ani.get(&first).await.is(200);
    page.submit(&[("words", "With all pages.")]).await.is(303);
    mark(
        &board,
        &one,
        &[("mark", "met"), ("reason", "All pages are there.")],
    )
    .await
    .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::ConditionsMet);
    assert_eq!(stage(&portal, &case).await, ("accepted".to_owned(), None));
    let page = ani.get(&case).await.is(200);
    for said in [
        "All conditions met",
        "With all pages.",
        "All pages are there.",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    // What is over stays over.
    ani.get(&first).await.is(303);
    ani.post(&first, &[("words", "More.")]).await.is(409);
    board
        .post(&one, &[("mark", "not_met"), reason])
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_of_the_board_one_marks_and_the_other_sees_what_happened(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board, chair) = (
        portal.member("Ani").await,
        portal.coordinator().await,
        portal.chair().await,
    );
    let case = conditional(&portal, &ani, &board).await;
    let at = marks(&board, &case).await.remove(0);
    let (one, other) = (board.get(&at).await.is(200), chair.get(&at).await.is(200));
    let reason = ("reason", "It cannot be read.");
    let (met, not_met) = ([("mark", "met")], [("mark", "not_met"), reason]);
    let (one, other) = tokio::join!(one.submit(&met), other.submit(&not_met));
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    portal.letters().await;
    let marked: i64 = sqlx::query_scalar("select count(*) from case_condition_marks")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(marked, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_writes_answers_and_the_board_alone_marks(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = conditional(&portal, &ani, &board).await;
    let answer = answers(&ani, &case).await.remove(0);
    let at = marks(&board, &case).await.remove(0);
    let editor = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    // Before there is a post that would be asked first.
    let nare = portal.member("Nare").await;
    let other = conditional(&portal, &nare, &board).await;
    let (stranger, auditor) = (portal.member("Tigran").await, portal.auditor().await);
    let post = portal.post_officer(&["DE"]).await;
    for (who, answers, marks) in [
        (&editor, 200, 403),
        (&reader, 403, 403),
        (&stranger, 404, 404),
        (&auditor, 403, 403),
        (&post, 403, 403),
        (&ani, 200, 403),
        (&board, 403, 200),
    ] {
        assert_eq!(
            who.get(&answer).await.status,
            answers,
            "{answer} {}",
            who.email()
        );
        assert_eq!(who.get(&at).await.status, marks, "{at} {}", who.email());
        if answers != 200 {
            assert_eq!(who.post(&answer, &[("words", "No.")]).await.status, answers);
        }
        if marks != 200 {
            assert_eq!(who.post(&at, &[("mark", "met")]).await.status, marks);
        }
    }
    // A condition of another case, and a paper of another organization, are not there.
    let foreign = answers(&nare, &other).await.remove(0);
    let foreign_id = foreign.rsplit('/').next().unwrap();
    let mixed = format!("{case}/conditions/{foreign_id}");
    ani.get(&mixed).await.is(404);
    ani.post(&mixed, &[("words", "No.")]).await.is(404);
    board
        .post(format!("/desk{mixed}"), &[("mark", "met")])
        .await
        .is(404);
    let page = nare.get(&foreign).await.is(200);
    let papers = page.attributes("select[name=document] option", "value");
    let stolen = [("words", "Look."), ("document", papers[1].as_str())];
    ani.post(&answer, &stolen).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_overdue_comes_up_at_the_desk_and_with_the_organization(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = conditional(&portal, &ani, &board).await;
    assert!(!board.get("/desk").await.is(200).has("#late"));
    portal.wait(TimeDelta::days(10));
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let desk = board.get("/desk").await.is(200);
    assert!(desk.has("#late") && desk.has(&format!("a[href^='/desk{case}']")));
    let home = board.get("/home").await.is(200);
    assert!(
        home.text()
            .contains("a condition was to be met by 1 December 2026"),
        "{}",
        home.text()
    );
    let team = home_of(&portal, &ani).await;
    let page = ani.get(team.trim_end_matches("/team")).await.is(200);
    assert!(
        page.text()
            .contains("Condition that was to be met by 1 December 2026")
    );
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Overdue"));
    // Late is better than never.
    let answer = answers(&ani, &case).await.remove(0);
    let page = ani.get(&answer).await.is(200);
    page.submit(&[("words", "Here they are.")]).await.is(303);
    assert!(ani.get(&case).await.text().contains("Answered"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_stolen_dump_has_none_of_the_words(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = conditional(&portal, &ani, &board).await;
    let answer = answers(&ani, &case).await.remove(0);
    let page = ani.get(&answer).await.is(200);
    page.submit(&[("words", "Lena Sargsyan has them.")])
        .await
        .is(303);
    for (table, column) in [
        ("case_conditions", "words_sealed"),
        ("case_condition_answers", "words_sealed"),
    ] {
        let query =
            format!("select bool_or(encode({column}, 'escape') ~ 'Lena|statutes') from {table}");
        let told: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .fetch_one(&pool)
            .await
            .unwrap();
        assert!(!told, "{table}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_condition_from_before_it_had_words_says_those_of_its_decision(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = conditional(&portal, &ani, &board).await;
    let id: DecisionId = sqlx::query_scalar("select decision_id from case_conditions limit 1")
        .fetch_one(&pool)
        .await
        .unwrap();
    let vault = portal.tx().await.vault();
    let words = "Send last year's report.";
    let sealed = vault.seal_text("case_decisions.words", id, words).unwrap();
    sqlx::query("update case_decisions set words_sealed = $1 where id = $2")
        .bind(sealed)
        .bind(id)
        .execute(&pool)
        .await
        .unwrap();
    sqlx::query("update case_conditions set words_sealed = null where position = 0")
        .execute(&pool)
        .await
        .unwrap();
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains(words) && page.text().contains("Name a treasurer."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_paper_comes_along_with_the_answer(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = conditional_quietly(&portal, &ani, &board).await;
    let answer = answers(&ani, &case).await.remove(0);
    let page = ani.get(&answer).await.is(200);
    let before = crate::documents::acts(&portal, "document_added").await;
    let bytes = crate::documents::pdf("Minutes");
    let (words, item) = (
        ("words", "Here they are."),
        ("item", crate::documents::STATUTES),
    );
    let send = |fields: Vec<(&'static str, String)>, name: &'static str, bytes: Vec<u8>| {
        let (ani, page) = (ani.clone(), &page);
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
            crate::documents::send(&ani, page, &fields, name, &bytes).await
        }
    };
    let own = |pair: (&'static str, &str)| (pair.0, pair.1.to_owned());
    // Without saying what it is; beside another one; what is no paper; and words that are missing.
    let back = send(vec![own(words)], "a.pdf", bytes.clone()).await.is(422);
    assert_eq!(back.wrong_fields(), ["item", "file"]);
    let text = back.text();
    assert!(text.contains("Here they are.") && text.contains("Choose the file again"));
    let there = page.attributes("select[name=document] option", "value")[1].clone();
    let two = vec![own(words), own(item), ("document", there)];
    let back = send(two, "a.pdf", bytes.clone()).await.is(422);
    assert_eq!(back.wrong_fields(), ["document", "file"]);
    let bad = send(
        vec![own(words), own(item)],
        "a.pdf",
        b"MZ not a paper".to_vec(),
    )
    .await;
    assert_eq!(bad.is(422).wrong_fields(), ["file"]);
    let back = send(vec![own(("words", "")), own(item)], "a.pdf", bytes.clone()).await;
    assert_eq!(back.is(422).wrong_fields(), ["words", "file"]);
    let none = send(vec![own(words), own(item)], "", Vec::new()).await;
    assert_eq!(none.is(422).wrong_fields(), ["file"]);
    let odd = send(
        vec![own(words), own(("item", "passport"))],
        "a.pdf",
        bytes.clone(),
    )
    .await;
    assert_eq!(odd.is(422).wrong_fields(), ["item", "file"]);
    assert_eq!(
        crate::documents::acts(&portal, "document_added").await,
        before,
        "nothing is kept of these"
    );

    let (one, other) = tokio::join!(
        send(vec![own(words), own(item)], "minutes.pdf", bytes.clone()),
        send(vec![own(words), own(item)], "minutes.pdf", bytes.clone()),
    );
    assert_eq!([one.status.as_u16(), other.status.as_u16()], [303, 303]);
    let answered: Vec<(uuid::Uuid, Option<uuid::Uuid>)> = sqlx::query_as(
        "select a.document_id, d.organization_id from case_condition_answers a join documents d on d.id = a.document_id",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(
        answered.len(),
        1,
        "a double click is one answer and one paper"
    );
    assert!(answered[0].1.is_some(), "it is the organization's");
    assert_eq!(
        crate::documents::acts(&portal, "document_added").await,
        before + 1
    );
    let desk = board.get(format!("/desk{case}")).await.is(200);
    assert!(desk.has(&format!("a[href='/documents/{}']", answered[0].0)));
    // Who may not answer may not add a paper by this door either.
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    for (who, status) in [(reader, 403), (portal.member("Stranger").await, 404)] {
        let fields = [words, item];
        crate::documents::send(&who, &page, &fields, "a.pdf", &bytes)
            .await
            .is(status);
    }
}
