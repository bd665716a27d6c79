//! What teams propose to publish: written, sent, sent back, published, changed; and who may do what with it.

pub mod correction;
pub mod files;
mod leading;
pub mod needs;
pub mod partners;

use concord::db::Tx;
use concord::ids::{AssignmentId, InitiativeId, OrganizationId};
use concord::notice::LetterKind;
use concord::values::{InitiativeRole, Role, TeamRole};
use sqlx::PgPool;

use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, of_home, owned};

/// Somebody's organization: where its initiatives stand.
pub async fn at_home(portal: &Portal, who: &Browser, name: &str) -> String {
    let home = owned(portal, who, name).await;
    let (_, number) = of_home(portal, &home).await;
    format!("/home/organizations/{number}/initiatives")
}

/// Begins a proposal: where it is written.
pub async fn begun(who: &Browser, initiatives: &str) -> String {
    let page = who.get(initiatives).await.is(200);
    let form = "main form[method=post]";
    page.submit_form(form, &[])
        .await
        .is(303)
        .location()
        .to_owned()
}

/// An organization carries an initiative, as the board put it there before organizations were asked.
pub async fn db_carried(
    tx: &mut Tx,
    initiative: InitiativeId,
    organization: OrganizationId,
    role: InitiativeRole,
) {
    let now = tx.now();
    sqlx::query(
        "insert into initiative_partners (id, initiative_id, organization_id, role, since, accepted_by)
         values ($1, $2, $3, $4, $5, 'board')",
    )
    .bind(AssignmentId::fresh())
    .bind(initiative)
    .bind(organization)
    .bind(role)
    .bind(now)
    .execute(&mut **tx)
    .await
    .unwrap();
}

/// An initiative is published, as it could be before somebody had to lead it.
pub async fn db_published(portal: &Portal, initiative: InitiativeId) {
    sqlx::query("update initiatives set published_at = $2 where id = $1")
        .bind(initiative)
        .bind(portal.now())
        .execute(portal.db_pool())
        .await
        .unwrap();
}

const WHOLE: [(&str, &str); 14] = [
    ("text-0-title", "Воскресная школа"),
    ("text-0-language", "ru"),
    ("text-0-summary", "Родной язык для детей."),
    ("stage", "under-way"),
    ("areas", "mother-tongue-schools"),
    ("host-0-country", "FR"),
    ("host-0-place", "Lyon"),
    ("home-0-country", "AM"),
    ("home-0-place", "Gyumri"),
    ("home-0-words", "Textbooks for two schools"),
    ("need-0-kind", "venue"),
    ("offer-0-kind", "people"),
    ("budget", "12 500,50"),
    ("currency", "EUR"),
];

/// Fills it in and sends it.
pub async fn sent(who: &Browser, path: &str) -> Page {
    let page = who.get(path).await.is(200);
    let mut fields = WHOLE.to_vec();
    fields.push(("act", "send"));
    page.submit_to(path, &fields).await
}

/// Begins a change of what is published: where it is written.
pub async fn changed(who: &Browser, initiatives: &str) -> String {
    let page = who.get(initiatives).await.is(200);
    let id = page.attribute("main input[name=initiative]", "value");
    let page = who.post(initiatives, &[("initiative", id.as_str())]).await;
    page.is(303).location().to_owned()
}

/// The board's page of the proposal that waits.
async fn waiting(board: &Browser, title: &str) -> String {
    let page = board.get("/desk/proposals").await.is(200);
    page.link(title)
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_team_proposes_the_board_sends_it_back_and_then_publishes_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let path = begun(&ani, &initiatives).await;
    // Half a form is kept as it is, and not sent.
    let page = ani.get(&path).await.is(200);
    page.submit_to(&path, &[("host-0-place", "Lyon"), ("act", "save")])
        .await
        .is(303);
    let page = ani.get(&path).await.is(200);
    assert_eq!(page.value("host-0-place"), "Lyon");
    let wrong = page.submit_to(&path, &[("act", "send")]).await.is(422);
    for field in ["text-0-title", "stage", "host-0-country"] {
        assert!(wrong.wrong_fields().iter().any(|it| it == field), "{field}");
    }
    sent(&ani, &path).await.is(303);

    let board = portal.coordinator().await;
    let at_desk = waiting(&board, "Воскресная школа").await;
    let page = board.get(&at_desk).await.is(200);
    assert!(page.text().contains("Textbooks for two schools"));
    assert!(page.text().contains("500.50"), "{}", page.text());
    let decision = format!("{at_desk}/decision");
    let nothing = page.submit_to(&decision, &[]).await.is(422);
    assert_eq!(nothing.wrong_fields(), ["answer"]);
    let no_words = page
        .submit_to(&decision, &[("answer", "return")])
        .await
        .is(422);
    assert_eq!(no_words.wrong_fields(), ["words"]);
    let back = [("answer", "return"), ("words", "Say how many pupils.")];
    page.submit_to(&decision, &back).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::InitiativeReturned);
    // Whoever decides a second time is told.
    page.submit_to(&decision, &[("answer", "publish")])
        .await
        .is(409);

    let page = ani.get(&path).await.is(200);
    assert!(page.text().contains("Say how many pupils."));
    assert_eq!(page.value("text-0-title"), "Воскресная школа");
    sent(&ani, &path).await.is(303);
    let page = board.get(&at_desk).await.is(200);
    let published = page
        .submit_to(&decision, &[("answer", "publish")])
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::InitiativePublished);
    let public = published.location().replacen("/desk", "", 1);
    let page = portal.visitor().get(&public).await.is(200);
    for words in ["Воскресная школа", "Lyon", "Gyumri", "Nor Dprots"] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let ld = page.first("script[type='application/ld+json']");
    assert!(
        ld.contains("\"@type\":\"Project\"") && ld.contains("\"category\":\"venue\""),
        "{ld}"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_published_stays_until_its_change_is_looked_at(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let path = begun(&ani, &initiatives).await;
    sent(&ani, &path).await.is(303);
    let board = portal.coordinator().await;
    let at_desk = waiting(&board, "Воскресная школа").await;
    let page = board.get(&at_desk).await.is(200);
    let decision = format!("{at_desk}/decision");
    let done = page
        .submit_to(&decision, &[("answer", "publish")])
        .await
        .is(303);
    let public = done.location().replacen("/desk", "", 1);

    let path = changed(&ani, &initiatives).await;
    let page = ani.get(&path).await.is(200);
    assert_eq!(page.value("host-0-place"), "Lyon");
    let fields = [
        ("text-0-title", "Школа каштана"),
        ("need-0-met", "yes"),
        ("act", "send"),
    ];
    page.submit_to(&path, &fields).await.is(303);
    // Sent, it cannot be changed; taken back, it can.
    page.submit_to(&path, &fields).await.is(409);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Воскресная школа") && !page.text().contains("каштана"));

    let at_desk = waiting(&board, "Школа каштана").await;
    let page = board.get(&at_desk).await.is(200);
    let changed = page.select(".app-changed del bdi").join(" ");
    assert!(changed.contains("Воскресная школа"), "{changed}");
    page.submit_to(&format!("{at_desk}/decision"), &[("answer", "publish")])
        .await
        .is(303);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Школа каштана") && !page.text().contains("Воскресная"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_does_what_is_not_theirs(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let reader = join(&portal, &ani, "Vahan", TeamRole::Reader).await;
    let editor = join(&portal, &ani, "Mariam", TeamRole::Editor).await;
    let path = begun(&editor, &initiatives).await;
    reader.post(&path, &[("act", "send")]).await.is(403);
    reader.post(&initiatives, &[]).await.is(403);
    reader.get(&initiatives).await.is(200);
    for who in [
        portal.member("Stranger").await,
        portal.coordinator().await,
        portal.post_officer(&["DE"]).await,
    ] {
        who.get(&initiatives).await.is(404);
        who.get(&path).await.is(404);
        who.post(&path, &[("act", "send")]).await.is(404);
        who.post(&format!("{path}/withdrawal"), &[]).await.is(404);
    }
    sent(&editor, &path).await.is(303);
    let board = portal.coordinator().await;
    let at_desk = waiting(&board, "Воскресная школа").await;
    let decision = format!("{at_desk}/decision");
    let answer = [("answer", "publish"), ("revision", "2")];
    portal
        .post_officer(&["FR"])
        .await
        .get(&at_desk)
        .await
        .is(404);
    ani.get(&at_desk).await.is(404);
    ani.post(&decision, &answer).await.is(404);
    portal.auditor().await.get(&at_desk).await.is(200);
    portal
        .auditor()
        .await
        .post(&decision, &answer)
        .await
        .is(403);
    portal.admin().await.post(&decision, &answer).await.is(403);
    // Nobody decides on what their own organization proposes.
    let torn = portal.person("Tigran", Role::Coordinator).await;
    let torn_id = torn.account();
    let of = of_home(&portal, &initiatives).await;
    let mut tx = portal.tx().await;
    let by = ani.actor().await;
    concord::organization::team::join(&mut tx, &by, of, torn_id, TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    torn.get(&at_desk).await.is(200);
    torn.post(&decision, &answer).await.is(403);
    // Whoever saw an older text decides on nothing.
    board
        .post(&decision, &[("answer", "publish"), ("revision", "1")])
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_draft_is_dropped_what_was_sent_comes_back_and_a_double_click_is_one(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let page = ani.get(&initiatives).await.is(200);
    let form = "main form[method=post]";
    let one = page.submit_form(form, &[]).await.is(303);
    let two = page.submit_form(form, &[]).await.is(303);
    assert_eq!(one.location(), two.location());
    let path = one.location().to_owned();
    // Two who write at once: the second is told, and overwrites nothing.
    let seen = ani.get(&path).await.is(200);
    seen.submit_to(&path, &[("text-0-title", "One"), ("act", "save")])
        .await
        .is(303);
    seen.submit_to(&path, &[("text-0-title", "Two"), ("act", "save")])
        .await
        .is(409);
    sent(&ani, &path).await.is(303);
    let withdrawal = format!("{path}/withdrawal");
    ani.post(&withdrawal, &[]).await.is(303);
    let page = ani.get(&path).await.is(200);
    assert_eq!(page.value("text-0-title"), "Воскресная школа");
    ani.post(&withdrawal, &[]).await.is(303);
    let page = ani.get(&initiatives).await.is(200);
    assert!(!page.text().contains("Воскресная школа"));
    ani.post(&withdrawal, &[]).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn markup_and_control_characters_do_no_harm(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let initiatives = at_home(&portal, &ani, "Nor Dprots").await;
    let path = begun(&ani, &initiatives).await;
    let page = ani.get(&path).await.is(200);
    let mut fields = WHOLE.to_vec();
    fields.extend([
        ("act", "send"),
        ("text-1-language", "en"),
        ("text-1-title", "a\u{0}b"),
    ]);
    let wrong = page.submit_to(&path, &fields).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["text-1-title"]);
    fields.pop();
    fields.extend([
        ("text-1-title", "</script><script>alert(1)</script>"),
        ("offer-0-words", "<b>hall</b>"),
    ]);
    page.submit_to(&path, &fields).await.is(303);
    let board = portal.coordinator().await;
    let at_desk = waiting(&board, "Воскресная школа").await;
    let page = board.get(&at_desk).await.is(200);
    let done = page
        .submit_to(&format!("{at_desk}/decision"), &[("answer", "publish")])
        .await
        .is(303);
    let public = done.location().replacen("/desk", "", 1);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(!page.body.contains("<script>alert") && !page.body.contains("<b>hall"));
}
