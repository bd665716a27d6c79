//! The queue: search in any script, filters that are the address, counts that agree, pages that end.

use sqlx::PgPool;

use crate::cases::{draft, held, save, submitted};
use crate::portal::Portal;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_is_found_in_any_script_and_by_its_number(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = submitted(&portal, &ani, "Ереван", "DE").await;
    submitted(&portal, &ani, "Maison", "FR").await;
    let number = crate::cases::seen(&portal, &ani, id)
        .await
        .unwrap()
        .number
        .unwrap()
        .to_string();
    for words in ["Ереван", "EREVAN", "koln erevan", &number, ""] {
        let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
        let page = board.get(format!("/desk/cases?q={query}")).await.is(200);
        let found = page.select("table tbody th a");
        let expected = if words.is_empty() {
            vec!["Ереван", "Maison"]
        } else {
            vec!["Ереван"]
        };
        assert_eq!(found, expected, "{words}");
    }
    for words in ["Paris", "%25", "_", "%00", "%ff"] {
        let page = board.get(format!("/desk/cases?q={words}")).await.is(200);
        let rows = page.select("table tbody th a").len();
        // What folds to nothing filters nothing.
        assert_eq!(rows, if words == "Paris" { 0 } else { 2 }, "{words}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn filters_are_folded_under_how_many_are_set_and_the_search_is_not(pool: PgPool) {
    let board = Portal::new(pool).coordinator().await;
    for (path, says) in [
        ("/desk/cases", "Narrow the list"),
        ("/desk/cases?q=Haus", "Narrow the list"),
        (
            "/desk/cases?q=Haus&kind=renewal&late=yes&stage=submitted",
            "Narrow the list (3 set)",
        ),
        ("/desk/initiatives?q=choir", "Narrow the list"),
        (
            "/desk/initiatives?stage=under-way&area=culture",
            "Narrow the list (2 set)",
        ),
        ("/desk/radar", "Narrow the list"),
        ("/desk/radar?country=DE", "Narrow the list (1 set)"),
    ] {
        let page = board.get(path).await.is(200);
        assert_eq!(page.first("details.app-fold summary"), says, "{path}");
        // What is folded comes right behind, within the form; what is searched for stands outside.
        let folded = ".app-filters .app-fold + .app-fold__content";
        assert!(page.has(&format!("{folded} select")), "{path}");
        assert!(page.has(&format!("{folded} button[type=submit]")), "{path}");
        assert!(!page.has(&format!("{folded} input[type=search]")), "{path}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn counts_and_rows_are_of_the_same_cases(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    held(&portal, &ani, &board, "Held").await;
    submitted(&portal, &ani, "Waiting", "DE").await;
    submitted(&portal, &ani, "French", "FR").await;
    let id = draft(&portal, &ani).await;
    save(&portal, &ani, id, "Not submitted").await;

    let page = board.get("/desk/cases").await.is(200);
    assert_eq!(page.first(".app-count"), "3 cases");
    let facets = page.select(".app-facets__item");
    assert_eq!(facets, ["The board 3", "Submitted 2", "Under review 1"]);
    for (query, count, found) in [
        ("host=DE", "2 cases", vec!["Held", "Waiting"]),
        ("host=DE&stage=submitted", "1 case", vec!["Waiting"]),
        ("held=me", "1 case", vec!["Held"]),
        ("held=nobody&host=FR", "1 case", vec!["French"]),
        ("area=sports", "0 cases", vec![]),
        (
            "homeland=AM&area=culture&kind=registration",
            "3 cases",
            vec!["Held", "Waiting", "French"],
        ),
        // Drafts are their writers' affair: there is no such filter.
        ("stage=draft&kind=claim", "0 cases", vec![]),
        (
            "kind=nonsense&after=nonsense&held=",
            "3 cases",
            vec!["Held", "Waiting", "French"],
        ),
    ] {
        let page = board.get(format!("/desk/cases?{query}")).await.is(200);
        assert_eq!(page.first(".app-count"), count, "{query}");
        assert_eq!(page.select("table tbody th a"), found, "{query}");
    }
    let page = board.get("/desk/cases?host=DE&stage=submitted").await;
    assert_eq!(
        page.attributes(".app-chosen__one", "href"),
        ["/desk/cases?host=DE", "/desk/cases?stage=submitted"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn pages_show_every_case_once(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    for at in 0..30 {
        submitted(&portal, &ani, &format!("Haus {at:02}"), "DE").await;
    }
    let first = board.get("/desk/cases?host=DE").await.is(200);
    assert_eq!(first.first(".app-count"), "30 cases");
    let mut found = first.select("table tbody th a");
    assert_eq!(found.len(), 25);
    let next = board
        .get(first.attribute("a[rel=next]", "href"))
        .await
        .is(200);
    assert!(!next.has("a[rel=next]"));
    found.extend(next.select("table tbody th a"));
    let all: Vec<String> = (0..30).map(|at| format!("Haus {at:02}")).collect();
    assert_eq!(found, all);

    assert!(!first.has("a[rel=prev]"));
    let back = board
        .get(next.attribute("a[rel=prev]", "href"))
        .await
        .is(200);
    assert_eq!(back.select("table tbody th a"), all[..25]);
    assert!(
        !back.has("a[rel=prev]"),
        "there is nothing before the first"
    );
    assert_eq!(
        back.attribute("a[rel=next]", "href"),
        first.attribute("a[rel=next]", "href")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_empty_desk_says_what_to_do_next(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    for language in ["en", "ru", "ar"] {
        let board = portal.coordinator().await.reading(language);
        assert!(board.get("/desk").await.is(200).has(".app-empty"));
        let page = board.get("/desk/cases?q=nothing").await.is(200);
        assert!(page.has(".app-empty a[href='/desk/cases']"));
    }
    let page = board.post("/desk/next", &[]).await.is(303);
    assert_eq!(page.location(), "/desk");
    let page = page.follow().await.is(200);
    assert!(page.text().contains("No case is waiting now."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn every_order_shows_every_case_once_ahead_and_back(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let hosts = ["FR", "DE", "AT", "US"];
    for at in 0..60_usize {
        // Names and countries that do not go up with time; some at the same moment.
        let name = format!("Haus {:02}", (at * 7) % 60);
        submitted(&portal, &ani, &name, hosts[at % 4]).await;
        if at % 3 == 0 {
            portal.wait(chrono::TimeDelta::seconds(1));
        }
    }
    sqlx::query("update cases set stage = 'changes_requested', waits_on = 'applicant', due_on = date '2026-12-01' + right(title, 2)::int / 4,
            waits_until = date '2026-12-01' + right(title, 2)::int / 4
         where right(title, 1) = '3'")
        .execute(&pool)
        .await
        .unwrap();
    for order in ["oldest", "newest", "day", "name", "host"] {
        let mut page = board
            .get(format!("/desk/cases?order={order}"))
            .await
            .is(200);
        assert!(!page.has("a[rel=prev]"));
        let mut pages = vec![page.select("tbody th a")];
        while page.has("a[rel=next]") {
            page = board
                .get(page.attribute("a[rel=next]", "href"))
                .await
                .is(200);
            pages.push(page.select("tbody th a"));
        }
        let all: Vec<String> = pages.concat();
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!((pages.len(), all.len(), once.len()), (3, 60, 60), "{order}");
        for known in pages.iter().rev().skip(1) {
            page = board
                .get(page.attribute("a[rel=prev]", "href"))
                .await
                .is(200);
            assert_eq!(page.select("tbody th a"), *known, "{order}");
        }
        assert!(!page.has("a[rel=prev]"), "{order}");
        match order {
            "name" => assert_eq!(all, once),
            // As English names them: Austria, France, Germany, United States.
            "host" => {
                let first = board.get("/desk/cases?order=host&column=host").await;
                let column = first.select("tbody td");
                let mut sorted = column.clone();
                sorted.sort();
                assert_eq!(column, sorted);
            }
            "day" => assert!(all[..6].iter().all(|it| it.ends_with('3')), "{all:?}"),
            _ => {}
        }
    }
    let ahead = board
        .get("/desk/cases?order=oldest")
        .await
        .select("tbody th a");
    let mut back = board
        .get("/desk/cases?order=newest")
        .await
        .select("tbody th a");
    back.reverse();
    assert_ne!(ahead, back);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_filter_finds_what_it_says_and_its_count_says_the_same(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let old = submitted(&portal, &ani, "Old", "DE").await;
    portal.wait(chrono::TimeDelta::days(60));
    let (ani, board, other) = (
        portal.member("Ani").await,
        portal
            .person("Coordinator", concord::values::Role::Coordinator)
            .await,
        portal
            .person("Other", concord::values::Role::Coordinator)
            .await,
    );
    let new = submitted(&portal, &ani, "New", "FR").await;
    held(&portal, &ani, &other, "Held").await;
    sqlx::query("update cases set community = 'Hemshin', areas = '{festivals}' where id = $1")
        .bind(old)
        .execute(&pool)
        .await
        .unwrap();
    sqlx::query("update cases set typed_by = $2 where id = $1")
        .bind(new)
        .bind(board.account())
        .execute(&pool)
        .await
        .unwrap();
    let by_other = format!("held={}", other.account());
    for (query, found) in [
        ("age=week", vec!["New", "Held"]),
        ("age=month", vec![]),
        ("age=quarter", vec!["Old"]),
        ("age=older", vec![]),
        ("late=yes", vec!["Old"]),
        ("paper=yes", vec!["New"]),
        ("community=hemshin", vec!["Old"]),
        ("area=festivals", vec!["Old"]),
        // A parent finds what is beneath it.
        ("area=culture", vec!["Old", "New", "Held"]),
        (by_other.as_str(), vec!["Held"]),
        ("held=me", vec![]),
        ("waits=board", vec!["Old", "New", "Held"]),
        ("waits=applicant", vec![]),
        ("waits=board&stage=submitted&late=yes", vec!["Old"]),
        ("flagged=yes", vec![]),
        ("asks=me", vec![]),
        ("q=%D0%BE%D0%BB%D0%B4", vec!["Old"]),
    ] {
        let page = board.get(format!("/desk/cases?{query}")).await.is(200);
        assert_eq!(page.select("table tbody th a"), found, "{query}");
        let expected = format!("{} case", found.len());
        assert!(page.first(".app-count").starts_with(&expected), "{query}");
        // The tile of the desk, the lane and the list are of the same cases.
        let taken_off = page.select(".app-chosen__one").len();
        assert_eq!(taken_off, query.split('&').count(), "{query}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_flag_is_no_filter_for_those_whom_it_is_about(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    crate::world::fill(&portal).await;
    let board = portal.coordinator().await;
    let flagged = "/desk/cases?flagged=yes&state=all";
    let found = board.get(flagged).await.is(200).select("tbody th a");
    assert!(!found.is_empty());
    // A post elsewhere sees none, and neither does somebody of the organization, though they work at the desk.
    let post = portal.post_officer(&["FR"]).await;
    assert!(
        post.get(flagged)
            .await
            .is(200)
            .select("tbody th a")
            .is_empty()
    );
    sqlx::query(
        "insert into organization_team (organization_id, account_id, role, since)
         select distinct organization_id, $1::uuid, 'reader', now() from flags",
    )
    .bind(board.account())
    .execute(&pool)
    .await
    .unwrap();
    assert!(
        board
            .get(flagged)
            .await
            .is(200)
            .select("tbody th a")
            .is_empty()
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_leads_to_those_beside_it_in_its_list(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    for (name, host) in [("A", "DE"), ("B", "FR"), ("C", "DE"), ("D", "DE")] {
        submitted(&portal, &ani, name, host).await;
        portal.wait(chrono::TimeDelta::seconds(1));
    }
    let list = board.get("/desk/cases?host=DE&order=newest").await.is(200);
    assert_eq!(list.select("tbody th a"), ["D", "C", "A"]);
    let middle = &list.attributes("tbody th a", "href")[1];
    let page = board.get(middle).await.is(200);
    let next = board
        .get(page.attribute("a[rel=next]", "href"))
        .await
        .is(200);
    assert!(next.text().contains('A') && !next.has("a[rel=next]"));
    let back = board
        .get(next.attribute("a[rel=prev]", "href"))
        .await
        .is(200);
    assert_eq!(
        back.attribute("a[rel=next]", "href"),
        page.attribute("a[rel=next]", "href")
    );
    let list = page.attribute("[data-key-back]", "href");
    assert_eq!(list, "/desk/cases?host=DE&order=newest");
    // An address is read anew, whatever stands in it.
    let id = middle.split(['/', '?']).nth(3).unwrap();
    for list in ["", "%00", "host%3DXX%26order%3Dup", "%27%29%3B--"] {
        board
            .get(format!("/desk/cases/{id}?list={list}"))
            .await
            .is(200);
    }
}
