//! What everybody finds: lists of initiatives and groups, the sitemap, and who is a member of what for programs.

use concord::db::MIGRATOR;
use concord::initiative::WantSide;
use concord::values::Need;
use serde_json::Value;
use sqlx::PgPool;

use super::consents::{NAME, agree, leader};
use super::joining::{add, group};
use crate::portal::{Page, Portal};
use crate::workbench::initiative;

/// What a page says to programs.
fn linked(page: &Page) -> Value {
    serde_json::from_str(&page.first("script[type='application/ld+json']")).unwrap()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn published_initiatives_are_listed_filtered_and_mapped(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let need = (WantSide::Need, Need::Money);
    let school = initiative(&portal, "School of Hamshen", "DE", need).await;
    let hidden = initiative(&portal, "Not yet", "FR", need).await;
    initiative(&portal, "Choir", "FR", need).await;
    sqlx::query("update initiatives set published_at = now() where id <> $1")
        .bind(hidden.uuid())
        .execute(&pool)
        .await
        .unwrap();
    let visitor = portal.visitor();
    let list = visitor.get("/initiatives").await.is(200);
    assert_eq!(
        list.link("School of Hamshen"),
        format!("/initiatives/{school}")
    );
    assert!(list.text().contains("Choir") && !list.body.contains("Not yet"));
    for (query, there) in [
        ("country=DE", "School"),
        ("country=FR", "Choir"),
        ("q=hamshen", "School"),
        ("stage=under-way&country=FR", "Choir"),
        ("country=%00&stage=nonsense&page=99999999", "School"),
    ] {
        let page = visitor.get(format!("/initiatives?{query}")).await.is(200);
        assert!(page.text().contains(there), "{query}");
    }
    let page = visitor.get("/initiatives?q=nowhere").await.is(200);
    assert!(!page.body.contains("Choir") && !page.body.contains("/desk"));
    let map = visitor.get("/sitemaps/pages.xml").await.is(200).body;
    assert!(map.contains(&format!("/initiatives/{school}<")));
    assert!(map.contains("/initiatives<") && map.contains("/groups<"));
    assert!(!map.contains(&hidden.to_string()));
    // It is in the way that everybody goes.
    let front = visitor.get("/").await.is(200);
    assert_eq!(front.link("Initiatives"), "/initiatives");
    assert_eq!(front.link("Groups"), "/groups");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn membership_is_said_to_programs_as_the_pages_say_it(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let council = group(&board, "Council of Choirs", "notice").await;
    add(&board, &council, number, &[]).await.is(303);
    agree(&board, number, id, &[("public_page", "name")]).await;
    let mut tx = portal.tx().await;
    let of: concord::ids::GroupId = council.rsplit('/').next().unwrap().parse().unwrap();
    sqlx::query(
        "insert into group_members (id, group_id, leader_id, role, since) values (gen_random_uuid(), $1, $2, 'member', now())",
    )
    .bind(of.uuid())
    .bind(id.uuid())
    .execute(&mut *tx)
    .await
    .unwrap();
    drop(tx.commit().await.unwrap());
    let visitor = portal.visitor();
    let list = visitor.get("/groups").await.is(200);
    let public = list.link("Council of Choirs");
    assert_eq!(public, format!("/groups/{of}"));
    let said = linked(&visitor.get(&public).await.is(200));
    let members = said["member"].as_array().unwrap();
    assert_eq!(members.len(), 2);
    assert_eq!(members[1]["@type"], "Person");
    assert_eq!(members[1]["name"]["@value"], NAME);
    let organization = visitor.get(format!("/organizations/{number}")).await;
    for page in [
        organization.is(200),
        visitor.get(format!("/leaders/{id}")).await.is(200),
    ] {
        let said = linked(&page);
        let of = &said["memberOf"][0];
        assert_eq!(of["@type"], "Organization");
        assert!(of["@id"].as_str().unwrap().ends_with(&public));
        assert!(page.text().contains("Council of Choirs"));
        let text = said.to_string();
        assert!(!text.contains("null") && !text.contains("[]"), "{text}");
    }
    // What is withdrawn is gone there in the next request.
    let path = format!("/desk/organizations/{number}/leaders/{id}/withdrawal");
    board.post(&path, &[("what", "everything")]).await.is(303);
    let page = visitor.get(&public).await.is(200);
    assert!(!page.body.contains(NAME));
    assert_eq!(linked(&page)["member"].as_array().unwrap().len(), 1);
}
