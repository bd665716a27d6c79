//! What organizations give: recorded, corrected by another record, looked at by the board; totals that add up; what is public and what not.

pub mod files;

use concord::notice::LetterKind;
use concord::values::{RegistryNumber, Role, TeamRole};
use sqlx::PgPool;

use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, of_home, owned};

/// Help that was sent home: the fields of its form.
const SENT: [(&str, &str); 9] = [
    ("kind", "money"),
    ("amount", "12 500,50"),
    ("currency", "EUR"),
    ("homeland", "AM"),
    ("given_on-day", "3"),
    ("given_on-month", "3"),
    ("given_on-year", "2026"),
    ("words", "=Chairs for a school"),
    ("proof", "Receipt of Ani Petrosyan"),
];

async fn number_of(portal: &Portal, who: &Browser, name: &str) -> RegistryNumber {
    let home = owned(portal, who, name).await;
    of_home(portal, &home).await.1
}

fn home(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/contributions")
}

/// Records something, with other fields besides those of [`SENT`], which win.
pub async fn recorded(who: &Browser, number: RegistryNumber, others: &[(&str, &str)]) -> Page {
    let page = who.get(format!("{}/new", home(number))).await.is(200);
    page.submit_to(&home(number), &with(others)).await
}

fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_other = |name: &str| others.iter().any(|(other, _)| *other == name);
    let mut fields: Vec<_> = SENT
        .into_iter()
        .filter(|(name, _)| !is_other(name))
        .collect();
    fields.extend_from_slice(others);
    fields
}

/// Where the first of a team's records is corrected.
pub async fn first(who: &Browser, number: RegistryNumber) -> String {
    let page = who.get(home(number)).await.is(200);
    page.attribute(
        "main li a[href*='/contributions/']:not([href$='/proof'])",
        "href",
    )
}

/// Where the board looks at what waits longest.
pub async fn waiting(board: &Browser) -> String {
    let page = board.get("/desk/contributions").await.is(200);
    page.attribute("main li a[href*='/desk/contributions/']", "href")
}

/// What the board says of it.
pub async fn reviewed(board: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let page = board.get(path).await;
    let seen = page.attributes("input[name=seen]", "value");
    let mut all = fields.to_vec();
    all.extend(seen.first().map(|seen| ("seen", seen.as_str())));
    board.post(format!("{path}/review"), &all).await
}

/// Everything that can become of a record.
pub async fn every_fate(who: &Browser, board: &Browser, number: RegistryNumber) {
    let proof = crate::documents::pdf("Receipt");
    files::recorded_with(who, number, &[], &proof).await.is(303);
    let path = first(who, number).await;
    who.post(&path, &with(&[("amount", "7")])).await.is(303);
    let path = waiting(board).await;
    board.get(format!("{path}/proof")).await.is(200);
    reviewed(board, &path, &[("answer", "accept")])
        .await
        .is(303);
    reviewed(board, &path, &[("answer", "verify")])
        .await
        .is(303);
    let path = first(who, number).await;
    who.post(format!("{path}/withdrawal"), &[]).await.is(303);
    recorded(who, number, &[]).await.is(303);
    let no = [("answer", "refuse"), ("words", "Which school?")];
    reviewed(board, &waiting(board).await, &no).await.is(303);
    recorded(who, number, &[("public", "yes")]).await.is(303);
    who.get(format!("{}.csv", home(number))).await.is(200);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_given_is_public_after_the_board_looked_and_only_where_it_is_wanted(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let public = format!("/organizations/{number}");
    recorded(&ani, number, &[("public", "yes")]).await.is(303);
    let quiet = [("amount", "40"), ("currency", "USD")];
    recorded(&ani, number, &quiet).await.is(303);
    let page = ani.get(home(number)).await.is(200);
    assert!(page.text().contains("With the board"), "{}", page.text());
    let sums = |page: &Page| page.select("main td[data-label='Altogether']").join("|");
    // Never across currencies.
    assert_eq!(
        sums(&page),
        "12 500.50 EUR12 500.50 EUR of it waits for the board|40 USD40 USD of it waits for the board"
    );
    assert_eq!(sums(&portal.visitor().get(&public).await.is(200)), "");

    let board = portal.coordinator().await;
    let path = waiting(&board).await;
    let page = board.get(&path).await.is(200);
    assert!(page.text().contains("Receipt of Ani Petrosyan"));
    let nothing = reviewed(&board, &path, &[]).await.is(422);
    assert_eq!(nothing.wrong_fields(), ["answer"]);
    let no_words = reviewed(&board, &path, &[("answer", "refuse")])
        .await
        .is(422);
    assert_eq!(no_words.wrong_fields(), ["words"]);
    reviewed(&board, &path, &[("answer", "verify")])
        .await
        .is(303);
    reviewed(&board, &path, &[("answer", "verify")])
        .await
        .is(409);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::ContributionAccepted);
    assert_eq!(letter.link(), home(number));
    let path = waiting(&board).await;
    reviewed(&board, &path, &[("answer", "accept")])
        .await
        .is(303);
    portal.letter().await;
    let page = portal.visitor().get(&public).await.is(200);
    assert_eq!(sums(&page), "12 500.50 EUR");
    assert!(!page.body.contains("Receipt of Ani"));
    let page = board.get(format!("/desk/organizations/{number}")).await;
    assert_eq!(sums(&page.is(200)), "12 500.50 EUR|40 USD");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_record_is_corrected_by_another_and_the_old_one_stays_and_counts_no_more(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    recorded(&ani, number, &[]).await.is(303);
    let path = first(&ani, number).await;
    let seen = ani.get(&path).await.is(200);
    assert_eq!(seen.value("amount"), "12500.50");
    let wrong = ani.post(&path, &with(&[("amount", "some")])).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["amount"]);
    assert_eq!(wrong.value("words"), "=Chairs for a school");
    // Two at once: one takes its place, the other is told.
    let (one, other) = (with(&[("amount", "1")]), with(&[("amount", "2")]));
    let (one, other) = tokio::join!(ani.post(&path, &one), ani.post(&path, &other));
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let rows: Vec<(i64, bool, bool)> = sqlx::query_as(
        "select amount, superseded_at is not null, replaces is not null from contributions order by written_at, id",
    )
    .fetch_all(portal.db_pool())
    .await
    .unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0], (1_250_050, true, false));
    assert!(!rows[1].1 && rows[1].2);
    ani.get(&path).await.is(409);
    // Nobody decides on what is no longer so.
    let board = portal.coordinator().await;
    let old = path.replace(&format!("/home/organizations/{number}"), "/desk");
    board.get(&old).await.is(200);
    reviewed(&board, &old, &[("answer", "accept")])
        .await
        .is(409);
    let page = board.get(waiting(&board).await).await.is(200);
    assert!(page.text().contains("It takes the place of"));
    let path = first(&ani, number).await;
    ani.post(format!("{path}/withdrawal"), &[]).await.is(303);
    ani.post(format!("{path}/withdrawal"), &[]).await.is(409);
    let page = ani.get(home(number)).await.is(200);
    assert!(page.text().contains("Nothing is recorded yet"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn each_mistake_is_told_and_a_double_click_is_one_record(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let elsewhere = "0192f000-0000-7000-8000-000000000000";
    for (fields, at) in [
        (&[("kind", "")][..], "kind"),
        (&[("amount", "-5")], "amount"),
        (&[("currency", "")], "currency"),
        (&[("homeland", "")], "homeland"),
        (&[("given_on-year", "2030")], "given_on"),
        (&[("words", "a\u{0}b")], "words"),
        (&[("initiative", elsewhere)], "initiative"),
        (&[("kind", "in-kind"), ("unit", "hours")], "unit"),
    ] {
        let page = recorded(&ani, number, fields).await.is(422);
        assert_eq!(page.wrong_fields(), [at], "{fields:?}");
    }
    let page = ani.get(format!("{}/new", home(number))).await.is(200);
    let fields = with(&[("kind", "hours"), ("amount", "1,5")]);
    page.submit_to(&home(number), &fields).await.is(303);
    page.submit_to(&home(number), &fields).await.is(303);
    let page = ani.get(home(number)).await.is(200);
    let whole = page.select("main td[data-label='Altogether']").join("|");
    assert!(
        whole.starts_with("1.50 hours") && !whole.contains('|'),
        "{whole}"
    );
    assert!(whole.contains("1.50 hours of it waits for the board"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_records_reads_or_judges_what_is_not_theirs_to(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    recorded(&ani, number, &[]).await.is(303);
    let path = first(&ani, number).await;
    reader.get(home(number)).await.is(200);
    reader.get(format!("{}/new", home(number))).await.is(403);
    reader.post(home(number), &SENT).await.is(403);
    reader.get(&path).await.is(403);
    for who in [
        portal.member("Stranger").await,
        portal.post_officer(&["DE"]).await,
    ] {
        who.get(home(number)).await.is(404);
        who.post(&path, &SENT).await.is(404);
        who.get(format!("{}.csv", home(number))).await.is(404);
        who.get("/desk/contributions").await.is(404);
        who.get("/desk/contributions.csv").await.is(404);
    }
    let at_desk = waiting(&portal.coordinator().await).await;
    let yes = [("answer", "verify")];
    portal.auditor().await.get(&at_desk).await.is(200);
    reviewed(&portal.auditor().await, &at_desk, &yes)
        .await
        .is(403);
    reviewed(&portal.admin().await, &at_desk, &yes)
        .await
        .is(403);
    let torn = portal.person("Tigran", Role::Coordinator).await;
    let mut tx = portal.tx().await;
    let by = ani.actor().await;
    let of = of_home(&portal, &format!("/home/organizations/{number}/team")).await;
    concord::organization::team::join(&mut tx, &by, of, torn.account(), TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    reviewed(&torn, &at_desk, &yes).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_file_is_safe_has_every_record_that_counts_and_is_on_record(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    // More than one part of the stream.
    for n in 1..=103 {
        let amount = n.to_string();
        recorded(&ani, number, &[("amount", &amount)]).await.is(303);
    }
    let path = first(&ani, number).await;
    ani.post(format!("{path}/withdrawal"), &[]).await.is(303);
    let board = portal.coordinator().await;
    for (who, path) in [
        (&ani, format!("{}.csv", home(number))),
        (&board, "/desk/contributions.csv".to_owned()),
        (
            &board,
            format!("/desk/contributions.csv?organization={number}"),
        ),
    ] {
        let file = who.get(&path).await.is(200).body;
        assert_eq!(file.matches("\r\n").count(), 103, "{path}");
        assert!(file.contains("'=Chairs for a school"), "{file}");
        assert!(!file.contains(",=Chairs") && !file.contains("Receipt"));
    }
    let none = "/desk/contributions.csv?initiative=0192f000-0000-7000-8000-000000000000";
    assert_eq!(
        board.get(none).await.is(200).body.matches("\r\n").count(),
        1
    );
    board
        .get("/desk/contributions.csv?initiative=x")
        .await
        .is(404);
    let exports: i64 =
        sqlx::query_scalar("select count(*) from history where act = 'roster_exported'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(exports, 4);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_who_look_at_one_record_the_later_is_shown_what_happened(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    recorded(&ani, number, &[]).await.is(303);
    let board = portal.coordinator().await;
    let path = waiting(&board).await;
    let old = board.get(&path).await.is(200);
    let action = format!("{path}/review");
    let yes = [("answer", "accept")];
    old.submit_to(&action, &yes).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::ContributionAccepted);
    // From the page as it was nobody takes that back, and the words are not lost.
    let no = [("answer", "refuse"), ("words", "Which school?")];
    let late = old.submit_to(&action, &no).await.is(409);
    assert!(late.text().contains("Somebody was faster"));
    assert!(late.text().contains("Which school?"));
    assert!(portal.letters().await.is_empty());
    let review: String = sqlx::query_scalar("select review from contributions")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(review, "accepted");
    // At once, too.
    recorded(&ani, number, &[]).await.is(303);
    let path = waiting(&board).await;
    let old = board.get(&path).await.is(200);
    let action = format!("{path}/review");
    let (first, second) = tokio::join!(old.submit_to(&action, &yes), old.submit_to(&action, &no));
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    portal.letter().await;
}
