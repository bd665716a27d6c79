//! Who leads and signs, as a page of the renewal: still true or changed, seen by the board person by person, and taken over
//! by acceptance.

use concord::case::{self, policy};
use concord::organization::{Section, confirmed, particulars, standing, team};
use concord::values::TeamRole;
use concord::web::registrations::fill;
use sqlx::PgPool;

use super::*;
use crate::amendments;
use crate::cases::{decide, take};
use crate::registrations::id_of;
use crate::standings::found;
use crate::teams::join;

const MARK: &str = "A correction of this entry is under way";

/// Offices as the registry has them, in the order in which they came: title, last day, whether they sign.
async fn offices(pool: &PgPool) -> Vec<(String, Option<String>, bool)> {
    sqlx::query_as("select title, until::text, signs from leader_offices order by id")
        .fetch_all(pool)
        .await
        .unwrap()
}

async fn count(pool: &PgPool, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(pool).await.unwrap()
}

/// The day on which the organization last spoke of its people.
async fn spoke_on(portal: &Portal, home: &str) -> Option<NaiveDate> {
    let id = found(portal, number_of(home)).await.id;
    let mut read = portal.db().read().await.unwrap();
    confirmed(&mut read, id).await.unwrap().on(Section::People)
}

/// Adds a person to a renewal.
async fn add(who: &Browser, case: &str, row: usize, fields: &[(&str, &str)]) {
    change(who, case, "people", &[], "add-people").await.is(303);
    let named: Vec<(String, &str)> = fields
        .iter()
        .map(|(field, value)| (format!("people-{row}-{field}"), *value))
        .collect();
    let fields: Vec<(&str, &str)> = named.iter().map(|(k, v)| (k.as_str(), *v)).collect();
    change(who, case, "people", &fields, "save").await.is(303);
}

/// Takes the first person out of a renewal.
async fn take_out_first(who: &Browser, case: &str) {
    let button = "remove-people-0";
    change(who, case, "people", &[], button).await.is(303);
}

/// Says everything else is still true, adds the papers and sends it.
async fn send_with_people(who: &Browser, case: &str) {
    confirm_all_but(who, case, &["people"]).await;
    crate::documents::supply(who, case).await;
    send(who, case).await.is(303);
}

/// The board takes it and accepts it on the page for decisions.
async fn accept(portal: &Portal, case: &str) {
    let board = portal.coordinator().await;
    take(portal, &board, id_of(case)).await;
    decide(portal, &board, id_of(case), Answer::Accept).await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn people_who_are_still_in_office_are_confirmed_and_stay_as_they_are(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let before = (offices(&pool).await, spoke_on(&portal, &home).await);
    let case = begin(&ani, &home).await;
    let looked = "select count(*) from history where act = 'personal_data_viewed'
        and organization_id is not null and after ->> 'leaders' = '1'";
    assert_eq!(count(&pool, looked).await, 1, "who looked is on record");
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert_eq!(page.value("people-0-name"), "Ani Sarkissian");
    assert_eq!(page.value("people-0-title"), "Vorsitzende");
    let text = page.text();
    assert!(text.contains("What the registry says") && text.contains("To be looked at"));
    assert!(text.contains("Last confirmed by the organization on"));
    assert!(
        !page.body.contains("ani@example.org"),
        "the board's addresses are the board's"
    );
    let next = confirm(&ani, &case, "people").await.is(303);
    assert!(!next.location().ends_with("/people"), "on to the next");
    let tasks = ani.get(format!("{case}/form")).await.is(200).text();
    assert!(tasks.contains("1 of 11 are done"), "{tasks}");
    send_with_people(&ani, &case).await;
    let public = home.replace("/home/", "/");
    let page = portal.visitor().get(&public).await.is(200);
    assert!(!page.text().contains(MARK), "nothing is corrected");

    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(
        page.text()
            .contains("Nothing would change in what the registry says")
    );
    assert!(!page.has("#people"), "nobody moves");
    page.submit_to(&format!("/desk{case}/acceptance"), &[])
        .await
        .is(303);
    assert_eq!(offices(&pool).await, before.0);
    let acts = "select count(*) from history where act in ('office_taken', 'office_ended', 'office_changed')";
    assert_eq!(count(&pool, acts).await, 0);
    let today = portal.now().date_naive();
    assert!(before.1 < Some(today));
    assert_eq!(spoke_on(&portal, &home).await, Some(today));
    // Its own line, for the team and at the desk.
    let day = "Last confirmed by the organization on";
    let mine = ani.get(&home).await.is(200).text();
    assert_eq!(mine.matches(day).count(), SECTIONS.len());
    let desk = board.get(home.replace("/home/", "/desk/")).await.is(200);
    assert_eq!(desk.text().matches(day).count(), SECTIONS.len());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_president_leaves_and_another_comes(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let public = home.replace("/home/", "/");
    let case = begin(&ani, &home).await;
    // One who comes, beside one who goes.
    let boris = [
        ("name", "Boris Balian"),
        ("title", "Vorsitzender"),
        ("email", "boris@example.org"),
        ("signs", "yes"),
    ];
    add(&ani, &case, 1, &boris).await;
    take_out_first(&ani, &case).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert_eq!(page.value("people-0-name"), "Boris Balian");
    assert!(page.text().contains("Changed"));
    // Whoever presses that nothing changed takes back what they typed, and may type it again.
    confirm(&ani, &case, "people").await.is(303);
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert_eq!(page.value("people-0-name"), "Ani Sarkissian");
    add(&ani, &case, 1, &boris).await;
    take_out_first(&ani, &case).await;

    confirm_all_but(&ani, &case, &["people"]).await;
    crate::documents::supply(&ani, &case).await;
    let page = ani.get(format!("{case}/answers")).await.is(200);
    let text = page.text();
    assert!(
        text.contains("Ani Sarkissian") && text.contains("Boris Balian"),
        "both: {text}"
    );
    page.submit_to(&format!("{case}/submission"), &[])
        .await
        .is(303);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains(MARK) && !page.text().contains("Boris"));

    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    let cards = page.select("#people ~ .app-card");
    for (who, what) in [("Ani Sarkissian", "Leaves"), ("Boris Balian", "Joins")] {
        let there = cards.iter().any(|it| it.contains(who) && it.contains(what));
        assert!(there, "{who}: {cards:?}");
    }
    assert!(!page.text().contains("Nothing would change"));
    let at_once = format!("/desk{case}/acceptance");
    assert!(!page.has(&format!("form[action='{at_once}']")));
    board.post(&at_once, &[]).await.is(409);
    accept(&portal, &case).await;
    let yesterday = portal.now().date_naive().pred_opt().unwrap().to_string();
    assert_eq!(
        offices(&pool).await,
        [
            ("Vorsitzende".to_owned(), Some(yesterday), false),
            ("Vorsitzender".to_owned(), None, true),
        ]
    );
    for act in ["office_ended", "leader_created"] {
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
    assert_eq!(
        spoke_on(&portal, &home).await,
        Some(portal.now().date_naive())
    );
    let page = portal.visitor().get(&public).await.is(200);
    assert!(!page.text().contains(MARK));
    assert!(
        !page.text().contains("Boris"),
        "nobody said that he consents"
    );
    let clear = "select count(*) from leaders where public_names is not null";
    assert_eq!(count(&pool, clear).await, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_signs_is_material_and_a_refusal_and_an_appeal_change_nobody(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let case = begin(&ani, &home).await;
    let signs = [("people-0-signs", "yes")];
    change(&ani, &case, "people", &signs, "continue")
        .await
        .is(303);
    send_with_people(&ani, &case).await;
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let page = board.get(format!("/desk{case}")).await.is(200);
    let cards = page.select("#people ~ .app-card");
    assert!(
        cards[0].contains("Changes") && cards[0].contains("signs for it"),
        "{cards:?}"
    );
    let at_once = format!("/desk{case}/acceptance");
    assert!(!page.has(&format!("form[action='{at_once}']")));
    board.post(&at_once, &[]).await.is(409);
    let was = offices(&pool).await;
    take(&portal, &board, id_of(&case)).await;
    let words = crate::cases::prose("The minutes name somebody else.");
    decide(&portal, &board, id_of(&case), Answer::Refuse { words }).await;
    assert_eq!(offices(&pool).await, was);
    let page = ani.get(format!("{case}/appeal")).await.is(200);
    page.submit(&[("why", "They name her.")]).await.is(303);
    assert_eq!(offices(&pool).await, was);
    take(&portal, &chair, id_of(&case)).await;
    decide(&portal, &chair, id_of(&case), Answer::Accept).await;
    assert_eq!(
        offices(&pool).await,
        [("Vorsitzende".to_owned(), None, true)]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_in_the_section_see_both_and_who_comes_meanwhile_is_not_lost(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let case = begin(&ani, &home).await;
    let section = format!("{case}/form/people");
    let seen = ani.get(&section).await.is(200);
    let chair = [("people-0-title", "Präsidentin"), ("people-0-signs", "yes")];
    change(&vahan, &case, "people", &chair, "save")
        .await
        .is(303);
    let mine = [("people-0-title", "Obfrau"), ("go", "save")];
    let both = seen.submit_to(&section, &mine).await.is(409);
    let text = both.text();
    assert!(text.contains("A colleague saved this section too"));
    assert!(text.contains("Präsidentin") && text.contains("Obfrau"));
    let office: String = sqlx::query_scalar("select id::text from leader_offices")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert!(!text.contains(&office), "no number that means nothing");
    let page = seen
        .submit_to(&format!("{section}/confirmation"), &[])
        .await;
    assert!(
        page.is(409)
            .text()
            .contains("Somebody changed this section meanwhile")
    );

    // Meanwhile an amendment is accepted by which Lena joins: whoever has the page open sees her before anything is saved.
    let open = ani.get(&section).await.is(200);
    let amendment = amendments::begin(&ani, &home).await;
    let lena = [("name", "Lena Sargsyan"), ("title", "Kassierin")];
    amendments::people::add(&ani, &amendment, 1, &lena).await;
    amendments::people::accepted(&portal, &ani, &amendment).await;
    let typed = [("people-0-title", "Obfrau"), ("go", "continue")];
    let page = open.submit_to(&section, &typed).await.is(409);
    assert!(
        page.text()
            .contains("The registry was changed here since you opened this page")
    );
    assert_eq!(
        page.value("people-0-title"),
        "Obfrau",
        "nothing typed is lost"
    );
    assert_eq!(page.value("people-1-name"), "Lena Sargsyan");
    assert!(!page.value("people-1-office").is_empty());
    // What was saved before shows her too.
    let again = ani.get(&section).await.is(200);
    assert_eq!(again.value("people-0-title"), "Präsidentin");
    assert_eq!(again.value("people-1-name"), "Lena Sargsyan");
    page.submit_to(&section, &[("go", "continue")])
        .await
        .is(303);
    send_with_people(&ani, &case).await;
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    let cards = page.select("#people ~ .app-card");
    assert!(
        cards[0].contains("Changes") && cards[0].contains("Obfrau"),
        "{cards:?}"
    );
    assert!(
        cards
            .iter()
            .all(|it| !it.contains("Leaves") && !it.contains("Joins"))
    );
    accept(&portal, &case).await;
    assert_eq!(
        offices(&pool).await,
        [
            ("Obfrau".to_owned(), None, true),
            ("Kassierin".to_owned(), None, false),
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_joins_by_two_cases_is_in_office_once(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let lena = [("name", "Lena Sargsyan"), ("title", "Kassierin")];
    let consents = [lena.as_slice(), &[("consents", "yes")]].concat();
    let case = begin(&ani, &home).await;
    add(
        &ani,
        &case,
        1,
        &[lena.as_slice(), &[("signs", "yes")]].concat(),
    )
    .await;
    send_with_people(&ani, &case).await;
    let amendment = amendments::begin(&ani, &home).await;
    amendments::people::add(&ani, &amendment, 1, &consents).await;
    amendments::people::accepted(&portal, &ani, &amendment).await;
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    let cards = page.select("#people ~ .app-card");
    assert!(
        cards[0].contains("Somebody else changed this office since this was begun"),
        "{cards:?}"
    );
    accept(&portal, &case).await;
    assert_eq!(
        offices(&pool).await[1..],
        [("Kassierin".to_owned(), None, true)],
        "once, and it signs as the later one says"
    );
    assert_eq!(count(&pool, "select count(*) from leaders").await, 2);
    let in_force =
        "select count(distinct leader_id) from leader_consents where withdrawn_at is null";
    assert_eq!(
        count(&pool, in_force).await,
        1,
        "what she consented to stays"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn readers_and_strangers_see_nobody_there_and_mistakes_stand_at_their_fields(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    let case = begin(&ani, &home).await;
    let section = format!("{case}/form/people");
    let confirmation = format!("{section}/confirmation");
    let others = [
        (reader, 403),
        (portal.member("Stranger").await, 404),
        (portal.post_officer(&["FR"]).await, 404),
    ];
    for (who, status) in &others {
        let page = who.get(&section).await.is(*status);
        assert!(!page.body.contains("Sarkissian"));
        who.post(&section, &[("go", "save")]).await.is(*status);
        who.post(&confirmation, &[]).await.is(*status);
    }
    portal.visitor().get(&section).await.is(303);
    portal.visitor().post(&confirmation, &[]).await.is(401);
    let hostile = [
        ("people-0-name", "Eve"),
        ("people-0-since", "soon"),
        ("people-0-until", "31 February 2026"),
        ("people-0-email", "not an address"),
        ("people-0-title", ""),
    ];
    let page = change(&ani, &case, "people", &hostile, "continue")
        .await
        .is(422);
    assert_eq!(
        page.wrong_fields(),
        [
            "people-0-title",
            "people-0-email",
            "people-0-since",
            "people-0-until"
        ]
    );
    assert_eq!(page.value("people-0-since"), "soon");
    // Nobody left at all is no board.
    confirm(&ani, &case, "people").await.is(303);
    take_out_first(&ani, &case).await;
    let page = change(&ani, &case, "people", &[], "continue").await.is(422);
    assert_eq!(page.wrong_fields(), ["people-0-name"]);
}

/// A renewal as it was begun before people were asked for: with all that the registry says but them; sent so, if wanted.
async fn begun_without_people(portal: &Portal, owner: &Browser, home: &str, sent: bool) -> String {
    let organization = found(portal, number_of(home)).await;
    let by = owner.actor().await;
    let mut tx = portal.tx().await;
    let (vault, today, id) = (tx.vault(), tx.today(), organization.id);
    let said = particulars(&mut tx, &vault, id).await.unwrap().unwrap();
    let window = standing::window(&mut tx, &organization, today).await;
    let own = team::role_of_actor(&mut tx, id, &by).await.unwrap();
    let granted = policy::renew(&by, &organization, own, &window.unwrap()).unwrap();
    let raw = fill(&said).to_map();
    let id = case::start_change(&mut tx, granted, &raw, &said)
        .await
        .unwrap();
    if sent {
        let case = case::find(&mut tx, &by, id).await.unwrap();
        let can = policy::submit(&by, &case).unwrap();
        case::submit(&mut tx, can, &said).await.unwrap();
    }
    drop(tx.commit().await.unwrap());
    format!("/cases/{id}")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn renewals_that_were_begun_or_sent_before_people_were_asked_for_go_on(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let (spoke, was) = (spoke_on(&portal, &home).await, offices(&pool).await);
    let case = begun_without_people(&portal, &ani, &home, false).await;
    let page = ani.get(format!("{case}/form/people")).await.is(200);
    assert_eq!(page.value("people-0-name"), "Ani Sarkissian");
    confirm(&ani, &case, "people").await.is(303);
    let page = ani.get(format!("{case}/withdrawal")).await.is(200);
    page.submit(&[]).await.is(303);

    let case = begun_without_people(&portal, &ani, &home, true).await;
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(!page.has("#people"), "nobody moves");
    let confirmed = page.text();
    assert!(
        !confirmed.contains("Who leads it"),
        "of people nobody said anything"
    );
    page.submit_to(&format!("/desk{case}/acceptance"), &[])
        .await
        .is(303);
    assert_eq!(offices(&pool).await, was);
    assert_eq!(spoke_on(&portal, &home).await, spoke, "and so it stays");
}
