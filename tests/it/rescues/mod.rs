//! Rescue: the owners are told at once, any of them stops it with one click, and after two weeks somebody decides.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::values::{Role, TeamRole};
use sqlx::PgPool;

use crate::portal::{Browser, Portal};
use crate::teams::{join, owned, role};

fn address(home: &str) -> String {
    home.replace("/home/", "/").replace("/team", "/rescue")
}

async fn ask(who: &Browser, home: &str) {
    let page = who.get(address(home)).await.is(200);
    let evidence = [("evidence", "She moved to Australia in May.")];
    page.submit(&evidence).await.is(303);
}

/// The page of the only rescue that waits, at the desk.
async fn at_desk(who: &Browser) -> String {
    let list = who.get("/desk/rescues").await.is(200);
    list.attribute("main tbody a", "href")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_owner_is_told_and_one_click_stops_it_without_a_sign_in(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    join(&portal, &ani, "Mariam", TeamRole::Owner).await;
    let vahan = portal.member("Vahan").await;
    let page = vahan.get(address(&home)).await.is(200);
    let page = page.submit(&[("evidence", "")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["evidence"]);
    ask(&vahan, &home).await;
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 2);
    assert!(letters.iter().all(|it| it.kind == LetterKind::RescueAsked));
    assert!(
        letters[0].text.contains("8 December 2026"),
        "{}",
        letters[0].text
    );
    assert!(!letters[0].text.contains("Australia"));
    assert_ne!(letters[0].link(), letters[1].link());
    let link = letters[0].link();
    let somebody = portal.visitor();
    let page = somebody.get(link).await.is(200);
    assert!(
        vahan
            .get(address(&home))
            .await
            .text()
            .contains("The owners can answer until")
    );
    page.submit(&[]).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::RescueStopped, vahan.email())
    );
    somebody.get(link).await.is(404);
    somebody.post(letters[1].link(), &[]).await.is(404);
    // They can ask again, and a signed-in owner sees it on their own pages.
    ask(&vahan, &home).await;
    portal.letters().await;
    assert!(
        ani.get("/home")
            .await
            .text()
            .contains("Somebody says that the owners of")
    );
    let page = ani.get(home.trim_end_matches("/team")).await.is(200);
    let stop = home.replace("/team", "/rescue");
    page.submit_to(&stop, &[]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::RescueStopped);
    ani.post(&stop, &[]).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn after_two_weeks_the_board_makes_whoever_asked_an_owner(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    ask(&vahan, &home).await;
    portal.letters().await;
    let accept = [("answer", "accept")];
    for days in [0, 14] {
        portal.wait(TimeDelta::days(days));
        let board = portal.coordinator().await;
        let page = at_desk(&board).await;
        assert!(!board.get(&page).await.is(200).has("main form"), "{days}");
        board
            .post(format!("{page}/decision"), &accept)
            .await
            .is(409);
    }
    portal.wait(TimeDelta::days(1));
    let board = portal.coordinator().await;
    let address = at_desk(&board).await;
    let page = board.get(&address).await.is(200);
    assert!(page.text().contains("Australia"));
    let wrong = page.submit(&[("answer", "refuse")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["reason"]);
    let (one, other) = tokio::join!(page.submit(&accept), page.submit(&accept));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let letters = portal.letters().await;
    let told: Vec<_> = letters.iter().map(|it| (it.to.as_str(), it.kind)).collect();
    assert_eq!(
        told,
        [
            ("vahan@example.org", LetterKind::RescueAccepted),
            (ani.email(), LetterKind::Rescued)
        ]
    );
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Owner));
    assert_eq!(
        role(&portal, &home, &ani).await,
        Some(TeamRole::Owner),
        "nobody is taken out"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_refusal_has_a_reason_that_whoever_asked_can_read(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    ask(&portal.member("Vahan").await, &home).await;
    portal.letters().await;
    portal.wait(TimeDelta::days(15));
    // The organization is in Germany: its post decides too.
    let post = portal.post_officer(&["DE"]).await;
    let page = post.get(at_desk(&post).await).await.is(200);
    let why = [("answer", "refuse"), ("reason", "We met her last week.")];
    page.submit(&why).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::RescueRefused);
    let vahan = portal.member("Vahan").await;
    let page = vahan.get(address(&home)).await.is(200);
    assert!(page.text().contains("We met her last week."));
    assert_eq!(role(&portal, &home, &vahan).await, None);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn it_is_decided_by_those_without_a_part_in_it_alone(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let claimant = portal.person("Claimant", Role::Coordinator).await;
    ask(&claimant, &home).await;
    portal.wait(TimeDelta::days(15));
    let board = portal.coordinator().await;
    let page = at_desk(&board).await;
    let act = format!("{page}/decision");
    for (who, see, decide) in [
        (portal.visitor(), 303, 401),
        (portal.member("Ani").await, 404, 404),
        (portal.person("Claimant", Role::Coordinator).await, 404, 404),
        (portal.post_officer(&["FR"]).await, 404, 404),
        (portal.auditor().await, 200, 403),
        (portal.admin().await, 200, 403),
    ] {
        who.get(&page).await.is(see);
        who.post(&act, &[("answer", "accept")]).await.is(decide);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_at_a_time_and_whoever_asked_takes_it_back(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let (vahan, mariam) = (portal.member("Vahan").await, portal.member("Mariam").await);
    let evidence = [("evidence", "Gone.")];
    let pages = [
        vahan.get(address(&home)).await.is(200),
        mariam.get(address(&home)).await.is(200),
    ];
    let (one, other) = tokio::join!(pages[0].submit(&evidence), pages[1].submit(&evidence));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let (first, second) = match one.status.as_u16() {
        303 => (vahan, mariam),
        _ => (mariam, vahan),
    };
    assert!(
        second
            .get(address(&home))
            .await
            .text()
            .contains("Somebody has asked")
    );
    let back = format!("{}/withdrawal", address(&home));
    second.post(&back, &[]).await.is(404);
    first.post(&back, &[]).await.is(303);
    assert!(second.get(address(&home)).await.is(200).has("textarea"));
    ani.get(address(&home)).await.is(403);
    ani.post(address(&home), &evidence).await.is(403);
}
