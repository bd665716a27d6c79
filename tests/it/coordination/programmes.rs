//! What organizations are in a programme: lead, partner or supporter, where they agreed; and in no group of another kind.

use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::joining::{add, group};
use super::registered;
use crate::portal::{Browser, Portal};
use crate::teams::{of_home, owned};

/// A programme, at the desk, that others are put into with a letter.
async fn programme(board: &Browser) -> String {
    let page = board.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "programme"),
        ("name-0-text", "Green Roots"),
        ("name-0-language", "en"),
        ("joining", "notice"),
    ];
    page.submit(&fields).await.is(303).location().to_owned()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_organization_leads_a_programme_once_it_agreed_and_everybody_reads_as_what(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let home = owned(&portal, &ani, "Nor Dprots").await;
    let (_, number) = of_home(&portal, &home).await;
    let (_, other) = registered(&portal, "Aarhus Choir", "DK").await;
    let at_desk = programme(&board).await;
    let page = board.get(&at_desk).await.is(200);
    assert!(page.has("option[value=lead], input[value=lead]"));
    portal.letters().await;
    let number_text = number.to_string();
    let lead = [("number", number_text.as_str()), ("role", "lead")];
    let members = format!("{at_desk}/members");
    board.post(&members, &lead).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::GroupInvited, ani.email())
    );
    assert!(letter.text.contains("Lead"), "{}", letter.text);
    add(&board, &at_desk, other, &[]).await.is(303);
    portal.letters().await;
    let public = at_desk.replacen("/desk", "", 1);
    let shown = portal.visitor().get(&public).await.is(200);
    assert!(!shown.text().contains("Nor Dprots"), "not before it agreed");

    let groups = format!("/home/organizations/{number}/groups");
    let page = ani.get(&groups).await.is(200);
    let action = page.attribute("main form[action*='/group-invitations/']", "action");
    page.submit_to(&action, &[("answer", "join")]).await.is(303);
    portal.letters().await;
    let shown = portal.visitor().get(&public).await.is(200);
    let text = shown.text();
    let (first, second) = (text.find("Nor Dprots"), text.find("Aarhus Choir"));
    assert!(first.is_some() && first < second, "who leads stands first");
    let json: serde_json::Value =
        serde_json::from_str(&shown.first("script[type='application/ld+json']")).unwrap();
    let of = &json["member"][0];
    assert_eq!(of["roleName"], "Lead");
    assert_eq!(of["member"]["identifier"], number_text);
    assert_eq!(json["member"][1]["@type"], "NGO");

    // Whoever is a member agrees to another such role, and keeps their place until then.
    let page = board.get(&at_desk).await.is(200);
    let places = page.attributes("main td a[href*='/members/']", "href");
    let place = places.last().unwrap().clone();
    let page = board.get(&place).await.is(200);
    page.submit_to(&place, &[("role", "supporter")])
        .await
        .is(303);
    let roles = async || {
        sqlx::query_scalar::<_, String>(
            "select string_agg(role, ' ' order by role) from group_members where until is null",
        )
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
    };
    assert_eq!(roles().await, "lead member");
    // What one has already needs nobody's word again, and a plain role none at all.
    let own = board.get(&places[0]).await.is(200);
    own.submit_to(&places[0], &[("role", "partner")])
        .await
        .is(303);
    assert_eq!(roles().await, "lead member");
    let page = ani.get(&groups).await.is(200);
    let action = page.attribute("main form[action*='/group-invitations/']", "action");
    page.submit_to(&action, &[("answer", "join")]).await.is(303);
    assert_eq!(roles().await, "member partner");
    portal.letters().await;
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn in_no_other_group_is_anybody_that_and_no_leader_in_any(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let (_, number) = registered(&portal, "Nor Keank", "FR").await;
    let number = number.to_string();
    let federation = group(&board, "Choirs", "notice").await;
    let page = board.get(&federation).await.is(200);
    assert!(!page.has("option[value=lead], input[value=lead]"));
    for role in ["lead", "partner", "supporter"] {
        let fields = [("number", number.as_str()), ("role", role)];
        let wrong = board.post(format!("{federation}/members"), &fields).await;
        assert_eq!(wrong.is(422).wrong_fields(), ["role"], "{role}");
    }
    // At the organization's own page the group decides.
    let path = format!("/desk/organizations/{number}/memberships");
    let id = federation.rsplit('/').next().unwrap();
    let wrong = board
        .post(&path, &[("group", id), ("role", "lead")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["role"]);
    let programme = programme(&board).await;
    let id = programme.rsplit('/').next().unwrap();
    board
        .post(&path, &[("group", id), ("role", "lead")])
        .await
        .is(303);
    // While somebody is asked to lead it, it stays a programme.
    let facts = format!("{programme}/facts");
    let page = board.get(&facts).await.is(200);
    let wrong = page.submit_to(&facts, &[("kind", "council")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["kind"]);
    let page = board.get(&programme).await.is(200);
    let back = page.attribute("form[action*='/withdrawal']", "action");
    board.post(&back, &[]).await.is(303);
    let page = board.get(&facts).await.is(200);
    page.submit_to(&facts, &[("kind", "council")]).await.is(303);
    let wrong = board
        .post(
            format!("{programme}/members"),
            &[("number", number.as_str()), ("role", "lead")],
        )
        .await;
    assert_eq!(wrong.is(422).wrong_fields(), ["role"]);
}
