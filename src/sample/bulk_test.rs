//! Organizations in bulk: as many as asked for, each whole, none where others are.

use sqlx::PgPool;

use super::*;
use crate::db::{Clock, Db};
use crate::vault::Vault;

fn db(pool: &PgPool) -> Db {
    let keys = Vault::fresh_keys().unwrap();
    Db::new(
        pool.clone(),
        Clock::fixed("2026-11-24T10:00:00Z".parse().unwrap()),
        Vault::parse(&keys).unwrap(),
    )
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn they_are_as_many_as_asked_for_and_no_two_alike(pool: PgPool) {
    let db = db(&pool);
    let indexes =
        "select count(*) from pg_index where indrelid::regclass::text like 'organization%'";
    let before: i64 = sqlx::query_scalar(indexes).fetch_one(&pool).await.unwrap();
    fill(&db, 1_500, None).await.unwrap();
    let after: i64 = sqlx::query_scalar(indexes).fetch_one(&pool).await.unwrap();
    assert_eq!(before, after, "every index is back");
    let counts: (i64, i64, i64, i64) = sqlx::query_as(
        "select count(*), count(distinct name), count(distinct host_country), count(distinct community) from organizations",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(counts.0, 1_500);
    assert!(
        counts.1 > 1_300 && counts.2 > 30 && counts.3 > 40,
        "{counts:?}"
    );
    let unlike: i64 = sqlx::query_scalar(
        "select count(*) from organizations o join organization_names n on n.organization_id = o.id and n.position = 0
         where n.text <> o.name",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(unlike, 0);
    // Whoever looks for likely duplicates finds them at once.
    let keyless: i64 = sqlx::query_scalar(
        "select count(*) from organization_names where keys_version < $1 or keys = '{}'",
    )
    .bind(crate::organization::keys::VERSION)
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(keyless, 0);
    // Every row can be read as the registry reads it, and the next number is free.
    let mut read = db.read().await.unwrap();
    let ids: Vec<crate::ids::OrganizationId> = sqlx::query_scalar("select id from organizations")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(
        crate::organization::find_many(&mut read, &ids)
            .await
            .unwrap()
            .len(),
        1_500
    );
    let next: i64 = sqlx::query_scalar("select nextval('organization_numbers')")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(next, 1_501);
    assert!(matches!(fill(&db, 1, None).await, Err(BulkError::Used)));
}

#[test]
fn names_come_from_a_file_of_rors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ror.csv");
    std::fs::write(
        &path,
        "id,name,name_language,other_names,types,established,country,city\nx,Haus,de,und:acronym:HA; fr:Maison,company,1998,DE,Köln\n",
    )
    .unwrap();
    let source = Source::read(Some(&path)).unwrap();
    let first = &source.models[0];
    assert_eq!(first.name.0.as_str(), "Haus");
    let others: Vec<&str> = first.others.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(others, ["HA", "Maison"]);
    std::fs::write(&path, "id\nx\n").unwrap();
    assert!(matches!(
        Source::read(Some(&path)),
        Err(SourceError::Missing("name"))
    ));
}
