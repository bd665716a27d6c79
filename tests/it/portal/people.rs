//! The people of the tests, each with an account and a browser that is signed in.

use std::sync::LazyLock;

use argon2::password_hash::PasswordHasher as _;
use argon2::{Algorithm, Argon2, Params, Version};
use concord::ids::{AccountId, SessionId};
use concord::values::{Country, Email, Role};
use sha2::{Digest, Sha256};

use super::{Browser, Portal};

/// The password of everybody.
pub const PASSWORD: &str = "seven lamps beside the river";

/// `PASSWORD`, hashed with so little work that a test does not wait for it.
static PASSWORD_HASH: LazyLock<String> = LazyLock::new(|| {
    let little = Params::new(8, 1, 1, None).expect("parameters");
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, little);
    let hash = argon2.hash_password(PASSWORD.as_bytes());
    hash.expect("a hash").to_string()
});

/// The cookie of a session without TLS.
pub(super) const COOKIE: &str = "concord-session";

/// Somebody with an account.
#[derive(Clone)]
pub struct Known {
    pub account: AccountId,
    pub email: String,
}

impl Portal {
    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Browser {
        Browser::new(self, None)
    }

    /// A member, who may have organizations. The same name is the same person, in another browser.
    pub async fn member(&self, name: &str) -> Browser {
        self.person(name, Role::Member).await
    }

    /// A post officer for these host countries.
    pub async fn post_officer(&self, hosts: &[&str]) -> Browser {
        self.sign_in(
            &format!("Post {}", hosts.join(" ")),
            Role::PostOfficer,
            hosts,
        )
        .await
    }

    /// A coordinator; another one is `person("…", Role::Coordinator)`.
    pub async fn coordinator(&self) -> Browser {
        self.person("Coordinator", Role::Coordinator).await
    }

    /// The chair.
    pub async fn chair(&self) -> Browser {
        self.person("Chair", Role::Chair).await
    }

    /// An admin.
    pub async fn admin(&self) -> Browser {
        self.person("Admin", Role::Admin).await
    }

    /// An auditor.
    pub async fn auditor(&self) -> Browser {
        self.person("Auditor", Role::Auditor).await
    }

    /// Somebody of this name and role.
    pub async fn person(&self, name: &str, role: Role) -> Browser {
        self.sign_in(name, role, &[]).await
    }

    async fn sign_in(&self, name: &str, role: Role, hosts: &[&str]) -> Browser {
        let known = self.people.lock().unwrap().get(name).cloned();
        let known = match known {
            Some(known) => known,
            None => {
                let known = self.db_account(name, role, hosts).await;
                let mut people = self.people.lock().unwrap();
                people.insert(name.to_owned(), known.clone());
                known
            }
        };
        let token = self.db_session(known.account).await;
        let browser = Browser::new(self, Some(known));
        browser.set_cookie(COOKIE, &token);
        browser
    }

    /// An account that nobody signed up for. The address is made of the name: `ani-petrosyan@example.org`.
    pub async fn db_account(&self, name: &str, role: Role, hosts: &[&str]) -> Known {
        let (id, vault) = (AccountId::fresh(), self.db.vault());
        let email = format!("{}@example.org", address(name));
        let key = Email::parse(&email).expect("an address").lookup_key();
        let hosts: Vec<Country> = hosts
            .iter()
            .map(|code| Country::from_code(code).expect("a country"))
            .collect();
        // At run time: `query!` checks what the program does, and this is nothing that it does.
        sqlx::query(
            "insert into accounts (id, email_index, email_sealed, name_sealed, password_hash, role, hosts, lang, created_at, confirmed_at)
             values ($1, $2, $3, $4, $5, $6, $7, 'en', $8, $8)",
        )
        .bind(id)
        .bind(vault.index("accounts.email", &key))
        .bind(vault.seal_text("accounts.email", id, &email).unwrap())
        .bind(vault.seal_text("accounts.name", id, name).unwrap())
        .bind(PASSWORD_HASH.as_str())
        .bind(role.code())
        .bind(hosts.iter().map(|host| host.code()).collect::<Vec<_>>())
        .bind(self.now())
        .execute(&self.pool)
        .await
        .expect("an account");
        Known { account: id, email }
    }

    /// A session that nobody signed in for.
    pub async fn db_session(&self, account: AccountId) -> String {
        let token = concord::account::Token::fresh().expect("random bytes");
        sqlx::query(
            "insert into sessions (id, account_id, token_hash, agent, created_at, seen_at, ends_at)
             values ($1, $2, $3, 'Firefox, Linux', $4, $4, $4 + interval '14 days')",
        )
        .bind(SessionId::fresh())
        .bind(account)
        .bind(Sha256::digest(token.expose().as_bytes()).to_vec())
        .bind(self.now())
        .execute(&self.pool)
        .await
        .expect("a session");
        token.expose().to_owned()
    }
}

/// The part of an address before the @: letters of any script are spelled in Latin ones.
fn address(name: &str) -> String {
    let mut address = String::new();
    for letter in any_ascii::any_ascii(name).to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            address.push(letter);
        } else if !address.is_empty() && !address.ends_with('-') {
            address.push('-');
        }
    }
    address.trim_end_matches('-').to_owned()
}
