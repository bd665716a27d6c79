//! Tests of the store on a database: what is written is what is read, once, and with its history.

use chrono::{TimeZone as _, Utc};
use sqlx::PgPool;

use super::*;
use crate::db::{Clock, Db};
use crate::organization::sample::{full, line};
use crate::organization::{find_by_number, find_public, policy, standing};
use crate::values::{Country, Standing};
use crate::vault::Vault;

fn db(pool: PgPool) -> Db {
    let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
    let at = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap();
    Db::new(pool, Clock::fixed(at), vault)
}

#[sqlx::test]
async fn what_is_registered_is_read_back_equal_but_for_its_people(pool: PgPool) {
    let db = db(pool);
    let mut tx = db.begin().await.unwrap();
    let (id, number) = register(&mut tx, &Actor::System, &full(), None)
        .await
        .unwrap();
    let (_, next) = register(&mut tx, &Actor::System, &full(), None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    assert_eq!(next.sequence(), number.sequence() + 1);

    let mut read = db.read().await.unwrap();
    let mut said = full();
    said.people.clear();
    let found = particulars(&mut read, db.vault(), id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found, said);
    let row = find_by_number(&mut read, number).await.unwrap().unwrap();
    assert_eq!(row.name, "Haus der Armenier");
    assert_eq!(row.standing, Standing::Good);
    assert_eq!(row.registered_on, Some(read.today()));
    let history = crate::history::of_organization(&mut read, db.vault(), id)
        .await
        .unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].act, Act::OrganizationRegistered);
}

#[sqlx::test]
async fn a_stolen_dump_and_the_public_page_have_no_private_contact(pool: PgPool) {
    let db = db(pool.clone());
    let mut tx = db.begin().await.unwrap();
    let (_, number) = register(&mut tx, &Actor::System, &full(), None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
    // At run time, because it looks at rows as text whatever columns they have.
    let dump: Vec<String> = sqlx::query_scalar(
        "select o::text from organizations o union all select n::text from organization_names n
         union all select h::text from history h",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let dump = dump.join("\n");
    assert!(dump.contains("Haus der Armenier"));
    for secret in [
        "221 123456",
        "office@",
        "Ani Example",
        "Hauptstraße",
        "Nebenweg",
    ] {
        assert!(!dump.contains(secret), "{secret}");
    }

    let mut read = db.read().await.unwrap();
    let public = find_public(&mut read, db.vault(), number)
        .await
        .unwrap()
        .unwrap();
    let contacts: Vec<&str> = public.contacts.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(contacts, ["office@example.org"]);
    let places: Vec<(Option<&str>, Option<&str>)> = public
        .places
        .iter()
        .map(|it| (it.address.as_deref(), it.city.as_deref()))
        .collect();
    let expected = [
        (Some("Hauptstraße 1, 50667"), Some("Köln")),
        (None, Some("Bonn")),
    ];
    assert_eq!(places, expected);
}

#[sqlx::test]
async fn who_shows_the_country_only_hides_the_city_everywhere_but_from_the_board(pool: PgPool) {
    let db = db(pool.clone());
    let mut said = full();
    said.city = Some(line("Verborgen"));
    said.places[0].shown = crate::values::PlaceShown::Country;
    let mut tx = db.begin().await.unwrap();
    let (id, number) = register(&mut tx, &Actor::System, &said, None)
        .await
        .unwrap();
    let seen = find(&mut tx, id).await.unwrap().unwrap();
    said.city = Some(line("Versteckt"));
    update(&mut tx, &Actor::System, &seen, &said).await.unwrap();
    drop(tx.commit().await.unwrap());
    let dump: Vec<String> = sqlx::query_scalar(
        "select o::text from organizations o union all select h::text from history h",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let dump = dump.join("\n").to_lowercase();
    assert!(
        !dump.contains("verborgen") && !dump.contains("versteckt"),
        "{dump}"
    );

    let mut read = db.read().await.unwrap();
    let public = find_public(&mut read, db.vault(), number)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(public.city, None);
    assert_eq!(public.places[0].city, None);
    let board = particulars(&mut read, db.vault(), id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(board.city.as_deref(), Some("Versteckt"));
}

#[sqlx::test]
async fn an_update_says_what_changed_and_a_second_one_of_the_same_page_is_overtaken(pool: PgPool) {
    let db = db(pool);
    let mut tx = db.begin().await.unwrap();
    let (id, _) = register(&mut tx, &Actor::System, &full(), None)
        .await
        .unwrap();
    let seen = find(&mut tx, id).await.unwrap().unwrap();
    let mut said = full();
    said.city = Some(line("Bonn"));
    said.host_country = Country::from_code("AT").unwrap();
    said.names.pop();
    update(&mut tx, &Actor::System, &seen, &said).await.unwrap();
    let again = update(&mut tx, &Actor::System, &seen, &full()).await;
    assert!(matches!(again, Err(Error::Overtaken)));
    drop(tx.commit().await.unwrap());

    let mut read = db.read().await.unwrap();
    let now = find(&mut read, id).await.unwrap().unwrap();
    assert_eq!(now.revision, 2);
    assert_eq!(now.city.as_deref(), Some("Bonn"));
    let history = crate::history::of_organization(&mut read, db.vault(), id)
        .await
        .unwrap();
    assert_eq!(history[0].act, Act::OrganizationUpdated);
    assert_eq!(history[0].before.as_ref().unwrap()["city"], "Köln");
    assert_eq!(history[0].after.as_ref().unwrap()["city"], "Bonn");
    assert!(history[0].after.as_ref().unwrap().get("kind").is_none());
}

#[sqlx::test]
async fn saying_the_same_again_writes_nothing(pool: PgPool) {
    let db = db(pool);
    let mut tx = db.begin().await.unwrap();
    let (id, _) = register(&mut tx, &Actor::System, &full(), None)
        .await
        .unwrap();
    let seen = find(&mut tx, id).await.unwrap().unwrap();
    update(&mut tx, &Actor::System, &seen, &full())
        .await
        .unwrap();
    assert_eq!(find(&mut tx, id).await.unwrap().unwrap().revision, 1);
}

#[sqlx::test]
async fn a_standing_changes_with_its_reason_and_its_hash(pool: PgPool) {
    let db = db(pool);
    let mut tx = db.begin().await.unwrap();
    let (id, _) = register(&mut tx, &Actor::System, &full(), None)
        .await
        .unwrap();
    let seen = find(&mut tx, id).await.unwrap().unwrap();
    let reason = Prose::parse("Reports are missing.", 1000).unwrap();
    let granted = policy::change_standing(&Actor::System, &seen, None).unwrap();
    standing::change(&mut tx, granted.clone(), Standing::StruckOff, None, &reason)
        .await
        .unwrap();
    let again = standing::change(&mut tx, granted, Standing::Due, None, &reason).await;
    assert!(matches!(again, Err(Error::Overtaken)));
    drop(tx.commit().await.unwrap());

    let mut read = db.read().await.unwrap();
    let now = find(&mut read, id).await.unwrap().unwrap();
    assert_eq!(now.standing, Standing::StruckOff);
    let history = crate::history::of_organization(&mut read, db.vault(), id)
        .await
        .unwrap();
    assert_eq!(history[0].reason.as_deref(), Some("Reports are missing."));
}
