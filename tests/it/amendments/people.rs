//! Who is in office and signs, changed as a case: joiners, leavers, changes, and nobody public who did not consent.

use concord::case::Answer;
use concord::ids::LeaderId;
use concord::leader::{self, ConsentPurpose, Withdrawn};
use sqlx::PgPool;

use super::{begin, complete, haus, save, send};
use crate::cases::{decide, take};
use crate::portal::{Browser, Portal};

/// Sends an amendment, and the board accepts it.
pub async fn accepted(portal: &Portal, owner: &Browser, case: &str) {
    send(owner, case, "The general meeting elected them.")
        .await
        .is(303);
    let board = portal.coordinator().await;
    let id = crate::registrations::id_of(case);
    take(portal, &board, id).await;
    decide(portal, &board, id, Answer::Accept).await;
    portal.letters().await;
}

/// Adds a person to a draft.
pub async fn add(who: &Browser, case: &str, row: usize, fields: &[(&str, &str)]) {
    let page = who.get(format!("{case}/form/people")).await.is(200);
    page.submit(&[("go", "add-people")]).await.is(303);
    let named: Vec<(String, &str)> = fields
        .iter()
        .map(|(field, value)| (format!("people-{row}-{field}"), *value))
        .collect();
    let fields: Vec<(&str, &str)> = named.iter().map(|(k, v)| (k.as_str(), *v)).collect();
    save(who, case, "people", &fields).await;
}

/// Offices as the registry has them: who holds them is told by the order in which they came.
async fn offices(pool: &PgPool) -> Vec<(String, Option<String>, bool)> {
    sqlx::query_as("select title, until::text, signs from leader_offices order by id")
        .fetch_all(pool)
        .await
        .unwrap()
}

async fn count(pool: &PgPool, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(pool).await.unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_new_board_takes_office_and_the_old_one_stays_public_until_then(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (home, public) = haus(&portal, &ani).await;
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    let known = [page.value("people-0-name"), page.value("people-1-name")];
    assert_eq!(known, ["Ani Sarkissian", "Vahé Hidden"]);
    assert!(
        !page.body.contains("ani@example.org"),
        "the board's addresses are the board's"
    );
    assert!(
        !page.has("input#people-0-name"),
        "who is in office keeps their name"
    );
    let looked = "select count(*) from history where act = 'personal_data_viewed' and organization_id is not null
        and after ->> 'leaders' = '2'";
    assert_eq!(count(&pool, looked).await, 1, "who looked is on record");

    let wrong = [
        ("people-0-since", "31 March 2019"),
        ("people-0-until", "1 March 2018"),
        ("go", "continue"),
    ];
    let page = page.submit(&wrong).await.is(422);
    assert_eq!(page.wrong_fields(), ["people-0-until"]);
    assert_eq!(page.value("people-0-until"), "1 March 2018");
    let right = [
        ("people-0-title", "Honorary president"),
        ("people-0-until", ""),
        ("people-0-signs", "yes"),
        ("go", "remove-people-1"),
    ];
    page.submit(&right).await.is(303);
    let lena = [
        ("name", "Lena Sargsyan"),
        ("title", "Treasurer"),
        ("signs", "yes"),
        ("since", "2026-11-01"),
    ];
    add(&ani, &case, 1, &lena).await;
    let page = ani.get(format!("{case}/answers")).await.is(200);
    for said in [
        "Lena Sargsyan",
        "since 1 November 2026",
        "signs for it",
        "Honorary president",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    send(&ani, &case, "The general meeting elected them.")
        .await
        .is(303);
    portal.letters().await;
    let page = portal.visitor().get(&public).await.is(200);
    assert!(
        page.text()
            .contains("A correction of this entry is under way")
    );
    assert!(page.text().contains("Ani Sarkissian") && !page.text().contains("Honorary president"));

    let page = board.get(format!("/desk{case}")).await.is(200);
    let cards = page.select("#people ~ .app-card");
    for (who, what) in [
        ("Ani Sarkissian", "Changes"),
        ("Vahé Hidden", "Leaves"),
        ("Lena Sargsyan", "Joins"),
    ] {
        assert!(
            cards
                .iter()
                .any(|card| card.contains(who) && card.contains(what)),
            "{who}: {cards:?}"
        );
    }
    let id = crate::registrations::id_of(&case);
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    portal.letters().await;
    let day = || Some("2026-11-23".to_owned());
    assert_eq!(
        offices(&pool).await,
        [
            ("Honorary president".to_owned(), None, true),
            ("Treasurer".to_owned(), day(), false),
            ("Treasurer".to_owned(), None, true),
        ]
    );
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Honorary president"));
    assert!(!page.text().contains("Lena") && !page.text().contains("Vahé"));
    for act in ["office_changed", "office_ended", "leader_created"] {
        let there: bool = sqlx::query_scalar(
            "select exists (select from history where act = $1 and account_id = $2 and organization_id is not null)",
        )
        .bind(act)
        .bind(board.account())
        .fetch_one(&pool)
        .await
        .unwrap();
        assert!(there, "{act}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_comes_back_is_the_same_leader(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let (home, _) = haus(&portal, &ani).await;
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    page.submit(&[("go", "remove-people-1")]).await.is(303);
    accepted(&portal, &ani, &case).await;
    assert_eq!(count(&pool, "select count(*) from leaders").await, 2);

    let case = begin(&ani, &home).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert!(!page.body.contains("Vahé"), "who left is in office no more");
    add(
        &ani,
        &case,
        1,
        &[
            ("name", "VAHÉ  Hidden"),
            ("title", "Secretary"),
            ("email", "vahe@example.org"),
        ],
    )
    .await;
    // A namesake with another address than a known one is somebody else.
    add(
        &ani,
        &case,
        2,
        &[
            ("name", "Ani Sarkissian"),
            ("title", "Member"),
            ("email", "another@example.org"),
        ],
    )
    .await;
    accepted(&portal, &ani, &case).await;
    assert_eq!(count(&pool, "select count(*) from leaders").await, 3);
    assert_eq!(count(&pool, "select count(*) from leader_offices").await, 4);
    assert_eq!(
        count(
            &pool,
            "select count(*) from history where act = 'office_taken'"
        )
        .await,
        1
    );
    let public = "select count(*) from leaders where public_names is not null";
    assert_eq!(count(&pool, public).await, 1, "coming back is no consent");
    // His address is what the organization said, and whoever has seen the entry before changes nothing.
    let said = "select count(*) from leader_sources s join leaders l on l.id = s.leader_id
        where s.field = 'contact' and s.keeper = 'organization' and l.revision = 2";
    assert_eq!(count(&pool, said).await, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_consent_changes_only_where_the_amendment_changed_it(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (home, public) = haus(&portal, &ani).await;
    let in_force =
        "select count(distinct leader_id) from leader_consents where withdrawn_at is null";
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert!(page.has("#people-0-consents[checked]") && !page.has("#people-1-consents[checked]"));
    save(&ani, &case, "people", &[("people-0-title", "Chair")]).await;
    // Ani withdraws by a letter to the board while the amendment waits.
    let id = sqlx::query_scalar("select id from leaders where public_names is not null")
        .fetch_one(&pool)
        .await
        .unwrap();
    let mut tx = portal.tx().await;
    let can = leader::policy::keep_consents(&board.actor().await, false).unwrap();
    let what = Withdrawn::Purpose(ConsentPurpose::PublicPage);
    leader::withdraw_consent(&mut tx, &can.withdrawing(), id, what)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    accepted(&portal, &ani, &case).await;
    assert_eq!(
        count(&pool, in_force).await,
        0,
        "what was withdrawn stays withdrawn"
    );
    assert!(
        !portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("Ani Sarkissian")
    );

    // Vahé agrees, and nobody else takes that over with the office.
    let case = begin(&ani, &home).await;
    save(&ani, &case, "people", &[("people-1-consents", "yes")]).await;
    accepted(&portal, &ani, &case).await;
    assert_eq!(count(&pool, in_force).await, 1);
    assert!(
        portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("Vahé Hidden")
    );
    let case = begin(&ani, &home).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    let office = page.value("people-1-office");
    let hostile = [
        ("people-1-name", "Boris"),
        ("people-1-office", office.as_str()),
        ("people-1-consents", ""),
    ];
    save(&ani, &case, "people", &hostile).await;
    accepted(&portal, &ani, &case).await;
    let page = portal.visitor().get(&public).await.is(200);
    assert!(
        !page.text().contains("Boris") && !page.text().contains("Vahé"),
        "{}",
        page.text()
    );
    // And a consent that is taken back in an amendment ends with it.
    let case = begin(&ani, &home).await;
    save(&ani, &case, "people", &[("people-0-consents", "yes")]).await;
    accepted(&portal, &ani, &case).await;
    assert!(
        portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("Ani Sarkissian")
    );
    let case = begin(&ani, &home).await;
    save(&ani, &case, "people", &[("people-0-consents", "")]).await;
    accepted(&portal, &ani, &case).await;
    assert!(
        !portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("Ani Sarkissian")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_office_of_another_organization_is_nobody_to_end(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, nare) = (portal.member("Ani").await, portal.member("Nare").await);
    let (other, _) = haus(&portal, &nare).await;
    let case = begin(&nare, &other).await;
    let page = nare.get(format!("{case}/form/people")).await.is(200);
    let foreign = page.value("people-0-office");
    let (home, _) = haus(&portal, &ani).await;
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    let hostile = [
        ("people-0-office", foreign.as_str()),
        ("people-0-until", "1 November 2026"),
        ("people-0-consents", ""),
        ("people-1-office", "no office"),
    ];
    save(&ani, &case, "people", &hostile).await;
    accepted(&portal, &ani, &case).await;
    let ended: bool =
        sqlx::query_scalar("select until is not null from leader_offices where id = $1::uuid")
            .bind(&foreign)
            .fetch_one(&pool)
            .await
            .unwrap();
    assert!(
        !ended,
        "what a form names is looked for among the offices of its organization alone"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_a_leader_took_back_themselves_no_amendment_gives_again(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let (home, public) = haus(&portal, &ani).await;
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    let id: LeaderId = sqlx::query_scalar(
        "select leader_id from leader_offices where agrees(leader_id, 'name', 'public_page') order by id limit 1",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    let shown = format!("/leaders/{id}");
    let visitor = portal.visitor();
    visitor.get(&shown).await.is(200);
    let vault = portal.tx().await.vault();
    let link = format!("/consents/{}", leader::consent_token(&vault, id, 0));
    let everything = [("what", "everything")];
    // What was sent before she took it back gives nothing again.
    let ticked = [("people-0-consents", "yes"), ("people-0-title", "Chair")];
    save(&ani, &case, "people", &ticked).await;
    send(&ani, &case, "Another title.").await.is(303);
    visitor
        .post(format!("{link}/withdrawal"), &everything)
        .await
        .is(303);
    visitor.get(&shown).await.is(404);
    portal.wait(chrono::TimeDelta::minutes(1));
    let board = portal.coordinator().await;
    let number = crate::registrations::id_of(&case);
    take(&portal, &board, number).await;
    decide(&portal, &board, number, Answer::Accept).await;
    portal.letters().await;
    visitor.get(&shown).await.is(404);
    // What would be sent after it is told, at the field.
    let ani = portal.member("Ani").await;
    let case = begin(&ani, &home).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert!(!page.has("#people-0-consents[checked]"));
    let wrong = page
        .submit(&[("people-0-consents", "yes"), ("go", "continue")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["people-0-consents"]);
    assert!(wrong.text().contains("Only they can agree again"));
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    assert!(answers.text().contains("Only they can agree again"));
    assert!(!answers.has("form[action$='/submission']"));
    visitor.get(&shown).await.is(404);
    // She agrees herself, and from then on others may say so as ever.
    visitor
        .post(&link, &[("public_page", "name"), ("public_page", "office")])
        .await
        .is(303);
    visitor.get(&shown).await.is(200);
    assert!(visitor.get(&public).await.text().contains("Ani Sarkissian"));
}
