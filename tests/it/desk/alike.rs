//! What may be the same organization: what is asked for, what was refused and what is registered, by everything that they say.

use concord::case::Answer;
use concord::ids::CaseId;
use concord::organization::{Name, Particulars};
use concord::values::{Identifier, NameRole, WebAddress};
use sqlx::PgPool;

use crate::cases::{decide, draft, held, line, particulars, prose, submit, submitted, take};
use crate::directory::arrange;
use crate::portal::{Browser, Page, Portal};
use crate::renewals::{ending, number_of, sent as renewed};

/// An organization of this name and nothing else by which it could be found.
fn bare(name: &str, host: &str) -> Particulars {
    let mut said = particulars(name, host);
    said.contacts.clear();
    said
}

async fn sent(portal: &Portal, by: &Browser, said: &Particulars) -> CaseId {
    let id = draft(portal, by).await;
    submit(portal, by, id, said).await;
    id
}

async fn refused(portal: &Portal, by: &Browser, board: &Browser, said: &Particulars) -> CaseId {
    let id = sent(portal, by, said).await;
    take(portal, board, id).await;
    let words = prose("No such street.");
    decide(portal, board, id, Answer::Refuse { words }).await;
    id
}

async fn page_of(board: &Browser, id: CaseId) -> Page {
    board.get(format!("/desk/cases/{id}")).await.is(200)
}

/// Whether the page of one names the other among what may be the same.
async fn finds(board: &Browser, one: CaseId, other: CaseId) -> bool {
    let page = page_of(board, one).await;
    let listed = page.has(&format!("li a[href='/desk/cases/{other}']"));
    listed && page.has("#alike")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_waits_or_was_refused_is_found_by_everything_that_it_says(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    // By a number in another spelling, by the website, by a telephone number: each alone.
    let number = |value| vec![Identifier::parse("CH-FDJP", value).unwrap()];
    let site = |text| WebAddress::parse(text).ok();
    let pairs: [(Particulars, Particulars); 3] = [
        (
            Particulars {
                identifiers: number("CHE-107.787.577"),
                ..bare("Zzyx Wendelin", "CH")
            },
            Particulars {
                identifiers: number("CHE107787577"),
                ..bare("Alpenrose Bern", "CH")
            },
        ),
        (
            Particulars {
                website: site("https://www.mohn.example.org/start"),
                ..bare("Quittenbaum", "AT")
            },
            Particulars {
                website: site("https://mohn.example.org"),
                ..bare("Feuersalamander", "AT")
            },
        ),
        (
            particulars("Heidelbeere", "NO"),
            particulars("Dromedar", "NO"),
        ),
    ];
    for (at, (one, other)) in pairs.iter().enumerate() {
        let one = match at {
            // Refused ones are found like those that wait.
            0 => refused(&portal, &ani, &board, one).await,
            _ => sent(&portal, &ani, one).await,
        };
        let other = sent(&portal, &ani, other).await;
        assert!(finds(&board, other, one).await, "pair {at}");
        assert!(
            finds(&board, one, other).await,
            "pair {at}, from the other side"
        );
    }
    // By any name, from either side.
    let mut said = bare("Zirbelkiefer", "FR");
    said.names
        .push(Name::new(line("Blauer Mohn Kreis"), None, NameRole::Native));
    let one = sent(&portal, &ani, &said).await;
    let other = sent(&portal, &ani, &bare("Blauer Mohn Kreis", "FR")).await;
    assert!(finds(&board, other, one).await && finds(&board, one, other).await);

    // What is in a file is compared with both, and what was taken back with nothing.
    let file = "name,host_country,city\nBlauer Mohn-Kreis,FR,Köln\n";
    let told = |counts: &concord::roster::import::Counts| -> u64 {
        let told = counts.reasons.iter();
        let told = told.filter(|(why, _)| why.key == "roster-looks-like-case");
        told.map(|(_, times)| times).sum()
    };
    assert_eq!(told(&arrange(&portal, file).await), 2);
    let keys = async || -> i64 {
        sqlx::query_scalar("select count(*) from case_keys")
            .fetch_one(&pool)
            .await
            .unwrap()
    };
    assert_eq!(keys().await, 8);
    take(&portal, &board, other).await;
    decide(&portal, &board, other, Answer::Accept).await;
    assert_eq!(keys().await, 7, "it is registered, and found as that");
    // Nothing in the table of keys can be read as a name or as somebody's contact.
    let rows: Vec<String> = sqlx::query_scalar("select k::text from case_keys k")
        .fetch_all(&pool)
        .await
        .unwrap();
    for secret in ["Mohn", "Zirbel", "+49", "Sarkissian"] {
        assert!(rows.iter().all(|row| !row.contains(secret)), "{secret}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_found_when_it_was_sent_stays_on_the_page(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let there = "number,name,host_country,city\nCR-0000020-0,Unity,DE,Bonn\n";
    arrange(&portal, there).await;
    let id = sent(&portal, &ani, &bare("Единство", "DE")).await;
    assert!(page_of(&board, id).await.text().contains("CR-0000020-0"));
    let renamed = there.replace("Unity", "Kegelverein");
    assert_eq!(arrange(&portal, &renamed).await.updated, 1);
    let page = page_of(&board, id).await;
    assert!(page.text().contains("CR-0000020-0"), "{}", page.text());
    assert!(page.text().contains("Found when it was sent."));
    // Of that its applicant reads nothing.
    let own = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!own.text().contains("CR-0000020-0"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_was_marked_different_stays_so_and_goes_over_to_the_organization(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    arrange(
        &portal,
        "number,name,host_country,city\nCR-0000020-0,Unity,DE,Bonn\n",
    )
    .await;
    let other = sent(&portal, &ani, &bare("Yedinstvo", "DE")).await;
    let id = held(&portal, &ani, &board, "Единство").await;
    let at = format!("/desk/cases/{id}/likenesses");
    for (name, value) in [
        ("with", "CR-0000020-0".to_owned()),
        ("case", other.to_string()),
    ] {
        let field = [(name, value.as_str()), ("verdict", "different")];
        for (browser, status) in [
            (&portal.member("Vahan").await, 404),
            (&portal.auditor().await, 403),
            (&ani, 403),
            (&board, 303),
        ] {
            browser.post(&at, &field).await.is(status);
        }
    }
    let page = page_of(&board, id).await;
    assert!(
        !page.has("form input[value='different']"),
        "nothing is asked again"
    );
    assert!(page.has("#different"), "but it can be looked at again");
    // From the other side too.
    let page = page_of(&board, other).await;
    assert!(page.has(&format!("#different ~ ul a[href='/desk/cases/{id}']")));
    // A case cannot be told apart from itself, nor from what is not there.
    let own = id.to_string();
    for with in [own.as_str(), "no-case"] {
        let field = [("case", with), ("verdict", "different")];
        board.post(&at, &field).await.is(404);
    }
    decide(&portal, &board, id, Answer::Accept).await;
    let verdicts: Vec<String> = sqlx::query_scalar("select verdict from likenesses")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(verdicts, ["different"], "it holds for the organization");
    let page = page_of(&board, other).await;
    let told = page.select("#different ~ ul bdi.app-code");
    assert!(told.iter().any(|it| it.starts_with("CR-")), "{told:?}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_renewal_does_not_ask_about_what_was_marked_different(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let number = number_of(&home);
    let twin = crate::mergers::registered(&portal, None, "Haus der Armenier").await;
    let case = renewed(&ani, &home).await;
    let id = case.trim_start_matches("/cases/").to_owned();
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let compare = format!("a[href*='{twin}']");
    assert!(page.has(&format!("#alike ~ ul {compare}")));
    // As marked on the page of its organization, so on that of its case, and the other way round.
    let field = [
        ("with", twin.to_string()),
        ("verdict", "different".to_owned()),
    ];
    let field: Vec<(&str, &str)> = field.iter().map(|(a, b)| (*a, b.as_str())).collect();
    board
        .post(format!("/desk/cases/{id}/likenesses"), &field)
        .await
        .is(303);
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(!page.has(&format!("a[href*='/mergers/new?with={twin}']")));
    let page = board
        .get(crate::mergers::at(number, "mergers"))
        .await
        .is(200);
    assert!(page.has(&format!("#different ~ ul {compare}")));

    // Whoever merges them all the same is told who said otherwise, and says so.
    let page = board
        .get(crate::mergers::side_by_side(number, twin))
        .await
        .is(200);
    assert!(
        page.text()
            .contains("A colleague said that these two are different")
    );
    let back = page.submit(&[("reason", "One house.")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["all_the_same"]);
    assert_eq!(back.value("reason"), "One house.");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn keys_of_registrations_from_before_are_made(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let one = submitted(&portal, &ani, "Blauer Mohn Kreis", "FR").await;
    sqlx::query("update case_keys set keys = '{}', keys_version = 0, marks = '{}'")
        .execute(&pool)
        .await
        .unwrap();
    let other = sent(&portal, &ani, &bare("Blauer Mohn Kreis", "FR")).await;
    assert!(!finds(&board, other, one).await);
    assert_eq!(concord::case::refresh_keys(portal.db()).await.unwrap(), 1);
    assert_eq!(concord::case::refresh_keys(portal.db()).await.unwrap(), 0);
    assert!(finds(&board, other, one).await);
}
