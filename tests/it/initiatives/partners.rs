//! Carrying an initiative: asked by the board or by the team that leads it, accepted or declined, and left. Nobody is named before
//! they have said so.

use concord::ids::InitiativeId;
use concord::initiative::WantSide;
use concord::notice::LetterKind;
use concord::values::{InitiativeRole, Need, RegistryNumber, TeamRole};
use sqlx::PgPool;

use super::{db_carried, db_published};
use crate::coordination::registered;
use crate::portal::{Browser, Portal};
use crate::teams::{join, of_home, owned};

/// An initiative that anybody sees, as the board wrote it down.
async fn published(portal: &Portal, title: &str) -> InitiativeId {
    let id = crate::workbench::initiative(portal, title, "FR", (WantSide::Need, Need::Money)).await;
    db_published(portal, id).await;
    id
}

/// Somebody's organization: its number.
async fn number_of(portal: &Portal, who: &Browser, name: &str) -> RegistryNumber {
    let home = owned(portal, who, name).await;
    of_home(portal, &home).await.1
}

/// Lets an organization lead an initiative.
async fn leads(portal: &Portal, id: InitiativeId, number: RegistryNumber) {
    let mut tx = portal.tx().await;
    let of = concord::organization::mention_by_number(&mut tx, number).await;
    let of = of.unwrap().unwrap().id;
    db_carried(&mut tx, id, of, InitiativeRole::Lead).await;
    drop(tx.commit().await.unwrap());
}

fn home(number: RegistryNumber) -> String {
    format!("/home/organizations/{number}/initiatives")
}

/// The board asks an organization.
async fn asked(portal: &Portal, id: InitiativeId, number: RegistryNumber, role: &str) {
    let board = portal.coordinator().await;
    let number = number.to_string();
    let fields = [("number", number.as_str()), ("role", role)];
    let path = format!("/desk/initiatives/{id}/partners");
    board.post(path, &fields).await.is(303);
}

/// Where its team answers the first question.
async fn question(who: &Browser, number: RegistryNumber) -> String {
    let page = who.get(home(number)).await.is(200);
    page.attribute("form[action*='/partner-invitations/']", "action")
}

/// The page of the lead's team where it asks others.
async fn partners_page(who: &Browser, number: RegistryNumber) -> String {
    let page = who.get(home(number)).await.is(200);
    page.attribute("main a[href*='/partnerships/']", "href")
}

/// Everything that can become of a question: accepted and left, declined, and taken back.
pub async fn every_answer(portal: &Portal, who: &Browser, number: RegistryNumber) {
    let answer = question(who, number).await;
    who.post(&answer, &[("answer", "accept")]).await.is(303);
    let page = who.get(home(number)).await.is(200);
    let ending = page.attribute("form[action$='/ending']", "action");
    let words = format!("words-{}", ending.split('/').nth(5).unwrap());
    who.post(&ending, &[(words.as_str(), "No time.")])
        .await
        .is(303);
    let id = published(portal, "Chestnut school").await;
    asked(portal, id, number, "partner").await;
    let answer = question(who, number).await;
    let words = format!("words-{}", answer.rsplit('/').next().unwrap());
    let no = [("answer", "decline"), (words.as_str(), "Not now.")];
    who.post(&answer, &no).await.is(303);
    asked(portal, id, number, "lead").await;
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk/initiatives/{id}")).await.is(200);
    let withdrawal = page.attribute("form[action$='/withdrawal']", "action");
    board.post(&withdrawal, &[]).await.is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_is_asked_is_named_nowhere_until_they_accept(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let id = published(&portal, "Chestnut school").await;
    let board = portal.coordinator().await;
    asked(&portal, id, number, "supporter").await;

    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::PartnerAsked);
    assert_eq!(letter.to, "ani@example.org");
    assert_eq!(letter.link(), home(number));
    assert!(letter.text.contains("Chestnut school"), "{}", letter.text);
    let public = format!("/initiatives/{id}");
    let own = format!("/organizations/{number}");
    let page = portal.visitor().get(&public).await.is(200);
    assert!(!page.body.contains("Hay Tun"), "{}", page.text());
    let page = portal.visitor().get(&own).await.is(200);
    assert!(!page.body.contains("Chestnut school"), "{}", page.text());
    let page = board.get(format!("/desk/initiatives/{id}")).await.is(200);
    assert!(page.text().contains("Not answered yet"), "{}", page.text());
    let page = ani.get("/home").await.is(200);
    let waits = "Hay Tun is asked to take part in an initiative.";
    assert!(page.text().contains(waits), "{}", page.text());
    // Asked once at a time.
    let text = number.to_string();
    let fields = [("number", text.as_str()), ("role", "lead")];
    let path = format!("/desk/initiatives/{id}/partners");
    let again = board.post(&path, &fields).await.is(422);
    assert_eq!(again.wrong_fields(), ["number"]);
    assert!(again.text().contains("has not answered yet"));

    // Words that cannot be kept lose nothing; neither answer is a mistake.
    let answer = question(&ani, number).await;
    let words = format!("words-{}", answer.rsplit('/').next().unwrap());
    let wrong = ani
        .post(&answer, &[("answer", "accept"), (&words, "a\u{0}b")])
        .await
        .is(422);
    assert_eq!(wrong.wrong_fields(), [words.as_str()]);
    let wrong = ani.post(&answer, &[(&words, "Gladly")]).await.is(422);
    assert_eq!(wrong.value(&words), "Gladly");

    let yes = [("answer", "accept"), (words.as_str(), "Gladly <b>so</b>")];
    ani.post(&answer, &yes).await.is(303);
    ani.post(&answer, &yes).await.is(409);
    let letter = portal.letter().await;
    assert_eq!(letter.kind, LetterKind::PartnerAnswered);
    assert_eq!(letter.to, "coordinator@example.org");
    assert_eq!(letter.link(), format!("/desk/initiatives/{id}"));
    let page = board.get(format!("/desk/initiatives/{id}")).await.is(200);
    assert!(page.text().contains("Gladly <b>so</b>") && !page.body.contains("<b>so"));
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Hay Tun"));
    let ld = page.first("script[type='application/ld+json']");
    assert!(ld.contains(&number.to_string()), "{ld}");
    let page = portal.visitor().get(&own).await.is(200);
    assert!(page.body.contains("Chestnut school"));
    let accepted: String = sqlx::query_scalar("select accepted_by from initiative_partners")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(accepted, "organization");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_team_that_leads_asks_hears_the_answer_and_takes_back_what_it_asked(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let lead = number_of(&portal, &ani, "Nor Dprots").await;
    let other = number_of(&portal, &vahan, "Hay Tun").await;
    let id = published(&portal, "Chestnut school").await;
    leads(&portal, id, lead).await;
    let partners = partners_page(&ani, lead).await;
    let text = other.to_string();
    let fields = [("number", text.as_str()), ("role", "partner")];
    let nobody = [("number", "CR-0000017-4"), ("role", "")];
    let wrong = ani.post(&partners, &nobody).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["number", "role"]);
    ani.post(&partners, &fields).await.is(303);
    assert_eq!(portal.letter().await.to, "vahan@example.org");

    // Others neither see that page nor answer for the organization.
    vahan.get(&partners).await.is(404);
    vahan.post(&partners, &fields).await.is(404);
    let answer = question(&vahan, other).await;
    let yes = [("answer", "accept")];
    ani.post(&answer, &yes).await.is(404);
    let own = answer.replace(&text, &lead.to_string());
    ani.post(&own, &yes).await.is(404);
    let reader = join(&portal, &vahan, "Mariam", TeamRole::Reader).await;
    reader.post(&answer, &yes).await.is(403);
    assert!(
        !reader
            .get(home(other))
            .await
            .is(200)
            .has("form[action*='/partner-invitations/']")
    );

    let words = format!("words-{}", answer.rsplit('/').next().unwrap());
    let no = [("answer", "decline"), (words.as_str(), "Not this year.")];
    vahan.post(&answer, &no).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::PartnerAnswered, "ani@example.org")
    );
    assert_eq!(letter.link(), home(lead));
    let page = ani.get(&partners).await.is(200);
    assert!(page.text().contains("Not this year."), "{}", page.text());
    assert!(
        !portal
            .visitor()
            .get(format!("/initiatives/{id}"))
            .await
            .body
            .contains("Hay Tun")
    );

    // Asked again, and taken back before there is an answer.
    ani.post(&partners, &fields).await.is(303);
    portal.letter().await;
    let page = ani.get(&partners).await.is(200);
    let withdrawal = page.attribute("form[action$='/withdrawal']", "action");
    let answer = question(&vahan, other).await;
    ani.post(&withdrawal, &[]).await.is(303);
    vahan.post(&answer, &yes).await.is(409);
    ani.post(&withdrawal, &[]).await.is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn of_two_answers_at_once_one_lands(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let editor = join(&portal, &ani, "Mariam", TeamRole::Editor).await;
    let id = published(&portal, "Chestnut school").await;
    asked(&portal, id, number, "partner").await;
    let answer = question(&ani, number).await;
    let (one, other) = tokio::join!(
        ani.post(&answer, &[("answer", "accept")]),
        editor.post(&answer, &[("answer", "decline")])
    );
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
    let (answers, parts): (i64, i64) = sqlx::query_as(
        "select (select count(*) from history where act in ('initiative_partner_accepted', 'initiative_partner_declined')),
            (select count(*) from initiative_partners)",
    )
    .fetch_one(portal.db_pool())
    .await
    .unwrap();
    assert_eq!(answers, 1);
    assert_eq!(parts, i64::from(one.status.as_u16() == 303));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_organization_leaves_by_one_press_and_those_who_lead_hear_of_it(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let lead = number_of(&portal, &ani, "Nor Dprots").await;
    let other = number_of(&portal, &vahan, "Hay Tun").await;
    let id = published(&portal, "Chestnut school").await;
    leads(&portal, id, lead).await;
    asked(&portal, id, other, "partner").await;
    let answer = question(&vahan, other).await;
    vahan.post(&answer, &[("answer", "accept")]).await.is(303);
    let told: Vec<_> = portal.letters().await.into_iter().map(|it| it.to).collect();
    assert_eq!(
        told,
        [
            "vahan@example.org",
            "coordinator@example.org",
            "ani@example.org"
        ]
    );

    let page = vahan.get(home(other)).await.is(200);
    let ending = page.attribute("form[action$='/ending']", "action");
    // A partner asks nobody, and ends nobody else's part.
    let theirs = page.attribute("main a[href*='/partnerships/']", "href");
    assert!(!vahan.get(&theirs).await.is(200).has("input[name=number]"));
    let text = lead.to_string();
    vahan
        .post(&theirs, &[("number", text.as_str()), ("role", "lead")])
        .await
        .is(403);
    let elsewhere = ending.replace(&other.to_string(), &lead.to_string());
    ani.post(&elsewhere, &[]).await.is(404);
    vahan.post(&ending, &[]).await.is(303);
    vahan.post(&ending, &[]).await.is(409);
    let told: Vec<_> = portal.letters().await.into_iter().map(|it| it.to).collect();
    assert_eq!(told, ["coordinator@example.org", "ani@example.org"]);
    let page = portal
        .visitor()
        .get(format!("/initiatives/{id}"))
        .await
        .is(200);
    assert!(page.body.contains("Nor Dprots") && !page.body.contains("Hay Tun"));
    // The board ends a part too, and the team hears of it.
    let board = portal.coordinator().await;
    let page = board.get(format!("/desk/initiatives/{id}")).await.is(200);
    let ending = page.attribute("form[action$='/ending']", "action");
    board.post(&ending, &[]).await.is(303);
    let letter = portal.letter().await;
    assert_eq!(
        (letter.kind, letter.to.as_str()),
        (LetterKind::PartnerRemoved, "ani@example.org")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_gave_way_to_another_answers_nothing_any_more(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let ani = portal.member("Ani").await;
    let number = number_of(&portal, &ani, "Hay Tun").await;
    let (_, survivor) = registered(&portal, "Hay Tun too", "DE").await;
    let id = published(&portal, "Chestnut school").await;
    asked(&portal, id, number, "partner").await;
    let answer = question(&ani, number).await;
    let board = portal.coordinator().await;
    crate::mergers::merged(&board, (survivor, number), &[]).await;
    ani.post(&answer, &[("answer", "accept")]).await.is(403);
    let parts: i64 = sqlx::query_scalar("select count(*) from initiative_partners")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    assert_eq!(parts, 0);
    // It is not asked any more either.
    let text = number.to_string();
    let fields = [("number", text.as_str()), ("role", "partner")];
    let path = format!("/desk/initiatives/{id}/partners");
    let wrong = board.post(&path, &fields).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["number"]);
    asked(&portal, id, survivor, "partner").await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn one_organization_is_asked_to_lead_at_a_time(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, vahan) = (portal.member("Ani").await, portal.member("Vahan").await);
    let one = number_of(&portal, &ani, "Hay Tun").await.to_string();
    let two = number_of(&portal, &vahan, "Nor Dprots").await.to_string();
    let id = published(&portal, "Chestnut school").await;
    let board = portal.coordinator().await;
    let path = format!("/desk/initiatives/{id}/partners");
    let lead = [
        [("number", one.as_str()), ("role", "lead")],
        [("number", two.as_str()), ("role", "lead")],
    ];
    let (first, second) = tokio::join!(board.post(&path, &lead[0]), board.post(&path, &lead[1]));
    let mut both = [first.status.as_u16(), second.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 422]);
    let (late, other) = match first.status.as_u16() {
        422 => (first, &lead[0]),
        _ => (second, &lead[1]),
    };
    assert_eq!(late.wrong_fields(), ["number"]);
    assert!(late.text().contains("is asked to lead"), "{}", late.text());
    // Once the question is taken back, another can be asked.
    let page = board.get(format!("/desk/initiatives/{id}")).await.is(200);
    let withdrawal = page.attribute("form[action$='/withdrawal']", "action");
    board.post(&withdrawal, &[]).await.is(303);
    board.post(&path, other).await.is(303);
}
