//! What owners, editors and readers may do with the cases of their organization, and with a registration that is written together.

use concord::case::Answer;
use concord::values::TeamRole;
use sqlx::PgPool;

use super::{home_of, role, share};
use crate::cases::{decide, draft, particulars, prose, submit, take};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_registration_is_written_together_and_its_writers_are_the_team(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = draft(&portal, &ani).await;
    let case = format!("/cases/{id}");
    let vahan = share(&portal, &ani, id, "Vahan", "editor").await;
    let mariam = share(&portal, &ani, id, "Mariam", "reader").await;
    let tigran = portal.member("Tigran").await;
    portal.letters().await;

    for (who, form, team) in [
        (&ani, 200, 200),
        (&vahan, 200, 200),
        (&mariam, 403, 200),
        (&tigran, 404, 404),
    ] {
        who.get(format!("{case}/form")).await.is(form);
        who.get(format!("{case}/team")).await.is(team);
    }
    assert!(
        mariam
            .get("/home")
            .await
            .is(200)
            .has(&format!("a[href^='{case}']"))
    );
    // An editor writes, and the applicant submits.
    vahan.get(format!("{case}/withdrawal")).await.is(403);
    vahan.post(format!("{case}/submission"), &[]).await.is(403);
    vahan
        .post(format!("{case}/team/invitations"), &[])
        .await
        .is(403);
    submit(&portal, &ani, id, &particulars("Haus", "FR")).await;
    let late = portal.letters().await;
    assert_eq!(late.len(), 1);

    // An invitation that waits leads into the team of what came of it.
    let home = format!("{case}/team");
    let link = super::invited(&portal, &ani, &home, tigran.email(), "reader").await;
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    portal.letters().await;
    let home = home_of(&portal, &ani).await;
    assert_eq!(role(&portal, &home, &ani).await, Some(TeamRole::Owner));
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Editor));
    assert_eq!(role(&portal, &home, &mariam).await, Some(TeamRole::Reader));
    let page = tigran.get(&link).await.is(200);
    page.submit_to(&link, &[]).await.is(303);
    assert_eq!(role(&portal, &home, &tigran).await, Some(TeamRole::Reader));
    // The organization has a team of its own now.
    assert_eq!(
        ani.get(format!("{case}/team")).await.is(303).location(),
        case
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_was_taken_out_of_a_draft_sees_it_no_more(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let id = draft(&portal, &ani).await;
    let case = format!("/cases/{id}");
    let vahan = share(&portal, &ani, id, "Vahan", "owner").await;
    let mariam = share(&portal, &ani, id, "Mariam", "editor").await;
    // An owner of a draft lets in and takes out too, but not the applicant.
    let removal = |of: &crate::portal::Browser| format!("{case}/team/{}/removal", of.account());
    vahan.post(removal(&ani), &[]).await.is(409);
    vahan.post(removal(&mariam), &[]).await.is(303);
    mariam.get(&case).await.is(404);
    ani.post(format!("{case}/team/leaving"), &[]).await.is(403);
    vahan
        .post(format!("{case}/team/leaving"), &[])
        .await
        .is(303);
    vahan.get(&case).await.is(404);
    ani.get(&case).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_applicant_who_left_the_team_has_no_part_in_its_cases_any_more(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = draft(&portal, &ani).await;
    submit(&portal, &ani, id, &particulars("Haus", "FR")).await;
    take(&portal, &board, id).await;
    let due = portal.now().date_naive() + chrono::Days::new(30);
    let words = prose("Send the statutes.");
    decide(&portal, &board, id, Answer::on_condition(words, due)).await;
    let home = home_of(&portal, &ani).await;
    let vahan = super::join(&portal, &ani, "Vahan", TeamRole::Owner).await;
    portal.letters().await;
    ani.post(format!("{home}/leaving"), &[]).await.is(303);
    ani.get(format!("/cases/{id}")).await.is(404);
    vahan.get(format!("/cases/{id}")).await.is(200);
    // What the board writes reaches those who are there.
    crate::world::say(&portal, &board, id, false).await;
    let letter = portal.letter().await;
    assert_eq!(letter.to, vahan.email());
}
