//! Never without an owner; and what changes in a team takes effect at once.

use concord::notice::LetterKind;
use concord::values::TeamRole;
use sqlx::PgPool;

use super::{home_of, join, members, owned, role};
use crate::portal::{Browser, Portal};

async fn change(owner: &Browser, home: &str, of: &Browser, to: &str) -> crate::portal::Page {
    let field = format!("role-{}", of.account());
    let page = owner.get(home).await.is(200);
    page.submit_to(
        &format!("{home}/{}/role", of.account()),
        &[(field.as_str(), to)],
    )
    .await
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_last_owner_neither_leaves_nor_becomes_less(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let page = ani.post(format!("{home}/leaving"), &[]).await.is(422);
    assert!(page.text().contains("You are the only owner"));
    let page = change(&ani, &home, &ani, "reader").await.is(422);
    assert!(page.text().contains("never without one"), "{}", page.text());
    ani.post(format!("{home}/{}/removal", ani.account()), &[])
        .await
        .is(422);
    assert_eq!(role(&portal, &home, &ani).await, Some(TeamRole::Owner));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_owners_who_leave_at_once_one_stays(pool: PgPool) {
    let portal = Portal::new(pool);
    for round in 0..6 {
        let ani = portal.member("Ani").await;
        owned(&portal, &ani, &format!("Haus {round}")).await;
        let home = home_of(&portal, &ani).await;
        let vahan = join(&portal, &ani, "Vahan", TeamRole::Owner).await;
        let leaving = format!("{home}/leaving");
        let (one, other) = tokio::join!(ani.post(&leaving, &[]), vahan.post(&leaving, &[]));
        let mut statuses = [one.status.as_u16(), other.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "round {round}");
        assert_eq!(members(&portal, &home).await.len(), 1);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_owners_who_take_each_other_out_at_once_one_stays(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    for round in 0..6 {
        let ani = portal.member("Ani").await;
        owned(&portal, &ani, &format!("Haus {round}")).await;
        let home = home_of(&portal, &ani).await;
        let vahan = join(&portal, &ani, "Vahan", TeamRole::Owner).await;
        let removal = |of: &Browser| format!("{home}/{}/removal", of.account());
        let (of_vahan, of_ani) = (removal(&vahan), removal(&ani));
        let (one, other) = tokio::join!(ani.post(&of_vahan, &[]), vahan.post(&of_ani, &[]));
        let statuses = [one.status.as_u16(), other.status.as_u16()];
        let done = statuses.iter().filter(|status| **status == 303).count();
        assert_eq!(done, 1, "round {round}: {statuses:?}");
        let left = members(&portal, &home).await;
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].1, TeamRole::Owner);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_role_that_was_changed_counts_at_once_and_its_bearer_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Owner).await;
    // The same session, before and after.
    assert!(
        vahan
            .get(&home)
            .await
            .is(200)
            .has("form[action$='/invitations']")
    );
    change(&ani, &home, &vahan, "reader").await.is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::TeamRoleChanged);
    assert!(letter.text.contains("Reader"));
    assert!(
        !vahan
            .get(&home)
            .await
            .is(200)
            .has("form[action$='/invitations']")
    );
    let fields = [
        ("email", "x@example.org"),
        ("role", "reader"),
        ("lang", "en"),
    ];
    vahan
        .post(format!("{home}/invitations"), &fields)
        .await
        .is(403);
    ani.post(format!("{home}/{}/removal", vahan.account()), &[])
        .await
        .is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::TeamRemoved);
    assert_eq!(letter.link, None);
    vahan.get(&home).await.is(404);
    vahan.get(home.trim_end_matches("/team")).await.is(404);
    assert!(!vahan.get("/home").await.is(200).text().contains("Haus"));
    // Gone is gone.
    ani.post(format!("{home}/{}/removal", vahan.account()), &[])
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn editors_and_readers_change_nothing_in_the_team(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let mariam = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    let stranger = portal.member("Tigran").await;
    for (who, status) in [(&vahan, 403), (&mariam, 403), (&stranger, 404)] {
        for act in [
            format!("{}/role", mariam.account()),
            format!("{}/removal", mariam.account()),
            "handovers".to_owned(),
        ] {
            who.post(format!("{home}/{act}"), &[]).await.is(status);
        }
    }
    // Leaving is everybody's own.
    mariam.post(format!("{home}/leaving"), &[]).await.is(303);
    stranger.post(format!("{home}/leaving"), &[]).await.is(404);
    assert_eq!(role(&portal, &home, &mariam).await, None);
}
