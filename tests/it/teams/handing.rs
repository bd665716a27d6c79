//! Handing over: offered to a member, who takes it or not.

use concord::notice::LetterKind;
use concord::values::TeamRole;
use sqlx::PgPool;

use super::{join, owned, role};
use crate::portal::{Browser, Portal};

async fn offer(owner: &Browser, home: &str, to: &Browser) {
    let page = owner.get(home).await.is(200);
    let heir = to.account().to_string();
    let fields = [("to", heir.as_str())];
    page.submit_to(&format!("{home}/handovers"), &fields)
        .await
        .is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_accepts_is_the_owner_and_the_other_goes_on_as_an_editor(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let page = ani.get(&home).await.is(200);
    assert!(
        page.text()
            .contains("nobody in the team to whom you could hand over")
    );
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Reader).await;
    let mariam = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    offer(&ani, &home, &vahan).await;
    assert_eq!(portal.letter().await.kind, LetterKind::OwnershipOffered);
    assert!(
        vahan
            .get("/home")
            .await
            .text()
            .contains("You are offered a place")
    );
    let page = vahan.get(&home).await.is(200);
    let accept = page.attribute("form[action$='/acceptance']", "action");
    mariam.post(&accept, &[]).await.is(403);
    let (one, other) = tokio::join!(vahan.post(&accept, &[]), vahan.post(&accept, &[]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Owner));
    assert_eq!(role(&portal, &home, &ani).await, Some(TeamRole::Editor));
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::OwnershipHandedOver);
    assert_eq!(letter.to, ani.email());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_offer_is_declined_or_taken_back_and_ends_when_either_leaves(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    for who in [&vahan, &ani] {
        offer(&ani, &home, &vahan).await;
        let page = who.get(&home).await.is(200);
        let end = page.attribute("form[action$='/ending']", "action");
        page.submit_to(&end, &[]).await.is(303);
        page.submit_to(&end, &[]).await.is(409);
    }
    offer(&ani, &home, &vahan).await;
    let page = vahan.get(&home).await.is(200);
    let accept = page.attribute("form[action$='/acceptance']", "action");
    vahan.post(format!("{home}/leaving"), &[]).await.is(303);
    vahan.post(&accept, &[]).await.is(404);
    assert_eq!(role(&portal, &home, &ani).await, Some(TeamRole::Owner));
    // To a stranger nothing can be handed over.
    let stranger = portal.member("Tigran").await.account().to_string();
    ani.post(format!("{home}/handovers"), &[("to", stranger.as_str())])
        .await
        .is(409);
}
