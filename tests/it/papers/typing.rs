//! Typing a paper form in: who may, what is needed, who is told, and who has no more to say in the matter.

use concord::case::{self, Answer, Stage};
use concord::notice::LetterKind;
use concord::values::{Lang, Role};
use sqlx::PgPool;

use super::{PAPER, SCAN, begin, case_of, paper_but, sent};
use crate::cases::{decide, particulars, prose, submitted, take};
use crate::portal::Portal;
use crate::registrations::{FULL, case_at, id_of, open, type_in, wanted};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_post_types_in_a_paper_form_from_the_first_click_to_the_receipt(pool: PgPool) {
    let portal = Portal::new(pool);
    let (post, other) = (
        portal.post_officer(&["DE"]).await,
        portal.post_officer(&["DE", "AT"]).await,
    );
    let desk = post.get("/desk").await.is(200);
    assert_eq!(desk.link("Type in a paper form"), "/papers/new");
    let page = begin(&post, PAPER).await;
    assert!(page.text().contains("Հակոբ Վարդանյան") && page.text().contains("3 November 2026"));
    let case = case_at(&page);
    assert_eq!(
        open(&post, &case, "names").await.value("names-0-text"),
        "Haus der Armenier"
    );
    // It is resumed from one's own page.
    assert!(
        post.get("/home")
            .await
            .is(200)
            .has(&format!("a[href='{case}/form']"))
    );
    type_in(&post, &case, FULL).await;

    // Everything is there but the scan.
    crate::documents::supply(&post, &case).await;
    let scan = post.get(format!("{case}/documents")).await.is(200);
    assert!(scan.text().contains("Scan of the signed paper form"));
    sqlx::query("delete from documents where item_id = $1::uuid")
        .bind(SCAN)
        .execute(portal.db_pool())
        .await
        .unwrap();
    let answers = post.get(format!("{case}/answers")).await.is(200);
    let back = answers.submit(&[]).await.is(422);
    assert_eq!(wanted(&back), [format!("item-{SCAN}")]);
    crate::documents::supply(&post, &case).await;
    let answers = post.get(format!("{case}/answers")).await.is(200);
    let receipt = answers.submit(&[]).await.is(303).follow().await.is(200);
    assert!(
        receipt
            .text()
            .contains("Typed in from a paper form by the embassy or consulate (Germany)")
    );
    let number = receipt.first("main .app-code");

    // The typist, whoever signed, and the colleague who is asked; the typist is asked nothing.
    let letters = portal.letters().await;
    let told: Vec<_> = letters.iter().map(|it| (it.to.as_str(), it.kind)).collect();
    assert_eq!(
        told,
        [
            (post.email(), LetterKind::CaseSubmitted),
            ("hakob@example.org", LetterKind::OnPaper),
            (other.email(), LetterKind::OpinionWanted),
        ]
    );
    assert_eq!(
        (letters[1].lang, letters[1].link.as_deref()),
        (Lang::Ru, None)
    );
    assert!(letters[1].text.contains(&number) && letters[1].text.contains("Германия"));

    let paper = post.get(receipt.link("Letter to print")).await.is(200);
    assert_eq!(paper.attribute("article", "lang"), "ru");
    assert!(paper.first("article").contains(&number));
    assert!(paper.first("article").contains("Расписка"));

    let id = id_of(&case);
    post.post(format!("/desk/cases/{id}/opinion"), &[("view", "supports")])
        .await
        .is(403);
    let seen = other.get(format!("/desk/cases/{id}")).await.is(200);
    assert!(seen.text().contains("On paper") && seen.text().contains("Հակոբ Վարդանյան"));
    assert!(
        seen.select("#main-content .app-timeline__title")
            .contains(&"Typed in from a paper form".to_owned())
    );
    other
        .post(format!("/desk/cases/{id}/opinion"), &[("view", "supports")])
        .await
        .is(303);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn only_posts_for_their_countries_the_board_and_admins_type_forms_in(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.visitor().post("/papers", PAPER).await.is(401);
    for (who, status) in [
        (portal.member("Ani").await, 404),
        (portal.auditor().await, 403),
    ] {
        who.get("/papers/new").await.is(status);
        who.post("/papers", PAPER).await.is(status);
    }
    let post = portal.post_officer(&["DE", "AT"]).await;
    let page = post.get("/papers/new").await.is(200);
    assert_eq!(
        page.attributes("#host_country option[value]:not([value=''])", "value")
            .len(),
        2
    );
    for abroad in ["FR", "ZZ", ""] {
        let back = page
            .submit(&paper_but(&[("host_country", abroad)]))
            .await
            .is(422);
        assert_eq!(back.wrong_fields(), ["host_country"], "{abroad}");
        assert_eq!(
            back.value("signer"),
            "Հակոբ Վարդանյան",
            "nothing typed is lost"
        );
    }
    let empty = page.submit(&[("lang", "")]).await.is(422);
    assert_eq!(
        empty.wrong_fields(),
        ["name", "host_country", "signer", "signed_on", "lang"]
    );
    let hostile = paper_but(&[
        ("signer", "a\u{202E}b\u{0}"),
        ("email", "nobody"),
        ("phone", "call me"),
        ("signed_on-year", "2027"),
        ("name", "<script>"),
    ]);
    let back = page.submit(&hostile).await.is(422);
    assert_eq!(
        back.wrong_fields(),
        ["signer", "email", "phone", "signed_on"]
    );
    // A double click is one case.
    let (one, other) = tokio::join!(page.submit(PAPER), page.submit(PAPER));
    assert_eq!(one.is(303).location(), other.is(303).location());
    for browser in [portal.coordinator().await, portal.admin().await] {
        begin(&browser, &paper_but(&[("host_country", "FR")])).await;
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_form_of_another_country_is_not_sent(pool: PgPool) {
    let portal = Portal::new(pool);
    let post = portal.post_officer(&["DE"]).await;
    let case = case_at(&begin(&post, PAPER).await);
    type_in(
        &post,
        &case,
        &crate::registrations::full_but(&[("host_country", "FR")]),
    )
    .await;
    let place = open(&post, &case, "place").await;
    let back = place.submit(&[("go", "continue")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["host_country"]);
    let answers = post.get(format!("{case}/answers")).await.is(200);
    assert!(!answers.has("form[action$='/submission']"));
    let mut tx = portal.tx().await;
    let actor = post.actor().await;
    let found = case::find(&mut tx, &actor, id_of(&case)).await.unwrap();
    let granted = case::policy::submit(&actor, &found).unwrap();
    let sent = case::submit(&mut tx, granted, &particulars("Haus", "FR")).await;
    assert!(matches!(sent, Err(concord::Error::Denied(_))), "{sent:?}");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_coordinator_who_typed_it_in_neither_takes_nor_decides_it(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let (typist, board) = (
        portal.coordinator().await,
        portal.person("Another", Role::Coordinator).await,
    );
    let id = sent(
        &portal,
        &typist,
        &paper_but(&[("host_country", "FR")]),
        "FR",
    )
    .await;
    let next = typist.post("/desk/next", &[]).await.is(303);
    assert_eq!(next.location(), "/desk", "their own is not the next");
    typist
        .post(format!("/desk/cases/{id}/hold"), &[])
        .await
        .is(403);
    // Also when the record is not in their hands any more.
    take(&portal, &board, id).await;
    decide(
        &portal,
        &board,
        id,
        Answer::Refuse {
            words: prose("No members."),
        },
    )
    .await;
    let member = portal.member("Ani").await;
    let taken = sent(
        &portal,
        &typist,
        &paper_but(&[("host_country", "FR")]),
        "FR",
    )
    .await;
    super::handing::hand_over(&portal, &typist, taken, &member).await;
    let seen = typist.get(format!("/desk/cases/{taken}")).await.is(200);
    assert!(!seen.has("form[action$='/hold']"));
    typist
        .post(format!("/desk/cases/{taken}/hold"), &[])
        .await
        .is(403);
    typist
        .get(format!("/desk/cases/{taken}/decision"))
        .await
        .is(403);
    assert_eq!(
        typist.post("/desk/next", &[]).await.is(303).location(),
        "/desk"
    );
    board.get(format!("/desk/cases/{taken}")).await.is(200);
    // Somebody else's they take as always.
    let other = submitted(&portal, &member, "Other", "FR").await;
    let next = typist.post("/desk/next", &[]).await.is(303);
    assert_eq!(next.location(), format!("/desk/cases/{other}"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_the_board_asks_is_printed_in_the_language_of_whoever_signed(pool: PgPool) {
    let portal = Portal::new(pool);
    let (post, board) = (
        portal.post_officer(&["DE"]).await,
        portal.coordinator().await,
    );
    let id = sent(
        &portal,
        &post,
        &paper_but(&[("email", ""), ("lang", "ar")]),
        "DE",
    )
    .await;
    let letters = portal.letters().await;
    assert_eq!(letters.len(), 1, "there is no address on the paper");
    take(&portal, &board, id).await;
    let due = portal.now().date_naive() + chrono::Days::new(20);
    let ask = Answer::RequestChanges {
        words: Some(prose("Which court keeps your file?")),
        notes: vec![case::FieldNote {
            field: concord::organization::Particular::City,
            note: prose("Write it out."),
        }],
        due,
    };
    decide(&portal, &board, id, ask).await;
    assert_eq!(portal.letter().await.to, post.email());
    let page = post.get(format!("/cases/{id}")).await.is(200);
    assert!(
        page.text()
            .contains("There is no email address on the paper")
    );
    let paper = post.get(page.link("Letter to print")).await.is(200);
    assert_eq!(paper.attribute("article", "dir"), "rtl");
    let said = paper.first("article");
    assert!(said.contains("Which court keeps your file?") && said.contains("Write it out."));
    assert!(said.contains("14 كانون الأول/ديسمبر 2026"), "{said}");
    board.get(format!("/cases/{id}/letter")).await.is(200);
    portal
        .post_officer(&["FR"])
        .await
        .get(format!("/cases/{id}/letter"))
        .await
        .is(404);
    portal
        .auditor()
        .await
        .get(format!("/cases/{id}/letter"))
        .await
        .is(403);

    // What was typed of the paper can be put right while the form is with the post.
    let edit = post.get(format!("/cases/{id}/paper")).await.is(200);
    assert_eq!(
        edit.submit(&[("signer", "")]).await.is(422).wrong_fields(),
        ["signer"]
    );
    edit.submit(&[("email", "hakob@example.org")]).await.is(303);
    board
        .post(format!("/cases/{id}/paper"), PAPER)
        .await
        .is(403);
    let actor = post.actor().await;
    let mut tx = portal.tx().await;
    let found = case::find(&mut tx, &actor, id).await.unwrap();
    let granted = case::policy::submit(&actor, &found).unwrap();
    case::submit(&mut tx, granted, &particulars("Haus", "DE"))
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    assert_eq!(portal.letters().await.len(), 2);
    assert!(matches!(
        case_of(&portal, id).await.stage,
        Stage::Submitted { .. }
    ));
    assert_eq!(
        post.get(format!("/cases/{id}/paper"))
            .await
            .is(303)
            .location(),
        format!("/cases/{id}")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_typist_of_another_role_types_no_more(pool: PgPool) {
    let portal = Portal::new(pool);
    let post = portal.post_officer(&["DE"]).await;
    let case = case_at(&begin(&post, PAPER).await);
    sqlx::query("update accounts set role = 'member', hosts = '{}' where id = $1")
        .bind(post.account())
        .execute(portal.db_pool())
        .await
        .unwrap();
    post.get(format!("{case}/form")).await.is(403);
    post.post(format!("{case}/form/place"), &[("city", "Bonn")])
        .await
        .is(403);
    post.post(format!("{case}/submission"), &[("revision", "1")])
        .await
        .is(403);
    post.get(format!("{case}/handover")).await.is(403);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_stolen_dump_names_nobody_who_signed(pool: PgPool) {
    let portal = Portal::new(pool);
    portal.ignore_letters();
    let post = portal.post_officer(&["DE"]).await;
    sent(&portal, &post, PAPER, "DE").await;
    let dump: Vec<String> = sqlx::query_scalar(
        "select c::text from cases c union all select p::text from case_papers p
         union all select h::text from history h union all select l::text from letters l",
    )
    .fetch_all(portal.db_pool())
    .await
    .unwrap();
    let dump = dump.join("\n");
    assert!(dump.contains("Haus der Armenier"));
    for secret in ["Վարդանյան", "hakob@example.org", "445566", "221 445"] {
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert!(!dump.contains(secret) && !dump.contains(&hex), "{secret}");
    }
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn any_officer_of_the_post_goes_on_with_it_and_each_hand_is_on_record(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    portal.ignore_letters();
    let (post, other) = (
        portal.post_officer(&["DE"]).await,
        portal.post_officer(&["DE", "AT"]).await,
    );
    let case = case_at(&begin(&post, PAPER).await);
    let (form, join) = (format!("{case}/form"), format!("{case}/typists"));
    type_in(&post, &case, &FULL[..3]).await;
    // Before they say so nobody else reads it, and others never do.
    other.get(&form).await.is(404);
    for (who, status) in [
        (portal.post_officer(&["FR"]).await, 404),
        (portal.member("Ani").await, 404),
        (portal.coordinator().await, 403),
        (portal.auditor().await, 403),
        (portal.visitor(), 401),
    ] {
        who.post(&join, &[]).await.is(status);
        assert!(
            !who.get("/papers/new")
                .await
                .has(&format!("form[action='{join}']"))
        );
    }
    let page = other.get("/papers/new").await.is(200);
    assert!(
        page.first("#others ~ .app-card")
            .contains("Haus der Armenier")
    );
    let (one, two) = tokio::join!(page.submit_to(&join, &[]), page.submit_to(&join, &[]));
    assert_eq!(
        [one.is(303).location(), two.is(303).location()],
        [form.as_str(); 2]
    );
    assert!(
        !other.get("/papers/new").await.has("#others"),
        "it is theirs by now"
    );
    assert!(
        other
            .get("/home")
            .await
            .is(200)
            .has(&format!("a[href='{form}']"))
    );

    // Both write, and a section keeps whose hand it was.
    let names = [("names-0-text", "Haus der Armenier e. V."), ("go", "save")];
    open(&other, &case, "names")
        .await
        .submit(&names)
        .await
        .is(303);
    type_in(&other, &case, &FULL[6..]).await;
    open(&post, &case, "names")
        .await
        .submit(&[("go", "save")])
        .await
        .is(303);
    let hands: Vec<(String, concord::ids::AccountId)> = sqlx::query_as(
        "select after ->> 'section', account_id from history where act = 'case_section_typed'
            and after ->> 'section' in ('names', 'work') order by id",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let hand = |section: &str, who: &crate::portal::Browser| (section.to_owned(), who.account());
    assert_eq!(
        hands,
        [
            hand("names", &post),
            hand("names", &other),
            hand("work", &other),
            hand("names", &post)
        ]
    );
    crate::documents::supply(&other, &case).await;
    type_in(&other, &case, FULL).await;
    let answers = other.get(format!("{case}/answers")).await.is(200);
    answers.submit(&[]).await.is(303);
    let id = id_of(&case);
    // The whole post typed it: nobody is asked, and neither says what they think of it.
    let sent = case_of(&portal, id).await;
    assert!(
        matches!(sent.stage, Stage::Submitted { .. }),
        "{:?}",
        sent.stage
    );
    assert!(sent.was_typed_by(post.account()) && sent.was_typed_by(other.account()));
    assert!(sent.concerns(other.account()));
    for who in [&post, &other] {
        who.post(format!("/desk/cases/{id}/opinion"), &[("view", "supports")])
            .await
            .is(403);
    }
    let late = portal.post_officer(&["DE", "FR"]).await;
    late.post(&join, &[]).await.is(409);
    // Once it is others', none of them writes in it; and whoever typed stays out of judging it.
    let taker = portal.member("Taker").await;
    let mut tx = portal.tx().await;
    let by = taker.actor().await;
    assert!(
        case::take_over(&mut tx, &by, (id, None), taker.account())
            .await
            .unwrap()
    );
    drop(tx.commit().await.unwrap());
    other.get(&form).await.is(303);
    let taken = case_of(&portal, id).await;
    assert!(taken.was_typed_by(other.account()) && !taken.concerns(other.account()));
    late.post(&join, &[]).await.is(404);
}
