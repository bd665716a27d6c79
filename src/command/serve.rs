//! Serving the portal, until somebody asks it to stop.

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::worker::Jobs;
use super::{Store, Trouble};
use crate::config::{MailConfig, ServeConfig, StoreConfig, WebConfig};
use crate::document::Storage;
use crate::web::{self, App};

/// Serves.
pub async fn run(
    config: &StoreConfig,
    serve: &ServeConfig,
    mail: &MailConfig,
) -> Result<(), Trouble> {
    let began = std::time::Instant::now();
    let stop = stop_signal()?;
    refuse_exposed_sample(config, serve)?;
    let listener = TcpListener::bind(serve.listen)
        .await
        .map_err(|error| Trouble::Listen {
            at: serve.listen,
            error,
        })?;
    let store = Store::serve(config).await?;
    let done = serve_on(&store, listener, config, serve, mail, began, stop).await;
    let closed = store.close().await;
    done.and(closed)
}

async fn serve_on(
    store: &Store,
    listener: TcpListener,
    config: &StoreConfig,
    serve: &ServeConfig,
    mail: &MailConfig,
    began: std::time::Instant,
    stop: watch::Receiver<bool>,
) -> Result<(), Trouble> {
    let at = listener.local_addr().unwrap_or(serve.listen);
    let url = serve
        .url
        .as_ref()
        .map_or_else(|| format!("http://{at}"), ToString::to_string);
    let documents = Storage::open(config.documents.as_deref(), &config.home)?;
    let jobs = Jobs::new(store.db.clone(), documents.clone(), config, mail, &url)?;
    let signs = super::sample::prepare(store, config, serve, &documents).await?;
    let web = WebConfig {
        demo: serve.demo,
        proxies: serve.proxies,
        home: config.home.clone(),
        mail_folder: jobs.mail_folder(),
        security_contact: serve.security_contact.clone(),
        ..WebConfig::at(&url)
    };
    let app = App::new(store.db.clone(), documents, web);
    app.directory.warm();
    let worker = (!serve.no_worker).then(|| tokio::spawn(jobs.run(stop.clone())));
    println!(
        "Concord is at {url} (ready after {} ms)",
        began.elapsed().as_millis()
    );
    print!("{signs}");
    web::serve::serve(listener, web::router(app), serve.connections, stopped(stop)).await;
    if let Some(worker) = worker {
        // A job that panicked has told the log.
        let _ = worker.await;
    }
    Ok(())
}

/// Passwords that everybody can read belong to this machine alone.
fn refuse_exposed_sample(config: &StoreConfig, serve: &ServeConfig) -> Result<(), Trouble> {
    if !serve.demo {
        return Ok(());
    }
    if config.database_url.is_some() || config.database_url_file.is_some() {
        return Err(Trouble::SampleExposed("leave out DATABASE_URL"));
    }
    if !serve.listen.ip().is_loopback() {
        return Err(Trouble::SampleExposed("listen at 127.0.0.1"));
    }
    Ok(())
}

/// Turns true when the system or the person at the keyboard asks to stop.
pub(super) fn stop_signal() -> Result<watch::Receiver<bool>, Trouble> {
    let (tell, told) = watch::channel(false);
    let failed =
        |error: std::io::Error| Trouble::Said(format!("the system gives no signals: {error}"));
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        let _ = tell.send(true);
    });
    Ok(told)
}

/// Done when asked to stop.
pub(super) async fn stopped(mut stop: watch::Receiver<bool>) {
    // An error means that nobody can ask any more, which is an end too.
    let _ = stop.wait_for(|stop| *stop).await;
}
