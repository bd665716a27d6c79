//! Asking to join: the owners answer; where there is none, the way leads to a claim.

use concord::notice::LetterKind;
use concord::values::TeamRole;
use sqlx::PgPool;

use super::{join, owned, role};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_request_goes_to_every_owner_and_one_of_them_lets_in(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    join(&portal, &ani, "Mariam", TeamRole::Owner).await;
    let editor = join(&portal, &ani, "Tigran", TeamRole::Editor).await;
    let public = home.replace("/home/", "/").replace("/team", "/join");
    let vahan = portal.member("Vahan").await;
    let page = vahan.get(&public).await.is(200);
    let page = page.submit(&[("words", " ")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["words"]);
    let words = [("words", "I teach the dancing.")];
    let (one, other) = tokio::join!(page.submit(&words), page.submit(&words));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
    assert!(
        vahan
            .get(&public)
            .await
            .text()
            .contains("have had your request")
    );
    let letters = portal.letters().await;
    let to: Vec<_> = letters.iter().map(|it| (it.to.as_str(), it.kind)).collect();
    let asked = LetterKind::JoinAsked;
    assert_eq!(to, [(ani.email(), asked), ("mariam@example.org", asked)]);
    assert!(
        !letters[0].text.contains("dancing"),
        "words stay behind a sign-in"
    );
    assert!(
        ani.get("/home")
            .await
            .text()
            .contains("Somebody asks to join")
    );
    assert!(!editor.get(&home).await.is(200).text().contains("dancing"));

    let page = ani.get(&home).await.is(200);
    assert!(page.text().contains("I teach the dancing."));
    let answer = page.attribute("form[action$='/answer']", "action");
    editor.post(&answer, &[("answer", "owner")]).await.is(403);
    page.submit_to(&answer, &[("answer", "editor")])
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::JoinAccepted);
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Editor));
    page.submit_to(&answer, &[("answer", "refuse")])
        .await
        .is(409);
    // Whoever is in goes to the team.
    assert_eq!(vahan.get(&public).await.is(303).location(), home);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_request_that_was_refused_can_be_made_again(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let public = home.replace("/home/", "/").replace("/team", "/join");
    let vahan = portal.member("Vahan").await;
    for _ in 0..2 {
        let page = vahan.get(&public).await.is(200);
        page.submit(&[("words", "Please.")]).await.is(303);
        assert_eq!(portal.letter().await.kind, LetterKind::JoinAsked);
        let page = ani.get(&home).await.is(200);
        let answer = page.attribute("form[action$='/answer']", "action");
        page.submit_to(&answer, &[("answer", "refuse")])
            .await
            .is(303);
        assert_eq!(portal.letter().await.kind, LetterKind::JoinRefused);
    }
    assert_eq!(role(&portal, &home, &vahan).await, None);
    portal.auditor().await.get(&public).await.is(403);
}
