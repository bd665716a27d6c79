//! Signing up.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::values::Lang;
use sqlx::PgPool;

use super::{OTHER, opens, sign_in, sign_up};
use crate::portal::{PASSWORD, Portal};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn somebody_signs_up_confirms_and_signs_in(pool: PgPool) {
    let portal = Portal::new(pool);
    let nino = portal.visitor();
    let page = sign_up(&nino, PASSWORD).await.is(303);
    assert_eq!(page.location(), "/sign-up/sent");
    page.follow().await.is(200);
    assert!(
        !opens(&portal, "nino@kamurj.example", PASSWORD).await,
        "not before she confirms"
    );
    let letter = portal.letter().await;
    assert_eq!(letter.to, "nino@kamurj.example");
    assert_eq!(letter.kind, LetterKind::ConfirmAddress);
    let page = nino.get(letter.link()).await.is(200);
    assert!(
        !opens(&portal, "nino@kamurj.example", PASSWORD).await,
        "a program that follows links confirms nothing"
    );
    let page = page.submit(&[]).await.is(303);
    assert_eq!(page.location(), "/sign-in");
    assert!(
        page.follow()
            .await
            .is(200)
            .text()
            .contains("Your address is confirmed")
    );
    let page = sign_in(&nino, "Nino@Kamurj.example", PASSWORD)
        .await
        .is(303);
    assert_eq!(page.location(), "/home");
    assert!(
        nino.get("/account")
            .await
            .is(200)
            .text()
            .contains("Nino Kapanadze")
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn whether_an_address_has_an_account_only_its_owner_learns(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let stranger = portal.visitor();
    let form = |email: &str| {
        [
            ("name", "Somebody".to_owned()),
            ("email", email.to_owned()),
            ("password", OTHER.to_owned()),
        ]
    };
    let mut answers = Vec::new();
    for email in ["ANI@example.org", "nobody@example.org"] {
        let form = form(email);
        let form: Vec<_> = form
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let page = stranger.get("/sign-up").await.submit(&form).await;
        answers.push((page.status, page.location.clone(), page.body.clone()));
    }
    assert_eq!(answers[0], answers[1]);
    let letters = portal.letters().await;
    let kinds: Vec<_> = letters.iter().map(|it| (it.to.as_str(), it.kind)).collect();
    assert_eq!(
        kinds,
        [
            (ani.email(), LetterKind::AlreadyRegistered),
            ("nobody@example.org", LetterKind::ConfirmAddress)
        ]
    );
    assert!(
        opens(&portal, ani.email(), PASSWORD).await,
        "nothing has changed for her"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn who_confirms_confirms_the_password_that_was_typed_for_that_link(pool: PgPool) {
    let portal = Portal::new(pool);
    // Somebody was there before, with her address and a password of their own.
    sign_up(&portal.visitor(), OTHER).await.is(303);
    let theirs = portal.letter().await;
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    let hers = portal.letter().await;
    portal
        .visitor()
        .get(hers.link())
        .await
        .submit(&[])
        .await
        .is(303);
    assert!(opens(&portal, "nino@kamurj.example", PASSWORD).await);
    assert!(!opens(&portal, "nino@kamurj.example", OTHER).await);
    portal.visitor().get(theirs.link()).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_works_once_and_for_a_day(pool: PgPool) {
    let portal = Portal::new(pool);
    let nino = portal.visitor();
    sign_up(&nino, PASSWORD).await.is(303);
    let letter = portal.letter().await;
    portal.wait(TimeDelta::hours(25));
    let page = nino.get(letter.link()).await.is(404);
    assert!(page.text().contains("This link does not work"));
    nino.post(letter.link(), &[]).await.is(404);
    sign_up(&nino, PASSWORD).await.is(303);
    let letter = portal.letter().await;
    let page = nino.get(letter.link()).await.is(200);
    page.submit(&[]).await.is(303);
    page.submit(&[]).await.is(404);
    nino.get("/confirmation/nonsense").await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_form_remembers_and_the_password_is_not_repeated(pool: PgPool) {
    let portal = Portal::new(pool);
    let page = portal.visitor().get("/sign-up").await;
    let fields = [
        ("name", ""),
        ("email", "nino at kamurj"),
        ("password", "password"),
    ];
    let page = page.submit(&fields).await.is(422);
    assert_eq!(page.wrong_fields(), ["name", "email", "password"]);
    assert_eq!(page.value("email"), "nino at kamurj");
    assert_eq!(page.value("password"), "");
    let fields = [
        ("name", "Nino Kapanadze"),
        ("email", "nino@kamurj.example"),
        ("password", "ninokapanadze"),
    ];
    let page = page.submit(&fields).await.is(422);
    let personal = "Choose another password: this one is made of your own name or address";
    assert_eq!(
        page.mistakes(),
        [("password".to_owned(), personal.to_owned())]
    );
    assert!(!page.body.contains("ninokapanadze"));
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn letters_come_in_the_language_in_which_one_signed_up(pool: PgPool) {
    let portal = Portal::new(pool);
    sign_up(&portal.visitor().reading("ar"), PASSWORD)
        .await
        .is(303);
    let letter = portal.letter().await;
    assert_eq!(letter.lang, Lang::Ar);
    assert_eq!(letter.subject, "أكِّد عنوان بريدك الإلكتروني");
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_fills_somebody_else_s_mailbox(pool: PgPool) {
    let portal = Portal::new(pool);
    for _ in 0..10 {
        let page = sign_up(&portal.visitor(), PASSWORD).await.is(303);
        assert_eq!(
            page.location(),
            "/sign-up/sent",
            "whoever asks notices nothing"
        );
    }
    assert!(portal.letters().await.len() <= 4);
    portal.wait(TimeDelta::hours(1));
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    assert_eq!(portal.letters().await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn the_database_holds_no_address_and_no_name_in_the_clear(pool: PgPool) {
    let portal = Portal::new(pool);
    sign_up(&portal.visitor(), PASSWORD).await.is(303);
    portal.ignore_letters();
    for table in [
        "accounts",
        "account_tokens",
        "letters",
        "history",
        "attempts",
    ] {
        let query = format!("select string_agg(t::text, ' ') from {table} t");
        let text: Option<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(query))
            .fetch_one(portal.db_pool())
            .await
            .unwrap();
        let text = text.unwrap_or_default();
        // `bytea` is shown in hexadecimal digits.
        for secret in ["nino", "Nino", "kamurj", "Kapanadze"] {
            let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
            assert!(!text.contains(secret) && !text.contains(&hex), "{table}");
        }
    }
}
