//! What may not be given stays, row by row; and who may hand over for whom.

use concord::case::Answer;
use concord::notice::LetterKind;
use concord::values::Role;
use sqlx::PgPool;

use super::{assign, flag, look, mention, organization, rows, seat};
use crate::cases::{decide, held, prose, submitted, take};
use crate::portal::Portal;

fn fates(page: &crate::portal::Page) -> Vec<String> {
    rows(page).into_iter().map(|(_, fate)| fate).collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_is_given_their_own_or_what_another_has_to_judge(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, chair) = (portal.member("Ani").await, portal.chair().await);
    let (second, plain) = (
        portal.person("Second Chair", Role::Chair).await,
        portal.person("Plain", Role::Coordinator).await,
    );
    // An appeal against what the second chair refused, in the hands of the first.
    let id = held(&portal, &ani, &second, "Haus").await;
    let words = prose("It has no members.");
    decide(&portal, &second, id, Answer::Refuse { words }).await;
    let page = ani.get(format!("/cases/{id}/appeal")).await.is(200);
    page.submit(&[
        ("why", "It has."),
        ("body", "It has."),
        ("words", "It has."),
        ("reason", "It has."),
    ])
    .await
    .is(303);
    take(&portal, &chair, id).await;
    // An organization in whose team the second chair is.
    let home = crate::teams::owned(&portal, &ani, "Verein").await;
    let of = crate::teams::of_home(&portal, &home).await;
    let number = of.1;
    let desk = format!("/desk/organizations/{number}");
    assign(&plain, &desk, &chair).await;
    flag(&plain, &desk, &chair).await;
    seat(&portal, of, &second).await;

    let own = "Stays: it is the colleague’s own, and nobody looks after their own";
    let page = look(&chair, None, &second).await.is(200);
    let same = "Stays: the colleague had a part in it that somebody else has to judge";
    assert_eq!(fates(&page), [same, own, own]);
    assert!(
        !page.has("form[action='/desk/handovers']"),
        "nothing can go"
    );
    let page = look(&chair, None, &plain).await.is(200);
    let reach = "Stays: it is outside what the colleague may do";
    assert_eq!(fates(&page), [reach, "Goes", "Goes"]);
    let shown = page.submit_to("/desk/handovers", &[]).await.is(303);
    let shown = shown.follow().await.is(200);
    assert_eq!(fates(&shown), [reach, "Went", "Went"]);
    // The organization's own person sees nothing of what is done about it, though a chair reads all hand-overs.
    let theirs = second.get(shown.asked.split(' ').nth(1).unwrap()).await;
    assert_eq!(fates(&theirs.is(200)), [reach]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_chair_or_an_admin_hands_over_for_whoever_left_and_says_why(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let gone = portal.person("Gone", Role::Coordinator).await;
    let stays = portal.person("Stays", Role::Coordinator).await;
    let (admin, chair) = (portal.admin().await, portal.chair().await);
    let desk = organization(&portal, &ani, "Verein").await;
    assign(&stays, &desk, &gone).await;
    let page = gone.get("/account/closure").await.is(200);
    page.submit(&[("password", crate::portal::PASSWORD)])
        .await
        .is(303);
    portal.letters().await;

    // A colleague hands over their own alone, whatever they write into the address.
    let page = look(&stays, Some(&gone), &chair).await.is(200);
    assert!(page.text().contains("There is nothing to hand over"));
    assert!(!page.has("select[name=from]"));
    let page = look(&admin, Some(&gone), &stays).await.is(200);
    assert_eq!(fates(&page), ["Goes"]);
    let wrong = page.submit_to("/desk/handovers", &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["words"]);
    assert_eq!(fates(&wrong), ["Goes"]);
    let words = [("words", "They have left the ministry.")];
    let shown = wrong.submit_to("/desk/handovers", &words).await.is(303);
    let shown = shown.follow().await.is(200);
    assert_eq!(fates(&shown), ["Went"]);
    // Whoever closed their account gets no letter.
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::DutiesHandedOver, stays.email())
    );
    let path = letter.link().to_owned();
    chair.get(&path).await.is(200);
    // There is nobody to give it back to.
    assert!(
        !stays
            .get(&path)
            .await
            .is(200)
            .has("form[action$='/return']")
    );
    stays.post(format!("{path}/return"), &[]).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_post_hands_over_what_it_was_told_within_the_others_countries(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let board = portal.coordinator().await;
    let both = portal.post_officer(&["DE", "FR"]).await;
    let here = portal.post_officer(&["DE"]).await;
    for (name, host) in [("Haus", "DE"), ("Maison", "FR")] {
        let id = submitted(&portal, &ani, name, host).await;
        mention(&board, id, &both, "What do you know of them?").await;
    }
    let page = look(&both, None, &here).await.is(200);
    let reach = "Stays: it is outside what the colleague may do";
    assert_eq!(fates(&page), ["Goes", reach]);
    let shown = page.submit_to("/desk/handovers", &[]).await.is(303);
    let path = shown.location().to_owned();
    // Of the case in France the other sees no row.
    let theirs = here.get(&path).await.is(200);
    assert_eq!(fates(&theirs), ["Went"]);
    assert!(!theirs.text().contains("Maison"));
    assert!(
        here.get("/desk")
            .await
            .text()
            .contains("What do you know of them?")
    );
    // Who it does not concern, and who has no desk.
    for (who, status) in [
        (&ani, 404),
        (&portal.post_officer(&["IT"]).await, 404),
        (&portal.auditor().await, 200),
    ] {
        assert_eq!(who.get(&path).await.status, status);
    }
    ani.get("/desk/handovers/new").await.is(404);
    portal
        .auditor()
        .await
        .get("/desk/handovers/new")
        .await
        .is(403);
    let member = ani.account().to_string();
    let page = both
        .get(format!("/desk/handovers/new?to={member}"))
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["to"]);
    let fields = [("to", member.as_str()), ("seen", "x")];
    both.post("/desk/handovers", &fields).await.is(403);
    let nobody = [("to", "nobody"), ("words", "Why not")];
    assert_eq!(
        both.post("/desk/handovers", &nobody)
            .await
            .is(422)
            .wrong_fields(),
        ["to"]
    );
}
