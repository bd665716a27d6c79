//! The sample registry: loaded once, on the private database and for this machine alone, and shown with one sign-in per role.

use secrecy::ExposeSecret;

use super::{Store, Trouble};
use crate::config::{ServeConfig, StoreConfig};
use crate::document::Storage;
use crate::values::Lang;
use crate::{sample, say};

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
