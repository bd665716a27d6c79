//! How long a hold lasts, as admins keep it.

use chrono::TimeDelta;
use sqlx::PgPool;

use crate::cases::held;
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_say_how_long_a_hold_lasts(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let admin = portal.admin().await;
    let index = admin.get("/admin").await.is(200);
    assert!(index.has("a[href='/admin/desk']"));
    let page = admin.get("/admin/desk").await.is(200);
    assert!(page.text().contains("A hold lasts 30 minutes now."));
    for wrong in ["", "4", "10081", "-5", "half an hour", "5.5"] {
        let back = page.submit(&[("hold_minutes", wrong)]).await.is(422);
        assert_eq!(back.wrong_fields(), ["hold_minutes"], "{wrong}");
        assert_eq!(back.value("hold_minutes"), wrong);
    }
    page.submit(&[("hold_minutes", "٩٠")]).await.is(303);
    // Whoever still sees it as it was changes nothing.
    let late = page.submit(&[("hold_minutes", "45")]).await.is(409);
    assert!(late.text().contains("Somebody else changed it meanwhile"));
    assert!(late.text().contains("A hold lasts 90 minutes now."));

    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = held(&portal, &ani, &board, "Haus").await;
    let mine = "/desk/cases?held=me";
    portal.wait(TimeDelta::minutes(89));
    assert!(board.get(mine).await.is(200).text().contains("Haus"));
    portal.wait(TimeDelta::minutes(2));
    let board = portal.coordinator().await;
    assert!(!board.get(mine).await.is(200).text().contains("Haus"));
    board
        .post(format!("/desk/cases/{id}/hold"), &[])
        .await
        .is(303);

    for (who, reads, writes) in [
        (portal.auditor().await, 200, 403),
        (portal.chair().await, 404, 404),
        (portal.member("Ani").await, 404, 404),
    ] {
        assert_eq!(who.get("/admin/desk").await.status, reads);
        let sent = who.post("/admin/desk", &[("hold_minutes", "60")]).await;
        assert_eq!(sent.status, writes);
    }
}
