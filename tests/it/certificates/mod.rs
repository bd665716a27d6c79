//! Certificates: who issues one, what the paper says, and what everybody learns by its code.

mod pdf;

use chrono::TimeDelta;
use concord::case::Answer;
use concord::organization::{self, standing};
use concord::values::Standing;
use sqlx::PgPool;

use crate::cases::{decide, draft, particulars, prose, submit, take};
use crate::portal::{Browser, Page, Portal};

/// An organization that was registered: its number.
async fn registered(portal: &Portal, ani: &Browser) -> String {
    registered_as(portal, ani, "بيت الأرمن", "ar").await
}

/// The same, with this as its second name.
async fn registered_as(portal: &Portal, ani: &Browser, name: &str, language: &str) -> String {
    portal.ignore_letters();
    let board = portal.coordinator().await;
    let id = draft(portal, ani).await;
    let mut said = particulars("Հայ Տուն", "FR");
    let mut other = said.names[0].clone();
    other.text = crate::cases::line(name);
    other.language = concord::values::LanguageTag::parse(language).ok();
    said.names.push(other);
    submit(portal, ani, id, &said).await;
    take(portal, &board, id).await;
    decide(portal, &board, id, Answer::Accept).await;
    sqlx::query_scalar("select number from organizations order by id desc limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap()
}

async fn issue(ani: &Browser, number: &str) -> Page {
    let list = ani
        .get(format!("/home/organizations/{number}/certificates"))
        .await
        .is(200);
    list.submit(&[]).await.is(303).follow().await.is(200)
}

fn address(paper: &Page) -> String {
    let address = paper.first(".app-certificate__address");
    let path = address.strip_prefix(crate::portal::URL).unwrap();
    path.to_owned()
}

async fn change(portal: &Portal, to: Standing) {
    let chair = portal.chair().await.actor().await;
    let mut tx = portal.tx().await;
    let id = sqlx::query_scalar("select id from organizations order by id limit 1")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let found = organization::find(&mut tx, id).await.unwrap().unwrap();
    let can = organization::policy::change_standing(&chair, &found, None).unwrap();
    standing::change(&mut tx, can, to, None, &prose("Why."))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_team_prints_a_certificate_that_anybody_can_check(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, &ani).await;
    let paper = issue(&ani, &number).await;
    // The names in their scripts, the words in every language.
    assert_eq!(
        paper.select(".app-certificate__name"),
        ["Հայ Տուն", "بيت الأرمن"]
    );
    assert_eq!(
        paper.attributes(".app-certificate__name", "dir"),
        ["ltr", "rtl"]
    );
    assert_eq!(
        paper.attributes(".app-certificate__words", "lang"),
        ["en", "ru", "ar"]
    );
    for said in [
        number.as_str(),
        "24 November 2026",
        "24 November 2027",
        "France",
        "Франция",
        "فرنسا",
    ] {
        assert!(paper.text().contains(said), "{said}: {}", paper.text());
    }
    let here = address(&paper);
    let picture = portal.visitor().get(format!("{here}/qr.svg")).await.is(200);
    assert_eq!(picture.header("content-type"), "image/svg+xml");
    assert_eq!(
        paper.attribute(".app-certificate__qr", "src"),
        format!("{here}/qr.svg")
    );
    assert!(picture.body.contains("<svg") && !picture.body.contains("script"));

    // Whoever holds it asks, by the picture or by typing.
    let visitor = portal.visitor();
    let page = visitor.get(&here).await.is(200);
    assert_eq!(page.first("h1"), "The registration is in force");
    assert!(page.has("meta[name=robots][content=noindex]"));
    for said in ["Հայ Տուն", "بيت الأرمن", number.as_str()] {
        assert!(page.text().contains(said), "{said}");
    }
    // Nothing of what only the register knows.
    for hidden in ["Sarkissian", "221 123456", "Vahé"] {
        assert!(!page.body.contains(hidden), "{hidden}");
    }
    let code = paper
        .first(".app-certificate__code")
        .to_lowercase()
        .replace('-', " ");
    let form = visitor.get("/verify").await.is(200);
    assert!(form.has("form[method=get][action='/verify'] input[name=code]"));
    let found = visitor
        .get(format!("/verify?code={}", code.replace(' ', "+")))
        .await
        .is(303);
    assert_eq!(found.location(), here);
    let list = ani
        .get(format!("/home/organizations/{number}"))
        .await
        .is(200);
    assert!(list.text().contains("Certificate issued"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_page_says_what_is_true_today_and_not_what_was(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, &ani).await;
    let here = address(&issue(&ani, &number).await);
    let visitor = portal.visitor();
    for (standing, title, says) in [
        (
            Standing::Due,
            "The registration is in force",
            "Its renewal is due",
        ),
        (
            Standing::Suspended,
            "The registration is not in force",
            "suspended the registration",
        ),
        (
            Standing::StruckOff,
            "The registration is not in force",
            "was struck off",
        ),
        (
            Standing::Revived,
            "The registration is in force",
            "was revived",
        ),
    ] {
        change(&portal, standing).await;
        let page = visitor.get(&here).await.is(200);
        assert_eq!(page.first("h1"), title, "{standing}");
        assert!(page.text().contains(says), "{standing}: {}", page.text());
        let list = ani
            .get(format!("/home/organizations/{number}/certificates"))
            .await
            .is(200);
        assert_eq!(list.has("main form"), standing.in_force(), "{standing}");
        if !standing.in_force() {
            ani.post(format!("/home/organizations/{number}/certificates"), &[])
                .await
                .is(403);
        }
    }
    // A year later the paper is old, and the registration is not.
    portal.wait(TimeDelta::days(366));
    let page = visitor.get(&here).await.is(200);
    assert_eq!(page.first("h1"), "The certificate has expired");
    assert!(page.text().contains("Its registration is in force"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_that_was_merged_leads_to_the_other(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let (ani, ruben) = (portal.member("Ani").await, portal.member("Ruben").await);
    let number = registered(&portal, &ani).await;
    let here = address(&issue(&ani, &number).await);
    let other = registered(&portal, &ruben).await;
    // No verb of the registry merges yet.
    sqlx::query(
        "update organizations set standing = 'merged', merged_into = (select id from organizations where number = $2)
         where number = $1",
    )
    .bind(&number)
    .bind(&other)
    .execute(&pool)
    .await
    .unwrap();
    let page = portal.visitor().get(&here).await.is(200);
    assert_eq!(page.first("h1"), "The registration is not in force");
    assert!(page.text().contains("merged into another") && page.text().contains(&other));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_code_that_nobody_was_given_is_told_so(pool: PgPool) {
    let portal = Portal::new(pool);
    let visitor = portal.visitor();
    for code in ["0000000000000000", "nonsense", "..%2F..%2Fetc"] {
        let page = visitor.get(format!("/verify/{code}")).await.is(404);
        assert_eq!(page.first("h1"), "No certificate has this code", "{code}");
        visitor.get(format!("/verify/{code}/qr.svg")).await.is(404);
    }
    let page = visitor.get("/verify?code=12").await.is(422);
    assert_eq!(page.wrong_fields(), ["code"]);
    assert_eq!(page.value("code"), "12");
    assert_eq!(
        visitor.get("/verify?code=").await.is(422).wrong_fields(),
        ["code"]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_has_its_own_number_and_code_and_pressing_twice_issues_one(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let number = registered(&portal, &ani).await;
    let path = format!("/home/organizations/{number}/certificates");
    let list = ani.get(&path).await.is(200);
    let (one, two) = tokio::join!(list.submit(&[]), list.submit(&[]));
    assert_eq!(one.is(303).location(), two.is(303).location());
    issue(&ani, &number).await;
    let list = ani.get(&path).await.is(200);
    let numbers = list.select(".app-shelf__title");
    assert_eq!(numbers.len(), 2);
    assert!(numbers[0].starts_with("CN-0000002-") && numbers[1].starts_with("CN-0000001-"));
    let acts: i64 = sqlx::query_scalar(
        "select count(*) from history where act = 'certificate_issued' and organization_id is not null and subject_number like 'CN-%'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(acts, 2);
    // Until the registration is due, where that is earlier.
    sqlx::query("update organizations set standing_until = '2027-02-01'")
        .execute(&pool)
        .await
        .unwrap();
    let paper = issue(&ani, &number).await;
    assert!(paper.text().contains("1 February 2027"), "{}", paper.text());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_else_issues_or_prints_one(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = registered(&portal, &ani).await;
    let paper = issue(&ani, &number).await;
    let paper = paper.asked.split(' ').nth(1).unwrap().to_owned();
    let list = format!("/home/organizations/{number}/certificates");
    for who in [
        portal.member("Stranger").await,
        portal.coordinator().await,
        portal.admin().await,
    ] {
        who.get(&list).await.is(404);
        who.get(&paper).await.is(404);
        who.post(&list, &[]).await.is(404);
    }
    portal.visitor().get(&list).await.is(303);
    portal.visitor().post(&list, &[]).await.is(401);
}
