//! Who is invited to a meeting, and how invitations follow an office, a membership and a consent.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::ids::LeaderId;
use concord::leader::{
    self, Agreement, ConsentMeans, ConsentPurpose, Given, LeaderName, NewLeader, NewOffice, Term,
    Withdrawn,
};
use concord::notice::LetterKind;
use concord::values::{Email, LanguageTag, Line, TeamRole};
use sqlx::PgPool;

use super::{called, club, follow, newest_leader};
use crate::portal::{Letter, Portal};
use crate::teams::join;

const OLD: &str = "levon.abelian@example.org";
const NEW: &str = "nare.simonian@example.org";

/// Kinds of letters and to whom, in the order of addresses.
fn told(letters: &[Letter]) -> Vec<(LetterKind, &str)> {
    let mut all: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    all.sort_by_key(|(_, to)| *to);
    all
}

async fn agree(portal: &Portal, id: LeaderId) {
    let board = portal.coordinator().await.actor().await;
    let can = leader::policy::keep_consents(&board, false).unwrap();
    let given = Given {
        agreements: Agreement::all().collect(),
        means: ConsentMeans::Letter,
        given_on: portal.now().date_naive(),
        spoken_to: None,
    };
    let mut tx = portal.tx().await;
    leader::give_consent(&mut tx, &can, id, &given)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_president_changes_and_seat_invitations_and_public_page_follow(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[("seat", "president")]).await;
    let public = club.group.replacen("/desk", "", 1);
    let mut tx = portal.tx().await;
    let organization = concord::organization::find_by_number(&mut tx, club.number)
        .await
        .unwrap()
        .unwrap();
    let new = NewLeader {
        names: vec![LeaderName {
            text: Line::parse("Levon Abelian", 300).unwrap(),
            language: LanguageTag::parse("en").ok(),
        }],
        languages: Vec::new(),
        email: Email::parse(OLD).ok(),
        office: NewOffice {
            organization: organization.id,
            title: Line::parse("President", 300).unwrap(),
            title_language: LanguageTag::parse("en").ok(),
            other: None,
            since: "2020-03-01".parse().ok(),
            until: None,
            signs: true,
            term: Term::default(),
        },
        consent: None,
    };
    let by = board.actor().await;
    let old = leader::create(&mut tx, &by, new).await.unwrap();
    drop(tx.commit().await.unwrap());
    agree(&portal, old).await;
    portal.letters().await;

    called(&board, &club.group, &[]).await.is(303);
    let letters = portal.letters().await;
    let called = LetterKind::MeetingCalled;
    assert_eq!(told(&letters), [(called, ani.email()), (called, OLD)]);
    assert!(
        portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("Levon Abelian")
    );
    follow(&portal).await;
    assert!(portal.letters().await.is_empty(), "nobody is told twice");

    // Before the day of the meeting another one presides.
    let office: String =
        sqlx::query_scalar("select id::text from leader_offices where leader_id = $1")
            .bind(old.uuid())
            .fetch_one(&pool)
            .await
            .unwrap();
    let path = format!(
        "/desk/organizations/{}/offices/{office}/succession",
        club.number
    );
    let page = board.get(&path).await.is(200);
    let fields = [
        ("last-day", "30"),
        ("last-month", "11"),
        ("last-year", "2026"),
        ("successor", "new"),
        ("name", "Nare Simonian"),
        ("name_language", "en"),
        ("email", NEW),
    ];
    page.submit_to(&path, &fields).await.is(303);
    let new = newest_leader(&pool).await;
    assert_ne!(new, old);
    portal.letters().await;
    follow(&portal).await;
    // On that day he does not sit in the seat any more; she has not agreed to be invited.
    let letters = portal.letters().await;
    assert_eq!(told(&letters), [(LetterKind::MeetingNotYours, OLD)]);
    agree(&portal, new).await;
    portal.letters().await;
    follow(&portal).await;
    assert_eq!(told(&portal.letters().await), [(called, NEW)]);

    portal.wait(TimeDelta::days(10));
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Nare Simonian") && !page.body.contains("Levon Abelian"));
    let desk = portal.coordinator().await.get(&club.group).await.is(200);
    assert!(desk.first("#seats ~ ul").contains("Nare Simonian"));
    // What is taken back is taken back for meetings too, without another letter.
    let can = leader::policy::keep_consents(&by, false).unwrap();
    let mut tx = portal.tx().await;
    let what = Withdrawn::Purpose(ConsentPurpose::Invitations);
    leader::withdraw_consent(&mut tx, &can.withdrawing(), new, what)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    follow(&portal).await;
    assert!(portal.letters().await.is_empty());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_meeting_is_moved_and_called_off_and_whoever_is_to_come_is_told_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let page = called(&board, &club.group, &[]).await.is(303);
    let meeting = page.location().to_owned();
    let letters = portal.letters().await;
    assert_eq!(told(&letters), [(LetterKind::MeetingCalled, ani.email())]);
    let text = letters[0].text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(text.contains("14:30 (Asia/Yerevan)"), "{text}");
    let page = ani.get(letters[0].link()).await.is(200);
    assert!(
        page.text().contains("A hymn book") && page.text().contains("Great hall, <second> floor")
    );

    // A reader of the team is not invited; one who comes into it later is, by the worker.
    let levon = join(&portal, &ani, "Levon", TeamRole::Editor).await;
    join(&portal, &ani, "Reader", TeamRole::Reader).await;
    follow(&portal).await;
    assert_eq!(
        told(&portal.letters().await),
        [(LetterKind::MeetingCalled, levon.email())]
    );

    let path = format!("{meeting}/appointment");
    let seen = board.get(&path).await.is(200);
    let wrong = seen
        .submit_to(&path, &[("time", "noon"), ("date-year", "2020")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["time"]);
    seen.submit_to(&path, &[("time", "16:00")]).await.is(303);
    let moved = LetterKind::MeetingMoved;
    assert_eq!(
        told(&portal.letters().await),
        [(moved, ani.email()), (moved, levon.email())]
    );
    // Whoever saw it at the other time does not move it from there.
    seen.submit_to(&path, &[("time", "17:00")]).await.is(409);
    follow(&portal).await;
    assert!(portal.letters().await.is_empty());

    let path = format!("{meeting}/calling-off");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &[]).await.is(422);
    page.submit_to(&path, &[("words", "The hall is closed.")])
        .await
        .is(303);
    let off = LetterKind::MeetingCalledOff;
    assert_eq!(
        told(&portal.letters().await),
        [(off, ani.email()), (off, levon.email())]
    );
    page.submit_to(&path, &[("words", "Again.")]).await.is(409);
    follow(&portal).await;
    assert!(portal.letters().await.is_empty());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_form_with_mistakes_loses_nothing_and_the_past_is_refused(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let long = "x".repeat(400);
    let wrong = called(
        &board,
        &club.group,
        &[("agenda", long.as_str()), ("place", "")],
    )
    .await
    .is(422);
    let fields = wrong.wrong_fields();
    assert!(
        fields.contains(&"agenda".to_owned()) && fields.contains(&"place".to_owned()),
        "{fields:?}"
    );
    assert_eq!(wrong.value("time"), "14:30");
    let wrong = called(&board, &club.group, &[("date-year", "2020")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["time"]);
    assert!(portal.letters().await.is_empty());
    portal
        .auditor()
        .await
        .get(format!("{}/meetings/new", club.group))
        .await
        .is(403);
    ani.get(format!("{}/meetings/new", club.group))
        .await
        .is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn one_person_is_invited_once_whether_as_a_leader_or_as_somebody_of_the_team(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[("seat", "president")]).await;
    let mut tx = portal.tx().await;
    let organization = concord::organization::find_by_number(&mut tx, club.number)
        .await
        .unwrap()
        .unwrap();
    let by = board.actor().await;
    let mut ids = Vec::new();
    for (email, title) in [(ani.email(), "President"), ("levon@example.org", "Founder")] {
        let new = NewLeader {
            names: vec![LeaderName {
                text: Line::parse("Levon Abelian", 300).unwrap(),
                language: LanguageTag::parse("en").ok(),
            }],
            languages: Vec::new(),
            email: Email::parse(email).ok(),
            office: NewOffice {
                organization: organization.id,
                title: Line::parse(title, 300).unwrap(),
                title_language: LanguageTag::parse("en").ok(),
                other: None,
                since: "2020-03-01".parse().ok(),
                until: None,
                signs: true,
                term: Term::default(),
            },
            consent: None,
        };
        ids.push(leader::create(&mut tx, &by, new).await.unwrap());
    }
    drop(tx.commit().await.unwrap());
    for id in &ids {
        agree(&portal, *id).await;
    }
    // The other one is a member for himself.
    sqlx::query(
        "insert into group_members (id, group_id, leader_id, role, since)
         select gen_random_uuid(), id, $1, 'member', now() from groups",
    )
    .bind(ids[1].uuid())
    .execute(portal.db_pool())
    .await
    .unwrap();
    portal.letters().await;

    let page = called(&board, &club.group, &[]).await.is(303);
    let meeting = page.location().to_owned();
    let called = LetterKind::MeetingCalled;
    assert_eq!(
        told(&portal.letters().await),
        [(called, ani.email()), (called, "levon@example.org")]
    );
    // Who was invited as a leader comes into the team, and knows already.
    let levon = join(&portal, &ani, "Levon", TeamRole::Editor).await;
    assert_eq!(levon.email(), "levon@example.org");
    portal.letters().await;
    follow(&portal).await;
    assert!(portal.letters().await.is_empty());
    let path = format!("{meeting}/appointment");
    let page = board.get(&path).await.is(200);
    page.submit_to(&path, &[("time", "16:00")]).await.is(303);
    let moved = LetterKind::MeetingMoved;
    assert_eq!(
        told(&portal.letters().await),
        [(moved, ani.email()), (moved, levon.email())]
    );
    // Further than anybody plans is a mistake at its field.
    let page = board.get(&path).await.is(200);
    let far = page.submit_to(&path, &[("date-year", "9999")]).await;
    assert_eq!(far.is(422).wrong_fields(), ["date"]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn leaders_who_are_members_are_told_apart_when_it_is_noted_who_came(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let club = club(&portal, &board, &ani, &[]).await;
    let mut tx = portal.tx().await;
    let organization = concord::organization::find_by_number(&mut tx, club.number)
        .await
        .unwrap()
        .unwrap();
    let by = board.actor().await;
    let mut ids = Vec::new();
    for name in ["Levon Abelian", "Nare Simonian", "Vahe Toumanian"] {
        let new = NewLeader {
            names: vec![LeaderName {
                text: Line::parse(name, 300).unwrap(),
                language: LanguageTag::parse("en").ok(),
            }],
            languages: Vec::new(),
            email: Email::parse(OLD).ok(),
            office: NewOffice {
                organization: organization.id,
                title: Line::parse("Founder", 300).unwrap(),
                title_language: LanguageTag::parse("en").ok(),
                other: None,
                since: "2020-03-01".parse().ok(),
                until: None,
                signs: true,
                term: Term::default(),
            },
            consent: None,
        };
        let id = leader::create(&mut tx, &by, new).await.unwrap();
        sqlx::query(
            "insert into group_members (id, group_id, leader_id, role, since)
             select gen_random_uuid(), id, $1, 'member', $2 from groups",
        )
        .bind(id.uuid())
        .bind(portal.now())
        .execute(&mut *tx)
        .await
        .unwrap();
        ids.push(id);
    }
    drop(tx.commit().await.unwrap());
    agree(&portal, ids[0]).await;
    let page = called(&board, &club.group, &[]).await.is(303);
    let meeting = page.location().to_owned();
    portal.wait(TimeDelta::days(30));

    let looked = async || -> i64 {
        sqlx::query_scalar("select count(*) from history where act = 'personal_data_viewed'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap()
    };
    let before = looked().await;
    let board = portal.coordinator().await;
    let page = board.get(&meeting).await.is(200);
    let text = page.text();
    let there = format!("Levon Abelian · {}", club.number);
    assert_eq!(text.matches(&there).count(), 1, "{text}");
    // Whoever is named has a number too, so that those of the others stay what they are in the minutes.
    let said = |number: usize| {
        let there = format!(
            "A leader who is not named, number {number} · {}",
            club.number
        );
        text.matches(&there).count()
    };
    let mut numbers = [said(1), said(2), said(3)];
    numbers.sort_unstable();
    assert_eq!(numbers, [0, 1, 1], "{text}");
    assert!(!text.contains("Nare") && !text.contains("Vahe"), "{text}");
    assert_eq!(looked().await, before + 1, "who looked is on record");
    // The page that comes back says the same, and that is on record too.
    let wrong = page
        .submit_to(&format!("{meeting}/agenda"), &[("title", "")])
        .await
        .is(422);
    assert!(wrong.text().contains("Levon Abelian"));
    assert_eq!(looked().await, before + 2);
    board.post(format!("{meeting}/closing"), &[]).await.is(303);
    let minutes = board.get(format!("{meeting}/minutes")).await.is(200);
    for number in 1..=3 {
        let there = format!("A leader who is not named, number {number},");
        assert_eq!(
            minutes.text().matches(&there).count(),
            1,
            "{}",
            minutes.text()
        );
    }
}
