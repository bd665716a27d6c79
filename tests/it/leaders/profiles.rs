//! What is known of a leader: who may say it, who sees it, and that each field comes out as far as they agreed and no further.

use concord::db::MIGRATOR;
use concord::notice::LetterKind;
use sqlx::PgPool;

use super::somebody;
use crate::coordination::consents::{EMAIL, NAME, agree};
use crate::portal::Portal;

/// Something in every field: the field, what the form calls it, what is typed, and what a page says of it.
const ALL: &[(&str, &str, &str, &str)] = &[
    ("areas", "areas", "education", "Education"),
    ("countries", "country-0", "GE", "Georgia"),
    ("contact", "phone", "+33 1 42 68 53 00", "42 68 53 00"),
    (
        "honours",
        "honour-0-title",
        "Order of the Bridge",
        "Order of the Bridge",
    ),
    (
        "statements",
        "statement-0-title",
        "On village schools",
        "On village schools",
    ),
    (
        "engagements",
        "engagement-0-title",
        "Evening of letters",
        "Evening of letters",
    ),
];

const REST: &[(&str, &str)] = &[
    ("name-0-address", "Dr Qeshishian"),
    ("name-1-text", "Զաբելորա Քեշիշեան"),
    ("name-1-language", "hyw"),
    ("honour-0-on", "2019"),
    ("honour-0-source", "Gazette, number 12"),
    ("statement-0-on", "2024-05-03"),
    ("statement-0-source", "https://news.example.org/schools"),
    ("engagement-0-on", "2027-01-15"),
    ("engagement-0-source", "https://www.example.org/evening"),
];

fn everything() -> Vec<(&'static str, &'static str)> {
    let all = ALL.iter().map(|(_, name, typed, _)| (*name, *typed));
    all.chain(REST.iter().copied()).collect()
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn each_field_of_a_profile_comes_out_by_its_own_consent_and_is_gone_with_it(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    one.board_says(&everything()).await.is(303);
    let public = format!("/leaders/{}", one.id);
    let (visitor, post) = (portal.visitor(), portal.post_officer(&["DE"]).await);
    visitor.get(&public).await.is(404);
    post.get(&one.desk).await.is(404);
    let desk = one.board.get(&one.desk).await.is(200);
    for (.., said) in ALL {
        assert!(desk.text().contains(said), "{said}: {}", desk.text());
    }
    let names = [
        ("public_page", "name"),
        ("sharing", "name"),
        ("sharing", "office"),
    ];
    agree(&one.board, one.number, one.id, &names).await;
    let page = visitor.get(&public).await.is(200);
    assert!(page.text().contains("Dr Qeshishian") && page.text().contains("Քեշիշեան"));
    assert!(page.body.contains("lang=\"hyw\""));
    for (field, .., said) in ALL {
        let (before, shared) = (
            visitor.get(&public).await,
            post.get(&one.desk).await.is(200),
        );
        assert!(
            !before.body.contains(said) && !shared.body.contains(said),
            "{field}"
        );
        let what = [("public_page", *field), ("sharing", *field)];
        agree(&one.board, one.number, one.id, &what).await;
        assert!(visitor.get(&public).await.text().contains(said), "{field}");
        assert!(post.get(&one.desk).await.text().contains(said), "{field}");
        for purpose in ["public_page", "sharing"] {
            let what = format!("{purpose}.{field}");
            let path = format!("{}/withdrawal", one.desk);
            one.board.post(&path, &[("what", &what)]).await.is(303);
        }
        assert!(!visitor.get(&public).await.body.contains(said), "{field}");
        assert!(!post.get(&one.desk).await.body.contains(said), "{field}");
    }
    // Invitations are another purpose: they let nothing out here.
    let all: Vec<_> = ALL.iter().map(|it| ("invitations", it.0)).collect();
    let all = [&[("invitations", "name")], &all[..]].concat();
    agree(&one.board, one.number, one.id, &all).await;
    let page = visitor.get(&public).await.is(200);
    assert!(ALL.iter().all(|(.., said)| !page.body.contains(said)));
    let words = "select count(*) from leaders where names_sealed::text like '%Bridge%' or languages::text like '%Bridge%'
        or encode(profile_sealed, 'escape') like '%Bridge%'";
    let in_clear: i64 = sqlx::query_scalar(words).fetch_one(&pool).await.unwrap();
    assert_eq!(in_clear, 0);
    let words = "select count(*) from history where before::text like '%Bridge%' or after::text like '%Bridge%'";
    let in_history: i64 = sqlx::query_scalar(words).fetch_one(&pool).await.unwrap();
    assert_eq!(
        in_history, 0,
        "history says that something changed, and not what it says"
    );
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_is_agreed_to_is_said_to_machines_and_nothing_else(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    one.board_says(&everything()).await.is(303);
    agree(&one.board, one.number, one.id, &[("public_page", "name")]).await;
    let public = format!("/leaders/{}", one.id);
    let said = async || {
        let page = portal.visitor().get(&public).await.is(200);
        let json = page.first("script[type='application/ld+json']");
        serde_json::from_str::<serde_json::Value>(&json).unwrap()
    };
    let person = said().await;
    assert_eq!(person["@type"], "Person");
    for key in [
        "award",
        "subjectOf",
        "performerIn",
        "email",
        "telephone",
        "knowsAbout",
    ] {
        assert!(person.get(key).is_none(), "{key}");
    }
    let what: Vec<_> = ["honours", "statements", "contact", "areas", "engagements"]
        .map(|field| ("public_page", field))
        .into();
    agree(&one.board, one.number, one.id, &what).await;
    let person = said().await;
    assert_eq!(person["award"][0], "Order of the Bridge");
    assert_eq!(
        person["subjectOf"][0]["url"],
        "https://news.example.org/schools"
    );
    assert_eq!(person["subjectOf"][0]["datePublished"], "2024-05-03");
    assert_eq!(person["performerIn"][0]["startDate"], "2027-01-15");
    assert_eq!(person["email"][0], EMAIL);
    assert_eq!(person["knowsAbout"][0], "Education");
    assert_eq!(person["alternateName"][0]["@language"], "hyw");
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_team_changes_what_it_said_and_never_what_others_said(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let honour = [
        ("honour-0-title", "Order of the Bridge"),
        ("honour-0-on", "2019"),
        ("honour-0-source", "Gazette"),
    ];
    one.board_says(&honour).await.is(303);
    let form = one.owner.get(&one.team).await.is(200);
    assert!(!form.body.contains("Order of the Bridge") && !form.body.contains(EMAIL));
    assert!(!form.has("#email") && !form.has("#honour-0-title") && !form.has("#name-0-text"));
    let statement = [
        ("statement-0-title", "On village schools"),
        ("statement-0-on", "2024"),
        ("statement-0-source", "https://news.example.org/schools"),
        // None of these is asked for.
        ("honour-0-title", "Order of Nothing"),
        ("honour-0-on", "2019"),
        ("honour-0-source", "Nowhere"),
        ("email", "somebody.else@example.org"),
        ("name-0-text", "Somebody Else"),
    ];
    one.team_says(&statement).await.is(303);
    let desk = one.board.get(&one.desk).await.is(200);
    let said = format!("Said by the organization {} on", one.number);
    for words in [
        "On village schools",
        "Order of the Bridge",
        EMAIL,
        NAME,
        &said,
    ] {
        assert!(desk.text().contains(words), "{words}: {}", desk.text());
    }
    for words in ["Order of Nothing", "somebody.else", "Somebody Else"] {
        assert!(!desk.body.contains(words), "{words}");
    }
    // What they say of themselves is theirs.
    let edit = format!("{}/profile/edit", one.link);
    let page = portal.visitor().get(&edit).await.is(200);
    let fields = [("statement-0-title", "On all schools")];
    page.submit_to(&format!("{}/profile", one.link), &fields)
        .await
        .is(303);
    let form = one.owner.get(&one.team).await.is(200);
    assert!(!form.body.contains("all schools") && !form.has("#statement-0-title"));
    one.team_says(&statement).await.is(303);
    let desk = one.board.get(&one.desk).await.is(200);
    assert!(desk.text().contains("On all schools"));
    assert!(desk.text().contains("They said so themselves on"));
    let mine = portal.visitor().get(format!("{}/profile", one.link)).await;
    assert!(mine.is(200).text().contains("You said so yourself on"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn few_may_say_anything_of_a_leader(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let boris = portal.member("Boris").await;
    let home = crate::teams::owned(&portal, &boris, "Elsewhere").await;
    let (_, strange) = crate::teams::of_home(&portal, &home).await;
    let form = format!("{}/profile", one.desk);
    let what = [("sharing", "name"), ("sharing", "office")];
    agree(&one.board, one.number, one.id, &what).await;
    for (browser, sees, changes) in [
        (portal.visitor(), 303, 303),
        (portal.member("Boris").await, 404, 404),
        (portal.admin().await, 404, 404),
        (portal.post_officer(&["FR"]).await, 404, 404),
        (portal.post_officer(&["DE"]).await, 200, 403),
        (portal.auditor().await, 200, 403),
        (portal.chair().await, 200, 200),
    ] {
        browser.get(&one.desk).await.is(sees);
        browser.get(&form).await.is(changes);
    }
    boris.get(&one.team).await.is(404);
    boris.post(&one.team, &[("seen", "1")]).await.is(404);
    // A leader of another organization is none of this one's, and the board's page of one is none of another's.
    let through = format!("/home/organizations/{strange}/leaders/{}/profile", one.id);
    boris.get(&through).await.is(404);
    let through = format!("/desk/organizations/{strange}/leaders/{}", one.id);
    one.board.get(&through).await.is(404);
    one.board.get(format!("{through}/profile")).await.is(404);
    for forged in ["/consents/abc", &format!("/consents/{}", one.id)] {
        boris.get(format!("{forged}/profile")).await.is(404);
        boris.get(format!("{forged}/profile/edit")).await.is(404);
        boris.post(format!("{forged}/file"), &[]).await.is(404);
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn mistakes_stand_at_their_fields_and_nothing_typed_is_lost(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let fields = [
        ("name-0-text", ""),
        ("name-1-text", "Զաբելորա\u{202E}"),
        ("name-1-language", "en"),
        ("name-1-address", "Madame"),
        ("email", "nobody"),
        ("country-0", "XX"),
        ("honour-0-title", "Order of the Bridge"),
        ("statement-0-on", "2999"),
        ("statement-0-title", "Later"),
        ("statement-0-source", "https://exa mple"),
        ("engagement-7-source", "\u{0}"),
    ];
    let page = one.board_says(&fields).await.is(422);
    assert_eq!(
        page.wrong_fields(),
        [
            "name-0-text",
            "name-1-text",
            "email",
            "country-0",
            "honour-0-on",
            "honour-0-source",
            "statement-0-on",
            "statement-0-source",
            "engagement-7-title",
            "engagement-7-on",
            "engagement-7-source",
        ]
        .map(|field| field)
    );
    assert_eq!(page.value("name-1-address"), "Madame");
    assert_eq!(page.value("honour-0-title"), "Order of the Bridge");
    let twice = [("name-1-text", "Zabelora"), ("name-1-language", "en")];
    let page = one.board_says(&twice).await.is(422);
    assert_eq!(page.wrong_fields(), ["name-1-language"]);
    // Markup stays text.
    let hostile = [("name-0-text", "<script>alert(1)</script>")];
    one.board_says(&hostile).await.is(303);
    let page = one.board.get(&one.desk).await.is(200);
    assert!(!page.body.contains("<script>alert(1)"));
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn of_two_who_change_it_at_once_one_is_told(pool: PgPool) {
    let portal = Portal::new(pool);
    let one = somebody(&portal).await;
    let form = format!("{}/profile", one.desk);
    let (board, chair) = (&one.board, portal.chair().await);
    let (ours, theirs) = (
        board.get(&form).await.is(200),
        chair.get(&form).await.is(200),
    );
    let (ours, theirs) = tokio::join!(
        ours.submit_to(&form, &[("country-0", "GE")]),
        theirs.submit_to(&form, &[("country-0", "AM")])
    );
    let mut answers = [ours.status.as_u16(), theirs.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 409]);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn a_leader_sees_all_that_is_kept_changes_it_and_takes_it_along(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    one.board_says(&everything()).await.is(303);
    let letters = portal.letters().await;
    let letter = letters.iter().find(|it| it.to == EMAIL).unwrap();
    assert_eq!(letter.kind, LetterKind::LeaderChanged);
    assert_eq!(
        letter.link(),
        one.link,
        "they are told that others changed it"
    );
    let visitor = portal.visitor();
    let page = visitor.get(&one.link).await.is(200);
    let profile = page.link("See and change all that is kept of you");
    let page = visitor.get(&profile).await.is(200);
    assert_eq!(page.header("cache-control"), "no-store");
    for said in ALL.iter().map(|it| it.3).chain([
        NAME,
        EMAIL,
        "Said by the coordinating board",
        "President",
        "Personal data viewed",
    ]) {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let edit = page.link("Change what is known of you");
    let form = visitor.get(&edit).await.is(200);
    form.submit_to(&profile, &[("name-0-text", "Zabelora Kay")])
        .await
        .is(303);
    assert!(
        portal.letters().await.is_empty(),
        "nobody is told of what they do themselves"
    );
    agree(&one.board, one.number, one.id, &[("public_page", "name")]).await;
    let public = visitor.get(format!("/leaders/{}", one.id)).await.is(200);
    assert!(public.text().contains("Zabelora Kay") && !public.body.contains(NAME));
    let file = visitor
        .post(format!("{}/file", one.link), &[])
        .await
        .is(200);
    assert!(file.header("content-disposition").starts_with("attachment"));
    let file: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!(file["known"]["names"][0]["text"], "Zabelora Kay");
    assert_eq!(file["known"]["email"], EMAIL);
    assert_eq!(file["said_by"]["name"]["by"], "themselves");
    assert_eq!(file["said_by"]["honours"]["by"], "board");
    assert_eq!(file["offices"][0]["title"], "President");
    assert_eq!(file["consents"][0]["field"], "name");
    let taken: i64 =
        sqlx::query_scalar("select count(*) from history where act = 'leader_file_taken'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(taken, 1);
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn what_no_list_offers_stays_and_who_is_too_late_keeps_their_words(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    // Suret and Standard Moroccan Tamazight are among no common languages.
    sqlx::query("update leaders set languages = '{aii,ru,zgh}' where id = $1")
        .bind(one.id.uuid())
        .execute(&pool)
        .await
        .unwrap();
    let form = format!("{}/profile", one.desk);
    let (first, second) = (
        one.board.get(&form).await.is(200),
        one.board.get(&form).await.is(200),
    );
    let kept = |page: &crate::portal::Page| [0, 1, 2].map(|n| page.value(&format!("language-{n}")));
    assert_eq!(kept(&first), ["aii", "ru", "zgh"]);
    first.submit_to(&form, &[("country-0", "GE")]).await.is(303);
    let there: Vec<String> = sqlx::query_scalar("select languages from leaders where id = $1")
        .bind(one.id.uuid())
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(there, ["aii", "ru", "zgh"]);
    let late = [
        ("honour-0-title", "Order of the Bridge"),
        ("honour-0-on", "2019"),
        ("honour-0-source", "Gazette, number 12"),
    ];
    let told = second.submit_to(&form, &late).await.is(409);
    for (name, words) in late {
        let is_there = told.text().contains(words);
        assert!(
            is_there || name == "honour-0-on",
            "{words}: {}",
            told.text()
        );
    }
}

#[sqlx::test(migrator = "MIGRATOR")]
async fn who_only_acts_in_an_office_is_not_shown_as_holding_it(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let one = somebody(&portal).await;
    let what = [("public_page", "name"), ("public_page", "office")];
    agree(&one.board, one.number, one.id, &what).await;
    sqlx::query("update leader_offices set acting = true where leader_id = $1")
        .bind(one.id.uuid())
        .execute(&pool)
        .await
        .unwrap();
    let visitor = portal.visitor();
    let page = visitor.get(format!("/leaders/{}", one.id)).await.is(200);
    assert!(page.first("#offices ~ ul").contains("acting"));
    let machine = page.first("script[type='application/ld+json']");
    assert!(machine.contains("President (acting)"), "{machine}");
    let page = visitor.get(format!("/organizations/{}", one.number)).await;
    assert!(page.is(200).text().contains("President · acting"));
}
