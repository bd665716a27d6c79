//! Before the form: what the answers come to in words, what is like the name, and who goes on all the same.

use sqlx::PgPool;

use super::{ASKED, asked, case_at, open, submitted};
use crate::directory::{ROSTER, arrange};
use crate::portal::{Browser, Page, Portal};

fn asked_but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut answers: Vec<(&str, &str)> = ASKED
        .iter()
        .copied()
        .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
        .collect();
    answers.extend_from_slice(changes);
    answers
}

/// What history keeps of an act.
async fn kept(portal: &Portal, act: &str) -> Option<serde_json::Value> {
    sqlx::query_scalar("select after from history where act = $1")
        .bind(act)
        .fetch_optional(portal.db_pool())
        .await
        .unwrap()
}

async fn rule(admin: &Browser, fields: &[(&str, &str)]) -> Page {
    let page = admin.get("/admin/prescreen/new").await.is(200);
    page.submit(fields).await
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_answer_comes_in_words_before_any_form_and_to_anybody(pool: PgPool) {
    let portal = Portal::new(pool);
    for (language, word) in [
        ("en", "a registration is for you"),
        ("ru", "регистрация вам подходит"),
        ("ar", "التسجيل مناسب لكم"),
    ] {
        let visitor = portal.visitor().reading(language);
        let form = visitor.get("/registrations/new").await.is(200);
        assert!(form.has("main form[method=get] [name=for_profit]"));
        let page = asked(&visitor, ASKED).await.is(200);
        assert!(page.text().contains(word), "{}", page.text());
        assert!(!page.has("form[action='/registrations']"), "signed out");
    }
    let ani = portal.member("Ani").await;
    let back = asked(&ani, &[("name", ""), ("founded", "soon")])
        .await
        .is(422);
    assert_eq!(
        back.wrong_fields(),
        ["name", "host_country", "kind", "for_profit", "founded"]
    );
    assert_eq!(back.value("founded"), "soon");
    let drafts: i64 = sqlx::query_scalar("select count(*) from cases")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(drafts, 0, "asking keeps nothing");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_answered_stands_in_the_form(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let answers = asked_but(&[("members", "٢٤٠"), ("founded", "3 May 1987")]);
    let page = asked(&ani, &answers).await.is(200);
    let list = page.submit_to("/registrations", &[]).await.is(303);
    let case = case_at(&list.follow().await.is(200));
    for (section, field, value) in [
        ("names", "names-0-text", "Haus der Armenier"),
        ("kind", "kind", "cultural-centre"),
        ("kind", "founded", "3 May 1987"),
        ("place", "host_country", "DE"),
        ("size", "members", "٢٤٠"),
    ] {
        assert_eq!(open(&ani, &case, section).await.value(field), value);
    }
    // A form that somebody made up is asked the same questions.
    let back = ani.post("/registrations", &[]).await.is(422);
    assert_eq!(
        back.wrong_fields(),
        ["name", "host_country", "kind", "for_profit"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn admins_keep_the_rules_and_the_narrowest_counts(pool: PgPool) {
    let portal = Portal::new(pool);
    let admin = portal.admin().await;
    rule(
        &admin,
        &[
            ("host_country", "DE"),
            ("is_open", "yes"),
            ("least_members", "7"),
            ("least_years", "2"),
            ("on_record", "yes"),
            ("words_en", "Ask the consulate in Bonn."),
        ],
    )
    .await
    .is(303);
    rule(
        &admin,
        &[("host_country", "DE"), ("kind", "sports"), ("is_open", "")],
    )
    .await
    .is(303);
    let visitor = portal.visitor();
    let page = asked(
        &visitor,
        &asked_but(&[("members", "6"), ("founded", "2026")]),
    )
    .await;
    for told in [
        "not likely to succeed",
        "At least 7 people must belong to it.",
        "It must be there for at least 2 years.",
        "An authority of the host country must have it on record.",
        "Ask the consulate in Bonn.",
    ] {
        assert!(page.text().contains(told), "{told}: {}", page.text());
    }
    let met = [("members", "7"), ("founded", "2024"), ("on_record", "yes")];
    let page = asked(&visitor, &asked_but(&met)).await.is(200);
    assert!(page.text().contains("a registration is for you"));
    let page = asked(&visitor, &asked_but(&[("kind", "sports")])).await;
    assert!(page.text().contains("are not taken in this host country"));
    // Elsewhere the rule for all counts.
    let page = asked(&visitor, &asked_but(&[("host_country", "FR")])).await;
    assert!(page.text().contains("a registration is for you"));
    let page = asked(
        &visitor,
        &asked_but(&[("host_country", "FR"), ("for_profit", "yes")]),
    )
    .await;
    assert!(page.text().contains("do not work to make a profit"));

    // The same again, and one for nobody in particular.
    let back = rule(&admin, &[("host_country", "DE"), ("is_open", "yes")])
        .await
        .is(422);
    assert_eq!(back.wrong_fields(), ["host_country"]);
    let back = rule(&admin, &[("least_members", "-1"), ("is_open", "yes")])
        .await
        .is(422);
    assert_eq!(back.wrong_fields(), ["least_members"]);
    let back = rule(&admin, &[("is_open", "yes")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["host_country"]);

    // Changed by whoever saw it; the late one is told; an ended one counts no more.
    let list = admin.get("/admin/prescreen").await.is(200);
    let sports = admin.get(list.link("Germany · Sports club")).await.is(200);
    sports
        .submit(&[("is_open", "yes"), ("in_force", "yes")])
        .await
        .is(303);
    sports.submit(&[("in_force", "")]).await.is(409);
    let sports = admin.get(list.link("Germany · Sports club")).await.is(200);
    sports.submit(&[("in_force", "")]).await.is(303);
    let list = admin.get("/admin/prescreen").await.is(200);
    assert!(list.text().contains("Ended"));
    let page = asked(
        &visitor,
        &asked_but(&[("kind", "sports"), ("members", "1")]),
    )
    .await;
    assert!(page.text().contains("At least 7 people"), "{}", page.text());
    let written: i64 =
        sqlx::query_scalar("select count(*) from history where act = 'prescreen_rule_written'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(written, 4);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_goes_on_against_the_rules_is_allowed_to_and_it_is_on_record(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = asked(&ani, &asked_but(&[("for_profit", "yes")]))
        .await
        .is(200);
    assert!(page.text().contains("Go on anyway"));
    page.submit_to("/registrations", &[]).await.is(303);
    let told = kept(&portal, "case_started_against_rules").await.unwrap();
    assert_eq!(told, serde_json::json!({ "doubts": ["for-profit"] }));
    assert_eq!(kept(&portal, "case_started_over_like").await, None);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_like_name_in_any_spelling_is_shown_with_what_one_can_do_there(pool: PgPool) {
    let portal = Portal::new(pool);
    arrange(&portal, ROSTER).await;
    let ani = portal.member("Ani").await;
    // By its transliterated name, and by its own.
    for name in ["HAY TUN", "Հայ Տուն"] {
        let page = asked(&ani, &asked_but(&[("name", name)])).await.is(200);
        assert!(page.text().contains("Is it one of these?"), "{name}");
        assert!(page.text().contains("CR-0000001-5 · Köln · Germany"));
        let claim = page.attribute(".app-results a[href$='/claim']", "href");
        ani.get(&claim).await.is(200);
        assert!(!page.text().contains("office@"));
    }
    let page = asked(&ani, &asked_but(&[("name", "HAY TUN")]))
        .await
        .is(200);
    page.submit_to("/registrations", &[]).await.is(303);
    let told = kept(&portal, "case_started_over_like").await.unwrap();
    assert_eq!(
        told,
        serde_json::json!({ "like": ["CR-0000001-5"], "under_way": false })
    );
    // A name that nobody has.
    let other = asked_but(&[("name", "Chor der Kosaken")]);
    let page = asked(&ani, &other).await.is(200);
    assert!(!page.text().contains("Is it one of these?"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_a_case_that_waits_strangers_learn_only_that_there_is_one(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani).await;
    let vahan = portal.member("Vahan").await;
    for browser in [&vahan, &portal.visitor()] {
        let page = asked(browser, ASKED).await.is(200);
        assert!(
            page.text()
                .contains("A registration under a like name is under way")
        );
        for secret in ["Köln", "Ani", "CT-", "office@", "Հայ Տուն"] {
            assert!(!page.text().contains(secret), "{secret}: {}", page.text());
        }
    }
    // A city is no name, part of a word is another one, and one's own case is no news.
    let city = asked(&vahan, &asked_but(&[("name", "Köln")])).await;
    assert!(!city.text().contains("under way"));
    let alias = asked(&vahan, &asked_but(&[("name", "Հայ Տուն")])).await;
    assert!(alias.text().contains("under way"));
    let other = asked(&vahan, &asked_but(&[("name", "Haus der Arme")])).await;
    assert!(!other.text().contains("under way"));
    let own = asked(&ani, ASKED).await.is(200);
    assert!(!own.text().contains("under way"));
    let page = asked(&vahan, ASKED).await.is(200);
    let list = page.submit_to("/registrations", &[]).await.is(303);
    let told = kept(&portal, "case_started_over_like").await.unwrap();
    assert_eq!(told, serde_json::json!({ "like": [], "under_way": true }));
    let case = vahan.get(case_at(&list.follow().await)).await.is(200);
    assert!(
        case.text()
            .contains("Went on although a like name is listed")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_spells_out_what_others_ask_for(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani).await;
    let says = async |browser: &Browser, name: &str, host: &str| {
        let answers = asked_but(&[("name", name), ("host_country", host)]);
        let page = asked(browser, &answers).await.is(200);
        page.text()
            .contains("A registration under a like name is under way")
    };
    let vahan = portal.member("Vahan").await;
    // The whole name in another spelling is one; a word of it, or the same abroad, is none.
    assert!(says(&vahan, "HAUS DER ARMENIER", "DE").await);
    assert!(says(&vahan, "Дом армян", "DE").await);
    for (name, host) in [
        ("Haus", "DE"),
        ("Armenier", "DE"),
        ("der", "DE"),
        ("Haus der Armenier", "FR"),
    ] {
        assert!(!says(&vahan, name, host).await, "{name}, {host}");
    }
    // Who asks about name after name is not told for a while, and everything else goes on.
    let visitor = portal.visitor();
    for at in 0..21 {
        says(&visitor, &format!("Chor {at}"), "DE").await;
    }
    let page = asked(&visitor, ASKED).await.is(200);
    assert!(!page.text().contains("A registration under a like name"));
    assert!(
        page.text()
            .contains("Many names were asked about from here")
    );
    assert!(says(&vahan, "Haus der Armenier", "DE").await, "others are");
    portal.wait(chrono::TimeDelta::hours(1));
    assert!(says(&visitor, "Haus der Armenier", "DE").await);
}
