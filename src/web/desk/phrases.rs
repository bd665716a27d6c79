//! Putting in what the board says often: chosen at a field, filled in, and changed by whoever writes. Nothing that was typed is lost.

use axum::http::StatusCode;
use chrono::NaiveDate;
use sqlx::PgConnection;

use super::decision_form::{condition_names, day};
use crate::actor::Actor;
use crate::calendar::{self, Clock};
use crate::case::{self, Case};
use crate::db::Tx;
use crate::phrase::{self, Filling, PhraseUse, fill};
use crate::say;
use crate::values::Lang;
use crate::web::{Fields, Mistakes, Sheet, urls};

/// The uses at the fields of a page.
pub type Uses = [(PhraseUse, &'static str)];

/// At the field of a note or message.
pub const MESSAGE: [(PhraseUse, &str); 1] = [(PhraseUse::Message, "body")];
/// At the fields of a decision.
pub const DECISION: [(PhraseUse, &str); 3] = [
    (PhraseUse::Condition, "conditions"),
    (PhraseUse::Refusal, "reason"),
    (PhraseUse::Changes, "changes"),
];
/// At the field of an opinion.
pub const OPINION: [(PhraseUse, &str); 1] = [(PhraseUse::Opinion, "words")];

/// What is offered at the fields of a page.
pub struct Offered {
    /// Where the form goes.
    pub action: String,
    fields: Vec<AtField>,
}

/// What is offered at one of them.
pub struct AtField {
    field: &'static str,
    /// The name of the choice.
    pub name: String,
    /// What can be chosen.
    options: Vec<(String, String)>,
    /// In which language it is put in, and why.
    pub language: String,
}

impl Offered {
    /// What is offered for these uses.
    pub async fn of(
        conn: &mut PgConnection,
        lang: Lang,
        case: &Case,
        uses: &Uses,
    ) -> crate::Result<Self> {
        let kinds: Vec<PhraseUse> = uses.iter().map(|(it, _)| *it).collect();
        let all = phrase::offered(conn, &kinds).await?;
        let spoken = case::spoken_with(conn, case).await?;
        let fields = uses
            .iter()
            .map(|&(used_for, field)| AtField {
                field,
                name: choice(field),
                options: all
                    .iter()
                    .filter(|it| it.terms.used_for == used_for)
                    .map(|it| (it.id.to_string(), it.terms.name.of(lang).to_owned()))
                    .collect(),
                language: told(lang, used_for, spoken),
            })
            .filter(|it| !it.options.is_empty())
            .collect();
        Ok(Self {
            action: match uses {
                [(PhraseUse::Message, _)] => urls::desk_case_messages(case.id),
                [(PhraseUse::Opinion, _)] => urls::desk_case_opinion(case.id),
                _ => urls::desk_case_decision(case.id),
            },
            fields,
        })
    }

    /// What is offered at a field.
    pub fn at(&self, field: &str) -> Option<&AtField> {
        self.fields.iter().find(|it| it.field == field)
    }
}

impl AtField {
    /// What can be chosen.
    pub fn choices(&self) -> Vec<(String, String)> {
        self.options.clone()
    }
}

/// The name of the choice at a field.
fn choice(field: &str) -> String {
    format!("phrase_{field}")
}

/// In which language something is put in: an opinion is read by the board alone.
fn language(reader: Lang, used_for: PhraseUse, spoken: Option<Lang>) -> Lang {
    match used_for {
        PhraseUse::Opinion => reader,
        _ => spoken.unwrap_or(reader),
    }
}

/// The same in a sentence.
fn told(lang: Lang, used_for: PhraseUse, spoken: Option<Lang>) -> String {
    match (used_for, spoken) {
        (PhraseUse::Opinion, _) => say::t(lang, "phrase-in-yours"),
        (_, None) => say::t(lang, "phrase-no-language"),
        (_, Some(of)) => {
            let name = say::t(lang, of.key());
            say::t1(lang, "phrase-in-theirs", "language", name)
        }
    }
}

/// The form with the chosen words behind what stands in the field; or with a mistake at the choice.
pub async fn put_in(
    tx: &mut Tx,
    actor: &Actor,
    reader: Lang,
    case: &Case,
    mut form: Fields,
    uses: &Uses,
) -> crate::Result<(StatusCode, Sheet)> {
    let put = form.get("put").to_owned();
    form.remove("put");
    let known = uses.iter().find(|(_, field)| *field == put);
    let Some(&(used_for, field)) = known else {
        return Ok((StatusCode::OK, Sheet::of(form)));
    };
    let all = phrase::offered(tx, &[used_for]).await?;
    let chosen = form.get(&choice(field)).to_owned();
    let Some(found) = all.iter().find(|it| it.id.to_string() == chosen) else {
        // Nothing was chosen, or it was retired meanwhile.
        let mistakes = Mistakes::one(choice(field), "phrase-choose");
        let sheet = Sheet::with(form, mistakes);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, sheet));
    };
    let lang = language(reader, used_for, case::spoken_with(tx, case).await?);
    let due = due(tx, case, used_for, &form).await?;
    let filling = Filling {
        organization: case.title.clone(),
        number: case.number.map(|it| it.to_string()).unwrap_or_default(),
        due: due.map(|due| say::day(lang, due)).unwrap_or_default(),
        coordinator: actor.person()?.name.clone(),
        country: case
            .host_country
            .map(|host| host.name(lang).to_owned())
            .unwrap_or_default(),
    };
    let words = fill(found.terms.text.of(lang), &filling);
    let there = form.get(field).trim_end().to_owned();
    let text = match there.is_empty() {
        true => words,
        false => format!("{there}\n\n{words}"),
    };
    form.set(field, text);
    form.remove(&choice(field));
    Ok((StatusCode::OK, Sheet::of(form)))
}

/// The day that a phrase speaks of: the one that the form names, else the one that the case or the calendar has.
async fn due(
    tx: &mut Tx,
    case: &Case,
    used_for: PhraseUse,
    form: &Fields,
) -> crate::Result<Option<NaiveDate>> {
    let today = tx.today();
    let named = |name: &str| day(form, name, today, &mut Mistakes::default());
    Ok(match used_for {
        PhraseUse::Changes => match named("changes_due") {
            Some(day) => Some(day),
            None => Some(calendar::calendar(tx).await?.until(Clock::Changes, today)),
        },
        PhraseUse::Condition => named(&condition_names(1).1),
        PhraseUse::Refusal => Some(calendar::calendar(tx).await?.until(Clock::Appeal, today)),
        PhraseUse::Message | PhraseUse::Opinion => case.turn.and_then(|turn| turn.until),
    })
}
