//! A pair: both initiatives side by side, why they ought to know of each other, and what the board makes of it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::view::{Written, links, percent, read_link, reasons, said_of_both};
use crate::account;
use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::OverlapId;
use crate::initiative;
use crate::radar::policy::{self, CanJudge};
use crate::radar::{self, Link, NotIntroduced, Pair};
use crate::say;
use crate::values::Prose;
use crate::vault::Vault;
use crate::web::coordination::Named;
use crate::web::initiatives::Facts;
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, Mistakes, Page, Path, Result, Sheet, filters,
    html_with, redirect_with_flash, urls,
};

/// The longest words of the board.
pub(super) const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "overlaps/show.html")]
struct ShowPage {
    page: Page,
    form: Sheet,
    pair: Pair,
    score: i64,
    reasons: Vec<String>,
    sides: Vec<Side>,
    links: Vec<(String, String)>,
    /// What was said of it, by whom, and the sentence that says what became of it.
    words: Option<String>,
    who: String,
    link_sentence: Option<String>,
    title: String,
    conversation: String,
    may_judge: bool,
    may_unlink: bool,
    here: String,
    /// What was written in vain, because somebody was faster.
    typed: Option<String>,
}

/// One of both.
struct Side {
    facts: Facts,
    href: String,
    partners: Vec<Named>,
}

/// The pair, and whether whoever asks is in a team that carries one of both.
async fn seen(conn: &mut PgConnection, actor: &Actor, id: OverlapId) -> Result<(Pair, bool)> {
    let granted = policy::see(actor)?;
    let pair = radar::find(conn, &granted, id)
        .await?
        .ok_or(Error::NotFound)?;
    let is_own = radar::is_own(conn, actor, &[pair.one, pair.other]).await?;
    Ok((pair, is_own))
}

async fn load(
    conn: &mut PgConnection,
    vault: &Vault,
    actor: &Actor,
    chrome: &Chrome,
    (pair, is_own): (Pair, bool),
    form: Sheet,
) -> Result<ShowPage> {
    let lang = chrome.lang;
    let scope = policy::see(actor)?.scope();
    let (mut sides, mut both) = (Vec::new(), Vec::new());
    for id in [pair.one, pair.other] {
        let found = initiative::find(conn, scope, id)
            .await?
            .ok_or(Error::NotFound)?;
        let partners = initiative::partners(conn, id).await?;
        sides.push(Side {
            facts: Facts::new(&found.said, lang),
            href: urls::desk_initiative(id),
            partners: partners
                .iter()
                .map(|it| Named::new(&it.organization, it.role.key(), String::new()))
                .collect(),
        });
        both.push(found);
    }
    let who = match pair.said_by {
        Some(by) => account::called(conn, vault, &[by]).await?.remove(&by),
        None => None,
    };
    let conversation = radar::introduced_over(conn, pair.id).await?;
    let titles: Vec<&str> = sides
        .iter()
        .map(|it| it.facts.title.text.as_str())
        .collect();
    let page = chrome
        .page()
        .crumb(urls::DESK_RADAR, say::t(lang, "radar-title"))
        .crumb("", say::t(lang, "radar-pair-title"));
    Ok(ShowPage {
        page,
        form,
        title: titles.join(" · "),
        score: percent(pair.score),
        reasons: reasons(lang, &pair, &Written::of(&both, true), true),
        links: links(lang),
        words: pair.words(vault)?,
        who: who.unwrap_or_default(),
        link_sentence: match titles.as_slice() {
            [one, other] => said_of_both(lang, &pair, (one, other)),
            _ => None,
        },
        conversation: conversation.map(urls::introduction).unwrap_or_default(),
        may_judge: policy::judge(actor, &pair, is_own).is_ok(),
        may_unlink: policy::unlink(actor, &pair, is_own).is_ok(),
        here: urls::desk_overlap(pair.id),
        typed: None,
        sides,
        pair,
    })
}

/// `GET /desk/radar/{id}`
pub async fn show(actor: Actor, chrome: Chrome, mut tx: Tx, Path(id): Path<OverlapId>) -> Answer {
    let seen = seen(&mut tx, &actor, id).await?;
    let vault = tx.vault();
    let page = load(&mut tx, &vault, &actor, &chrome, seen, Sheet::empty()).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

async fn again(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    seen: (Pair, bool),
    (fields, mistakes): (Fields, Mistakes),
) -> Answer {
    let vault = tx.vault();
    let form = Sheet::with(fields, mistakes);
    let page = load(tx, &vault, actor, chrome, seen, form).await?;
    html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page)
}

/// What the board says of a pair, in words.
#[derive(Clone, Copy)]
pub enum Says {
    /// How both relate.
    Linked,
    /// That they do not relate so after all.
    Unlinked,
    /// That those who lead both ought to talk.
    Introduced,
    /// That it is none.
    Dismissed,
}

impl Says {
    /// The field of the words.
    const fn field(self) -> &'static str {
        match self {
            Self::Linked => "link_words",
            Self::Unlinked => "unlink_words",
            Self::Introduced => "first_words",
            Self::Dismissed => "dismiss_words",
        }
    }

    /// The word of it on the next page.
    const fn flash(self) -> &'static str {
        match self {
            Self::Linked => "flash-radar-linked",
            Self::Unlinked => "flash-radar-unlinked",
            Self::Introduced => "flash-radar-introduced",
            Self::Dismissed => "flash-radar-dismissed",
        }
    }
}

/// `POST /desk/radar/{id}/…`: what the board says of a pair.
pub async fn judge(
    says: Says,
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<OverlapId>,
    Form(fields): Form,
) -> Answer {
    let (pair, is_own) = seen(&mut tx, &actor, id).await?;
    let granted = match says {
        Says::Unlinked => policy::unlink(&actor, &pair, is_own),
        Says::Linked | Says::Introduced | Says::Dismissed => policy::judge(&actor, &pair, is_own),
    };
    let granted = match granted {
        Ok(granted) => granted,
        Err(crate::Error::Overtaken) => {
            let typed = fields.get(says.field()).to_owned();
            return overtaken(tx, (&actor, &chrome), id, typed).await;
        }
        Err(error) => return Err(error.into()),
    };
    let mut reader = fields.reader();
    let link = match says {
        Says::Linked => reader.required("link", read_link),
        _ => None,
    };
    let words = reader.required(says.field(), |text| Prose::parse(text, MOST));
    let mut mistakes = reader.done().err().unwrap_or_default();
    if let Some(words) = words.filter(|_| mistakes.is_empty()) {
        match said(&mut tx, &granted, (id, says, link), &words).await {
            Ok(Ok(to)) => return redirect_with_flash(&app, tx.commit().await?, to, says.flash()),
            Ok(Err(why)) => mistakes = Mistakes::one(says.field(), sentence(why)),
            Err(crate::Error::Overtaken) => {
                return overtaken(tx, (&actor, &chrome), id, words.to_string()).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    again(&mut tx, &actor, &chrome, (pair, is_own), (fields, mistakes)).await
}

/// The pair as it stands now, and what was written in vain.
async fn overtaken(
    mut tx: Tx,
    (actor, chrome): (&Actor, &Chrome),
    id: OverlapId,
    typed: String,
) -> Answer {
    let seen = seen(&mut tx, actor, id).await?;
    let vault = tx.vault();
    let page = load(&mut tx, &vault, actor, chrome, seen, Sheet::empty()).await?;
    let page = ShowPage {
        typed: Some(typed),
        ..page
    };
    html_with(StatusCode::CONFLICT, chrome.lang, page)
}

/// Does what was said, and where it leads; or why it cannot be.
async fn said(
    tx: &mut Tx,
    granted: &CanJudge,
    (id, says, link): (OverlapId, Says, Option<Link>),
    words: &Prose,
) -> crate::Result<std::result::Result<String, NotIntroduced>> {
    let here = urls::desk_overlap(id);
    Ok(Ok(match (says, link) {
        (Says::Introduced, _) => match radar::introduce(tx, granted, words).await? {
            Ok(introduction) => urls::introduction(introduction),
            Err(why) => return Ok(Err(why)),
        },
        (Says::Unlinked, _) => {
            radar::unlink(tx, granted, words).await?;
            here
        }
        (Says::Linked, Some(link)) => {
            radar::link(tx, granted, link, words).await?;
            here
        }
        // A link that was not named was noted as a mistake.
        (Says::Linked, None) => here,
        (Says::Dismissed, _) => {
            radar::dismiss(tx, granted, words).await?;
            urls::DESK_RADAR.to_owned()
        }
    }))
}

const fn sentence(why: NotIntroduced) -> &'static str {
    match why {
        NotIntroduced::NoLead => "radar-no-lead",
        NotIntroduced::SameLead => "radar-same-lead",
        NotIntroduced::Unpublished => "radar-unpublished",
    }
}
