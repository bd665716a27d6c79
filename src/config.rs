//! Settings, from flags and the environment. Secrets have no defaults, and are never printed.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use secrecy::SecretString;
use url::Url;

/// Where data lives: the database, and the folder beside it.
#[derive(Args, Clone, Debug)]
pub struct StoreConfig {
    /// The PostgreSQL database. Without it, a private PostgreSQL runs under the home folder.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<SecretString>,
    /// A file with the address of the database.
    #[arg(long, env = "DATABASE_URL_FILE", global = true)]
    pub database_url_file: Option<PathBuf>,
    /// The folder for everything that is not in the database: the private PostgreSQL, keys, mail of the sample.
    #[arg(
        long = "home",
        env = "CONCORD_HOME",
        default_value = "var",
        global = true
    )]
    pub home: PathBuf,
    /// The vault's keys, `index:KEY,ID:KEY,…`. With the private database they are made and kept under the home folder.
    #[arg(long, env = "CONCORD_KEYS", hide_env_values = true, global = true)]
    pub keys: Option<SecretString>,
    /// A file with the vault's keys.
    #[arg(long, env = "CONCORD_KEYS_FILE", global = true)]
    pub keys_file: Option<PathBuf>,
    /// Where documents lie: a folder, or s3://BUCKET/PREFIX with a program that was built for it. By default the folder
    /// `documents` under the home folder.
    #[arg(long, env = "CONCORD_DOCUMENTS", global = true)]
    pub documents: Option<String>,
    /// The most connections to the database.
    #[arg(
        long,
        env = "CONCORD_DB_CONNECTIONS",
        default_value_t = 16,
        global = true
    )]
    pub db_connections: u32,
}

/// How the server answers.
#[derive(Args, Clone, Debug)]
pub struct ServeConfig {
    /// The address to listen at.
    #[arg(long, env = "CONCORD_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address at which people reach the portal, for links in letters. By default the one it listens at.
    #[arg(long, env = "CONCORD_URL")]
    pub url: Option<Url>,
    /// Serve a sample registry, on the private database and to this machine alone.
    #[arg(long)]
    pub demo: bool,
    /// Leave the jobs to `concord worker`.
    #[arg(long)]
    pub no_worker: bool,
    /// How many proxies stand before the server: so many entries of `X-Forwarded-For` are believed.
    #[arg(long, env = "CONCORD_PROXIES", default_value_t = 0)]
    pub proxies: usize,
    /// Whom to tell of a weakness: `mailto:…` or an address of the web. It stands in `/.well-known/security.txt`.
    #[arg(long, env = "CONCORD_SECURITY_CONTACT")]
    pub security_contact: Option<Url>,
    /// The most connections that are open at once.
    #[arg(long, env = "CONCORD_CONNECTIONS", default_value_t = 4096)]
    pub connections: usize,
}

/// How letters leave.
#[derive(Args, Clone, Debug)]
pub struct MailConfig {
    /// The mail server, `smtp://user:password@host:587` or `smtps://…`. Without it, letters wait in `HOME/mail` as files.
    #[arg(long, env = "CONCORD_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<SecretString>,
    /// A file with the address of the mail server.
    #[arg(long, env = "CONCORD_SMTP_URL_FILE")]
    pub smtp_url_file: Option<PathBuf>,
    /// The sender of letters.
    #[arg(
        long,
        env = "CONCORD_MAIL_FROM",
        default_value = "Concord <concord@localhost.localdomain>"
    )]
    pub mail_from: String,
}

/// What the pages need to know of the settings.
#[derive(Clone, Debug)]
pub struct WebConfig {
    /// The address at which people reach the portal, without a slash at its end.
    pub url: String,
    /// Whether that address is `https`: then cookies are secure, and browsers are told to insist on it.
    pub secure: bool,
    /// Whether this is the sample registry.
    pub demo: bool,
    /// How many proxies are believed.
    pub proxies: usize,
    /// The folder for everything that is not in the database.
    pub home: PathBuf,
    /// Where the mail of the sample can be read.
    pub mail_folder: Option<PathBuf>,
    /// Whom to tell of a weakness.
    pub security_contact: Option<Url>,
}

impl WebConfig {
    /// For an address, with everything else as it is by default.
    pub fn at(url: &str) -> Self {
        Self {
            url: url.trim_end_matches('/').to_owned(),
            secure: url.starts_with("https://"),
            demo: false,
            proxies: 0,
            home: PathBuf::from("var"),
            mail_folder: None,
            security_contact: None,
        }
    }
}
