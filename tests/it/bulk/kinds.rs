//! What each kind does, and why it does not.

use concord::notice::LetterKind;
use sqlx::PgPool;

use super::{fates, form, pairs, planned, start, work};
use crate::coordination::registered;
use crate::duties::seat;
use crate::portal::Portal;
use crate::teams::{of_home, owned};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn flags_are_raised_but_not_over_ones_own(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    registered(&portal, "One", "FR").await;
    let own = registered(&portal, "Own", "FR").await;
    seat(&portal, own, &board).await;
    let page = form(&board, "flag", "host=FR").await.is(200);
    let wrong = page.submit(&[("due-day", "1")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["words", "due"]);
    let owner = board.account().to_string();
    let fields = [
        ("words", "The office in <Lyon> is empty."),
        ("due-day", "24"),
        ("due-month", "12"),
        ("due-year", "2026"),
        ("owner", owner.as_str()),
    ];
    let path = wrong.submit(&fields).await.is(303).location().to_owned();
    let stays = "Not done: nobody acts on their own organization";
    let plan = board.get(&path).await.is(200);
    assert_eq!(
        fates(&plan),
        pairs(&[("One", "Will be done"), ("Own", stays)])
    );
    start(&board, &path).await.is(303);
    work(&portal).await;
    let flags = board.get("/desk/flags?whose=mine").await.is(200);
    assert!(flags.text().contains("The office in <Lyon> is empty."));
    assert_eq!(flags.select("main tbody tr").len(), 1);
    // A chair reads the result without what was done about an organization of their own.
    let chair = portal.chair().await;
    seat(&portal, own, &chair).await;
    let theirs = chair.get(&path).await.is(200);
    assert_eq!(fates(&theirs), pairs(&[("One", "Done")]));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn renewals_are_asked_for_where_there_is_an_owner(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let home = owned(&portal, &ani, "Owned").await;
    let (id, number) = of_home(&portal, &home).await;
    let (nobodys, _) = registered(&portal, "Nobodys", "DE").await;
    portal.letters().await;
    let path = planned(&board, "renewal", "", &[]).await;
    let plan = board.get(&path).await.is(200);
    let alone = "Not done: nobody there has an address";
    assert_eq!(
        fates(&plan),
        pairs(&[
            ("Nobodys", alone),
            ("Owned", "Not done: cannot be renewed yet")
        ])
    );
    sqlx::query("update organizations set registered_until = '2026-12-01' where id = any($1)")
        .bind([id, nobodys])
        .execute(&pool)
        .await
        .unwrap();
    let path = planned(&board, "renewal", "", &[]).await;
    start(&board, &path).await.is(303);
    work(&portal).await;
    let done = board.get(&path).await.is(200);
    assert_eq!(
        fates(&done),
        pairs(&[("Nobodys", alone), ("Owned", "Done")])
    );
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::RenewalAsked, ani.email())
    );
    assert_eq!(
        letter.link(),
        format!("/home/organizations/{number}/renewal")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn letters_go_to_those_who_want_them_in_their_language(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let board = portal.coordinator().await;
    let (ani, aram) = (portal.member("Ani").await, portal.member("Aram").await);
    let quiet = portal.member("Quiet").await;
    for (who, name) in [(&ani, "One"), (&aram, "Two *bold*"), (&quiet, "Three")] {
        owned(&portal, who, name).await;
    }
    sqlx::query("update accounts set lang = 'ar' where id = $1")
        .bind(aram.account())
        .execute(&pool)
        .await
        .unwrap();
    let page = quiet.get("/account/letters").await.is(200);
    assert!(page.has("input[value=from_board]"));
    page.submit(&[("kinds", "message"), ("pace", "at_once")])
        .await
        .is(303);
    portal.letters().await;
    let page = form(&board, "letter", "").await.is(200);
    assert_eq!(
        page.submit(&[]).await.is(422).wrong_fields(),
        ["subject-en"]
    );
    let half = page.submit(&[("subject-ru", "Тема")]).await.is(422);
    assert_eq!(half.wrong_fields(), ["text-ru"]);
    assert_eq!(half.value("subject-ru"), "Тема");
    let fields = [
        ("subject-en", "To {organization}"),
        (
            "text-en",
            "Dear **friends** of {organization},\n\n<script>alert(1)</script>\n\n- one",
        ),
        ("subject-ar", "إلى {organization}"),
        ("text-ar", "أعزاءنا."),
    ];
    let path = page.submit(&fields).await.is(303).location().to_owned();
    let plan = board.get(&path).await.is(200);
    assert_eq!(
        fates(&plan),
        pairs(&[
            ("One", "Will be done"),
            ("Three", "Not done: nobody there wants such letters"),
            ("Two *bold*", "Will be done"),
        ])
    );
    assert!(!plan.body.contains("<script>alert"));
    start(&board, &path).await.is(303);
    work(&portal).await;
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 2);
    let to = |who: &str| letters.iter().find(|it| it.to == who).unwrap();
    let one = to(ani.email());
    assert_eq!(one.kind, LetterKind::FromBoard);
    assert_eq!(one.subject, "To One");
    assert!(one.text.contains("Dear friends of One,"), "{}", one.text);
    assert_eq!(to(aram.email()).subject, "إلى Two *bold*");
}
