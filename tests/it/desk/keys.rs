//! The keys of a case: what the page offers to them, and turning them off.

use sqlx::PgPool;

use crate::cases::submitted;
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn keys_lead_along_the_list_and_whoever_turns_them_off_is_remembered(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let one = submitted(&portal, &ani, "One", "FR").await;
    let two = submitted(&portal, &ani, "Two", "FR").await;
    submitted(&portal, &ani, "Elsewhere", "DE").await;
    let list = board.get("/desk/cases?host=FR").await.is(200);
    let page = board.get(list.link("One")).await.is(200);
    let next = page.attribute("[data-key-next]", "href");
    assert!(
        next.starts_with(&format!("/desk/cases/{two}?list=")),
        "{next}"
    );
    assert!(!page.has("[data-key-previous]"));
    assert!(page.has("[data-key-write] textarea"));
    let keys = page.select("dialog#keys[data-module=app-keys] dt");
    assert_eq!(keys, ["J", "K", "U", "W", "?"]);
    let page = board.get(&next).await.is(200);
    assert!(
        !page.has("[data-key-next]"),
        "the other one is on another list"
    );
    let back = page.attribute("[data-key-previous]", "href");
    assert!(
        back.starts_with(&format!("/desk/cases/{one}?list=")),
        "{back}"
    );

    // Without scripts the same list is a page.
    let plain = board.get("/desk/keys").await.is(200);
    assert_eq!(plain.select("main dt"), ["J", "K", "U", "W", "?"]);
    let page = plain.submit(&[("keys", "off")]).await.is(303);
    assert!(page.follow().await.text().contains("The keys are off."));
    let page = board.get(format!("/desk/cases/{one}")).await.is(200);
    assert!(!page.has("dialog#keys"));
    // Only for them.
    let chair = portal.chair().await;
    assert!(
        chair
            .get(format!("/desk/cases/{one}"))
            .await
            .has("dialog#keys")
    );
    let plain = board.get("/desk/keys").await.is(200);
    plain.submit(&[("keys", "on")]).await.is(303);
    assert!(
        board
            .get(format!("/desk/cases/{one}"))
            .await
            .has("dialog#keys")
    );
    ani.get("/desk/keys").await.is(404);
    portal.visitor().get("/desk/keys").await.is(303);
}
