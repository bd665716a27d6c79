//! Leaders that may be one person: found by marks of their names, in whatever script, and of how they are reached. Only the vault
//! can make these marks, and nobody reads a name to find one.

use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::policy::CanKeepProfile;
use super::profile::{Facts, known};
use super::{LeaderName, consent};
use crate::db::Tx;
use crate::history::{self, Act, Event};
use crate::ids::LeaderId;
use crate::names::{Likeness, Rarity, Reason, compare_texts, keys};
use crate::values::{Area, Country, digits_to_ascii};
use crate::vault::{BlindIndex, Vault};
use crate::{Error, Result};

/// What marks of names are made for.
const NAMES: &str = "leader_marks.name";
/// What marks of contacts are.
const CONTACTS: &str = "leader_marks.contact";
/// What marks of fields of work are.
const AREAS: &str = "leader_marks.area";
/// What marks of countries are.
const COUNTRIES: &str = "leader_marks.country";
/// The sign that two are reached in the same way.
const SAME_CONTACT: &str = "alike-contact";
/// How many are looked at for one.
const LOOKED_AT: i64 = 60;
/// How many share a mark before it says nothing.
const SHARED: i64 = 300;
/// How many are marked in one transaction.
const BATCH: i64 = 50;

/// Somebody who may be the same person.
#[derive(Clone, Debug)]
pub struct Alike {
    /// Who.
    pub leader: LeaderId,
    /// How alike, in hundredths.
    pub score: i16,
    /// Why: keys of sentences.
    pub signs: Vec<&'static str>,
}

/// The likely doubles of a leader, the likeliest first. Those that somebody said are others are left out.
pub async fn doubles(conn: &mut PgConnection, leader: LeaderId) -> Result<Vec<Alike>> {
    let rows = sqlx::query!(
        r#"select l.id as "id!: LeaderId", p.score, p.signs
         from leader_likenesses p join leaders l on l.id = case when p.one_id = $1 then p.other_id else p.one_id end
         where (p.one_id = $1 or p.other_id = $1) and p.different_at is null and l.merged_into is null
         order by p.score desc, l.id limit 10"#,
        leader as _
    )
    .fetch_all(conn)
    .await?;
    let known = |key: &String| {
        let reasons = Reason::ALL.iter().map(|reason| reason.key());
        reasons.chain([SAME_CONTACT]).find(|it| it == key)
    };
    Ok(rows
        .into_iter()
        .map(|row| Alike {
            leader: row.id,
            score: row.score,
            signs: row.signs.iter().filter_map(known).collect(),
        })
        .collect())
}

/// Says that two are different persons: nobody is asked again. `NotFound` where nobody took them for one.
pub async fn say_different(
    tx: &mut Tx,
    can: &CanKeepProfile,
    leader: LeaderId,
    other: LeaderId,
) -> Result<()> {
    let (now, by) = (tx.now(), can.by().person()?.id);
    let done = sqlx::query!(
        "update leader_likenesses set different_by = $3, different_at = $4
         where one_id = $1 and other_id = $2 and different_at is null",
        leader.min(other) as _,
        leader.max(other) as _,
        by as _,
        now
    )
    .execute(&mut **tx)
    .await?
    .rows_affected();
    if done == 0 {
        return Err(Error::NotFound);
    }
    for (one, with) in [(leader, other), (other, leader)] {
        let subject = consent::subject(tx, one).await?;
        let after = json!({ "with": with, "verdict": "different" });
        let event = Event::new(Act::LeaderLikenessJudged, subject).after(after);
        history::record(tx, can.by(), event).await?;
    }
    Ok(())
}

/// Marks those who are not marked yet, and looks for their doubles. How many were.
pub async fn mark_some(tx: &mut Tx) -> Result<usize> {
    let ids = sqlx::query_scalar!(
        r#"select id as "id: LeaderId" from leaders where not marked order by id limit $1 for update skip locked"#,
        BATCH
    )
    .fetch_all(&mut **tx)
    .await?;
    let vault = tx.vault();
    for id in &ids {
        let one = known(tx, &vault, *id).await?.ok_or(Error::NotFound)?;
        mark(tx, *id, &one.facts).await?;
    }
    Ok(ids.len())
}

/// Makes the marks of a leader anew, and keeps who is like them. What was said of a pair stays said.
pub async fn mark(tx: &mut Tx, leader: LeaderId, facts: &Facts) -> Result<()> {
    let vault = tx.vault();
    let (kinds, values) = unzip(marks(&vault, facts));
    sqlx::query!("delete from leader_marks where leader_id = $1", leader as _)
        .execute(&mut **tx)
        .await?;
    sqlx::query!(
        "insert into leader_marks (leader_id, kind, mark)
         select $1, kind, mark from unnest($2::text[], $3::bytea[]) as m (kind, mark) on conflict do nothing",
        leader as _,
        &kinds as _,
        &values as _
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "update leaders set marked = true where id = $1",
        leader as _
    )
    .execute(&mut **tx)
    .await?;
    let found = look(tx, &vault, Some(leader), facts).await?;
    keep(tx, leader, &found).await
}

/// Who may be somebody who is not entered yet, the likeliest first.
pub(super) async fn candidates(
    conn: &mut PgConnection,
    vault: &Vault,
    facts: &Facts,
) -> Result<Vec<Alike>> {
    let mut found = look(conn, vault, None, facts).await?;
    found.sort_by_key(|it| std::cmp::Reverse(it.1));
    Ok(found
        .into_iter()
        .map(|(leader, score, signs)| Alike {
            leader,
            score,
            signs,
        })
        .collect())
}

pub(super) fn unzip(
    marks: Vec<(&'static str, BlindIndex)>,
) -> (Vec<&'static str>, Vec<BlindIndex>) {
    marks.into_iter().unzip()
}

/// All marks of a leader: those that are compared, and those by which the board looks.
fn marks(vault: &Vault, facts: &Facts) -> Vec<(&'static str, BlindIndex)> {
    let areas = facts.areas.iter().map(|it| area_mark(vault, *it));
    let countries = facts.countries.iter().map(|it| country_mark(vault, *it));
    let mut all = compared(vault, facts);
    all.extend(areas.map(|mark| ("area", mark)));
    all.extend(countries.map(|mark| ("country", mark)));
    all
}

/// The mark of a field of work.
pub(super) fn area_mark(vault: &Vault, area: Area) -> BlindIndex {
    vault.index(AREAS, area.code())
}

/// The mark of a country where somebody's word counts.
pub(super) fn country_mark(vault: &Vault, country: Country) -> BlindIndex {
    vault.index(COUNTRIES, country.code())
}

/// The marks of a name.
pub(super) fn name_marks(vault: &Vault, name: &str) -> Vec<BlindIndex> {
    let keys = keys(name).into_iter();
    keys.map(|key| vault.index(NAMES, &key.to_string()))
        .collect()
}

/// The marks of names and of contacts, by which two are found to be alike.
pub(super) fn compared(vault: &Vault, facts: &Facts) -> Vec<(&'static str, BlindIndex)> {
    let mut all = Vec::new();
    for name in &facts.names {
        let marks = name_marks(vault, &name.text).into_iter();
        all.extend(marks.map(|mark| ("name", mark)));
    }
    if let Some(email) = &facts.email {
        all.push(("contact", vault.index(CONTACTS, &email.lookup_key())));
    }
    if let Some(phone) = &facts.phone {
        let plain = digits_to_ascii(phone.as_str());
        let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
        all.push(("contact", vault.index(CONTACTS, &digits)));
    }
    all
}

/// Who shares marks with somebody and is like them, but for the leader that this is.
async fn look(
    conn: &mut PgConnection,
    vault: &Vault,
    leader: Option<LeaderId>,
    facts: &Facts,
) -> Result<Vec<(LeaderId, i16, Vec<&'static str>)>> {
    let (kinds, values) = unzip(compared(vault, facts));
    let rows = sqlx::query!(
        r#"select l.id as "id!: LeaderId", l.names_sealed as "names!: crate::vault::Sealed", s.contact as "contact!"
         from (select o.leader_id, bool_or(m.kind = 'contact') as contact, count(*) as shared
            from unnest($4::text[], $5::bytea[]) m (kind, mark)
            cross join lateral (select x.leader_id from leader_marks x
                where x.kind = m.kind and x.mark = m.mark and x.leader_id is distinct from $1 limit $2) o
            group by o.leader_id) s
         join leaders l on l.id = s.leader_id and l.merged_into is null
         order by s.contact desc, s.shared desc, l.id limit $3"#,
        leader as _,
        SHARED,
        LOOKED_AT,
        &kinds as _,
        &values as _
    )
    .fetch_all(conn)
    .await?;
    let mut found = Vec::new();
    for row in rows {
        let names: Vec<LeaderName> = vault.open_json(super::person::NAMES, row.id, &row.names)?;
        let best = likeness(&facts.names, &names);
        if !row.contact && !best.is_match() {
            continue;
        }
        let contact = row.contact.then_some(SAME_CONTACT);
        let reasons = best.reasons.iter().map(|reason| reason.key());
        let signs = contact.into_iter().chain(reasons).collect();
        // Two who share an address may be a family: it weighs as much as a name that is nearly the same.
        let score = match row.contact {
            true => best.score.max(0.9),
            false => best.score,
        };
        found.push((row.id, hundredths(score), signs));
    }
    Ok(found)
}

pub(super) fn hundredths(score: f32) -> i16 {
    // Between none and all of it, so that no digit is lost.
    (score.clamp(0.0, 1.0) * 100.0).round() as i16
}

/// The likeliest of two persons' names.
pub(super) fn likeness(ours: &[LeaderName], theirs: &[LeaderName]) -> Likeness {
    let rarity = Rarity::unknown();
    let pairs = ours.iter().flat_map(|one| {
        let rarity = &rarity;
        theirs
            .iter()
            .map(move |other| compare_texts(&one.text, &other.text, rarity))
    });
    let best = pairs.max_by(|x, y| x.score.total_cmp(&y.score));
    best.unwrap_or(Likeness {
        score: 0.0,
        reasons: Vec::new(),
    })
}

async fn keep(
    tx: &mut Tx,
    leader: LeaderId,
    found: &[(LeaderId, i16, Vec<&'static str>)],
) -> Result<()> {
    let now = tx.now();
    // What nobody said anything of is made anew.
    sqlx::query!(
        "delete from leader_likenesses where (one_id = $1 or other_id = $1) and different_at is null",
        leader as _
    )
    .execute(&mut **tx)
    .await?;
    let others: Vec<Uuid> = found.iter().map(|it| it.0.uuid()).collect();
    let scores: Vec<i16> = found.iter().map(|it| it.1).collect();
    // Arrays of arrays do not unnest; keys have no blanks in them.
    let signs: Vec<String> = found.iter().map(|it| it.2.join(" ")).collect();
    sqlx::query!(
        "insert into leader_likenesses (one_id, other_id, score, signs, found_at)
         select least($1, other), greatest($1, other), score, string_to_array(signs, ' '), $5
         from unnest($2::uuid[], $3::smallint[], $4::text[]) as r (other, score, signs)
         on conflict do nothing",
        leader as _,
        &others,
        &scores,
        &signs,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}
