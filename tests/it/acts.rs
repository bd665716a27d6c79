//! Every act that history names: who did it to what here, and what its row keeps. An act that nobody can do any more, or one
//! without a row, is a change of this table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::TimeDelta;
use concord::case::{self, Answer};
use concord::history::Act;
use concord::ids::{
    AssignmentId, AssignmentRuleId, CaseId, LeaderId, MembershipId, OrganizationId,
};
use concord::leader::{Agreement, ConsentMeans, ConsentPurpose, Given, Withdrawn};
use concord::organization::standing;
use concord::values::{RegistryNumber, Role, Standing, TeamRole};
use concord::{assignment, group, initiative, leader, organization};
use sqlx::{PgPool, Row as _};

use crate::cases::{decide, draft, particulars, prose, submit, submitted, take};
use crate::portal::{Browser, PASSWORD, Portal};
use crate::source::files;
use crate::world::{fill, person};

/// A new password for whoever changes theirs.
const OTHER: &str = "nine boats under the bridge";

/// Everything that somebody does with an account.
async fn accounts(portal: &Portal) {
    let visitor = portal.visitor();
    let form = visitor.get("/sign-up").await.is(200);
    let fields = [
        ("name", "Gayane"),
        ("email", "gayane@example.org"),
        ("password", PASSWORD),
    ];
    form.submit(&fields).await.is(303);
    let letters = portal.letters().await;
    let link = letters.last().unwrap().link().to_owned();
    visitor.get(&link).await.submit(&[]).await.is(303);
    let visitor = portal.visitor();
    let form = visitor.get("/sign-in").await.is(200);
    form.submit(&[("email", "gayane@example.org"), ("password", PASSWORD)])
        .await
        .is(303);
    let (one, other) = (portal.member("Levon").await, portal.member("Levon").await);
    let page = other.get("/account").await.is(200);
    let end = page.attributes("main form[action$='/end']", "action");
    // The list begins with the one that asks.
    other.post(end.last().unwrap(), &[]).await.is(303);
    let _ = one;
    let page = other.get("/account/details").await.is(200);
    page.submit(&[("name", "Levon of Köln")]).await.is(303);
    let page = other.get("/account/letters").await.is(200);
    page.submit(&[("pace", "daily")]).await.is(303);
    let page = other.get("/account/email").await.is(200);
    page.submit(&[("email", "levon@example.net"), ("password", PASSWORD)])
        .await
        .is(303);
    let letters = portal.letters().await;
    let link = letters.iter().find_map(|it| it.link.clone()).unwrap();
    other.get(&link).await.submit(&[]).await.is(303);
    let levon = portal.member("Levon").await;
    let page = levon.get("/account/password").await.is(200);
    page.submit(&[("old", PASSWORD), ("password", OTHER)])
        .await
        .is(303);
    let page = portal.visitor().get("/password-reset").await.is(200);
    page.submit(&[("email", "gayane@example.org")])
        .await
        .is(303);
    let letters = portal.letters().await;
    let link = letters.last().unwrap().link().to_owned();
    let page = portal.visitor().get(&link).await.is(200);
    page.submit(&[("password", OTHER)]).await.is(303);

    let admin = portal.admin().await;
    let page = admin
        .get(format!("/admin/accounts/{}", levon.account()))
        .await
        .is(200);
    page.submit(&[("role", "auditor")]).await.is(303);
    let levon = portal.member("Levon").await;
    let page = levon.get("/account/closure").await.is(200);
    page.submit(&[("password", OTHER)]).await.is(303);
    portal
        .member("Shushan")
        .await
        .post("/sign-out", &[])
        .await
        .is(303);
}

/// A session that is called off, and one that decides a case after all that can be done in it.
async fn sessions(portal: &Portal) {
    use crate::sittings::{board, call, called, close, count, item, vote};
    let ani = portal.member("Applicant of a session").await;
    let board = board(portal).await;
    let path = called(portal, &board).await;
    let (_, one) = item(portal, &board, &path, &ani, "One").await;
    let (_, two) = item(portal, &board, &path, &ani, "Two").await;
    let chair = &board.chair;
    let up = [("move", "up")];
    chair.post(format!("{two}/place"), &up).await.is(303);
    chair.post(format!("{two}/removal"), &[]).await.is(303);
    let interest = [("interest", "A cousin.")];
    board
        .three
        .post(format!("{one}/recusal"), &interest)
        .await
        .is(303);
    vote(&board.one, &one, "accepted").await;
    vote(&board.two, &one, "accepted").await;
    count(chair, &one, &[]).await.is(303);
    chair.post(format!("{one}/reopening"), &[]).await.is(303);
    count(chair, &one, &[]).await.is(303);
    close(chair, &path).await.is(303);
    let words = [("words", "Judge Two came late.")];
    chair.post(format!("{path}/addenda"), &words).await.is(303);
    let path = call(chair, &board, &[]).await.is(303);
    let form = format!("{}/appointment", path.location());
    let form = chair.get(form).await.is(200);
    form.submit(&[("place", "Small hall")]).await.is(303);
    let why = [("why", "The hall is closed.")];
    let path = format!("{}/calling-off", path.location());
    chair.post(path, &why).await.is(303);
    crate::deciding::rule_for_all(portal, case::Way::One).await;
}

/// A proposal that is taken back, one that a colleague disagrees with, and one that is confirmed.
async fn two_who_decide(portal: &Portal) {
    let fields = [("host_country", "NO"), ("way", "two")];
    crate::deciding::rule(portal, &fields).await.is(303);
    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let second = portal.chair().await;
    let id = submitted(portal, &ani, "Hus", "NO").await;
    take(portal, &board, id).await;
    let path = format!("/desk/cases/{id}");
    for (who, part, fields) in [
        (&board, "retraction", &[][..]),
        (&second, "disagreement", &[("words", "No.")][..]),
        (&second, "confirmation", &[][..]),
    ] {
        let answer = [("answer", "refused"), ("reason", "No such street.")];
        crate::deciding::propose(&board, id, &answer).await;
        let page = match part {
            "disagreement" => who.get(format!("{path}/{part}")).await.is(200),
            _ => who.get(&path).await.is(200),
        };
        page.submit_to(&format!("{path}/{part}"), fields)
            .await
            .is(303);
    }
}

/// What becomes of cases that `fill` did not do with any.
async fn cases(portal: &Portal) {
    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let post = portal.post_officer(&["NL"]).await;
    let due = portal.now().date_naive() + TimeDelta::days(30);

    let id = submitted(portal, &ani, "Opinion", "NL").await;
    let page = post.get(format!("/desk/cases/{id}/opinion")).await.is(200);
    page.submit(&[("view", "supports")]).await.is(303);
    take(portal, &board, id).await;
    let words = prose("Send the statutes.");
    decide(portal, &board, id, Answer::on_condition(words, due)).await;

    conditions(portal, &ani, &board, id).await;

    submitted(portal, &ani, "No opinion", "NL").await;
    portal.wait(TimeDelta::days(21));
    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let mut tx = portal.tx().await;
    assert_eq!(case::pass_overdue_posts(&mut tx).await.unwrap(), 1);
    drop(tx.commit().await.unwrap());

    let id = submitted(portal, &ani, "Released", "FR").await;
    take(portal, &board, id).await;
    board
        .post(format!("/desk/cases/{id}/release"), &[])
        .await
        .is(303);
    let page = ani.get(format!("/cases/{id}/withdrawal")).await.is(200);
    page.submit(&[]).await.is(303);

    let id: CaseId = draft(portal, &ani).await;
    submit(portal, &ani, id, &particulars("Appeal", "FR")).await;
    take(portal, &board, id).await;
    let words = prose("It has no members.");
    decide(portal, &board, id, Answer::Refuse { words }).await;
    let page = ani.get(format!("/cases/{id}/appeal")).await.is(200);
    page.submit(&[
        ("why", "It has."),
        ("body", "It has."),
        ("words", "It has."),
        ("reason", "It has."),
    ])
    .await
    .is(303);
    take(portal, &portal.chair().await, id).await;

    let id = crate::turns::silent(portal, "Silent", "FR").await;
    let silent = portal.member("Silent").await;
    silent
        .post(format!("/cases/{id}/revival"), &[])
        .await
        .is(303);
    let admin = portal.admin().await;
    crate::turns::saved(&admin, &[("changes", "15")]).await;
    let board = portal.coordinator().await;
    crate::turns::away(&board, portal, 7, "").await;
    board.post("/account/absence/ending", &[]).await.is(303);
}

/// Everything that becomes of a condition.
async fn conditions(portal: &Portal, ani: &Browser, board: &Browser, id: CaseId) {
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    let answer = page.attribute("#conditions a[href*='/conditions/']", "href");
    let page = ani.get(&answer).await.is(200);
    page.submit(&[("words", "Here they are.")]).await.is(303);
    let later = [
        ("mark", "extended"),
        ("reason", "A page is missing."),
        ("due-day", "1"),
        ("due-month", "2"),
        ("due-year", "2027"),
    ];
    let not_met = [("mark", "not_met"), ("reason", "A page is missing.")];
    let met = [("mark", "met")];
    for fields in [&not_met[..], &later[..], &met[..]] {
        let page = board.get(format!("/desk{answer}")).await.is(200);
        page.submit(fields).await.is(303);
    }
    portal.letters().await;
}

/// Who is in office, as an amendment changes it.
async fn offices(portal: &Portal) {
    let owner = person(portal, "applicant").await;
    let home = crate::teams::owned(portal, &owner, "Offices").await;
    let home = home.trim_end_matches("/team");
    let case = crate::amendments::begin(&owner, home).await;
    crate::amendments::complete(&owner, &case).await;
    let page = owner.get(format!("{case}/form/people")).await.is(200);
    page.submit(&[("people-0-title", "Chair"), ("go", "remove-people-1")])
        .await
        .is(303);
    crate::amendments::people::accepted(portal, &owner, &case).await;
    let case = crate::amendments::begin(&owner, home).await;
    let fields = [("name", "Vahé Hidden"), ("title", "Secretary")];
    crate::amendments::people::add(&owner, &case, 1, &fields).await;
    crate::amendments::people::accepted(portal, &owner, &case).await;
    let board = portal.coordinator().await;
    let number = home.rsplit('/').next().unwrap();
    let page = board
        .get(format!("/desk/organizations/{number}/leaders"))
        .await
        .is(200);
    let links = page.attributes("main a[href$='/succession']", "href");
    let page = board.get(&links[0]).await.is(200);
    let fields = [
        ("last-day", "30"),
        ("last-month", "11"),
        ("last-year", "2026"),
        ("name", "Nare"),
    ];
    let page = page.submit_to(&links[0], &fields).await.is(303);
    let undo = page
        .follow()
        .await
        .is(200)
        .link("Undo the hand-over (Nare)");
    let page = board.get(&undo).await.is(200);
    page.submit_to(&undo, &[("reason", "It was another club.")])
        .await
        .is(303);
}

/// Everything that becomes of teams, claims and rescues, beyond what `fill` began.
async fn teams(portal: &Portal) {
    let owner = person(portal, "applicant").await;
    let home = crate::teams::home_of(portal, &owner).await;
    let colleague = portal.member("Colleague").await;
    // The offer, the request and the rescue of `fill`.
    let page = colleague.get(&home).await.is(200);
    let decline = page.attributes("form[action$='/ending']", "action");
    page.submit_to(&decline[0], &[]).await.is(303);
    let page = owner.get(&home).await.is(200);
    let answer = page.attribute("form[action$='/answer']", "action");
    page.submit_to(&answer, &[("answer", "refuse")])
        .await
        .is(303);
    let asking = portal.member("Somebody who asks").await;
    let public = home.replace("/home/", "/").replace("/team", "");
    let again = asking.get(format!("{public}/rescue")).await.is(200);
    again
        .submit_to(&format!("{public}/rescue/withdrawal"), &[])
        .await
        .is(303);
    for answer in ["accept", "refuse"] {
        let asking = portal.member("Somebody who asks").await;
        let page = asking.get(format!("{public}/rescue")).await.is(200);
        page.submit(&[("evidence", "They moved away.")])
            .await
            .is(303);
        portal.wait(TimeDelta::days(15));
        let board = portal.coordinator().await;
        let list = board.get("/desk/rescues").await.is(200);
        let page = list.attribute("main tbody a", "href");
        let page = board.get(page).await.is(200);
        page.submit(&[("answer", answer), ("reason", "They answered us.")])
            .await
            .is(303);
        // Out again, so that the second time is like the first.
        let owner = person(portal, "applicant").await;
        let account = portal.member("Somebody who asks").await.account();
        let team = owner.get(&home).await.is(200);
        let removal = format!("{home}/{account}/removal");
        if team.has(&format!("form[action='{removal}']")) {
            team.submit_to(&removal, &[]).await.is(303);
        }
    }
    let asking = portal.member("Somebody who asks").await;
    let owner = person(portal, "applicant").await;
    let page = asking.get(format!("{public}/rescue")).await.is(200);
    page.submit(&[("evidence", "They moved away.")])
        .await
        .is(303);
    let stop = public.replace("/organizations/", "/home/organizations/");
    owner.post(format!("{stop}/rescue"), &[]).await.is(303);

    let page = owner.get(&home).await.is(200);
    let again = page.attribute("form[action$='/resending']", "action");
    page.submit_to(&again, &[]).await.is(303);
    let back = page.attribute("form[action$='/withdrawal']", "action");
    page.submit_to(&back, &[]).await.is(303);
    portal.letters().await;
    let invite = format!("{home}/invitations");
    let page = owner.get(&home).await.is(200);
    let fields = [
        ("email", "no@example.org"),
        ("role", "reader"),
        ("lang", "en"),
    ];
    page.submit_to(&invite, &fields).await.is(303);
    let link = portal.letter().await.link().to_owned();
    let page = portal.visitor().get(&link).await.is(200);
    page.submit_to(&format!("{link}/refusal"), &[])
        .await
        .is(303);
    let colleague = portal.member("Colleague").await;
    let account = colleague.account();
    let page = owner.get(&home).await.is(200);
    let fields = [("to", account.to_string())];
    let fields: Vec<_> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
    page.submit_to(&format!("{home}/handovers"), &fields)
        .await
        .is(303);
    let page = colleague.get(&home).await.is(200);
    let accept = page.attribute("form[action$='/acceptance']", "action");
    page.submit_to(&accept, &[]).await.is(303);
    let field = format!("role-{}", owner.account());
    let page = colleague.get(&home).await.is(200);
    page.submit_to(
        &format!("{home}/{}/role", owner.account()),
        &[(field.as_str(), "owner")],
    )
    .await
    .is(303);
    colleague.post(format!("{home}/leaving"), &[]).await.is(303);

    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let id = draft(portal, &ani).await;
    crate::teams::share(portal, &ani, id, "Colleague", "editor").await;
    let page = ani.get(format!("/cases/{id}/team")).await.is(200);
    let removal = page.attribute("form[action$='/removal']", "action");
    page.submit_to(&removal, &[]).await.is(303);
    let claim: CaseId =
        sqlx::query_scalar("select id from cases where kind = 'claim' order by id limit 1")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    take(portal, &board, claim).await;
    let mut tx = portal.tx().await;
    let actor = board.actor().await;
    let case = case::find(&mut tx, &actor, claim).await.unwrap();
    let can = case::policy::decide(&actor, &case).unwrap();
    case::change_to_joining(&mut tx, can, TeamRole::Reader)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

/// What is typed in from paper forms, and handed over.
async fn typed(portal: &Portal) {
    let post = portal.post_officer(&["DE"]).await;
    let page = crate::papers::begin(&post, crate::papers::PAPER).await;
    let case = crate::registrations::case_at(&page);
    let page = post.get(format!("{case}/paper")).await.is(200);
    page.submit(&[("phone", "")]).await.is(303);
    let colleague = portal.post_officer(&["DE", "AT"]).await;
    colleague.post(format!("{case}/typists"), &[]).await.is(303);
    let page = crate::registrations::open(&colleague, &case, "place").await;
    page.submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(303);
    portal.letters().await;
    let here = format!("{case}/handover");
    let page = post.get(&here).await.is(200);
    let taker = portal.member("Taker").await;
    page.submit_to(&here, &[("email", taker.email()), ("lang", "ar")])
        .await
        .is(303);
    let link = portal.letter().await.link().to_owned();
    let page = taker.get(&link).await.is(200);
    page.submit_to(&link, &[]).await.is(303);
}

/// What is done with papers.
async fn papers(portal: &Portal) {
    let (board, admin) = (portal.coordinator().await, portal.admin().await);
    let id = crate::documents::newest(portal).await;
    board.get(format!("/documents/{id}")).await.is(200);
    let page = board.get(format!("/desk/documents/{id}")).await.is(200);
    page.submit(&[("fine", "no"), ("note", "It cannot be read.")])
        .await
        .is(303);
    let item = crate::documents::STATUTES;
    let page = admin.get(format!("/admin/checklists/{item}")).await.is(200);
    page.submit(&[("title_en", "Statutes")]).await.is(303);
}

/// What is done at the desk: views and lanes, and holds that end otherwise than by letting go.
async fn desk(portal: &Portal) {
    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let id = submitted(portal, &ani, "Held", "FR").await;
    take(portal, &board, id).await;
    let page = portal
        .chair()
        .await
        .get(format!("/desk/cases/{id}/takeover"))
        .await;
    page.is(200)
        .submit(&[("why", "You are away.")])
        .await
        .is(303);
    portal.wait(TimeDelta::minutes(31));
    let mut tx = portal.tx().await;
    assert!(case::end_idle_holds(&mut tx).await.unwrap() > 0);
    drop(tx.commit().await.unwrap());
    let page = board.get("/desk/views/new?host=FR").await.is(200);
    page.submit(&[("name", "France")]).await.is(303);
    let page = board.get("/desk/views").await.is(200);
    let view = page.attribute("main li p a[href^='/desk/views/']", "href");
    board.post(format!("{view}/lane"), &[]).await.is(303);
    let page = board.get(&view).await.is(200);
    page.submit(&[("name", "Frankreich")]).await.is(303);
    board.post(format!("{view}/retirement"), &[]).await.is(303);
}

/// What a case is judged by, and accepting one although something is open.
async fn criteria(portal: &Portal) {
    let admin = portal.admin().await;
    let exists = crate::desk::criteria::EXISTS;
    let form = admin.get(format!("/admin/criteria/{exists}")).await.is(200);
    form.submit(&[("title_en", "It exists")]).await.is(303);
    crate::desk::criteria::publish(portal).await;
    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let id = submitted(portal, &ani, "Judged", "FR").await;
    take(portal, &board, id).await;
    let fields = [("outcome", "not_met"), ("note", "Nobody knows it.")];
    crate::desk::criteria::find(&board, id, exists, &fields)
        .await
        .is(303);
    let form = board
        .get(format!("/desk/cases/{id}/decision"))
        .await
        .is(200);
    form.submit(&[("answer", "accepted"), ("despite", "The post does.")])
        .await
        .is(303);
}

/// A file that comes with a message, and a ready-made text.
async fn written(portal: &Portal) {
    let (admin, ani) = (portal.admin().await, person(portal, "applicant").await);
    let list = admin.get("/admin/phrases").await.is(200);
    let page = admin.get(list.link("A question")).await.is(200);
    page.submit(&[("name_en", "One question")]).await.is(303);
    let id = submitted(portal, &ani, "Writing", "FR").await;
    let page = ani.get(format!("/cases/{id}")).await.is(200);
    let action = format!("/cases/{id}/messages");
    crate::desk::attachments::send(
        &ani,
        &page,
        &action,
        &[("body", "Here it is.")],
        &crate::documents::pdf("A"),
    )
    .await
    .is(303);
}

/// What becomes of the flag of `fill`.
async fn flags(portal: &Portal) {
    let board = portal.coordinator().await;
    let list = board.get("/desk/flags").await.is(200);
    let path = list.attribute("main tbody a", "href");
    let page = board.get(&path).await.is(200);
    let day = portal.now().date_naive() + TimeDelta::days(40);
    let (day, month, year) = (
        day.format("%d").to_string(),
        day.format("%m").to_string(),
        day.format("%Y").to_string(),
    );
    let later = [
        ("due-day", day.as_str()),
        ("due-month", &month),
        ("due-year", &year),
    ];
    page.submit_to(&format!("{path}/owner"), &later)
        .await
        .is(303);
    let settled = [("outcome", "settled"), ("words", "Seen to.")];
    page.submit_to(&format!("{path}/outcome"), &settled)
        .await
        .is(303);
}

/// What somebody has at the desk goes to a colleague; and how long a hold lasts.
async fn duties(portal: &Portal) {
    let (board, _) = crate::duties::handing::busy(portal).await;
    let to = portal.person("Second Chair", Role::Chair).await;
    let page = crate::duties::look(&board.chair, None, &to).await.is(200);
    page.submit_to("/desk/handovers", &[("words", "On leave.")])
        .await
        .is(303);
    let page = portal.admin().await.get("/admin/desk").await.is(200);
    page.submit(&[("hold_minutes", "45")]).await.is(303);
    portal.letters().await;
}

/// What a team proposes, and what the board makes of a pair.
async fn initiatives(portal: &Portal) {
    let (ani, board) = (
        person(portal, "applicant").await,
        portal.coordinator().await,
    );
    let number: String = sqlx::query_scalar("select number from organizations order by id limit 1")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let home = format!("/home/organizations/{number}/initiatives");
    let path = crate::initiatives::begun(&ani, &home).await;
    crate::initiatives::files::both(&ani, &path).await;
    crate::initiatives::sent(&ani, &path).await.is(303);
    let withdrawal = format!("{path}/withdrawal");
    ani.post(&withdrawal, &[]).await.is(303);
    crate::initiatives::sent(&ani, &path).await.is(303);
    let at_desk = format!("/desk/proposals/{}", path.rsplit('/').next().unwrap());
    let decision = format!("{at_desk}/decision");
    let page = board.get(&at_desk).await.is(200);
    let back = [("answer", "return"), ("words", "How many?")];
    page.submit_to(&decision, &back).await.is(303);
    crate::initiatives::sent(&ani, &path).await.is(303);
    let page = board.get(&at_desk).await.is(200);
    let yes = [("answer", "publish")];
    page.submit_to(&decision, &yes).await.is(303);
    let path = crate::initiatives::changed(&ani, &home).await;
    let first = crate::initiatives::files::first(&ani, &path).await;
    ani.post(format!("{first}/removal"), &[]).await.is(303);
    crate::initiatives::sent(&ani, &path).await.is(303);
    let at_desk = format!("/desk/proposals/{}", path.rsplit('/').next().unwrap());
    let page = board.get(&at_desk).await.is(200);
    page.submit_to(&format!("{at_desk}/decision"), &yes)
        .await
        .is(303);
    let path = crate::initiatives::begun(&ani, &home).await;
    ani.post(format!("{path}/withdrawal"), &[]).await.is(303);
    crate::initiatives::correction::taken_down(portal, &board).await;
    crate::initiatives::needs::settled(portal, &board).await;
    let of = number.parse().unwrap();
    crate::initiatives::partners::every_answer(portal, &ani, of).await;
    crate::contributions::every_fate(&ani, &board, of).await;

    let pair: String =
        sqlx::query_scalar("select id::text from overlap_pairs where state = 'introduced'")
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
    let path = format!("/desk/radar/{pair}");
    let talk: String = sqlx::query_scalar("select id::text from introductions")
        .fetch_one(portal.db_pool())
        .await
        .unwrap();
    let page = board.get(format!("/introductions/{talk}")).await.is(200);
    page.submit(&[("body", "Well met.")]).await.is(303);
    let fields = [
        ("link", "supports-one"),
        ("link_words", "It pays the hall."),
    ];
    board.post(format!("{path}/link"), &fields).await.is(303);
    let fields = [("unlink_words", "No more.")];
    board
        .post(format!("{path}/link/ending"), &fields)
        .await
        .is(303);
    let fields = [("dismiss_words", "Nothing in it.")];
    board
        .post(format!("{path}/dismissal"), &fields)
        .await
        .is(303);
}

/// Acts on many organizations: one that is left, and two that are done.
async fn in_bulk(portal: &Portal) {
    use crate::bulk::{planned, start, work};
    let (board, ani) = (
        portal.coordinator().await,
        portal.member("Owner of many").await,
    );
    let home = crate::teams::owned(portal, &ani, "Renewed in bulk").await;
    let (id, _) = crate::teams::of_home(portal, &home).await;
    sqlx::query("update organizations set registered_until = '2026-12-01' where id = $1")
        .bind(id)
        .execute(portal.db_pool())
        .await
        .unwrap();
    let list = "q=Renewed+in+bulk";
    let letter = [("subject-en", "News"), ("text-en", "Dear all.")];
    for fields in [&[][..], &letter[..]] {
        let act = if fields.is_empty() {
            "renewal"
        } else {
            "letter"
        };
        let path = planned(&board, act, list, fields).await;
        board.get(format!("{path}/result.csv")).await.is(200);
        start(&board, &path).await.is(303);
        work(portal).await;
    }
    let path = planned(&board, "renewal", list, &[]).await;
    board.post(format!("{path}/drop"), &[]).await.is(303);
    let file = "/desk/numbers.csv?table=months";
    board.get(file).await.is(200);
    portal.letters().await;
}

/// What becomes of those who are named to sign.
async fn signatures(portal: &Portal) {
    let ani = portal.member("Ani").await;
    let case = crate::signatures::draft(&ani).await;
    portal.letters().await;
    let asked = crate::signatures::asked;
    let link = asked(portal, &ani, &case, "president", "signs@example.org").await;
    crate::signatures::sign(portal, &link).await.is(303);
    let link = asked(portal, &ani, &case, "treasurer", "declines@example.org").await;
    let page = portal.visitor().get(&link).await.is(200);
    page.submit_to(&format!("{link}/refusal"), &[("words", "We never met.")])
        .await
        .is(303);
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    let removal = page.attribute("form[action$='/removal']", "action");
    page.submit_to(&removal, &[]).await.is(303);
}

/// What is done before a form, by whoever keeps its rules and whoever goes on in spite of them.
async fn prescreen(portal: &Portal) {
    let admin = portal.admin().await;
    let page = admin.get("/admin/prescreen/new").await.is(200);
    page.submit(&[("host_country", "FR"), ("is_open", "yes")])
        .await
        .is(303);
    let sona = portal.member("Sona").await;
    let asked = "/registrations/new?name=Sent+back&host_country=FR&kind=school&for_profit=yes";
    let page = sona.get(asked).await.is(200);
    page.submit_to("/registrations", &[]).await.is(303);
}

/// What is done to the list of areas.
async fn areas(portal: &Portal) {
    let admin = portal.admin().await;
    let page = admin.get("/admin/areas/new").await.is(200);
    let names = [
        ("name_en", "New"),
        ("name_ru", "Новое"),
        ("name_ar", "جديد"),
    ];
    page.submit_to("/admin/areas", &names).await.is(303);
    for (act, sent) in [
        ("", [("name_en", "Newer")]),
        ("/place", [("way", "up")]),
        ("/retirement", [("", "")]),
        ("/retirement/ending", [("", "")]),
    ] {
        let page = admin.get("/admin/areas/chess").await.is(200);
        let to = format!("/admin/areas/chess{act}");
        page.submit_to(&to, &sent).await.is(303);
    }
    let page = admin
        .get("/admin/areas/chess/merger?into=football")
        .await
        .is(200);
    page.submit_form("form[method=post][action$='/merger']", &[])
        .await
        .is(303);
}

/// What ends among groups, initiatives, coordinators, consents and standings.
async fn endings(portal: &Portal) {
    let board = portal.coordinator().await.actor().await;
    let chair = portal.chair().await.actor().await;
    let mut tx = portal.tx().await;
    macro_rules! id {
        ($type:ty, $table:literal) => {{
            let query = concat!("select id from ", $table, " order by id limit 1");
            let id: $type = sqlx::query_scalar(query).fetch_one(&mut *tx).await.unwrap();
            id
        }};
    }
    let can = group::policy::group(&board).unwrap();
    let id = id!(MembershipId, "group_members");
    group::remove(&mut tx, &can, id).await.unwrap();
    let can = initiative::policy::keep(&board).unwrap();
    let id = id!(AssignmentId, "initiative_partners");
    initiative::remove(&mut tx, &can, id).await.unwrap();
    let can = assignment::policy::assign(&board).unwrap();
    let id = id!(AssignmentId, "organization_coordinators");
    assignment::release(&mut tx, &can, id).await.unwrap();
    let can = assignment::policy::keep_rules(&chair).unwrap();
    let id = id!(AssignmentRuleId, "assignment_rules");
    assignment::end_rule(&mut tx, &can, id).await.unwrap();
    let can = leader::policy::keep_consents(&board, false).unwrap();
    let id = id!(LeaderId, "leaders");
    let given = Given {
        agreements: Agreement::all()
            .filter(|it| it.purpose == ConsentPurpose::Sharing)
            .collect(),
        means: ConsentMeans::Letter,
        given_on: portal.now().date_naive(),
        spoken_to: None,
    };
    leader::give_consent(&mut tx, &can, id, &given)
        .await
        .unwrap();
    let what = Withdrawn::Purpose(ConsentPurpose::Sharing);
    leader::withdraw_consent(&mut tx, &can.withdrawing(), id, what)
        .await
        .unwrap();
    let id = id!(OrganizationId, "organizations");
    let organization = organization::find(&mut tx, id).await.unwrap().unwrap();
    let can = organization::policy::change_standing(&chair, &organization, None).unwrap();
    standing::change(
        &mut tx,
        can,
        Standing::Suspended,
        None,
        &prose("Under inquiry."),
    )
    .await
    .unwrap();
    drop(tx.commit().await.unwrap());
    standings(portal, organization.number).await;
}

/// What the chair and admins do with standings.
async fn standings(portal: &Portal, number: RegistryNumber) {
    let chair = portal.chair().await;
    let at = format!("/desk/organizations/{number}/standing");
    let page = chair.get(format!("{at}/lifting")).await.is(200);
    let fields = [("reason", "It is over."), ("reach", "team")];
    let page = page.submit(&fields).await.is(200);
    page.submit(&[("confirmed", "yes")]).await.is(303);
    let page = chair.get(format!("{at}/delay")).await.is(200);
    let fields = [
        ("until-day", "1"),
        ("until-month", "2"),
        ("until-year", "2027"),
        ("reason", "They are on a journey."),
    ];
    let page = page.submit(&fields).await.is(303).follow().await.is(200);
    page.submit_to(&format!("{at}/delay/ending"), &[])
        .await
        .is(303);
    let mut tx = portal.tx().await;
    let seen = organization::find_by_number(&mut tx, number)
        .await
        .unwrap()
        .unwrap();
    let until = "2040-01-01".parse().unwrap();
    standing::renew(&mut tx, &chair.actor().await, seen.id, until)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    let admin = portal.admin().await;
    let page = admin.get("/admin/standing").await.is(200);
    page.submit_to("/admin/standing", &[("lapse_after", "30")])
        .await
        .is(303);
    page.submit_to(
        "/admin/standing/terms",
        &[("host_country", "DE"), ("years", "2")],
    )
    .await
    .is(303);
    let page = admin.get("/admin/standing").await.is(200);
    let end = page.attribute("main form[action$='/ending']", "action");
    page.submit_to(&end, &[]).await.is(303);
}

/// Two that are one, one that is two, and back.
async fn mergers(portal: &Portal) {
    let board = portal.coordinator().await;
    let one = crate::mergers::registered(portal, None, "One club").await;
    let other = crate::mergers::registered(portal, None, "One club too").await;
    crate::mergers::judged(&board, (one, other), "unsure")
        .await
        .is(303);
    let page = crate::mergers::merged(&board, (one, other), &[]).await;
    crate::mergers::undone(&page).await;
    let page = crate::mergers::split_off(&board, one, "Another club").await;
    crate::mergers::undone(&page).await;
}

/// What rows of one act have in common.
#[derive(Default)]
struct Seen {
    who: BTreeMap<String, ()>,
    keeps: BTreeMap<String, ()>,
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_did_what_and_what_history_keeps_of_it(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    fill(&portal).await;
    initiatives(&portal).await;
    // While the days of its sessions are to come.
    sessions(&portal).await;
    portal.letters().await;
    duties(&portal).await;
    in_bulk(&portal).await;
    accounts(&portal).await;
    teams(&portal).await;
    cases(&portal).await;
    crate::coordination::joining::all(&portal).await;
    crate::meetings::holding::all(&portal).await;
    endings(&portal).await;
    papers(&portal).await;
    prescreen(&portal).await;
    desk(&portal).await;
    flags(&portal).await;
    areas(&portal).await;
    signatures(&portal).await;
    offices(&portal).await;
    crate::leaders::act(&portal).await;
    mergers(&portal).await;
    two_who_decide(&portal).await;
    // A post in Germany asks for its opinion from here on.
    typed(&portal).await;
    criteria(&portal).await;
    written(&portal).await;
    let board = portal.coordinator().await;
    board.get("/rosters/organizations.csv").await.is(200);

    crate::turns::turns_are_right(&pool).await;

    let rows = sqlx::query(
        "select act, role, subject_kind, subject_number is not null as numbered, case_id is not null as of_case,
            organization_id is not null as of_organization, reason_sealed is not null as reasoned,
            array(select jsonb_object_keys(case jsonb_typeof(before) when 'object' then before else '{}' end) order by 1) as before,
            array(select jsonb_object_keys(case jsonb_typeof(after) when 'object' then after else '{}' end) order by 1) as after
         from history",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let mut acts: BTreeMap<String, Seen> = BTreeMap::new();
    for row in rows {
        let seen = acts.entry(row.get("act")).or_default();
        let (role, subject): (String, String) = (row.get("role"), row.get("subject_kind"));
        seen.who.insert(format!("{role} to {subject}"), ());
        for (column, word) in [
            ("numbered", "number"),
            ("of_case", "case"),
            ("of_organization", "organization"),
            ("reasoned", "reason (sealed)"),
        ] {
            if row.get(column) {
                seen.keeps.insert(word.to_owned(), ());
            }
        }
        for column in ["before", "after"] {
            for key in row.get::<Vec<String>, _>(column) {
                seen.keeps.insert(format!("{column}.{key}"), ());
            }
        }
    }
    let mut table = String::new();
    for act in Act::ALL {
        let seen = acts.get(act.code());
        let who = seen.map_or_else(|| "not seen here".to_owned(), |seen| words(&seen.who));
        let keeps = seen.map_or_else(String::new, |seen| words(&seen.keeps));
        writeln!(table, "{:<30} {who:<44} {keeps}", act.code()).unwrap();
    }
    let table: Vec<_> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(table.join("\n"));
}

fn words(set: &BTreeMap<String, ()>) -> String {
    set.keys().cloned().collect::<Vec<_>>().join(", ")
}

#[test]
fn every_act_is_written_by_somebody() {
    let code: String = files("src", ".rs")
        .iter()
        .filter(|file| {
            !file.is_test() && !file.path.starts_with("src/web/") && !file.path.ends_with("/act.rs")
        })
        .map(crate::source::Source::program)
        .collect();
    for act in Act::ALL {
        assert!(
            code.contains(&format!("Act::{act:?}")),
            "nothing writes {act:?}"
        );
    }
}
