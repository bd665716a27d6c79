//! Taking over politely, and naming colleagues in notes: they are told, and nobody else.

use concord::notice::LetterKind;
use concord::values::Role;
use sqlx::PgPool;

use crate::cases::{held, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_is_taken_over_with_a_reason_that_its_holder_reads(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let (first, second) = (
        portal.person("First", Role::Coordinator).await,
        portal.person("Second", Role::Coordinator).await,
    );
    let id = held(&portal, &ani, &first, "Haus").await;
    portal.letters().await;
    let path = format!("/desk/cases/{id}/takeover");
    // What a colleague holds is not simply taken.
    second
        .post(format!("/desk/cases/{id}/hold"), &[])
        .await
        .is(409);
    first.get(&path).await.is(409);
    let page = second.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.has(&format!("a[href='{path}']")));
    let page = second.get(&path).await.is(200);
    assert!(page.text().contains("First"));
    let back = page.submit(&[("why", " ")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["why"]);
    assert!(portal.letters().await.is_empty());
    let why = [("why", "You are on leave until Monday.")];
    let (one, two) = tokio::join!(page.submit(&why), page.submit(&why));
    let mut answers = [one.status.as_u16(), two.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(
        answers,
        [303, 409],
        "one lands, the other is shown what happened"
    );
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::TakenOver, first.email())
    );
    assert_eq!(letter.link(), format!("/desk/cases/{id}"));

    let desk = first.get("/desk").await.is(200);
    assert!(desk.text().contains("You are on leave until Monday."));
    assert!(!second.get("/desk").await.text().contains("on leave"));
    let page = first.get(format!("/desk/cases/{id}")).await.is(200);
    assert_eq!(page.select(".app-message--note").len(), 1);
    // It was read.
    assert!(!first.get("/desk").await.text().contains("on leave"));
    let ours = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!ours.text().contains("on leave"));
    let reasons: i64 = sqlx::query_scalar(
        "select count(*) from history where act = 'case_taken_over' and reason_sealed is not null",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(reasons, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_is_named_in_a_note_sees_it_on_their_desk_until_it_is_read(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let (here, elsewhere) = (
        portal.post_officer(&["DE"]).await,
        portal.post_officer(&["FR"]).await,
    );
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    portal.letters().await;
    let action = format!("/desk/cases/{id}/messages");
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let offered = page.attributes("input[name=tell]", "value");
    for (person, is_there) in [
        (&chair, true),
        (&here, true),
        (&elsewhere, false),
        (&ani, false),
        (&board, false),
    ] {
        let account = person.account().to_string();
        assert_eq!(offered.contains(&account), is_there, "{}", person.email());
        if !is_there {
            let fields = [("body", "Look here."), ("tell", account.as_str())];
            let back = page.submit_to(&action, &fields).await.is(422);
            assert_eq!(back.wrong_fields(), ["tell"]);
            assert!(back.text().contains("Look here."), "nothing is lost");
        }
    }
    let (to, post) = (chair.account().to_string(), here.account().to_string());
    let outward = [
        ("body", "Look here."),
        ("reach", "applicant"),
        ("tell", to.as_str()),
    ];
    let back = page.submit_to(&action, &outward).await.is(422);
    assert_eq!(back.wrong_fields(), ["tell"]);
    assert!(portal.letters().await.is_empty(), "nothing was written");
    let fields = [
        ("body", "Look here."),
        ("tell", to.as_str()),
        ("tell", post.as_str()),
    ];
    page.submit_to(&action, &fields).await.is(303);
    let letters = portal.letters().await;
    let mut told: Vec<&str> = letters.iter().map(|it| it.to.as_str()).collect();
    told.sort_unstable();
    assert_eq!(told, [chair.email(), here.email()]);
    assert!(letters.iter().all(|it| it.kind == LetterKind::Mentioned));
    assert!(!letters.iter().any(|it| it.text.contains("Look here.")));

    for person in [&chair, &here] {
        assert!(person.get("/desk").await.text().contains("Look here."));
        person.get(format!("/desk/cases/{id}")).await.is(200);
        assert!(!person.get("/desk").await.text().contains("Look here."));
    }
    for person in [&board, &elsewhere] {
        assert!(!person.get("/desk").await.text().contains("Look here."));
    }
    assert!(
        !ani.get(format!("/cases/{id}"))
            .await
            .text()
            .contains("Look here.")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_letter_of_a_mention_is_a_choice_of_those_with_a_desk(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let offered = "input[value=mentioned]";
    assert!(!ani.get("/account/letters").await.is(200).has(offered));
    let page = chair.get("/account/letters").await.is(200);
    assert!(page.has(offered));
    page.submit(&[("kinds", "message"), ("pace", "at_once")])
        .await
        .is(303);
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    portal.letters().await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let to = chair.account().to_string();
    let fields = [("body", "Look here."), ("tell", to.as_str())];
    page.submit_to(&format!("/desk/cases/{id}/messages"), &fields)
        .await
        .is(303);
    assert!(portal.letters().await.is_empty());
    assert!(chair.get("/desk").await.text().contains("Look here."));
}
