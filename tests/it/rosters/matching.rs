//! `concord match roster`: the rows of a file, and who in the registry they may be.

use std::path::PathBuf;

use concord::roster::matching::Rows;
use concord::roster::matching::command::{self, Form};
use concord::values::Lang;
use serde_json::Value;
use sqlx::PgPool;

use crate::directory::arrange;
use crate::portal::Portal;

/// The answers to a file, one a row.
async fn answers(portal: &Portal, name: &str, file: &str) -> Vec<Value> {
    let at = |end: &str| -> PathBuf {
        std::env::temp_dir().join(format!("concord-{}-{name}.{end}", std::process::id()))
    };
    std::fs::write(at("csv"), file).unwrap();
    let what = Rows {
        file: at("csv"),
        columns: None,
        top: 3,
        form: Form::Jsonl,
        lang: Lang::En,
        output: Some(at("jsonl")),
    };
    let mut said = Vec::new();
    command::rows(portal.db(), &what, &mut said).await.unwrap();
    let out = std::fs::read_to_string(at("jsonl")).unwrap();
    for end in ["csv", "jsonl"] {
        std::fs::remove_file(at(end)).unwrap();
    }
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[sqlx::test(migrator = "concord::db::MIGRATOR")]
async fn a_number_is_found_however_it_is_written(pool: PgPool) {
    let portal = Portal::new(pool);
    let registry = "number,name,host_country,identifiers\n\
        CR-0000001-5,Alpenrose Bern,CH,CH-FDJP:CHE-107.787.577\n\
        CR-0000002-3,Enzian Thun,CH,CH-FDJP:CHE100155212\n";
    assert_eq!(arrange(&portal, registry).await.added, 2);
    let file = "name,host_country,identifiers\n\
        Zzyx Wendelin,CH,CH-FDJP:CHE107787577\n\
        Zzyx Wendelin,CH,CH-FDJP:che 107 787 577\n\
        Zzyx Wendelin,CH,CH-FDJP:CHE-100.155.212\n\
        Zzyx Wendelin,CH,CH-FDJP:CHE-107.787.578\n\
        Zzyx Wendelin,DE,DE-CR:CHE107787577\n";
    let answers = answers(&portal, "numbers", file).await;
    let first: Vec<&str> = answers
        .iter()
        .map(|row| row["candidates"][0]["number"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(
        first,
        ["CR-0000001-5", "CR-0000001-5", "CR-0000002-3", "", ""],
        "{answers:?}"
    );
    let score = answers[0]["candidates"][0]["score"].as_f64().unwrap();
    assert!(score > 0.95, "{answers:?}");
}
