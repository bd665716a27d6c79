//! The radar: pairs are found at once and across languages, linked, introduced, dismissed for good; and who sees what.

mod by_hand;

use concord::ids::InitiativeId;
use concord::initiative::{self, InitiativeText, Place, Said, Want, WantSide};
use concord::notice::LetterKind;
use concord::radar;
use concord::values::{
    Area, Country, InitiativeRole, InitiativeStage, LanguageTag, Need, Role, TeamRole,
};
use sqlx::PgPool;

use crate::cases::{line, prose};
use crate::portal::{Browser, Portal};
use crate::teams::{join, of_home, owned};

/// What an initiative in Lyon says of itself.
fn said(language: &str, title: &str, summary: &str, offers: bool) -> Said {
    let side = if offers {
        WantSide::Offer
    } else {
        WantSide::Need
    };
    Said {
        texts: vec![InitiativeText {
            language: LanguageTag::parse(language).unwrap(),
            title: line(title),
            summary: Some(prose(summary)),
            outcomes: None,
        }],
        areas: Area::recorded("mother-tongue-schools")
            .into_iter()
            .collect(),
        places: vec![
            Place::host(Country::from_code("FR").unwrap(), Some(line("Lyon"))),
            Place::homeland(Country::from_code("AM").unwrap()),
        ],
        starts_on: chrono::NaiveDate::from_ymd_opt(2026, 9, 1),
        ends_on: chrono::NaiveDate::from_ymd_opt(2027, 6, 30),
        stage: InitiativeStage::UnderWay,
        wants: vec![Want {
            side,
            ..Want::need(Need::Venue)
        }],
        budget: None,
    }
}

fn russian() -> Said {
    said(
        "ru",
        "Воскресная школа",
        "Родной язык и песни для детей по воскресеньям.",
        false,
    )
}

fn french() -> Said {
    let summary = "Langue maternelle et chant pour les enfants, chaque dimanche.";
    said("fr", "École du dimanche", summary, true)
}

/// A published initiative that an organization of somebody leads.
async fn led(portal: &Portal, home: &str, said: &Said) -> InitiativeId {
    let board = portal.coordinator().await.actor().await;
    let (organization, _) = of_home(portal, home).await;
    let can = initiative::policy::keep(&board).unwrap();
    let mut tx = portal.tx().await;
    let id = initiative::create(&mut tx, &can, said).await.unwrap();
    crate::initiatives::db_carried(&mut tx, id, organization, InitiativeRole::Lead).await;
    initiative::publish(&mut tx, &can, id)
        .await
        .unwrap()
        .unwrap();
    radar::look(&mut tx, id).await.unwrap();
    drop(tx.commit().await.unwrap());
    id
}

/// Two organizations with an owner each, whose initiatives overlap: the owners, their homes, and the page of the pair.
async fn close(portal: &Portal) -> (Browser, Browser, [String; 2], String) {
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let one = owned(portal, &ani, "Nor Dprots").await;
    let other = owned(portal, &vahan, "Ecole Ani").await;
    led(portal, &one, &russian()).await;
    led(portal, &other, &french()).await;
    let board = portal.coordinator().await;
    let page = board.get("/desk/radar").await.is(200);
    let path = page.attribute("main .app-results a", "href");
    (ani, vahan, [one, other], path)
}

async fn state(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar("select state from overlap_pairs order by id")
        .fetch_all(pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_in_different_languages_are_found_at_once_with_reasons_in_words(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (.., path) = close(&portal).await;
    for (language, words) in [
        (
            "en",
            ["Both speak of the same", "Both happen in Lyon", "venue"],
        ),
        (
            "ru",
            ["Обе говорят об одном", "Место у обеих одно", "омещение"],
        ),
        ("ar", ["كلتاهما تتحدث", "كلتاهما في", "تعرض"]),
    ] {
        let board = portal.coordinator().await.reading(language);
        let text = board.get(&path).await.is(200).text();
        for words in words {
            assert!(
                text.to_lowercase().contains(&words.to_lowercase()),
                "{words}: {text}"
            );
        }
    }
    let board = portal.coordinator().await;
    for (query, found) in [
        ("?country=FR", 1),
        ("?country=DE", 0),
        ("?area=language", 1),
        ("?area=sports", 0),
        ("?state=linked", 0),
    ] {
        let page = board.get(format!("/desk/radar{query}")).await.is(200);
        assert_eq!(
            page.select("main .app-results__item").len(),
            found,
            "{query}"
        );
    }
    assert_eq!(state(&pool).await, ["suggested"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_dismissed_stays_so_whatever_is_looked_at_again(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (_, _, homes, path) = close(&portal).await;
    let board = portal.coordinator().await;
    let page = board.get(&path).await.is(200);
    let dismissal = format!("{path}/dismissal");
    let wrong = page.submit_to(&dismissal, &[]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["dismiss_words"]);
    let why = [("dismiss_words", "Two sides of one street.")];
    page.submit_to(&dismissal, &why).await.is(303);
    board.post(&dismissal, &why).await.is(409);
    // Both are looked at anew, one by one and all of them.
    let ids: Vec<InitiativeId> = sqlx::query_scalar("select id from initiatives order by id")
        .fetch_all(&pool)
        .await
        .unwrap();
    let mut tx = portal.tx().await;
    for id in ids {
        radar::look(&mut tx, id).await.unwrap();
    }
    radar::begin_anew(&mut tx).await.unwrap();
    while radar::profile_waiting(&mut tx).await.unwrap() > 0 {}
    while radar::compare_waiting(&mut tx).await.unwrap() > 0 {}
    drop(tx.commit().await.unwrap());
    assert_eq!(state(&pool).await, ["dismissed"]);
    let page = board.get("/desk/radar").await.is(200);
    assert!(!page.has("main .app-results a"));
    // A colleague reads why.
    let page = portal.chair().await.get(&path).await.is(200);
    assert!(page.text().contains("Two sides of one street."));
    assert!(!page.has("main form[action$='/dismissal']"));
    // A third one like them is suggested with both all the same.
    led(&portal, &homes[0], &french()).await;
    assert!(state(&pool).await.iter().any(|it| it == "suggested"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_is_made_for_a_reason_shown_to_all_and_taken_back(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (.., path) = close(&portal).await;
    let board = portal.coordinator().await;
    let page = board.get(&path).await.is(200);
    let link = format!("{path}/link");
    let wrong = page.submit_to(&link, &[("link", "eats-one")]).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["link", "link_words"]);
    let fields = [
        ("link", "part_of-one"),
        ("link_words", "One school, two houses."),
    ];
    page.submit_to(&link, &fields).await.is(303);
    board.post(&link, &fields).await.is(409);
    let rows: Vec<(InitiativeId, InitiativeId)> =
        sqlx::query_as("select one_id, other_id from overlap_pairs")
            .fetch_all(&pool)
            .await
            .unwrap();
    let (one, other) = rows[0];
    let visitor = portal.visitor();
    let page = visitor.get(format!("/initiatives/{one}")).await.is(200);
    assert!(
        page.text().contains("It is a part of École du dimanche"),
        "{}",
        page.text()
    );
    let page = visitor.get(format!("/initiatives/{other}")).await.is(200);
    assert!(
        page.text().contains("A part of it is Воскресная школа"),
        "{}",
        page.text()
    );
    let page = board.get(&path).await.is(200);
    let ending = format!("{path}/link/ending");
    let why = [("unlink_words", "They parted.")];
    page.submit_to(&ending, &why).await.is(303);
    board.post(&ending, &why).await.is(409);
    assert_eq!(state(&pool).await, ["suggested"]);
    let page = visitor.get(format!("/initiatives/{one}")).await.is(200);
    assert!(!page.text().contains("It is a part of"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_are_introduced_and_talk_where_the_board_reads_along(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, vahan, ..) = close(&portal).await;
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    portal.letters().await;
    let board = portal.coordinator().await;
    let path = board
        .get("/desk/radar")
        .await
        .is(200)
        .attribute("main .app-results a", "href");
    let page = board.get(&path).await.is(200);
    let fields = [("first_words", "You teach on the same Sundays.")];
    let introduction = format!("{path}/introduction");
    let talk = page
        .submit_to(&introduction, &fields)
        .await
        .is(303)
        .location()
        .to_owned();
    board.post(&introduction, &fields).await.is(409);
    let letters = portal.letters().await;
    let mut to: Vec<&str> = letters.iter().map(|it| it.to.as_str()).collect();
    to.sort_unstable();
    let mut owners = [ani.email(), vahan.email()];
    owners.sort_unstable();
    assert_eq!(to, owners);
    assert!(letters.iter().all(|it| it.kind == LetterKind::Introduced));

    for who in [&ani, &vahan, &reader] {
        let page = who.get(&talk).await.is(200);
        assert!(page.text().contains("You teach on the same Sundays."));
        // Whoever writes for the board is not named to teams.
        assert!(page.text().contains("Coordinating board"));
    }
    let page = vahan.get(&talk).await.is(200);
    let empty = page.submit(&[("body", " ")]).await.is(422);
    assert_eq!(empty.wrong_fields(), ["body"]);
    page.submit(&[("body", "Let us share the hall.")])
        .await
        .is(303);
    page.submit(&[("body", "Let us share the hall.")])
        .await
        .is(303);
    let letters = portal.letters().await;
    assert_eq!(
        letters.len(),
        1,
        "a double click is one message, and its writer gets no letter"
    );
    assert_eq!(letters[0].to, ani.email());
    assert_eq!(letters[0].kind, LetterKind::IntroductionMessage);
    let page = ani.get(&talk).await.is(200);
    assert!(page.text().contains("Let us share the hall."));
    reader.post(&talk, &[("body", "x")]).await.is(403);
    for who in [
        portal.member("Stranger").await,
        portal.post_officer(&["FR"]).await,
    ] {
        who.get(&talk).await.is(404);
        who.post(&talk, &[("body", "x")]).await.is(404);
    }
    portal.auditor().await.get(&talk).await.is(200);
    portal
        .auditor()
        .await
        .post(&talk, &[("body", "x")])
        .await
        .is(403);
    assert_eq!(portal.visitor().get(&talk).await.status.as_u16(), 303);
    assert_eq!(state(&pool).await, ["introduced"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_same_lead_and_what_is_not_published_are_not_introduced(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Nor Dprots").await;
    led(&portal, &home, &russian()).await;
    led(&portal, &home, &french()).await;
    let board = portal.coordinator().await;
    let path = board
        .get("/desk/radar")
        .await
        .is(200)
        .attribute("main .app-results a", "href");
    let page = board.get(&path).await.is(200);
    let fields = [("first_words", "Hello.")];
    let wrong = page
        .submit_to(&format!("{path}/introduction"), &fields)
        .await
        .is(422);
    assert_eq!(wrong.mistakes().len(), 1);
    sqlx::query("update initiatives set published_at = null")
        .execute(&pool)
        .await
        .unwrap();
    let wrong = page
        .submit_to(&format!("{path}/introduction"), &fields)
        .await
        .is(422);
    assert_eq!(wrong.mistakes().len(), 1);
    assert_eq!(state(&pool).await, ["suggested"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_team_learns_of_what_others_published_and_of_nothing_else(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, vahan, homes, path) = close(&portal).await;
    let at = |home: &str| home.replace("/team", "/initiatives");
    let page = ani.get(at(&homes[0])).await.is(200);
    assert!(page.text().contains("École du dimanche"), "{}", page.text());
    ani.get(&path).await.is(404);
    vahan.get(at(&homes[0])).await.is(404);
    // The other is not published any more: nobody outside of the desk hears of it.
    sqlx::query("update initiatives set published_at = null where search like '%dimanche%'")
        .execute(&pool)
        .await
        .unwrap();
    let page = ani.get(at(&homes[0])).await.is(200);
    assert!(!page.text().contains("École du dimanche"));
    portal.coordinator().await.get(&path).await.is(200);
    portal.auditor().await.get(&path).await.is(200);
    portal.post_officer(&["FR"]).await.get(&path).await.is(404);
    portal
        .auditor()
        .await
        .post(format!("{path}/dismissal"), &[("dismiss_words", "x")])
        .await
        .is(403);
    // Nobody judges what their own organization carries.
    let torn = portal.person("Tigran", Role::Chair).await;
    let of = of_home(&portal, &homes[1]).await;
    let mut tx = portal.tx().await;
    let by = vahan.actor().await;
    concord::organization::team::join(&mut tx, &by, of, torn.account(), TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    let page = torn.get(&path).await.is(200);
    assert!(!page.has("main form[action$='/link']"));
    torn.post(format!("{path}/dismissal"), &[("dismiss_words", "x")])
        .await
        .is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_job_finds_what_nobody_looked_at_and_what_grew_apart_is_stale(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let board = portal.coordinator().await.actor().await;
    let can = initiative::policy::keep(&board).unwrap();
    let mut tx = portal.tx().await;
    let one = initiative::create(&mut tx, &can, &russian()).await.unwrap();
    initiative::create(&mut tx, &can, &french()).await.unwrap();
    drop(tx.commit().await.unwrap());
    assert!(state(&pool).await.is_empty());
    let looked = async || {
        let mut tx = portal.tx().await;
        let mut all = 0;
        while radar::profile_waiting(&mut tx).await.unwrap() > 0 {}
        loop {
            match radar::compare_waiting(&mut tx).await.unwrap() {
                0 => break,
                some => all += some,
            }
        }
        drop(tx.commit().await.unwrap());
        all
    };
    assert_eq!(looked().await, 2);
    assert_eq!(state(&pool).await, ["suggested"]);
    assert_eq!(looked().await, 0);
    // One of both becomes something else, behind the radar's back.
    portal.wait(chrono::TimeDelta::minutes(1));
    sqlx::query("update initiative_texts set title = 'Шахматный турнир', summary = null where initiative_id = $1")
        .bind(one)
        .execute(&pool)
        .await
        .unwrap();
    sqlx::query("update initiatives set areas = '{chess}', updated_at = now() + interval '2 years' where id = $1")
        .bind(one)
        .execute(&pool)
        .await
        .unwrap();
    let mut tx = portal.tx().await;
    radar::look(&mut tx, one).await.unwrap();
    drop(tx.commit().await.unwrap());
    assert_eq!(state(&pool).await, ["stale"]);
}
