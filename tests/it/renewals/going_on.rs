//! Who renews and when, two at once, what goes on meanwhile, and what stays as it is.

use chrono::{Days, Months, TimeDelta};
use concord::organization::standing;
use concord::values::{Standing, TeamRole};
use sqlx::PgPool;

use super::*;
use crate::cases::prose;
use crate::standings::{day, down_to, found, keep, registered, stands};
use crate::teams::join;

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn owners_and_editors_renew_and_owners_send(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 61).await;
    let (ask, start) = (format!("{home}/renewal"), format!("{home}/renewals"));
    // Too early by a day: it says from when on, and has no button.
    let page = ani.get(&ask).await.is(200);
    assert!(page.text().contains("It can be renewed from"));
    assert!(!page.has(&format!("form[action='{start}']")));
    assert!(!ani.get(&home).await.has(&format!("a[href='{ask}']")));
    ani.post(&start, &[]).await.is(409);
    portal.wait(TimeDelta::days(1));
    let ani = portal.member("Ani").await;
    let editor = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let reader = join(&portal, &ani, "Mariam", TeamRole::Reader).await;
    let stranger = portal.member("Tigran").await;
    for (who, asks, starts) in [(&stranger, 404, 404), (&reader, 200, 403)] {
        let page = who.get(&ask).await.is(asks);
        assert!(!page.has(&format!("form[action='{start}']")));
        who.post(&start, &[]).await.is(starts);
    }
    portal.visitor().get(&ask).await.is(303);

    let case = begin(&editor, &home).await;
    confirm_all_but(&editor, &case, &["ties"]).await;
    let last = confirm(&editor, &case, "ties").await.is(303);
    assert_eq!(
        last.location(),
        format!("{case}/form"),
        "not to what is an owner's"
    );
    let page = last.follow().await.is(200);
    assert!(page.text().contains("Only an owner can send it."));
    editor.get(format!("{case}/answers")).await.is(403);
    reader.get(format!("{case}/form")).await.is(403);
    let action = format!("{case}/form/names/confirmation");
    reader.post(&action, &[]).await.is(403);
    stranger.post(&action, &[]).await.is(404);
    // Any colleague goes on where another stopped.
    crate::documents::supply(&ani, &case).await;
    send(&ani, &case).await.is(303);
    ani.post(&action, &[]).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_at_a_time_and_two_in_one_section_are_told(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 20).await;
    let vahan = join(&portal, &ani, "Vahan", TeamRole::Editor).await;
    let (ask, start) = (format!("{home}/renewal"), format!("{home}/renewals"));
    let pages = (ani.get(&ask).await.is(200), vahan.get(&ask).await.is(200));
    let (one, other) = tokio::join!(
        pages.0.submit_to(&start, &[]),
        pages.1.submit_to(&start, &[])
    );
    let [one, other] = [one, other].map(|page| page.is(303).location().to_owned());
    assert_eq!(one, other);
    assert!(
        ani.get(&ask)
            .await
            .text()
            .contains("A renewal is under way already")
    );
    let case = crate::registrations::case_of(&one);

    let section = format!("{case}/form/contacts");
    let confirmation = format!("{section}/confirmation");
    let seen = ani.get(&section).await.is(200);
    let new = [("contacts-0-value", "post@example.org")];
    change(&vahan, &case, "contacts", &new, "save")
        .await
        .is(303);
    // What Ani would confirm is not what she saw; and what Vahan typed is still there.
    let page = seen.submit_to(&confirmation, &[]).await.is(409);
    assert!(
        page.text()
            .contains("Somebody changed this section meanwhile")
    );
    assert_eq!(page.value("contacts-0-value"), "post@example.org");
    // Both typed: she is shown both.
    let mine = [("contacts-0-value", "ani@example.org"), ("go", "save")];
    let page = seen.submit_to(&section, &mine).await.is(409);
    assert!(page.text().contains("A colleague saved this section too"));

    // The registry changed since somebody saw it.
    let seen = ani.get(format!("{case}/form/work")).await.is(200);
    let page = vahan.get(format!("{home}/particulars/work")).await.is(200);
    let about = [("about-0-text", "Only a choir."), ("go", "continue")];
    page.submit(&about).await.is(303);
    let confirmation = format!("{case}/form/work/confirmation");
    seen.submit_to(&confirmation, &[]).await.is(409);
    let page = ani.get(format!("{case}/form/work")).await.is(200);
    assert_eq!(
        page.value("about-0-text"),
        "Only a choir.",
        "as it is today"
    );
    page.submit_to(&confirmation, &[]).await.is(303);
    // A claim or registration has nothing to confirm.
    let draft = crate::registrations::start(&ani).await;
    let other = crate::registrations::case_at(&draft);
    ani.post(format!("{other}/form/names/confirmation"), &[])
        .await
        .is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_changes_meanwhile_stays_and_an_amendment_goes_on_beside_it(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 20).await;
    let page = ani.get(format!("{home}/particulars")).await.is(200);
    let amendment = page.submit_to(&format!("{home}/amendments"), &[]).await;
    let amendment = amendment.is(303).location().to_owned();
    let page = ani.get(format!("{home}/renewal")).await.is(200);
    assert!(page.text().contains("You have asked for a change"));
    let case = sent(&ani, &home).await;
    // Said after the renewal was sent: the board's answer does not undo it.
    let page = ani.get(format!("{home}/particulars/contacts")).await;
    let new = [("contacts-0-value", "new@example.org"), ("go", "continue")];
    page.is(200).submit(&new).await.is(303);
    change(
        &ani,
        &amendment,
        "names",
        &[("names-0-text", "Palast")],
        "save",
    )
    .await
    .is(303);
    let page = ani.get(format!("{amendment}/answers")).await.is(200);
    let words = [("words", "The meeting decided it.")];
    page.submit_to(&format!("{amendment}/submission"), &words)
        .await
        .is(303);
    let board = portal.coordinator().await;
    let accepted = crate::registrations::id_of(&amendment);
    crate::cases::take(&portal, &board, accepted).await;
    crate::cases::decide(&portal, &board, accepted, Answer::Accept).await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(page.text().contains("Nothing would change"));
    page.submit_to(&format!("/desk{case}/acceptance"), &[])
        .await
        .is(303);
    let page = ani.get(&home).await.is(200).text();
    assert!(page.contains("new@example.org") && page.contains("Palast"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_renewal_holds_the_ladder_until_it_is_answered_or_taken_back(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 10).await;
    let number = number_of(&home);
    let case = begin(&ani, &home).await;
    confirm_all_but(&ani, &case, &[]).await;
    crate::documents::supply(&ani, &case).await;
    // A draft holds nothing.
    portal.wait(TimeDelta::days(10));
    keep(&portal).await;
    assert_eq!(stands(&portal, number).await, Standing::Due);
    let ani = portal.member("Ani").await;
    send(&ani, &case).await.is(303);
    portal.wait(TimeDelta::days(100));
    keep(&portal).await;
    assert_eq!(stands(&portal, number).await, Standing::Due, "held");
    let ani = portal.member("Ani").await;
    let page = ani.get(format!("{case}/withdrawal")).await.is(200);
    assert!(
        page.text()
            .contains("the days of your registration count again")
    );
    page.submit(&[]).await.is(303);
    keep(&portal).await;
    assert_eq!(stands(&portal, number).await, Standing::Lapsed, "freed");
    // At a later rung it is renewed all the same, from today on.
    let ani = portal.member("Ani").await;
    let case = sent(&ani, &home).await;
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    page.submit_to(&format!("/desk{case}/acceptance"), &[])
        .await
        .is(303);
    assert_eq!(stands(&portal, number).await, Standing::Good);
    let today = portal.now().date_naive();
    assert_eq!(until(&portal, &home).await, today + Months::new(36));
}

/// Puts an organization where the chair wants it.
async fn put(portal: &Portal, home: &str, to: Standing, until: Option<NaiveDate>) {
    let chair = portal.chair().await.actor().await;
    let seen = found(portal, number_of(home)).await;
    let mut tx = portal.tx().await;
    let can = organization::policy::change_standing(&chair, &seen, None).unwrap();
    standing::change(&mut tx, can, to, until, &prose("Because."))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_suspension_stays_and_who_is_struck_off_is_not_renewed(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 10).await;
    let number = number_of(&home);
    let end = portal.now().date_naive() + Days::new(5);
    put(&portal, &home, Standing::Suspended, Some(end)).await;
    let page = ani.get(format!("{home}/renewal")).await.is(200);
    assert!(page.text().contains("the suspension stays"));
    let case = sent(&ani, &home).await;
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(
        page.text()
            .contains("A renewal does not end the suspension.")
    );
    page.submit_to(&format!("/desk{case}/acceptance"), &[])
        .await
        .is(303);
    assert_eq!(stands(&portal, number).await, Standing::Suspended);
    let renewed = until(&portal, &home).await;
    assert!(renewed > portal.now().date_naive() + Months::new(36));
    portal.wait(TimeDelta::days(6));
    keep(&portal).await;
    assert_eq!(stands(&portal, number).await, Standing::Good);

    portal.wait(TimeDelta::days(TERM - 10));
    let ani = portal.member("Ani").await;
    let case = sent(&ani, &home).await;
    let board = portal.coordinator().await;
    let seen = board.get(format!("/desk{case}")).await.is(200);
    put(&portal, &home, Standing::StruckOff, None).await;
    seen.submit_to(&format!("/desk{case}/acceptance"), &[])
        .await
        .is(409);
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(
        page.text()
            .contains("The organization was struck off meanwhile.")
    );
    assert_eq!(until(&portal, &home).await, renewed);
    // Nor can one be begun.
    let page = ani.get(format!("{case}/withdrawal")).await.is(200);
    page.submit(&[]).await.is(303);
    let page = ani.get(format!("{home}/renewal")).await.is(200);
    assert!(
        page.text()
            .contains("only the chair of the board can revive it")
    );
    ani.post(format!("{home}/renewals"), &[]).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_never_spoke_confirmed_nothing_and_each_change_confirms_its_section(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = registered(&portal, Some(&ani), "Haus").await;
    let public = format!("/organizations/{number}");
    let never = "Never confirmed by the organization";
    assert!(
        portal
            .visitor()
            .get(&public)
            .await
            .is(200)
            .text()
            .contains(never)
    );
    let desk = portal.coordinator().await;
    let page = desk.get(format!("/desk{public}")).await.is(200);
    assert_eq!(page.text().matches(never).count(), SECTIONS.len());
    let page = ani.get(format!("/home{public}/particulars/work")).await;
    let about = [
        ("about-0-text", "We sing."),
        ("about-0-language", "en"),
        ("go", "continue"),
    ];
    page.is(200).submit(&about).await.is(303);
    let mine = ani.get(format!("/home{public}")).await.is(200).text();
    assert_eq!(mine.matches(never).count(), SECTIONS.len() - 1);
    assert!(mine.contains("Last confirmed by the organization on 24 November 2026"));
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains(never), "not as a whole");

    // An older entry lacks what is asked today: that is said at its field, and loses nothing.
    down_to(&portal, number, Standing::Notice).await;
    let ani = portal.member("Ani").await;
    let home = format!("/home{public}");
    let due = ani
        .get("/home")
        .await
        .is(200)
        .select("#due + .app-todo > li");
    assert_eq!(due.len(), 1, "{due:?}");
    assert!(due[0].contains("unless it is renewed. Renew the registration"));
    let case = begin(&ani, &home).await;
    let page = confirm(&ani, &case, "kind").await.is(422);
    assert_eq!(page.wrong_fields(), ["kind"]);
    assert!(until(&portal, &home).await < day("2029-12-31"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn papers_that_hold_are_not_asked_for_again(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (ani, home) = ending(&portal, "Ani", 30).await;
    let case = begin(&ani, &home).await;
    let list = format!("{case}/documents");
    let missing = ".app-shelf__slot:has(.app-tag--amber)";
    let page = ani.get(&list).await.is(200);
    assert_eq!(page.select(missing).len(), 4);
    // The tax certificate of the registration holds for another year.
    let end = portal.now().date_naive() + Days::new(365);
    let tax = crate::documents::TAX;
    sqlx::query("update documents set expires_on = $1 where item_id = $2::uuid")
        .bind(end)
        .bind(tax)
        .execute(&pool)
        .await
        .unwrap();
    let page = ani.get(&list).await.is(200);
    assert_eq!(page.select(missing).len(), 3);
    assert!(page.text().contains("The board has it already"));
    let tasks = ani.get(format!("{case}/form")).await.is(200);
    assert!(tasks.text().contains("0 of 3 there"));
    confirm_all_but(&ani, &case, &[]).await;
    let page = ani.get(format!("{case}/answers")).await.is(200);
    assert_eq!(page.mistakes().len(), 3);
    crate::documents::supply(&ani, &case).await;
    send(&ani, &case).await.is(303);
    // Once it has ended, it is asked for like the others.
    sqlx::query("update documents set expires_on = $1 where item_id = $2::uuid")
        .bind(portal.now().date_naive() - Days::new(1))
        .bind(tax)
        .execute(&pool)
        .await
        .unwrap();
    let page = ani.get(&list).await.is(200);
    assert_eq!(page.select(missing).len(), 1);
}
