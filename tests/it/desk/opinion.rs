//! What a post says.

use concord::case::Stage;
use concord::notice::LetterKind;
use sqlx::PgPool;

use crate::cases::{seen, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_post_gives_its_opinion_and_the_board_goes_on(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, post) = (
        portal.member("Ani").await,
        portal.post_officer(&["DE"]).await,
    );
    let elsewhere = portal.post_officer(&["FR"]).await;
    let id = submitted(&portal, &ani, "Haus", "DE").await;
    let letters = portal.letters().await;
    let kinds: Vec<_> = letters.iter().map(|it| it.kind).collect();
    assert_eq!(
        kinds,
        [LetterKind::CaseSubmitted, LetterKind::OpinionWanted]
    );
    assert_eq!(letters[1].link(), format!("/desk/cases/{id}"));
    assert!(letters[1].text.contains("Haus"), "{}", letters[1].text);
    let case = seen(&portal, &post, id).await.unwrap();
    // Fourteen business days.
    let due = "2026-12-14".parse().unwrap();
    assert_eq!(case.stage, Stage::AtPost { due });

    let desk = post.get("/desk").await.is(200);
    assert!(desk.text().contains("Haus") && !desk.has("form[action='/desk/next']"));
    assert!(!elsewhere.get("/desk").await.is(200).text().contains("Haus"));
    elsewhere.get(format!("/desk/cases/{id}")).await.is(404);
    elsewhere
        .post(format!("/desk/cases/{id}/opinion"), &[("view", "supports")])
        .await
        .is(404);

    let page = post.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(!page.has("a[href$='/decision']") && !page.has("form[action$='/hold']"));
    let form = post.get(page.link("Give an opinion")).await.is(200);
    assert_eq!(form.submit(&[]).await.is(422).wrong_fields(), ["view"]);
    let back = form.submit(&[("view", "opposes")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["words"], "whoever opposes says why");
    form.submit(&[("view", "opposes"), ("words", "It has no members.")])
        .await
        .is(303);
    let case = seen(&portal, &post, id).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });
    form.submit(&[("view", "supports")]).await.is(409);

    let board = portal.coordinator().await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("It has no members."));
    let next = board.post("/desk/next", &[]).await.is(303);
    assert_eq!(next.location(), format!("/desk/cases/{id}"));
}
