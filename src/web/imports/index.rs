//! The files that came in.

use std::collections::HashMap;

use askama::Template;

use super::urls;
use crate::account;
use crate::actor::Actor;
use crate::db::Read;
use crate::ids::AccountId;
use crate::roster::import::{self, Shown};
use crate::roster::policy;
use crate::web::{Answer, Chrome, Page, filters, html};

/// How many are shown.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "imports/index.html")]
struct IndexPage {
    page: Page,
    imports: Vec<Shown>,
    names: HashMap<AccountId, String>,
    running: bool,
}

pub(super) async fn index(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = policy::import(&actor)?;
    let imports = import::newest(&mut read, &granted, MOST).await?;
    let accounts: Vec<AccountId> = imports.iter().filter_map(|one| one.by).collect();
    let vault = read.vault();
    let names = account::called(&mut read, &vault, &accounts).await?;
    let running = import::is_running(&mut read).await?;
    html(
        chrome.lang,
        IndexPage {
            page: chrome.page(),
            imports,
            names,
            running,
        },
    )
}

impl IndexPage {
    fn name(&self, import: &Shown) -> Option<&String> {
        self.names.get(&import.by?)
    }
}
