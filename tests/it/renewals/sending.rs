//! The way of a renewal through the front door: from the letter to another term.

use chrono::{Days, Months};
use concord::case::Answer;
use concord::notice::LetterKind;
use concord::organization::Section;
use concord::values::Standing;
use sqlx::PgPool;

use super::*;
use crate::cases::{decide, take};
use crate::desk::criteria::{EXISTS, find, publish};
use crate::registrations::{id_of, wanted};
use crate::standings::{keep, stands};

/// The sentences of a section of somebody's own page.
async fn on_my_page(who: &Browser, id: &str) -> Vec<String> {
    let page = who.get("/home").await.is(200);
    page.select(&format!("#{id} + .app-todo > li"))
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn from_the_letter_to_another_term(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, home) = ending(&portal, "Ani", 60).await;
    let before = until(&portal, &home).await;
    assert_eq!(keep(&portal).await.reminded, 1);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::RenewalNear);
    assert!(letter.link().ends_with(&format!("{home}/renewal")));

    // What comes due leads there, and so does the organization's own page.
    let due = on_my_page(&ani, "due").await;
    assert_eq!(due.len(), 1, "{due:?}");
    assert!(due[0].contains("Renew the registration"), "{due:?}");
    let page = ani.get(&home).await.is(200);
    assert_eq!(
        page.link("Renew the registration"),
        format!("{home}/renewal")
    );
    let case = begin(&ani, &home).await;
    assert!(on_my_page(&ani, "due").await.is_empty(), "said once only");
    assert_eq!(on_my_page(&ani, "waiting").await.len(), 1);

    // Nothing is done yet, and those who lead it are asked for like everything else.
    let tasks = ani.get(format!("{case}/form")).await.is(200);
    assert!(
        tasks.text().contains("0 of 11 are done"),
        "{}",
        tasks.text()
    );
    assert!(tasks.has("a[href*='/form/people']"));
    let page = ani.get(format!("{case}/answers")).await.is(200);
    let all = SECTIONS.len() + 4;
    assert_eq!(page.mistakes().len(), all, "and four papers, all at once");
    assert!(!page.has(&format!("form[action='{case}/submission']")));

    let page = ani.get(format!("{case}/form/names")).await.is(200);
    assert_eq!(
        page.value("names-0-text"),
        "Haus der Armenier",
        "pre-filled"
    );
    let first = confirm(&ani, &case, "names").await.is(303);
    assert_eq!(
        first.location(),
        format!("{case}/form/kind"),
        "on to the next"
    );
    confirm_all_but(&ani, &case, &["names", "contacts"]).await;
    // To say that something changed, one changes something.
    let same = change(&ani, &case, "contacts", &[], "continue")
        .await
        .is(422);
    assert_eq!(same.wrong_fields(), ["contacts-0-value"]);
    let new = [("contacts-0-value", "post@example.org")];
    let next = change(&ani, &case, "contacts", &new, "continue")
        .await
        .is(303);
    assert_eq!(next.location(), format!("{case}/answers"));

    // The papers that the checklist asks for at a renewal.
    let page = next.follow().await.is(200);
    let papers = wanted(&page);
    assert_eq!(papers.len(), 4);
    assert!(
        papers.iter().all(|it| it.starts_with("item-")),
        "{papers:?}"
    );
    let revision: i32 = sqlx::query_scalar("select revision from cases where kind = 'renewal'")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let sent = [("revision", &*revision.to_string())];
    let refused = ani.post(format!("{case}/submission"), &sent).await.is(422);
    assert_eq!(wanted(&refused), papers);
    let text = page.text();
    assert!(text.contains("office@example.org") && text.contains("post@example.org"));
    assert!(
        !text.contains("Schule, Chor und Bibliothek."),
        "only what changed"
    );
    assert_eq!(page.select("main ul.govuk-list--bullet li").len(), 9);

    crate::documents::supply(&ani, &case).await;
    let receipt = send(&ani, &case).await.is(303).follow().await.is(200);
    assert!(receipt.text().contains("Renewal sent"));
    assert_eq!(portal.letter().await.kind, LetterKind::CaseSubmitted);
    assert_eq!(on_my_page(&ani, "sent").await.len(), 1);
    assert!(on_my_page(&ani, "due").await.is_empty());
    let page = ani.get(&home).await.is(200);
    assert!(page.text().contains("waits for") || page.has(&format!("a[href='{case}']")));

    // The board sees what changed against the registry, and that one step is enough.
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    let changed = page.select("#amends ~ dl .app-changed dt");
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(
        page.text()
            .contains("The organization says that this is still true")
    );
    let accept = format!("/desk{case}/acceptance");
    page.submit_to(&accept, &[]).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::Renewed);

    assert_eq!(until(&portal, &home).await, before + Months::new(36));
    assert_eq!(stands(&portal, number_of(&home)).await, Standing::Good);
    let today = portal.now().date_naive();
    let found = crate::standings::found(&portal, number_of(&home)).await;
    let mut read = portal.db().read().await.unwrap();
    let confirmed = organization::confirmed(&mut read, found.id).await.unwrap();
    assert_eq!(confirmed.whole(), Some(today));
    assert_eq!(confirmed.on(Section::People), Some(today));
    drop(read);
    let page = ani.get(&home).await.is(200).text();
    assert!(page.contains("post@example.org"));
    assert!(page.contains("Last confirmed by the organization on"));
    let public = portal.visitor().get(home.replace("/home/", "/")).await;
    assert!(
        public
            .is(200)
            .text()
            .contains("Last confirmed by the organization")
    );
    assert!(on_my_page(&ani, "due").await.is_empty());
    let seen = ani.get(&case).await.is(200).text();
    assert!(seen.contains("The registration is renewed."));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_material_is_decided_and_stands_under_a_mark_meanwhile(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let case = begin(&ani, &home).await;
    confirm_all_but(&ani, &case, &["kind"]).await;
    change(&ani, &case, "kind", &[("kind", "association")], "save")
        .await
        .is(303);
    crate::documents::supply(&ani, &case).await;
    send(&ani, &case).await.is(303);
    let public = home.replace("/home/", "/");
    let mark = "A correction of this entry is under way";
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains(mark));
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    let accept = format!("/desk{case}/acceptance");
    assert!(!page.has(&format!("form[action='{accept}']")));
    board.post(&accept, &[]).await.is(409);
    take(&portal, &board, id_of(&case)).await;
    decide(&portal, &board, id_of(&case), Answer::Accept).await;
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Association") && !page.text().contains(mark));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_step_is_offered_only_where_no_criterion_hinders_and_what_does_is_said(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let admin = portal.admin().await;
    let form = admin.get(format!("/admin/criteria/{EXISTS}")).await;
    form.is(200)
        .submit(&[("case_kinds", "renewal")])
        .await
        .is(303);
    publish(&portal).await;
    let case = sent(&ani, &home).await;
    let (board, desk) = (portal.coordinator().await, format!("/desk{case}"));
    let (accept, row) = (format!("{desk}/acceptance"), format!("#criterion-{EXISTS}"));
    let one_step = format!("form[action='{accept}']");
    let page = board.get(&desk).await.is(200);
    assert!(!page.has(&one_step));
    assert!(
        page.text()
            .contains("required criteria are open or not met")
    );
    assert_eq!(
        page.first(&format!("a[href='{row}']")),
        "The organization exists"
    );
    assert!(page.has(&row), "the link leads there");
    // Whoever still has an older page is told the same, and nothing is accepted.
    let page = board.post(&accept, &[]).await.is(303).follow().await;
    assert!(
        page.text()
            .contains("Required criteria are open or not met")
    );
    assert!(page.text().contains("Submitted"));
    find(&board, id_of(&case), EXISTS, &[("outcome", "met")])
        .await
        .is(303);
    let page = board.get(&desk).await.is(200);
    assert!(!page.text().contains("required criteria are open"));
    assert!(page.has(&one_step));
    page.submit_to(&accept, &[]).await.is(303);
    let old = portal.now().date_naive() + Days::new(30);
    assert_eq!(until(&portal, &home).await, old + Months::new(36));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_step_is_the_board_s_alone_and_lands_once(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let case = sent(&ani, &home).await;
    let public = portal.visitor().get(home.replace("/home/", "/")).await;
    assert!(!public.text().contains("A correction of this entry"));
    let accept = format!("/desk{case}/acceptance");
    for (who, status) in [
        (ani.clone(), 403),
        (portal.member("Stranger").await, 404),
        (portal.auditor().await, 403),
        (portal.admin().await, 403),
        (portal.post_officer(&["FR"]).await, 404),
    ] {
        who.post(&accept, &[]).await.is(status);
    }
    let (one, other) = (portal.coordinator().await, portal.chair().await);
    let pages = (
        one.get(format!("/desk{case}")).await.is(200),
        other.get(format!("/desk{case}")).await.is(200),
    );
    let (a, b) = tokio::join!(
        pages.0.submit_to(&accept, &[]),
        pages.1.submit_to(&accept, &[])
    );
    let mut got = [a.status.as_u16(), b.status.as_u16()];
    got.sort_unstable();
    assert_eq!(got, [303, 409]);
    let today = portal.now().date_naive();
    let old = today + Days::new(30);
    assert_eq!(until(&portal, &home).await, old + Months::new(36));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_board_asks_refuses_and_is_appealed_to_and_one_term_is_added_once(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let before = until(&portal, &home).await;
    let (board, chair) = (portal.coordinator().await, portal.chair().await);
    let case = sent(&ani, &home).await;
    take(&portal, &board, id_of(&case)).await;
    let words = crate::cases::prose("Your phone is missing.");
    let answer = Answer::RequestChanges {
        words: Some(words.clone()),
        notes: vec![],
        due: portal.now().date_naive() + Days::new(10),
    };
    decide(&portal, &board, id_of(&case), answer).await;
    let new = [("contacts-0-value", "post@example.org")];
    change(&ani, &case, "contacts", &new, "save").await.is(303);
    send(&ani, &case).await.is(303);
    take(&portal, &board, id_of(&case)).await;
    decide(&portal, &board, id_of(&case), Answer::Refuse { words }).await;
    // A refusal is no end: another can be begun, and the first be appealed.
    let second = sent(&ani, &home).await;
    assert_ne!(second, case);
    let page = ani.get(format!("{case}/appeal")).await.is(200);
    page.submit(&[("why", "We have sent it.")]).await.is(303);
    let page = board.get(format!("/desk{second}")).await.is(200);
    page.submit_to(&format!("/desk{second}/acceptance"), &[])
        .await
        .is(303);
    assert_eq!(until(&portal, &home).await, before + Months::new(36));
    take(&portal, &chair, id_of(&case)).await;
    decide(&portal, &chair, id_of(&case), Answer::Accept).await;
    assert_eq!(until(&portal, &home).await, before + Months::new(36));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_renewal_with_conditions_says_how_many_and_until_when(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let before = until(&portal, &home).await;
    let case = sent(&ani, &home).await;
    portal.letters().await;
    let board = portal.coordinator().await;
    take(&portal, &board, id_of(&case)).await;
    let due = portal.now().date_naive() + Days::new(20);
    let condition = |words, due| concord::case::NewCondition {
        words: crate::cases::prose(words),
        due,
    };
    let answer = Answer::AcceptWithConditions {
        conditions: vec![
            condition("Send the minutes.", due + Days::new(9)),
            condition("Name a treasurer.", due),
        ],
    };
    decide(&portal, &board, id_of(&case), answer).await;
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::RenewedWithConditions);
    let day = |day| concord::say::day(concord::values::Lang::En, day);
    let text = letter.text.replace(['\u{2068}', '\u{2069}'], "");
    for said in ["2 conditions", &*day(due), &*day(before + Months::new(36))] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(
        !letter.text.contains("treasurer"),
        "the words wait behind a sign-in"
    );
    let page = ani.get(&case).await.is(200);
    assert!(page.text().contains("Name a treasurer."));
    assert!(page.has("#conditions a[href*='/conditions/']"));
}
