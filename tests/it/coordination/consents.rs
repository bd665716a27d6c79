//! Consents by field and purpose: what each lets out, and that a withdrawal is effective at once, everywhere, whoever withdraws.

use concord::db::MIGRATOR;
use concord::ids::LeaderId;
use concord::leader::{self, LeaderName, NewLeader, NewOffice, Term};
use concord::notice::LetterKind;
use concord::values::{Email, LanguageTag, Line, RegistryNumber};
use sqlx::PgPool;

use super::registered;
use crate::portal::{Browser, Portal};
use crate::source::files;
use crate::teams::{of_home, owned};

pub const NAME: &str = "Zabelora Qeshishian";
pub const EMAIL: &str = "zabelora@example.net";

/// A leader who presides over an organization whose owner is somebody: nothing is agreed to yet.
pub async fn leader(portal: &Portal) -> (LeaderId, RegistryNumber, Browser) {
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let home = owned(portal, &ani, "Haus").await;
    let (organization, number) = of_home(portal, &home).await;
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: Line::parse(NAME, 300).unwrap(),
            language: LanguageTag::parse("en").ok(),
        }],
        languages: vec![LanguageTag::parse("ru").unwrap()],
        email: Email::parse(EMAIL).ok(),
        office: NewOffice {
            organization,
            title: Line::parse("President", 300).unwrap(),
            title_language: LanguageTag::parse("en").ok(),
            other: None,
            since: Some(portal.now().date_naive()),
            until: None,
            signs: false,
            term: Term::default(),
        },
        consent: None,
    };
    let by = portal.coordinator().await.actor().await;
    let id = leader::create(&mut tx, &by, new).await.unwrap();
    drop(tx.commit().await.unwrap());
    (id, number, ani)
}

/// Records consents by a letter.
pub async fn agree(board: &Browser, number: RegistryNumber, id: LeaderId, what: &[(&str, &str)]) {
    let path = format!("/desk/organizations/{number}/leaders/{id}/consents");
    let fields = [what, &[("means", "letter")]].concat();
    board.post(&path, &fields).await.is(303);
}

/// A council in which the organization has the seat of its president; its page in public.
pub async fn council(board: &Browser, number: RegistryNumber) -> String {
    let page = board.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "council"),
        ("name-0-text", "Council"),
        ("name-0-language", "en"),
    ];
    let at_desk = page.submit(&fields).await.is(303).location().to_owned();
    let number = number.to_string();
    let fields = [("number", number.as_str()), ("role", "chair")];
    board
        .post(format!("{at_desk}/members"), &fields)
        .await
        .is(303);
    at_desk.replacen("/desk", "", 1)
}

/// Every place that strangers and programs read, and where names of leaders come out or might.
fn places(number: RegistryNumber, id: LeaderId, group: &str) -> Vec<String> {
    vec![
        format!("/leaders/{id}"),
        format!("/organizations/{number}"),
        format!("/organizations/{number}/leaders?on=2026-11-24"),
        group.to_owned(),
        "/directory?q=Zabelora".to_owned(),
        format!("/api/v1/organizations/{number}"),
        "/api/v1/organizations?q=Zabelora".to_owned(),
        "/sitemap.xml".to_owned(),
    ]
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn withdrawn_a_name_is_gone_from_every_place_in_the_same_second(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let group = council(&board, number).await;
    let all = places(number, id, &group);
    let visitor = portal.visitor();
    let shows = async |path: &str| visitor.get(path).await.body.contains("Zabelora Q");
    for path in &all {
        assert!(!shows(path).await, "before: {path}");
    }
    let what = [("public_page", "name"), ("public_page", "office")];
    agree(&board, number, id, &what).await;
    for path in &all[..4] {
        assert!(shows(path).await, "with consent: {path}");
    }
    let page = visitor.get(&all[0]).await.is(200);
    assert!(
        page.first("script[type='application/ld+json']")
            .contains(NAME)
    );
    for path in &all[4..] {
        assert!(
            !shows(path).await,
            "nobody agreed to be searched for: {path}"
        );
    }
    assert!(!page.body.contains(EMAIL) && !page.text().contains("Russian"));

    let path = format!("/desk/organizations/{number}/leaders/{id}/withdrawal");
    let name = [("what", "public_page.name")];
    board.post(&path, &name).await.is(303);
    for path in &all {
        assert!(!shows(path).await, "withdrawn: {path}");
    }
    visitor.get(&all[0]).await.is(404);
    // Exports are of those who sign in; they have no leaders, and none now.
    let admin = portal.admin().await;
    let file = admin.get("/rosters/organizations.csv").await.is(200);
    assert!(file.body.contains("Haus") && !file.body.contains("Zabelora"));
    let clear: i64 = sqlx::query_scalar(
        "select count(*) from leaders where id = $1 and public_names is not null",
    )
    .bind(id.uuid())
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(clear, 0);
    // Whoever withdraws the name has withdrawn the purpose; a second time there is nothing to withdraw.
    board.post(&path, &name).await.is(409);
    let page = board.get(path.replace("withdrawal", "consents")).await;
    assert!(page.is(200).text().contains("Nothing is agreed to"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn each_field_comes_out_by_its_own_consent_and_no_other(pool: PgPool) {
    let portal = Portal::new(pool);
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let (public, of) = (format!("/leaders/{id}"), format!("/organizations/{number}"));
    let visitor = portal.visitor();
    agree(&board, number, id, &[("public_page", "name")]).await;
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains(NAME) && !page.body.contains(&number.to_string()));
    assert!(!page.body.contains(EMAIL) && !page.text().contains("Russian"));
    assert!(
        !visitor.get(&of).await.body.contains(NAME),
        "the office is hers alone"
    );
    agree(&board, number, id, &[("public_page", "office")]).await;
    assert!(
        visitor
            .get(&public)
            .await
            .body
            .contains(&number.to_string())
    );
    assert!(visitor.get(&of).await.body.contains(NAME));
    agree(&board, number, id, &[("public_page", "languages")]).await;
    assert!(visitor.get(&public).await.text().contains("Russian"));
    assert!(!visitor.get(&public).await.body.contains(EMAIL));
    agree(&board, number, id, &[("public_page", "contact")]).await;
    assert!(visitor.get(&public).await.body.contains(EMAIL));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn invitations_and_sharing_are_purposes_of_their_own(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let group = council(&board, number).await;
    let invitees = format!("/desk{group}/invitees");
    let post = portal.post_officer(&["DE"]).await;
    let leaders = format!("/desk/organizations/{number}/leaders");
    let all = [
        ("public_page", "name"),
        ("public_page", "office"),
        ("public_page", "contact"),
    ];
    agree(&board, number, id, &all).await;
    let page = board.get(&invitees).await.is(200);
    assert!(page.text().contains("Has not agreed to be invited") && !page.body.contains(NAME));
    assert!(!post.get(&leaders).await.is(200).body.contains(NAME));
    agree(&board, number, id, &[("invitations", "name")]).await;
    let page = board.get(&invitees).await.is(200);
    assert!(page.body.contains(NAME) && !page.body.contains(EMAIL));
    agree(&board, number, id, &[("invitations", "contact")]).await;
    assert!(board.get(&invitees).await.body.contains(EMAIL));
    agree(
        &board,
        number,
        id,
        &[("sharing", "name"), ("sharing", "office")],
    )
    .await;
    let page = post.get(&leaders).await.is(200);
    assert!(page.body.contains(NAME) && !page.body.contains(EMAIL));
    for (browser, status) in [
        (portal.visitor(), 303),
        (portal.member("Ani").await, 404),
        (portal.admin().await, 404),
        (post, 404),
        (portal.auditor().await, 200),
    ] {
        browser.get(&invitees).await.is(status);
    }
    // Whoever comes next into the office is invited, and only as far as they agreed: nothing is copied.
    let office: String =
        sqlx::query_scalar("select id::text from leader_offices where leader_id = $1")
            .bind(id.uuid())
            .fetch_one(&pool)
            .await
            .unwrap();
    let path = format!("/desk/organizations/{number}/offices/{office}/succession");
    let page = board.get(&path).await.is(200);
    let today = [
        ("last-day", "24"),
        ("last-month", "11"),
        ("last-year", "2026"),
    ];
    let who = [("successor", "new"), ("name", "Nare")];
    page.submit_to(&path, &[&today[..], &who[..]].concat())
        .await
        .is(303);
    portal.wait(chrono::TimeDelta::days(1));
    let board = portal.coordinator().await;
    let page = board.get(&invitees).await.is(200);
    assert!(!page.body.contains(NAME) && page.text().contains("Has not agreed to be invited"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_consent_is_recorded_with_words_date_and_means_and_mistakes_stand_at_their_fields(
    pool: PgPool,
) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let path = format!("/desk/organizations/{number}/leaders/{id}/consents");
    let page = board.get(&path).await.is(200);
    let none = page.submit_to(&path, &[]).await.is(422);
    assert_eq!(none.wrong_fields(), ["public_page", "means"]);
    let fields = [
        ("sharing", "office"),
        ("means", "in-person"),
        ("given-day", "1"),
        ("given-month", "1"),
        ("given-year", "2030"),
    ];
    let wrong = page.submit_to(&path, &fields).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["sharing", "spoken_to", "given"]);
    assert_eq!(wrong.value("given-year"), "2030");
    board
        .post(&path, &[("public_page", "soul"), ("means", "letter")])
        .await
        .is(422);
    let fields = [
        ("sharing", "name"),
        ("means", "in-person"),
        ("spoken_to", "Levon of the board"),
        ("given-day", "1"),
        ("given-month", "11"),
        ("given-year", "2026"),
    ];
    let page = page.submit_to(&path, &fields).await.is(303).follow().await;
    for said in ["1 November 2026", "In person", "2026-11"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let in_clear: i64 = sqlx::query_scalar(
        "select count(*) from history where before::text like '%Levon%' or after::text like '%Levon%'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(in_clear, 0, "to whom it was said is sealed");
    // A leader of another organization is not found under this one.
    let (_, other) = super::registered(&portal, "Other", "DE").await;
    let elsewhere = format!("/desk/organizations/{other}/leaders/{id}/consents");
    board.get(&elsewhere).await.is(404);
    board.post(&elsewhere, &fields).await.is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_leader_is_told_once_and_withdraws_by_the_link_of_that_letter(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let public = format!("/leaders/{id}");
    agree(&board, number, id, &[("public_page", "name")]).await;
    sqlx::query("update leaders set to_be_told = (id = $1)")
        .bind(id.uuid())
        .execute(&pool)
        .await
        .unwrap();
    let mut tx = portal.tx().await;
    assert_eq!(leader::tell(&mut tx).await.unwrap(), 1);
    assert_eq!(leader::tell(&mut tx).await.unwrap(), 0, "once");
    drop(tx.commit().await.unwrap());
    let letters = portal.letters().await;
    let letter = letters
        .iter()
        .find(|it| it.to == EMAIL)
        .expect("a letter to her");
    let link = letter.link().to_owned();
    assert!(link.starts_with("/consents/"), "{link}");

    let visitor = portal.visitor();
    let page = visitor.get(&link).await.is(200);
    assert!(page.text().contains("To be shown to anybody"));
    visitor.get(&public).await.is(200);
    let withdrawal = format!("{link}/withdrawal");
    let everything = [("what", "everything")];
    let page = visitor.post(&withdrawal, &everything).await.is(303);
    assert!(page.follow().await.text().contains("Nothing is agreed to"));
    visitor.get(&public).await.is(404);
    visitor.post(&withdrawal, &everything).await.is(409);
    // And agrees to something else, in their own words.
    let page = visitor.get(&link).await.is(200);
    let wrong = page
        .submit_to(&link, &[("sharing", "office")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), ["sharing"]);
    page.submit_to(&link, &[("public_page", "name")])
        .await
        .is(303);
    let page = visitor.get(&link).await.is(200);
    assert!(page.text().contains("You said so yourself"));
    visitor.get(&public).await.is(200);
    for forged in [format!("{link}A"), "/consents/abc".to_owned()] {
        visitor.get(&forged).await.is(404);
        visitor
            .post(&forged, &[("public_page", "name")])
            .await
            .is(404);
        visitor
            .post(format!("{forged}/withdrawal"), &everything)
            .await
            .is(404);
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_accepted_a_registration_has_its_leaders_told(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    owned(&portal, &ani, "Haus").await;
    let waiting: i64 = sqlx::query_scalar("select count(*) from leaders where to_be_told")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert!(waiting > 0);
    let mut tx = portal.tx().await;
    assert!(leader::tell(&mut tx).await.unwrap() > 0);
    drop(tx.commit().await.unwrap());
    let letters = portal.letters().await;
    let told: Vec<_> = letters
        .iter()
        .filter(|it| it.to == "ani@example.org")
        .collect();
    assert_eq!(told.len(), 1, "whoever has an address is told");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn the_team_withdraws_for_its_own_leaders_and_for_nobody_else(pool: PgPool) {
    let portal = Portal::new(pool);
    let (id, number, ani) = leader(&portal).await;
    let board = portal.coordinator().await;
    agree(&board, number, id, &[("public_page", "name")]).await;
    let home = format!("/home/organizations/{number}");
    let page = ani.get(&home).await.is(200);
    assert_eq!(page.link("Leaders"), format!("{home}/leaders"));
    let page = ani.get(format!("{home}/leaders")).await.is(200);
    assert!(page.text().contains(NAME));
    let withdrawal = format!("{home}/leaders/{id}/withdrawal");
    let what = [("what", "public_page")];
    let other = portal.member("Boris").await;
    let strange = owned(&portal, &other, "Elsewhere").await;
    let (_, strange) = of_home(&portal, &strange).await;
    other.get(format!("{home}/leaders")).await.is(404);
    other.post(&withdrawal, &what).await.is(404);
    let through = format!("/home/organizations/{strange}/leaders/{id}/withdrawal");
    other.post(&through, &what).await.is(404);
    portal.visitor().get(format!("/leaders/{id}")).await.is(200);
    ani.post(&withdrawal, &[("what", "all")]).await.is(404);
    ani.post(&withdrawal, &what).await.is(303);
    portal.visitor().get(format!("/leaders/{id}")).await.is(404);
    ani.post(&withdrawal, &what).await.is(409);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn two_who_withdraw_at_once_are_told_what_happened(pool: PgPool) {
    let portal = Portal::new(pool);
    let (id, number, ani) = leader(&portal).await;
    let board = portal.coordinator().await;
    agree(&board, number, id, &[("public_page", "name")]).await;
    let what = [("what", "everything")];
    let one = format!("/desk/organizations/{number}/leaders/{id}/withdrawal");
    let other = format!("/home/organizations/{number}/leaders/{id}/withdrawal");
    let (one, other) = tokio::join!(board.post(&one, &what), ani.post(&other, &what));
    let mut answers = [one.status.as_u16(), other.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_she_took_back_herself_the_board_records_only_of_a_later_day_and_she_hears_of_it(
    pool: PgPool,
) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    agree(&board, number, id, &[("public_page", "name")]).await;
    // She is told what others recorded, once, with the link by which she takes it back.
    let tell = async || {
        let mut tx = portal.tx().await;
        let told = leader::tell(&mut tx).await.unwrap();
        drop(tx.commit().await.unwrap());
        let letters = portal.letters().await;
        (
            told,
            letters
                .into_iter()
                .filter(|it| it.to == EMAIL)
                .collect::<Vec<_>>(),
        )
    };
    let (_, letters) = tell().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].kind, LetterKind::LeaderConsentRecorded);
    assert!(!letters[0].text.contains(NAME));
    assert!(tell().await.1.is_empty(), "once");
    let link = letters[0].link().to_owned();
    let visitor = portal.visitor();
    visitor
        .post(format!("{link}/withdrawal"), &[("what", "public_page")])
        .await
        .is(303);
    let path = format!("/desk/organizations/{number}/leaders/{id}/consents");
    let page = board.get(&path).await.is(200);
    let again = [("public_page", "name"), ("means", "letter")];
    let wrong = page.submit_to(&path, &again).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["given"]);
    assert!(
        wrong.text().contains("24 November 2026"),
        "{}",
        wrong.text()
    );
    // What she never spoke of is recorded as ever.
    agree(&board, number, id, &[("sharing", "name")]).await;
    visitor.get(format!("/leaders/{id}")).await.is(404);
    portal.wait(chrono::TimeDelta::days(2));
    let board = portal.coordinator().await;
    agree(&board, number, id, &[("public_page", "name")]).await;
    visitor.get(format!("/leaders/{id}")).await.is(200);
    assert_eq!(tell().await.1.len(), 1, "and she hears of it");
    // What the board took back, the board records again on the same day.
    let withdrawal = path.replace("consents", "withdrawal");
    board
        .post(&withdrawal, &[("what", "sharing")])
        .await
        .is(303);
    agree(&board, number, id, &[("sharing", "name")]).await;
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_of_the_board_records_consents_of_who_leads_an_organization_of_their_own(
    pool: PgPool,
) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let board = portal.coordinator().await;
    let path = format!("/desk/organizations/{number}/leaders/{id}/consents");
    board.get(&path).await.is(200);
    joins(&pool, &board, number).await;
    board.get(&path).await.is(403);
    let all = [("public_page", "name"), ("means", "letter")];
    board.post(&path, &all).await.is(403);
    portal.visitor().get(format!("/leaders/{id}")).await.is(404);
    let page = board
        .get(format!("/desk/organizations/{number}/leaders/{id}"))
        .await
        .is(200);
    assert!(!page.attributes("main a", "href").contains(&path));
    // A colleague does.
    agree(&portal.chair().await, number, id, &all[..1]).await;
}

/// Whose own leader somebody is does not depend on where one looks.
#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_leads_an_organization_of_ones_own_is_so_on_the_page_of_another_too(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (id, number, _) = leader(&portal).await;
    let (of, own) = registered(&portal, "Own Society", "FR").await;
    let board = portal.coordinator().await;
    let list = format!("/desk/organizations/{number}/leaders");
    let path = format!("{list}/{id}/consents");
    joins(&pool, &board, own).await;
    let links = async || board.get(&list).await.is(200).attributes("main a", "href");
    assert!(links().await.contains(&path));
    board.get(&path).await.is(200);
    sqlx::query(
        "insert into leader_offices (id, leader_id, organization_id, title) values (gen_random_uuid(), $1, $2, 'Treasurer')",
    )
    .bind(id.uuid())
    .bind(of.uuid())
    .execute(&pool)
    .await
    .unwrap();
    assert!(!links().await.contains(&path));
    board.get(&path).await.is(403);
    let all = [("public_page", "name"), ("means", "letter")];
    board.post(&path, &all).await.is(403);
}

/// Somebody of the board is in the team of an organization, too.
pub async fn joins(pool: &PgPool, board: &Browser, number: RegistryNumber) {
    sqlx::query(
        "insert into organization_team (organization_id, account_id, role, since)
        select id, $2, 'reader', now() from organizations where number = $1",
    )
    .bind(number.to_string())
    .bind(board.account().uuid())
    .execute(pool)
    .await
    .unwrap();
}

/// Whether a consent is in force is asked in one place: a list that asked otherwise might go on showing somebody.
#[test]
fn nobody_but_the_keeper_of_consents_reads_them() {
    let readers: Vec<String> = files("src", ".rs")
        .into_iter()
        .filter(|file| !file.is_test() && file.program().contains("leader_consents"))
        .map(|file| file.path)
        .collect();
    assert_eq!(readers, ["src/leader/consent.rs"]);
}

#[sqlx::test(migrations = false)]
async fn what_was_agreed_to_before_goes_on_and_for_nothing_more(pool: PgPool) {
    crate::migrations::empty(&pool).await;
    MIGRATOR.run_to(280, &pool).await.unwrap();
    let leader = LeaderId::fresh();
    sqlx::query("insert into leaders (id, names_sealed, created_at, updated_at) values ($1, '\\x01', now(), now())")
        .bind(leader.uuid())
        .execute(&pool)
        .await
        .unwrap();
    for (purpose, ended) in [
        ("public_page", false),
        ("invitations", false),
        ("sharing", true),
    ] {
        sqlx::query(
            "insert into leader_consents (id, leader_id, purpose, text_version, means, given_at, withdrawn_at)
             values (gen_random_uuid(), $1, $2, '2026-11', 'letter', '2026-05-01 10:00Z', case when $3 then now() end)",
        )
        .bind(leader.uuid())
        .bind(purpose)
        .bind(ended)
        .execute(&pool)
        .await
        .unwrap();
    }
    MIGRATOR.run_to(281, &pool).await.unwrap();
    let rows: Vec<(String, String, bool, String)> = sqlx::query_as(
        "select purpose, field, agrees(leader_id, field, purpose), given_on::text from leader_consents
         order by purpose, field",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let said: Vec<_> = rows
        .iter()
        .map(|(purpose, field, agrees, _)| (purpose.as_str(), field.as_str(), *agrees))
        .collect();
    assert_eq!(
        said,
        [
            ("invitations", "name", true),
            ("invitations", "office", true),
            ("public_page", "languages", true),
            ("public_page", "name", true),
            ("public_page", "office", true),
            ("sharing", "name", false),
            ("sharing", "office", false),
        ]
    );
    assert!(rows.iter().all(|(_, _, _, on)| on == "2026-05-01"));
}
