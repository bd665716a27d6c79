//! New organizations of a file that look like one already there, or like one that somebody asks or asked to register: they come in,
//! and people are told to look at both.

use crate::Result;
use crate::actor::Actor;
use crate::case::{self, Scope};
use crate::db::Tx;
use crate::ids::ImportId;
use crate::organization::likeness::{self, Found};
use crate::organization::{Asked, ReadAsked, Weighed, alike_in_bulk, marks, website_host};
use crate::roster::reason::{Reason, Remark};
use crate::vault::Vault;

use super::save::{Write, contacts};

/// The likeliest that a row is told of.
const MOST: usize = 3;

/// What is less likely is not told at an import: a register names each of its own once, and whoever reads hundreds of
/// guesses reads none. The desk shows more.
const LIKELY: f32 = 0.8;

/// Looks for likely duplicates of what a batch brought anew, keeps the pairs unless it was a trial, and says for each
/// line what it looks like.
pub(super) async fn look(
    tx: &mut Tx,
    import: ImportId,
    writes: &[Write],
    is_trial: bool,
) -> Result<Vec<(u64, Vec<Remark>)>> {
    let vault = tx.vault();
    let new: Vec<&Write> = writes
        .iter()
        .filter(|one| one.before.is_none() && one.merged_into.is_none())
        .collect();
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = new.iter().map(|one| one.id).collect();
    let asked: Vec<Asked> = new.iter().map(|one| asked(&vault, one)).collect();
    let asked = ReadAsked::all(&asked);
    let mut twins = alike_in_bulk(tx, (&ids, &asked), MOST).await?;
    for of_one in &mut twins {
        of_one.retain(|twin| is_told(&twin.weighed));
    }
    // An import is an admin's or the machine's own, who see every case.
    let scope = Scope::of(tx, &Actor::System).await?;
    let cases = case::alike_in_bulk(tx, &vault, &scope, &asked, MOST).await?;
    let mut told = Vec::new();
    let mut found = Vec::new();
    for ((one, twins), cases) in new.iter().zip(twins).zip(cases) {
        let likely = cases.iter().filter(|it| is_told(&it.weighed));
        let remarks: Vec<Remark> = twins
            .iter()
            .map(|twin| Reason::LooksLike {
                number: twin.number,
            })
            .chain(likely.map(|it| Reason::LooksLikeCase { number: it.number }))
            .map(Remark::row)
            .collect();
        if remarks.is_empty() {
            continue;
        }
        told.push((one.line, remarks));
        found.extend(twins.into_iter().map(|twin| Found {
            new: one.id,
            line: one.line,
            there: twin.id,
            weighed: twin.weighed,
        }));
    }
    // Two rows of one batch find each other: a pair is kept once.
    let mut seen = std::collections::HashSet::new();
    found.retain(|it| seen.insert((it.new.min(it.there), it.new.max(it.there))));
    if !is_trial {
        likeness::record(tx, import, &found).await?;
    }
    Ok(told)
}

fn is_told(weighed: &Weighed) -> bool {
    weighed.score >= LIKELY
}

fn asked(vault: &Vault, one: &Write) -> Asked {
    Asked {
        names: one
            .row
            .names
            .iter()
            .map(|name| name.text.to_string())
            .collect(),
        identifiers: one.row.identifiers.clone(),
        host_country: Some(one.row.host_country),
        city: one.row.city.as_ref().map(ToString::to_string),
        website_host: one.row.website.as_ref().and_then(website_host),
        marks: marks(vault, &contacts(one)),
    }
}
