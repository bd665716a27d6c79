//! Criteria: editions that admins publish, what the board finds in a case, and what it means for the decision.

use concord::case::{Answer, Way};
use concord::ids::CaseId;
use concord::values::Role;
use sqlx::PgPool;

use crate::cases::{decide, held, particulars, prose, seen, submit, submitted, take};
use crate::documents::{STATUTES, acts, add, newest, pdf};
use crate::portal::{Browser, Page, Portal};

/// A criterion of the draft that the registry came with, required for registrations.
pub const EXISTS: &str = "01930000-0000-7000-8000-000000000261";
/// One that is not.
const REACHED: &str = "01930000-0000-7000-8000-000000000266";

/// Publishes the draft as it is.
pub async fn publish(portal: &Portal) {
    let admin = portal.admin().await;
    let page = admin.get("/admin/criteria").await.is(200);
    page.submit_to("/admin/criteria/publication", &[])
        .await
        .is(303);
}

/// Says what somebody finds of a criterion.
pub async fn find(by: &Browser, case: CaseId, criterion: &str, fields: &[(&str, &str)]) -> Page {
    let form = by.get(format!("/desk/cases/{case}/criteria/{criterion}"));
    form.await.is(200).submit(fields).await
}

/// Settles everything that is required of a registration.
async fn settle(by: &Browser, case: CaseId) {
    for nth in 1..=5 {
        let criterion = format!("01930000-0000-7000-8000-00000000026{nth}");
        find(by, case, &criterion, &[("outcome", "met")])
            .await
            .is(303);
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_case_keeps_the_edition_of_its_first_submission(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let admin = portal.admin().await;
    let before = held(&portal, &ani, &board, "Before").await;
    let page = board.get(format!("/desk/cases/{before}")).await.is(200);
    assert!(!page.has("#criteria"), "the first edition is empty");
    publish(&portal).await;
    let page = board.get(format!("/desk/cases/{before}")).await.is(200);
    assert!(!page.has("#criteria"));
    let id = held(&portal, &ani, &board, "After").await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let titles = page.select("#criteria ~ ul .app-shelf__title");
    assert!(titles.contains(&"The organization exists".to_owned()));
    assert!(page.text().contains("7 of 7 criteria are open or not met."));

    // The next edition says it otherwise and leaves one out; the case is sent again, and is judged as before.
    let form = admin.get(format!("/admin/criteria/{EXISTS}")).await.is(200);
    let page = form.submit(&[("title_en", "It is real")]).await.is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains("Draft of edition 3") && page.text().contains("It is real"));
    let form = admin
        .get(format!("/admin/criteria/{REACHED}"))
        .await
        .is(200);
    form.submit(&[("withdrawn", "yes")]).await.is(303);
    publish(&portal).await;
    let ask = Answer::RequestChanges {
        words: Some(prose("More, please.")),
        notes: Vec::new(),
        due: portal.now().date_naive() + chrono::Days::new(9),
    };
    decide(&portal, &board, id, ask).await;
    submit(&portal, &ani, id, &particulars("After", "DE")).await;
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(page.text().contains("The organization exists") && !page.text().contains("It is real"));
    assert!(page.text().contains("Edition 2") && page.text().contains("of 7 criteria"));
    let new = submitted(&portal, &ani, "New", "DE").await;
    let page = board.get(format!("/desk/cases/{new}")).await.is(200);
    assert!(page.text().contains("It is real") && page.text().contains("6 of 6 criteria"));
    // What was published can be read back.
    let page = admin.get("/admin/criteria/editions/2").await.is(200);
    assert!(page.text().contains("The organization exists"));
    admin.get("/admin/criteria/editions/4").await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_admins_publish_and_only_what_they_saw(pool: PgPool) {
    let portal = Portal::new(pool);
    for (who, status) in [
        (portal.visitor(), 303),
        (portal.member("Ani").await, 404),
        (portal.coordinator().await, 404),
        (portal.auditor().await, 200),
        (portal.admin().await, 200),
    ] {
        who.get("/admin/criteria").await.is(status);
    }
    let (admin, auditor) = (portal.admin().await, portal.auditor().await);
    auditor.get("/admin/criteria/new").await.is(403);
    let draft = admin.get("/admin/criteria").await.is(200);
    let form = admin.get("/admin/criteria/new").await.is(200);
    let refused = form
        .submit(&[("position", "far"), ("hint_ru", "Один")])
        .await
        .is(422);
    assert_eq!(
        refused.wrong_fields(),
        [
            "title_en", "title_ru", "title_ar", "hint_en", "hint_ar", "position"
        ]
    );
    let new = [
        ("title_en", "It keeps books"),
        ("title_ru", "Она ведёт учёт"),
        ("title_ar", "تمسك دفاتر"),
        ("required", "yes"),
    ];
    form.submit(&new).await.is(303);
    // A second click makes no second one.
    form.submit(&new).await.is(303);
    // The draft is another one by now.
    let to = "/admin/criteria/publication";
    draft.submit_to(to, &[]).await.is(409);
    let draft = admin.get("/admin/criteria").await.is(200);
    let named = draft.select("main tbody th");
    let keeps = named.iter().filter(|it| it.contains("It keeps books"));
    assert_eq!(keeps.count(), 1, "{named:?}");
    let stale = admin.get(format!("/admin/criteria/{EXISTS}")).await.is(200);
    draft.submit_to(to, &[]).await.is(303);
    draft.submit_to(to, &[]).await.is(409);
    stale.submit(&[("title_en", "Too late")]).await.is(409);
    // A draft that says nothing new cannot be published.
    let page = admin.get("/admin/criteria").await.is(200);
    assert!(!page.has(&format!("form[action='{to}']")));
    admin.post(to, &[("revision", "1")]).await.is(409);
    assert_eq!(acts(&portal, "criteria_published").await, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_found_rests_on_evidence_and_stays_within_the_board(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (post, auditor) = (portal.post_officer(&["DE"]).await, portal.auditor().await);
    publish(&portal).await;
    let id = crate::cases::draft(&portal, &ani).await;
    add(&ani, id, STATUTES, "устав.pdf", &pdf("S"))
        .await
        .is(303);
    let document = newest(&portal).await;
    submit(&portal, &ani, id, &particulars("Haus", "DE")).await;
    let here = format!("/desk/cases/{id}/criteria/{EXISTS}");

    let refused = find(&board, id, EXISTS, &[("links", "javascript:alert(1)")])
        .await
        .is(422);
    assert_eq!(refused.wrong_fields(), ["outcome", "links"]);
    let refused = find(&board, id, EXISTS, &[("outcome", "not_met")]).await;
    assert_eq!(refused.is(422).wrong_fields(), ["note"]);
    let other = "01930000-0000-7000-8000-000000000001";
    let strange = [
        ("outcome", "met"),
        ("documents", other),
        ("fields", "secret"),
    ];
    let refused = find(&board, id, EXISTS, &strange).await.is(422);
    assert_eq!(refused.wrong_fields(), ["documents", "fields"]);

    let found = [
        ("outcome", "met"),
        ("note", "The register of Köln has it."),
        ("documents", &*document),
        ("fields", "names"),
        ("links", "www.example.org/register\n\n"),
    ];
    let page = find(&board, id, EXISTS, &found).await.is(303);
    assert_eq!(page.location(), format!("/desk/cases/{id}#criteria"));
    let page = board.get(format!("/desk/cases/{id}")).await.is(200);
    let slot = page.select(&format!("#criterion-{EXISTS}")).remove(0);
    for words in [
        "Met",
        "The register of Köln has it.",
        "устав.pdf",
        "The answer: Names",
        "https://www.example.org/register",
    ] {
        assert!(slot.contains(words), "{words}: {slot}");
    }
    let happened = page.select("#history ~ ol, #history ~ ul, #history ~ div");
    assert!(
        happened
            .iter()
            .any(|it| it.contains("Criterion judged: The organization exists – Met")),
        "{happened:?}"
    );
    // Nothing of it is in the clear.
    let clear: i64 = sqlx::query_scalar(
        "select count(*) from case_findings where note_sealed::text like '%register%' or links_sealed::text like '%example%'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(clear, 0);

    // Posts and auditors read it; the organization knows of nothing, on no page and by no address.
    for (who, status) in [(&post, 403), (&auditor, 403), (&ani, 404)] {
        who.get(&here).await.is(status);
        who.post(&here, &[("outcome", "met"), ("version", "1")])
            .await
            .is(status);
    }
    for who in [&post, &auditor] {
        let page = who.get(format!("/desk/cases/{id}")).await.is(200);
        assert!(page.text().contains("The register of Köln has it."));
        assert!(!page.has(&format!("a[href='{here}']")));
    }
    for path in ["", "/documents"] {
        let page = ani.get(format!("/cases/{id}{path}")).await.is(200);
        let text = page.text();
        assert!(
            !text.contains("Criterion") && !text.contains("register of Köln"),
            "{text}"
        );
    }
    assert_eq!(acts(&portal, "case_criterion_judged").await, 1);
    // Another case's paper is no evidence here.
    let elsewhere = submitted(&portal, &ani, "Elsewhere", "FR").await;
    let fields = [("outcome", "met"), ("documents", &*document)];
    let refused = find(&board, elsewhere, EXISTS, &fields).await.is(422);
    assert_eq!(refused.wrong_fields(), ["documents"]);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_at_once_one_lands_and_the_other_is_shown_what_it_says(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let one = portal.person("First Judge", Role::Coordinator).await;
    let two = portal.person("Second Judge", Role::Coordinator).await;
    publish(&portal).await;
    let id = held(&portal, &ani, &one, "Haus").await;
    let here = format!("/desk/cases/{id}/criteria/{EXISTS}");
    let (first, second) = (one.get(&here).await.is(200), two.get(&here).await.is(200));
    let (first, second) = tokio::join!(
        first.submit(&[("outcome", "met"), ("note", "I called them.")]),
        second.submit(&[("outcome", "not_met"), ("note", "Nobody answers.")]),
    );
    let mut pages = [first, second];
    pages.sort_by_key(|page| page.status);
    assert_eq!(
        pages.each_ref().map(|page| page.status.as_u16()),
        [303, 409]
    );
    let beaten = &pages[1];
    let text = beaten.text();
    assert!(text.contains("A colleague said something of this criterion"));
    assert!(
        text.contains("I called them.") && text.contains("Nobody answers."),
        "{text}"
    );
    // What was typed is still in the form, and can be sent again.
    beaten.submit(&[]).await.is(303);
    let page = one.get(&here).await.is(200);
    assert_eq!(page.value("version"), "2");
    assert_eq!(acts(&portal, "case_criterion_judged").await, 2);
    // Once the case is decided, the page shows what happened instead.
    let open = one.get(&here).await.is(200);
    let refuse = Answer::Refuse {
        words: prose("No such street."),
    };
    decide(&portal, &one, id, refuse).await;
    open.submit(&[("outcome", "met")]).await.is(409);
    two.get(&here).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn accepting_with_something_required_open_asks_why_and_keeps_the_reason(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    publish(&portal).await;
    let id = held(&portal, &ani, &board, "Haus").await;
    find(&board, id, EXISTS, &[("outcome", "met")])
        .await
        .is(303);
    let decision = format!("/desk/cases/{id}/decision");
    let form = board.get(&decision).await.is(200);
    assert!(form.text().contains("6 of 7 criteria are open or not met."));
    let refused = form.submit(&[("answer", "accepted")]).await.is(422);
    assert_eq!(refused.wrong_fields(), ["despite"]);
    // Whoever goes past the form is stopped by the act itself.
    let case = seen(&portal, &board, id).await.unwrap();
    let mut tx = portal.tx().await;
    let actor = board.actor().await;
    let granted = concord::case::policy::decide(&actor, &case).unwrap();
    let verdict = concord::case::decide(&mut tx, granted, Answer::Accept).await;
    let done = concord::outcome::apply(&mut tx, verdict.unwrap()).await;
    assert!(matches!(done, Err(concord::Error::Overtaken)), "{done:?}");
    drop(tx);
    let why = "The post knows them well.";
    let page = form
        .submit(&[("answer", "accepted"), ("despite", why)])
        .await
        .is(303);
    let page = page.follow().await.is(200);
    assert!(page.text().contains(why) && page.text().contains("CR-0000001-"));
    assert_eq!(acts(&portal, "case_criteria_excused").await, 1);
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    assert!(!page.text().contains(why), "{}", page.text());

    // A refusal asks for nothing, nor does a case in which what is required is settled.
    let id = held(&portal, &ani, &board, "Refused").await;
    let form = board.get(format!("/desk/cases/{id}/decision")).await;
    let fields = [("answer", "refused"), ("reason", "No such street.")];
    form.submit(&fields).await.is(303);
    let id = held(&portal, &ani, &board, "Settled").await;
    settle(&board, id).await;
    let form = board.get(format!("/desk/cases/{id}/decision")).await;
    assert!(!form.has("#despite"));
    form.submit(&[("answer", "accepted")]).await.is(303);
    assert_eq!(acts(&portal, "case_criteria_excused").await, 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_second_of_two_is_told_what_was_found_meanwhile(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let one = portal.person("First Judge", Role::Coordinator).await;
    let two = portal.person("Second Judge", Role::Coordinator).await;
    publish(&portal).await;
    crate::deciding::rule_for_all(&portal, Way::Two).await;
    let id = submitted(&portal, &ani, "Haus", "FR").await;
    take(&portal, &one, id).await;
    settle(&one, id).await;
    crate::deciding::propose(&one, id, &[("answer", "accepted")]).await;
    let page = two.get(format!("/desk/cases/{id}")).await.is(200);
    let fields = [
        ("outcome", "not_met"),
        ("note", "The register struck it off."),
    ];
    find(&two, id, EXISTS, &fields).await.is(303);
    let confirmed = page
        .submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(409);
    assert!(
        confirmed.text().contains("The register struck it off."),
        "{}",
        confirmed.text()
    );
    find(&two, id, EXISTS, &[("outcome", "met"), ("note", "")])
        .await
        .is(303);
    let page = two.get(format!("/desk/cases/{id}")).await.is(200);
    page.submit_to(&format!("/desk/cases/{id}/confirmation"), &[])
        .await
        .is(303);
}
