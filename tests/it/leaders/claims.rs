//! Entries that somebody says are theirs: at once by the address on them, else by those who know, and never by themselves.

use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::somebody;
use crate::coordination::consents::{NAME, agree};
use crate::portal::Portal;

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_has_the_address_on_the_entry_has_it_at_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let email = [("email", "Zabelora@example.org")];
    one.board_says(&email).await.is(303);
    let own = format!("/consents/{}", one.id);
    let zabelora = portal.member("Zabelora").await;
    zabelora.get(&own).await.is(404);
    portal
        .visitor()
        .post(format!("{}/claim", one.link), &[])
        .await
        .is(401);
    let page = zabelora.get(&one.link).await.is(200);
    let page = page
        .submit_to(&format!("{}/claim", one.link), &[])
        .await
        .is(303);
    assert_eq!(page.location(), own);
    let home = zabelora.get("/home").await.is(200);
    let all = home.link("All that is kept of you");
    assert_eq!(all, format!("{own}/profile"));
    assert!(zabelora.get(&all).await.is(200).text().contains(NAME));
    // It is theirs and nobody else's, and the link of the letter goes on.
    portal.member("Boris").await.get(&all).await.is(404);
    portal.visitor().get(&all).await.is(404);
    portal.visitor().get(&one.link).await.is(200);
    // They do there what the link lets them do, and history knows who it was.
    let page = zabelora.get(&own).await.is(200);
    page.submit_to(&own, &[("public_page", "name")])
        .await
        .is(303);
    portal
        .visitor()
        .get(format!("/leaders/{}", one.id))
        .await
        .is(200);
    zabelora
        .post(format!("{own}/claim/ending"), &[])
        .await
        .is(303);
    zabelora.get(&all).await.is(404);
    zabelora
        .post(format!("{own}/claim/ending"), &[])
        .await
        .is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn another_address_waits_for_those_who_know(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let public = format!("/leaders/{}/claim", one.id);
    let zabelora = portal.member("Zabelora").await;
    // Of whom nobody may know, nobody can say so without the link.
    zabelora.get(&public).await.is(404);
    zabelora.post(&public, &[]).await.is(404);
    agree(&one.board, one.number, one.id, &[("public_page", "name")]).await;
    portal.visitor().get(&public).await.is(303);
    portal.letters().await;
    let page = zabelora.get(&public).await.is(200);
    page.submit(&[]).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::LeaderClaimAsked, "ani@example.org")
    );
    assert!(!letter.text.contains(NAME) && !letter.text.contains("Zabelora"));
    zabelora.post(&public, &[]).await.is(303);
    assert!(portal.letters().await.is_empty(), "twice is once");
    let own = format!("/consents/{}/profile", one.id);
    zabelora.get(&own).await.is(404);

    let page = one.owner.get(letter.link()).await.is(200);
    assert!(
        page.text()
            .contains("Zabelora says that this is their own entry")
    );
    let answer = page.attribute("form[action*='/claims/']", "action");
    zabelora
        .post(&answer, &[("answer", "confirm")])
        .await
        .is(404);
    one.owner
        .post(&answer, &[("answer", "maybe")])
        .await
        .is(404);
    let confirm = [("answer", "confirm")];
    let (ours, again) = tokio::join!(
        one.owner.post(&answer, &confirm),
        one.owner.post(&answer, &[("answer", "refuse")])
    );
    let mut answers = [ours.status.as_u16(), again.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
    let letters = portal.letters().await;
    let kinds: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    let told = (LetterKind::LeaderClaimConfirmed, "zabelora@example.org");
    let refused = (LetterKind::LeaderClaimRefused, "zabelora@example.org");
    assert!(
        kinds.contains(&told) != kinds.contains(&refused),
        "{kinds:?}"
    );
    let is_theirs = zabelora.get(&own).await.status == 200;
    assert_eq!(is_theirs, kinds.contains(&told));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_answers_themselves_and_what_is_confirmed_only_the_board_puts_aside(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    agree(&one.board, one.number, one.id, &[("public_page", "name")]).await;
    let public = format!("/leaders/{}/claim", one.id);
    one.owner.post(&public, &[]).await.is(303);
    let leaders = format!("/home/organizations/{}/leaders", one.number);
    let page = one.owner.get(&leaders).await.is(200);
    let answer = page.attribute("form[action*='/claims/']", "action");
    let confirm = [("answer", "confirm")];
    one.owner.post(&answer, &confirm).await.is(403);
    let page = one.board.get(&one.desk).await.is(200);
    let at_desk = page.attribute("form[action*='/claims/']", "action");
    portal
        .auditor()
        .await
        .post(&at_desk, &confirm)
        .await
        .is(403);
    one.board.post(&at_desk, &confirm).await.is(303);
    let own = format!("/consents/{}/profile", one.id);
    one.owner.get(&own).await.is(200);

    let boris = portal.member("Boris").await;
    boris.post(&public, &[]).await.is(303);
    let page = one.owner.get(&leaders).await.is(200);
    let answers = page.attributes("form[action*='/claims/']", "action");
    assert_eq!(answers.len(), 1, "what is confirmed a team does not end");
    one.owner.post(&answers[0], &confirm).await.is(403);
    one.owner.post(&answer, &[("answer", "end")]).await.is(403);
    let page = one.board.get(&one.desk).await.is(200);
    let theirs = page.attributes("form[action*='/claims/']", "action");
    let boris_asks = theirs.iter().find(|it| **it != at_desk).unwrap();
    one.board.post(boris_asks, &confirm).await.is(303);
    boris.get(&own).await.is(200);
    one.owner.get(&own).await.is(404);
    one.board
        .post(boris_asks, &[("answer", "end")])
        .await
        .is(303);
    boris.get(&own).await.is(404);
    one.board
        .post(boris_asks, &[("answer", "end")])
        .await
        .is(409);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_claim_that_waits_raises_a_flag_until_it_is_answered(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let one = somebody(&portal).await;
    let zabelora = portal.member("Zabelora").await;
    let claim = format!("{}/claim", one.link);
    zabelora.post(&claim, &[]).await.is(303);
    let is_up = async || {
        keep(&portal).await;
        let list = one.board.get("/desk/flags").await.is(200);
        list.text().contains("entry is theirs")
    };
    assert!(is_up().await && is_up().await);
    let list = one.board.get("/desk/flags").await.is(200);
    assert_eq!(list.text().matches("entry is theirs").count(), 1);
    let flag = list.link("Somebody says that a leader’s entry is theirs");
    let page = one.board.get(&flag).await.is(200);
    assert!(!page.body.contains(NAME) && !page.body.contains("Zabelora"));
    // The act is beside it.
    assert_eq!(page.link("Look at the entry and answer"), one.desk);
    let page = one.board.get(&one.desk).await.is(200);
    let answer = page.attribute("form[action*='/claims/']", "action");
    one.board
        .post(&answer, &[("answer", "refuse")])
        .await
        .is(303);
    assert!(!is_up().await);
    // A new claim is a new flag; what is taken back takes it down.
    zabelora.post(&claim, &[]).await.is(303);
    assert!(is_up().await);
    zabelora.post(format!("{claim}/ending"), &[]).await.is(303);
    assert!(!is_up().await);
}

async fn keep(portal: &Portal) {
    let mut tx = portal.tx().await;
    concord::flag::keep(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
}
