//! The list where it is used: addresses, counts, files, forms, before and after a merge.

use std::collections::BTreeMap;

use super::*;

/// How many organizations the directory counts for each area.
async fn counts(portal: &Portal, query: &str) -> BTreeMap<String, u64> {
    let body = portal
        .visitor()
        .get(format!("/api/v1/organizations?facet=area&{query}"))
        .await
        .is(200)
        .body;
    let answer: serde_json::Value = serde_json::from_str(&body).unwrap();
    answer["facets"]["area"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let value = one["value"].as_str().unwrap().to_owned();
            (value, one["count"].as_u64().unwrap())
        })
        .collect()
}

/// Organizations that say parts, the whole, or both.
fn roster() -> String {
    ROSTER
        .replace(",culture | language,", ",music | theatre,")
        .replace(",culture,", ",arts | music,")
        .replacen(",education,", ",arts,", 1)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_whole_includes_its_parts_and_nobody_counts_twice(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, &roster()).await;
    for _ in 0..2 {
        let found = counts(&portal, "").await;
        assert_eq!(found["arts"], 3, "{found:?}");
        assert_eq!(found["music"], 2);
        assert_eq!(found["theatre"], 1);
        assert_eq!(found["education"], 1);
    }
    for (area, many) in [("arts", 3), ("music", 2), ("theatre", 1), ("education", 1)] {
        let page = portal
            .visitor()
            .get(format!("/directory?area={area}"))
            .await
            .is(200);
        assert_eq!(
            page.attributes(".app-results__link", "href").len(),
            many,
            "{area}"
        );
    }
    // The database itself counts alike.
    let directory = concord::search::Directory::new(portal.db().clone());
    let mut read = portal.db().read().await.unwrap();
    for query in ["", "area=arts", "area=music&host=DE"] {
        let filter = concord::search::Filter::parse(query).unwrap();
        let question = concord::search::Question {
            filter: &filter,
            sort: concord::search::Sort::Name,
            cursor: concord::search::Cursor::First,
            most: 20,
            facets: &[concord::search::Facet::Area],
        };
        let slow = directory
            .search_database(&mut read, &question)
            .await
            .unwrap();
        let fast = directory.search(&mut read, &question).await.unwrap();
        let facet = concord::search::Facet::Area;
        assert_eq!(slow.facets.of(facet), fast.facets.of(facet), "{query}");
        assert_eq!(slow.count, fast.count, "{query}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_parts_of_a_chosen_whole_stand_beneath_it(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, &roster()).await;
    let visitor = portal.visitor();
    let page = visitor.get("/directory").await.is(200);
    assert!(!page.has(".app-facets__item--under"));
    let page = visitor.get("/directory?area=arts").await.is(200);
    assert_eq!(
        page.select(".app-facets__item--under a"),
        ["Music", "Theatre"]
    );
    let part = page.attribute(".app-facets__item--under a", "href");
    assert_eq!(part, "/directory?area=music");
    // The whole that was left is still a way back.
    let page = visitor.get(&part).await.is(200);
    assert!(page.text().contains("2 organizations"), "{}", page.text());
    assert_eq!(page.select(".app-facets__item--under a").len(), 2);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_merge_shows_what_would_move_and_old_codes_lead_on(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    arrange(&portal, &roster()).await;
    assert_eq!(counts(&portal, "").await["music"], 2);
    let admin = portal.admin().await;
    let page = admin
        .get("/admin/areas/music/merger?into=theatre")
        .await
        .is(200);
    assert!(
        page.text().contains("2 organizations say it"),
        "{}",
        page.text()
    );
    merge(&admin, "music", "theatre").await.is(303);
    // Each once, in the order in which they were said.
    let areas: Vec<Vec<String>> = said(&pool)
        .await
        .into_iter()
        .map(|(_, areas)| areas)
        .collect();
    assert_eq!(
        areas,
        [
            vec!["theatre"],
            vec!["arts"],
            vec!["arts", "theatre"],
            vec!["education"]
        ]
    );
    let found = counts(&portal, "").await;
    assert_eq!((found["arts"], found["theatre"]), (3, 2));
    assert!(!found.contains_key("music"));
    let page = portal.visitor().get("/directory?area=music").await.is(200);
    assert_eq!(page.attributes(".app-results__link", "href").len(), 2);
    assert_eq!(counts(&portal, "area=music").await, found);
    // A file of before says what it said.
    arrange(&portal, &roster().replace("Hay Dprots", "Hay Dprots 2")).await;
    assert_eq!(said(&pool).await[0].1, ["theatre"]);
    // What was moved can be told.
    let moved: i64 =
        sqlx::query_scalar("select count(*) from area_moves where area_code = 'music'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(moved, 2);
    let page = admin.get("/admin/areas/music").await.is(303);
    assert_eq!(page.location(), "/admin/areas/theatre");
    // And on into another: the oldest code goes along.
    merge(&admin, "theatre", "dance").await.is(303);
    portal.db().read().await.unwrap();
    assert_eq!(Area::from_code("music").unwrap().code(), "dance");
    assert_eq!(said(&pool).await[0].1, ["dance"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_merge_takes_what_is_beneath_along_and_never_onto_a_third_level(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let admin = portal.admin().await;
    for into in ["music", "nowhere", "arts", "football"] {
        let page = admin
            .get(format!("/admin/areas/arts/merger?into={into}"))
            .await
            .is(422);
        assert_eq!(page.wrong_fields(), ["into"], "{into}");
    }
    merge(&admin, "arts", "culture").await.is(303);
    let beneath: i64 = sqlx::query_scalar("select count(*) from areas where parent = 'culture'")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(beneath, 11);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_cell_takes_a_code_or_a_name_in_any_language(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let roster = ROSTER.replace(
        ",culture | language,",
        ",Музыка | المسرح | visual ARTS | human_rights | piracy,",
    );
    arrange(&portal, &roster).await;
    assert_eq!(
        said(&pool).await[0].1,
        ["music", "theatre", "visual-arts", "human-rights"]
    );
    // What goes out by codes comes in the same.
    let board = portal.coordinator().await;
    let out = board.get("/rosters/organizations.csv").await.is(200).body;
    assert!(out.contains("music | theatre | visual-arts | human-rights"));
    let before = said(&pool).await;
    let counts = arrange(&portal, out.trim_start_matches('\u{FEFF}')).await;
    assert_eq!(counts.unchanged, 4, "{counts:?}");
    assert_eq!(said(&pool).await, before);
    assert_eq!(board.get("/rosters/organizations.csv").await.body, out);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_desk_finds_cases_by_a_whole_and_by_an_old_code(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let id = crate::cases::draft(&portal, &ani).await;
    let mut said = crate::cases::particulars("Hay Tun", "DE");
    said.areas = vec![area_of("music")];
    crate::cases::submit(&portal, &ani, id, &said).await;
    let board = portal.coordinator().await;
    let found = async |area: &str| {
        let page = board.get(format!("/desk/cases?area={area}")).await.is(200);
        page.text().contains("Hay Tun")
    };
    assert!(found("arts").await && found("music").await && !found("sports").await);
    let admin = portal.admin().await;
    merge(&admin, "music", "football").await.is(303);
    assert!(found("sports").await && found("music").await && !found("arts").await);
    let page = board.get("/desk/cases?area=music").await.is(200);
    assert_eq!(page.value("area"), "football");
    // What was submitted by the old code is taken over by the new one.
    crate::cases::take(&portal, &board, id).await;
    crate::cases::decide(&portal, &board, id, concord::case::Answer::Accept).await;
    let areas: Vec<String> = sqlx::query_scalar("select unnest(areas) from organizations")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(areas, ["football"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_keeps_what_was_chosen_when_areas_are_merged_or_retired(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let id = crate::cases::draft(&portal, &ani).await;
    let work = ani.get(format!("/cases/{id}/form/work")).await.is(200);
    let sent = [
        ("areas", "music"),
        ("areas", "chess"),
        ("areas", "citizenship"),
        ("go", "save"),
    ];
    work.submit(&sent).await.is(303);
    let admin = portal.admin().await;
    merge(&admin, "music", "dance").await.is(303);
    let page = admin.get("/admin/areas/chess").await.is(200);
    page.submit_to("/admin/areas/chess/retirement", &[])
        .await
        .is(303);
    let work = ani.get(format!("/cases/{id}/form/work")).await.is(200);
    let mut boxes = work.attributes("input[name=areas][checked]", "value");
    boxes.sort();
    assert_eq!(boxes, ["chess", "citizenship", "dance"]);
    // Whoever has not chosen it is not offered it.
    let other = portal.member("Sona").await;
    let id = crate::cases::draft(&portal, &other).await;
    let work = other.get(format!("/cases/{id}/form/work")).await.is(200);
    assert!(!work.has("input[value=chess]") && work.has("input[value=dance]"));
}
