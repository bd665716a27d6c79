//! Candidates are found by their names in any script and by their numbers, and one is taken only if it is well ahead.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{TimeZone as _, Utc};
use sqlx::PgPool;

use super::*;
use crate::actor::Actor;
use crate::db::{Clock, Db};
use crate::ids::OrganizationId;
use crate::organization::sample::{full, line};
use crate::organization::{Particulars, keys, register};
use crate::values::{Country, NameRole, RegistryNumber, Standing};
use crate::vault::Vault;

fn db(pool: PgPool) -> Db {
    let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
    let at = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap();
    Db::new(pool, Clock::fixed(at), vault)
}

async fn registered(db: &Db, name: &str, country: &str, number: Option<&str>) {
    let said = Particulars {
        names: vec![crate::organization::Name::new(
            line(name),
            None,
            NameRole::Legal,
        )],
        host_country: Country::from_code(country).unwrap(),
        identifiers: number
            .map(|value| Identifier::parse("DE-CR", value).unwrap())
            .into_iter()
            .collect(),
        website: None,
        ..full()
    };
    let mut tx = db.begin().await.unwrap();
    register(&mut tx, &Actor::System, &said, None)
        .await
        .unwrap();
    drop(tx.commit().await.unwrap());
}

fn asked(pairs: &[(&str, &str)]) -> Sought {
    Sought {
        filter: Filter::of_pairs(pairs.iter().copied()),
        ..Sought::default()
    }
}

async fn found(directory: &Directory, db: &Db, sought: &Sought) -> Vec<(String, f64, bool)> {
    let mut read = db.read().await.unwrap();
    directory
        .candidates(&mut read, sought, 10)
        .await
        .unwrap()
        .into_iter()
        .map(|one| (one.hit.name.to_string(), one.score, one.is_match))
        .collect()
}

#[sqlx::test]
async fn a_translation_is_found_and_taken_only_if_it_is_well_ahead(pool: PgPool) {
    let db = db(pool);
    let directory = Directory::new(db.clone());
    for (name, country) in [
        ("Union of Kurdish Women", "SE"),
        ("Union of Kurdish Students", "SE"),
        ("Georgian House", "FR"),
        ("Georgian House", "DE"),
    ] {
        registered(&db, name, country, None).await;
    }
    let women = found(&directory, &db, &asked(&[("q", "Kürt Kadınlar Birliği")])).await;
    assert_eq!(women[0].0, "Union of Kurdish Women");
    assert!(women[0].1 >= 64.0 && women[0].2, "{women:?}");
    assert!(women[1..].iter().all(|it| !it.2 && it.1 < women[0].1));
    // Two bear the name, and one of them where it is said to be.
    let both = found(&directory, &db, &asked(&[("q", "ქართული სახლი")])).await;
    assert_eq!(both.len(), 2, "{both:?}");
    assert!(both.iter().all(|it| !it.2), "{both:?}");
    let one = found(
        &directory,
        &db,
        &asked(&[("q", "ქართული სახლი"), ("host", "DE")]),
    )
    .await;
    assert!(one.len() == 1 && one[0].2, "{one:?}");
    assert!(
        found(&directory, &db, &asked(&[("q", "!!!")]))
            .await
            .is_empty()
    );
}

#[sqlx::test]
async fn a_number_finds_its_bearer_whatever_it_is_called(pool: PgPool) {
    let db = db(pool);
    let directory = Directory::new(db.clone());
    registered(&db, "Hay Tun", "DE", Some("VR 77")).await;
    registered(&db, "Haus der Georgier", "DE", Some("VR 78")).await;
    let by_scheme = Sought {
        identifiers: vec![Identifier::parse("DE-CR", "VR 77").unwrap()],
        ..asked(&[("q", "Haus der Georgier")])
    };
    let by_number = Sought {
        numbers: vec!["vr77".to_owned()],
        ..asked(&[])
    };
    for sought in [by_scheme, by_number, asked(&[("q", "VR 77")])] {
        let found = found(&directory, &db, &sought).await;
        assert_eq!(found[0], ("Hay Tun".to_owned(), 100.0, true), "{sought:?}");
    }
    let elsewhere = found(&directory, &db, &asked(&[("q", "VR 77"), ("host", "FR")])).await;
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}

#[sqlx::test]
async fn whoever_gave_way_is_no_candidate(pool: PgPool) {
    let db = db(pool.clone());
    let directory = Directory::new(db.clone());
    registered(&db, "Hay Tun", "DE", None).await;
    registered(&db, "Hay Tun", "DE", None).await;
    sqlx::query(
        "update organizations set standing = 'merged', merged_into = (select max(id::text)::uuid from organizations)
         where id = (select min(id::text)::uuid from organizations)",
    )
    .execute(&pool)
    .await
    .unwrap();
    assert_eq!(
        found(&directory, &db, &asked(&[("q", "Hay Tun")]))
            .await
            .len(),
        1
    );
    let merged = found(
        &directory,
        &db,
        &asked(&[("q", "Hay Tun"), ("standing", Standing::Merged.code())]),
    )
    .await;
    assert_eq!(merged.len(), 1);
}

/// A file beside the repository, or where `CONCORD_DATA` says.
fn data(name: &str) -> Option<Vec<HashMap<String, String>>> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("CONCORD_DATA").map_or(beside, PathBuf::from);
    let Ok(mut file) = csv::Reader::from_path(folder.join(name)) else {
        eprintln!("skipped: {name} is not there");
        return None;
    };
    Some(file.deserialize().map(Result::unwrap).collect())
}

/// Every eighth name in another script, against a register that has the Latin main names alone.
#[sqlx::test]
async fn real_names_of_other_scripts_find_their_bearers(pool: PgPool) {
    let (Some(registry), Some(pairs)) = (data("organizations-ror.csv"), data("name-pairs-dev.csv"))
    else {
        return;
    };
    let db = db(pool.clone());
    registered(&db, "Model", "DE", None).await;
    let mut bearers: HashMap<String, OrganizationId> = HashMap::new();
    let (mut ids, mut names, mut hosts, mut made) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in &registry {
        let id = OrganizationId::fresh();
        bearers.insert(row["id"].clone(), id);
        ids.push(id);
        made.push(keys::keys_of(&row["name"]));
        names.push(row["name"].clone());
        hosts.push(row["country"].clone());
    }
    fill(&pool, &ids, &names, &hosts, &made).await;
    let directory = Directory::new(db.clone());
    let mut read = db.read().await.unwrap();
    let (mut asked_for, mut hits) = (0, 0);
    let (mut taken, mut wrong) = (0, 0);
    for pair in pairs.iter().step_by(8) {
        let sought = asked(&[("q", pair["query"].as_str())]);
        let found = directory.candidates(&mut read, &sought, 10).await.unwrap();
        let bearer = bearers[&pair["id"]];
        asked_for += 1;
        hits += usize::from(found.iter().any(|it| it.hit.id == bearer));
        if let Some(first) = found.first().filter(|it| it.is_match) {
            taken += 1;
            wrong += usize::from(first.hit.id != bearer);
        }
    }
    println!("first ten {hits} of {asked_for}; {taken} taken, {wrong} of them wrongly");
    assert!(hits * 100 >= asked_for * 75, "{hits} of {asked_for}");
    assert!(wrong * 10 <= taken, "{wrong} of {taken}");
}

/// Organizations that are like one that is there, with names of their own.
async fn fill(
    pool: &PgPool,
    ids: &[OrganizationId],
    names: &[String],
    hosts: &[String],
    made: &[String],
) {
    let columns: Vec<String> = sqlx::query_scalar(
        "select quote_ident(column_name) from information_schema.columns
         where table_name = 'organizations' and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'
            and column_name not in ('id', 'number', 'name', 'host_country')",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let columns = columns.join(", ");
    let sql = format!(
        "insert into organizations (id, number, name, host_country, {columns})
         select r.id, r.number, r.name, r.host, {columns}
         from (select {columns} from organizations limit 1) model,
            unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as r (id, name, host, number)"
    );
    let numbers: Vec<String> = (0..ids.len() as u64)
        .map(|nth| RegistryNumber::from_sequence(5_000 + nth).to_string())
        .collect();
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(ids)
        .bind(names)
        .bind(hosts)
        .bind(&numbers)
        .execute(pool)
        .await
        .unwrap();
    sqlx::query(
        "insert into organization_names (organization_id, position, text, role, folded, keys, keys_version)
         select r.id, 0, r.name, 'legal', '', r.keys::int[], $4
         from unnest($1::uuid[], $2::text[], $3::text[]) as r (id, name, keys)",
    )
    .bind(ids)
    .bind(names)
    .bind(made)
    .bind(keys::VERSION)
    .execute(pool)
    .await
    .unwrap();
    sqlx::query("analyze organization_names")
        .execute(pool)
        .await
        .unwrap();
}
