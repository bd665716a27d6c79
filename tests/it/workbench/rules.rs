//! Rules by which coordinators are suggested: who keeps them, what they suggest, and that nobody is suggested for their own.

use concord::values::Role;
use sqlx::PgPool;

use super::{assigned, rule};
use crate::coordination::registered;
use crate::duties::seat;
use crate::portal::{Browser, Page, Portal};
use crate::teams::{of_home, owned};

/// Whom the workbench suggests for the only organization that nobody looks after, and why.
async fn suggested(browser: &Browser) -> String {
    let page = browser.get("/desk/workbench/unassigned?whose=all").await;
    page.is(200).first("main .app-results__item p + p")
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_rule_suggests_in_words_and_the_load_decides_among_equals(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let chair = portal.chair().await;
    let one = portal.person("Coordinator One", Role::Coordinator).await;
    let two = portal.person("Coordinator Two", Role::Coordinator).await;
    let (_, first) = registered(&portal, "Casa", "ES").await;
    assigned(&chair, first, &one).await;
    registered(&portal, "Haus", "DE").await;
    let words = suggested(&chair).await;
    assert!(
        words.contains("Coordinator Two") && words.contains("no rule fits"),
        "{words}"
    );
    rule(&chair, &one, "DE", "").await;
    let words = suggested(&chair).await;
    assert!(
        words.contains("Coordinator One")
            && words.contains("a rule names them: Host country: Germany")
    );
    rule(&chair, &two, "DE", "").await;
    let words = suggested(&chair).await;
    assert!(
        words.contains("Coordinator Two") && words.contains("the fewest"),
        "{words}"
    );
    let words = suggested(&chair.reading("ru")).await;
    assert!(
        words.contains("по правилу: страна пребывания: Германия"),
        "{words}"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_is_suggested_for_an_organization_of_their_own(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (ani, chair) = (portal.member("Ani").await, portal.chair().await);
    let one = portal.person("Coordinator One", Role::Coordinator).await;
    portal.person("Coordinator Two", Role::Coordinator).await;
    let home = owned(&portal, &ani, "Haus").await;
    rule(&chair, &one, "DE", "").await;
    assert!(suggested(&chair).await.contains("Coordinator One"));
    seat(&portal, of_home(&portal, &home).await, &one).await;
    let words = suggested(&chair).await;
    assert!(!words.contains("Coordinator One"), "{words}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_rule_asks_for_something_names_the_board_and_is_there_once(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (chair, board) = (portal.chair().await, portal.coordinator().await);
    let path = "/desk/assignment-rules";
    let page = chair.get(path).await.is(200);
    let none = page.submit_to(path, &[]).await.is(422);
    assert_eq!(none.wrong_fields(), ["host", "coordinator"]);
    let (who, member) = (
        board.account().to_string(),
        portal.member("Ani").await.account().to_string(),
    );
    for (host, to, wrong) in [
        ("ZZ", who.as_str(), "host"),
        ("DE", member.as_str(), "coordinator"),
        ("DE", "'; drop table accounts", "coordinator"),
    ] {
        let fields = [("host", host), ("coordinator", to)];
        let page = chair.post(path, &fields).await.is(422);
        assert_eq!(page.wrong_fields(), [wrong], "{host} {to}");
    }
    rule(&chair, &board, "DE", "AM").await;
    let fields = [
        ("host", "DE"),
        ("homeland", "AM"),
        ("coordinator", who.as_str()),
    ];
    let page = chair.post(path, &fields).await.is(422);
    assert!(page.text().contains("This rule is there already"));
    // A coordinator reads the rules and changes none; it is ended once.
    let page = board.get(path).await.is(200);
    assert!(
        page.text()
            .contains("Host country: Germany · Homeland: Armenia")
            && !page.has("main form")
    );
    board.post(path, &fields).await.is(403);
    let id: uuid::Uuid = sqlx::query_scalar("select id from assignment_rules")
        .fetch_one(&pool)
        .await
        .unwrap();
    let ending = format!("{path}/{id}/ending");
    board.post(&ending, &[]).await.is(403);
    let admin = portal.admin().await;
    admin.post(&ending, &[]).await.is(303);
    chair.post(&ending, &[]).await.is(409);
    rule(&chair, &board, "DE", "AM").await;
    let kept: i64 = sqlx::query_scalar(
        "select count(*) from history where act in ('assignment_rule_made', 'assignment_rule_ended')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(kept, 3);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_most_specific_rule_answers_and_the_page_says_why(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (chair, ani) = (portal.chair().await, portal.member("Ani").await);
    let mut people = Vec::new();
    for name in ["Davit", "Sona", "Lusine", "Petra"] {
        people.push((name, portal.person(name, Role::Coordinator).await));
    }
    let home = owned(&portal, &ani, "Haus").await;
    let (id, number) = of_home(&portal, &home).await;
    sqlx::query("update organizations set community = 'Armenians' where id = $1")
        .bind(id.uuid())
        .execute(portal.db_pool())
        .await
        .unwrap();
    let group = crate::coordination::joining::group(&chair, "Council of the North", "notice").await;
    crate::coordination::joining::add(&chair, &group, number, &[])
        .await
        .is(303);
    let desk = format!("/desk/organizations/{number}");
    let answers = async || {
        let page = chair.get(&desk).await.is(200);
        let named = page.first("#coordinator + p");
        let own = ani.get(format!("/home/organizations/{number}")).await;
        let own = own.is(200).text();
        (named, own)
    };
    assert!(
        answers().await.0.contains("Nobody"),
        "{}",
        answers().await.0
    );
    let group_id = group.rsplit('/').next().unwrap().to_owned();
    let rules = [
        ("host", "DE", "Host country: Germany"),
        ("community", "Armenians", "Community: Armenians"),
        ("group", group_id.as_str(), "Group: Council of the North"),
    ];
    for ((field, value, why), (name, who)) in rules.into_iter().zip(&people) {
        ruled(&chair, who, &[(field, value)]).await.is(303);
        let (named, own) = answers().await;
        assert!(
            named.contains(name) && named.contains(why),
            "{why}: {named}"
        );
        assert!(own.contains(name), "the team knows whom to ask: {own}");
        assert!(suggested(&chair).await.contains(why));
    }
    let page = chair.get(&group).await.is(200);
    assert!(page.text().contains("a rule names them for this group"));
    assigned(&chair, number, &people[3].1).await;
    let (named, own) = answers().await;
    assert!(named.contains("Petra given to them by name"), "{named}");
    assert!(own.contains("Petra answers your questions"), "{own}");
    // What nobody says of themselves, and a group that is not there, is no ground.
    let page = ruled(&chair, &people[0].1, &[("community", "Martians")]).await;
    assert_eq!(page.is(422).wrong_fields(), ["community"]);
    let nowhere = id.to_string();
    let page = ruled(&chair, &people[0].1, &[("group", nowhere.as_str())]).await;
    assert_eq!(page.is(422).wrong_fields(), ["group"]);
    let page = ruled(&chair, &people[2].1, &[("group", group_id.as_str())]).await;
    assert_eq!(page.is(422).wrong_fields(), ["coordinator"], "it is there");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_answers_for_their_own_and_what_is_of_a_group_is_ones_own(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (chair, ani) = (portal.chair().await, portal.member("Ani").await);
    let one = portal.person("Coordinator One", Role::Coordinator).await;
    let home = owned(&portal, &ani, "Haus").await;
    let of = of_home(&portal, &home).await;
    registered(&portal, "Casa", "ES").await;
    let group = crate::coordination::joining::group(&chair, "Council", "notice").await;
    crate::coordination::joining::add(&chair, &group, of.1, &[])
        .await
        .is(303);
    let group_id = group.rsplit('/').next().unwrap();
    ruled(&chair, &one, &[("group", group_id)]).await.is(303);
    assert_eq!(super::list(&one, "unassigned").await, ["Haus"]);
    assert_eq!(super::counts(&one, "").await[5], "1");
    assert_eq!(super::counts(&one, "?whose=all").await[5], "2");
    seat(&portal, of, &one).await;
    let page = chair.get(format!("/desk/organizations/{}", of.1)).await;
    let named = page.is(200).first("#coordinator + p");
    assert!(named.contains("Nobody"), "{named}");
}

async fn ruled(chair: &Browser, who: &Browser, fields: &[(&str, &str)]) -> Page {
    let account = who.account().to_string();
    let fields = [fields, &[("coordinator", account.as_str())]].concat();
    let page = chair.get("/desk/assignment-rules").await.is(200);
    page.submit_to("/desk/assignment-rules", &fields).await
}
