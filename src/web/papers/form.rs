//! What is typed of the paper itself: who signed it, how they are reached, the day on it.

use chrono::{Datelike, NaiveDate};

use crate::case::NewPaper;
use crate::values::{Email, Lang, Line, Phone};
use crate::web::registrations::needed;
use crate::web::{Fields, Reader, dates};

/// The longest name of whoever signed.
const SIGNER_MAX: usize = 200;

/// Reads it; nothing, if something was wrong, which the reader has noted.
pub fn read(r: &mut Reader<'_>, today: NaiveDate) -> Option<NewPaper> {
    let signer = needed(r, "signer", "paper-needs-signer", |text| {
        Line::parse(text, SIGNER_MAX)
    });
    let email = r.optional("email", Email::parse);
    let phone = r.optional("phone", Phone::parse);
    let signed_on = signed_on(r, today);
    let lang = r.required("lang", Lang::parse);
    Some(NewPaper {
        signer: signer?,
        email,
        phone,
        signed_on: signed_on?,
        lang: lang?,
    })
}

fn signed_on(r: &mut Reader<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let parts = ["day", "month", "year"].map(|part| format!("signed_on-{part}"));
    if parts.iter().all(|it| r.fields().get(it).trim().is_empty()) {
        r.mistake("signed_on", "paper-needs-day");
        return None;
    }
    let day = dates::optional(r, "signed_on")?;
    if day > today {
        r.mistake("signed_on", "problem-in-the-future");
        return None;
    }
    Some(day)
}

/// The form as it was filled in.
pub fn filled(says: &NewPaper) -> Fields {
    let mut form = Fields::default();
    form.set("signer", says.signer.as_str());
    form.set("email", says.email.as_ref().map_or("", Email::as_str));
    form.set("phone", says.phone.as_ref().map_or("", Phone::as_str));
    let day = says.signed_on;
    form.set("signed_on-day", day.day().to_string());
    form.set("signed_on-month", day.month().to_string());
    form.set("signed_on-year", day.year().to_string());
    form.set("lang", says.lang.code());
    form
}
