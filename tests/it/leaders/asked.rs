//! Leaders who enter themselves: seen by those alone who answer, confirmed by others than themselves, and theirs from then on.

use concord::db::MIGRATOR;
use concord::ids::LeaderId;
use concord::notice::LetterKind;
use concord::values::RegistryNumber;
use sqlx::PgPool;

use super::entering::count;
use super::somebody;
use crate::coordination::consents::NAME;
use crate::coordination::registered;
use crate::mergers::merged;
use crate::portal::{Browser, PASSWORD, Page, Portal};

const SAYS: &[(&str, &str)] = &[
    ("name-0-text", "Nare Simonian"),
    ("name-0-language", "en"),
    ("name-1-text", "Նարէ Սիմոնեան"),
    ("name-1-language", "hyw"),
    ("title", "Secretary of the society"),
    ("office", "secretary"),
    ("since-day", "1"),
    ("since-month", "3"),
    ("since-year", "2026"),
];

fn form(number: RegistryNumber) -> String {
    format!("/organizations/{number}/leaders/new")
}

/// Somebody says that they lead an organization.
async fn says(who: &Browser, number: RegistryNumber, more: &[(&str, &str)]) -> Page {
    let form = form(number);
    let page = who.get(&form).await.is(200);
    let mut fields = more.to_vec();
    for field in SAYS {
        if !more.iter().any(|(name, _)| *name == field.0) {
            fields.push(*field);
        }
    }
    page.submit_to(&form, &fields).await
}

/// Where the team and the board answer whoever says so.
async fn answers(portal: &Portal, number: RegistryNumber) -> (String, String) {
    let id: uuid::Uuid = sqlx::query_scalar(
        "select id from leader_claims where organization_id is not null order by id desc",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    (
        format!("/home/organizations/{number}/leader-claims/{id}"),
        format!("/desk/organizations/{number}/leader-claims/{id}"),
    )
}

/// What is kept of what somebody said of themselves.
const SAID: &str = "leader_claims where said_sealed is not null";

const CONFIRM: &[(&str, &str)] = &[("answer", "confirm")];

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_leads_an_organization_says_so_and_has_an_entry_once_it_is_confirmed(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let leaders = count(&portal, "leaders").await;
    let nare = portal.member("Nare").await;
    let public = format!("/organizations/{}/leaders", one.number);
    let list = nare.get(&public).await.is(200);
    assert_eq!(
        list.link("Do you lead this organization?"),
        form(one.number)
    );
    let begin = nare.get("/home").await.is(200);
    let begin = begin.link("Do you lead an organization?");
    nare.get(&begin).await.is(200);
    assert_eq!(
        nare.get(format!("{begin}?number=CR-0"))
            .await
            .is(422)
            .wrong_fields(),
        ["number"]
    );
    let to = nare.get(format!("{begin}?number={}", one.number)).await;
    assert_eq!(to.is(303).location(), form(one.number));
    let page = nare.get(form(one.number)).await.is(200);
    assert_eq!(page.value("email"), "nare@example.org");
    let page = page.submit_to(&form(one.number), &[]).await.is(422);
    assert_eq!(page.wrong_fields(), ["name-0-text", "title", "office"]);
    portal.letters().await;
    let page = page.submit_to(&form(one.number), SAYS).await.is(303);
    let mine = nare.get(page.location()).await.is(200);
    assert!(mine.text().contains("you said on"));
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::LeaderEntryAsked, "ani@example.org")
    );
    assert!(!letter.text.contains("Nare") && !letter.text.contains("Simonian"));
    let again = says(&nare, one.number, &[]).await.is(422);
    assert_eq!(again.wrong_fields(), ["name-0-text"]);

    // Those who answer see it, and nobody else.
    let (team, desk) = answers(&portal, one.number).await;
    for (browser, at_desk, in_team) in [
        (portal.visitor(), 303, 303),
        (portal.member("Boris").await, 404, 404),
        (portal.post_officer(&["DE"]).await, 403, 404),
        (portal.auditor().await, 403, 404),
    ] {
        browser.get(&desk).await.is(at_desk);
        browser.get(&team).await.is(in_team);
    }
    portal.visitor().post(&team, CONFIRM).await.is(401);
    portal
        .member("Boris")
        .await
        .post(&desk, CONFIRM)
        .await
        .is(404);
    nare.get(&team).await.is(404);
    assert_eq!(count(&portal, "leaders").await, leaders);
    assert!(!list.text().contains("Simonian"));

    let home = one.owner.get("/home").await.is(200);
    assert!(home.text().contains("Somebody says that they lead"));
    let page = one.owner.get(letter.link()).await.is(200);
    assert_eq!(page.link("Look and answer (Nare)"), team);
    let page = one.owner.get(&team).await.is(200);
    for said in ["Nare Simonian", "Նարէ Սիմոնեան", "Secretary of the society"] {
        assert!(page.text().contains(said), "{said}");
    }
    let unclear = page.submit_to(&team, &[("answer", "perhaps")]).await;
    unclear.is(404);
    page.submit_to(&team, CONFIRM).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::LeaderClaimConfirmed, "nare@example.org")
    );
    assert_eq!(count(&portal, "leaders").await, leaders + 1);
    // It is theirs, they alone agree to anything, and nothing is public before.
    let own = nare.get(letter.link()).await.is(200);
    let shown = portal.visitor().get(&public).await.is(200);
    assert!(!shown.text().contains("Simonian"));
    let to = letter.link().to_owned();
    own.submit_to(&to, &[("public_page", "name"), ("public_page", "office")])
        .await
        .is(303);
    let shown = portal.visitor().get(&public).await.is(200);
    assert!(shown.text().contains("Nare Simonian"), "{}", shown.text());
    let all = nare.get(format!("{to}/profile")).await.is(200);
    assert!(all.text().contains("nare@example.org"));
    page.submit_to(&team, CONFIRM).await.is(409);
    let there = says(
        &nare,
        one.number,
        &[("looked", "Nare Simonian · Նարէ Սիմոնեան")],
    )
    .await;
    assert_eq!(there.is(422).wrong_fields(), ["name-0-text"]);
    let kept = "leader_claims where state = 'confirmed' and means = 'organization'";
    assert_eq!(count(&portal, kept).await, 1);
    assert_eq!(
        count(&portal, SAID).await,
        0,
        "it stands in the entry alone"
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn those_who_answer_see_who_holds_the_office(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let nare = portal.member("Nare").await;
    says(&nare, one.number, &[]).await.is(303);
    let (_, desk) = answers(&portal, one.number).await;
    let page = one.board.get(&desk).await.is(200);
    assert!(page.text().contains("Haus"), "{}", page.text());
    // Nobody is its secretary so far.
    assert!(!page.text().contains("Who holds that office now"));
    let boris = portal.member("Boris").await;
    says(&boris, one.number, &[("office", "president")])
        .await
        .is(303);
    let (team, desk) = answers(&portal, one.number).await;
    for page in [
        one.owner.get(&team).await.is(200),
        one.board.get(&desk).await.is(200),
    ] {
        let text = page.text();
        let (_, holds) = text.split_once("Who holds that office now").unwrap();
        assert!(holds.contains(NAME), "{text}");
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn twice_at_once_is_once_and_two_who_answer_at_once_do_not_both(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let nare = portal.member("Nare").await;
    let form = form(one.number);
    let (page, other) = (nare.get(&form).await.is(200), nare.get(&form).await.is(200));
    let (first, second) = tokio::join!(page.submit_to(&form, SAYS), other.submit_to(&form, SAYS));
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 422]);
    assert_eq!(
        count(&portal, "leader_claims where state = 'waiting'").await,
        1
    );
    let (team, desk) = answers(&portal, one.number).await;
    let refuse = [("answer", "refuse"), ("reason", "Unknown to us.")];
    let (ours, theirs) = tokio::join!(
        one.owner.post(&team, CONFIRM),
        one.board.post(&desk, &refuse)
    );
    let mut both = [ours.status.as_u16(), theirs.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let settled = "leader_claims where state in ('confirmed', 'refused')";
    assert_eq!(count(&portal, settled).await, 1);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_refusal_says_why_and_what_is_taken_back_nobody_answers(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let leaders = count(&portal, "leaders").await;
    let nare = portal.member("Nare").await;
    says(&nare, one.number, &[]).await.is(303);
    let (team, desk) = answers(&portal, one.number).await;
    let page = one.board.get(&desk).await.is(200);
    let page = page.submit_to(&desk, &[("answer", "refuse")]).await.is(422);
    assert_eq!(page.wrong_fields(), ["reason"]);
    portal.letters().await;
    let reason = "The society knows no such secretary.";
    page.submit_to(&desk, &[("answer", "refuse"), ("reason", reason)])
        .await
        .is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::LeaderEntryRefused, "nare@example.org")
    );
    assert!(letter.text.contains(reason));
    one.owner.post(&team, CONFIRM).await.is(409);
    let because = "history where act = 'leader_claim_refused' and reason_sealed is not null";
    assert_eq!(count(&portal, because).await, 1);
    assert_eq!(count(&portal, SAID).await, 0, "nothing of it is kept");

    // They may say so again, and take it back.
    says(&nare, one.number, &[]).await.is(303);
    let (team, _) = answers(&portal, one.number).await;
    let mine = nare.get("/home/leader").await.is(200);
    let back = mine.attribute("form[action*='/withdrawal']", "action");
    portal.member("Boris").await.post(&back, &[]).await.is(404);
    nare.post(&back, &[]).await.is(303);
    nare.post(&back, &[]).await.is(409);
    one.owner.get(&team).await.is(409);
    one.owner.post(&team, CONFIRM).await.is(409);
    assert_eq!(count(&portal, "leaders").await, leaders);
    assert_eq!(count(&portal, SAID).await, 0, "nothing of it is kept");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn with_an_account_ends_what_was_said_to_be_theirs(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (_, other) = registered(&portal, "Nor Keank", "DE").await;
    let nare = portal.member("Nare").await;
    says(&nare, one.number, &[]).await.is(303);
    let (team, _) = answers(&portal, one.number).await;
    let page = one.owner.get(&team).await.is(200);
    page.submit_to(&team, CONFIRM).await.is(303);
    says(&nare, other, &[]).await.is(303);
    assert_eq!(count(&portal, SAID).await, 1);
    let page = nare.get("/account/closure").await.is(200);
    page.submit(&[("password", PASSWORD)]).await.is(303);
    assert_eq!(count(&portal, SAID).await, 0, "nothing of it is kept");
    let ended = "leader_claims where state = 'ended'";
    assert_eq!(count(&portal, ended).await, 2);
    let told = "history where act = 'leader_claim_ended'";
    assert_eq!(count(&portal, told).await, 2);
    // The entry stays, and is somebody's again by another account.
    let again = portal.member("Narek").await;
    says(&again, one.number, &[]).await.is(303);
    let (team, _) = answers(&portal, one.number).await;
    let id: LeaderId = sqlx::query_scalar(
        "select leader_id from leader_claims where state = 'ended' and leader_id is not null",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    let id = id.to_string();
    let them = [CONFIRM, &[("who", id.as_str())]].concat();
    one.owner.post(&team, &them).await.is(303);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_waits_where_nobody_answers_any_more_is_shown_who_goes_on(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (_, other) = registered(&portal, "Nor Keank", "DE").await;
    let nare = portal.member("Nare").await;
    says(&nare, other, &[]).await.is(303);
    let page = nare.get("/home/leader").await.is(200);
    assert!(!page.text().contains("gave way"));
    merged(&one.board, (one.number, other), &[]).await;
    let page = nare.get("/home/leader").await.is(200);
    assert_eq!(
        page.link("Say it at the organization that goes on"),
        form(one.number)
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_confirms_themselves_and_no_other_organization_does(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (_, other) = registered(&portal, "Nor Keank", "DE").await;
    says(&one.owner, one.number, &[]).await.is(303);
    let (team, desk) = answers(&portal, one.number).await;
    let page = one.owner.get(&team).await.is(200);
    assert!(page.text().contains("Nobody confirms themselves") && !page.has("main form"));
    one.owner.post(&team, CONFIRM).await.is(403);
    let elsewhere = desk.replace(&one.number.to_string(), &other.to_string());
    one.board.get(&elsewhere).await.is(404);
    one.board.post(&elsewhere, CONFIRM).await.is(404);
    portal.auditor().await.post(&desk, CONFIRM).await.is(403);
    // Their account has the address of somebody who is entered there already.
    let as_new = [CONFIRM, &[("who", "new")]].concat();
    one.board.post(&desk, &as_new).await.is(303);
    let by = "leader_claims where state = 'confirmed' and means = 'board'";
    assert_eq!(count(&portal, by).await, 1);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn nobody_leads_an_organization_that_is_struck_off(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let nare = portal.member("Nare").await;
    let auditor = portal.auditor().await;
    auditor.get(form(one.number)).await.is(403);
    auditor.get("/home/leader").await.is(403);
    portal.visitor().get(form(one.number)).await.is(303);
    portal.visitor().post(form(one.number), SAYS).await.is(401);
    says(&nare, one.number, &[]).await.is(303);
    let (_, desk) = answers(&portal, one.number).await;
    let page = one.board.get(&desk).await.is(200);
    sqlx::query("update organizations set standing = 'struck_off' where number = $1")
        .bind(one.number.to_string())
        .execute(portal.db_pool())
        .await
        .unwrap();
    page.submit_to(&desk, CONFIRM).await.is(409);
    let boris = portal.member("Boris").await;
    boris.get(form(one.number)).await.is(403);
    boris.post(form(one.number), SAYS).await.is(403);
    let list = boris
        .get(format!("/organizations/{}/leaders", one.number))
        .await
        .is(200);
    assert!(!list.text().contains("Do you lead this organization?"));
    let begin = format!("/home/leader?number={}", one.number);
    assert_eq!(boris.get(begin).await.is(422).wrong_fields(), ["number"]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn somebody_of_the_same_name_is_shown_to_those_who_answer_and_becomes_theirs(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let leaders = count(&portal, "leaders").await;
    let zabelora = portal.member("Zabelora").await;
    // Of an entry that nobody may see whoever asks learns nothing.
    says(&zabelora, one.number, &[("name-0-text", NAME)])
        .await
        .is(303);
    let (team, _) = answers(&portal, one.number).await;
    let page = one.owner.get(&team).await.is(200);
    let unsaid = page.submit_to(&team, CONFIRM).await.is(422);
    assert_eq!(unsaid.wrong_fields(), ["who"]);
    let id = one.id.to_string();
    let them = [CONFIRM, &[("who", id.as_str())]].concat();
    let nobody = [CONFIRM, &[("who", "0192f000-0000-7000-8000-000000000000")]].concat();
    unsaid.submit_to(&team, &nobody).await.is(404);
    unsaid.submit_to(&team, &them).await.is(303);
    assert_eq!(count(&portal, "leaders").await, leaders);
    zabelora
        .get(format!("/consents/{}/profile", one.id))
        .await
        .is(200);

    // One that everybody sees is shown to whoever asks, once.
    let own = format!("/consents/{}", one.id);
    let page = zabelora.get(&own).await.is(200);
    page.submit_to(&own, &[("public_page", "name"), ("public_page", "office")])
        .await
        .is(303);
    let boris = portal.member("Boris").await;
    let shown = says(&boris, one.number, &[("name-0-text", NAME)])
        .await
        .is(422);
    assert_eq!(shown.wrong_fields(), ["name-0-text"]);
    assert_eq!(shown.link(NAME), format!("/leaders/{}/claim", one.id));
    shown.submit_to(&form(one.number), &[]).await.is(303);
    // A team puts nobody aside.
    let (team, desk) = answers(&portal, one.number).await;
    one.owner.post(&team, &them).await.is(403);
    one.board.post(&desk, &them).await.is(303);
    boris
        .get(format!("/consents/{}/profile", one.id))
        .await
        .is(200);
    zabelora
        .get(format!("/consents/{}/profile", one.id))
        .await
        .is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn another_address_is_asked_first_and_a_flag_leads_the_board_there(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let nare = portal.member("Nare").await;
    says(&nare, one.number, &[("email", "office@example.org")])
        .await
        .is(303);
    let keep = async || {
        let mut tx = portal.tx().await;
        concord::flag::keep(&mut tx).await.unwrap();
        drop(tx.commit().await.unwrap());
    };
    keep().await;
    keep().await;
    let (_, desk) = answers(&portal, one.number).await;
    let list = one.board.get("/desk/flags").await.is(200);
    assert_eq!(list.text().matches("entry is theirs").count(), 1);
    let flag = list.link("Somebody says that a leader’s entry is theirs");
    let page = one.board.get(&flag).await.is(200);
    assert_eq!(page.link("Look at the entry and answer"), desk);
    portal.letters().await;
    one.board.post(&desk, CONFIRM).await.is(303);
    let letters = portal.letters().await;
    let mut kinds: Vec<_> = letters.iter().map(|it| (it.kind, it.to.as_str())).collect();
    kinds.sort_by_key(|it| it.1.to_owned());
    assert_eq!(
        kinds,
        [
            (LetterKind::LeaderClaimConfirmed, "nare@example.org"),
            (LetterKind::LeaderAddressAsked, "office@example.org"),
        ]
    );
    keep().await;
    let list = one.board.get("/desk/flags").await.is(200);
    assert!(!list.text().contains("entry is theirs"));
}
