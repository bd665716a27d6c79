//! What only renewals show, and accepting one in a single step.

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::findings::row_id;
use super::view::When;
use crate::actor::Actor;
use crate::case::{Case, Meant, Stage, Submission, Way, policy};
use crate::criterion::{self, Assessed};
use crate::organization::{Organization, Section, sections_of, standing};
use crate::values::{CaseKind, Lang, Standing};

/// What only renewals show: until when it would be registered, and what was confirmed.
pub struct Renews {
    /// The last day of the registration.
    pub until: Option<When>,
    /// The last day that acceptance today would give it.
    pub to: When,
    /// The sections that the organization says are still true.
    pub confirmed: Vec<&'static str>,
    /// The key of what hinders it now.
    pub hindrance: Option<&'static str>,
    /// Whether it can be accepted in one step: nothing changes that the board looks at first.
    pub at_once: bool,
    /// The criteria without which it could be: where each is judged, and what it says.
    pub open: Vec<(String, String)>,
}

impl Renews {
    pub async fn of(
        conn: &mut PgConnection,
        (lang, today): (Lang, NaiveDate),
        actor: &Actor,
        case: &Case,
        (about, meant, last): (Option<&Organization>, Option<&Meant>, Option<&Submission>),
        assessed: &[Assessed],
    ) -> crate::Result<Option<Self>> {
        let (CaseKind::Renewal, Some(about), Some(meant), Some(last)) =
            (case.kind, about, meant, last)
        else {
            return Ok(None);
        };
        let changed = sections_of(&meant.changes());
        let until = standing::registered_until(conn, about.id).await?;
        let to = standing::renewed_until(conn, about, today).await?;
        let may = may_accept_at_once(actor, case)
            && !meant.is_material()
            && standing::is_renewable(about.standing);
        // What acceptance asks, too.
        let hindering = match may {
            true => criterion::hindering(conn, case).await?,
            false => Vec::new(),
        };
        let open: Vec<(String, String)> = assessed
            .iter()
            .filter(|it| hindering.contains(&it.criterion.id))
            .map(|it| {
                let title = it.criterion.terms.title.of(lang).to_owned();
                (format!("#{}", row_id(it.criterion.id)), title)
            })
            .collect();
        Ok(Some(Self {
            until: until.map(|until| When::day(lang, until)),
            to: When::day(lang, to),
            confirmed: Section::spoken_of(&last.particulars)
                .filter(|section| !changed.contains(section))
                .map(Section::key)
                .collect(),
            hindrance: match about.standing {
                Standing::StruckOff => Some("renewal-desk-struck-off"),
                Standing::Merged => Some("renewal-desk-merged"),
                Standing::Suspended => Some("renewal-desk-suspended"),
                _ => None,
            },
            at_once: may && hindering.is_empty(),
            open,
        }))
    }
}

/// Whether this person may take a renewal, if nobody has it, and accept it.
fn may_accept_at_once(actor: &Actor, case: &Case) -> bool {
    let untaken = matches!(case.stage, Stage::Submitted { .. });
    let may_take = untaken && policy::take(actor, case).is_ok();
    case.kind == CaseKind::Renewal
        && case.way == Way::One
        && (may_take || policy::decide(actor, case).is_ok())
}
