//! Claiming an organization that nobody looks after.

use concord::case::{self, Answer};
use concord::ids::CaseId;
use concord::notice::LetterKind;
use concord::organization;
use concord::values::TeamRole;
use sqlx::PgPool;

use crate::cases::{decide, particulars, prose, take};
use crate::portal::{Browser, Portal};
use crate::teams::{owned, role};

/// An organization that came from a roster, as it were: nobody is in its team.
async fn listed(portal: &Portal, name: &str) -> String {
    let mut tx = portal.tx().await;
    let by = concord::actor::Actor::System;
    let (_, number) = organization::register(&mut tx, &by, &particulars(name, "FR"), None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    format!("/organizations/{number}/claim")
}

/// Begins a claim in the browser; the id of the case.
pub async fn begin(who: &Browser, address: &str, words: &str) -> CaseId {
    let page = who.get(address).await.is(200);
    let page = page.submit(&[("evidence", words)]).await.is(303);
    assert!(
        page.location().ends_with("/evidence"),
        "{}",
        page.location()
    );
    page.location().split('/').nth(2).unwrap().parse().unwrap()
}

/// Adds what is missing of a claim, and sends it.
pub async fn send(who: &Browser, id: CaseId) {
    crate::documents::supply(who, &format!("/cases/{id}")).await;
    let page = who.get(format!("/cases/{id}/evidence")).await.is(200);
    page.submit(&[("go", "send")]).await.is(303);
}

/// Claims in the browser; the id of the case.
async fn claim(portal: &Portal, who: &Browser, address: &str) -> CaseId {
    let id = begin(who, address, "I am its treasurer since 2019.").await;
    send(who, id).await;
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    id
}

fn team_of(address: &str) -> String {
    format!("/home{}", address.replace("/claim", "/team"))
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_claimant_who_convinces_the_board_is_the_owner(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let join_page = ani.get(address.replace("/claim", "/join")).await.is(200);
    assert_eq!(join_page.link("Claim it"), address);
    let page = ani.get(&address).await.is(200);
    let page = page.submit(&[("evidence", "")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["evidence"]);
    let id = claim(&portal, &ani, &address).await;
    // A second one leads to the first.
    assert_eq!(
        ani.get(&address).await.is(303).location(),
        format!("/cases/{id}")
    );
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(page.text().contains("I am its treasurer"));
    assert!(
        !page.text().contains("+49 221"),
        "contacts for the board alone are not the claimant's"
    );

    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("I am its treasurer"));
    assert!(page.text().contains("Claim"));
    take(&portal, &board, id).await;
    let page = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    page.submit(&[("answer", "accepted")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Accepted);
    assert_eq!(
        role(&portal, &team_of(&address), &ani).await,
        Some(TeamRole::Owner)
    );
    ani.get(team_of(&address)).await.is(200);
    let page = portal.member("Vahan").await.get(&address).await.is(200);
    assert!(
        page.text()
            .contains("Somebody looks after this organization already")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_claims_stand_side_by_side_and_accepting_one_refuses_the_other(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let board = portal.coordinator().await;
    let first = claim(&portal, &ani, &address).await;
    let second = begin(&vahan, &address, "I keep its bank account.").await;
    send(&vahan, second).await;
    portal.letters().await;
    for (one, other) in [(first, second), (second, first)] {
        let page = board.get(format!("/desk/cases/{one}")).await.is(200);
        assert!(page.has(&format!("a[href='/desk/cases/{other}']")));
        let beside = page.first(".app-beside");
        for said in [
            "Ani",
            "Vahan",
            "I am its treasurer since 2019.",
            "I keep its bank account.",
            "Letter of the board",
        ] {
            assert!(beside.contains(said), "{said}: {beside}");
        }
        assert_eq!(page.select(".app-beside__one").len(), 2);
        assert_eq!(
            page.select(".app-beside__one li a").len(),
            6,
            "three papers of each"
        );
    }
    // Claimants know nothing of each other.
    ani.get(format!("/cases/{second}")).await.is(404);
    let page = ani.get(format!("/cases/{first}")).await.is(200);
    assert!(!page.has(&format!("a[href*='{second}']")) && !page.has(".app-beside"));
    take(&portal, &board, first).await;
    let open = board.get(format!("/desk/cases/{second}")).await.is(200);
    decide(&portal, &board, first, Answer::Accept).await;
    let letters = portal.letters().await;
    let told: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    assert_eq!(
        told,
        [
            (LetterKind::Refused, vahan.email()),
            (LetterKind::Accepted, ani.email()),
        ]
    );
    // Why, and what they can do, is on the page of their claim; the new owner does not see it.
    let page = vahan.get(format!("/cases/{second}")).await.is(200);
    assert!(
        page.text().contains("accepted the claim of somebody else"),
        "{}",
        page.text()
    );
    assert!(!page.text().contains("Ani"));
    ani.get(format!("/cases/{second}")).await.is(404);
    open.submit_to(&format!("/desk/cases/{second}/hold"), &[])
        .await
        .is(409);
    assert_eq!(role(&portal, &team_of(&address), &vahan).await, None);

    // A chair who judges the appeal can let them join.
    let appeal = vahan.get(format!("/cases/{second}/appeal")).await.is(200);
    let fields = [
        ("why", "We are both of it."),
        ("body", "We are both of it."),
        ("words", "We are both of it."),
        ("reason", "We are both of it."),
    ];
    appeal.submit(&fields).await.is(303);
    portal.letters().await;
    let chair = portal.chair().await;
    take(&portal, &chair, second).await;
    let page = chair.get(format!("/desk/cases/{second}")).await.is(200);
    assert!(page.text().contains("has an owner by now"));
    let joining = format!("/desk/cases/{second}/joining");
    page.submit_to(&joining, &[("joins_as", "owner")])
        .await
        .is(404);
    page.submit_to(&joining, &[("joins_as", "editor")])
        .await
        .is(303);
    // The page is old by now: whoever presses again is shown what happened.
    let late = page
        .submit_to(&joining, &[("joins_as", "reader")])
        .await
        .is(409);
    assert!(late.text().contains("What happened"), "{}", late.text());
    assert!(
        vahan
            .get(format!("/cases/{second}"))
            .await
            .text()
            .contains("Editor")
    );
    let page = chair
        .get(format!("/desk/cases/{second}/decision"))
        .await
        .is(200);
    page.submit(&[("answer", "accepted")]).await.is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::Accepted);
    assert_eq!(
        role(&portal, &team_of(&address), &vahan).await,
        Some(TeamRole::Editor)
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_claim_is_sent_with_its_papers_and_nothing_typed_is_lost(pool: PgPool) {
    const BOARD: &str = "01930000-0000-7000-8000-00000000000a";
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let ani = portal.member("Ani").await;
    let id = begin(&ani, &address, "I am its treasurer.").await;
    let evidence = format!("/cases/{id}/evidence");
    assert!(
        ani.get("/home")
            .await
            .is(200)
            .has(&format!("a[href='/cases/{id}/form']"))
    );
    let page = ani
        .get(format!("/cases/{id}/form"))
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert_eq!(page.asked, format!("GET {evidence}"));
    assert!(
        page.text().contains("each look is written down"),
        "claimants are warned"
    );
    let back = page
        .submit(&[("evidence", " "), ("go", "send")])
        .await
        .is(422);
    let wanted: Vec<String> = ["02", "0a", "0b"]
        .iter()
        .map(|end| format!("item-01930000-0000-7000-8000-0000000000{end}"))
        .collect();
    assert_eq!(back.wrong_fields()[0], "evidence");
    assert_eq!(back.wrong_fields()[1..], wanted);
    assert!(
        back.select(".govuk-error-message")
            .iter()
            .any(|it| it.contains("Letter of the board"))
    );
    // Going for a paper keeps the words, and comes back to them.
    let add = format!("add-{BOARD}");
    let form = back
        .submit(&[("evidence", "Better words."), ("go", &add)])
        .await
        .is(303);
    assert_eq!(form.location(), format!("/cases/{id}/documents/{BOARD}"));
    let form = form.follow().await.is(200);
    let bytes = crate::documents::pdf("Letter");
    let added = crate::documents::send(&ani, &form, &[], "letter.pdf", &bytes)
        .await
        .is(303);
    assert_eq!(added.location(), evidence);
    let page = added.follow().await.is(200);
    assert_eq!(page.value("evidence"), "Better words.");
    let left = page.submit(&[("go", "send")]).await.is(422);
    assert_eq!(left.wrong_fields().len(), 2);
    let saved = left
        .submit(&[("evidence", "Best words."), ("go", "save")])
        .await
        .is(303);
    assert_eq!(saved.location(), format!("/cases/{id}"));
    // The board knows nothing of it yet, and strangers never do.
    portal
        .coordinator()
        .await
        .get(format!("/desk/cases/{id}"))
        .await
        .is(404);
    portal
        .member("Vahan")
        .await
        .post(&evidence, &[("go", "send")])
        .await
        .is(404);
    crate::documents::supply(&ani, &format!("/cases/{id}")).await;
    let page = ani.get(&evidence).await.is(200);
    let go = [("go", "send")];
    let (one, other) = tokio::join!(page.submit(&go), page.submit(&go));
    assert_eq!(
        one.is(303).location(),
        other.is(303).location(),
        "a double click is one"
    );
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    let page = portal
        .coordinator()
        .await
        .get(format!("/desk/cases/{id}"))
        .await
        .is(200);
    assert!(page.text().contains("Best words.") && page.text().contains("letter.pdf"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_claimant_s_identity_paper_stays_with_the_claim(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let address = listed(&portal, "Haus").await;
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = begin(&ani, &address, "I am its treasurer.").await;
    send(&ani, id).await;
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    let moved: Vec<(bool, bool)> = sqlx::query_as(
        "select personal, organization_id is not null from documents where case_id = $1 order by personal",
    )
    .bind(id)
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(moved, [(false, true), (false, true), (true, false)]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_got_an_owner_meanwhile_is_joined_and_not_claimed(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let board = portal.coordinator().await;
    let late = begin(&vahan, &address, "I keep its bank account.").await;
    crate::documents::supply(&vahan, &format!("/cases/{late}")).await;
    let page = vahan.get(format!("/cases/{late}/evidence")).await.is(200);
    let id = claim(&portal, &ani, &address).await;
    take(&portal, &board, id).await;
    decide(&portal, &board, id, Answer::Accept).await;
    assert_eq!(
        portal.letters().await.len(),
        1,
        "a draft is nobody's business"
    );
    let told = page.submit(&[("go", "send")]).await.is(409);
    assert_eq!(told.link("Ask to join"), address.replace("/claim", "/join"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_decides_on_those_with_whom_they_compete(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let address = listed(&portal, "Haus").await;
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = begin(&ani, &address, "I am its treasurer.").await;
    send(&ani, id).await;
    let own = begin(&board, &address, "I founded it.").await;
    send(&board, own).await;
    take(&portal, &board, id).await;
    let page = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    page.submit(&[("answer", "accepted")]).await.is(403);
    assert_eq!(
        role(&portal, &team_of(&address), &ani).await,
        None,
        "nothing of it is kept"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn two_claims_that_are_accepted_at_once_make_one_owner(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let address = listed(&portal, "Haus").await;
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let board = portal.coordinator().await;
    let page = ani.get(&address).await.is(200);
    let evidence = [("evidence", "I am.")];
    let (one, other) = tokio::join!(page.submit(&evidence), page.submit(&evidence));
    assert_eq!(
        one.location(),
        other.location(),
        "a double click is one claim"
    );
    let first: CaseId = one.location().split('/').nth(2).unwrap().parse().unwrap();
    send(&ani, first).await;
    let second = begin(&vahan, &address, "I am.").await;
    send(&vahan, second).await;
    let mut decisions = Vec::new();
    for id in [first, second] {
        take(&portal, &board, id).await;
        decisions.push(
            board
                .get(format!("/desk/cases/{id}/decision"))
                .await
                .is(200),
        );
    }
    let accept = [("answer", "accepted")];
    let (one, other) = tokio::join!(decisions[0].submit(&accept), decisions[1].submit(&accept));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let owners = [
        role(&portal, &team_of(&address), &ani).await,
        role(&portal, &team_of(&address), &vahan).await,
    ];
    assert_eq!(owners.iter().flatten().count(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_claim_that_comes_back_is_answered_with_better_evidence(pool: PgPool) {
    let portal = Portal::new(pool);
    let address = listed(&portal, "Haus").await;
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let id = claim(&portal, &ani, &address).await;
    take(&portal, &board, id).await;
    let due = portal.now().date_naive() + chrono::Days::new(20);
    let words = Some(prose("Who can confirm it?"));
    let ask = Answer::RequestChanges {
        words,
        notes: Vec::new(),
        due,
    };
    decide(&portal, &board, id, ask).await;
    assert_eq!(portal.letter().await.kind, LetterKind::ChangesRequested);
    let page = ani
        .get(format!("/cases/{id}/form"))
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(page.text().contains("Who can confirm it?"));
    assert_eq!(page.value("evidence"), "I am its treasurer since 2019.");
    page.submit(&[("evidence", "The court register does."), ("go", "send")])
        .await
        .is(303);
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("The court register does."));
    portal
        .member("Vahan")
        .await
        .get(format!("/cases/{id}/evidence"))
        .await
        .is(404);
    board.get(format!("/cases/{id}/evidence")).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_has_an_owner_is_not_claimed_and_nobody_of_the_team_judges(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let home = owned(&portal, &ani, "Haus").await;
    let address = home.replace("/home/", "/").replace("/team", "/claim");
    let vahan = portal.member("Vahan").await;
    let page = vahan.get(&address).await.is(200);
    assert!(!page.has("textarea"));
    vahan.post(&address, &[("evidence", "I am.")]).await.is(409);
    portal.auditor().await.get(&address).await.is(403);
    portal
        .visitor()
        .post(&address, &[("evidence", "x")])
        .await
        .is(401);

    // A coordinator with a seat in the team of what is claimed has no part in the decision.
    let address = listed(&portal, "Brücke").await;
    let id = claim(&portal, &vahan, &address).await;
    let board = portal.coordinator().await;
    let mut tx = portal.tx().await;
    let of = crate::teams::of_home(&portal, &team_of(&address)).await;
    let by = concord::actor::Actor::System;
    organization::team::join(&mut tx, &by, of, board.account(), TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    board.get(format!("/desk/cases/{id}")).await.is(404);
    board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(403);
    let mut read = portal.db().read().await.unwrap();
    let found = case::find(&mut read, &board.actor().await, id)
        .await
        .unwrap();
    assert!(found.concerns(board.account()));
}
