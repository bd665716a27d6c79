//! What several pages of the desk show alike: a case in a list, what colleagues are called, what happened.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use crate::account::{self, Absence};
use crate::case::{Case, Listed, Many, StageCode, TurnOf};
use crate::criterion::FindingOutcome;
use crate::db::Whole;
use crate::history::{Act, Entry};
use crate::ids::{AccountId, CaseId};
use crate::say;
use crate::sitting::{ItemResult, OffHow, SittingStage};
use crate::values::{Arg, Country, Lang, LanguageTag, Prose, Role, SigningOffice};
use crate::vault::Vault;
use crate::web::urls;

/// What colleagues are called.
pub struct People {
    names: HashMap<AccountId, String>,
    away: HashMap<AccountId, Absence>,
}

/// Something that a form offers: what it sends, and its name.
pub type Choice = (&'static str, String);

/// A case in a list.
pub struct Row {
    id: CaseId,
    /// Where it is.
    pub href: String,
    /// Its tracking number.
    pub number: String,
    /// What it is called, and in what language.
    pub title: Title,
    /// The key of its kind.
    pub kind: &'static str,
    /// Where it stands.
    pub stage: StageCode,
    /// Where the organization works.
    pub host: &'static str,
    /// Whom it waits on; empty once it is over.
    pub waits_on: String,
    /// Since when.
    pub waits_since: Option<When>,
    /// Where its people come from.
    pub homeland: &'static str,
    /// The community that they form.
    pub community: String,
    /// What it works on.
    pub areas: Vec<String>,
    /// Who holds it; empty if nobody does.
    pub holder: String,
    /// When it was submitted.
    pub submitted: Option<When>,
    /// By when somebody should act.
    pub due: Option<When>,
    /// Whether that day has passed.
    pub overdue: bool,
    /// Whether what a colleague proposed waits for a second person.
    pub waits_for_second: bool,
    /// Whether it was typed in from a paper form.
    pub typed: bool,
}

/// A title with the language it is in.
pub struct Title {
    /// The words.
    pub text: String,
    /// As HTML writes the language; empty if nobody said.
    pub lang: String,
    /// As HTML writes the direction.
    pub dir: &'static str,
}

/// A time, for people and for machines.
pub struct When {
    /// For people.
    pub text: String,
    /// For machines.
    pub iso: String,
}

/// Something that happened.
pub struct Happened {
    /// What.
    pub title: String,
    /// Who did it.
    pub who: String,
    /// When.
    pub when: When,
    /// Why, by paragraphs.
    pub reason: Vec<String>,
}

impl People {
    /// The names of these accounts.
    pub async fn of(
        conn: &mut PgConnection,
        vault: &Vault,
        accounts: impl IntoIterator<Item = AccountId>,
    ) -> crate::Result<Self> {
        let mut accounts: Vec<AccountId> = accounts.into_iter().collect();
        accounts.sort_unstable();
        accounts.dedup();
        Ok(Self {
            names: account::called(conn, vault, &accounts).await?,
            away: HashMap::new(),
        })
    }

    /// The same, with who of them is away on a day.
    pub async fn and_absences(
        mut self,
        conn: &mut PgConnection,
        vault: &Vault,
        today: NaiveDate,
    ) -> crate::Result<Self> {
        let accounts: Vec<AccountId> = self.names.keys().copied().collect();
        self.away = account::away(conn, vault, &accounts, today).await?;
        Ok(self)
    }

    /// What somebody is called whom something waits for, and that they are away, if they are.
    pub fn name_now(&self, lang: Lang, account: AccountId) -> String {
        called_now(lang, self.name(account), self.away.get(&account))
    }

    /// What somebody is called.
    pub fn name(&self, account: AccountId) -> String {
        self.names.get(&account).cloned().unwrap_or_default()
    }
}

impl Row {
    /// A row of a list.
    pub fn of(lang: Lang, today: NaiveDate, people: &People, case: &Listed) -> Self {
        Self {
            id: case.id,
            href: urls::desk_case(case.id),
            number: case.number.map(|it| it.to_string()).unwrap_or_default(),
            title: Title::of(lang, &case.title, case.title_language.as_ref()),
            kind: case.kind.key(),
            stage: case.stage,
            host: case.host_country.map_or("", |host| host.name(lang)),
            waits_on: match (case.waits_for_second, case.waits_on) {
                (true, _) => say::t(lang, SECOND),
                (false, Some(of)) => waits_on(lang, of, case.host_country, || {
                    case.holder_id.map(|holder| people.name_now(lang, holder))
                }),
                (false, None) => String::new(),
            },
            waits_since: case
                .waits_since
                .map(|since| When::day(lang, since.date_naive())),
            homeland: case.homeland.map_or("", |homeland| homeland.name(lang)),
            community: case.community.clone().unwrap_or_default(),
            areas: case.areas.iter().map(|area| area.name(lang)).collect(),
            holder: case
                .holder_id
                .map(|holder| people.name_now(lang, holder))
                .unwrap_or_default(),
            submitted: case.submitted_at.map(|at| When::day(lang, at.date_naive())),
            due: case.waits_until.map(|until| When::day(lang, until)),
            overdue: case.is_overdue(today),
            waits_for_second: case.waits_for_second,
            typed: case.typed_by.is_some(),
        }
    }
}

/// What somebody is called, and until when they are away, if they are, with their deputy and their note.
pub fn called_now(lang: Lang, name: String, absence: Option<&Absence>) -> String {
    let Some(absence) = absence else {
        return name;
    };
    let until = ("date", Arg::Text(say::day(lang, absence.last)));
    let mut args = vec![("name", Arg::Text(name)), until];
    if let Some(deputy) = &absence.deputy {
        args.push(("deputy", Arg::Text(deputy.name.clone())));
    }
    if let Some(note) = &absence.note {
        args.push(("note", Arg::Text(note.to_string())));
    }
    let key = match (&absence.deputy, &absence.note) {
        (None, None) => "absence-name",
        (None, Some(_)) => "absence-name-note",
        (Some(_), None) => "absence-name-deputy",
        (Some(_), Some(_)) => "absence-name-deputy-note",
    };
    say::with(lang, key, &args)
}

/// The board, for lists from which somebody is chosen to look after something: who is away is said there.
pub async fn colleagues(
    conn: &mut PgConnection,
    vault: &Vault,
    lang: Lang,
    today: NaiveDate,
) -> crate::Result<Vec<(String, String)>> {
    colleagues_with(
        conn,
        vault,
        (lang, today),
        &[Role::Coordinator, Role::Chair],
    )
    .await
}

/// The same of these roles.
pub async fn colleagues_with(
    conn: &mut PgConnection,
    vault: &Vault,
    (lang, today): (Lang, NaiveDate),
    roles: &[Role],
) -> crate::Result<Vec<(String, String)>> {
    let people = account::with_roles(conn, vault, roles).await?;
    let ids: Vec<AccountId> = people.iter().map(|(id, _)| *id).collect();
    let away = account::away(conn, vault, &ids, today).await?;
    Ok(people
        .into_iter()
        .map(|(id, name)| (id.to_string(), called_now(lang, name, away.get(&id))))
        .collect())
}

/// The key of whom a proposal waits on.
pub const SECOND: &str = "desk-waits-on-second";

/// How many there are, as lists and lanes say it: a count that ended says so.
pub fn many(lang: Lang, many: Many) -> String {
    match many.or_more {
        true => say::t(lang, "desk-many"),
        false => many.count.to_string(),
    }
}

/// Whether there are more than are shown.
pub fn is_more_than(many: Many, shown: usize) -> bool {
    many.or_more || usize::try_from(many.count).is_ok_and(|count| count > shown)
}

/// What leads to all of them.
pub fn all_of(lang: Lang, many: Many) -> String {
    match many.or_more {
        true => say::t(lang, "desk-part-many"),
        false => say::t1(lang, "desk-part-all", "count", many.count),
    }
}

/// Whom a case waits on, in words: whoever holds it by name, a post by its country.
pub fn waits_on(
    lang: Lang,
    of: TurnOf,
    host: Option<Country>,
    holder: impl FnOnce() -> Option<String>,
) -> String {
    match (of, host) {
        (TurnOf::Holder, _) => holder().unwrap_or_default(),
        (TurnOf::Post, Some(host)) => say::t1(lang, "turn-of-post-in", "country", host.name(lang)),
        _ => say::t(lang, of.key()),
    }
}

impl Row {
    /// The same, as it is opened from a list: its page leads to those before and behind it.
    pub fn in_list(mut self, query: &str) -> Self {
        self.href = urls::desk_case_in(self.id, query);
        self
    }
}

impl Title {
    /// A title in its language.
    pub fn of(lang: Lang, text: &str, language: Option<&LanguageTag>) -> Self {
        if text.is_empty() {
            return Self {
                text: say::t(lang, "desk-untitled"),
                lang: String::new(),
                dir: "auto",
            };
        }
        Self {
            text: text.to_owned(),
            lang: language.map(ToString::to_string).unwrap_or_default(),
            dir: language.map_or("auto", |tag| tag.direction().code()),
        }
    }

    /// The title of a case.
    pub fn of_case(lang: Lang, case: &Case) -> Self {
        Self::of(lang, &case.title, case.title_language.as_ref())
    }
}

impl When {
    /// A day.
    pub fn day(lang: Lang, day: NaiveDate) -> Self {
        Self {
            text: say::day(lang, day),
            iso: day.to_string(),
        }
    }

    /// A day with its time.
    pub fn moment(lang: Lang, at: DateTime<Utc>) -> Self {
        Self {
            text: say::moment(lang, at),
            iso: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        }
    }
}

impl Happened {
    /// A row of history.
    pub fn of(lang: Lang, people: &People, entry: &Entry) -> Self {
        let who = match entry.account {
            Some(account) => people.name(account),
            None => match signed_as(lang, entry) {
                Some(office) => office,
                None => say::t(lang, "desk-by-itself"),
            },
        };
        Self {
            title: match left_agenda(entry)
                .map(|why| say::t(lang, why))
                .or_else(|| criterion_judged(lang, entry))
                .or_else(|| handed_over(lang, entry))
            {
                Some(more) => format!("{}: {more}", say::t(lang, entry.act.key())),
                None => say::t(lang, entry.act.key()),
            },
            who,
            when: When::moment(lang, entry.at),
            reason: entry
                .reason
                .iter()
                .flat_map(|reason| reason.split("\n\n"))
                .map(str::to_owned)
                .collect(),
        }
    }
}

/// The key of why a case left an agenda: what the votes came to, or what became of it or of the session.
fn left_agenda(entry: &Entry) -> Option<&'static str> {
    if entry.act != Act::CaseOffAgenda {
        return None;
    }
    let why = entry.after.as_ref()?["why"].as_str()?;
    ItemResult::from_code(why)
        .map(ItemResult::key)
        .or_else(|| OffHow::from_code(why).map(OffHow::key))
        .or_else(|| SittingStage::from_code(why).map(SittingStage::key))
}

/// The act of which it was a part.
fn handed_over(lang: Lang, entry: &Entry) -> Option<String> {
    entry.whole.map(|whole| say::t(lang, part_of(whole)))
}

/// The key of the act of which something was a part.
pub const fn part_of(whole: Whole) -> &'static str {
    match whole {
        Whole::DutyHandover(_) => "history-part-of-handover",
        Whole::Bulk(_) => "history-part-of-bulk",
    }
}

/// Which criterion was judged, and how.
fn criterion_judged(lang: Lang, entry: &Entry) -> Option<String> {
    if entry.act != Act::CaseCriterionJudged {
        return None;
    }
    let after = entry.after.as_ref()?;
    let title = after["title"][lang.code()].as_str()?;
    let outcome = FindingOutcome::from_code(after["outcome"].as_str()?)?;
    Some(format!("{title} – {}", say::t(lang, outcome.key())))
}

/// The office in which somebody signed or declined: whoever does so needs no account.
pub fn signed_as(lang: Lang, entry: &Entry) -> Option<String> {
    if !matches!(entry.act, Act::SignatureGiven | Act::SignatureDeclined) {
        return None;
    }
    let office = entry.after.as_ref()?["office"].as_str()?;
    let office = SigningOffice::from_code(office)?;
    Some(say::t1(
        lang,
        "signature-by",
        "office",
        say::t(lang, office.key()),
    ))
}

/// The paragraphs of a text.
pub fn paragraphs(text: Option<&Prose>) -> Vec<String> {
    text.into_iter()
        .flat_map(Prose::paragraphs)
        .map(str::to_owned)
        .collect()
}
