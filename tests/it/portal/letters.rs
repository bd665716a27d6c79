//! The outbox, as those who get the letters would read it.

use std::collections::HashSet;
use std::sync::Mutex;

use concord::ids::LetterId;
use concord::notice::{self, LetterKind};
use concord::values::Lang;
use concord::vault::Sealed;
use sqlx::{Connection as _, PgConnection, PgPool, Row as _};

use super::Portal;

/// The letters that the test has looked at.
pub(super) type Read = HashSet<LetterId>;

/// A letter that waits to be sent.
#[derive(Debug)]
pub struct Letter {
    /// To whom.
    pub to: String,
    /// In which language.
    pub lang: Lang,
    /// What it is about.
    pub kind: LetterKind,
    /// Where its link leads, as a path.
    pub link: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
}

impl Letter {
    /// Where its link leads.
    #[track_caller]
    pub fn link(&self) -> &str {
        let link = self.link.as_deref();
        link.unwrap_or_else(|| panic!("the letter {} has no link", self.kind))
    }
}

impl Portal {
    /// The letters that were written since the test last asked, in order.
    pub async fn letters(&self) -> Vec<Letter> {
        let rows = sqlx::query(
            "select id, to_sealed, lang, kind, data_sealed from letters order by created_at, id",
        )
        .fetch_all(&self.pool)
        .await
        .expect("the outbox");
        let vault = self.db.vault();
        let mut read = self.read.lock().unwrap();
        rows.into_iter()
            .filter(|row| read.insert(row.get("id")))
            .map(|row| {
                let id: LetterId = row.get("id");
                let (to, data): (Sealed, Sealed) = (row.get("to_sealed"), row.get("data_sealed"));
                let lang: Lang = row.get("lang");
                let letter: notice::Letter = vault.open_json("letters.data", id, &data).unwrap();
                let written = letter.write(lang, &self.url).unwrap();
                Letter {
                    to: vault.open_text("letters.to", id, &to).unwrap(),
                    lang,
                    kind: letter.kind(),
                    link: letter.path(),
                    subject: written.subject,
                    text: written.text,
                }
            })
            .collect()
    }

    /// The one letter that was written since the test last asked.
    pub async fn letter(&self) -> Letter {
        let mut letters = self.letters().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        letters.remove(0)
    }
}

/// The kinds of the letters that nobody looked at, asked from a thread of its own.
pub(super) fn unread(pool: &PgPool, read: &Mutex<Read>) -> Vec<String> {
    let options = pool.connect_options();
    let ask = async move {
        let mut conn = PgConnection::connect_with(&options).await?;
        let rows = sqlx::query("select id, kind from letters")
            .fetch_all(&mut conn)
            .await?;
        conn.close().await?;
        Ok::<_, sqlx::Error>(rows)
    };
    let rows = std::thread::scope(|scope| {
        let asked = scope.spawn(|| {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime")
                .block_on(ask)
        });
        asked.join().expect("the thread").expect("the outbox")
    });
    let read = read.lock().unwrap();
    rows.iter()
        .filter(|row| !read.contains(&row.get("id")))
        .map(|row| row.get("kind"))
        .collect()
}
