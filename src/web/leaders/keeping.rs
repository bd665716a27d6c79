//! Keeping a leader's profile, alike for the board, the team and they themselves: only the page around the form is their own.

use axum::http::StatusCode;

use super::mine::unkept;
use super::profile::{self, EditPage};
use crate::db::Tx;
use crate::leader::policy::CanKeepProfile;
use crate::leader::{self, Asking, Known};
use crate::web::{
    Answer, App, Chrome, Fields, Mistakes, Page, Sheet, html_with, redirect_with_flash,
};

/// The right to say what is known of a leader, what is known, and what stands around the form.
pub struct Keeping {
    pub can: CanKeepProfile,
    pub known: Known,
    pub page: Page,
    /// Where the form is sent.
    pub action: String,
    /// Where whoever changes nothing goes, and whoever is done.
    pub back: String,
}

impl Keeping {
    fn form(self, chrome: &Chrome, sheet: Sheet) -> EditPage {
        let known = (&self.can, &self.known);
        EditPage::new(chrome, self.page, known, sheet, (self.action, self.back))
    }

    /// The form with what is known. That somebody looked is kept.
    pub async fn edit(self, tx: Tx, chrome: &Chrome) -> Answer {
        let _ = tx.commit().await?;
        let sheet = Sheet::of(profile::fill(&self.known));
        let page = self.form(chrome, sheet);
        Ok(unkept(html_with(StatusCode::OK, chrome.lang, page)?))
    }

    /// Keeps what the form says, or shows it again with its mistakes.
    pub async fn update(self, mut tx: Tx, app: &App, chrome: &Chrome, fields: Fields) -> Answer {
        match profile::read(&fields, tx.today(), (&self.can, &self.known)) {
            Ok((seen, said)) => {
                let kept = leader::keep_profile(&mut tx, &self.can, self.known.id, seen, &said);
                let flash = match kept.await?.address {
                    None => "flash-leader-profile-kept",
                    Some(Asking::Waits) => "flash-leader-address-asked",
                    Some(Asking::TooMany) => {
                        drop(tx);
                        let mistakes = Mistakes::one("email", "leaders-address-too-many");
                        let page = self.form(chrome, Sheet::with(fields, mistakes));
                        let status = StatusCode::UNPROCESSABLE_ENTITY;
                        return Ok(unkept(html_with(status, chrome.lang, page)?));
                    }
                };
                let done = tx.commit().await?;
                redirect_with_flash(app, done, self.back, flash)
            }
            Err(mistakes) => {
                let page = self.form(chrome, Sheet::with(fields, mistakes));
                let _ = tx.commit().await?;
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(unkept(html_with(status, chrome.lang, page)?))
            }
        }
    }
}
