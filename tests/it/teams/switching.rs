//! Somebody in several organizations goes from one to the other, and is in each what they are there.

use concord::values::TeamRole;
use sqlx::PgPool;

use super::{home_of, join, owned};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_organization_leads_to_the_others_and_says_what_waits(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let first = owned(&portal, &ani, "Haus").await;
    let first_page = first.trim_end_matches("/team").to_owned();
    assert!(!ani.get(&first_page).await.is(200).has(".app-tabs"));
    owned(&portal, &vahan, "Brücke").await;
    join(&portal, &vahan, "Ani", TeamRole::Reader).await;
    let other = home_of(&portal, &vahan).await;
    let other_page = other.trim_end_matches("/team").to_owned();

    let page = ani.get(&first_page).await.is(200);
    assert_eq!(page.link("Brücke"), other_page);
    assert_eq!(page.first(".app-tabs [aria-current]"), "Haus");
    let page = ani.get(&other_page).await.is(200);
    assert_eq!(page.link("Haus"), first_page);
    assert!(page.text().contains("Reader"));
    // What somebody is in one counts nothing in the other.
    ani.post(format!("{other}/invitations"), &[]).await.is(403);
    ani.post(format!("{first}/invitations"), &[]).await.is(422);

    let asking = portal.member("Mariam").await;
    let join = first.replace("/home/", "/").replace("/team", "/join");
    let page = asking.get(join).await.is(200);
    page.submit(&[("words", "Please.")]).await.is(303);
    portal.letters().await;
    let home = ani.get("/home").await.is(200);
    assert_eq!(home.first("#waiting ~ ul a"), "Answer: Haus");
    let rows = home.select("#organizations ~ table tbody tr");
    assert!(
        rows.iter()
            .any(|row| row.contains("Haus") && row.ends_with('1')),
        "{rows:?}"
    );
    assert!(
        rows.iter()
            .any(|row| row.contains("Brücke") && row.ends_with("Nothing is waiting"))
    );
}
