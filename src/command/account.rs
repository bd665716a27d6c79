//! Making the first accounts from the command line.

use std::io::{self, IsTerminal, Read};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use clap::Subcommand;

use super::{Store, Trouble};
use crate::account::{self, Created, Password, Post, policy};
use crate::actor::Actor;
use crate::config::StoreConfig;
use crate::say;
use crate::values::{Country, Email, Lang, Line, Problem, Role};

/// What can be done with accounts.
#[derive(Subcommand, Debug)]
pub enum AccountCommand {
    /// Create an account whose address needs no confirmation. Its password is read from standard input; where nothing
    /// is piped in, one is made and printed once.
    Create(CreateArgs),
}

/// Whom to create.
#[derive(clap::Args, Debug)]
pub struct CreateArgs {
    /// The e-mail address to sign in with.
    #[arg(long)]
    email: String,
    /// member, post_officer, coordinator, chair, admin or auditor.
    #[arg(long)]
    role: String,
    /// What the person is called; the part of the address before the @ where nothing is said.
    #[arg(long)]
    name: Option<String>,
    /// The host countries of a post officer, by their codes: DE,FR.
    #[arg(long, value_delimiter = ',')]
    hosts: Vec<String>,
    /// The language of their letters: en, ru or ar.
    #[arg(long, default_value = "en")]
    lang: String,
}

/// Runs.
pub async fn run(config: &StoreConfig, command: AccountCommand) -> Result<(), Trouble> {
    let AccountCommand::Create(args) = command;
    let email = parsed("--email", &args.email, Email::parse)?;
    let role = parsed("--role", &args.role, Role::parse)?;
    let lang = parsed("--lang", &args.lang, Lang::parse)?;
    let own = email.as_str().split('@').next().unwrap_or_default();
    let name = parsed("--name", args.name.as_deref().unwrap_or(own), |text| {
        Line::parse(text, 120)
    })?;
    let hosts = args
        .hosts
        .iter()
        .map(|host| parsed("--hosts", host, Country::parse))
        .collect::<Result<Vec<_>, _>>()?;
    let post = Post::new(role, hosts).ok_or_else(|| {
        Trouble::Said("a post officer needs host countries: --hosts DE,FR".to_owned())
    })?;
    let (text, made) = password()?;
    let chosen = Password::choose(&text, &[&name, email.as_str()]).await?;
    let password = chosen.map_err(|weak| said("the password", weak.key(), &weak.args()))?;
    let store = Store::open(config).await?;
    let new = Created {
        email: &email,
        name: &name,
        post,
        lang,
        password: &password,
    };
    let created = create(&store, new).await;
    let closed = store.close().await;
    created?;
    closed?;
    println!("{email} can sign in as {role}");
    if made {
        println!("Password, shown this once: {text}");
    }
    Ok(())
}

async fn create(store: &Store, new: Created<'_>) -> Result<(), Trouble> {
    let mut tx = store.db.begin().await?;
    let granted = policy::create(&Actor::System).map_err(crate::Error::from)?;
    let email = new.email;
    let created = account::create_by_command(&mut tx, granted, new).await?;
    if created.is_none() {
        return Err(Trouble::Said(format!("{email} has an account already")));
    }
    let _ = tx.commit().await?;
    Ok(())
}

/// The password that was piped in, or one of 144 random bits.
fn password() -> Result<(String, bool), Trouble> {
    let mut text = String::new();
    if !io::stdin().is_terminal() {
        io::stdin()
            .take(4096)
            .read_to_string(&mut text)
            .map_err(|error| Trouble::Said(format!("standard input cannot be read: {error}")))?;
    }
    let text = text.trim_end_matches(['\r', '\n']);
    if text.is_empty() {
        return Ok((BASE64.encode(crate::vault::random::<18>()?), true));
    }
    Ok((text.to_owned(), false))
}

fn parsed<T>(
    flag: &str,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, Problem>,
) -> Result<T, Trouble> {
    parse(text).map_err(|problem| said(flag, problem.key(), &problem.args()))
}

fn said(what: &str, key: &str, args: &[(&'static str, crate::values::Arg)]) -> Trouble {
    Trouble::Said(format!("{what}: {}", say::plain(Lang::En, key, args)))
}
