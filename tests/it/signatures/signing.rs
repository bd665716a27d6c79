//! From the letter to the desk: signing what the form says, and again once it says something else.

use concord::case::{Answer, FieldNote};
use concord::notice::LetterKind;
use concord::organization::Particular;
use sqlx::PgPool;

use super::{asked, draft, rule, sign, submit};
use crate::amendments::{begin, complete, haus, send};
use crate::portal::Portal;
use crate::registrations::{answered, open, prose, wanted};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_registration_is_signed_by_two_before_it_is_sent_and_again_after_a_change(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    rule(&portal, "2", &["treasurer"]).await.is(303);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = draft(&ani).await;
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    assert!(
        answers
            .text()
            .contains("0 of 2 have signed what the form says now")
    );
    let back = submit(&portal, &ani, &case).await.is(422);
    assert_eq!(wanted(&back), [format!("{case}/signatures")]);

    let president = asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    let secretary = asked(&portal, &ani, &case, "secretary", "nino@example.org").await;
    let page = portal.visitor().get(&president).await.is(200);
    for said in [
        "Haus der Armenier",
        "Germany",
        "office@example.org",
        "Vahan Petrosyan",
        "President",
    ] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    assert!(
        !page.has(&format!("main a[href*='{case}']")),
        "a link into the form is not for them"
    );
    let back = page.submit_to(&president, &[("signed", " ")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["signed", "agrees"]);
    sign(&portal, &president).await.is(303);
    sign(&portal, &secretary).await.is(303);
    // Two signed, and nobody in the office that is asked for.
    let back = submit(&portal, &ani, &case).await.is(422);
    assert!(
        back.text().contains("Nobody in these offices has signed"),
        "{}",
        back.text()
    );
    assert!(back.text().contains("Treasurer"));
    let treasurer = asked(&portal, &ani, &case, "treasurer", "lena@example.org").await;

    // What changes while somebody reads is not signed unseen.
    let page = portal.visitor().get(&treasurer).await.is(200);
    let place = open(&ani, &case, "place").await;
    place
        .submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(303);
    let signed = [("agrees", "yes"), ("signed", "Lena Sargsyan")];
    let back = page.submit_to(&treasurer, &signed).await.is(409);
    assert!(back.text().contains("Bonn") && back.text().contains("changed while you read it"));
    back.submit_to(&treasurer, &signed).await.is(303);
    let list = ani.get(format!("{case}/form")).await.is(200);
    assert!(
        list.text()
            .contains("Changed after somebody signed: ask again"),
        "{}",
        list.text()
    );
    assert!(list.text().contains("1 of 3 signed"));
    let back = submit(&portal, &ani, &case).await.is(422);
    assert!(
        back.text()
            .contains("1 of 2 have signed what the form says now")
    );
    // One button, and only those whose signature is not of this.
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    page.submit_form("#asking form", &[]).await.is(303);
    let mut letters = portal.letters().await;
    letters.retain(|it| it.kind == LetterKind::SignatureWanted);
    let mut to: Vec<_> = letters.iter().map(|it| it.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["nino@example.org", "vahan@example.org"]);
    sign(&portal, letters[0].link()).await.is(303);
    let answers = ani.get(format!("{case}/answers")).await.is(200);
    answers.submit(&[]).await.is(303);
    portal.letters().await;

    let page = board.get(format!("/desk{case}")).await.is(200);
    let text = page.text();
    for said in [
        "Treasurer",
        "Lena Sargsyan",
        "submission 1",
        "Whoever was asked to sign (Treasurer)",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let kept: i64 = sqlx::query_scalar("select count(*) from case_submission_signatures")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(
        kept, 2,
        "what was signed before the change does not stand under it"
    );
    let story = ani.get(&case).await.is(200);
    assert!(
        story
            .text()
            .contains("Whoever was asked to sign (Treasurer)")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_did_not_change_is_not_signed_again(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    rule(&portal, "1", &[]).await.is(303);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let case = draft(&ani).await;
    let link = asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    sign(&portal, &link).await.is(303);
    submit(&portal, &ani, &case).await.is(303);
    let changes = || Answer::RequestChanges {
        words: Some(prose("Please look again.")),
        notes: vec![FieldNote {
            field: Particular::City,
            note: prose("Is it Köln?"),
        }],
        due: "2026-12-24".parse().unwrap(),
    };
    answered(&portal, &board, &case, changes()).await;
    // They answer that nothing is to be changed.
    submit(&portal, &ani, &case).await.is(303);
    answered(&portal, &board, &case, changes()).await;
    portal.letters().await;
    let place = open(&ani, &case, "place").await;
    place
        .submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(303);
    submit(&portal, &ani, &case).await.is(422);
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    assert!(page.text().contains("Signed before the last change"));
    page.submit_form("#asking form", &[]).await.is(303);
    sign(&portal, super::letter(&portal).await.link())
        .await
        .is(303);
    submit(&portal, &ani, &case).await.is(303);
    portal.letters().await;
    let kept: Vec<i16> = sqlx::query_scalar(
        "select s.ordinal from case_submission_signatures k join case_submissions s on s.id = k.submission_id order by 1",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(kept, [1, 2, 3]);
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(page.text().contains("submission 1") && page.text().contains("submission 3"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn somebody_declines_in_words_and_is_asked_again_when_they_are_heard(pool: PgPool) {
    let portal = Portal::new(pool);
    rule(&portal, "1", &[]).await.is(303);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    let link = asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    let refusal = format!("{link}/refusal");
    let page = portal.visitor().get(&link).await.is(200);
    let back = page.submit_to(&refusal, &[("words", " ")]).await.is(422);
    assert_eq!(back.wrong_fields(), ["words"]);
    let words = "We never met in Köln.";
    page.submit_to(&refusal, &[("words", words)]).await.is(303);
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    assert!(page.text().contains("Declined") && page.text().contains(words));
    assert!(
        !page.has("#asking form"),
        "nobody is pressed to sign what they declined"
    );
    submit(&portal, &ani, &case).await.is(422);
    let place = open(&ani, &case, "place").await;
    place
        .submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(303);
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    page.submit_form("#asking form", &[]).await.is(303);
    sign(&portal, super::letter(&portal).await.link())
        .await
        .is(303);
    submit(&portal, &ani, &case).await.is(303);
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whoever_submits_signs_by_that_and_counts_for_nobody_else(pool: PgPool) {
    let portal = Portal::new(pool);
    rule(&portal, "1", &[]).await.is(303);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    let id = crate::registrations::id_of(&case);
    let vahan = crate::teams::share(&portal, &ani, id, "Vahan", "owner").await;
    let link = asked(&portal, &ani, &case, "president", vahan.email()).await;
    sign(&portal, &link).await.is(303);
    submit(&portal, &vahan, &case).await.is(422);
    submit(&portal, &ani, &case).await.is(303);
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn an_amendment_is_signed_where_it_changes_what_is_material(pool: PgPool) {
    let portal = Portal::new(pool);
    let (ani, board) = (portal.member("Ani").await, portal.coordinator().await);
    let (home, _) = haus(&portal, &ani).await;
    rule(&portal, "1", &["treasurer"]).await.is(303);
    let case = begin(&ani, &home).await;
    complete(&ani, &case).await;
    let names = open(&ani, &case, "names").await;
    names
        .submit(&[("names-0-text", "Palace"), ("go", "save")])
        .await
        .is(303);
    let back = submit(&portal, &ani, &case).await.is(422);
    assert_eq!(wanted(&back), [format!("{case}/signatures")]);
    let link = asked(&portal, &ani, &case, "treasurer", "lena@example.org").await;
    let page = portal.visitor().get(&link).await.is(200);
    assert!(page.text().contains("Palace") && page.text().contains("Haus"));
    assert!(page.has(".app-changed__after"), "what is new is marked");
    sign(&portal, &link).await.is(303);
    send(&ani, &case, "The meeting decided it.").await.is(303);
    portal.letters().await;
    let page = board.get(format!("/desk{case}")).await.is(200);
    assert!(page.text().contains("Treasurer"));
    answered(&portal, &board, &case, Answer::Accept).await;
    portal.letters().await;

    // A city is not: such an amendment is sent as it is.
    let case = begin(&ani, &home).await;
    let place = open(&ani, &case, "place").await;
    place
        .submit(&[("city", "Bonn"), ("go", "save")])
        .await
        .is(303);
    ani.get(format!("{case}/signatures")).await.is(404);
    let list = ani.get(format!("{case}/form")).await.is(200);
    assert!(!list.has("a[href$='/signatures']"));
    send(&ani, &case, "We moved.").await.is(303);
    portal.letters().await;
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn those_who_write_the_draft_are_told_what_was_answered_and_not_by_whom(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    let vahan = portal.member("Vahan").await;
    let id = crate::registrations::id_of(&case);
    for (who, role) in [
        (&vahan, "editor"),
        (&portal.member("Mariam").await, "reader"),
    ] {
        sqlx::query("insert into case_team values ($1, $2, $3, now(), null)")
            .bind(id)
            .bind(who.account())
            .bind(role)
            .execute(&pool)
            .await
            .unwrap();
    }
    let told = |letters: &[crate::portal::Letter]| {
        let mut told: Vec<_> = letters.iter().map(|it| (it.to.clone(), it.kind)).collect();
        told.sort_by(|one, other| one.0.cmp(&other.0));
        told
    };
    let both = |kind| {
        let mut both = [ani.email(), vahan.email()].map(|it| (it.to_owned(), kind));
        both.sort_by(|one, other| one.0.cmp(&other.0));
        both.to_vec()
    };
    let president = asked(&portal, &ani, &case, "president", "nino@example.org").await;
    sign(&portal, &president).await.is(303);
    let letters = portal.letters().await;
    assert_eq!(told(&letters), both(LetterKind::SignatureGiven));
    assert!(letters[0].text.contains("President") && letters[0].text.contains("Haus der Armenier"));
    assert!(
        !letters[0].text.contains("Petrosyan"),
        "who it was waits behind a sign-in"
    );
    assert!(letters[0].link().ends_with(&format!("{case}/signatures")));

    // Whoever can do without hears of no signature, and of every refusal at once.
    let page = ani.get("/account/letters").await.is(200);
    let checked = ["case_submitted", "appealed", "message"].map(|kind| ("kinds", kind));
    let fields = [&checked[..], &[("pace", "daily")]].concat();
    page.submit(&fields).await.is(303);
    let treasurer = asked(&portal, &ani, &case, "treasurer", "lena@example.org").await;
    sign(&portal, &treasurer).await.is(303);
    let letters = portal.letters().await;
    assert_eq!(
        told(&letters),
        [(vahan.email().to_owned(), LetterKind::SignatureGiven)]
    );
    let secretary = asked(&portal, &ani, &case, "secretary", "mher@example.org").await;
    let page = portal.visitor().get(&secretary).await.is(200);
    let words = [("words", "The address is of my house.")];
    page.submit_to(&format!("{secretary}/refusal"), &words)
        .await
        .is(303);
    let letters = portal.letters().await;
    assert_eq!(told(&letters), both(LetterKind::SignatureDeclined));
    assert!(!letters[0].text.contains("my house"), "the words wait too");
    // The link works once: a second answer is none, and nobody is told twice.
    portal
        .visitor()
        .post(format!("{secretary}/refusal"), &words)
        .await
        .is(404);
    assert!(portal.letters().await.is_empty());
}
