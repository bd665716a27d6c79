//! Inviting: by e-mail, once, for seven days, in the language of the inviter's choice.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::values::{Lang, TeamRole};
use sqlx::PgPool;

use super::{invited, join, owned, role};
use crate::portal::{PASSWORD, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn somebody_with_an_account_is_invited_and_joins_by_the_button(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let home = owned(&portal, &ani, "Haus").await;
    let page = ani.get(&home).await.is(200);
    let fields = [("email", vahan.email()), ("role", "editor"), ("lang", "ar")];
    let page = page
        .submit_to(&format!("{home}/invitations"), &fields)
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("The invitation is on its way"));
    assert!(page.text().contains("vahan@example.org"));
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::Invitation);
    assert_eq!((letter.to.as_str(), letter.lang), (vahan.email(), Lang::Ar));
    assert!(letter.text.contains("Haus"), "{}", letter.text);

    let link = letter.link();
    let page = vahan.get(link).await.is(200);
    assert_eq!(
        role(&portal, &home, &vahan).await,
        None,
        "a look joins nothing"
    );
    let page = page.submit_to(link, &[]).await.is(303);
    page.follow().await.is(200);
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Editor));
    // Once.
    portal.member("Mariam").await.get(link).await.is(404);
    let late = portal.member("Mariam").await.post(link, &[]).await;
    assert_eq!(late.status, 404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn somebody_new_signs_up_by_the_link_and_needs_no_other_letter(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let link = invited(&portal, &ani, &home, "Nino@Kamurj.example", "reader").await;
    let nino = portal.visitor();
    let page = nino.get(&link).await.is(200);
    assert!(
        page.text().contains("Nino@kamurj.example"),
        "{}",
        page.text()
    );
    let sign_up = format!("{link}/account");
    let page = page
        .submit_to(&sign_up, &[("name", ""), ("password", "short")])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["name", "password"]);
    let page = page
        .submit_to(&sign_up, &[("name", "Nino"), ("password", PASSWORD)])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Reader"), "{}", page.text());
    assert!(portal.letters().await.is_empty());
    // The same address signs in with what was chosen.
    let again = portal.visitor();
    let form = again.get("/sign-in").await.is(200);
    form.submit(&[("email", "nino@kamurj.example"), ("password", PASSWORD)])
        .await
        .is(303);
    let page = again.get(home.trim_end_matches("/team")).await.is(200);
    assert!(page.text().contains("Haus"));
    let named: bool = sqlx::query_scalar(
        "select exists (select from invitations where invitations::text like '%kamurj%'
            or encode(email_sealed, 'escape') like '%amurj%')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(!named, "the address is sealed");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_unconfirmed_sign_up_with_the_address_is_taken_over_by_whoever_holds_the_link(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let stranger = portal.visitor();
    let form = stranger.get("/sign-up").await.is(200);
    let fields = [
        ("name", "Mallory"),
        ("email", "nino@kamurj.example"),
        ("password", "nine boats under the bridge"),
    ];
    form.submit(&fields).await.is(303);
    let trap = portal.letter().await.link().to_owned();
    let link = invited(&portal, &ani, &home, "nino@kamurj.example", "editor").await;
    let nino = portal.visitor();
    let page = nino.get(&link).await.is(200);
    let fields = [("name", "Nino"), ("password", PASSWORD)];
    page.submit_to(&format!("{link}/account"), &fields)
        .await
        .is(303);
    assert_eq!(stranger.get(&trap).await.status, 404, "what waited is void");
    let form = stranger.get("/sign-in").await.is(200);
    let wrong = [
        ("email", "nino@kamurj.example"),
        ("password", "nine boats under the bridge"),
    ];
    form.submit(&wrong).await.is(422);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_address_with_an_account_signs_in_instead_of_signing_up(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let home = owned(&portal, &ani, "Haus").await;
    let link = invited(&portal, &ani, &home, vahan.email(), "editor").await;
    let page = portal.visitor().get(&link).await.is(200);
    let fields = [("name", "Somebody"), ("password", PASSWORD)];
    let page = page
        .submit_to(&format!("{link}/account"), &fields)
        .await
        .is(422);
    assert!(
        page.text()
            .contains("There is an account with this address")
    );
    assert!(page.has("a[href^='/sign-in?back=%2Finvitations%2F']"));
    vahan.get(&link).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_runs_out_after_seven_days_and_works_again_when_it_is_sent_again(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let home = owned(&portal, &ani, "Haus").await;
    let old = invited(&portal, &ani, &home, vahan.email(), "editor").await;
    portal.wait(TimeDelta::days(7) + TimeDelta::seconds(1));
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    vahan.get(&old).await.is(404);
    vahan.post(&old, &[]).await.is(404);
    let page = ani.get(&home).await.is(200);
    assert!(page.text().contains("The link has run out"));
    let again = page.attribute("form[action$='/resending']", "action");
    page.submit_to(&again, &[]).await.is(303);
    let new = portal.letter().await.link().to_owned();
    assert_ne!(new, old);
    vahan.get(&old).await.is(404);
    vahan
        .get(&new)
        .await
        .is(200)
        .submit_to(&new, &[])
        .await
        .is(303);
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Editor));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_invitation_that_was_taken_back_or_whose_owner_left_works_no_more(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let home = owned(&portal, &ani, "Haus").await;
    let link = invited(&portal, &ani, &home, vahan.email(), "editor").await;
    let page = ani.get(&home).await.is(200);
    let back = page.attribute("form[action$='/withdrawal']", "action");
    page.submit_to(&back, &[]).await.is(303);
    vahan.get(&link).await.is(404);
    page.submit_to(&back, &[]).await.is(409);

    let link = invited(&portal, &ani, &home, "new@example.org", "editor").await;
    join(&portal, &ani, "Mariam", TeamRole::Owner).await;
    ani.post(format!("{home}/leaving"), &[]).await.is(303);
    vahan.get(&link).await.is(404);
    assert!(portal.letters().await.is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_address_is_invited_once_and_never_flooded(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let home = owned(&portal, &ani, "Haus").await;
    let invite = format!("{home}/invitations");
    invited(&portal, &ani, &home, vahan.email(), "editor").await;
    let page = ani.get(&home).await.is(200);
    let fields = [
        ("email", "VAHAN@example.org"),
        ("role", "owner"),
        ("lang", "en"),
    ];
    let page = page.submit_to(&invite, &fields).await.is(422);
    assert!(
        page.text().contains("is waiting already"),
        "{}",
        page.text()
    );
    let fields = [("email", ani.email()), ("role", "owner"), ("lang", "en")];
    let page = page.submit_to(&invite, &fields).await.is(422);
    assert!(page.text().contains("is in the team already"));
    let again = page.attribute("form[action$='/resending']", "action");
    for _ in 0..3 {
        page.submit_to(&again, &[]).await.is(303);
    }
    let page = page.submit_to(&again, &[]).await.is(422);
    assert!(page.text().contains("several letters lately"));
    assert_eq!(portal.letters().await.len(), 3);
    let nothing = [("email", "x"), ("role", "king"), ("lang", "")];
    let page = ani.get(&home).await.is(200);
    let page = page.submit_to(&invite, &nothing).await.is(422);
    assert_eq!(page.wrong_fields(), ["email", "role", "lang"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_double_click_invites_once_and_two_who_follow_a_link_at_once_are_not_both_in(
    pool: PgPool,
) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let invite = format!("{home}/invitations");
    let page = ani.get(&home).await.is(200);
    let fields = [
        ("email", "new@example.org"),
        ("role", "reader"),
        ("lang", "en"),
    ];
    let (one, other) = tokio::join!(
        page.submit_to(&invite, &fields),
        page.submit_to(&invite, &fields)
    );
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
    let letter = portal.letter().await;
    let link = letter.link();
    let (vahan, mariam) = (portal.member("Vahan").await, portal.member("Mariam").await);
    let (one, other) = tokio::join!(vahan.post(link, &[]), mariam.post(link, &[]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 404]);
    let joined: i64 =
        sqlx::query_scalar("select count(*) from organization_team where role = 'reader'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(joined, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_owners_invite_and_see_who_is_invited(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let invite = format!("{home}/invitations");
    invited(&portal, &ani, &home, "secret@example.org", "reader").await;
    let editor = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    let fields = [
        ("email", "x@example.org"),
        ("role", "reader"),
        ("lang", "en"),
    ];
    for member in [&editor, &reader] {
        let page = member.get(&home).await.is(200);
        assert!(!page.body.contains("secret@example.org"));
        assert!(!page.has("form[action$='/invitations']"));
        member.post(&invite, &fields).await.is(403);
    }
    let stranger = portal.member("Tigran").await;
    stranger.get(&home).await.is(404);
    stranger.post(&invite, &fields).await.is(404);
    portal
        .coordinator()
        .await
        .post(&invite, &fields)
        .await
        .is(404);
    portal.visitor().post(&invite, &fields).await.is(401);
    assert!(
        portal
            .visitor()
            .get(&home)
            .await
            .is(303)
            .location()
            .starts_with("/sign-in")
    );
}
