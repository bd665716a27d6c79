//! What an initiative needs, for the board: which others offer such a thing, and that it is there.

use std::collections::HashMap;

use serde_json::json;
use sqlx::PgConnection;

use super::create::lock;
use super::find::find;
use super::policy::{CanKeepInitiatives, Scope};
use super::said::write;
use super::{WantSide, tell, version};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::{InitiativeId, OverlapId};
use crate::notice::{Letter, LetterToPartner};
use crate::values::{Country, Line, Prose};
use crate::{Error, Result};

/// How many that could help are named beside each need.
const MOST: i64 = 5;

/// An initiative that offers what another needs.
#[derive(Debug)]
pub struct Offer {
    /// Which initiative.
    pub initiative: InitiativeId,
    /// What it offers, in words.
    pub words: Option<Line>,
    /// How much, in words.
    pub amount: Option<Line>,
    /// Where it happens.
    pub host_country: Option<Country>,
    /// Where in it.
    pub city: Option<Line>,
    /// Whether that is the country in which the thing is needed.
    pub is_near: bool,
    /// Whether both are for the same homeland.
    pub shares_homeland: bool,
    /// Whether both work on the same.
    pub shares_area: bool,
    /// The pair of the radar that both are, if they are one.
    pub pair: Option<OverlapId>,
}

/// Why the board does not say that a need is met, or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSettled {
    /// Somebody changed what the initiative says since it was seen.
    Changed,
    /// It is so already.
    Already,
}

/// Who offers what an initiative still needs, by the place of the need among all that it needs and offers: the nearest first.
pub async fn offers(
    conn: &mut PgConnection,
    scope: Scope,
    id: InitiativeId,
) -> Result<HashMap<usize, Vec<Offer>>> {
    let rows = sqlx::query!(
        r#"select n.position, o.initiative_id, o.words as "words: Line", o.amount as "amount: Line",
            o.host_country as "host_country: Country", o.city as "city: Line", o.is_near as "is_near!",
            o.shares_homeland as "shares_homeland!", o.shares_area as "shares_area!", p.id as "pair?: OverlapId"
         from initiative_wants n join initiatives i on i.id = n.initiative_id
         cross join lateral (
            select g.initiative_id, g.words, g.amount, h.host_country, h.city,
                coalesce(h.host_country = i.host_country, false) as is_near,
                coalesce(h.homeland = i.homeland, false) as shares_homeland, h.areas && i.areas as shares_area
            from initiative_wants g join initiatives h on h.id = g.initiative_id
            where g.side = 'offer' and g.kind = n.kind and not g.is_met and h.id <> i.id
                and h.stage not in ('done', 'stopped') and ($2 or exists (select from public_initiatives v where v.id = h.id))
            order by coalesce(h.host_country = i.host_country, false)::int * 4
                + coalesce(h.homeland = i.homeland, false)::int * 2 + (h.areas && i.areas)::int desc, h.id desc
            limit $3) o
         left join overlap_pairs p on p.one_id = least(i.id, o.initiative_id) and p.other_id = greatest(i.id, o.initiative_id)
         where n.initiative_id = $1 and n.side = 'need' and not n.is_met
         order by n.position"#,
        id as _,
        scope.unpublished(),
        MOST
    )
    .fetch_all(conn)
    .await?;
    let mut found: HashMap<usize, Vec<Offer>> = HashMap::new();
    for row in rows {
        let position = usize::try_from(row.position).unwrap_or_default();
        found.entry(position).or_default().push(Offer {
            initiative: row.initiative_id,
            words: row.words,
            amount: row.amount,
            host_country: row.host_country,
            city: row.city,
            is_near: row.is_near,
            shares_homeland: row.shares_homeland,
            shares_area: row.shares_area,
            pair: row.pair,
        });
    }
    Ok(found)
}

/// Says that a need is met, or that it is open after all; `position` is its place among all that the initiative needs and offers, and
/// `seen` the version that whoever says so looked at. Those who carry the initiative are told. Their next proposal says what they
/// make of it: the board sees there what would change.
///
/// # Errors
///
/// [`Error::NotFound`] if there is no such need.
pub async fn settle(
    tx: &mut Tx,
    can: &CanKeepInitiatives,
    id: InitiativeId,
    (seen, position): (&str, usize),
    (is_met, words): (bool, Option<&Prose>),
) -> Result<std::result::Result<(), NotSettled>> {
    lock(tx, id).await?;
    let mut said = find(tx, Scope::everything(), id)
        .await?
        .ok_or(Error::NotFound)?
        .said;
    if version(&said)? != seen {
        return Ok(Err(NotSettled::Changed));
    }
    let want = said
        .wants
        .get_mut(position)
        .filter(|it| it.side == WantSide::Need)
        .ok_or(Error::NotFound)?;
    if want.is_met == is_met {
        return Ok(Err(NotSettled::Already));
    }
    want.is_met = is_met;
    let need = want.kind;
    let details = json!({ "need": need, "words": want.words, "amount": want.amount });
    write(tx, id, &said).await?;
    let act = match is_met {
        true => Act::InitiativeNeedMet,
        false => Act::InitiativeNeedOpen,
    };
    let event = Event::new(act, Subject::initiative(id))
        .after(details)
        .reason(words);
    history::record(tx, can.by(), event).await?;
    let words = words.map(ToString::to_string).unwrap_or_default();
    tell::all(tx, can.by(), id, |of| {
        let words = words.clone();
        Letter::Partner(match is_met {
            true => LetterToPartner::NeedMet { of, need, words },
            false => LetterToPartner::NeedOpen { of, need, words },
        })
    })
    .await?;
    Ok(Ok(()))
}
