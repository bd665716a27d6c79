//! Keeping the list by its pages: adding, naming, moving, ordering, retiring, merging.

use super::*;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_keep_the_list_auditors_read_it_and_to_others_it_is_not_there(pool: PgPool) {
    let portal = Portal::new(pool);
    for path in ["/admin/areas", "/admin/areas/music"] {
        portal.visitor().get(path).await.is(303);
        portal.member("Ani").await.get(path).await.is(404);
        portal.coordinator().await.get(path).await.is(404);
        portal.auditor().await.get(path).await.is(200);
        portal.admin().await.get(path).await.is(200);
    }
    for path in [
        "/admin/areas",
        "/admin/areas/music",
        "/admin/areas/music/place",
        "/admin/areas/music/retirement",
        "/admin/areas/music/retirement/ending",
        "/admin/areas/music/merger",
    ] {
        let sent = [("revision", "1"), ("way", "up"), ("into", "dance")];
        portal.visitor().post(path, &sent).await.is(401);
        portal.member("Ani").await.post(path, &sent).await.is(404);
        portal.auditor().await.post(path, &sent).await.is(403);
    }
    let auditor = portal.auditor().await;
    assert!(!auditor.get("/admin/areas/music").await.has("main form"));
    let changed: i64 = sqlx::query_scalar("select count(*) from areas where revision > 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(changed, 0);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_area_that_is_added_is_offered_at_once_in_each_language(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let page = add(&admin, "Puppet theatre", "arts").await.is(303);
    assert_eq!(page.location(), "/admin/areas/puppet-theatre");
    // A double click is one act.
    let offered = |page: &Page| page.attributes("input[name=areas]", "value");
    for (language, name) in [
        ("en", "Puppet theatre"),
        ("ru", "Puppet theatre по-русски"),
        ("ar", "Puppet theatre بالعربية"),
    ] {
        let board = portal.coordinator().await.reading(language);
        let page = board.get("/desk/initiatives/new").await.is(200);
        assert!(offered(&page).contains(&"puppet-theatre".to_owned()));
        assert_eq!(page.first("label[for='areas-puppet-theatre']"), name);
        assert!(page.has("details:not([open]) input[value=puppet-theatre]"));
    }
    let told: String = sqlx::query_scalar(
        "select subject_number from history where act = 'area_added' and account_id is not null",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert_eq!(told, "puppet-theatre");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_the_list_cannot_have_is_said_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let page = admin.get("/admin/areas/new").await.is(200);
    let sent = |name: &'static str, code: &'static str, parent: &'static str| {
        [
            ("name_en", name),
            ("name_ru", "Новое"),
            ("name_ar", "جديد"),
            ("code", code),
            ("parent", parent),
        ]
    };
    for (sent, field) in [
        (sent("", "", ""), "name_en"),
        (sent("Music", "", ""), "name_en"),
        (sent(" MUSIC ", "", ""), "name_en"),
        (sent("New", "music", ""), "code"),
        (sent("New", "Nëw!", ""), "code"),
        (
            sent("New", "a-long-code-that-goes-on-and-on-and-on-and-on", ""),
            "code",
        ),
        (sent("…", "", ""), "code"),
        (sent("New", "", "music"), "parent"),
        (sent("New", "", "nowhere"), "parent"),
        (sent("bad\u{0}", "", ""), "name_en"),
    ] {
        let page = page.submit_to("/admin/areas", &sent).await.is(422);
        assert_eq!(page.wrong_fields(), [field], "{sent:?}");
        assert_eq!(page.value("name_ru"), "Новое");
    }
    let page = admin.get("/admin/areas/arts").await.is(200);
    let page = page
        .submit_to("/admin/areas/arts", &[("parent", "culture")])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["parent"]);
    assert!(page.text().contains("There are two levels"));
    let page = admin.get("/admin/areas/arts").await.is(200);
    let page = page
        .submit_to("/admin/areas/arts/retirement", &[])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["state"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_area_is_named_anew_and_moved(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let page = admin.get("/admin/areas/chess").await.is(200);
    let sent = [("name_en", "Board games"), ("parent", "culture")];
    page.submit_to("/admin/areas/chess", &sent).await.is(303);
    let (parent, name): (String, String) = sqlx::query_as(
        "select parent, text from areas join area_names on area_code = code and language = 'en' where code = 'chess'",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert_eq!((parent.as_str(), name.as_str()), ("culture", "Board games"));
    // The next request knows it, though nobody told the server.
    portal.visitor().get("/directory").await.is(200);
    portal.db().read().await.unwrap();
    assert_eq!(Area::parse("board GAMES").unwrap().code(), "chess");
    assert!(Area::parse("Chess club").is_err());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_at_once_are_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let (one, other) = (
        portal.admin().await,
        portal.person("Other", concord::values::Role::Admin).await,
    );
    let first = one.get("/admin/areas/chess").await.is(200);
    let second = other.get("/admin/areas/chess").await.is(200);
    first
        .submit_to("/admin/areas/chess", &[("name_en", "Chess and draughts")])
        .await
        .is(303);
    second
        .submit_to("/admin/areas/chess", &[("name_en", "Chess clubs")])
        .await
        .is(409);
    for act in ["/admin/areas/chess/place", "/admin/areas/chess/retirement"] {
        second.submit_to(act, &[("way", "up")]).await.is(409);
    }
    // At the very same moment one lands.
    let (a, b) = (
        one.get("/admin/areas/chess").await.is(200),
        other.get("/admin/areas/chess").await.is(200),
    );
    let (a, b) = tokio::join!(
        a.submit_to("/admin/areas/chess", &[("name_en", "A")]),
        b.submit_to("/admin/areas/chess", &[("name_en", "B")]),
    );
    let mut answers = [a.status.as_u16(), b.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_order_is_the_one_in_which_areas_are_offered(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    let order = async || {
        let page = portal
            .coordinator()
            .await
            .get("/desk/initiatives/new")
            .await;
        let all = page.attributes("input[name=areas]", "value");
        let arts = [
            "music",
            "dance",
            "theatre",
            "film",
            "literature",
            "visual-arts",
        ];
        all.into_iter()
            .filter(|code| arts.contains(&code.as_str()))
            .collect::<Vec<_>>()
    };
    let place = async |code: &str, way: &str| {
        let page = admin.get(format!("/admin/areas/{code}")).await.is(200);
        let to = format!("/admin/areas/{code}/place");
        page.submit_to(&to, &[("way", way)]).await.is(303);
    };
    place("theatre", "up").await;
    place("theatre", "up").await;
    place("dance", "down").await;
    assert_eq!(
        order().await,
        [
            "theatre",
            "music",
            "film",
            "dance",
            "literature",
            "visual-arts"
        ]
    );
    // The first has no way up.
    let page = admin.get("/admin/areas/theatre").await.is(200);
    assert_eq!(page.attributes("button[name=way]", "value"), ["down"]);
    place("theatre", "up").await;
    assert_eq!(order().await[0], "theatre");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_retired_stays_on_records_and_is_not_offered(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    arrange(&portal, &ROSTER.replace(",education,", ",chess,")).await;
    let admin = portal.admin().await;
    let page = admin.get("/admin/areas/chess").await.is(200);
    assert!(page.text().contains("2 organizations say it"));
    page.submit_to("/admin/areas/chess/retirement", &[])
        .await
        .is(303);
    let board = portal.coordinator().await;
    let offered = async || {
        let page = board.get("/desk/initiatives/new").await.is(200);
        let all = page.attributes("input[name=areas]", "value");
        all.contains(&"chess".to_owned())
    };
    assert!(!offered().await);
    let page = portal
        .visitor()
        .get("/organizations/CR-0000002-3")
        .await
        .is(200);
    assert!(page.text().contains("Chess"));
    let page = portal.visitor().get("/directory?area=chess").await.is(200);
    assert!(page.text().contains("Georgian School of Paris"));
    let page = admin.get("/admin/areas/chess").await.is(200);
    page.submit_to("/admin/areas/chess/retirement/ending", &[])
        .await
        .is(303);
    assert!(offered().await);
    let acts: Vec<String> =
        sqlx::query_scalar("select act from history where subject_kind = 'area' order by id")
            .fetch_all(&pool)
            .await
            .unwrap();
    assert_eq!(acts, ["area_retired", "area_brought_back"]);
}
