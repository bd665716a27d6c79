//! Who leads an initiative: the last lead who leaves, and somebody who is asked to lead what they only help.

use concord::initiative::WantSide;
use concord::notice::LetterKind;
use concord::values::{InitiativeRole, Need};
use sqlx::PgPool;

use super::{changed, db_carried, db_published, sent};
use crate::portal::Portal;
use crate::teams::{of_home, owned};
use crate::workbench::initiative;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_nobody_leads_any_more_is_not_public_until_another_leads_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahe) = (portal.member("Ani").await, portal.member("Vahe").await);
    let board = portal.coordinator().await;
    let (one, number) = of_home(&portal, &owned(&portal, &ani, "Nor Dprots").await).await;
    let (other, helper) = of_home(&portal, &owned(&portal, &vahe, "Hay Tun").await).await;
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    let mut tx = portal.tx().await;
    db_carried(&mut tx, id, one, InitiativeRole::Lead).await;
    db_carried(&mut tx, id, other, InitiativeRole::Supporter).await;
    drop(tx.commit().await.unwrap());
    db_published(&portal, id).await;
    let initiatives = format!("/home/organizations/{number}/initiatives");
    let change = changed(&ani, &initiatives).await;
    sent(&ani, &change).await.is(303);
    portal.letters().await;

    let page = ani.get(&initiatives).await.is(200);
    assert!(
        page.text()
            .contains("No other organization leads this initiative.")
    );
    let leave = page.attribute("main form[action*='/partnerships/']", "action");
    page.submit_to(&leave, &[]).await.is(303);
    let public = format!("/initiatives/{id}");
    portal.visitor().get(&public).await.is(404);
    let letters = portal.letters().await;
    let of = |who: &str| {
        let all = letters.iter().filter(|it| it.to == who);
        all.map(|it| it.kind).collect::<Vec<_>>()
    };
    assert_eq!(of(vahe.email()), [LetterKind::InitiativeUnled]);
    // What it wanted to change waits for nobody, and stands in no other's way.
    assert!(ani.get(&change).await.is(200).text().contains("Dropped"));
    let proposals = board.get("/desk/proposals").await.is(200);
    assert!(
        proposals.text().contains("Nothing waits"),
        "{}",
        proposals.text()
    );

    let bench = board.get("/desk/workbench/unled").await.is(200);
    assert!(
        bench.text().contains("1 organization takes part"),
        "{}",
        bench.text()
    );
    let desk = format!("/desk/initiatives/{id}");
    let page = board.get(&desk).await.is(200);
    let ask = format!("{desk}/partners");
    let asked = helper.to_string();
    let lesser = [("number", asked.as_str()), ("role", "supporter")];
    page.submit_to(&ask, &lesser).await.is(422);
    let lead = [("number", asked.as_str()), ("role", "lead")];
    page.submit_to(&ask, &lead).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::PartnerAsked);
    let bench = board.get("/desk/workbench/unled").await.is(200);
    assert!(bench.text().contains("somebody is asked to lead it"));
    let page = vahe
        .get(format!("/home/organizations/{helper}/initiatives"))
        .await
        .is(200);
    let answer = page.attribute("main form[action*='/partner-invitations/']", "action");
    page.submit_to(&answer, &[("answer", "accept")])
        .await
        .is(303);
    portal.letters().await;
    let page = board.get(&desk).await.is(200);
    page.submit_to(&format!("{desk}/publication"), &[])
        .await
        .is(303);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Hay Tun"));
    let parts: Vec<String> = sqlx::query_scalar(
        "select role from initiative_partners where initiative_id = $1 and until is null",
    )
    .bind(id)
    .fetch_all(portal.db_pool())
    .await
    .unwrap();
    assert_eq!(parts, ["lead"]);
    let bench = board.get("/desk/workbench/unled").await.is(200);
    assert!(!bench.text().contains("School"));
    // The board takes the last lead out, and it is the same.
    let page = board.get(&desk).await.is(200);
    let ending = page.attribute("main form[action*='/partners/']", "action");
    page.submit_to(&ending, &[]).await.is(303);
    portal.letters().await;
    portal.visitor().get(&public).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_leads_who_leave_at_once_leave_it_to_nobody(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let id = initiative(&portal, "School", "DE", (WantSide::Need, Need::Money)).await;
    let mut leaving = Vec::new();
    for name in ["Ani", "Vahe"] {
        let who = portal.member(name).await;
        let home = owned(&portal, &who, &format!("House of {name}")).await;
        let (organization, number) = of_home(&portal, &home).await;
        let mut tx = portal.tx().await;
        db_carried(&mut tx, id, organization, InitiativeRole::Lead).await;
        drop(tx.commit().await.unwrap());
        leaving.push((who, format!("/home/organizations/{number}/initiatives")));
    }
    db_published(&portal, id).await;
    let mut acts = Vec::new();
    for (who, initiatives) in &leaving {
        let page = who.get(initiatives).await.is(200);
        // While another leads it, leaving takes nothing off.
        assert!(
            !page
                .text()
                .contains("No other organization leads this initiative.")
        );
        acts.push(page.attribute("main form[action*='/partnerships/']", "action"));
    }
    let (one, two) = tokio::join!(
        leaving[0].0.post(&acts[0], &[]),
        leaving[1].0.post(&acts[1], &[])
    );
    one.is(303);
    two.is(303);
    portal
        .visitor()
        .get(format!("/initiatives/{id}"))
        .await
        .is(404);
}
