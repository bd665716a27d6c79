//! What a merger will do, before it is done: every row that moves, what the survivor will say, and who sees what.

use askama::Template;
use sqlx::PgConnection;

use super::new::Seat;
use super::{crumbs, dir_of, lang_of};
use crate::account;
use crate::case::{self, Listed, Scope};
use crate::db::Tx;
use crate::group;
use crate::ids::MergerId;
use crate::initiative::{self, policy as initiatives};
use crate::merger::policy::CanMerge;
use crate::merger::{self, Count, Merging};
use crate::organization::{self, Organization, Particulars, compare, team};
use crate::say;
use crate::values::{Arg, GroupRole, InitiativeRole, Lang, TeamRole};
use crate::vault::Vault;
use crate::web::coordination::Spoken;
use crate::web::particulars::one_line;
use crate::web::{Chrome, Error, Fields, Page, Result, Sheet, filters, urls};
use crate::{assignment, leader};

#[derive(Template)]
#[template(path = "mergers/preview.html")]
pub(super) struct PreviewPage {
    page: Page,
    form: Sheet,
    survivor: Organization,
    other: Organization,
    before: Particulars,
    changes: Vec<Changed>,
    counts: Vec<Count>,
    moves: Moves,
    stays: merger::Papers,
    cases: Vec<Listed>,
    sight: Vec<String>,
}

/// A field of the survivor that will say something else.
struct Changed {
    key: &'static str,
    before: String,
    after: String,
}

/// What goes over to the survivor, by name.
#[derive(Default)]
struct Moves {
    /// How many offices of leaders; their names are on a page that notes who looks.
    leaders: usize,
    groups: Vec<Going>,
    initiatives: Vec<Going>,
    coordinator: Option<(String, bool)>,
}

/// A place in a group or a part in an initiative.
struct Going {
    name: Spoken,
    role_key: &'static str,
    /// The survivor is there already, so that the other's place ends.
    ends: bool,
    /// What the survivor is there from then on, where it becomes more than it was.
    becomes: String,
}

/// The higher of two, of all in their order.
fn higher<T: Copy + PartialEq>(all: &[T], one: T, other: T) -> T {
    let at = |it: T| all.iter().position(|of| *of == it);
    match at(other) < at(one) {
        true => other,
        false => one,
    }
}

/// What the survivor is in a group where both are: the higher of both, in the seat that either has. Empty where nothing changes.
fn place(lang: Lang, own: &group::Seat, theirs: &group::Seat) -> String {
    let role = higher(GroupRole::ALL, own.role, theirs.role);
    let seat = own.seat.or(theirs.seat);
    if (role, seat) == (own.role, own.seat) {
        return String::new();
    }
    let mut parts = vec![say::t(lang, role.key())];
    parts.extend(seat.map(|seat| say::t(lang, seat.key())));
    parts.join(" · ")
}

impl PreviewPage {
    fn lang(&self, of: &Organization) -> String {
        lang_of(of).to_owned()
    }

    fn dir(&self, of: &Organization) -> &'static str {
        dir_of(of)
    }

    fn action(&self) -> String {
        urls::desk_organization_part(self.survivor.number, "mergers")
    }

    fn with_number(&self, key: &str, number: &impl std::fmt::Display) -> String {
        say::t1(self.page.lang, key, "number", number.to_string())
    }

    /// Looks at what is there before anything is done.
    pub(super) async fn begin(
        tx: &mut Tx,
        vault: &Vault,
        chrome: &Chrome,
        granted: &CanMerge,
        wanted: &Merging,
        team: Vec<Seat>,
    ) -> Result<Self> {
        let (lang, now, conn) = (chrome.lang, tx.now(), &mut **tx);
        let (survivor, other) = (granted.survivor().clone(), granted.other().clone());
        let scope = Scope::of(conn, granted.actor()).await?;
        let before = organization::particulars(conn, vault, survivor.id).await?;
        let page = crumbs(chrome, &survivor)
            .crumb(
                urls::desk_organization_part(survivor.number, "mergers"),
                say::t(lang, "merger-index-title"),
            )
            .crumb("", say::t(lang, "merger-preview-title"));
        let own_team = team::of_organization(conn, survivor.id).await?.len();
        Ok(Self {
            page,
            form: Sheet::empty(),
            moves: Moves::of(conn, vault, lang, granted).await?,
            stays: merger::papers(conn, other.id, now).await?,
            cases: case::about_organization(conn, &scope, &[other.id]).await?,
            sight: sight(lang, granted, wanted, &team, own_team),
            before: before.ok_or(Error::NotFound)?,
            changes: Vec::new(),
            counts: Vec::new(),
            survivor,
            other,
        })
    }

    /// Looks again after it was done, before it is dropped.
    pub(super) async fn end(
        mut self,
        conn: &mut PgConnection,
        vault: &Vault,
        id: MergerId,
        fields: Fields,
    ) -> Result<Self> {
        let after = organization::particulars(conn, vault, self.survivor.id).await?;
        let after = after.ok_or(Error::NotFound)?;
        let lang = self.page.lang;
        self.changes = compare(&self.before, &after)
            .into_iter()
            .map(|change| Changed {
                key: change.field.key(),
                before: one_line(lang, &change.before),
                after: one_line(lang, &change.after),
            })
            .collect();
        self.counts = merger::counts(conn, id).await?;
        self.form = Sheet::of(fields);
        Ok(self)
    }
}

impl Moves {
    async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        lang: Lang,
        granted: &CanMerge,
    ) -> Result<Self> {
        let (survivor, other) = (granted.survivor(), granted.other());
        let mut moves = Self {
            leaders: leader::count(conn, other.id).await?,
            ..Self::default()
        };
        let there = group::of_organization(conn, survivor.id).await?;
        moves.groups = group::of_organization(conn, other.id)
            .await?
            .into_iter()
            .map(|seat| {
                let own = there.iter().find(|it| it.group == seat.group);
                Going {
                    name: Spoken::of(&seat.names, lang),
                    role_key: seat.role.key(),
                    ends: own.is_some(),
                    becomes: own.map_or_else(String::new, |own| place(lang, own, &seat)),
                }
            })
            .collect();
        let scope = initiatives::desk(granted.actor()).unwrap_or(initiatives::public());
        let there = initiative::of_organization(conn, scope, survivor.id).await?;
        moves.initiatives = initiative::of_organization(conn, scope, other.id)
            .await?
            .into_iter()
            .map(|part| {
                let own = there.iter().find(|it| it.initiative == part.initiative);
                let role = own.map(|own| higher(InitiativeRole::ALL, own.role, part.role));
                let changed = role.filter(|role| own.is_some_and(|own| own.role != *role));
                Going {
                    name: Spoken::title(&part.texts, lang),
                    role_key: part.role.key(),
                    ends: own.is_some(),
                    becomes: changed.map_or_else(String::new, |role| say::t(lang, role.key())),
                }
            })
            .collect();
        if let Some(theirs) = assignment::of_organization(conn, other.id).await? {
            let mut names = account::called(conn, vault, &[theirs.account]).await?;
            let ends = assignment::of_organization(conn, survivor.id)
                .await?
                .is_some();
            moves.coordinator = Some((names.remove(&theirs.account).unwrap_or_default(), ends));
        }
        Ok(moves)
    }

    fn is_empty(&self) -> bool {
        self.leaders == 0
            && self.groups.is_empty()
            && self.initiatives.is_empty()
            && self.coordinator.is_none()
    }
}

/// Who sees what afterwards, in sentences: the one rule, and each person of the team.
fn sight(
    lang: Lang,
    granted: &CanMerge,
    wanted: &Merging,
    team: &[Seat],
    own_team: usize,
) -> Vec<String> {
    let (survivor, other) = (granted.survivor(), granted.other());
    let text = |text: String| Arg::Text(text);
    let numbers = [
        ("survivor", text(survivor.number.to_string())),
        ("other", text(other.number.to_string())),
    ];
    let mut said = vec![
        say::with(lang, "merger-sight-public", &numbers),
        say::with(lang, "merger-sight-desk", &numbers),
    ];
    if own_team > 0 {
        said.push(say::with(lang, "merger-sight-own-team", &numbers));
    }
    for seat in team {
        let given: Option<TeamRole> = wanted
            .seats
            .iter()
            .find(|(account, _)| *account == seat.account)
            .map(|(_, role)| *role);
        let key = match (seat.is_there, given) {
            (true, _) => "merger-sight-seat-there",
            (false, Some(_)) => "merger-sight-seat-given",
            (false, None) => "merger-sight-seat-none",
        };
        let mut args = numbers.to_vec();
        args.push(("name", text(seat.name.clone())));
        if let (false, Some(role)) = (seat.is_there, given) {
            args.push(("role", text(say::t(lang, role.key()))));
        }
        said.push(say::with(lang, key, &args));
    }
    said
}
