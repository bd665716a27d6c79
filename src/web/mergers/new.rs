//! Two records side by side, field by field: which value survives, who goes along, and why.

use askama::Template;
use axum::http::StatusCode;
use sqlx::PgConnection;

use super::words::{Said, said};
use super::{both, crumbs, dir_of, lang_of};
use crate::account;
use crate::actor::Actor;
use crate::db::Read;
use crate::ids::AccountId;
use crate::merger::policy::CanMerge;
use crate::merger::{self, Choices, Keep, Merging, Obstacle, offers};
use crate::organization::{self, Organization, Particular, likeness, team};
use crate::say;
use crate::values::{Lang, Prose, RegistryNumber, TeamRole};
use crate::vault::Vault;
use crate::web::particulars::{Shown, shown};
use crate::web::{
    Answer, Chrome, Error, Fields, Mistakes, Page, Path, Query, Result, Sheet, filters, html_with,
    see, urls,
};

/// The longest reason.
const MOST: usize = 2_000;

#[derive(Template)]
#[template(path = "mergers/new.html")]
pub(super) struct NewPage {
    page: Page,
    form: Sheet,
    survivor: Organization,
    other: Organization,
    rows: Vec<Row>,
    /// What the other says and strangers may not read: it stays where it is.
    stays: Vec<&'static str>,
    seats: Vec<Seat>,
    obstacles: Vec<Said>,
    has_owner: bool,
    told_apart: Option<Apart>,
}

/// That somebody called the two different.
struct Apart {
    by: String,
    at: chrono::DateTime<chrono::Utc>,
}

impl Apart {
    fn iso(&self) -> String {
        self.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        granted: &CanMerge,
    ) -> Result<Option<Self>> {
        let (one, other) = (granted.survivor().id, granted.other().id);
        let Some(said) = likeness::told_apart(conn, one, other).await? else {
            return Ok(None);
        };
        let ids: Vec<AccountId> = said.by.into_iter().collect();
        let mut names = account::called(conn, vault, &ids).await?;
        let name = said.by.and_then(|id| names.remove(&id));
        Ok(Some(Self {
            by: name.unwrap_or_default(),
            at: said.at,
        }))
    }
}

/// A field of both.
struct Row {
    key: &'static str,
    name: String,
    own: Vec<Shown>,
    other: Vec<Shown>,
    /// What can be chosen, in words; one answer is none.
    options: Vec<(&'static str, String)>,
    note_key: &'static str,
}

/// Somebody in the team of the one that gives way.
pub(super) struct Seat {
    pub(super) account: AccountId,
    pub(super) name: String,
    pub(super) role: TeamRole,
    options: Vec<(&'static str, String)>,
    /// Whether they are in the survivor's team already.
    pub(super) is_there: bool,
}

impl Seat {
    pub(super) fn field(&self) -> String {
        format!("seat-{}", self.account)
    }
}

impl NewPage {
    fn lang(&self, of: &Organization) -> String {
        lang_of(of).to_owned()
    }

    fn dir(&self, of: &Organization) -> &'static str {
        dir_of(of)
    }

    fn action(&self) -> String {
        urls::desk_organization_part(self.survivor.number, "mergers")
    }

    fn swap(&self) -> String {
        urls::merger_new(self.other.number, self.survivor.number)
    }

    pub(super) async fn load(
        conn: &mut PgConnection,
        vault: &Vault,
        chrome: &Chrome,
        granted: &CanMerge,
        form: Sheet,
    ) -> Result<Self> {
        let lang = chrome.lang;
        let (survivor, other) = (granted.survivor().clone(), granted.other().clone());
        let find = async |conn: &mut PgConnection, id| {
            let said = organization::particulars(conn, vault, id).await?;
            said.ok_or(Error::NotFound)
        };
        let own = find(conn, survivor.id).await?;
        let all = find(conn, other.id).await?;
        let theirs = all.clone().for_strangers();
        let stays = Particular::ALL
            .iter()
            .filter(|field| all.said(**field) != theirs.said(**field))
            .map(|field| field.key())
            .collect();
        let rows = offers(&own, &theirs)
            .into_iter()
            .filter(|offer| !offer.own.is_empty() || !offer.other.is_empty())
            .map(|offer| Row {
                key: offer.field.key(),
                name: field_name(offer.field),
                note_key: match (offer.field, offer.own == offer.other) {
                    (_, true) => "merger-same",
                    (Particular::Names, _) => "merger-names-all-stay",
                    (Particular::Identifiers, _) => "merger-all-stay",
                    _ => "merger-survivor-stays",
                },
                own: shown(lang, &offer.own),
                other: shown(lang, &offer.other),
                options: match offer.may {
                    [_] => Vec::new(),
                    may => may
                        .iter()
                        .map(|keep| (keep.code(), say::t(lang, option_key(offer.field, *keep))))
                        .collect(),
                },
            })
            .collect();
        let obstacles = merger::in_the_way(conn, &survivor, &other).await?;
        let page = crumbs(chrome, &survivor)
            .crumb(
                urls::desk_organization_part(survivor.number, "mergers"),
                say::t(lang, "merger-index-title"),
            )
            .crumb("", say::t(lang, "merger-new-title"));
        Ok(Self {
            page,
            form,
            rows,
            stays,
            seats: seats(conn, vault, lang, (&survivor, &other)).await?,
            obstacles: obstacles.iter().map(|it| said(lang, it)).collect(),
            has_owner: !team::owners(conn, survivor.id).await?.is_empty(),
            told_apart: Apart::of(conn, vault, granted).await?,
            survivor,
            other,
        })
    }

    /// The same, with more that stands in the way.
    pub(super) fn told(mut self, lang: Lang, obstacles: &[Obstacle]) -> Self {
        for obstacle in obstacles {
            let told = said(lang, obstacle);
            if !self.obstacles.contains(&told) {
                self.obstacles.push(told);
            }
        }
        self
    }
}

/// The name of the field with the choice.
pub(super) fn field_name(field: Particular) -> String {
    format!("keep-{field}")
}

fn option_key(field: Particular, keep: Keep) -> &'static str {
    match (field, keep) {
        (Particular::Names, Keep::Own) => "merger-goes-by-own",
        (Particular::Names, _) => "merger-goes-by-other",
        (Particular::About, Keep::Both) => "merger-both-about",
        (Particular::Funding, Keep::Both) => "merger-both-funding",
        (_, keep) => keep.key(),
    }
}

/// The team of the one that gives way, each with the places that they can be given: none, or at most what they are.
pub(super) async fn seats(
    conn: &mut PgConnection,
    vault: &Vault,
    lang: Lang,
    (survivor, other): (&Organization, &Organization),
) -> Result<Vec<Seat>> {
    let team = team::of_organization(conn, other.id).await?;
    let there = team::of_organization(conn, survivor.id).await?;
    let accounts: Vec<AccountId> = team.iter().map(|seat| seat.account).collect();
    let mut names = account::called(conn, vault, &accounts).await?;
    Ok(team
        .into_iter()
        .map(|seat| {
            let mut options = vec![("", say::t(lang, "merger-seat-none"))];
            let roles = TeamRole::ALL.iter().rev();
            // Roles are listed from the greatest down, so those behind one's own are less.
            options.extend(
                roles
                    .filter(|role| **role >= seat.role)
                    .map(|role| (role.code(), say::t(lang, role.key()))),
            );
            Seat {
                name: names.remove(&seat.account).unwrap_or_default(),
                is_there: there.iter().any(|it| it.account == seat.account),
                account: seat.account,
                role: seat.role,
                options,
            }
        })
        .collect())
}

/// `GET /desk/organizations/{number}/mergers/new?with={number}`
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut read: Read,
    Path(number): Path<RegistryNumber>,
    Query(query): Query,
) -> Answer {
    let (survivor, _) = super::seen(&mut read, &actor, number).await?;
    let own = team::role_of_actor(&mut read, survivor.id, &actor).await?;
    organization::policy::sort_out(&actor, &survivor, own)?;
    let back = urls::desk_organization_part(number, "mergers");
    if !query.sent("with") {
        return see(back);
    }
    let vault = read.vault();
    let with = RegistryNumber::parse(query.get("with")).ok();
    let there = match with {
        Some(with) => organization::find_by_number(&mut read, with).await?,
        None => None,
    };
    let Some(there) = there else {
        let mut mistakes = Mistakes::default();
        mistakes.add("with", "coordination-no-such-number");
        let page = AskPage {
            page: crumbs(&chrome, &survivor).crumb("", say::t(chrome.lang, "merger-new-title")),
            form: Sheet::with(query, mistakes),
            organization: survivor,
        };
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    };
    let granted = both(&mut read, &actor, (number, there.number)).await?;
    let mut fields = Fields::default();
    fields.set("with", there.number.to_string());
    fields.set("seen", seen_now(&granted));
    let form = Sheet::of(with_presets(fields, &mut read, &vault, &granted).await?);
    let page = NewPage::load(&mut read, &vault, &chrome, &granted, form).await?;
    let status = match page.obstacles.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::CONFLICT,
    };
    html_with(status, chrome.lang, page)
}

/// What was seen of both.
pub(super) fn seen_now(granted: &CanMerge) -> String {
    format!(
        "{} {}",
        granted.survivor().revision,
        granted.other().revision
    )
}

/// The first of what is offered is chosen, so that a form sent as it is means what it shows.
async fn with_presets(
    mut fields: Fields,
    conn: &mut PgConnection,
    vault: &Vault,
    granted: &CanMerge,
) -> Result<Fields> {
    let own = organization::particulars(conn, vault, granted.survivor().id).await?;
    let other = organization::particulars(conn, vault, granted.other().id).await?;
    if let (Some(own), Some(other)) = (own, other) {
        for offer in offers(&own, &other.for_strangers()) {
            if offer.may.len() > 1 {
                fields.set(&field_name(offer.field), offer.may[0].code());
            }
        }
    }
    Ok(fields)
}

#[derive(Template)]
#[template(path = "mergers/ask.html")]
struct AskPage {
    page: Page,
    form: Sheet,
    organization: Organization,
}

/// Reads the form, with all mistakes at once. Of two that somebody called different it is said that they are one all the same.
pub(super) fn read(
    fields: &Fields,
    seats: &[Seat],
    told_apart: bool,
) -> std::result::Result<Merging, Mistakes> {
    let mut reader = fields.reader();
    if told_apart && fields.get("all_the_same") != "yes" {
        reader.mistake("all_the_same", "merger-all-the-same-missing");
    }
    let mut choices = Choices::default();
    for field in Particular::ALL {
        if let Some(keep) = reader.optional(&field_name(*field), Keep::parse) {
            choices.set(*field, keep);
        }
    }
    let mut given = Vec::new();
    for seat in seats {
        let role = reader.optional(&seat.field(), TeamRole::parse);
        if role.is_some_and(|role| role < seat.role) {
            reader.mistake(seat.field(), "merger-seat-too-much");
        }
        given.extend(role.map(|role| (seat.account, role)));
    }
    let reason = reader.required("reason", |text| Prose::parse(text, MOST));
    reader.done()?;
    let mut seen = fields
        .get("seen")
        .split(' ')
        .map(|text| text.parse().unwrap_or_default());
    Ok(Merging {
        choices,
        seats: given,
        // What is missing was noted as a mistake.
        reason: reason.ok_or_else(Mistakes::default)?,
        seen: (
            seen.next().unwrap_or_default(),
            seen.next().unwrap_or_default(),
        ),
    })
}
