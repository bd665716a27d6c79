//! The harness itself: what it promises to all other tests.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::TimeDelta;
use concord::actor::Actor;
use concord::db::Tx;
use concord::notice::{Letter, LetterKind, Recipient};
use concord::values::{Lang, Role};
use sqlx::PgPool;

use crate::portal::{Portal, faults_of};

async fn write_a_letter(portal: &Portal) {
    let ani = portal.member("Ani").await;
    let mut tx: Tx = portal.tx().await;
    let to = Recipient::Account(ani.account());
    concord::notice::post(&mut tx, to, Letter::PasswordChanged)
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn people_are_who_they_are(pool: PgPool) {
    let portal = Portal::new(pool);
    assert!(matches!(portal.visitor().actor().await, Actor::Visitor));
    for (browser, role) in [
        (portal.member("Անի Պետրոսյան").await, Role::Member),
        (portal.post_officer(&["DE", "FR"]).await, Role::PostOfficer),
        (portal.coordinator().await, Role::Coordinator),
        (portal.chair().await, Role::Chair),
        (portal.admin().await, Role::Admin),
        (portal.auditor().await, Role::Auditor),
    ] {
        let actor = browser.actor().await;
        assert_eq!(actor.role(), Some(role));
        assert_eq!(actor.account(), Some(browser.account()));
        let page = browser.get("/no-such-page").await.is(404);
        assert!(page.has("a[href='/account']"), "{role} is signed in");
    }
    let again = portal.member("Անի Պետրոսյան").await;
    let first = portal.member("Անի Պետրոսյան").await;
    assert_eq!(again.account(), first.account());
    assert_eq!(again.email(), "ani-petrosyan@example.org");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_clock_stands_until_it_is_moved(pool: PgPool) {
    let portal = Portal::new(pool);
    let then = portal.now();
    let ani = portal.member("Ani").await;
    portal.wait(TimeDelta::days(15));
    assert_eq!(portal.now() - then, TimeDelta::days(15));
    assert!(
        matches!(ani.actor().await, Actor::Visitor),
        "a session ends"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_letter_that_nobody_looked_at_fails_its_test(pool: PgPool) {
    let portal = Portal::new(pool);
    write_a_letter(&portal).await;
    let dropped = catch_unwind(AssertUnwindSafe(|| drop(portal)));
    let said = *dropped.unwrap_err().downcast::<String>().unwrap();
    assert!(said.contains("password_changed"), "{said}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn letters_are_read_once_and_by_their_words(pool: PgPool) {
    let portal = Portal::new(pool);
    write_a_letter(&portal).await;
    let letter = portal.letter().await;
    assert_eq!(letter.to, "ani@example.org");
    assert_eq!(letter.kind, LetterKind::PasswordChanged);
    assert_eq!(letter.lang, Lang::En);
    assert!(portal.letters().await.is_empty());
}

#[test]
fn a_page_that_is_not_sound_is_noticed() {
    let page = |head: &str, main: &str| {
        format!(
            "<!DOCTYPE html><html lang='ar' dir='rtl'><head><title>A</title>{head}</head><body><main>{main}</main></body></html>"
        )
    };
    let sound = "<h1>A</h1><form method='post'><label for='a'>A</label><input id='a' name='a'><button>B</button></form>";
    assert_eq!(faults_of(&page("", sound)), Vec::<String>::new());
    for (head, main) in [
        ("", ""),
        ("", "<h1>A</h1><h1>B</h1>"),
        ("<style>a{}</style>", "<h1>A</h1>"),
        ("<script>1</script>", "<h1>A</h1>"),
        (
            "<link rel='stylesheet' href='https://elsewhere.example/a.css'>",
            "<h1>A</h1>",
        ),
        ("", "<h1 style='color:red'>A</h1>"),
        ("", "<h1 onclick='a()'>A</h1>"),
        ("", "<h1>A</h1><input name='a'>"),
        ("", "<h1>A</h1><label for='b'>B</label>"),
        ("", "<h1>A</h1><a href='#nowhere'>A</a>"),
        ("", "<h1>A</h1><a href='/a'></a>"),
        ("", "<h1 id='a'>A</h1><p id='a'>B</p>"),
        ("", "<h1>A</h1><img src='/a.png'>"),
        ("", "<h1>A</h1><table><tr><td>1</td></tr></table>"),
        ("", "<h1>A</h1><fieldset></fieldset>"),
        (
            "",
            "<h1>A</h1><form method='post'><label for='f'>F</label><input id='f' type='file' name='f'></form>",
        ),
    ] {
        assert_eq!(faults_of(&page(head, main)).len(), 1, "{head}{main}");
    }
    let left = page("", sound).replace("rtl", "ltr");
    assert_eq!(faults_of(&left).len(), 1);
}
