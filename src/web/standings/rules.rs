//! How long things last: the numbers that admins keep, each with where it comes from.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use crate::actor::Actor;
use crate::db::{Read, Tx};
use crate::organization::policy;
use crate::organization::standing::{self, Amount, Rule, Term};
use crate::say;
use crate::values::{Kind, Lang, digits_to_ascii};
use crate::web::coordination::{choices, countries};
use crate::web::{
    Answer, App, Chrome, Fields, Form, Mistakes, Page, Reader, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

#[derive(Template)]
#[template(path = "standings/rules.html")]
pub(super) struct EditPage {
    page: Page,
    form: Sheet,
    /// The second form of the page, which keeps its own mistakes.
    term_form: Sheet,
    amounts: Vec<Amount>,
    terms: Vec<Term>,
    countries: Vec<(&'static str, &'static str)>,
    kinds: Vec<(&'static str, String)>,
    may_keep: bool,
    /// All numbers as they are now, in one word.
    seen: String,
    /// Whether somebody else changed them meanwhile.
    overtaken: bool,
}

impl EditPage {
    pub(super) async fn load(
        conn: &mut PgConnection,
        chrome: &Chrome,
        actor: &Actor,
        (form, term_form): (Option<Sheet>, Sheet),
    ) -> Result<Self> {
        policy::see_rules(actor)?;
        let lang: Lang = chrome.lang;
        let rules = standing::amounts(conn).await?;
        let known = || -> Fields {
            let all = rules.all().iter();
            all.map(|it| (it.rule.code(), it.amount.to_string()))
                .collect()
        };
        Ok(Self {
            page: chrome
                .admin_page()
                .crumb("", say::t(lang, "standing-rules-title")),
            form: form.unwrap_or_else(|| Sheet::of(known())),
            term_form,
            amounts: rules.all().to_vec(),
            seen: rules.as_seen(),
            overtaken: false,
            terms: standing::terms(conn).await?,
            countries: countries(lang),
            kinds: choices(lang, Kind::ALL, Kind::code, Kind::key),
            may_keep: policy::keep_rules(actor).is_ok(),
        })
    }

    /// Both forms' mistakes, for the one summary on top.
    fn wrong(&self) -> &Sheet {
        match self.form.mistakes().is_empty() {
            true => &self.term_form,
            false => &self.form,
        }
    }

    fn term_ending(&self, term: &Term) -> String {
        format!("{}/terms/{}/ending", urls::ADMIN_STANDING, term.id)
    }
}

/// `GET /admin/standing`
pub async fn edit(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let forms = (None, Sheet::empty());
    let page = EditPage::load(&mut read, &chrome, &actor, forms).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /admin/standing`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(fields): Form,
) -> Answer {
    let granted = policy::keep_rules(&actor)?;
    let wanted = match read(&fields) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let forms = (Some(Sheet::with(fields, mistakes)), Sheet::empty());
            let page = EditPage::load(&mut tx, &chrome, &actor, forms).await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
        }
    };
    match standing::set_rules(&mut tx, &granted, fields.get("seen"), &wanted).await {
        Err(crate::Error::Overtaken) => {
            let forms = (Some(Sheet::of(fields)), Sheet::empty());
            let page = EditPage {
                overtaken: true,
                ..EditPage::load(&mut tx, &chrome, &actor, forms).await?
            };
            return html_with(StatusCode::CONFLICT, chrome.lang, page);
        }
        done => done?,
    }
    let (done, to) = (tx.commit().await?, urls::ADMIN_STANDING);
    redirect_with_flash(&app, done, to, "flash-standing-rules-saved")
}

fn read(fields: &Fields) -> Result<Vec<(Rule, i32)>, Mistakes> {
    let mut reader = fields.reader();
    let mut wanted = Vec::new();
    for rule in Rule::ALL {
        if let Some(amount) = number(&mut reader, rule.code(), *rule) {
            wanted.push((*rule, amount));
        }
    }
    let get = |rule| wanted.iter().find(|(it, _)| *it == rule).map(|it| it.1);
    for (nearer, farther) in [
        (Rule::SecondReminder, Rule::FirstReminder),
        (Rule::ThirdReminder, Rule::SecondReminder),
    ] {
        if let (Some(near), Some(far)) = (get(nearer), get(farther))
            && near >= far
        {
            reader.mistake(nearer.code(), "standing-reminders-order");
        }
    }
    reader.done()?;
    Ok(wanted)
}

/// A number of years or days, in digits of any script.
pub(super) fn number(reader: &mut Reader<'_>, field: &str, rule: Rule) -> Option<i32> {
    let text = digits_to_ascii(reader.fields().get(field).trim()).into_owned();
    let number = text.parse().ok();
    let number = number.filter(|it| (1..=rule.most()).contains(it));
    if number.is_none() {
        let key = match rule {
            Rule::ValidityYears => "standing-number-years",
            _ => "standing-number-days",
        };
        reader.mistake(field, key);
    }
    number
}
