//! Joining groups: asked or told, answering, leaving, terms; and what nobody sees before that.

use chrono::TimeDelta;
use concord::actor::Actor;
use concord::db::MIGRATOR;
use concord::ids::LeaderId;
use concord::leader::{
    self, Agreement, ConsentField, ConsentMeans, ConsentPurpose, Given, LeaderName, NewLeader,
    NewOffice, Term,
};
use concord::notice::LetterKind;
use concord::values::{Email, LanguageTag, Line, RegistryNumber, TeamRole};
use sqlx::PgPool;

use super::registered;
use crate::portal::{Browser, Page, Portal};
use crate::teams::{join, of_home, owned};

const NAME: &str = "Անի Սարգսեան";

/// A group into which members come as it says; its page at the desk.
pub async fn group(board: &Browser, name: &str, joining: &str) -> String {
    let page = board.get("/desk/groups/new").await.is(200);
    let fields = [
        ("kind", "federation"),
        ("name-0-text", name),
        ("name-0-language", "en"),
        ("joining", joining),
    ];
    page.submit(&fields).await.is(303).location().to_owned()
}

/// Somebody's organization: its number and the page of its groups.
async fn club(portal: &Portal, who: &Browser) -> (RegistryNumber, String) {
    let home = owned(portal, who, "Nor Dprots").await;
    let (_, number) = of_home(portal, &home).await;
    portal.letters().await;
    (number, format!("/home/organizations/{number}/groups"))
}

/// The board adds an organization, for a term if there is one.
pub async fn add(
    board: &Browser,
    at_desk: &str,
    number: RegistryNumber,
    more: &[(&str, &str)],
) -> Page {
    let number = number.to_string();
    let mut fields = vec![("number", number.as_str()), ("role", "member")];
    fields.extend(more);
    board.post(format!("{at_desk}/members"), &fields).await
}

/// Answers the first invitation on a page.
async fn answer(page: &Page, answer: &str, words: &str) -> Page {
    let action = page.attribute("main form[action*='/group-invitations/']", "action");
    let id = action.rsplit('/').next().unwrap();
    let field = format!("words-{id}");
    page.submit_to(&action, &[("answer", answer), (&field, words)])
        .await
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn an_organization_is_asked_agrees_and_leaves_and_is_shown_only_between(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let (number, groups) = club(&portal, &ani).await;
    let at_desk = group(&board, "Choirs of the North", "consent").await;
    let public = at_desk.replacen("/desk", "", 1);
    let shown = async || {
        portal
            .visitor()
            .get(&public)
            .await
            .is(200)
            .text()
            .contains("Nor Dprots")
    };

    let page = add(&board, &at_desk, number, &[])
        .await
        .is(303)
        .follow()
        .await;
    assert!(page.is(200).text().contains("Not answered yet"));
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].kind, LetterKind::GroupInvited);
    assert_eq!(letters[0].to, ani.email());
    assert_eq!(letters[0].link(), groups);
    assert!(letters[0].text.contains("Choirs of the North"));
    let home = ani.get("/home").await.is(200);
    assert!(home.text().contains("Nor Dprots is asked to join a group."));
    assert!(!shown().await, "nobody is a member who did not agree");
    let of = format!("/organizations/{number}");
    assert!(
        !portal
            .visitor()
            .get(&of)
            .await
            .body
            .contains("Choirs of the North")
    );
    let again = add(&board, &at_desk, number, &[]).await.is(422);
    assert_eq!(again.wrong_fields(), ["number"]);

    let page = ani.get(&groups).await.is(200);
    let unsaid = answer(&page, "", "Perhaps").await.is(422);
    assert!(unsaid.body.contains("Perhaps"), "nothing typed is lost");
    let page = answer(&page, "join", "With joy.")
        .await
        .is(303)
        .follow()
        .await
        .is(200);
    assert!(shown().await);
    assert!(
        portal
            .visitor()
            .get(&of)
            .await
            .body
            .contains("Choirs of the North")
    );
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(
        (letters[0].kind, letters[0].to.as_str()),
        (LetterKind::GroupAnswered, board.email())
    );
    let desk = board.get(&at_desk).await.is(200);
    assert!(desk.text().contains("With joy.") && desk.text().contains("Joined a group"));
    let story = desk.select(".app-timeline__body");
    let whom = number.to_string();
    assert!(story.iter().any(|it| it.contains(&whom)), "{story:?}");

    let leave = page.attribute("main form[action$='/ending']", "action");
    // One press is enough.
    ani.post(&leave, &[]).await.is(303);
    assert!(!shown().await);
    ani.post(&leave, &[]).await.is(409);
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].text.contains("has left"), "{}", letters[0].text);
    assert!(board.get(&at_desk).await.text().contains("Left a group"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn of_two_who_answer_at_once_one_lands(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let (number, groups) = club(&portal, &ani).await;
    let home = groups.trim_end_matches("/groups").to_owned();
    let levon = join(&portal, &ani, "Levon", TeamRole::Editor).await;
    let reader = join(&portal, &ani, "Reader", TeamRole::Reader).await;
    portal.ignore_letters();
    let at_desk = group(&board, "Choirs", "consent").await;
    add(&board, &at_desk, number, &[]).await.is(303);
    let page = ani.get(&groups).await.is(200);
    let action = page.attribute("main form[action*='/group-invitations/']", "action");
    // Whoever reads sees it and answers nothing; to others it is not there.
    let page = reader.get(&groups).await.is(200);
    assert!(
        page.text().contains("Choirs") && !page.has("main form[action*='/group-invitations/']")
    );
    reader.post(&action, &[("answer", "join")]).await.is(403);
    let stranger = portal.member("Stranger").await;
    stranger.get(&groups).await.is(404);
    stranger.post(&action, &[("answer", "join")]).await.is(404);
    board.post(&action, &[("answer", "join")]).await.is(404);
    assert!(home.ends_with(&number.to_string()));

    let (one, other) = tokio::join!(
        ani.post(&action, &[("answer", "join")]),
        levon.post(&action, &[("answer", "decline")])
    );
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_is_too_old_or_taken_back_or_somebody_elses_is_not_answered(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let (number, groups) = club(&portal, &ani).await;
    let at_desk = group(&board, "Choirs", "consent").await;
    add(&board, &at_desk, number, &[]).await.is(303);
    let old = ani.get(&groups).await.is(200);
    // Another organization does not answer for this one.
    let levon = portal.member("Levon").await;
    let home = owned(&portal, &levon, "Dom").await;
    let (_, other) = of_home(&portal, &home).await;
    let action = old.attribute("main form[action*='/group-invitations/']", "action");
    let foreign = action.replace(&number.to_string(), &other.to_string());
    levon.post(&foreign, &[("answer", "join")]).await.is(404);

    portal.wait(TimeDelta::days(61));
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let late = ani.post(&action, &[("answer", "join")]).await.is(409);
    assert!(late.text().contains("The time to answer is over"));
    assert!(
        !ani.get(&groups)
            .await
            .is(200)
            .text()
            .contains("You are asked to join")
    );
    assert!(
        board
            .get(&at_desk)
            .await
            .text()
            .contains("No answer in time")
    );
    // They can be asked again, and that can be taken back.
    add(&board, &at_desk, number, &[]).await.is(303);
    let page = ani.get(&groups).await.is(200);
    let desk = board.get(&at_desk).await.is(200);
    let back = desk.attribute("main form[action$='/withdrawal']", "action");
    board.post(&back, &[]).await.is(303);
    board.post(&back, &[]).await.is(409);
    answer(&page, "join", "").await.is(409);
    assert!(
        !portal
            .visitor()
            .get(at_desk.replacen("/desk", "", 1))
            .await
            .body
            .contains("Nor Dprots")
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn all_who_were_asked_stand_on_pages_of_their_own(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    let at_desk = group(&board, "Choirs of the North", "consent").await;
    let all = format!("{at_desk}/invitations");
    let empty = board.get(&all).await.is(200);
    assert!(empty.text().contains("Nobody was asked."));
    for n in 0..27 {
        let (_, number) = registered(&portal, &format!("Choir {n:02}"), "DE").await;
        add(&board, &at_desk, number, &[]).await.is(303);
    }
    portal.ignore_letters();
    let asked = |page: &Page| page.attributes("main form[action*='/withdrawal']", "action");
    let page = board.get(&at_desk).await.is(200);
    assert_eq!(asked(&page).len(), 10);
    let page = board.get(page.link("All who were asked")).await.is(200);
    let mut there = asked(&page);
    assert_eq!(there.len(), 25);
    let page = board.get(format!("{all}?page=2")).await.is(200);
    there.extend(asked(&page));
    there.sort_unstable();
    there.dedup();
    assert_eq!(there.len(), 27);
    // Whoever sees the desk and changes nothing reads it; strangers do not.
    let page = portal.auditor().await.get(&all).await.is(200);
    assert!(asked(&page).is_empty() && page.text().contains("Choir"));
    portal.member("Ani").await.get(&all).await.is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whom_the_board_puts_in_is_told_at_once_and_a_term_ends_by_itself(pool: PgPool) {
    let portal = Portal::new(pool);
    let (board, ani) = (portal.coordinator().await, portal.member("Ani").await);
    let (number, groups) = club(&portal, &ani).await;
    let at_desk = group(&board, "Choirs", "notice").await;
    let past = [
        ("until-day", "1"),
        ("until-month", "1"),
        ("until-year", "2020"),
    ];
    let wrong = add(&board, &at_desk, number, &past).await.is(422);
    assert_eq!(wrong.wrong_fields(), ["until"]);
    let last = portal.now().date_naive() + TimeDelta::days(10);
    let (day, month, year) = (
        last.format("%d").to_string(),
        last.format("%m").to_string(),
        last.format("%Y").to_string(),
    );
    let term = [
        ("until-day", day.as_str()),
        ("until-month", month.as_str()),
        ("until-year", year.as_str()),
    ];
    add(&board, &at_desk, number, &term).await.is(303);
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].kind, LetterKind::GroupEntered);
    assert_eq!(letters[0].link(), groups);

    let ended = async || {
        let mut tx = portal.tx().await;
        let ended = concord::group::end_terms(&mut tx).await.unwrap();
        drop(tx.commit().await.unwrap());
        ended
    };
    portal.wait(TimeDelta::days(10));
    assert_eq!(ended().await, 0, "the last day is a day of the term");
    portal.wait(TimeDelta::days(1));
    assert_eq!(ended().await, 1);
    assert_eq!(ended().await, 0);
    let public = at_desk.replacen("/desk", "", 1);
    assert!(
        !portal
            .visitor()
            .get(&public)
            .await
            .body
            .contains("Nor Dprots")
    );
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].kind, LetterKind::GroupRemoved);
}

/// Somebody who presides, and what they agreed to.
async fn leader(
    portal: &Portal,
    agreed: &[(ConsentPurpose, ConsentField)],
) -> (LeaderId, RegistryNumber) {
    let (organization, number) = registered(portal, "Nor Keank", "FR").await;
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: Line::parse(NAME, 300).unwrap(),
            language: LanguageTag::parse("hyw").ok(),
        }],
        languages: Vec::new(),
        email: Email::parse("ani.sargsian@example.org").ok(),
        office: NewOffice {
            organization,
            title: Line::parse("President", 300).unwrap(),
            title_language: LanguageTag::parse("en").ok(),
            other: None,
            since: None,
            until: None,
            signs: false,
            term: Term::default(),
        },
        consent: None,
    };
    let id = leader::create(&mut tx, &Actor::System, new).await.unwrap();
    let _ = tx.commit().await.unwrap();
    agree(portal, id, agreed).await;
    (id, number)
}

async fn agree(portal: &Portal, id: LeaderId, agreed: &[(ConsentPurpose, ConsentField)]) {
    let board = portal.coordinator().await.actor().await;
    let can = leader::policy::keep_consents(&board, false).unwrap();
    let mut tx = portal.tx().await;
    let given = Given {
        agreements: Agreement::all()
            .filter(|it| agreed.contains(&(it.purpose, it.field)))
            .collect(),
        means: ConsentMeans::Letter,
        given_on: portal.now().date_naive(),
        spoken_to: None,
    };
    leader::give_consent(&mut tx, &can, id, &given)
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_leader_is_asked_by_a_link_and_named_only_if_they_agree(pool: PgPool) {
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    let (id, number) = leader(&portal, &[]).await;
    // Even where the board puts organizations in, a leader is asked.
    let at_desk = group(&board, "Elders", "notice").await;
    let group = at_desk.rsplit('/').next().unwrap();
    let path = format!("/desk/organizations/{number}/leaders/{id}/memberships");
    let fields = [("group", group), ("role", "vice")];
    let wrong = board.get(&path).await.is(200).submit(&fields).await.is(422);
    assert_eq!(
        wrong.wrong_fields(),
        ["group"],
        "they agreed to no invitation"
    );

    use ConsentField::{Contact, Name};
    use ConsentPurpose::{Invitations, PublicPage};
    agree(&portal, id, &[(Invitations, Name), (Invitations, Contact)]).await;
    portal.letters().await;
    board.get(&path).await.is(200).submit(&fields).await.is(303);
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].kind, LetterKind::LeaderInvited);
    assert_eq!(letters[0].to, "ani.sargsian@example.org");
    let link = letters[0].link().to_owned();
    let public = at_desk.replacen("/desk", "", 1);
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("Nobody is in this group yet"));

    let visitor = portal.visitor();
    let forged = format!("{}A", &link[..link.len() - 1]);
    assert!(forged == link || visitor.get(&forged).await.status == 404);
    let page = visitor.get(&link).await.is(200);
    assert!(!page.body.contains(NAME), "the link names nobody");
    answer(&page, "join", "").await.is(303);
    portal.letters().await;
    let page = portal.visitor().get(&public).await.is(200);
    assert!(page.text().contains("One leader who is not named") && !page.body.contains(NAME));
    assert!(!board.get(&at_desk).await.is(200).body.contains(NAME));

    agree(&portal, id, &[(PublicPage, Name)]).await;
    assert!(portal.visitor().get(&public).await.body.contains(NAME));
    let page = visitor.get(&link).await.is(200);
    let leave = page.attribute("main form[action$='/ending']", "action");
    visitor.post(&leave, &[]).await.is(303);
    assert!(!portal.visitor().get(&public).await.body.contains(NAME));
    let letters = portal.letters().await;
    let of = |kind| letters.iter().find(|it| it.kind == kind).unwrap();
    let told = of(LetterKind::LeaderLeftGroup);
    assert_eq!((told.to.as_str(), told.link()), (board.email(), &*at_desk));
    assert!(told.text.contains("A leader who was in") && !told.text.contains(NAME));
    // Whoever has the link leaves for them, so that they hear of it too.
    let out = of(LetterKind::LeaderOutOfGroup);
    assert_eq!(out.to, "ani.sargsian@example.org");
    assert!(out.text.contains("You left it yourself") && !out.text.contains(NAME));
    assert_eq!(out.link(), link);
    assert_eq!(letters.len(), 2);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_leader_who_is_taken_out_or_whose_term_is_over_is_told_in_words_of_their_own(
    pool: PgPool,
) {
    use ConsentField::{Contact, Name};
    use ConsentPurpose::Invitations;
    let portal = Portal::new(pool);
    let board = portal.coordinator().await;
    let (id, number) = leader(&portal, &[(Invitations, Name), (Invitations, Contact)]).await;
    let at_desk = group(&board, "Elders", "notice").await;
    let group = at_desk.rsplit('/').next().unwrap();
    let path = format!("/desk/organizations/{number}/leaders/{id}/memberships");
    let last = portal.now().date_naive() + TimeDelta::days(3);
    let part = |format: &str| last.format(format).to_string();
    let (day, month, year) = (part("%-d"), part("%-m"), part("%Y"));
    let term = [
        ("until-day", day.as_str()),
        ("until-month", &month),
        ("until-year", &year),
    ];
    for (term, said) in [
        (&[][..], "The board has ended your membership"),
        (&term[..], "Your term is over"),
    ] {
        let board = portal.coordinator().await;
        portal.letters().await;
        let fields = [&[("group", group), ("role", "member")], term].concat();
        board.get(&path).await.is(200).submit(&fields).await.is(303);
        let link = portal.letter().await.link().to_owned();
        let visitor = portal.visitor();
        let page = visitor.get(&link).await.is(200);
        answer(&page, "join", "").await.is(303);
        portal.letters().await;
        if term.is_empty() {
            let page = board.get(&at_desk).await.is(200);
            let end = page.attribute("main form[action*='/members/']", "action");
            board.post(&end, &[]).await.is(303);
        } else {
            portal.wait(TimeDelta::days(4));
            let mut tx = portal.tx().await;
            assert_eq!(concord::group::end_terms(&mut tx).await.unwrap(), 1);
            drop(tx.commit().await.unwrap());
        }
        let letter = portal.letter().await;
        assert_eq!(letter.kind, LetterKind::LeaderOutOfGroup);
        assert_eq!(letter.to, "ani.sargsian@example.org");
        assert!(letter.text.contains(said), "{}", letter.text);
        assert!(letter.text.contains("Elders") && !letter.text.contains("organization"));
        visitor.get(letter.link()).await.is(200);
    }
}

/// Everything that is done about joining, for the table of acts.
pub async fn all(portal: &Portal) {
    let board = portal.coordinator().await;
    let ani = portal.member("Ani").await;
    let (number, groups) = club(portal, &ani).await;
    let at_desk = group(&board, "Choirs", "consent").await;
    let facts = format!("{at_desk}/facts");
    let page = board.get(&facts).await.is(200);
    page.submit_to(&facts, &[("name-0-purpose", "To sing.")])
        .await
        .is(303);
    for said in ["decline", "join"] {
        add(&board, &at_desk, number, &[]).await.is(303);
        let page = ani.get(&groups).await.is(200);
        answer(&page, said, "As you see.").await.is(303);
    }
    let page = ani.get(&groups).await.is(200);
    let leave = page.attribute("main form[action$='/ending']", "action");
    ani.post(&leave, &[]).await.is(303);
    add(&board, &at_desk, number, &[]).await.is(303);
    let desk = board.get(&at_desk).await.is(200);
    let back = desk.attribute("main form[action$='/withdrawal']", "action");
    board.post(&back, &[]).await.is(303);
    let told = group(&board, "Guilds", "notice").await;
    let today = portal.now().date_naive();
    let (day, month, year) = (
        today.format("%d").to_string(),
        today.format("%m").to_string(),
        today.format("%Y").to_string(),
    );
    let term = [
        ("until-day", day.as_str()),
        ("until-month", month.as_str()),
        ("until-year", year.as_str()),
    ];
    add(&board, &told, number, &term).await.is(303);
    portal.wait(TimeDelta::days(1));
    let mut tx = portal.tx().await;
    concord::group::end_terms(&mut tx).await.unwrap();
    drop(tx.commit().await.unwrap());
    ends(portal, number).await;
}

/// A place that is changed, a last day, an end, and an end that is taken back.
async fn ends(portal: &Portal, number: RegistryNumber) {
    let board = portal.coordinator().await;
    let at_desk = group(&board, "Crafts", "notice").await;
    add(&board, &at_desk, number, &[]).await.is(303);
    let page = board.get(&at_desk).await.is(200);
    let place = page.attribute("main td a[href*='/members/']", "href");
    let page = board.get(&place).await.is(200);
    page.submit_to(&place, &[("role", "observer")])
        .await
        .is(303);
    let today = portal.now().date_naive();
    let later = today + TimeDelta::days(20);
    let part = |format: &str| later.format(format).to_string();
    let (day, month, year) = (part("%-d"), part("%-m"), part("%Y"));
    let date = [
        ("date-day", day.as_str()),
        ("date-month", &month),
        ("date-year", &year),
    ];
    crate::meetings::called(&board, &at_desk, &date)
        .await
        .is(303);
    for last in [today + TimeDelta::days(9), today] {
        super::ending::end(&board, &at_desk, last, "It is done.")
            .await
            .is(303);
    }
    super::ending::reopen(&board, &at_desk).await.is(303);
}
