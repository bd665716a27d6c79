//! What connects the sample's initiatives by hand, and whom its board suggests to look after what.

use super::SampleError;
use super::files::InitiativeRow;
use super::load::{Loader, known};
use crate::assignment::{self, Ground};
use crate::db::Tx;
use crate::ids::InitiativeId;
use crate::radar::{self, Link, LinkKind};
use crate::values::{Country, Prose};

/// Rules that name coordinators: a host country, a homeland, and which of them.
const RULES: &[(&str, &str, usize)] = &[
    ("DE", "", 0),
    ("FR", "", 1),
    ("AR", "", 2),
    ("FR", "AM", 0),
    ("", "UA", 1),
    ("", "GE", 2),
];

/// Initiatives that were linked by hand: what the first is to the second, and why.
const LINKS: &[(&str, &str, LinkKind, &str)] = &[
    (
        "The first month together",
        "A place at school",
        LinkKind::Supports,
        "The older pupils sit beside the newcomers whom the assistants bring.",
    ),
    (
        "Letters for the first class",
        "A Western Armenian primer for six-year-olds",
        LinkKind::Follows,
        "The wooden letters were carved after the primer.",
    ),
];

/// Makes the rules and the links.
pub(super) async fn arrange(
    loader: &Loader<'_>,
    tx: &mut Tx,
    initiatives: &[InitiativeRow],
) -> Result<(), SampleError> {
    tx.date_from_here(loader.present.0);
    let can = assignment::policy::keep_rules(loader.people.chair()?).map_err(crate::Error::from)?;
    for (host, homeland, who) in RULES {
        let to = loader.people.coordinator(*who)?.account();
        let to = to.ok_or(SampleError::Missing("a coordinator's account"))?;
        let ground = Ground {
            host: Country::from_code(host),
            homeland: Country::from_code(homeland),
            ..Ground::default()
        };
        let made = assignment::make_rule(tx, &can, to, &ground).await?;
        made.map_err(|_| SampleError::Missing("a rule of its own"))?;
    }
    for (this, other, kind, why) in LINKS {
        let both = (
            placed(loader, initiatives, this)?,
            placed(loader, initiatives, other)?,
        );
        let words = Prose::parse(why, Prose::CEILING).map_err(|_| SampleError::Missing("why"))?;
        let board = loader.people.coordinator(0)?;
        let can = radar::policy::link(board, both, false).map_err(crate::Error::from)?;
        let link = Link {
            kind: *kind,
            reversed: false,
        };
        let linked = radar::link_by_hand(tx, &can, link, &words).await?;
        linked.map_err(|_| SampleError::Missing("two to link"))?;
    }
    Ok(())
}

/// The initiative with this title.
pub(super) fn placed(
    loader: &Loader<'_>,
    initiatives: &[InitiativeRow],
    title: &str,
) -> Result<InitiativeId, SampleError> {
    let has_title = |row: &InitiativeRow| row.texts.iter().any(|it| it.title.as_str() == title);
    let place = initiatives.iter().position(has_title);
    let place = place.ok_or(SampleError::Missing("an initiative to link"))?;
    known(&loader.initiatives, place)
}
