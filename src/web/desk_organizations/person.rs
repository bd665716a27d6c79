//! Who comes into an office, in a form: somebody of the organization, somebody who is known elsewhere and is looked for, or somebody new.
//! Before anybody new is entered, the form shows who may be the same person, once.

use axum::http::StatusCode;

use crate::db::Tx;
use crate::ids::LeaderId;
use crate::leader::policy::CanKeepOffices;
use crate::leader::{self, Found, FullLeader, LeaderName, Office, SoughtPerson, Successor};
use crate::say;
use crate::values::{Email, Lang, LanguageTag, Line, Problem};
use crate::web::coordination::Spoken;
use crate::web::{Fields, Mistakes, Reader, Result, Sheet};

/// What the form calls somebody who is not known yet.
pub const NEW: &str = "new";

/// Why a form comes back.
pub enum Back {
    /// Something is wrong in it.
    Mistakes(Mistakes),
    /// Somebody is looked for.
    Look(SoughtPerson),
}

/// Who is looked for, where the button for that was pressed and something typed.
pub fn search(fields: &Fields) -> Option<Back> {
    let text = fields.get("find").trim();
    if fields.get("act") != "look" || text.is_empty() {
        return None;
    }
    Some(match Line::parse(text, 300) {
        Ok(text) => Back::Look(SoughtPerson::Text(text)),
        Err(problem) => Back::Mistakes(Mistakes::one("find", problem.key())),
    })
}

/// Who comes.
pub fn read(reader: &mut Reader<'_>) -> Option<Successor> {
    let chosen = reader.fields().get("successor").trim().to_owned();
    if chosen != NEW {
        let known = reader.required("successor", |text| match text.trim() {
            "" => Err(Problem::Required),
            text => text.parse::<LeaderId>().map_err(|_| Problem::UnknownCode),
        });
        return known.map(Successor::Known);
    }
    let text = reader.required("name", |text| Line::parse(text, 300));
    let language = reader.optional("name_language", LanguageTag::parse);
    let email = reader.optional("email", Email::parse);
    Some(Successor::New {
        name: LeaderName {
            text: text?,
            language: language.clone(),
        },
        languages: language.into_iter().collect(),
        email,
    })
}

/// Somebody new who may be known already, where whoever fills the form in was not shown that yet.
pub async fn unseen(
    tx: &mut Tx,
    can: &CanKeepOffices,
    fields: &Fields,
    person: &Successor,
) -> Result<Option<Back>> {
    let Successor::New { name, email, .. } = person else {
        return Ok(None);
    };
    if fields.get("looked") == looked(name, email.as_ref()) {
        return Ok(None);
    }
    let sought = SoughtPerson::Like(name.clone(), email.clone());
    let found = leader::look_for(tx, can, &sought).await?;
    Ok((!found.is_empty()).then_some(Back::Look(sought)))
}

/// For whom the form has shown who may be the same.
fn looked(name: &LeaderName, email: Option<&Email>) -> String {
    let email = email.map(|it| it.lookup_key()).unwrap_or_default();
    format!("{} {email}", name.text)
}

/// The form that comes back, with those who were found, and how it is answered.
pub async fn back(
    tx: &mut Tx,
    can: &CanKeepOffices,
    mut fields: Fields,
    back: Back,
) -> Result<(Sheet, Vec<Found>, StatusCode)> {
    let sought = match back {
        Back::Mistakes(mistakes) => {
            let mut known: Vec<LeaderId> = Vec::new();
            for id in fields.all("found").filter_map(|id| id.parse().ok()) {
                if !known.contains(&id) {
                    known.push(id);
                }
            }
            let found = leader::look_at_these(tx, can, &known).await?;
            let sheet = Sheet::with(fields, mistakes);
            return Ok((sheet, found, StatusCode::UNPROCESSABLE_ENTITY));
        }
        Back::Look(sought) => sought,
    };
    let found = leader::look_for(tx, can, &sought).await?;
    fields.remove("found");
    for one in &found {
        fields.push("found", one.id.to_string());
    }
    let mistakes = match &sought {
        SoughtPerson::Text(_) if found.is_empty() => Mistakes::one("find", "leaders-find-none"),
        SoughtPerson::Text(_) => Mistakes::default(),
        SoughtPerson::Like(name, email) => {
            fields.set("looked", looked(name, email.as_ref()));
            Mistakes::one("successor", "leaders-perhaps-known")
        }
    };
    let status = match mistakes.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok((Sheet::with(fields, mistakes), found, status))
}

/// The title of somebody's office. What came to them by mistake they never held.
fn held(lang: Lang, office: &Office) -> String {
    match office.is_mistaken {
        true => say::t(lang, "leaders-mistaken"),
        false => Spoken::office(office, lang).text,
    }
}

/// Those from whom the form lets choose: somebody new, those of the organization, and those who were found.
pub fn choices(
    lang: Lang,
    own: &[FullLeader],
    but: Option<LeaderId>,
    found: &[Found],
) -> Vec<(String, String)> {
    let mut people = vec![(NEW.to_owned(), say::t(lang, "leaders-successor-new"))];
    let mut add = |id: LeaderId, label: String| {
        let id = id.to_string();
        if people.iter().all(|(known, _)| *known != id) {
            people.push((id, label));
        }
    };
    for one in own.iter().filter(|it| Some(it.id) != but) {
        let name = Spoken::leader(&one.names, lang).text;
        let title = held(lang, &one.office);
        add(one.id, format!("{name}, {title}"));
    }
    for one in found.iter().filter(|it| Some(it.id) != but) {
        let name = Spoken::leader(&one.names, lang).text;
        let label = match &one.office {
            Some((office, of)) => {
                let title = held(lang, office);
                format!("{name}, {title}, {} ({})", of.name, of.number)
            }
            None => name,
        };
        add(one.id, label);
    }
    people
}
