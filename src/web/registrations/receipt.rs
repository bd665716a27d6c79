//! The receipt: the tracking number, what happens next and by when, and what a further submission changed.

use askama::Template;

use super::changed::{Row, changed};
use super::next::expected;
use super::words::key_of;
use crate::actor::Actor;
use crate::case::{self, Stage, policy};
use crate::db::Read;
use crate::ids::CaseId;
use crate::say;
use crate::values::CaseKind;
use crate::web::papers::{Typed, typed};
use crate::web::{Answer, Chrome, Page, Path, filters, html, see, urls};

#[derive(Template)]
#[template(path = "registrations/receipt.html")]
struct ReceiptPage {
    page: Page,
    case: CaseId,
    kind: CaseKind,
    number: String,
    /// Until when the post may speak, in words; empty where none is asked.
    post_until: String,
    again: bool,
    /// By when the board answers, in words.
    expected: Option<String>,
    changed: Vec<Row>,
    /// The paper that it was typed in from, and the letter for whoever signed it.
    typed: Option<Typed>,
    letter: String,
}

impl ReceiptPage {
    fn title_key(&self) -> String {
        self.key(match self.again {
            true => "registration-receipt-title-again",
            false => "registration-receipt-title",
        })
    }

    /// The key of a sentence, as this kind of case says it.
    fn key(&self, key: &str) -> String {
        key_of(self.kind, key)
    }
}

/// The receipt of the last submission.
pub async fn show(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let case = case::find(&mut conn, &actor, id).await?;
    if !case.is_own(actor.person()?.id) {
        return see(urls::desk_case(id));
    }
    let Some(number) = case.number else {
        return see(urls::case_form(id));
    };
    let vault = conn.vault();
    let granted = policy::read(&actor, &case)?;
    let submissions = case::submissions(&mut conn, &vault, &granted).await?;
    let lang = chrome.lang;
    let page = chrome
        .page()
        .crumb(urls::HOME, say::t(lang, "home-title"))
        .crumb(urls::case(id), super::show::title(lang, &case))
        .crumb("", say::t(lang, "registration-receipt-crumb"));
    html(
        lang,
        ReceiptPage {
            page,
            case: id,
            kind: case.kind,
            number: number.to_string(),
            post_until: match case.stage {
                Stage::AtPost { due } => say::day(lang, due),
                _ => String::new(),
            },
            again: submissions.len() > 1,
            expected: case
                .answer_expected()
                .map(|day| expected(lang, day, conn.today())),
            changed: changed(lang, &submissions),
            typed: typed(&mut conn, &vault, lang, &granted).await?,
            letter: match case.awaits_hand_over() {
                true => urls::case_letter(id),
                false => String::new(),
            },
        },
    )
}
