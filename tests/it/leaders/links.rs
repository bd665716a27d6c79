//! The link of a leader can be ended, and an address that they say counts only when whoever reads it has confirmed: whoever came by
//! a link that was passed on neither keeps it nor takes the entry. With it ends all that was reached by it.

use chrono::TimeDelta;
use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::{Somebody, somebody};
use crate::coordination::consents::{EMAIL, NAME};
use crate::coordination::joining::group;
use crate::meetings::address;
use crate::portal::{Letter, Page, Portal};

const THIEF: &str = "thief@example.org";

/// Whoever has the link says another address.
async fn says(portal: &Portal, one: &Somebody, email: &str) -> Page {
    let visitor = portal.visitor();
    let form = format!("{}/profile/edit", one.link);
    let page = visitor.get(&form).await.is(200);
    let to = format!("{}/profile", one.link);
    page.submit_to(&to, &[("email", email)]).await
}

/// The letters of a kind since the test last asked.
fn of(letters: &[Letter], kind: LetterKind) -> &Letter {
    let found: Vec<_> = letters.iter().filter(|it| it.kind == kind).collect();
    assert_eq!(found.len(), 1, "{kind}: {letters:?}");
    found[0]
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_link_ends_at_once_and_another_goes_to_the_address_on_the_entry(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let visitor = portal.visitor();
    portal.letters().await;
    let page = visitor.get(&one.link).await.is(200);
    let link = format!("{}/link", one.link);
    page.submit_to(&link, &[]).await.is(303);
    let letters = portal.letters().await;
    let letter = of(&letters, LetterKind::LeaderLinkRenewed);
    assert_eq!(letter.to, EMAIL);
    let new = letter.link().to_owned();
    assert_ne!(new, one.link);
    for part in ["", "/profile", "/profile/edit"] {
        visitor.get(format!("{}{part}", one.link)).await.is(410);
    }
    for part in ["", "/withdrawal", "/profile", "/file", "/calendar", "/link"] {
        let old = format!("{}{part}", one.link);
        visitor.post(&old, &[("what", "everything")]).await.is(410);
    }
    visitor.get(&new).await.is(200);

    // The board ends it, too: once, of two who press at once.
    let path = format!("{}/link", one.desk);
    let (here, there) = (
        one.board.get(&one.desk).await,
        one.board.get(&one.desk).await,
    );
    let (first, second) = tokio::join!(here.submit_to(&path, &[]), there.submit_to(&path, &[]));
    let mut answers = [first.status.as_u16(), second.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
    let letters = portal.letters().await;
    let third = of(&letters, LetterKind::LeaderLinkRenewed)
        .link()
        .to_owned();
    visitor.get(&new).await.is(410);
    visitor.get(&third).await.is(200);
    let desk = one.board.get(&one.desk).await.is(200);
    assert!(desk.text().contains("Link of a leader ended"));
}

/// Asks them into a group; the link of the letter that does.
async fn asked_into(portal: &Portal, one: &Somebody, group: &str) -> String {
    let path = format!("{}/memberships", one.desk);
    let form = one.board.get(&path).await.is(200);
    portal.letters().await;
    let id = group.rsplit('/').next().unwrap();
    form.submit(&[("group", id), ("role", "member")])
        .await
        .is(303);
    let letters = portal.letters().await;
    of(&letters, LetterKind::LeaderInvited).link().to_owned()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn links_of_every_sort_end_with_the_one_of_the_consents_and_say_so(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let visitor = portal.visitor();
    let page = visitor.get(&one.link).await.is(200);
    page.submit_to(&one.link, &[("invitations", "all")])
        .await
        .is(303);
    let group = group(&one.board, "Elders", "notice").await;
    let asked = asked_into(&portal, &one, &group).await;
    // Whoever comes from their consents goes back there; the link of the letter leads to nothing besides.
    let own = visitor.get(&one.link).await.is(200);
    let own = own.link("See the groups that you are in, answer and leave");
    let back = format!("a[href='{}']", one.link);
    assert!(visitor.get(&own).await.is(200).has(&back));
    for by_letter in [asked.clone(), format!("{asked}?from=abc")] {
        let page = visitor.get(&by_letter).await.is(200);
        assert!(!page.has("a[href^='/consents/']"), "{by_letter}");
    }
    let calendar = address(&visitor.post(format!("{}/calendar", one.link), &[]).await);
    visitor.get(&calendar).await.is(200);
    says(&portal, &one, "new@example.org").await.is(303);
    let letters = portal.letters().await;
    let confirm = of(&letters, LetterKind::LeaderAddressAsked)
        .link()
        .to_owned();

    let page = visitor.get(&one.link).await.is(200);
    let link = format!("{}/link", one.link);
    page.submit_to(&link, &[]).await.is(303);
    let letters = portal.letters().await;
    let renewed = of(&letters, LetterKind::LeaderLinkRenewed);
    assert_eq!(renewed.to, EMAIL, "not to the address that waited");
    let new = renewed.link().to_owned();
    // Each says that it works no more and whom to ask, in the language of whoever reads it, and not whose it was.
    for (lang, said) in [
        ("en", "link does not work any more"),
        ("ru", "ссылка больше не работает"),
        ("ar", "لم يعد هذا الرابط يعمل"),
    ] {
        let reader = portal.visitor().reading(lang);
        for old in [&one.link, &asked, &confirm] {
            let page = reader.get(old).await.is(410);
            assert!(page.text().contains(said), "{lang} {old}: {}", page.text());
            for known in [NAME, EMAIL, "new@example.org", "Haus", "Elders"] {
                assert!(!page.body.contains(known), "{lang} {old}: {known}");
            }
        }
    }
    let page = visitor.get(&asked).await;
    assert!(page.text().contains("coordinating board"));
    let leaving = format!("{asked}/memberships/{}/ending", one.id);
    for old in [&one.link, &leaving, &confirm] {
        visitor.post(old, &[]).await.is(410);
    }
    visitor.get(&calendar).await.is(404);
    let mine = visitor.get(format!("{new}/profile")).await.is(200);
    assert!(!mine.text().contains("new@example.org"), "none waits");
    // The new one works, and so does what is made from now on.
    let made = visitor.post(format!("{new}/calendar"), &[]).await.is(200);
    visitor.get(address(&made)).await.is(200);
    let desk = one.board.get(&group).await.is(200);
    let back = desk.attribute("main form[action$='/withdrawal']", "action");
    one.board.post(&back, &[]).await.is(303);
    let again = asked_into(&portal, &one, &group).await;
    assert_ne!(again, asked);
    visitor.get(&again).await.is(200);
    // One that nobody made is not found.
    for forged in [
        format!("{}AAAAAAAA", &asked[..asked.len() - 8]),
        again.replace("/group-invitations/", "/consents/"),
        "/group-invitations/abc".to_owned(),
    ] {
        visitor.get(&forged).await.is(404);
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn few_may_end_a_link_and_where_there_is_no_address_the_board_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let path = format!("{}/link", one.desk);
    for (browser, status) in [
        (portal.visitor(), 401),
        (portal.member("Mher").await, 404),
        (one.owner.clone(), 404),
        (portal.admin().await, 404),
        (portal.post_officer(&["FR"]).await, 404),
        (portal.post_officer(&["DE"]).await, 403),
        (portal.auditor().await, 403),
    ] {
        browser.post(&path, &[("seen", "0")]).await.is(status);
    }
    one.board.post(&path, &[]).await.is(404);
    one.board_says(&[("email", "")]).await.is(303);
    portal.letters().await;
    let page = one.board.get(&one.desk).await.is(200);
    assert!(page.text().contains("no new one can be sent"));
    let told = page.submit_to(&path, &[]).await.is(303).follow().await;
    assert!(
        told.text().contains("no new one was sent"),
        "{}",
        told.text()
    );
    assert!(portal.letters().await.is_empty());
    portal.visitor().get(&one.link).await.is(410);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_address_counts_when_whoever_reads_it_has_confirmed(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    portal.letters().await;
    let told = says(&portal, &one, "new@example.org").await.is(303);
    assert!(
        told.follow()
            .await
            .text()
            .contains("counts when it is confirmed")
    );
    let letters = portal.letters().await;
    let asked = of(&letters, LetterKind::LeaderAddressAsked);
    assert_eq!(asked.to, "new@example.org");
    assert!(!asked.text.contains(NAME) && !asked.text.contains("Haus"));
    let before = of(&letters, LetterKind::LeaderAddressChanging);
    assert_eq!(before.to, EMAIL);
    assert!(!before.text.contains("new@example.org"));

    // It waits, and the one before is in force.
    let visitor = portal.visitor();
    let mine = visitor.get(format!("{}/profile", one.link)).await.is(200);
    assert!(mine.text().contains("new@example.org") && mine.text().contains("waits until"));
    let form = visitor.get(format!("{}/profile/edit", one.link)).await;
    assert_eq!(form.value("email"), EMAIL);
    let desk = one.board.get(&one.desk).await.is(200);
    assert!(desk.text().contains(EMAIL) && desk.text().contains("new@example.org"));
    // The same again is the same question.
    says(&portal, &one, "new@example.org").await.is(303);
    assert!(portal.letters().await.is_empty());

    // Looking confirms nothing; two who press at once confirm it once.
    let page = visitor.get(asked.link()).await.is(200);
    assert!(page.text().contains("new@example.org"));
    assert!(one.board.get(&one.desk).await.text().contains(EMAIL));
    let (first, second) = tokio::join!(page.submit(&[]), visitor.post(asked.link(), &[]));
    let mut answers = [first.status.as_u16(), second.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
    let desk = one.board.get(&one.desk).await.is(200);
    assert!(!desk.text().contains(EMAIL) && desk.text().contains("new@example.org"));
    let done = visitor.get(asked.link()).await.is(200);
    assert!(done.text().contains("is confirmed") && !done.has("main form"));
    // An account with it has the entry at once.
    let account = portal.member("new").await;
    let claim = format!("{}/claim", one.link);
    let page = account.post(&claim, &[]).await.is(303);
    assert_eq!(page.location(), format!("/consents/{}", one.id));
    for forged in ["abc", &"a".repeat(64)] {
        visitor
            .get(format!("/leader-addresses/{forged}"))
            .await
            .is(404);
        visitor
            .post(format!("/leader-addresses/{forged}"), &[])
            .await
            .is(404);
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_address_that_nobody_confirmed_gives_no_account_the_entry(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    says(&portal, &one, THIEF).await.is(303);
    let letters = portal.letters().await;
    let asked = of(&letters, LetterKind::LeaderAddressAsked)
        .link()
        .to_owned();
    let thief = portal.member("thief").await;
    let page = thief.post(format!("{}/claim", one.link), &[]).await.is(303);
    assert_eq!(page.location(), one.link, "it waits for those who know");
    let own = format!("/consents/{}", one.id);
    thief.get(&own).await.is(404);
    // Taken back, it is over; and after two weeks the letter is too old.
    let visitor = portal.visitor();
    let mine = visitor.get(format!("{}/profile", one.link)).await.is(200);
    let back = format!("{}/address/withdrawal", one.link);
    mine.submit_to(&back, &[]).await.is(303);
    visitor.post(&back, &[]).await.is(409);
    visitor.get(&asked).await.is(410);
    visitor.post(&asked, &[]).await.is(410);
    says(&portal, &one, THIEF).await.is(303);
    let letters = portal.letters().await;
    let asked = of(&letters, LetterKind::LeaderAddressAsked)
        .link()
        .to_owned();
    portal.wait(TimeDelta::days(14));
    let page = visitor.get(&asked).await.is(410);
    assert!(page.text().contains("too late") && !page.has("main form"));
    visitor.post(&asked, &[]).await.is(410);
    let board = portal.coordinator().await;
    assert!(board.get(&one.desk).await.is(200).text().contains(EMAIL));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_reads_the_address_before_undoes_it_and_whoever_had_the_link_has_nothing(
    pool: PgPool,
) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    portal.letters().await;
    let visitor = portal.visitor();
    // First none, which needs nobody's word, and then their own, which they confirm and claim the entry by.
    says(&portal, &one, "").await.is(303);
    let letters = portal.letters().await;
    let undo = of(&letters, LetterKind::LeaderAddressChanging);
    assert_eq!(undo.to, EMAIL);
    says(&portal, &one, THIEF).await.is(303);
    let letters = portal.letters().await;
    let asked = of(&letters, LetterKind::LeaderAddressAsked)
        .link()
        .to_owned();
    visitor.post(&asked, &[]).await.is(303);
    says(&portal, &one, "thief.again@example.org").await.is(303);
    let letters = portal.letters().await;
    let theirs = of(&letters, LetterKind::LeaderAddressChanging)
        .link()
        .to_owned();
    let thief = portal.member("thief").await;
    thief.post(format!("{}/claim", one.link), &[]).await.is(303);
    let own = format!("/consents/{}", one.id);
    thief.get(&own).await.is(200);

    let page = visitor.get(undo.link()).await.is(200);
    assert!(page.text().contains("Was this you?") && !page.body.contains("thief"));
    page.submit(&[]).await.is(303);
    let letters = portal.letters().await;
    let new = of(&letters, LetterKind::LeaderLinkRenewed);
    assert_eq!(new.to, EMAIL);
    visitor.get(new.link()).await.is(200);
    visitor.get(&one.link).await.is(410);
    thief.get(&own).await.is(404);
    let desk = one.board.get(&one.desk).await.is(200);
    assert!(
        desk.text().contains(EMAIL)
            && !desk.text().contains("thief@")
            && !desk.text().contains("thief.again"),
        "{}",
        desk.text()
    );
    // What the thief was sent undoes nothing.
    visitor.post(&theirs, &[]).await.is(409);
    visitor.post(undo.link(), &[]).await.is(409);
    assert!(portal.letters().await.is_empty());
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_the_board_says_since_stays_and_five_addresses_a_day_are_enough(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    portal.letters().await;
    says(&portal, &one, "a@example.org").await.is(303);
    let letters = portal.letters().await;
    let asked = of(&letters, LetterKind::LeaderAddressAsked)
        .link()
        .to_owned();
    let undo = of(&letters, LetterKind::LeaderAddressChanging)
        .link()
        .to_owned();
    one.board_says(&[("email", "known@example.org")])
        .await
        .is(303);
    let visitor = portal.visitor();
    visitor.post(&asked, &[]).await.is(410);
    visitor.post(&undo, &[]).await.is(410);
    for n in 2..=5 {
        says(&portal, &one, &format!("a{n}@example.org"))
            .await
            .is(303);
    }
    let page = says(&portal, &one, "a6@example.org").await.is(422);
    assert_eq!(page.wrong_fields(), ["email"]);
    assert_eq!(page.value("email"), "a6@example.org");
    let sent = portal.letters().await;
    assert!(sent.iter().all(|it| it.to != "a6@example.org"));
    portal.wait(TimeDelta::days(2));
    let board = portal.coordinator().await;
    assert!(
        board
            .get(&one.desk)
            .await
            .text()
            .contains("known@example.org")
    );
    says(&portal, &one, "a6@example.org").await.is(303);
    portal.letters().await;
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_form_as_it_is_prefilled_is_accepted_without_a_language_of_the_name(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    // As a registration names people: in nobody knows which language.
    let (vault, name) = (
        portal.tx().await.vault(),
        serde_json::json!([{ "text": NAME, "language": null }]),
    );
    let sealed = vault.seal_json("leaders.names", one.id, &name).unwrap();
    sqlx::query("update leaders set names_sealed = $2 where id = $1")
        .bind(one.id.uuid())
        .bind(sealed)
        .execute(&pool)
        .await
        .unwrap();
    let visitor = portal.visitor();
    let form = visitor
        .get(format!("{}/profile/edit", one.link))
        .await
        .is(200);
    let to = format!("{}/profile", one.link);
    form.submit_to(&to, &[]).await.is(303);
    one.board_says(&[]).await.is(303);
    one.team_says(&[]).await.is(303);
    // How to address them is said in a language.
    let form = visitor
        .get(format!("{}/profile/edit", one.link))
        .await
        .is(200);
    let page = form
        .submit_to(&to, &[("name-0-address", "Ms Q")])
        .await
        .is(422);
    assert_eq!(page.wrong_fields(), ["name-0-language"]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn beside_each_box_stands_what_it_would_show_and_one_box_is_for_all(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let visitor = portal.visitor();
    let page = visitor.get(&one.link).await.is(200);
    let text = page.text();
    for said in [
        "Name: ",
        "Office: ",
        "Languages: ",
        "Honours (nothing is known yet)",
        "All of these",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains(NAME) && text.contains(EMAIL));
    let none = page.submit_to(&one.link, &[]).await.is(422);
    assert_eq!(none.wrong_fields(), ["public_page"]);
    assert!(none.text().contains("Choose what you agree to"));
    page.submit_to(&one.link, &[("invitations", "all")])
        .await
        .is(303);
    let page = visitor.get(&one.link).await.is(200);
    assert!(!page.has("input[name=invitations]") && page.has("input[name=sharing]"));
    let path = format!("{}/consents", one.desk);
    let page = one.board.get(&path).await.is(200);
    assert!(page.text().contains(EMAIL));
    for (year, status) in [("1200", 422), ("2030", 422), ("2026", 303)] {
        let fields = [
            ("sharing", "all"),
            ("means", "letter"),
            ("given-day", "1"),
            ("given-month", "1"),
            ("given-year", year),
        ];
        let page = page.submit_to(&path, &fields).await.is(status);
        if status == 422 {
            assert_eq!(page.wrong_fields(), ["given"], "{year}");
        }
    }
    // By an old link, which is another's now, nothing of anybody is shown.
    let history: i64 = sqlx::query_scalar(
        "select count(*) from history where act = 'personal_data_viewed' and subject_id = $1 and role = 'visitor'",
    )
    .bind(one.id.uuid())
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert!(history >= 3, "that somebody looked is kept");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_has_a_new_link_finds_their_groups_behind_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let visitor = portal.visitor();
    let page = visitor.get(&one.link).await.is(200);
    page.submit_to(&one.link, &[("invitations", "all")])
        .await
        .is(303);
    let group = group(&one.board, "Elders", "notice").await;
    let asked = asked_into(&portal, &one, &group).await;
    let page = visitor.get(&one.link).await.is(200);
    page.submit_to(&format!("{}/link", one.link), &[])
        .await
        .is(303);
    visitor.get(&asked).await.is(410);
    let letters = portal.letters().await;
    let new = of(&letters, LetterKind::LeaderLinkRenewed)
        .link()
        .to_owned();
    let page = visitor.get(&new).await.is(200);
    let groups = page.link("See the groups that you are in, answer and leave");
    assert_ne!(groups, asked);
    let page = visitor.get(&groups).await.is(200);
    assert!(page.has("main form"), "{}", page.text());
}
