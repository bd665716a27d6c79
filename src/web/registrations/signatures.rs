//! Who signs a draft besides its applicant: naming them, having letters written to them, and how far each is.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::form::{NAME_MAX, Reading, reading};
use super::own::{of_kind, registered};
use crate::actor::Actor;
use crate::case::{self, Case, policy as cases};
use crate::db::{self, Dated, Read, Tx};
use crate::ids::{CaseId, SignatoryId};
use crate::organization::compare;
use crate::prescreen;
use crate::say;
use crate::signing::{
    self, Asked, Digest, NewSignatory, NotNamed, Signatory, Signing, State as Stand, Whom,
    is_signed, policy,
};
use crate::values::{Email, Lang, Line, SigningOffice};
use crate::vault::Vault;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters,
    html_with, redirect_with_flash, see, urls,
};

#[derive(Template)]
#[template(path = "registrations/signatures.html")]
struct SignaturesPage {
    page: Page,
    case: CaseId,
    form: Sheet,
    asked: Asked,
    signed: usize,
    missing: Vec<SigningOffice>,
    has_stale: bool,
    /// Whether the one button writes to anybody.
    has_unasked: bool,
    /// Whether nothing is wrong with the rest of the form: before that nobody is asked to sign it.
    is_ready: bool,
    signatories: Vec<Shown>,
    offices: Vec<(&'static str, String)>,
    langs: Vec<(&'static str, &'static str)>,
}

/// One of those who sign.
struct Shown {
    id: SignatoryId,
    name: String,
    office: &'static str,
    email: Email,
    state: &'static str,
    tone: &'static str,
    /// A day that belongs to the state.
    when: String,
    /// Why they declined.
    words: Option<String>,
    may_ask: bool,
}

impl Shown {
    fn of(lang: Lang, signing: &Signing, signatory: &Signatory) -> Self {
        let day = |at: chrono::DateTime<chrono::Utc>| say::day(lang, at.date_naive());
        let stand = signing.state(signatory);
        let (state, tone) = match stand {
            Stand::Named => ("signature-state-named", "grey"),
            Stand::Waiting(_) => ("signature-state-waiting", "blue"),
            Stand::Expired => ("signature-state-expired", "amber"),
            Stand::Signed(_) => ("signature-state-signed", "green"),
            Stand::Stale(_) => ("signature-state-stale", "amber"),
            Stand::Declined(_) => ("signature-state-declined", "red"),
        };
        Self {
            id: signatory.id,
            name: signatory.name.clone(),
            office: signatory.office.key(),
            email: signatory.email.clone(),
            state,
            tone,
            when: match &stand {
                Stand::Waiting(until) => say::t1(lang, "signature-until", "date", day(*until)),
                Stand::Signed(at) | Stand::Stale(at) => {
                    say::t1(lang, "signature-signed-on", "date", day(*at))
                }
                _ => String::new(),
            },
            may_ask: !matches!(stand, Stand::Signed(_)),
            words: match stand {
                Stand::Declined(words) => Some(words),
                _ => None,
            },
        }
    }
}

/// Where the signatures of a draft stand; nothing, where a case of this kind is not signed.
pub async fn signing(
    conn: &mut PgConnection,
    vault: &Vault,
    now: chrono::DateTime<chrono::Utc>,
    (granted, case): (&cases::CanRead, &Case),
    read: &Reading,
) -> Result<Option<Signing>> {
    let material = match registered(conn, vault, now.date_naive(), case).await? {
        Some(said) => compare(&said, &read.said)
            .iter()
            .any(|change| change.field.is_material()),
        None => false,
    };
    if !is_signed(case.kind, material) {
        return Ok(None);
    }
    let asked = match read.said.kind {
        Some(kind) if read.has_host => {
            let rule = prescreen::rule_for(conn, read.said.host_country, kind).await?;
            Asked {
                people: usize::try_from(rule.terms.signers).unwrap_or(0),
                offices: rule.terms.signing_offices,
            }
        }
        _ => Asked::default(),
    };
    Ok(Some(Signing {
        asked,
        digest: Digest::of(case.id, &read.said)?,
        signatories: signing::signatories(conn, vault, granted).await?,
        now,
    }))
}

/// What keeps a draft from being submitted as far as signatures go: a sentence, with what it mentions.
pub fn mistakes(lang: Lang, signing: &Signing, actor: &Actor) -> Result<Mistakes> {
    let person = actor.person()?.id;
    let mut mistakes = Mistakes::default();
    if signing.is_complete(person) {
        return Ok(mistakes);
    }
    let missing = signing.missing_offices(person);
    if signing.count(person) < signing.asked.people {
        let args = [
            ("signed", arg(signing.count(person))),
            ("people", arg(signing.asked.people)),
        ];
        mistakes.add_with(FIELD, "signatures-missing", args.to_vec());
    } else {
        let names: Vec<String> = missing.iter().map(|it| say::t(lang, it.key())).collect();
        let args = [("offices", crate::values::Arg::Text(say::list(lang, &names)))];
        mistakes.add_with(FIELD, "signatures-missing-offices", args.to_vec());
    }
    Ok(mistakes)
}

fn arg(number: usize) -> crate::values::Arg {
    crate::values::Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The field by which the error summary of the answers leads here.
pub const FIELD: &str = "signatures";

/// A draft with what is read of it, for whoever may say who signs it.
struct Draft {
    case: Case,
    granted: policy::CanAsk,
    read: Reading,
    signing: Signing,
}

async fn load(
    conn: &mut impl Dated,
    vault: &Vault,
    actor: &Actor,
    at: chrono::DateTime<chrono::Utc>,
    id: CaseId,
) -> Result<Draft> {
    let case = case::find(conn, actor, id).await?;
    let granted = policy::ask(actor, &case)?;
    let may_read = cases::read(actor, &case)?;
    let draft = Fields::from_map(case::draft(conn, vault, &may_read).await?);
    let mut read = reading(&draft, at.date_naive());
    read.mistakes = of_kind(case.kind, &read.mistakes);
    let signing = signing(conn, vault, at, (&may_read, &case), &read)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(Draft {
        case,
        granted,
        read,
        signing,
    })
}

/// `GET /cases/{id}/signatures`
pub async fn index(actor: Actor, chrome: Chrome, mut conn: Read, Path(id): Path<CaseId>) -> Answer {
    let (vault, now) = (conn.vault(), conn.now());
    match load(&mut conn, &vault, &actor, now, id).await {
        Ok(draft) => page(
            StatusCode::OK,
            &chrome,
            &actor,
            &draft,
            Sheet::of(blank(&chrome)),
        ),
        // It was sent already: who signed it stands on its own page.
        Err(Error::Overtaken) => see(urls::case(id)),
        Err(error) => Err(error),
    }
}

/// `POST /cases/{id}/signatures`: names somebody, and writes to them where the form is ready to be signed.
pub async fn create(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let (vault, now) = (tx.vault(), tx.now());
    let draft = load(&mut tx, &vault, &actor, now, id).await?;
    let refused = |draft: &Draft, mistakes| {
        let form = Sheet::with(sent.clone(), mistakes);
        page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &chrome,
            &actor,
            draft,
            form,
        )
    };
    let new = match named(&sent) {
        Ok(new) => new,
        Err(mistakes) => return refused(&draft, mistakes),
    };
    let (person, key) = (actor.person()?.id, Sheet::of(sent.clone()).key());
    let to = urls::case_signatures(id);
    if let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    let signatory = match signing::name(&mut tx, &draft.granted, &new).await? {
        Ok(signatory) => signatory,
        Err(why) => {
            let key = match why {
                NotNamed::IsThere => "signature-is-there",
                NotNamed::IsOwn => "signature-is-own",
                NotNamed::TooMany => "signature-too-many",
            };
            return refused(&draft, Mistakes::one("email", key));
        }
    };
    let mut flash = "flash-signature-named";
    if draft.read.mistakes.is_empty() {
        let draft = load(&mut tx, &vault, &actor, now, id).await?;
        let whom = Whom::One(signatory);
        let (_, not) = signing::ask(&mut tx, &draft.granted, &draft.signing, whom).await?;
        if not.is_some() {
            // Nothing of it is kept, so that the same form can be sent again.
            drop(tx);
            let mut tx = app.db.begin().await?;
            let draft = load(&mut tx, &vault, &actor, now, id).await?;
            return refused(&draft, Mistakes::one("email", "team-invite-too-often"));
        }
        flash = "flash-signature-asked";
    }
    db::finish(&mut tx, person, key, &to).await?;
    redirect_with_flash(&app, tx.commit().await?, to, flash)
}

/// `POST /cases/{id}/signatures/asking`: writes to all who are to sign, or again to one of them.
pub async fn ask(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<CaseId>,
    Form(sent): Form,
) -> Answer {
    let (vault, now) = (tx.vault(), tx.now());
    let draft = load(&mut tx, &vault, &actor, now, id).await?;
    let refused = |draft: &Draft, key| {
        let form = Sheet::with(blank(&chrome), Mistakes::one("asking", key));
        page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &chrome,
            &actor,
            draft,
            form,
        )
    };
    if !draft.read.mistakes.is_empty() {
        return refused(&draft, "signature-form-first");
    }
    let whom = match sent.get("signatory") {
        "" => Whom::All,
        one => Whom::One(one.parse().map_err(|_| Error::NotFound)?),
    };
    let (_, not) = signing::ask(&mut tx, &draft.granted, &draft.signing, whom).await?;
    let committed = tx.commit().await?;
    if not.is_some() {
        let mut read = app.db.read().await?;
        let draft = load(&mut read, &vault, &actor, now, id).await?;
        return refused(&draft, "signature-too-often");
    }
    let to = urls::case_signatures(id);
    redirect_with_flash(&app, committed, to, "flash-signature-asked")
}

/// `POST /cases/{id}/signatures/{signatory}/removal`
pub async fn destroy(
    State(app): State<App>,
    actor: Actor,
    mut tx: Tx,
    Path((id, signatory)): Path<(CaseId, SignatoryId)>,
) -> Answer {
    let case = case::find(&mut tx, &actor, id).await?;
    let granted = policy::ask(&actor, &case)?;
    signing::remove(&mut tx, &granted, signatory).await?;
    let to = urls::case_signatures(id);
    redirect_with_flash(&app, tx.commit().await?, to, "flash-signature-removed")
}

/// A form that names nobody yet; most often the letter is in the language of whoever names them.
fn blank(chrome: &Chrome) -> Fields {
    [("lang", chrome.lang.code())].into_iter().collect()
}

/// Whom the form names.
fn named(sent: &Fields) -> std::result::Result<NewSignatory, Mistakes> {
    let mut reader = sent.reader();
    let name = reader.required("name", |text| Line::parse(text, NAME_MAX));
    let office = reader.required("office", SigningOffice::parse);
    let email = reader.required("email", Email::parse);
    let lang = reader.required("lang", Lang::parse);
    let mistakes = reader.done();
    match (name, office, email, lang) {
        (Some(name), Some(office), Some(email), Some(lang)) => Ok(NewSignatory {
            name,
            office,
            email,
            lang,
        }),
        _ => Err(mistakes.err().unwrap_or_default()),
    }
}

/// The offices, each with its name.
pub fn offices(lang: Lang) -> Vec<(&'static str, String)> {
    SigningOffice::ALL
        .iter()
        .map(|office| (office.code(), say::t(lang, office.key())))
        .collect()
}

fn page(status: StatusCode, chrome: &Chrome, actor: &Actor, draft: &Draft, form: Sheet) -> Answer {
    let lang = chrome.lang;
    let (case, signing, person) = (&draft.case, &draft.signing, actor.person()?.id);
    html_with(
        status,
        lang,
        SignaturesPage {
            page: chrome
                .page()
                .crumb(urls::HOME, say::t(lang, "home-title"))
                .crumb(urls::case(case.id), super::show::title(lang, case))
                .crumb(
                    urls::case_form(case.id),
                    say::t(lang, "registration-form-title"),
                )
                .crumb("", say::t(lang, "signatures-title")),
            case: case.id,
            signed: signing.count(person),
            missing: signing.missing_offices(person),
            asked: signing.asked.clone(),
            has_stale: signing.has_stale(),
            has_unasked: signing.has_unasked(),
            is_ready: draft.read.mistakes.is_empty(),
            signatories: signing
                .signatories
                .iter()
                .map(|it| Shown::of(lang, signing, it))
                .collect(),
            offices: offices(lang),
            langs: Lang::ALL
                .iter()
                .map(|lang| (lang.code(), lang.autonym()))
                .collect(),
            form,
        },
    )
}
