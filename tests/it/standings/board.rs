//! What the chair does by hand, and who may read why.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::organization::standing::Kept;
use concord::values::{RegistryNumber, Role, Standing};
use sqlx::PgPool;

use super::{TERM, after_days, down_to, keep, registered, stands};
use crate::portal::{Browser, Page, Portal};

fn path(number: RegistryNumber, act: &str) -> String {
    format!("/desk/organizations/{number}/standing/{act}")
}

/// The page that says what a suspension until 24 December 2026 will do.
async fn checked(chair: &Browser, number: RegistryNumber, reach: &str) -> Page {
    let page = chair.get(path(number, "suspension")).await.is(200);
    let fields = [
        ("until-day", "24"),
        ("until-month", "12"),
        ("until-year", "2026"),
        ("reason", "Two boards claim to speak for it."),
        ("reach", reach),
    ];
    page.submit(&fields).await.is(200)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_suspension_says_first_what_it_does_and_ends_by_itself(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, Some(&ani), "Haus").await;
    let chair = portal.chair().await;
    let page = chair.get(path(number, "suspension")).await.is(200);
    let wrong = page.submit(&[("until-year", "2026")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["until", "reason", "reach"]);
    let page = checked(&chair, number, "team").await;
    let text = page.text();
    for effect in [
        "will say: Suspended",
        "It ends by itself after 24 December 2026.",
        "Nothing is deleted",
        "team can read the reason",
        "1 owner gets a letter.",
    ] {
        assert!(text.contains(effect), "{effect}: {text}");
    }
    assert_eq!(
        stands(&portal, number).await,
        Standing::Good,
        "nothing is done yet"
    );
    // Back to the answers, and on.
    let page = page.submit(&[("confirmed", "no")]).await.is(200);
    assert_eq!(page.value("reason"), "Two boards claim to speak for it.");
    let page = page.submit(&[]).await.is(200);
    page.submit(&[("confirmed", "yes")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Suspended);

    let public = format!("/organizations/{number}");
    let page = portal.visitor().get(&public).await.is(200);
    assert!(
        page.text()
            .contains("suspended the registration. Since 24 November 2026.")
    );
    assert!(!page.body.contains("Two boards"));
    assert!(
        !page.text().contains("Registered until"),
        "it is not in force"
    );
    let page = ani
        .get(format!("/home/organizations/{number}"))
        .await
        .is(200);
    assert!(page.text().contains("Two boards"));

    assert_eq!(
        after_days(&portal, 30).await,
        Kept::default(),
        "the last day counts"
    );
    let kept = after_days(&portal, 1).await;
    assert_eq!(kept.lifted, 1);
    assert_eq!(stands(&portal, number).await, Standing::Good);
    assert_eq!(portal.letter().await.kind, LetterKind::SuspensionOver);
    assert_eq!(keep(&portal).await, Kept::default());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_reason_is_read_by_those_whom_the_board_tells_it(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    for (reach, team, public) in [
        ("board", false, false),
        ("team", true, false),
        ("public", true, true),
    ] {
        let number = registered(&portal, Some(&ani), "Haus").await;
        let chair = portal.chair().await;
        let page = checked(&chair, number, reach).await;
        page.submit(&[("confirmed", "yes")]).await.is(303);
        let page = portal
            .visitor()
            .get(format!("/organizations/{number}"))
            .await
            .is(200);
        assert_eq!(page.body.contains("Two boards"), public, "{reach}");
        let page = ani
            .get(format!("/home/organizations/{number}"))
            .await
            .is(200);
        assert_eq!(page.body.contains("Two boards"), team, "{reach}");
        let board = portal.coordinator().await;
        let page = board
            .get(format!("/desk/organizations/{number}/standing"))
            .await
            .is(200);
        assert!(page.body.contains("Two boards"), "{reach}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_suspension_leads_back_to_the_rung_it_came_from_unless_it_was_renewed(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let number = registered(&portal, None, "Haus").await;
    down_to(&portal, number, Standing::Lapsed).await;
    let suspend = async |years: &str| {
        let chair = portal.chair().await;
        let page = chair.get(path(number, "suspension")).await.is(200);
        let fields = [
            ("until-day", "1"),
            ("until-month", "6"),
            ("until-year", years),
            ("reason", "An inquiry."),
            ("reach", "board"),
        ];
        let page = page.submit(&fields).await.is(200);
        page.submit(&[("confirmed", "yes")]).await.is(303);
    };
    let lift = async || {
        let chair = portal.chair().await;
        let page = chair.get(path(number, "lifting")).await.is(200);
        let page = page
            .submit(&[("reason", "It is over."), ("reach", "team")])
            .await
            .is(200);
        let text = page.text();
        page.submit(&[("confirmed", "yes")]).await.is(303);
        text
    };
    suspend("2030").await;
    // A suspended registration is on no ladder.
    assert_eq!(after_days(&portal, 70).await, Kept::default());
    assert!(lift().await.contains("will say: Lapsed"));
    assert_eq!(stands(&portal, number).await, Standing::Lapsed);

    suspend("2031").await;
    let seen = super::found(&portal, number).await;
    let mut tx = portal.tx().await;
    let by = portal.coordinator().await.actor().await;
    let until = super::day("2040-01-01");
    concord::organization::standing::renew(&mut tx, &by, seen.id, until)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    assert_eq!(stands(&portal, number).await, Standing::Suspended);
    assert!(lift().await.contains("will say: In good standing"));
    assert_eq!(stands(&portal, number).await, Standing::Good);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_chairs_at_once_one_is_overtaken_and_loses_no_word(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let number = registered(&portal, None, "Haus").await;
    let (one, other) = (
        portal.chair().await,
        portal.person("Second chair", Role::Chair).await,
    );
    let (first, second) = (
        checked(&one, number, "board").await,
        checked(&other, number, "public").await,
    );
    let confirmed = [("confirmed", "yes")];
    let (first, second) = tokio::join!(first.submit(&confirmed), second.submit(&confirmed));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let late = if first.status == 409 { first } else { second };
    assert!(late.text().contains("It now stands: Suspended."));
    assert!(late.text().contains("Two boards claim to speak for it."));
    let rows: i64 = sqlx::query_scalar("select count(*) from organization_standings")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(rows, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_a_chair_acts_and_never_for_an_organization_of_their_own(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let chair = portal.chair().await;
    let own = registered(&portal, Some(&chair), "The chair's own").await;
    let number = registered(&portal, None, "Haus").await;
    for act in ["suspension", "striking-off"] {
        chair.get(path(own, act)).await.is(403);
        chair
            .post(path(own, act), &[("confirmed", "yes")])
            .await
            .is(403);
        for somebody in [
            portal.coordinator().await,
            portal.admin().await,
            portal.auditor().await,
            portal.post_officer(&["DE"]).await,
        ] {
            somebody.get(path(number, act)).await.is(403);
            somebody.post(path(number, act), &[]).await.is(403);
        }
        portal
            .post_officer(&["FR"])
            .await
            .get(path(number, act))
            .await
            .is(404);
        portal
            .member("Ani")
            .await
            .get(path(number, act))
            .await
            .is(404);
    }
    // What cannot follow is not offered, and its page says why.
    chair.get(path(number, "revival")).await.is(409);
    chair.get(path(number, "anything")).await.is(404);
    let page = chair
        .get(format!("/desk/organizations/{number}/standing"))
        .await
        .is(200);
    assert!(page.has(&format!("main a[href='{}']", path(number, "suspension"))));
    assert!(!page.has(&format!("main a[href='{}']", path(number, "revival"))));
    let page = chair
        .get(format!("/desk/organizations/{own}/standing"))
        .await
        .is(200);
    assert!(!page.has("main a[role=button]"));

    let page = chair.get(path(number, "striking-off")).await.is(200);
    let fields = [("reason", "It dissolved."), ("reach", "public")];
    let page = page.submit(&fields).await.is(200);
    // Meanwhile a day passes, and nothing else: the page still counts.
    portal.wait(TimeDelta::hours(1));
    page.submit(&[("confirmed", "yes")]).await.is(303);
    assert_eq!(stands(&portal, number).await, Standing::StruckOff);
    let page = portal
        .visitor()
        .get(format!("/organizations/{number}"))
        .await
        .is(200);
    assert!(page.text().contains("It dissolved."));
    assert_eq!(
        after_days(&portal, TERM + 1).await.advanced,
        1,
        "only the chair's own goes on"
    );
}
