//! The sample registry: loaded once, on the private database and for this machine alone, and shown with one sign-in per role.

use secrecy::ExposeSecret;

use super::{Store, Trouble};
use clap::Args;

use crate::config::{ServeConfig, StoreConfig};
use crate::document::Storage;
use crate::values::Lang;
use crate::{sample, say};

/// What to fill a database with.
#[derive(Args, Debug)]
pub struct SampleArgs {
    /// How many organizations.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=20_000_000))]
    organizations: u64,
    /// A CSV file of ROR's organizations to take names from; without it, those of our own sample are varied.
    #[arg(long, env = "CONCORD_ROR")]
    names: Option<std::path::PathBuf>,
    /// Say that the database in DATABASE_URL is for tests alone.
    #[arg(long)]
    this_is_a_test_database: bool,
}

/// Fills a database that nobody uses with organizations in bulk, to measure with.
pub async fn run(config: &StoreConfig, args: SampleArgs) -> Result<(), Trouble> {
    let named = config.database_url.is_some() || config.database_url_file.is_some();
    if named && !args.this_is_a_test_database {
        return Err(Trouble::SampleElsewhere);
    }
    let store = Store::open(config).await?;
    let done = fill(&store, config, &args).await;
    let closed = store.close().await;
    done.and(closed)
}

async fn fill(store: &Store, config: &StoreConfig, args: &SampleArgs) -> Result<(), Trouble> {
    let mut read = store.db.read().await?;
    // A private database with accounts is a registry that somebody has begun to use.
    if store.is_private() && sample::is_used(&mut read).await? {
        return Err(Trouble::SampleMixed(config.home.clone()));
    }
    drop(read);
    let began = std::time::Instant::now();
    sample::fill(&store.db, args.organizations, args.names.as_deref())
        .await
        .map_err(|error| Trouble::Said(error.to_string()))?;
    let took = began.elapsed().as_secs_f64();
    println!(
        "{} organizations in {took:.1} s, {:.0} a second, indexes included",
        args.organizations,
        args.organizations as f64 / took
    );
    Ok(())
}

/// Loads the sample if it was asked for and is not there yet; gives what to print about it.
///
/// A database that holds the sample is refused where others could reach it, asked for or not: everybody who reads the
/// terminal knows its passwords.
pub async fn prepare(
    store: &Store,
    config: &StoreConfig,
    serve: &ServeConfig,
    documents: &Storage,
) -> Result<String, Trouble> {
    let vault = store.db.vault().clone();
    let mut read = store.db.read().await?;
    let used = sample::is_used(&mut read).await?;
    let loaded = sample::is_loaded(&mut read, &vault).await?;
    drop(read);
    if (loaded || serve.demo) && !store.is_private() {
        return Err(Trouble::SampleExposed("leave out DATABASE_URL"));
    }
    if loaded && !serve.listen.ip().is_loopback() {
        return Err(Trouble::SampleExposed("listen at 127.0.0.1"));
    }
    if !serve.demo {
        return Ok(String::new());
    }
    if used && !loaded {
        return Err(Trouble::NotSample(config.home.clone()));
    }
    if !used {
        let began = std::time::Instant::now();
        sample::load(&store.db, documents)
            .await
            .map_err(|error| Trouble::Said(error.to_string()))?;
        println!(
            "Sample registry written in {} ms",
            began.elapsed().as_millis()
        );
    }
    Ok(sign_ins(store))
}

/// One sign-in per role, as a table.
fn sign_ins(store: &Store) -> String {
    let mut text = String::from("Sign in as\n");
    for person in sample::sign_ins(store.db.vault()) {
        let role = say::t(Lang::En, person.role.key());
        text.push_str(&format!(
            "  {role:<27} {:<34} {}\n",
            person.email,
            person.password.expose_secret()
        ));
    }
    text
}
