//! Whoever is struck off takes no part in anything while it is, and is again what it was once it is revived.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::initiative::WantSide;
use concord::notice::LetterKind;
use concord::values::{InitiativeRole, Need, RegistryNumber};
use sqlx::PgPool;

use super::joining::{add, group};
use super::registered;
use crate::initiatives::{db_carried, db_published};
use crate::meetings::{called, follow};
use crate::portal::Portal;
use crate::teams::{of_home, owned};
use crate::workbench::initiative;

/// The chair strikes off or revives; what it will do is said before.
async fn act(portal: &Portal, number: RegistryNumber, act: &str) -> String {
    let path = format!("/desk/organizations/{number}/standing/{act}");
    let page = portal.chair().await.get(&path).await.is(200);
    let said = [("reason", "Nobody answers."), ("reach", "board")];
    let page = page.submit(&said).await.is(200);
    page.submit(&[("confirmed", "yes")]).await.is(303);
    page.text()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn who_is_struck_off_takes_no_part_until_it_is_revived(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (one, number) = of_home(&portal, &home).await;
    let council = group(&board, "Council of Choirs", "notice").await;
    let typed = number.to_string();
    let fields = [("number", typed.as_str()), ("role", "chair"), ("seat", "")];
    board
        .post(format!("{council}/members"), &fields)
        .await
        .is(303);
    let (_, second) = registered(&portal, "Second Choir", "FR").await;
    add(&board, &council, second, &[("seat", "president")])
        .await
        .is(303);
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    let mut tx = portal.tx().await;
    db_carried(&mut tx, id, one, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
    db_published(&portal, id).await;
    let page = called(&board, &council, &[]).await.is(303);
    let meeting = page.location().to_owned();
    portal.letters().await;

    let public = council.replacen("/desk", "", 1);
    let theirs = meeting.replacen("/desk", &format!("/home/organizations/{number}"), 1);
    let (shown, of) = (
        format!("/initiatives/{id}"),
        format!("/organizations/{number}"),
    );
    // Whether it takes part: in public, at the desk and for its own people, all alike.
    let takes_part = async |wanted: bool| {
        let (visitor, board) = (portal.visitor(), portal.coordinator().await);
        let page = visitor.get(&public).await.is(200);
        // The text, and what it says to programs.
        assert_eq!(page.body.contains("Nor Dprots"), wanted, "{}", page.body);
        let status = if wanted { 200 } else { 404 };
        visitor.get(&shown).await.is(status);
        let list = visitor.get("/initiatives").await.is(200);
        assert_eq!(list.body.contains(&shown), wanted);
        let map = visitor.get("/sitemaps/pages.xml").await.is(200);
        assert_eq!(map.body.contains(&shown), wanted);
        let page = visitor.get(&of).await.is(200);
        assert_eq!(page.body.contains("Council of Choirs"), wanted);
        assert_eq!(page.body.contains(&shown), wanted);
        let groups = visitor.get("/groups").await.is(200);
        let count = if wanted { "2" } else { "1" };
        assert!(groups.text().contains(count), "{}", groups.text());
        let page = board.get(&council).await.is(200);
        assert!(page.text().contains("Nor Dprots"), "it keeps its place");
        assert_eq!(page.text().contains("Struck off"), !wanted);
        let desk = format!("/desk{of}");
        let page = board.get(&desk).await.is(200);
        for act in ["memberships", "initiatives"] {
            let act = format!("main a.govuk-button[href='{desk}/{act}']");
            assert_eq!(page.has(&act), wanted, "{act}");
        }
        let bench = board.get("/desk/workbench/unled").await.is(200);
        assert_eq!(bench.body.contains(&shown), !wanted);
    };
    takes_part(true).await;
    ani.get(&theirs).await.is(200);

    let said = act(&portal, number, "striking-off").await;
    assert!(
        said.contains("places in groups: 1 (as chair: 1), and parts in initiatives: 1."),
        "{said}"
    );
    let kinds = async || {
        let letters = portal.letters().await;
        letters.iter().map(|it| it.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds().await, [LetterKind::StruckOff]);
    takes_part(false).await;
    ani.get(&theirs).await.is(404);
    follow(&portal).await;
    assert_eq!(kinds().await, [LetterKind::MeetingNotYours]);
    // What nobody leads is not published again.
    let desk = format!("/desk/initiatives/{id}");
    let page = board.get(&desk).await.is(200);
    assert!(page.text().contains("Struck off"), "{}", page.text());
    assert!(!page.has("form[action$='/publication']"));

    act(&portal, number, "revival").await;
    assert_eq!(kinds().await, [LetterKind::Revived]);
    takes_part(true).await;
    ani.get(&theirs).await.is(200);
    follow(&portal).await;
    assert_eq!(kinds().await, [LetterKind::MeetingCalled]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn minutes_and_seats_go_by_where_a_member_stood_on_the_day(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let council = group(&board, "Council of Choirs", "notice").await;
    let mut numbers = Vec::new();
    for name in ["First Choir", "Second Choir"] {
        let (_, number) = registered(&portal, name, "FR").await;
        add(&board, &council, number, &[]).await.is(303);
        numbers.push(number);
    }
    let page = called(&board, &council, &[]).await.is(303);
    let meeting = page.location().to_owned();
    let entitled = async |wanted: &str| {
        let page = portal.coordinator().await.get(&meeting).await.is(200);
        assert!(page.text().contains(wanted), "{}", page.text());
    };
    // The first is struck off before it is held and revived after it, the second struck off after it.
    portal.wait(TimeDelta::days(1));
    act(&portal, numbers[0], "striking-off").await;
    sqlx::query("update group_members m set seat = 'president' from organizations o where o.id = m.organization_id and o.number = $1")
        .bind(numbers[0])
        .execute(portal.db_pool())
        .await
        .unwrap();
    let bench = portal.coordinator().await;
    let bench = bench.get("/desk/workbench/seats").await.is(200);
    assert!(bench.text().contains("First Choir") && bench.text().contains("Struck off"));
    sqlx::query("update group_members set seat = null")
        .execute(portal.db_pool())
        .await
        .unwrap();
    portal.wait(TimeDelta::days(20));
    entitled("1 of 1 are needed.").await;
    act(&portal, numbers[0], "revival").await;
    act(&portal, numbers[1], "striking-off").await;
    portal.wait(TimeDelta::days(1));
    entitled("1 of 1 are needed.").await;
    let page = portal.coordinator().await.get(&meeting).await.is(200);
    assert!(page.text().contains("Second Choir ·") && !page.text().contains("First Choir"));
}
