//! What the chair does by hand: first what it will do, then the act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{NaiveDate, TimeDelta};
use sqlx::PgConnection;

use super::effects::effects;
use super::organization::crumbs;
use crate::actor::Actor;
use crate::db::{self, Read, Tx};
use crate::organization::policy::{self, CanChangeStanding};
use crate::organization::standing::{self, ReasonReach, Said, may_follow};
use crate::organization::{Organization, find, team};
use crate::say;
use crate::values::{Prose, RegistryNumber, Standing, codes};
use crate::web::desk_organizations::seen;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, dates, filters,
    html_with, redirect_with_flash, see, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

/// The longest suspension, in days.
const LONGEST: i64 = 730;

const DAY_SAID: dates::Coming = dates::Coming {
    past: "standing-day-past",
    far: "standing-day-far",
    missing: "standing-day-missing",
};

codes! {
    /// What the chair may do to a registration.
    pub enum BoardAct {
        Suspension = "suspension",
        Lifting = "lifting",
        StrikingOff = "striking-off",
        Revival = "revival",
    }
}

impl BoardAct {
    /// Whether it can be done to one that stands here.
    pub const fn fits(self, standing: Standing) -> bool {
        match self {
            Self::Suspension => may_follow(standing, Standing::Suspended),
            Self::Lifting => matches!(standing, Standing::Suspended),
            Self::StrikingOff => may_follow(standing, Standing::StruckOff),
            Self::Revival => may_follow(standing, Standing::Revived),
        }
    }

    /// Its page.
    pub fn address(self, number: RegistryNumber) -> String {
        urls::desk_organization_part(number, &format!("standing/{self}"))
    }

    const fn flash(self) -> &'static str {
        match self {
            Self::Suspension => "flash-standing-suspended",
            Self::Lifting => "flash-standing-lifted",
            Self::StrikingOff => "flash-standing-struck-off",
            Self::Revival => "flash-standing-revived",
        }
    }
}

#[derive(Template)]
#[template(path = "standings/act.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    act: BoardAct,
    reaches: Vec<(&'static str, String)>,
    /// What it will do, once it is known what that is.
    effects: Vec<String>,
    /// Whether somebody else changed the standing meanwhile.
    overtaken: bool,
}

/// What was typed, checked.
struct Wanted {
    until: Option<NaiveDate>,
    said: Said,
}

impl EditPage {
    fn new(chrome: &Chrome, organization: Organization, act: BoardAct, form: Sheet) -> Self {
        let lang = chrome.lang;
        let standing = urls::desk_organization_part(organization.number, "standing");
        Self {
            page: crumbs(chrome, &organization)
                .crumb(standing, say::t(lang, "standing-one-title"))
                .crumb("", say::t(lang, act.key())),
            form,
            organization,
            act,
            reaches: ReasonReach::ALL
                .iter()
                .map(|it| (it.code(), say::t(lang, it.key())))
                .collect(),
            effects: Vec::new(),
            overtaken: false,
        }
    }

    fn needs_day(&self) -> bool {
        self.act == BoardAct::Suspension
    }

    fn is_grave(&self) -> bool {
        matches!(self.act, BoardAct::Suspension | BoardAct::StrikingOff)
    }

    fn fits(&self) -> bool {
        self.act.fits(self.organization.standing)
    }

    fn intro_key(&self) -> String {
        format!("{}-text", self.act.key())
    }

    fn confirm_key(&self) -> String {
        format!("{}-confirm", self.act.key())
    }

    fn back(&self) -> String {
        urls::desk_organization_part(self.organization.number, "standing")
    }
}

async fn granted(
    conn: &mut PgConnection,
    actor: &Actor,
    number: RegistryNumber,
) -> Result<CanChangeStanding> {
    let (organization, _) = seen(conn, actor, number).await?;
    let own = team::role_of_actor(conn, organization.id, actor).await?;
    Ok(policy::change_standing(actor, &organization, own)?)
}

/// `GET /desk/organizations/{number}/standing/{act}`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path((number, act)): Path<(RegistryNumber, String)>,
) -> Answer {
    let act = BoardAct::from_code(&act).ok_or(Error::NotFound)?;
    let granted = granted(&mut read, &actor, number).await?;
    let organization = granted.organization().clone();
    let mut fields = Fields::default();
    fields.set("seen", organization.revision.to_string());
    let is_possible = act.fits(organization.standing);
    let page = EditPage {
        overtaken: !is_possible,
        ..EditPage::new(&chrome, organization, act, Sheet::of(fields))
    };
    let status = match is_possible {
        true => StatusCode::OK,
        false => StatusCode::CONFLICT,
    };
    html_with(status, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/standing/{act}`: without `confirmed` it shows what the act will do.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((number, act)): Path<(RegistryNumber, String)>,
    Form(mut fields): Form,
) -> Answer {
    let act = BoardAct::from_code(&act).ok_or(Error::NotFound)?;
    let granted = granted(&mut tx, &actor, number).await?;
    let organization = granted.organization().clone();
    let (person, lang) = (actor.person()?.id, chrome.lang);
    let wanted = match read(&fields, act, tx.today()) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            fields.remove("confirmed");
            let form = Sheet::with(fields, mistakes);
            let page = EditPage::new(&chrome, organization, act, form);
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, lang, page);
        }
    };
    let key = Sheet::of(fields.clone()).key();
    let is_confirmed = fields.get("confirmed") == "yes";
    if is_confirmed && let Some(there) = db::claim(&mut tx, person, key).await? {
        return see(there);
    }
    if !act.fits(organization.standing) || fields.get("seen") != organization.revision.to_string() {
        return overtaken(&chrome, organization, act, fields);
    }
    // Back from what it will do, to change an answer.
    let is_back = fields.get("confirmed") == "no";
    fields.remove("confirmed");
    if is_back {
        let page = EditPage::new(&chrome, organization, act, Sheet::of(fields));
        return html_with(StatusCode::OK, lang, page);
    }
    if !is_confirmed {
        let said = (wanted.until, wanted.said.reach);
        let effects = effects(&mut tx, lang, act, &organization, said).await?;
        let page = EditPage {
            effects,
            ..EditPage::new(&chrome, organization, act, Sheet::of(fields))
        };
        return html_with(StatusCode::OK, lang, page);
    }
    let done = match (act, wanted.until) {
        (BoardAct::Suspension, Some(until)) => {
            standing::suspend(&mut tx, &granted, until, &wanted.said).await
        }
        (BoardAct::Lifting, _) => standing::lift(&mut tx, &granted, &wanted.said).await,
        (BoardAct::Revival, _) => standing::revive(&mut tx, &granted, &wanted.said)
            .await
            .map(drop),
        _ => standing::strike_off(&mut tx, &granted, &wanted.said).await,
    };
    match done {
        Ok(()) => {
            let to = urls::desk_organization_part(number, "standing");
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, act.flash())
        }
        Err(crate::Error::Overtaken) => {
            let now = find(&mut tx, organization.id).await?;
            let now = now.ok_or(Error::NotFound)?;
            overtaken(&chrome, now, act, fields)
        }
        Err(error) => Err(error.into()),
    }
}

/// The form again, as it is now, with what was typed; the next time it counts against what is shown here.
fn overtaken(chrome: &Chrome, now: Organization, act: BoardAct, mut fields: Fields) -> Answer {
    fields.set("seen", now.revision.to_string());
    fields.remove("confirmed");
    // The key of the first try is spent.
    fields.remove(crate::web::KEY);
    let page = EditPage {
        overtaken: true,
        ..EditPage::new(chrome, now, act, Sheet::of(fields))
    };
    html_with(StatusCode::CONFLICT, chrome.lang, page)
}

fn read(fields: &Fields, act: BoardAct, today: NaiveDate) -> Result<Wanted, Mistakes> {
    let mut reader = fields.reader();
    let mut until = None;
    if act == BoardAct::Suspension {
        let longest = TimeDelta::days(LONGEST);
        until = dates::coming(&mut reader, "until", today, longest, DAY_SAID);
    }
    let reason = reader.required("reason", |text| Prose::parse(text, MOST));
    let reach = reader.required("reach", ReasonReach::parse);
    reader.done()?;
    // What is missing was noted as a mistake.
    let (Some(reason), Some(reach)) = (reason, reach) else {
        return Err(Mistakes::default());
    };
    Ok(Wanted {
        until,
        said: Said { reason, reach },
    })
}
