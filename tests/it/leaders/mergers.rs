//! Two entries that are one person: found as they are entered, merged without anybody seeing more, and taken back to the letter.

use chrono::TimeDelta;
use concord::actor::Actor;
use concord::db::MIGRATOR;
use concord::ids::LeaderId;
use concord::leader::{self, LeaderName, NewLeader, NewOffice, Term};
use concord::values::{Email, LanguageTag, Line, RegistryNumber};
use sqlx::PgPool;

use super::{Somebody, somebody};
use crate::coordination::consents::{EMAIL, NAME, agree};
use crate::coordination::registered;
use crate::portal::{Page, Portal};

/// The same person as that of `somebody`, as another organization writes her.
pub const AGAIN: &str = "Забелора Кешишян";

/// Somebody in office at another organization.
pub async fn entered(
    portal: &Portal,
    name: &str,
    email: Option<&str>,
) -> (LeaderId, RegistryNumber) {
    let (organization, number) = registered(portal, &format!("Of {name}"), "DE").await;
    let mut tx = portal.tx().await;
    let new = NewLeader {
        names: vec![LeaderName {
            text: Line::parse(name, 300).unwrap(),
            language: LanguageTag::parse("ru").ok(),
        }],
        languages: Vec::new(),
        email: email.map(|it| Email::parse(it).unwrap()),
        office: NewOffice {
            organization,
            title: Line::parse("Treasurer", 300).unwrap(),
            title_language: None,
            other: None,
            since: None,
            until: None,
            signs: false,
            term: Term::default(),
        },
        consent: None,
    };
    let id = leader::create(&mut tx, &Actor::System, new).await.unwrap();
    drop(tx.commit().await.unwrap());
    (id, number)
}

/// What the desk says of likely doubles.
async fn doubles(one: &Somebody) -> String {
    one.board
        .get(&one.desk)
        .await
        .is(200)
        .first("#doubles ~ ul, main")
}

/// Two side by side.
pub fn merger(one: &Somebody, other: LeaderId) -> String {
    format!("{}/merger?with={other}", one.desk)
}

/// Sends the form of a merger.
pub async fn send(one: &Somebody, page: &Page, go: &str, fields: &[(&str, &str)]) -> Page {
    let action = format!("{}/merger", one.desk);
    let fields = [
        fields,
        &[("go", go), ("reason", "One person, two spellings.")],
    ]
    .concat();
    page.submit_to(&action, &fields).await
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn whoever_is_entered_twice_is_found_across_scripts_and_by_address(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    assert!(!doubles(&one).await.contains("Забелора"));
    // In the same transaction: nothing else has run.
    let (other, of) = entered(&portal, AGAIN, None).await;
    let (same, _) = entered(&portal, "Somebody Quite Different", Some(EMAIL)).await;
    entered(&portal, "Levon Abelian", None).await;
    let page = one.board.get(&one.desk).await.is(200);
    let text = page.text();
    assert!(
        text.contains(AGAIN) && text.contains("another alphabet"),
        "{text}"
    );
    assert!(text.contains("Somebody Quite Different") && text.contains("Same e-mail address"));
    assert!(!text.contains("Levon Abelian"));
    // What is compared is nowhere in the clear.
    let marks: Vec<String> = sqlx::query_scalar("select encode(mark, 'escape') from leader_marks")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert!(marks.len() > 4 && marks.iter().all(|it| !it.contains("zabelora")));
    // They are two: nobody is asked again, not on the other's page and not when a name is added.
    let different = format!("{}/likenesses", one.desk);
    let with = [("with", &*other.to_string())];
    portal.auditor().await.post(&different, &with).await.is(403);
    one.board.post(&different, &with).await.is(303);
    one.board.post(&different, &with).await.is(404);
    one.board_says(&[("name-1-text", AGAIN), ("name-1-language", "ru")])
        .await
        .is(303);
    let page = one.board.get(&one.desk).await.is(200);
    assert!(
        !page
            .attributes("main a", "href")
            .contains(&merger(&one, other))
    );
    assert!(
        page.attributes("main a", "href")
            .contains(&merger(&one, same))
    );
    let theirs = format!("/desk/organizations/{of}/leaders/{other}");
    let page = one.board.get(&theirs).await.is(200);
    assert!(!page.text().contains(NAME));
    // A post is shown nobody of this.
    let what = [("sharing", "name"), ("sharing", "office")];
    agree(&one.board, one.number, one.id, &what).await;
    let post = portal.post_officer(&["DE"]).await;
    let page = post.get(&one.desk).await.is(200);
    assert!(!page.body.contains("Somebody Quite Different"));
}

/// Every row of the two, as it stands; counters, and when it was written, aside.
async fn rows(pool: &PgPool, ids: [LeaderId; 2]) -> Vec<String> {
    let ids = ids.map(LeaderId::uuid);
    sqlx::query_scalar(
        "select (to_jsonb(x) - '{revision,updated_at,consents_to_be_told}'::text[])::text from leaders x where id = any($1)
         union all select to_jsonb(x)::text from leader_offices x where leader_id = any($1)
         union all select to_jsonb(x)::text from leader_consents x where leader_id = any($1)
         union all select to_jsonb(x)::text from leader_sources x where leader_id = any($1)
         union all select to_jsonb(x)::text from leader_claims x where leader_id = any($1)
         union all select to_jsonb(x)::text from leader_marks x where leader_id = any($1)
         union all select (to_jsonb(x) - 'found_at')::text from leader_likenesses x where one_id = any($1) or other_id = any($1)
         order by 1",
    )
    .bind(&ids[..])
    .fetch_all(pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn merged_nobody_sees_more_and_taken_back_both_are_what_they_were(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    let (other, of) = entered(&portal, AGAIN, Some("z@example.net")).await;
    let honour = [
        ("honour-0-title", "Order of the Bridge"),
        ("honour-0-on", "2019"),
        ("honour-0-source", "Gazette"),
    ];
    let form = format!("/desk/organizations/{of}/leaders/{other}/profile");
    let page = one.board.get(&form).await.is(200);
    page.submit_to(&form, &honour).await.is(303);
    let what = [
        ("public_page", "name"),
        ("public_page", "office"),
        ("public_page", "honours"),
    ];
    agree(&one.board, one.number, one.id, &what).await;
    let what = [
        ("public_page", "name"),
        ("sharing", "name"),
        ("sharing", "office"),
    ];
    agree(&one.board, of, other, &what).await;
    let vault = portal.tx().await.vault();
    let link = format!("/consents/{}", leader::consent_token(&vault, other, 0));
    portal
        .member("Zed")
        .await
        .post(format!("{link}/claim"), &[])
        .await
        .is(303);
    let before = rows(&pool, [one.id, other]).await;

    let page = one.board.get(merger(&one, other)).await.is(200);
    assert!(page.text().contains(AGAIN) && page.text().contains("Order of the Bridge"));
    // What only one of the two says goes on, and is no question.
    assert!(page.has("input[type='radio'][name='pick-name']"));
    assert!(!page.has("input[type='radio'][name='pick-honours']"));
    let checked = send(&one, &page, "check", &[("pick-name", "both")])
        .await
        .is(200);
    // What is done is what was shown; to choose otherwise one goes back.
    assert!(!checked.has("input[type='radio']") && checked.value("pick-name") == "both");
    let back = send(&one, &checked, "change", &[]).await.is(200);
    assert!(back.has("input[type='radio'][name='pick-name'][value='both'][checked]"));
    assert!(
        checked.text().contains("Nothing is done yet"),
        "{}",
        checked.text()
    );
    assert_eq!(rows(&pool, [one.id, other]).await, before, "only looked at");
    let done = send(&one, &checked, "merge", &[]).await.is(303);
    let merged = done.location().to_owned();
    let shown = one.board.get(&merged).await.is(200);
    assert!(shown.text().contains("Gives way"), "{}", shown.text());

    // The survivor has both offices and names, and agrees to what both agreed to.
    let desk = one.board.get(&one.desk).await.is(200);
    for said in [
        NAME,
        AGAIN,
        "President",
        "Treasurer",
        "Order of the Bridge",
        EMAIL,
    ] {
        assert!(desk.text().contains(said), "{said}: {}", desk.text());
    }
    let visitor = portal.visitor();
    let public = visitor.get(format!("/leaders/{}", one.id)).await.is(200);
    assert!(public.text().contains(NAME));
    assert!(!public.text().contains("President") && !public.text().contains("Bridge"));
    let gone = visitor.get(format!("/leaders/{other}")).await.is(308);
    assert_eq!(gone.location(), format!("/leaders/{}", one.id));
    let theirs = format!("/desk/organizations/{of}/leaders/{other}");
    one.board.get(&theirs).await.is(404);
    let post = portal.post_officer(&["DE"]).await;
    post.get(&one.desk).await.is(404);
    // The old link withdraws, and shows nothing else.
    let page = visitor.get(&link).await.is(200);
    assert!(page.text().contains("To be shown to anybody"));
    visitor.get(format!("{link}/profile")).await.is(404);
    visitor.post(format!("{link}/file"), &[]).await.is(404);
    // It agrees to nothing either: whoever holds it may be somebody else.
    assert!(!page.has("input[name='public_page']"));
    visitor
        .post(&link, &[("public_page", "contact")])
        .await
        .is(403);
    let letters = portal.letters().await;
    assert!(letters.iter().any(|it| it.to == EMAIL), "she is told");

    let page = one.board.get(&merged).await.is(200);
    assert!(page.text().contains("One person, two spellings."));
    let none = page.submit(&[("reason", "")]).await.is(422);
    assert_eq!(none.wrong_fields(), ["reason"]);
    page.submit(&[("reason", "They are sisters.")])
        .await
        .is(303);
    assert_eq!(rows(&pool, [one.id, other]).await, before);
    one.board.get(&theirs).await.is(200);
    visitor.get(format!("{link}/profile")).await.is(200);
    let again = one.board.get(&merged).await.is(200);
    assert!(again.text().contains("They are sisters."));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_was_changed_since_stands_in_the_way_and_of_two_one_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (other, of) = entered(&portal, AGAIN, None).await;
    let page = one.board.get(merger(&one, other)).await.is(200);
    one.board_says(&[("country-0", "GE")]).await.is(303);
    let late = send(&one, &page, "merge", &[]).await.is(409);
    assert!(
        late.text().contains("changed while you were here"),
        "{}",
        late.text()
    );
    // Crosswise and at once: one lands, the other is told.
    let back = Somebody {
        id: other,
        number: of,
        owner: portal.member("Ani").await,
        board: portal.chair().await,
        desk: format!("/desk/organizations/{of}/leaders/{other}"),
        team: String::new(),
        link: String::new(),
    };
    let theirs = back.board.get(merger(&back, one.id)).await.is(200);
    let (ours, theirs) = tokio::join!(
        send(&one, &late, "merge", &[]),
        send(&back, &theirs, "merge", &[])
    );
    let mut answers = [ours.status.as_u16(), theirs.status.as_u16()];
    answers.sort_unstable();
    assert!(
        answers == [303, 409] || answers == [303, 404],
        "{answers:?}"
    );
    let (done, survivor) = match ours.status.as_u16() {
        303 => (ours, &one),
        _ => (theirs, &back),
    };
    let merged = done.location().to_owned();
    let page = one.board.get(&merged).await.is(200);
    survivor.board_says(&[("country-1", "AM")]).await.is(303);
    let hindered = page.submit(&[("reason", "No.")]).await.is(409);
    assert!(
        hindered.text().contains("changed since"),
        "{}",
        hindered.text()
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_she_withdrew_since_does_not_come_back_with_a_merger_taken_back(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (other, of) = entered(&portal, AGAIN, None).await;
    let what = [("public_page", "name")];
    agree(&one.board, one.number, one.id, &what).await;
    agree(&one.board, of, other, &what).await;
    let page = one.board.get(merger(&one, other)).await.is(200);
    let merged = send(&one, &page, "merge", &[]).await.is(303);
    let merged = merged.location().to_owned();
    let visitor = portal.visitor();
    let public = format!("/leaders/{}", one.id);
    visitor.get(&public).await.is(200);

    portal.wait(TimeDelta::minutes(1));
    let withdrawal = format!("{}/withdrawal", one.link);
    visitor
        .post(&withdrawal, &[("what", "public_page.name")])
        .await
        .is(303);
    visitor.get(&public).await.is(404);
    let page = one.board.get(&merged).await.is(200);
    let hindered = page.submit(&[("reason", "They are sisters.")]).await;
    let text = hindered.is(409).text();
    assert!(text.contains("changed since"), "{text}");
    visitor.get(&public).await.is(404);
    visitor.get(format!("/leaders/{other}")).await.is(404);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn few_may_say_that_two_are_one(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let (other, _) = entered(&portal, AGAIN, None).await;
    let page = one.board.get(merger(&one, other)).await.is(200);
    let merged = send(&one, &page, "merge", &[])
        .await
        .is(303)
        .location()
        .to_owned();
    let (third, _) = entered(&portal, "Забелора Кешишьян", None).await;
    let path = merger(&one, third);
    for (browser, status) in [
        (portal.visitor(), 303),
        (portal.member("Boris").await, 404),
        (portal.admin().await, 404),
        (portal.post_officer(&["FR"]).await, 404),
        (portal.post_officer(&["DE"]).await, 403),
        (portal.auditor().await, 403),
        (portal.chair().await, 200),
    ] {
        browser.get(&path).await.is(status);
        let status = if status == 404 && browser.cookies().is_empty() {
            303
        } else {
            status
        };
        browser.get(&merged).await.is(status);
    }
    one.board.get(merger(&one, one.id)).await.is(200);
    one.board
        .get(format!("{}/merger?with=nobody", one.desk))
        .await
        .is(404);
}
