//! Changing what the registry says: small things at once, material ones by the board, and nothing undone that others changed.

pub mod people;

use concord::case::Answer;
use concord::notice::LetterKind;
use concord::values::TeamRole;
use sqlx::PgPool;

use crate::cases::{decide, take};
use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, owned};

/// The addresses of an organization: as its team and as everybody sees it.
pub async fn haus(portal: &Portal, owner: &Browser) -> (String, String) {
    let home = owned(portal, owner, "Haus").await;
    let home = home.trim_end_matches("/team").to_owned();
    let public = home.replace("/home/", "/");
    (home, public)
}

/// Begins an amendment; the address of its case.
pub async fn begin(owner: &Browser, home: &str) -> String {
    let page = owner.get(format!("{home}/particulars")).await.is(200);
    let amend = format!("{home}/amendments");
    page.submit_to(&amend, &[])
        .await
        .is(303)
        .location()
        .to_owned()
}

/// Saves one section of a draft.
async fn save(who: &Browser, case: &str, section: &str, fields: &[(&str, &str)]) {
    let page = who.get(format!("{case}/form/{section}")).await.is(200);
    let mut fields = fields.to_vec();
    fields.push(("go", "save"));
    page.submit(&fields).await.is(303);
}

/// Says what the registry does not have of an older entry.
pub async fn complete(who: &Browser, case: &str) {
    save(who, case, "kind", &[("kind", "association")]).await;
    let about = [("about-0-text", "We sing."), ("about-0-language", "en")];
    save(who, case, "work", &about).await;
}

/// Sends what is checked.
pub async fn send(who: &Browser, case: &str, words: &str) -> Page {
    let page = who.get(format!("{case}/answers")).await.is(200);
    page.submit_to(&format!("{case}/submission"), &[("words", words)])
        .await
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn small_things_count_at_once_and_stand_in_history(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let (home, public) = haus(&portal, &ani).await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let contacts = format!("{home}/particulars/contacts");
    let page = vahan.get(&contacts).await.is(200);
    assert_eq!(page.value("contacts-0-value"), "+49 221 123456");
    let wrong = [("website", "not a page"), ("go", "continue")];
    let page = page.submit(&wrong).await.is(422);
    assert_eq!(page.wrong_fields(), ["website"]);
    let page = page
        .submit(&[("website", "haus.example"), ("go", "add-links")])
        .await;
    assert_eq!(
        page.is(200).value("website"),
        "haus.example",
        "a row more loses nothing"
    );
    let page = vahan.get(&contacts).await.is(200);
    let right = [("website", "https://haus.example/"), ("go", "continue")];
    let page = page.submit(&right).await.is(303).follow().await.is(200);
    assert!(page.text().contains("haus.example"));
    assert!(
        portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("haus.example")
    );
    let kept: bool = sqlx::query_scalar(
        "select exists (select from history where act = 'organization_updated'
            and after ->> 'website' like 'https://haus.example%' and before ? 'website' and account_id = $1)",
    )
    .bind(vahan.account())
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(kept);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_material_is_not_changed_at_once_and_readers_change_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let (home, public) = haus(&portal, &ani).await;
    let place = format!("{home}/particulars/place");
    let page = ani.get(&place).await.is(200);
    let move_away = [("host_country", "FR"), ("city", "Lyon"), ("go", "continue")];
    let page = page.submit(&move_away).await.is(422);
    assert_eq!(page.wrong_fields(), ["host_country"]);
    assert!(portal.visitor().get(&public).await.text().contains("Köln"));
    // Sections that are material as a whole are not there to be changed.
    let names = format!("{home}/particulars/names");
    assert_eq!(
        ani.get(&names).await.is(303).location(),
        format!("{home}/particulars")
    );
    ani.post(&names, &[("names-0-text", "Palace")])
        .await
        .is(303);
    assert!(
        !portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("Palace")
    );

    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    let editor = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let stranger = portal.member("Tigran").await;
    for (who, small, amend) in [
        (&editor, 200, 403),
        (&reader, 403, 403),
        (&stranger, 404, 404),
    ] {
        who.get(&place).await.is(small);
        who.post(format!("{home}/amendments"), &[]).await.is(amend);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_new_name_waits_for_the_board_under_a_mark(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (home, public) = haus(&portal, &ani).await;
    let page = ani.get(format!("{home}/particulars")).await.is(200);
    let amend = format!("{home}/amendments");
    let (one, other) = tokio::join!(page.submit_to(&amend, &[]), page.submit_to(&amend, &[]));
    let [one, other] = [one, other].map(|page| page.is(303).location().to_owned());
    assert_eq!(one, other, "one at a time");
    let case = one;
    let tasks = ani.get(format!("{case}/form")).await.is(200);
    assert!(
        tasks.has("a[href*='/form/people']"),
        "who is in office is changed here"
    );
    // What the registry says is there already.
    let page = ani.get(format!("{case}/form/names")).await.is(200);
    assert_eq!(page.value("names-0-text"), "Haus");
    let page = ani.get(format!("{case}/answers")).await.is(200);
    assert!(
        page.has("a[href$='/form/kind#kind']"),
        "an older entry may lack what is asked today"
    );
    complete(&ani, &case).await;
    save(&ani, &case, "names", &[("names-0-text", "Palace")]).await;
    let page = ani.get(format!("{case}/answers")).await.is(200);
    assert!(page.text().contains("Haus") && page.text().contains("Palace"));
    let page = send(&ani, &case, " ").await.is(422);
    assert_eq!(page.wrong_fields(), ["words"]);
    assert!(
        !portal
            .visitor()
            .get(&public)
            .await
            .text()
            .contains("A correction")
    );
    send(&ani, &case, "The general meeting decided it.")
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(
        page.text()
            .contains("A correction of this entry is under way")
    );
    assert!(
        !page.text().contains("Palace"),
        "the old version stays public"
    );

    let id = case.trim_start_matches("/cases/").parse().unwrap();
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(page.text().contains("What would change"));
    assert!(page.text().contains("The general meeting decided it."));
    let changes = page.select("#amends ~ dl .app-changed dt");
    assert!(
        changes.iter().any(|it| it.starts_with("Names")),
        "{changes:?}"
    );
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    assert_eq!(portal.letter().await.kind, LetterKind::Accepted);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Palace"));
    assert!(!page.text().contains("A correction"));
    // Nothing is under way, so that another can be begun.
    assert_ne!(begin(&ani, &home).await, case);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_others_change_meanwhile_stays_and_is_shown_where_both_did(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (home, public) = haus(&portal, &ani).await;
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    save(&ani, &case, "place", &[("city", "Bonn")]).await;
    send(&ani, &case, "We moved.").await.is(303);
    for (section, fields) in [
        (
            "contacts",
            [("website", "https://haus.example/"), ("go", "continue")],
        ),
        ("place", [("city", "Berlin"), ("go", "continue")]),
    ] {
        let page = ani
            .get(format!("{home}/particulars/{section}"))
            .await
            .is(200);
        page.submit(&fields).await.is(303);
    }
    let id = case.trim_start_matches("/cases/").parse().unwrap();
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(
        page.text()
            .contains("Changed by somebody else since this was begun")
    );
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Bonn"), "what was decided counts");
    assert!(
        page.text().contains("haus.example"),
        "and nothing else is undone"
    );
}
