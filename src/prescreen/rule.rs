//! The rules, as admins keep them: for a host country and kind, for either, or for all.

use serde_json::json;
use sqlx::PgConnection;

use super::policy::{CanKeepRules, CanReadRules};
use crate::db::Tx;
use crate::history::{self, Act, Event, Subject};
use crate::ids::RuleId;
use crate::values::{Country, Kind, Lang, Prose, SigningOffice};
use crate::{Error, Result};

/// A rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// What it says.
    pub terms: Terms,
    /// Counts its changes.
    pub revision: i32,
}

/// What a rule says, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// In which host country; in each, if nothing is said.
    pub host_country: Option<Country>,
    /// For which kind; for each, if nothing is said.
    pub kind: Option<Kind>,
    /// Whether registrations are taken at all.
    pub is_open: bool,
    /// Whether one may work for profit.
    pub for_profit: bool,
    /// How many must belong to it.
    pub least_members: i32,
    /// For how many years it must be there.
    pub least_years: i16,
    /// Whether an authority of the host country must have it on record.
    pub on_record: bool,
    /// How many must sign besides whoever submits.
    pub signers: i16,
    /// The offices that must be among them.
    pub signing_offices: Vec<SigningOffice>,
    /// What readers are told besides, in English, Russian and Arabic.
    pub words: [Option<Prose>; 3],
    /// Whether the rule is in force.
    pub in_force: bool,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            host_country: None,
            kind: None,
            is_open: true,
            for_profit: false,
            least_members: 0,
            least_years: 0,
            on_record: false,
            signers: 0,
            signing_offices: Vec::new(),
            words: [None, None, None],
            in_force: true,
        }
    }
}

impl Terms {
    /// Whether it is the rule for all, which is always in force.
    pub const fn is_general(&self) -> bool {
        self.host_country.is_none() && self.kind.is_none()
    }

    /// What readers of a language are told besides; in English, where theirs has no words.
    pub fn words_for(&self, lang: Lang) -> Option<&Prose> {
        let at = Lang::ALL.iter().position(|it| *it == lang).unwrap_or(0);
        let own = self.words.get(at).and_then(Option::as_ref);
        own.or(self.words[0].as_ref())
    }
}

struct Row {
    id: RuleId,
    host_country: Option<Country>,
    kind: Option<Kind>,
    is_open: bool,
    for_profit: bool,
    least_members: i32,
    least_years: i16,
    on_record: bool,
    signers: i16,
    signing_offices: Vec<SigningOffice>,
    words_en: Option<Prose>,
    words_ru: Option<Prose>,
    words_ar: Option<Prose>,
    in_force: bool,
    revision: i32,
}

impl From<Row> for Rule {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            revision: row.revision,
            terms: Terms {
                host_country: row.host_country,
                kind: row.kind,
                is_open: row.is_open,
                for_profit: row.for_profit,
                least_members: row.least_members,
                least_years: row.least_years,
                on_record: row.on_record,
                signers: row.signers,
                signing_offices: row.signing_offices,
                words: [row.words_en, row.words_ru, row.words_ar],
                in_force: row.in_force,
            },
        }
    }
}

/// The rule that counts: the one for both, else for the country, else for the kind, else the one for all.
pub async fn rule_for(conn: &mut PgConnection, host: Country, kind: Kind) -> Result<Rule> {
    sqlx::query_as!(
        Row,
        r#"select id, host_country, kind, is_open, for_profit, least_members, least_years, on_record, signers,
            signing_offices, words_en, words_ru, words_ar, ended_at is null as "in_force!", revision
         from prescreen_rules
         where ended_at is null and coalesce(host_country, $1) = $1 and coalesce(kind, $2) = $2
         order by host_country is null, kind is null limit 1"#,
        host as _,
        kind as _,
    )
    .fetch_optional(conn)
    .await?
    .map(Rule::from)
    .ok_or(Error::Contradiction("there is no general rule"))
}

/// All rules, the general one first; those that ended last.
pub async fn rules(conn: &mut PgConnection, _: &CanReadRules) -> Result<Vec<Rule>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select id, host_country, kind, is_open, for_profit, least_members, least_years, on_record, signers,
            signing_offices, words_en, words_ru, words_ar, ended_at is null as "in_force!", revision
         from prescreen_rules
         order by ended_at is not null, host_country nulls first, kind nulls first, id"#,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(Rule::from).collect())
}

/// The rule with this id.
pub async fn find(conn: &mut PgConnection, _: &CanReadRules, id: RuleId) -> Result<Rule> {
    sqlx::query_as!(
        Row,
        r#"select id, host_country, kind, is_open, for_profit, least_members, least_years, on_record, signers,
            signing_offices, words_en, words_ru, words_ar, ended_at is null as "in_force!", revision
         from prescreen_rules where id = $1"#,
        id as _,
    )
    .fetch_optional(conn)
    .await?
    .map(Rule::from)
    .ok_or(Error::NotFound)
}

/// Writes a rule: a new one, or a known one if nobody changed it since it was seen. Whom it is for never changes.
pub async fn write(
    tx: &mut Tx,
    granted: &CanKeepRules,
    seen: Option<&Rule>,
    terms: &Terms,
) -> Result<RuleId> {
    let id = seen.map_or_else(RuleId::fresh, |seen| seen.id);
    let now = tx.now();
    let ended = (!terms.in_force).then_some(now);
    let [en, ru, ar] = &terms.words;
    if let Some(seen) = seen {
        let written = sqlx::query!(
            "update prescreen_rules set is_open = $3, for_profit = $4, least_members = $5, least_years = $6, on_record = $7,
                words_en = $8, words_ru = $9, words_ar = $10, ended_at = $11, updated_at = $12, signers = $13,
                signing_offices = $14, revision = revision + 1
             where id = $1 and revision = $2",
            id as _,
            seen.revision,
            terms.is_open,
            terms.for_profit,
            terms.least_members,
            terms.least_years,
            terms.on_record,
            en as _,
            ru as _,
            ar as _,
            ended,
            now,
            terms.signers,
            &terms.signing_offices as _,
        )
        .execute(&mut **tx)
        .await?;
        if written.rows_affected() == 0 {
            return Err(Error::Overtaken);
        }
    } else {
        sqlx::query!(
            "insert into prescreen_rules (id, host_country, kind, is_open, for_profit, least_members, least_years, on_record,
                words_en, words_ru, words_ar, ended_at, updated_at, signers, signing_offices)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            id as _,
            terms.host_country as _,
            terms.kind as _,
            terms.is_open,
            terms.for_profit,
            terms.least_members,
            terms.least_years,
            terms.on_record,
            en as _,
            ru as _,
            ar as _,
            ended,
            now,
            terms.signers,
            &terms.signing_offices as _,
        )
        .execute(&mut **tx)
        .await?;
    }
    let before = seen.map(|seen| said(&seen.terms));
    let event = Event::new(Act::PrescreenRuleWritten, Subject::rule(id));
    history::record(tx, granted.by(), event.changed(before, said(terms))).await?;
    Ok(id)
}

fn said(terms: &Terms) -> serde_json::Value {
    json!({
        "host_country": terms.host_country,
        "kind": terms.kind,
        "is_open": terms.is_open,
        "for_profit": terms.for_profit,
        "least_members": terms.least_members,
        "least_years": terms.least_years,
        "on_record": terms.on_record,
        "signers": terms.signers,
        "signing_offices": terms.signing_offices,
        "words": terms.words,
        "in_force": terms.in_force,
    })
}
