//! Letters that one can do without: chosen on one's own page, stopped from a letter, or brought once a day.

use axum::body::Body;
use chrono::TimeDelta;
use concord::case::{self, Answer, Reach, policy};
use concord::notice::{self, LetterKind, PostOffice, Transport};
use http::Request;
use sqlx::PgPool;
use tempfile::TempDir;

use super::db_history;
use crate::portal::{Browser, Portal, URL};
use crate::registrations::{answered, id_of, prose, submitted};

/// The board writes a message into a case.
async fn board_writes(portal: &Portal, case: &str, words: &str) {
    let actor = portal.coordinator().await.actor().await;
    let mut tx = portal.tx().await;
    let found = case::find(&mut tx, &actor, id_of(case)).await.unwrap();
    let granted = policy::write(&actor, &found, Reach::Applicant).unwrap();
    case::write_message(&mut tx, granted, &prose(words))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

/// The board refuses a case.
async fn refused(portal: &Portal, case: &str) {
    let words = prose("No members.");
    let board = portal.coordinator().await;
    answered(portal, &board, case, Answer::Refuse { words }).await;
}

/// Chooses letters on the page for it.
async fn choose(browser: &Browser, kinds: &[&str], pace: &str) {
    browser.get("/account/letters").await.is(200);
    let mut fields = vec![("pace", pace)];
    fields.extend(kinds.iter().map(|kind| ("kinds", *kind)));
    browser.post("/account/letters", &fields).await.is(303);
}

const ALL: [&str; 5] = [
    "case_submitted",
    "appealed",
    "message",
    "signature_given",
    "from_board",
];

/// The kinds of the letters that were written since the test last asked.
async fn kinds(portal: &Portal) -> Vec<LetterKind> {
    let letters = portal.letters().await;
    letters.into_iter().map(|it| it.kind).collect()
}

/// What became of the letters, in order.
async fn db_states(portal: &Portal) -> Vec<(String, String)> {
    sqlx::query_as("select kind, state from letters order by id")
        .fetch_all(portal.db_pool())
        .await
        .unwrap()
}

/// Sends what is due, and gives the letters as they travel.
async fn deliver(portal: &Portal) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let transport = Transport::Folder(folder.path().to_owned());
    let office = PostOffice::new(transport, "Concord <concord@board.example>", URL).unwrap();
    while notice::deliver_one(portal.db(), &office).await.unwrap() {}
    let mut files: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

/// A header of a letter, with its folded lines put together.
fn header(letter: &str, name: &str) -> Option<String> {
    let head = letter.split("\r\n\r\n").next()?.replace("\r\n ", "");
    let start = format!("{name}: ");
    head.lines()
        .find_map(|line| line.strip_prefix(start.as_str()).map(str::to_owned))
}

/// The path by which a letter stops others of its kind.
fn stop(letter: &str) -> Option<String> {
    let header = header(letter, "List-Unsubscribe")?;
    let path = header.trim_matches(['<', '>']).strip_prefix(URL);
    Some(path.expect("an address of ours").to_owned())
}

/// Mail programs post this, without cookies and from nowhere.
async fn one_click(portal: &Portal, path: &str) -> crate::portal::Page {
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"))
        .unwrap();
    portal.visitor().ask(request).await
}

async fn digests(portal: &Portal) -> usize {
    notice::write_digests(portal.db()).await.unwrap()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_chooses_nothing_gets_everything_at_once(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let page = ani.get("/account/letters").await.is(200);
    assert_eq!(page.select("input[name=kinds][checked]").len(), ALL.len());
    assert!(page.has("input[name=pace][value=at_once][checked]"));
    submitted(&portal, &ani).await;
    let states = db_states(&portal).await;
    assert_eq!(
        states,
        [("case_submitted".to_owned(), "waiting".to_owned())]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_kind_that_is_not_wanted_is_not_written_and_what_is_needed_comes_all_the_same(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &["case_submitted"], "at_once").await;
    let page = ani.get("/account/letters").await.is(200);
    let checked = page.attributes("input[name=kinds][checked]", "value");
    assert_eq!(checked, ["case_submitted"]);
    let case = submitted(&portal, &ani).await;
    board_writes(&portal, &case, "Which quarter?").await;
    assert!(kinds(&portal).await.is_empty());
    refused(&portal, &case).await;
    assert_eq!(kinds(&portal).await, [LetterKind::Refused]);
    // The page says all of it.
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Which quarter?"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_choice_is_on_record_and_one_that_changes_nothing_is_not(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "at_once").await;
    assert!(db_history(&portal, &ani).await.is_empty());
    choose(&ani, &["message"], "daily").await;
    choose(&ani, &["message"], "daily").await;
    assert_eq!(db_history(&portal, &ani).await, ["account_letters_changed"]);
    let kept: (serde_json::Value, serde_json::Value) =
        sqlx::query_as("select before, after from history where act = 'account_letters_changed'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(kept.0["pace"], "at_once");
    assert_eq!(
        kept.1,
        serde_json::json!({ "muted": ["case_submitted", "appealed", "signature_given", "from_board"], "pace": "daily" })
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_nobody_can_choose_is_refused_at_its_field(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    for (fields, wrong) in [
        (&[("kinds", "message")][..], "pace"),
        (&[("pace", "hourly")], "pace"),
        // Nobody stops hearing of a refusal.
        (&[("kinds", "refused"), ("pace", "daily")], "kinds"),
    ] {
        let page = ani.post("/account/letters", fields).await.is(422);
        assert_eq!(page.wrong_fields(), [wrong]);
    }
    let page = portal.visitor().get("/account/letters").await.is(303);
    assert!(page.location().starts_with("/sign-in"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_letter_that_one_can_do_without_says_how_to_stop_it_and_one_that_is_needed_does_not(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    let receipt = deliver(&portal).await.remove(0);
    let path = stop(&receipt).unwrap();
    assert!(path.starts_with("/unsubscribe/case_submitted."), "{path}");
    assert_eq!(
        header(&receipt, "List-Unsubscribe-Post").as_deref(),
        Some("List-Unsubscribe=One-Click")
    );
    refused(&portal, &case).await;
    portal.letters().await;
    let refusal = deliver(&portal).await.remove(0);
    assert_eq!(stop(&refusal), None);
    assert_eq!(header(&refusal, "List-Unsubscribe-Post"), None);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_click_stops_the_kind_without_a_sign_in_and_opening_the_link_does_not(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = submitted(&portal, &ani).await;
    board_writes(&portal, &case, "Which quarter?").await;
    let letters = deliver(&portal).await;
    let path = letters
        .iter()
        .filter_map(|letter| stop(letter))
        .find(|path| path.contains("/message."))
        .unwrap();
    portal.letters().await;
    // Programs look at links.
    let page = portal.visitor().get(&path).await.is(200);
    assert!(page.text().contains("the board has written me a message"));
    board_writes(&portal, &case, "And which street?").await;
    assert_eq!(kinds(&portal).await, [LetterKind::Message]);
    // The button, and the header, do the same; twice is once.
    let done = page.submit(&[]).await.is(200);
    assert_eq!(done.first("h1"), "These letters are stopped");
    one_click(&portal, &path).await.is(200);
    board_writes(&portal, &case, "Please answer.").await;
    assert!(kinds(&portal).await.is_empty());
    let acts: Vec<(String, String)> =
        sqlx::query_as("select act, role from history where subject_id = $1")
            .bind(ani.account())
            .fetch_all(portal.db_pool())
            .await
            .unwrap();
    assert_eq!(
        acts,
        [("account_letters_changed".to_owned(), "visitor".to_owned())]
    );
    // Others still come, and it can be taken back.
    submitted(&portal, &ani).await;
    let page = ani.get("/account/letters").await.is(200);
    let checked = page.attributes("input[name=kinds][checked]", "value");
    assert_eq!(
        checked,
        [
            "case_submitted",
            "appealed",
            "signature_given",
            "from_board"
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_mail_program_stops_letters_by_its_header_alone(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani).await;
    let path = stop(&deliver(&portal).await[0]).unwrap();
    let page = one_click(&portal, &path).await.is(200);
    assert!(page.location.is_none());
    submitted(&portal, &ani).await;
    assert_eq!(db_states(&portal).await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_that_nobody_signed_stops_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    submitted(&portal, &ani).await;
    let path = stop(&deliver(&portal).await[0]).unwrap();
    let other = path.replace("case_submitted", "message");
    let broken = &path[..path.len() - 3];
    for wrong in [&other, broken, "/unsubscribe/refused.x", "/unsubscribe/%00"] {
        portal.visitor().get(wrong).await.is(404);
        one_click(&portal, wrong).await.is(404);
    }
    assert!(db_history(&portal, &ani).await.is_empty());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn once_a_day_one_letter_brings_what_is_new_and_nothing_twice(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    let case = submitted(&portal, &ani).await;
    board_writes(&portal, &case, "Which quarter?").await;
    board_writes(&portal, &case, "And which street?").await;
    portal.letters().await;
    assert!(deliver(&portal).await.is_empty(), "they wait");
    assert_eq!(digests(&portal).await, 0, "the day has to pass first");
    portal.wait(TimeDelta::hours(20));
    // However many workers look, and however often.
    let (one, other) = tokio::join!(digests(&portal), digests(&portal));
    assert_eq!(one + other, 1);
    assert_eq!(digests(&portal).await, 0);
    let digest = portal.letter().await;
    assert_eq!(digest.kind, LetterKind::Digest);
    assert_eq!(digest.text.matches("has written you a message").count(), 1);
    assert!(digest.text.contains("We have received the application for"));
    assert!(digest.text.contains("Haus der Armenier"));
    assert_eq!(digest.text.matches(&format!("{URL}{case}")).count(), 2);
    let sent = deliver(&portal).await;
    assert_eq!(sent.len(), 1);
    assert!(stop(&sent[0]).unwrap().contains("/digest."));
    let states: Vec<_> = db_states(&portal)
        .await
        .into_iter()
        .map(|it| it.1)
        .collect();
    assert_eq!(states, ["bundled", "bundled", "bundled", "sent"]);

    // One a day: what comes later waits for the next.
    board_writes(&portal, &case, "Please answer.").await;
    portal.letters().await;
    portal.wait(TimeDelta::hours(1));
    assert_eq!(digests(&portal).await, 0);
    portal.wait(TimeDelta::days(1));
    assert_eq!(digests(&portal).await, 1);
    portal.letter().await;
    portal.wait(TimeDelta::days(1));
    assert_eq!(digests(&portal).await, 0, "no news, no letter");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_worker_that_is_lost_in_the_middle_of_a_digest_leaves_nothing_of_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    submitted(&portal, &ani).await;
    portal.wait(TimeDelta::days(1));
    // What a worker has done before it is killed: it holds the account, has written the letter, and has not committed.
    let mut lost = portal.tx().await;
    sqlx::query("select from letter_preferences for update")
        .execute(&mut *lost)
        .await
        .unwrap();
    sqlx::query("update letters set state = 'bundled', digest_id = id")
        .execute(&mut *lost)
        .await
        .unwrap();
    // Another neither waits for it nor does the same.
    assert_eq!(digests(&portal).await, 0);
    drop(lost);
    let mut written = 0;
    for _ in 0..50 {
        // The connection of the lost one is closed in its own time.
        written += digests(&portal).await;
        if written > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!((written, digests(&portal).await), (1, 0));
    portal.letters().await;
    assert_eq!(deliver(&portal).await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_closed_account_gets_no_digest(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    submitted(&portal, &ani).await;
    let page = ani.get("/account/closure").await.is(200);
    page.submit(&[("password", crate::portal::PASSWORD)])
        .await
        .is(303);
    portal.letters().await;
    portal.wait(TimeDelta::days(1));
    digests(&portal).await;
    assert_eq!(
        db_states(&portal).await,
        [
            ("case_submitted".to_owned(), "dropped".to_owned()),
            ("account_closed".to_owned(), "waiting".to_owned())
        ]
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_must_be_acted_on_does_not_wait_for_the_digest(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    let case = submitted(&portal, &ani).await;
    portal.letters().await;
    refused(&portal, &case).await;
    assert_eq!(kinds(&portal).await, [LetterKind::Refused]);
    assert_eq!(deliver(&portal).await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_wants_letters_at_once_again_gets_those_that_waited(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    let case = submitted(&portal, &ani).await;
    board_writes(&portal, &case, "Which quarter?").await;
    portal.letters().await;
    choose(&ani, &["message"], "at_once").await;
    let states: Vec<_> = db_states(&portal)
        .await
        .into_iter()
        .map(|it| it.1)
        .collect();
    assert_eq!(states, ["dropped", "waiting"]);
    assert_eq!(deliver(&portal).await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_digest_stops_all_that_it_brings(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    let case = submitted(&portal, &ani).await;
    portal.wait(TimeDelta::days(1));
    assert_eq!(digests(&portal).await, 1);
    let path = stop(&deliver(&portal).await[0]).unwrap();
    let page = portal.visitor().get(&path).await.is(200);
    assert_eq!(page.select("main li").len(), LetterKind::CHOICES.len());
    portal.letters().await;
    one_click(&portal, &path).await.is(200);
    board_writes(&portal, &case, "Which quarter?").await;
    assert!(kinds(&portal).await.is_empty());
    let ani = portal.member("Ani").await;
    let page = ani.get("/account/letters").await.is(200);
    assert!(!page.has("input[name=kinds][checked]"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_digest_is_in_the_language_of_its_reader(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    choose(&ani, &ALL, "daily").await;
    submitted(&portal, &ani).await;
    portal.letters().await;
    for (lang, words) in [("ru", "Что нового"), ("ar", "جديدك")] {
        sqlx::query("update accounts set lang = $1")
            .bind(lang)
            .execute(portal.db_pool())
            .await
            .unwrap();
        let ani = portal.member("Ani").await.reading(lang);
        ani.get("/account/letters").await.is(200);
        portal.wait(TimeDelta::days(1));
        assert_eq!(digests(&portal).await, 1);
        let digest = portal.letter().await;
        assert!(digest.subject.contains(words), "{}", digest.subject);
        let path = stop(&deliver(&portal).await[0]).unwrap();
        portal.visitor().reading(lang).get(&path).await.is(200);
        submitted(&portal, &portal.member("Ani").await).await;
        portal.letters().await;
    }
}
