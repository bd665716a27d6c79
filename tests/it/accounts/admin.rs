//! What admins look after, and who may not.

use concord::account::{self, Created, Password, Post, policy};
use concord::actor::Actor;
use concord::notice::LetterKind;
use concord::values::{Email, Lang, Line, Role};
use sqlx::PgPool;

use super::{OTHER, db_history, opens};
use crate::portal::{PASSWORD, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_admin_finds_an_account_by_its_address_and_changes_its_role(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let _levon = portal.member("Levon").await;
    let admin = portal.admin().await;
    let page = admin.get("/admin/accounts").await.is(200);
    assert_eq!(page.select("tbody tr").len(), 3);
    assert!(
        !page.text().contains("@example.org"),
        "addresses are on record only"
    );
    let page = admin
        .get("/admin/accounts?email=ANI%40example.org&role=")
        .await
        .is(200);
    assert_eq!(page.select("tbody tr th"), ["Ani"]);
    let page = admin.get(page.link("Ani")).await.is(200);
    assert!(page.text().contains(ani.email()));
    let page = page.submit(&[("role", "post_officer")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["hosts"]);
    let page = page
        .submit(&[("role", "post_officer"), ("hosts", "DE"), ("hosts", "AT")])
        .await
        .is(303);
    assert!(
        page.follow()
            .await
            .is(200)
            .text()
            .contains("Austria, Germany")
    );
    let letter = portal.letter().await;
    assert_eq!(
        (letter.to.as_str(), letter.kind),
        (ani.email(), LetterKind::RoleChanged)
    );
    assert!(letter.text.contains("Post officer"));
    ani.get("/account").await.is(303);
    assert!(opens(&portal, ani.email(), PASSWORD).await);
    let (before, after): (serde_json::Value, serde_json::Value) =
        sqlx::query_as("select before, after from history where act = 'account_role_changed'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(before, serde_json::json!({ "role": "member", "hosts": [] }));
    assert_eq!(
        after,
        serde_json::json!({ "role": "post_officer", "hosts": ["AT", "DE"] })
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn host_countries_go_with_the_post(pool: PgPool) {
    let portal = Portal::new(pool);
    let officer = portal.post_officer(&["FR"]).await;
    let admin = portal.admin().await;
    let page = admin
        .get(format!("/admin/accounts/{}", officer.account()))
        .await
        .is(200);
    page.submit(&[("role", "coordinator")])
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    portal.letter().await;
    let hosts: Vec<String> = sqlx::query_scalar("select hosts from accounts where id = $1")
        .bind(officer.account())
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert!(hosts.is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_admin_does_not_change_their_own_role_and_two_do_not_demote_each_other(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = portal.admin().await;
    let two = portal.person("Other admin", Role::Admin).await;
    let own = format!("/admin/accounts/{}", one.account());
    assert!(!one.get(&own).await.is(200).has("form[action$='/role']"));
    one.post(format!("{own}/role"), &[("role", "member")])
        .await
        .is(403);
    let at_two = format!("/admin/accounts/{}/role", two.account());
    let at_one = format!("/admin/accounts/{}/role", one.account());
    let form = [("role", "member")];
    let (first, second) = tokio::join!(one.post(&at_two, &form), two.post(&at_one, &form));
    let admins: i64 = sqlx::query_scalar("select count(*) from accounts where role = 'admin'")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(admins, 1, "{} {}", first.status, second.status);
    portal.ignore_letters();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_accounts_are_there_for_admins_and_to_read_for_auditors(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let account = format!("/admin/accounts/{}", ani.account());
    let role = format!("{account}/role");
    let form = [("role", "admin")];
    for browser in [
        portal.member("Levon").await,
        portal.post_officer(&["DE"]).await,
        portal.coordinator().await,
        portal.chair().await,
    ] {
        browser.get("/admin/accounts").await.is(404);
        browser.get(&account).await.is(404);
        browser.post(&role, &form).await.is(404);
        browser.get("/admin/mail").await.is(404);
    }
    let auditor = portal.auditor().await;
    auditor.get("/admin/accounts").await.is(200);
    assert!(
        !auditor
            .get(&account)
            .await
            .is(200)
            .has("form[action$='/role']")
    );
    auditor.post(&role, &form).await.is(403);
    let visitor = portal.visitor();
    visitor.get("/admin/accounts").await.is(303);
    visitor.post(&role, &form).await.is(401);
    portal
        .admin()
        .await
        .get("/admin/accounts/nobody")
        .await
        .is(404);
    // Only the auditor has seen her address, and that is on record.
    assert_eq!(db_history(&portal, &ani).await, ["personal_data_viewed"]);
    ani.get("/account").await.is(200);
    assert_eq!(
        db_history(&portal, &ani).await.len(),
        1,
        "her own page is hers"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_long_list_has_pages_and_a_bad_address_is_said_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    for n in 0..60 {
        portal
            .db_account(&format!("Person {n}"), Role::Member, &[])
            .await;
    }
    let admin = portal.admin().await;
    let page = admin.get("/admin/accounts?role=member").await.is(200);
    assert_eq!(page.select("tbody tr").len(), 50);
    let page = admin.get(page.link("Next page")).await.is(200);
    assert_eq!(page.select("tbody tr").len(), 10);
    let page = admin.get("/admin/accounts?email=nonsense").await.is(422);
    assert_eq!(page.wrong_fields(), ["email"]);
    let page = admin
        .get("/admin/accounts?email=nobody%40example.org")
        .await
        .is(200);
    assert!(page.text().contains("No account found"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_command_line_makes_the_first_admin(pool: PgPool) {
    let portal = Portal::new(pool);
    let (email, name) = (
        Email::parse("first@board.example").unwrap(),
        Line::parse("First", 100).unwrap(),
    );
    let password = Password::choose(OTHER, &[email.as_str(), &name])
        .await
        .unwrap()
        .unwrap();
    let create = async || {
        let mut tx = portal.tx().await;
        let new = Created {
            email: &email,
            name: &name,
            post: Post::new(Role::Admin, Vec::new()).unwrap(),
            lang: Lang::En,
            password: &password,
        };
        let granted = policy::create(&Actor::System).unwrap();
        let id = account::create_by_command(&mut tx, granted, new)
            .await
            .unwrap();
        let _ = tx.commit().await.unwrap();
        id
    };
    assert!(create().await.is_some());
    assert!(create().await.is_none(), "an address has one account");
    assert!(opens(&portal, "first@board.example", OTHER).await);
    assert!(policy::create(&portal.admin().await.actor().await).is_err());
}
