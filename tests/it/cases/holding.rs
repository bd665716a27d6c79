//! Taking the next case, alone and in a crowd.

use std::collections::HashSet;
use std::time::Duration;

use concord::case::{self, Answer, Stage, policy};
use concord::values::Role;
use sqlx::PgPool;

use super::{decide, held, prose, seen, submit, submitted, take};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn twenty_who_press_next_at_once_get_twenty_cases_and_none_waits(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    for at in 0..20 {
        submitted(&portal, &ani, &format!("Haus {at}"), "DE").await;
    }
    let mut coordinators = Vec::new();
    for at in 0..20 {
        let browser = portal
            .person(&format!("Coordinator {at}"), Role::Coordinator)
            .await;
        coordinators.push(browser.actor().await);
    }
    // Each holds what it took until all have taken: one that waited for another would never get there.
    let mut taken = HashSet::new();
    let mut open = Vec::new();
    for actor in &coordinators[..4] {
        let mut tx = portal.tx().await;
        let granted = policy::take_next(actor).unwrap();
        let next = tokio::time::timeout(Duration::from_secs(5), case::take_next(&mut tx, granted));
        let next = next.await.expect("none waits").unwrap();
        assert!(taken.insert(next.expect("a case")));
        open.push(tx);
    }
    for tx in open {
        drop(tx.commit().await.unwrap());
    }
    let rest: Vec<_> = coordinators[4..]
        .iter()
        .map(|actor| {
            let (db, actor) = (portal.db().clone(), actor.clone());
            tokio::spawn(async move {
                let mut tx = db.begin().await.unwrap();
                let granted = policy::take_next(&actor).unwrap();
                let next = case::take_next(&mut tx, granted).await.unwrap();
                drop(tx.commit().await.unwrap());
                next
            })
        })
        .collect();
    for task in rest {
        assert!(taken.insert(task.await.unwrap().expect("a case")));
    }
    assert_eq!(taken.len(), 20);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_oldest_is_next_and_one_that_was_sent_back_keeps_its_place(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let first = held(&portal, &ani, &board, "First").await;
    portal.wait(chrono::TimeDelta::hours(1));
    let second = submitted(&portal, &ani, "Second", "DE").await;
    let ask = Answer::RequestChanges {
        words: Some(prose("Again, please.")),
        notes: Vec::new(),
        due: portal.now().date_naive() + chrono::Days::new(9),
    };
    decide(&portal, &board, first, ask).await;
    portal.wait(chrono::TimeDelta::hours(1));
    submit(&portal, &ani, first, &super::particulars("First", "DE")).await;

    for expected in [Some(first), Some(second), None] {
        let mut tx = portal.tx().await;
        let granted = policy::take_next(&board.actor().await).unwrap();
        assert_eq!(case::take_next(&mut tx, granted).await.unwrap(), expected);
        drop(tx.commit().await.unwrap());
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_is_given_their_own_case_or_an_appeal_against_themselves(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let own = submitted(&portal, &board, "My own", "DE").await;

    let ani = portal.member("Ani").await;
    let appealed = held(&portal, &ani, &chair, "Refused").await;
    let refusal = Answer::Refuse {
        words: prose("Not this."),
    };
    decide(&portal, &chair, appealed, refusal).await;
    let mut tx = portal.tx().await;
    let case = case::find(&mut tx, &ani.actor().await, appealed)
        .await
        .unwrap();
    let granted = policy::appeal(&ani.actor().await, &case).unwrap();
    case::appeal(&mut tx, granted, &prose("But it is so."))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());

    // An appeal is no next case, and opened again it is nobody's but another chair's.
    let second = portal.person("Second chair", Role::Chair).await;
    take(&portal, &second, appealed).await;
    let mut tx = portal.tx().await;
    let case = case::find(&mut tx, &second.actor().await, appealed)
        .await
        .unwrap();
    let granted = policy::release(&second.actor().await, &case).unwrap();
    case::release(&mut tx, granted).await.unwrap();
    drop(tx.commit().await.unwrap());

    let case = seen(&portal, &second, appealed).await.unwrap();
    assert_eq!(case.stage, Stage::InReview { held: None });
    for (person, may) in [(&board, false), (&chair, false), (&second, true)] {
        let actor = person.actor().await;
        assert_eq!(policy::decide(&actor, &case).is_ok(), may, "{actor:?}");
    }
    let next = async |person: &crate::portal::Browser| {
        let mut tx = portal.tx().await;
        let granted = policy::take_next(&person.actor().await).unwrap();
        case::take_next(&mut tx, granted).await.unwrap()
    };
    assert_eq!(next(&board).await, None);
    assert_eq!(next(&chair).await, Some(own));
}
