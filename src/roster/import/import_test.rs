//! Rosters in and out, on a real database.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::PathBuf;

use chrono::{TimeZone, Utc};
use sqlx::PgPool;
use tokio::sync::mpsc;

use super::*;
use crate::actor::Actor;
use crate::db::Clock;
use crate::roster::{RosterField, export, policy};
use crate::search::Filter;
use crate::values::{Country, RegistryNumber, Standing};
use crate::vault::Vault;

fn db(pool: PgPool) -> Db {
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).unwrap());
    let vault = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
    Db::new(pool, clock, vault)
}

fn granted() -> CanImport {
    policy::import(&Actor::System).unwrap()
}

fn order(map: Option<ColumnMap>) -> Order {
    Order {
        file_name: "roster.csv".to_owned(),
        map,
        dry_run: false,
    }
}

/// Each reason with its line: `3 refused number: problem-bad-number`.
async fn take(db: &Db, text: &str) -> (Counts, Vec<String>) {
    take_with(db, Cursor::new(text.as_bytes().to_vec()), order(None)).await
}

async fn take_with<R>(db: &Db, file: R, order: Order) -> (Counts, Vec<String>)
where
    R: Read + Seek + Send + 'static,
{
    let mut told = Vec::new();
    let mut note = |line: u64, refused: bool, remark: &Remark| {
        let fate = if refused { "refused" } else { "in" };
        let field = remark.field.map_or("row", RosterField::code);
        told.push(format!("{line} {fate} {field}: {}", remark.reason.key()));
        io::Result::Ok(())
    };
    let counts = import(db, granted(), file, order, Some(&mut note))
        .await
        .unwrap();
    assert!(counts.add_up());
    (counts, told)
}

fn sums(counts: &Counts) -> [u64; 5] {
    [
        counts.total,
        counts.added,
        counts.updated,
        counts.unchanged,
        counts.refused,
    ]
}

async fn out(db: &Db, filter: Filter) -> String {
    let granted = policy::export(&Actor::System).unwrap();
    let export = export::start(&crate::search::Directory::new(db.clone()), &granted, filter)
        .await
        .unwrap();
    let (to, mut from) = mpsc::channel(4);
    let sender = tokio::spawn(export.send(to));
    let mut bytes = Vec::new();
    while let Some(part) = from.recv().await {
        bytes.extend_from_slice(&part.unwrap());
    }
    sender.await.unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Everything that an import could have touched.
async fn db_state(db: &Db) -> Vec<String> {
    let mut read = db.read().await.unwrap();
    // A test looks at whole rows.
    sqlx::query_scalar(
        "select md5(string_agg(o::text, '' order by o.id)) from organizations o
         union all select count(*)::text from history where subject_kind = 'organization'
         union all select md5(string_agg(n::text, '' order by n::text)) from organization_names n",
    )
    .fetch_all(&mut *read)
    .await
    .unwrap()
}

const FILE: &str = "\
number,name,name_language,other_names,kind,host_country,city,homeland,community,founded,registered_on,standing,identifiers,areas,languages,website,about,contacts
,Հայ Տուն,hy,en:transliterated:Hay Tun,association,DE,Köln,AM,Armenian,1988,2020-01-31,,DE-CR:VR 1,culture | language,hy | de,hay-tun.example.org,en:A house | de:Ein Haus,email:general:office@hay-tun.example.org
CR-0000017-9,=cmd()|' /C calc'!A0,en,,school,FR,Paris,,,,,lapsed,,,,,,
,Без номера,ru,,,GE,თბილისი,,,,,,,,,,,
";

#[sqlx::test]
async fn every_row_is_in_or_in_the_report(pool: PgPool) {
    let db = db(pool);
    let text = format!(
        "{FILE},,,,,XX,,,,,,,,,,,,\n,Good,,,,Atlantis,,,,,,,,,,,,\n,Half good,en,,,DE,,,,3000,,,,,,,,\n"
    );
    let (counts, told) = take(&db, &text).await;
    assert_eq!(sums(&counts), [6, 4, 0, 0, 2]);
    assert_eq!(
        told,
        [
            "5 refused name: problem-required",
            "5 refused host_country: problem-unknown-country",
            "6 refused host_country: problem-unknown-country",
            "7 in founded: problem-bad-year",
        ]
    );
    let mut read = db.read().await.unwrap();
    let newest = newest(&mut read, &granted(), 10).await.unwrap();
    assert_eq!(newest.len(), 1);
    let vault = db.vault();
    let shown = find(&mut read, &granted(), newest[0].id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(shown.counts, counts);
    assert!(shown.finished_at.is_some() && shown.failure.is_none());
    let which = Lines {
        after: (0, 0),
        most: 100,
    };
    let report = lines(&mut read, vault, &granted(), shown.id, which)
        .await
        .unwrap();
    assert_eq!(report.len(), 4);
    assert_eq!(report[2].text, "Atlantis");
    assert_eq!(report[3].key, "problem-bad-year");
    assert!(report[3].args.iter().any(|(name, _)| name == "max"));
}

#[sqlx::test]
async fn the_same_file_again_changes_nothing(pool: PgPool) {
    let db = db(pool);
    let (counts, _) = take(&db, FILE).await;
    assert_eq!(sums(&counts), [3, 3, 0, 0, 0]);
    let before = db_state(&db).await;
    let Clock::Fixed(_) = db.clock() else {
        panic!()
    };
    db.clock()
        .set(Utc.with_ymd_and_hms(2027, 1, 1, 0, 0, 0).unwrap());
    let (counts, _) = take(&db, FILE).await;
    assert_eq!(sums(&counts), [3, 0, 0, 3, 0]);
    assert_eq!(db_state(&db).await, before);
}

#[sqlx::test]
async fn a_row_that_says_something_new_updates_with_history(pool: PgPool) {
    let db = db(pool);
    take(&db, FILE).await;
    let text = FILE.replace("Köln", "Bonn").replace("office@", "hello@");
    let (counts, _) = take(&db, &text).await;
    assert_eq!(sums(&counts), [3, 0, 1, 2, 0]);
    let mut read = db.read().await.unwrap();
    let (before, after): (serde_json::Value, serde_json::Value) =
        sqlx::query_as("select before, after from history where act = 'organization_updated'")
            .fetch_one(&mut *read)
            .await
            .unwrap();
    assert_eq!(before["city"], "Köln");
    assert_eq!(after["city"], "Bonn");
    assert_eq!(after["line"], 2);
    // That the contact changed is told, not from what to what.
    assert_eq!(after["contacts"], 1);
    assert!(!format!("{before}{after}").contains('@'));
    let found: i64 =
        sqlx::query_scalar("select count(*) from organizations where search like '%bonn%' and search not like '%koln%'")
            .fetch_one(&mut *read)
            .await
            .unwrap();
    assert_eq!(found, 1);
}

#[sqlx::test]
async fn what_goes_out_comes_in_again_equal(pool: PgPool) {
    let db = db(pool);
    let own = "\
number,name,host_country,standing,merged_into,registered_until,standing_until,about
CR-0000020-0,Merged early,DE,merged,CR-0000021-8,,,en:one\\|two
CR-0000021-8,The survivor,DE,suspended,,2028-03-31,2027-05-01,\"en:two
lines\"
";
    take(&db, FILE).await;
    let (counts, told) = take(&db, own).await;
    assert_eq!(sums(&counts), [2, 2, 0, 0, 0], "{told:?}");
    let first = out(&db, Filter::everything()).await;
    assert_eq!(first.lines().count(), 1 + 5 + 1, "{first}");
    assert!(first.contains("'=cmd()|' /C calc'!A0"), "{first}");
    // Into the same registry: nothing is new.
    let before = db_state(&db).await;
    let (counts, told) = take(&db, &first).await;
    assert_eq!(sums(&counts), [5, 0, 0, 5, 0], "{told:?}");
    assert_eq!(db_state(&db).await, before);
    // Into an empty one: the same again.
    let mut tx = db.begin().await.unwrap();
    sqlx::raw_sql(
        "set constraints all deferred; delete from organization_names; delete from organization_identifiers;
         delete from organization_texts; delete from organization_contact_marks; delete from likenesses;
         update organizations set merged_into = null, standing = 'good';
         delete from organizations; select setval('organization_numbers', 1, false)",
    )
    .execute(&mut *tx)
    .await
    .unwrap();
    let _ = tx.commit().await.unwrap();
    let (counts, told) = take(&db, &first).await;
    assert_eq!(sums(&counts), [5, 5, 0, 0, 0], "{told:?}");
    assert_eq!(out(&db, Filter::everything()).await, first);
    // The next number is behind all that came in.
    let (counts, _) = take(&db, "name,host_country\nNext,DE\n").await;
    assert_eq!(counts.added, 1);
    let all = out(&db, Filter::everything()).await;
    assert!(
        all.contains(&RegistryNumber::from_sequence(22).to_string()),
        "{all}"
    );
}

#[sqlx::test]
async fn a_second_row_of_the_same_organization_is_told_and_not_merged(pool: PgPool) {
    let db = db(pool);
    let text = "\
number,name,host_country,city,identifiers
,One,DE,Ulm,DE-CR:1
,Another,DE,Ulm,DE-CR:1
,Two,DE,Ulm,
,TWO,DE,ULM,
,Two,DE,Ulm,DE-CR:2
CR-0000017-9,Three,DE,,
CR-0000017-9,Three again,DE,,
";
    let (counts, told) = take(&db, text).await;
    assert_eq!(sums(&counts), [7, 3, 0, 0, 4], "{told:?}");
    assert_eq!(
        told,
        [
            "3 refused row: roster-duplicate-of",
            "5 refused row: roster-duplicate-of",
            "6 refused row: roster-duplicate-of",
            "8 refused row: roster-duplicate-of",
        ]
    );
    // A namesake with another number in the same register is somebody else.
    let text = "name,host_country,city,identifiers\nOne,DE,Ulm,DE-CR:9\n";
    let (counts, told) = take(&db, text).await;
    assert_eq!(sums(&counts), [1, 1, 0, 0, 0], "{told:?}");
    // And now nobody can tell who is meant by the name alone.
    let (_, told) = take(&db, "name,host_country,city\nOne,DE,Ulm\n").await;
    assert_eq!(told, ["2 refused row: roster-ambiguous"]);
}

#[sqlx::test]
async fn a_merger_needs_the_one_it_went_into(pool: PgPool) {
    let db = db(pool);
    let number = |n| RegistryNumber::from_sequence(n).to_string();
    let text = format!(
        "number,name,host_country,standing,merged_into\n{},A,DE,merged,{}\n{},B,DE,merged,{}\n{},C,DE,merged,\n{},D,DE,good,{}\n{},E,DE,,{}\n",
        number(1),
        number(5),
        number(2),
        number(99),
        number(3),
        number(4),
        number(5),
        number(5),
        number(4),
    );
    let (counts, mut told) = take(&db, &text).await;
    told.sort();
    assert_eq!(
        told,
        [
            "3 refused merged_into: roster-no-such-number",
            "4 refused merged_into: problem-required",
            "5 in merged_into: roster-not-merged",
        ]
    );
    // A into E, E into D.
    assert_eq!(sums(&counts), [5, 3, 0, 0, 2]);
    let mut read = db.read().await.unwrap();
    let merged: i64 =
        sqlx::query_scalar("select count(*) from organizations where standing = 'merged'")
            .fetch_one(&mut *read)
            .await
            .unwrap();
    assert_eq!(merged, 2);
}

#[sqlx::test]
async fn no_file_takes_back_what_the_board_decided(pool: PgPool) {
    let db = db(pool);
    take(
        &db,
        "name,host_country,standing,identifiers\nOne,DE,good,DE-CR:1\n",
    )
    .await;
    let mut tx = db.begin().await.unwrap();
    sqlx::raw_sql("update organizations set standing = 'suspended'")
        .execute(&mut *tx)
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
    let text = "name,host_country,standing,identifiers\nOne and only,DE,due,DE-CR:1\n";
    let (counts, told) = take(&db, text).await;
    assert_eq!(counts.updated, 1);
    assert_eq!(told, ["2 in standing: roster-standing-kept"]);
    let filter = Filter {
        standing: vec![Standing::Suspended],
        ..Filter::default()
    };
    assert!(out(&db, filter).await.contains("One and only"));
}

#[sqlx::test]
async fn fields_that_the_file_does_not_have_stay(pool: PgPool) {
    let db = db(pool);
    take(&db, FILE).await;
    let before = out(&db, Filter::everything()).await;
    let (counts, told) = take(
        &db,
        "name,host_country,identifiers\nՀայ Տուն,DE,DE-CR:VR 1\n",
    )
    .await;
    assert_eq!(sums(&counts), [1, 0, 0, 1, 0], "{told:?}");
    assert_eq!(out(&db, Filter::everything()).await, before);
    // One that is there and empty is emptied; one that cannot be read is not.
    let text =
        "name,host_country,identifiers,city,website\nՀայ Տուն,DE,DE-CR:VR 1,,javascript:alert(1)\n";
    let (counts, told) = take(&db, text).await;
    assert_eq!(sums(&counts), [1, 0, 1, 0, 0]);
    assert_eq!(told, ["2 in website: problem-bad-web-address"]);
    let after = out(&db, Filter::everything()).await;
    assert!(!after.contains("Köln") && after.contains("hay-tun.example.org/"));
}

#[sqlx::test]
async fn a_trial_takes_nothing_over_and_says_the_same(pool: PgPool) {
    let db = db(pool);
    let mut text = FILE.to_owned();
    for n in 0..2_500 {
        text.push_str(&format!(
            ",Row {},en,,,DE,,,,,,,DE-CR:{},,,,,\n",
            n,
            n % 2_400
        ));
    }
    let mut trial = order(None);
    trial.dry_run = true;
    let file = Cursor::new(text.clone().into_bytes());
    let (would, would_say) = take_with(&db, file, trial).await;
    let empty = out(&db, Filter::everything()).await;
    assert_eq!(empty.lines().count(), 1);
    let (counts, told) = take(&db, &text).await;
    assert_eq!(would, counts);
    assert_eq!(would_say, told);
    assert_eq!(sums(&counts), [2_503, 2_403, 0, 0, 100]);
    // A trial uses up no numbers either.
    let all = out(&db, Filter::everything()).await;
    assert!(all.contains(&RegistryNumber::from_sequence(18).to_string()));
}

/// A file that breaks off when it has been rewound so many times.
struct Broken {
    inner: Cursor<Vec<u8>>,
    calm: usize,
    good: u64,
}

impl Read for Broken {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.calm == 0 && self.inner.position() >= self.good {
            return Err(io::Error::other("the stick was pulled out"));
        }
        let most = into.len().min(4_096);
        self.inner.read(&mut into[..most])
    }
}

impl Seek for Broken {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        if to == io::SeekFrom::Start(0) {
            self.calm = self.calm.saturating_sub(1);
        }
        self.inner.seek(to)
    }
}

#[sqlx::test]
async fn half_a_file_leaves_whole_batches_and_a_second_import_brings_the_rest(pool: PgPool) {
    let db = db(pool);
    let mut text = "name,host_country,identifiers\n".to_owned();
    for n in 0..6_500 {
        text.push_str(&format!("Row {n} of a register with long names that does not fit into one reading,DE,DE-CR:{n}\n"));
    }
    // The file is looked through for its hash and its encoding before its rows are read.
    let broken = async |calm| {
        let file = Broken {
            inner: Cursor::new(text.clone().into_bytes()),
            calm,
            good: text.len() as u64 * 2 / 3,
        };
        import(&db, granted(), file, order(None), None).await
    };
    let mut calm = 1;
    while let Err(ImportError::Open(_)) = broken(calm).await {
        calm += 1;
    }
    let mut read = db.read().await.unwrap();
    let some: i64 = sqlx::query_scalar("select count(*) from organizations")
        .fetch_one(&mut *read)
        .await
        .unwrap();
    assert!((1_000..6_500).contains(&some), "{some}");
    let last = &newest(&mut read, &granted(), 1).await.unwrap()[0];
    assert_eq!(last.failure.as_deref(), Some("roster-unreadable"));
    assert_eq!(last.counts.total, some as u64);
    let (counts, _) = take(&db, &text).await;
    assert_eq!(
        sums(&counts),
        [6_500, 6_500 - some as u64, 0, some as u64, 0]
    );
    // What words are frequent was looked at while they came in, long before the database does it by itself.
    let names: f32 =
        sqlx::query_scalar("select reltuples from pg_class where relname = 'organization_names'")
            .fetch_one(&mut *db.read().await.unwrap())
            .await
            .unwrap();
    assert!((1_000.0..=6_500.0).contains(&names), "{names}");
}

#[sqlx::test]
async fn one_import_at_a_time(pool: PgPool) {
    let db = db(pool);
    let file = || Cursor::new(FILE.as_bytes().to_vec());
    let first = start(&db, granted(), file(), order(None)).await.unwrap();
    let second = import(&db, granted(), file(), order(None), None).await;
    assert!(matches!(second, Err(ImportError::Busy)));
    first.run(None).await.unwrap();
    import(&db, granted(), file(), order(None), None)
        .await
        .unwrap();
}

#[sqlx::test]
async fn an_import_that_died_is_known_to_be_dead(pool: PgPool) {
    let db = db(pool);
    let file = || Cursor::new(FILE.as_bytes().to_vec());
    drop(start(&db, granted(), file(), order(None)).await.unwrap());
    // The lock ends with its connection's transaction, a moment later.
    let mut tries = 0;
    while let Err(error) = import(&db, granted(), file(), order(None), None).await {
        assert!(matches!(error, ImportError::Busy));
        tries += 1;
        assert!(tries < 100);
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let mut read = db.read().await.unwrap();
    let all = newest(&mut read, &granted(), 10).await.unwrap();
    assert_eq!(all[1].failure.as_deref(), Some("import-stopped"));
    assert!(all[0].failure.is_none());
}

#[sqlx::test]
async fn private_contacts_stay_inside_and_survive_an_import(pool: PgPool) {
    let db = db(pool);
    take(&db, FILE).await;
    let mut tx = db.begin().await.unwrap();
    let id: crate::ids::OrganizationId =
        sqlx::query_scalar("select id from organizations where city = 'Köln'")
            .fetch_one(&mut *tx)
            .await
            .unwrap();
    let contacts = serde_json::json!([
        { "channel": "phone", "purpose": "emergencies", "value": "+49 221 000111", "public": false },
        { "channel": "email", "purpose": "general", "value": "office@hay-tun.example.org", "public": true },
    ]);
    let sealed = db
        .vault()
        .seal_json("organizations.contacts", id, &contacts)
        .unwrap();
    sqlx::query("update organizations set contacts_sealed = $1 where id = $2")
        .bind(sealed)
        .bind(id)
        .execute(&mut *tx)
        .await
        .unwrap();
    let _ = tx.commit().await.unwrap();
    let all = out(&db, Filter::everything()).await;
    assert!(all.contains("office@") && !all.contains("000111"));
    let (counts, _) = take(&db, &FILE.replace("office@", "hello@")).await;
    assert_eq!(counts.updated, 1);
    let mut read = db.read().await.unwrap();
    let sealed: crate::vault::Sealed =
        sqlx::query_scalar("select contacts_sealed from organizations where id = $1")
            .bind(id)
            .fetch_one(&mut *read)
            .await
            .unwrap();
    let text = db
        .vault()
        .open_text("organizations.contacts", id, &sealed)
        .unwrap();
    assert!(text.contains("000111") && text.contains("hello@"), "{text}");
}

#[sqlx::test]
async fn a_roster_leaves_by_its_filter_and_is_on_record(pool: PgPool) {
    let db = db(pool);
    take(&db, FILE).await;
    let filter = Filter {
        host: vec![Country::from_code("FR").unwrap()],
        ..Filter::default()
    };
    let text = out(&db, filter).await;
    assert_eq!(text.lines().count(), 2);
    assert!(text.contains("Paris"));
    let mut read = db.read().await.unwrap();
    let after: serde_json::Value =
        sqlx::query_scalar("select after from history where act = 'roster_exported'")
            .fetch_one(&mut *read)
            .await
            .unwrap();
    assert_eq!(after["where"], "host=FR");
    assert_eq!(after["count"], 1);
}

/// A file beside the repository, or where `CONCORD_DATA` says.
fn data(name: &str) -> Option<File> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("CONCORD_DATA").map_or(beside, PathBuf::from);
    let file = File::open(folder.join(name));
    if file.is_err() {
        eprintln!("skipped: {name} is not there");
    }
    file.ok()
}

#[sqlx::test]
async fn the_register_of_northern_ireland_comes_in_once(pool: PgPool) {
    let db = db(pool);
    let path = format!(
        "{}/examples/columns/charities-ni.toml",
        env!("CARGO_MANIFEST_DIR")
    );
    let map = ColumnMap::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
    let Some(file) = data("charities-ni-2020.csv") else {
        return;
    };
    let (counts, told) = take_with(&db, file, order(Some(map.clone()))).await;
    assert_eq!(
        sums(&counts),
        [6_565, 6_565, 0, 0, 0],
        "{:?}",
        &told[..told.len().min(9)]
    );
    let (twins, faults): (Vec<_>, Vec<_>) =
        told.iter().partition(|line| line.contains("looks-like"));
    assert_eq!(faults.len(), 103 + 75);
    // Which ones depends a little on what the database has counted by then.
    assert!((50..250).contains(&twins.len()), "{}", twins.len());
    let before = db_state(&db).await;
    let again = data("charities-ni-2020.csv").unwrap();
    let (counts, _) = take_with(&db, again, order(Some(map))).await;
    assert_eq!(sums(&counts), [6_565, 0, 0, 6_565, 0]);
    assert_eq!(db_state(&db).await, before);
    let all = out(&db, Filter::everything()).await;
    let (counts, told) = take(&db, &all).await;
    assert_eq!(
        sums(&counts),
        [6_565, 0, 0, 6_565, 0],
        "{:?}",
        &told[..told.len().min(9)]
    );
    assert_eq!(db_state(&db).await, before);
}

#[sqlx::test]
async fn a_number_of_another_register_is_one_however_it_is_written(pool: PgPool) {
    let db = db(pool);
    let first = "name,host_country,identifiers\nHaus,CH,CH-FDJP:CHE-107.787.577\n";
    take(&db, first).await;
    // Written otherwise it is the same organization, under whatever name, and stays as the file has it.
    let again = "name,host_country,identifiers\nHaus neu,CH,CH-FDJP:che 107 787 577\n";
    let (counts, told) = take(&db, again).await;
    assert_eq!(sums(&counts), [1, 0, 1, 0, 0], "{told:?}");
    assert!(
        out(&db, Filter::default())
            .await
            .contains("CH-FDJP:che 107 787 577")
    );
    // A wrong check digit does not come in, and is told.
    let wrong = "name,host_country,identifiers\nAnderes Haus,CH,CH-FDJP:CHE-100.200.300\n";
    let (counts, told) = take(&db, wrong).await;
    assert_eq!(sums(&counts), [1, 1, 0, 0, 0]);
    assert_eq!(told, ["2 in identifiers: problem-bad-check-digit"]);
    assert!(!out(&db, Filter::default()).await.contains("100.200.300"));
}
