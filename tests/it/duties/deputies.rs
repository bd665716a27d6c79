//! Deputies: named for the time of an absence, told what asks for an act, and within their own jurisdiction alone.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::values::Role;
use sqlx::PgPool;

use super::mention;
use crate::cases::{held, submitted, take};
use crate::portal::{Browser, Portal};

/// Says that somebody is away from today on for a week, and who stands in.
async fn away(portal: &Portal, who: &Browser, deputy: &str) -> crate::portal::Page {
    let page = who.get("/account/absence").await.is(200);
    let (first, last) = (portal.now(), portal.now() + TimeDelta::days(7));
    let parts = |day: chrono::DateTime<chrono::Utc>| {
        ["%d", "%m", "%Y"].map(|form| day.format(form).to_string())
    };
    let (first, last) = (parts(first), parts(last));
    let fields = [
        ("first-day", first[0].as_str()),
        ("first-month", &first[1]),
        ("first-year", &first[2]),
        ("last-day", &last[0]),
        ("last-month", &last[1]),
        ("last-year", &last[2]),
        ("deputy", deputy),
    ];
    page.submit(&fields).await
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_deputy_sees_what_waits_for_whoever_is_away_and_takes_it_without_a_reason(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let nare = portal.person("Nare", Role::Coordinator).await;
    let deputy = portal.person("Deputy", Role::Coordinator).await;
    let other = portal.person("Other", Role::Coordinator).await;
    let id = held(&portal, &ani, &nare, "Haus").await;
    // What the deputy applied for themselves is not theirs to see from the desk.
    let own = submitted(&portal, &deputy, "Verein des Vertreters", "DE").await;
    let mut post = portal.tx().await;
    concord::case::pass_overdue_posts(&mut post).await.unwrap();
    drop(post.commit().await.unwrap());
    take(&portal, &nare, own).await;
    mention(&other, id, &nare, "Ask for the statutes.").await;
    away(&portal, &nare, &deputy.account().to_string())
        .await
        .is(303);
    assert!(
        nare.get("/account")
            .await
            .text()
            .contains("Deputy stands in")
    );

    let desk = deputy.get("/desk").await.is(200);
    let text = desk.text();
    assert!(text.contains("For Nare, away until 1 December 2026"));
    assert!(text.contains("Cases they hold (1)"), "{text}");
    assert!(text.contains("Haus") && text.contains("Ask for the statutes."));
    assert!(!text.contains("Verein des Vertreters"));
    assert!(!other.get("/desk").await.text().contains("For Nare"));
    // Before somebody gives them something, colleagues read who stands in.
    let said = "Nare (away until 1 December 2026; Deputy stands in)";
    let case = other.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(case.text().contains(said));
    let organization = super::organization(&portal, &ani, "Casa").await;
    let choose = other.get(format!("{organization}/coordinator")).await;
    assert!(choose.is(200).select("option").contains(&said.to_owned()));

    let path = format!("/desk/cases/{id}/takeover");
    let page = other.get(&path).await.is(200);
    assert_eq!(page.submit(&[]).await.is(422).wrong_fields(), ["why"]);
    let page = deputy.get(&path).await.is(200);
    assert!(page.text().contains("You stand in for Nare"));
    let (one, two) = tokio::join!(page.submit(&[]), page.submit(&[]));
    let mut answers = [one.status.as_u16(), two.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
    let deputies: i64 = sqlx::query_scalar(
        "select count(*) from history where act = 'case_taken_over' and after ->> 'deputy' = 'true'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(deputies, 1);
    let desk = deputy.get("/desk").await.is(200);
    assert!(!desk.text().contains("Cases they hold"));
    // Back again, nobody stands in.
    nare.post("/account/absence/ending", &[]).await.is(303);
    assert!(!deputy.get("/desk").await.text().contains("For Nare"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn letters_that_ask_for_something_go_to_both_within_the_deputys_countries(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let board = portal.coordinator().await;
    let both = portal.post_officer(&["DE", "FR"]).await;
    let here = portal.post_officer(&["DE"]).await;
    let elsewhere = portal.post_officer(&["IT"]).await;
    let haus = submitted(&portal, &ani, "Haus", "DE").await;
    let maison = submitted(&portal, &ani, "Maison", "FR").await;
    // Only who shares a country can be named.
    for deputy in [&elsewhere, &board, &ani, &both] {
        let page = away(&portal, &both, &deputy.account().to_string()).await;
        assert_eq!(page.is(422).wrong_fields(), ["deputy"]);
    }
    away(&portal, &both, &here.account().to_string())
        .await
        .is(303);
    portal.letters().await;
    mention(&board, haus, &both, "What do you know?").await;
    let letters = portal.letters().await;
    let told: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    assert_eq!(
        told,
        [
            (LetterKind::Mentioned, both.email()),
            (LetterKind::ForDeputy, here.email())
        ]
    );
    assert_eq!(letters[1].link(), format!("/desk/cases/{haus}"));
    assert!(letters[1].text.contains("1 December 2026"));
    mention(&board, maison, &both, "And of this one?").await;
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::Mentioned, "France is not theirs");
    let desk = here.get("/desk").await.is(200);
    assert!(desk.text().contains("What do you know?"));
    assert!(!desk.text().contains("And of this one?") && !desk.text().contains("Maison"));
    assert!(desk.text().contains("Opinions asked of their post (1)"));
}
