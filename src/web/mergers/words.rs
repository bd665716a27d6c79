//! What stands in the way, in sentences, each with the way to what it is about.

use crate::merger::Obstacle;
use crate::say;
use crate::values::{Arg, Lang};
use crate::web::urls;

/// A sentence and where to go from it; nowhere, if there is nothing to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// What stands in the way, said.
pub fn said(lang: Lang, obstacle: &Obstacle) -> Said {
    let number = |number: &dyn std::fmt::Display| Arg::Text(number.to_string());
    let (args, href) = match obstacle {
        Obstacle::Same | Obstacle::Countries | Obstacle::Changed => (Vec::new(), String::new()),
        Obstacle::GaveWay { number: one, to } => (
            vec![("number", number(one)), ("to", number(to))],
            urls::desk_organization_part(*to, "mergers"),
        ),
        Obstacle::StruckOff(one) | Obstacle::Suspended(one) => (
            vec![("number", number(one))],
            urls::desk_organization_part(*one, "standing"),
        ),
        Obstacle::Rescue(one) => (vec![("number", number(one))], urls::DESK_RESCUES.to_owned()),
        Obstacle::OpenCase {
            id,
            kind,
            number: one,
        } => (
            vec![
                ("number", number(one)),
                ("kind", Arg::Text(say::t(lang, kind.key()))),
            ],
            urls::desk_case(*id),
        ),
    };
    Said {
        text: say::with(lang, obstacle.key(), &args),
        href,
    }
}
