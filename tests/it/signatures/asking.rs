//! Naming those who sign: who may, whom, and what their link is good for.

use chrono::TimeDelta;
use concord::notice::LetterKind;
use concord::values::Lang;
use sqlx::PgPool;

use super::{asked, draft, name, rule, submit};
use crate::portal::Portal;
use crate::registrations::{case_at, start};

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn nobody_is_asked_to_sign_what_is_half_written(pool: PgPool) {
    let portal = Portal::new(pool.clone());
    rule(&portal, "1", &[]).await.is(303);
    let ani = portal.member("Ani").await;
    let case = case_at(&start(&ani).await);
    let list = ani.get(format!("{case}/form")).await.is(200);
    assert!(list.has(&format!("a[href='{case}/signatures']")));
    let page = name(&ani, &case, "president", "vahan@example.org").await;
    let page = page.is(303).follow().await.is(200);
    assert!(page.text().contains("Not asked yet"));
    assert!(page.text().contains("Finish the form first"));
    assert!(portal.letters().await.is_empty());
    let asking = format!("{case}/signatures/asking");
    assert!(!page.has(&format!("form[action='{asking}']")));
    let back = ani.post(&asking, &[]).await.is(422);
    assert_eq!(back.wrong_fields(), ["asking"]);

    crate::registrations::type_in(&ani, &case, crate::registrations::FULL).await;
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    page.submit_form("#asking form", &[]).await.is(303);
    let letter = super::letter(&portal).await;
    assert_eq!(letter.kind, LetterKind::SignatureWanted);
    assert_eq!(
        (letter.to.as_str(), letter.lang),
        ("vahan@example.org", Lang::Ru)
    );
    assert!(letter.text.contains("Haus der Armenier"), "{}", letter.text);
    let sealed: bool = sqlx::query_scalar(
        "select not exists (select from case_signatories s where s::text like '%vahan%'
            or encode(s.email_sealed, 'escape') like '%vahan%' or encode(s.name_sealed, 'escape') like '%Vahan%')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert!(
        sealed,
        "neither the address nor the name stands in the clear"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn bad_names_come_back_at_their_fields_and_lose_nothing(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    let path = format!("{case}/signatures");
    // Nobody asks for it, and whoever wants it finds the way.
    let list = ani.get(format!("{case}/form")).await.is(200);
    assert!(list.has(&format!("#more ~ ul a[href='{path}']")));
    let page = ani.get(&path).await.is(200);
    assert!(page.text().contains("Nobody else has to sign this"));
    let fields = [("name", "Vahan"), ("office", "emperor"), ("email", "@")];
    let back = page.submit_to(&path, &fields).await.is(422);
    assert_eq!(back.wrong_fields(), ["office", "email"]);
    assert_eq!(
        (back.value("name"), back.value("email")),
        ("Vahan".into(), "@".into())
    );
    let back = name(&ani, &case, "president", ani.email()).await.is(422);
    assert_eq!(back.wrong_fields(), ["email"]);
    assert!(back.text().contains("your own address"));
    asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    let back = name(&ani, &case, "secretary", "Vahan@example.org")
        .await
        .is(422);
    assert_eq!(back.wrong_fields(), ["email"]);
    // Twice pressed is once named.
    let page = ani.get(&path).await.is(200);
    let fields = [
        ("name", "Nino"),
        ("office", "founder"),
        ("email", "nino@example.org"),
        ("lang", "en"),
    ];
    let (one, other) = tokio::join!(
        page.submit_to(&path, &fields),
        page.submit_to(&path, &fields)
    );
    assert_eq!([one.status.as_u16(), other.status.as_u16()], [303, 303]);
    assert_eq!(portal.letters().await.len(), 1);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_flood_of_letters_to_one_address_stops(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    let signatory = page.attribute("input[name=signatory]", "value");
    let again = [("signatory", signatory.as_str())];
    let mut stopped = None;
    for nth in 0..20 {
        let answer = ani.post(format!("{case}/signatures/asking"), &again).await;
        if answer.status == 422 {
            assert_eq!(answer.wrong_fields(), ["asking"]);
            stopped = Some(nth);
            break;
        }
        answer.is(303);
    }
    let stopped = stopped.expect("nobody may be flooded");
    assert_eq!(
        portal.letters().await.len(),
        stopped,
        "as many as were let through"
    );
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn strangers_readers_and_the_board_name_nobody(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    let signatory = page.attribute("input[name=signatory]", "value");
    let id = crate::registrations::id_of(&case);
    let reader = crate::teams::share(&portal, &ani, id, "Mariam", "reader").await;
    let (stranger, board) = (portal.member("Tigran").await, portal.coordinator().await);
    for (who, status) in [(&reader, 403), (&stranger, 404), (&board, 404)] {
        who.get(format!("{case}/signatures")).await.is(status);
        for path in ["", "/asking", &format!("/{signatory}/removal")] {
            who.post(format!("{case}/signatures{path}"), &[])
                .await
                .is(status);
        }
    }
    portal
        .visitor()
        .get(format!("{case}/signatures"))
        .await
        .is(303);
    // A signatory of another case is not there to be taken out.
    let nare = portal.member("Nare").await;
    let other = draft(&nare).await;
    nare.post(format!("{other}/signatures/{signatory}/removal"), &[])
        .await
        .is(409);
    let one = [("signatory", signatory.as_str())];
    nare.post(format!("{other}/signatures/asking"), &one)
        .await
        .is(409);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_link_works_once_in_time_and_while_there_is_something_to_sign(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    let first = asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    for nothing in ["/signatures/x", &format!("/signatures/{}", "a".repeat(43))] {
        portal.visitor().get(nothing).await.is(404);
        portal.visitor().post(nothing, &[]).await.is(404);
        portal
            .visitor()
            .post(format!("{nothing}/refusal"), &[])
            .await
            .is(404);
    }
    // A link of another kind does not sign, and this one joins no team.
    let token = first.rsplit('/').next().unwrap();
    portal
        .visitor()
        .get(format!("/invitations/{token}"))
        .await
        .is(404);
    // A newer letter has another link.
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    page.submit_form(".app-card form[action$='/asking']", &[])
        .await
        .is(303);
    let second = super::letter(&portal).await.link().to_owned();
    portal.visitor().get(&first).await.is(404);
    let page = portal.visitor().get(&second).await.is(200);
    let signed = [("agrees", "yes"), ("signed", "Vahan Petrosyan")];
    let (one, other) = tokio::join!(
        page.submit_to(&second, &signed),
        page.submit_to(&second, &signed)
    );
    let mut both = [one.status.as_u16(), other.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 404], "of two at once one signs");
    page.submit_to(&second, &signed).await.is(404);
    page.submit_to(&format!("{second}/refusal"), &[("words", "No")])
        .await
        .is(404);

    let late = asked(&portal, &ani, &case, "secretary", "nino@example.org").await;
    portal.wait(TimeDelta::days(15));
    portal.visitor().get(&late).await.is(404);
    let ani = portal.member("Ani").await;
    let page = ani.get(format!("{case}/signatures")).await.is(200);
    assert!(page.text().contains("The link ran out"));
    // The one button writes to those alone whose link does not work and who have not signed.
    page.submit_form("#asking form", &[]).await.is(303);
    let letter = super::letter(&portal).await;
    assert_eq!(letter.to, "nino@example.org");
    let removal = page.attributes("form[action$='/removal']", "action");
    ani.post(&removal[1], &[]).await.is(303);
    portal.visitor().get(letter.link()).await.is(404);
    ani.post(&removal[1], &[]).await.is(409);

    let withdrawn = asked(&portal, &ani, &case, "founder", "lena@example.org").await;
    let page = ani.get(format!("{case}/withdrawal")).await.is(200);
    page.submit(&[]).await.is(303);
    portal.visitor().get(&withdrawn).await.is(404);
    portal.visitor().post(&withdrawn, &signed).await.is(404);
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn what_is_sent_is_not_signed_any_more(pool: PgPool) {
    let portal = Portal::new(pool);
    let ani = portal.member("Ani").await;
    let case = draft(&ani).await;
    let waits = asked(&portal, &ani, &case, "president", "vahan@example.org").await;
    // Nobody has to sign: it is sent without.
    submit(&portal, &ani, &case).await.is(303);
    portal.letters().await;
    portal.visitor().get(&waits).await.is(404);
    let fields = [("agrees", "yes"), ("signed", "Vahan Petrosyan")];
    portal.visitor().post(&waits, &fields).await.is(404);
    assert_eq!(
        ani.get(format!("{case}/signatures"))
            .await
            .is(303)
            .location(),
        case
    );
    ani.post(format!("{case}/signatures"), &[]).await.is(409);
}
