//! What pages of a case say of the paper that it was typed in from.

use sqlx::PgConnection;

use crate::Result;
use crate::case::policy::CanRead;
use crate::case::{self, Paper};
use crate::notice;
use crate::say;
use crate::values::{Arg, Lang};
use crate::vault::Vault;

/// The paper, in words.
pub struct Typed {
    /// That it was typed in, and by whom.
    pub sentence: String,
    /// Who signed it.
    pub signer: String,
    /// The day on it.
    pub signed_on: String,
    /// How whoever signed is reached; may be empty.
    pub reach: Vec<String>,
    /// The language in which they are written to.
    pub language: &'static str,
    /// Whether letters go to them by mail.
    pub is_mailed: bool,
}

/// Who typed it in.
pub fn typist(lang: Lang, paper: &Paper) -> String {
    match (paper.by_post, paper.host) {
        (true, None) => say::t(lang, "paper-who-some-post"),
        (true, host) => notice::typist(lang, host),
        (false, _) => notice::typist(lang, None),
    }
}

/// The paper that a case came from, if it came from one.
pub async fn typed(
    conn: &mut PgConnection,
    vault: &Vault,
    lang: Lang,
    granted: &CanRead,
) -> Result<Option<Typed>> {
    let paper = case::paper(conn, vault, granted).await?;
    Ok(paper.map(|paper| {
        let email = paper.says.email.as_ref().map(|it| it.readable());
        let phone = paper.says.phone.as_ref().map(|it| it.as_str().to_owned());
        let who = [("who", Arg::Text(typist(lang, &paper)))];
        Typed {
            sentence: say::with(lang, "paper-typed-in", &who),
            signer: paper.says.signer.to_string(),
            signed_on: say::day(lang, paper.says.signed_on),
            is_mailed: email.is_some(),
            reach: email.into_iter().chain(phone).collect(),
            language: paper.says.lang.autonym(),
        }
    }))
}
