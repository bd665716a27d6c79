//! Handing over what was typed in from paper: mid-case and afterwards, twice at once, and by a claim.

use concord::case::{self, Answer};
use concord::ids::CaseId;
use concord::notice::LetterKind;
use concord::values::{Role, TeamRole};
use sqlx::PgPool;

use super::{PAPER, begin, is_handed_over, sent};
use crate::cases::{decide, prose, take};
use crate::portal::{Browser, PASSWORD, Portal};
use crate::registrations::{case_at, id_of};
use crate::teams::{of_home, role};

/// Invites an address to take a record over; the link of the letter.
async fn invited(portal: &Portal, by: &Browser, here: &str, email: &str) -> String {
    portal.letters().await;
    let page = by.get(here).await.is(200);
    page.submit_to(here, &[("email", email), ("lang", "ru")])
        .await
        .is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::Invitation, email)
    );
    letter.link().to_owned()
}

/// Lets somebody take over a case that was typed in.
pub async fn hand_over(portal: &Portal, by: &Browser, case: CaseId, to: &Browser) {
    let here = format!("/cases/{case}/handover");
    let link = invited(portal, by, &here, to.email()).await;
    let page = to.get(&link).await.is(200);
    page.submit_to(&link, &[]).await.is(303);
}

/// A typed-in organization that nobody looks after: the address of its team, and the case it came from.
async fn listed(portal: &Portal, post: &Browser, board: &Browser) -> (String, CaseId) {
    let id = sent(portal, post, PAPER, "DE").await;
    take(portal, board, id).await;
    decide(portal, board, id, Answer::Accept).await;
    portal.letters().await;
    let number: String = sqlx::query_scalar(
        "select o.number from organizations o join cases c on c.organization_id = o.id where c.id = $1",
    )
    .bind(id)
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    (format!("/home/organizations/{number}/team"), id)
}

fn handover_of(home: &str) -> String {
    home.replace("/home/", "/desk/")
        .replace("/team", "/handover")
}

/// A post, the board and Ani, with a case that the post typed in and sent, and the link that invites Ani to take it over.
async fn waiting(portal: &Portal) -> ([Browser; 3], CaseId, String) {
    let (post, board) = (
        portal.post_officer(&["DE"]).await,
        portal.coordinator().await,
    );
    let ani = portal.member("Ani").await;
    let id = sent(portal, &post, PAPER, "DE").await;
    let here = format!("/cases/{id}/handover");
    let link = invited(portal, &post, &here, ani.email()).await;
    ([post, board, ani], id, link)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_is_taken_over_by_somebody_who_signs_up_for_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let post = portal.post_officer(&["DE"]).await;
    let case = case_at(&begin(&post, PAPER).await);
    // What is written together is another thing: this one is handed over.
    assert_eq!(
        post.get(format!("{case}/team")).await.is(303).location(),
        case
    );
    post.post(format!("{case}/team/invitations"), &[])
        .await
        .is(409);
    let here = format!("{case}/handover");
    let page = post.get(&case).await.is(200);
    assert_eq!(page.link("Hand the record over"), here);
    let form = post.get(&here).await.is(200);
    for wrong in ["", "nobody"] {
        let back = form.submit_to(&here, &[("email", wrong)]).await.is(422);
        assert_eq!(back.wrong_fields(), ["email"]);
    }
    let own = form
        .submit_to(&here, &[("email", post.email())])
        .await
        .is(422);
    assert_eq!(
        own.wrong_fields(),
        ["email"],
        "a typist is none of its people"
    );

    let link = invited(&portal, &post, &here, "hakob@example.org").await;
    let visitor = portal.visitor();
    let page = visitor.get(&link).await.is(200);
    let fields = [("name", "Hakob"), ("password", PASSWORD)];
    let joined = page
        .submit_to(&format!("{link}/account"), &fields)
        .await
        .is(303);
    assert_eq!(joined.location(), case);
    visitor.get(format!("{case}/form")).await.is(200);
    let told = portal.letter().await;
    assert_eq!(
        (told.kind, told.to.as_str()),
        (LetterKind::RecordHandedOver, post.email())
    );
    assert!(told.text.contains("Haus der Armenier") && told.link.is_none());

    // A post sees nothing of anybody's draft.
    for at in [
        case.clone(),
        format!("{case}/form"),
        here.clone(),
        format!("{case}/paper"),
    ] {
        post.get(&at).await.is(404);
    }
    post.post(format!("{case}/form/place"), &[("city", "Bonn")])
        .await
        .is(404);
    assert!(is_handed_over(&portal, id_of(&case)).await);
    portal.visitor().get(&link).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_typed_a_case_in_sees_it_as_a_post_does_once_it_is_handed_over(pool: PgPool) {
    let portal = Portal::new(pool);
    let (post, board) = (
        portal.post_officer(&["DE"]).await,
        portal.coordinator().await,
    );
    let colleague = portal.post_officer(&["DE", "AT"]).await;
    let ani = portal.member("Ani").await;
    let id = sent(&portal, &post, PAPER, "DE").await;
    // The board or a colleague hands over as well; another post and an auditor do not.
    for (who, status) in [
        (&board, 200),
        (&colleague, 200),
        (&portal.post_officer(&["FR"]).await, 404),
        (&portal.auditor().await, 403),
        (&ani, 404),
    ] {
        who.get(format!("/cases/{id}/handover")).await.is(status);
        let status = if status == 200 { 422 } else { status };
        who.post(format!("/cases/{id}/handover"), &[])
            .await
            .is(status);
    }
    post.get(format!("/desk/cases/{id}")).await.is(303);
    hand_over(&portal, &board, id, &ani).await;
    assert_eq!(portal.letter().await.to, post.email());

    // At its post the case waits for an opinion, and the typist gives none.
    let page = post.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("Record handed over to its own people"));
    assert!(!page.has("a[href$='/opinion']"));
    post.get(format!("/desk/cases/{id}/opinion")).await.is(403);
    assert_eq!(
        post.get(format!("/cases/{id}")).await.is(303).location(),
        format!("/desk/cases/{id}")
    );
    post.get(format!("/cases/{id}/form")).await.is(403);
    post.get(format!("/cases/{id}/withdrawal")).await.is(403);
    post.get(format!("/cases/{id}/letter")).await.is(404);
    let note = [("body", "We know them."), ("reach", "internal")];
    page.submit_to(&format!("/desk/cases/{id}/messages"), &note)
        .await
        .is(303);
    assert!(
        !post
            .get("/home")
            .await
            .is(200)
            .text()
            .contains("give an opinion")
    );
    colleague
        .post(format!("/desk/cases/{id}/opinion"), &[("view", "supports")])
        .await
        .is(303);

    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(page.text().contains("Typed in from a paper form"));
    assert!(!page.text().contains("We know them."));
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    let letter = portal.letter().await;
    assert_eq!(letter.to, ani.email(), "nobody else is written to any more");
    let home = crate::teams::home_of(&portal, &ani).await;
    assert_eq!(role(&portal, &home, &post).await, None);
    post.get(format!("/desk/cases/{id}")).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_accepted_is_nobody_s_until_it_is_handed_over(pool: PgPool) {
    let portal = Portal::new(pool);
    let (post, board) = (
        portal.post_officer(&["DE"]).await,
        portal.coordinator().await,
    );
    let ani = portal.member("Ani").await;
    let (home, id) = listed(&portal, &post, &board).await;
    let here = handover_of(&home);
    let (organization, _) = of_home(&portal, &home).await;
    let seats: i64 =
        sqlx::query_scalar("select count(*) from organization_team where organization_id = $1")
            .bind(organization)
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(seats, 0);
    post.get(&home).await.is(404);
    let page = post.get(here.replace("/handover", "")).await.is(200);
    assert_eq!(page.link("Hand the record over"), here);
    // The case stays readable, with the letter that tells of its end.
    let case = post.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(!case.has("form[action$='/hold']"));
    post.get(case.link("Letter to print")).await.is(200);
    for (who, status) in [
        (&portal.post_officer(&["FR"]).await, 404),
        (&portal.auditor().await, 403),
        (&ani, 404),
    ] {
        who.get(&here).await.is(status);
        who.post(&here, &[("email", "x@example.org"), ("lang", "en")])
            .await
            .is(status);
    }
    portal.visitor().post(&here, &[]).await.is(401);

    let first = invited(&portal, &post, &here, ani.email()).await;
    let vahan = portal.member("Vahan").await;
    let second = invited(&portal, &board, &here, vahan.email()).await;
    let (one, other) = (
        ani.get(&first).await.is(200),
        vahan.get(&second).await.is(200),
    );
    // Two at once: one takes the record over, and the other is let in by them, or told so.
    let (one, other) = tokio::join!(one.submit_to(&first, &[]), other.submit_to(&second, &[]));
    one.is(303);
    other.is(303);
    let told = portal.letters().await;
    let kinds: Vec<_> = told.iter().map(|it| it.kind).collect();
    assert_eq!(
        kinds,
        [LetterKind::RecordHandedOver],
        "one record is handed over once"
    );
    for member in [&ani, &vahan] {
        assert_eq!(role(&portal, &home, member).await, Some(TeamRole::Owner));
    }
    assert!(is_handed_over(&portal, id).await);
    assert_eq!(
        post.get(&here).await.is(303).location(),
        here.replace("/handover", "")
    );
    post.post(&here, &[("email", "x@example.org"), ("lang", "en")])
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_invitation_that_waits_goes_with_the_case_and_can_be_taken_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let ([post, board, ani], id, link) = waiting(&portal).await;
    let here = format!("/cases/{id}/handover");
    let page = post.get(&here).await.is(200);
    let waits = page
        .submit_to(&here, &[("email", ani.email()), ("lang", "en")])
        .await
        .is(422);
    assert_eq!(waits.wrong_fields(), ["email"]);
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    portal.letters().await;
    let number: String = sqlx::query_scalar("select number from organizations")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let there = format!("/desk/organizations/{number}/handover");
    let page = board.get(&there).await.is(200);
    page.submit_to(&page.attribute("form[action$='/resending']", "action"), &[])
        .await
        .is(303);
    ani.get(&link).await.is(404);
    let again = portal.letter().await.link().to_owned();
    let page = board.get(&there).await.is(200);
    page.submit_to(
        &page.attribute("form[action$='/withdrawal']", "action"),
        &[],
    )
    .await
    .is(303);
    ani.get(&again).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_invitation_works_while_whoever_wrote_it_does_this_work(pool: PgPool) {
    let portal = Portal::new(pool);
    let typist = portal.person("Typist", Role::Coordinator).await;
    let ani = portal.member("Ani").await;
    let case = case_at(&begin(&typist, PAPER).await);
    let link = invited(&portal, &typist, &format!("{case}/handover"), ani.email()).await;
    sqlx::query("update accounts set role = 'member' where id = $1")
        .bind(typist.account())
        .execute(portal.db_pool())
        .await
        .unwrap();
    ani.get(&link).await.is(404);
    ani.post(&link, &[]).await.is(404);
    assert!(!is_handed_over(&portal, id_of(&case)).await);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_refused_case_is_not_handed_over(pool: PgPool) {
    let portal = Portal::new(pool);
    let ([post, board, ani], id, link) = waiting(&portal).await;
    let here = format!("/cases/{id}/handover");
    take(&portal, &board, id).await;
    decide(
        &portal,
        &board,
        id,
        Answer::Refuse {
            words: prose("It has no members."),
        },
    )
    .await;
    portal.letters().await;
    ani.get(&link).await.is(404);
    post.post(&here, &[("email", "x@example.org"), ("lang", "en")])
        .await
        .is(409);
    // Whoever typed it in appeals for them.
    let mut tx = portal.tx().await;
    let actor = post.actor().await;
    let found = case::find(&mut tx, &actor, id).await.unwrap();
    let _ = case::policy::appeal(&actor, &found).unwrap();
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_typed_in_can_be_claimed_and_then_is_not_handed_over(pool: PgPool) {
    let portal = Portal::new(pool);
    let (post, board) = (
        portal.post_officer(&["DE"]).await,
        portal.coordinator().await,
    );
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let (home, typed) = listed(&portal, &post, &board).await;
    let link = invited(&portal, &post, &handover_of(&home), ani.email()).await;
    let address = home.replace("/home/", "/").replace("/team", "/claim");
    let id = crate::claims::begin(&vahan, &address, "I am its president.").await;
    crate::claims::send(&vahan, id).await;
    let page = post.get(format!("/desk/cases/{id}/opinion")).await.is(200);
    page.submit(&[("view", "supports")]).await.is(303);
    portal.letters().await;
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    let letters = portal.letters().await;
    let kinds: Vec<_> = letters.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [LetterKind::RecordHandedOver, LetterKind::Accepted]);
    assert_eq!(role(&portal, &home, &vahan).await, Some(TeamRole::Owner));
    assert!(is_handed_over(&portal, typed).await);
    // The invitation leads nowhere any more.
    ani.get(&link).await.is(404);
    ani.post(&link, &[]).await.is(404);
    assert_eq!(role(&portal, &home, &ani).await, None);
}
