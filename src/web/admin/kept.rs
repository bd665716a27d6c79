//! A list that admins keep, whose entries are written, changed, put in order and retired: the way of its forms, and the fields that
//! such lists have in common.

use axum::extract::State;
use axum::http::StatusCode;
use serde::de::DeserializeOwned;
use sqlx::PgConnection;

use super::super::{
    Answer, App, Chrome, Fields, Form, Mistakes, Path, Reader, Result, Sheet, redirect_with_flash,
    say, see,
};
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::values::{InEveryLanguage, Lang, Line, Problem};

/// The field in which a form says what it was made for: what an entry said when somebody opened it.
pub const SEEN: &str = "seen";

/// A list that admins keep.
pub trait Kept: Sized + 'static {
    /// By which an entry is reached.
    type Id: DeserializeOwned + Copy + Send;
    /// An entry.
    type Entry: Send + Sync;
    /// What an entry says.
    type Terms: PartialEq + Send + Sync;
    /// The permission to keep the list.
    type CanKeep: Send + Sync;

    /// Where the list is.
    const LIST: &'static str;
    /// The word on the list of what was saved.
    const SAVED: &'static str;

    /// Whether this person may keep it.
    fn keep(actor: &Actor) -> Result<Self::CanKeep>;

    /// The entry with this id.
    fn find(
        conn: &mut PgConnection,
        actor: &Actor,
        id: Self::Id,
    ) -> impl Future<Output = Result<Self::Entry>> + Send;

    /// What an entry says.
    fn terms(entry: &Self::Entry) -> &Self::Terms;

    /// What an entry is changed by, as [`SEEN`] carries it.
    fn seen(entry: &Self::Entry) -> String;

    /// The form of a new entry.
    fn fresh() -> Fields {
        Fields::default()
    }

    /// The form for what an entry says.
    fn filled(terms: &Self::Terms) -> Fields;

    /// What a form says, of a known entry or of a new one.
    fn read(sent: &Fields, known: Option<&Self::Entry>) -> Result<Self::Terms, Mistakes>;

    /// Writes an entry: a new one, or a known one if nobody changed it since it was seen. What the registry refuses is a mistake
    /// of the form.
    fn write(
        tx: &mut Tx,
        granted: &Self::CanKeep,
        known: Option<&Self::Entry>,
        terms: &Self::Terms,
    ) -> impl Future<Output = crate::Result<Result<(), Mistakes>>> + Send;

    /// The page of the form. [`StatusCode::CONFLICT`]: somebody changed the entry while this was typed.
    fn page(
        status: StatusCode,
        chrome: &Chrome,
        conn: &mut PgConnection,
        granted: &Self::CanKeep,
        entry: Option<&Self::Entry>,
        form: Sheet,
    ) -> impl Future<Output = Answer> + Send;
}

/// `GET …/new`
pub async fn new<K: Kept>(actor: Actor, chrome: Chrome, mut read: Read) -> Answer {
    let granted = K::keep(&actor)?;
    let form = Sheet::of(K::fresh());
    K::page(StatusCode::OK, &chrome, &mut read, &granted, None, form).await
}

/// `GET …/{id}`
pub async fn edit<K: Kept>(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(id): Path<K::Id>,
) -> Answer {
    let granted = K::keep(&actor)?;
    let entry = K::find(&mut read, &actor, id).await?;
    let form = Sheet::of(K::filled(K::terms(&entry)));
    let (status, known) = (StatusCode::OK, Some(&entry));
    K::page(status, &chrome, &mut read, &granted, known, form).await
}

/// `POST …`
pub async fn create<K: Kept>(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Form(sent): Form,
) -> Answer {
    let granted = K::keep(&actor)?;
    let person = actor.person()?.id;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let terms = match K::read(&sent, None) {
        Ok(terms) => terms,
        Err(mistakes) => {
            let form = Sheet::with(sent, mistakes);
            return K::page(wrong, &chrome, &mut tx, &granted, None, form).await;
        }
    };
    let form = Sheet::of(sent);
    let key = form.key();
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    if let Err(mistakes) = K::write(&mut tx, &granted, None, &terms).await? {
        let form = form.but_with(mistakes);
        return K::page(wrong, &chrome, &mut tx, &granted, None, form).await;
    }
    db::finish(&mut tx, person, key, K::LIST).await?;
    redirect_with_flash(&app, tx.commit().await?, K::LIST, K::SAVED)
}

/// `POST …/{id}`: what a colleague changed meanwhile is not written over; what was typed is still in the form.
pub async fn update<K: Kept>(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<K::Id>,
    Form(sent): Form,
) -> Answer {
    let granted = K::keep(&actor)?;
    let entry = K::find(&mut tx, &actor, id).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let meanwhile = (StatusCode::CONFLICT, Mistakes::default());
    let (status, mistakes) = match K::read(&sent, Some(&entry)) {
        Err(mistakes) => (wrong, mistakes),
        Ok(_) if sent.get(SEEN) != K::seen(&entry) => meanwhile,
        Ok(terms) if terms == *K::terms(&entry) => return see(K::LIST),
        Ok(terms) => match K::write(&mut tx, &granted, Some(&entry), &terms).await {
            Ok(Ok(())) => return redirect_with_flash(&app, tx.commit().await?, K::LIST, K::SAVED),
            Ok(Err(mistakes)) => (wrong, mistakes),
            Err(crate::Error::Overtaken) => meanwhile,
            Err(error) => return Err(error.into()),
        },
    };
    let entry = match status {
        // It was changed since it was read above, too.
        StatusCode::CONFLICT => K::find(&mut tx, &actor, id).await?,
        _ => entry,
    };
    let form = Sheet::with(sent, mistakes);
    K::page(status, &chrome, &mut tx, &granted, Some(&entry), form).await
}

/// The form of a new entry of a list with places: behind all that is there.
pub fn placed() -> Fields {
    let mut fields = Fields::default();
    fields.set("position", "100");
    fields
}

/// A place in a list.
pub fn position(reader: &mut Reader<'_>) -> Option<i16> {
    reader.required("position", |text| {
        let number = text.trim().parse().map_err(|_| Problem::UnknownCode)?;
        if (0..=1000).contains(&number) {
            Ok(number)
        } else {
            Err(Problem::UnknownCode)
        }
    })
}

/// The same thing in every language, a field for each.
pub fn words(
    reader: &mut Reader<'_>,
    field: &str,
    read: impl Fn(&mut Reader<'_>, &str) -> Option<Line>,
) -> InEveryLanguage {
    let mut one = |lang: &str| {
        let line = read(reader, &format!("{field}_{lang}"));
        line.map(String::from).unwrap_or_default()
    };
    InEveryLanguage {
        en: one("en"),
        ru: one("ru"),
        ar: one("ar"),
    }
}

/// Hints: in every language, or in none.
pub fn hints(reader: &mut Reader<'_>, most: usize) -> InEveryLanguage {
    let hint = words(reader, "hint", |reader, field| {
        reader.optional(field, |text| Line::parse(text, most))
    });
    let given = [&hint.en, &hint.ru, &hint.ar];
    if given.iter().any(|hint| hint.is_empty()) && given.iter().any(|hint| !hint.is_empty()) {
        for (hint, lang) in given.into_iter().zip(["en", "ru", "ar"]) {
            if hint.is_empty() {
                reader.mistake(format!("hint_{lang}"), "checklist-hint-everywhere");
            }
        }
    }
    hint
}

/// The form for what is said in every language.
pub fn fill(fields: &mut Fields, field: &str, said: &InEveryLanguage) {
    for lang in Lang::ALL {
        fields.set(&format!("{field}_{}", lang.code()), said.of(*lang));
    }
}

/// Ticks the boxes that are so.
pub fn tick<const N: usize>(fields: &mut Fields, boxes: [(&str, bool); N]) {
    for (name, is_so) in boxes {
        if is_so {
            fields.set(name, YES);
        }
    }
}

/// What ticked boxes send.
pub const YES: &str = "yes";

/// What a form offers of a closed list.
pub fn options<T: Copy>(
    lang: Lang,
    all: &[T],
    named: impl Fn(T) -> (&'static str, &'static str),
) -> Vec<(&'static str, String)> {
    all.iter()
        .map(|one| named(*one))
        .map(|(code, key)| (code, say::t(lang, key)))
        .collect()
}
