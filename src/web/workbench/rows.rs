//! What lies on the workbench, as rows: what it is, where, and what can be done about it.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgConnection;

use crate::assignment::Reach;
use crate::group;
use crate::ids::{GroupId, InitiativeId, OrganizationId};
use crate::initiative;
use crate::organization::Mention;
use crate::say;
use crate::values::{Arg, Country, Lang};
use crate::vault::Vault;
use crate::web::coordination::Spoken;
use crate::web::coordinators::{Suggested, suggested};
use crate::web::{Result, urls};
use crate::workbench::{self, Slice, Work, policy};

/// Whose workbench it is, when, and for whom.
pub(super) struct Bench<'a> {
    pub(super) lang: Lang,
    pub(super) today: NaiveDate,
    pub(super) now: DateTime<Utc>,
    pub(super) vault: &'a Vault,
    pub(super) granted: policy::CanSee,
    /// What is one's own; nothing, where all is shown.
    pub(super) reach: Option<&'a Reach>,
    /// Whether the reader acts, or only reads.
    pub(super) may_act: bool,
}

/// Something that should be acted upon.
pub(super) struct Row {
    /// What it is about.
    pub(super) title: Spoken,
    /// Where that is.
    pub(super) href: String,
    /// What is the matter, and where.
    pub(super) facts: Vec<String>,
    /// Where it is acted upon; empty for those who only read.
    pub(super) act: String,
    /// Who is suggested to look after it.
    pub(super) suggested: Option<Suggested>,
}

impl Bench<'_> {
    fn say(&self, key: &str, name: &'static str, arg: Arg) -> String {
        say::with(self.lang, key, &[(name, arg)])
    }

    fn country(&self, country: Option<Country>) -> Option<String> {
        country.map(|it| it.name(self.lang).to_owned())
    }

    fn since(&self, day: NaiveDate) -> String {
        let day = Arg::Text(say::day(self.lang, day));
        self.say("coordination-since", "from", day)
    }

    fn act(&self, href: String) -> String {
        match self.may_act {
            true => href,
            false => String::new(),
        }
    }
}

/// The key of what can be done about what a list is of.
pub(super) const fn act_key(work: Work) -> &'static str {
    match work {
        Work::Unled => "workbench-act-unled",
        Work::Unlinked => "workbench-act-unlinked",
        Work::Needs => "workbench-act-needs",
        Work::Seats => "workbench-act-seats",
        Work::Terms => "workbench-act-terms",
        Work::Unassigned => "workbench-act-unassigned",
    }
}

/// Some of a list.
pub(super) async fn rows(
    conn: &mut PgConnection,
    bench: &Bench<'_>,
    work: Work,
    slice: Slice,
) -> Result<Vec<Row>> {
    match work {
        Work::Unled => unled(conn, bench, slice).await,
        Work::Unlinked => unlinked(conn, bench, slice).await,
        Work::Needs => needs(conn, bench, slice).await,
        Work::Seats => seats(conn, bench, slice).await,
        Work::Terms => terms(conn, bench, slice).await,
        Work::Unassigned => unassigned(conn, bench, slice).await,
    }
}

async fn unled(conn: &mut PgConnection, bench: &Bench<'_>, slice: Slice) -> Result<Vec<Row>> {
    let when = (bench.reach, bench.today);
    let found = workbench::unled(conn, bench.granted, when, slice).await?;
    let ids: Vec<InitiativeId> = found.iter().map(|it| it.id).collect();
    let mut texts = initiative::texts(conn, &ids).await?;
    Ok(found
        .into_iter()
        .map(|it| {
            let partners = (it.partners > 0)
                .then(|| bench.say("workbench-carried", "count", Arg::Number(it.partners)));
            let asked = it
                .is_asked
                .then(|| say::t(bench.lang, "workbench-lead-asked"));
            Row {
                title: Spoken::title(&texts.remove(&it.id).unwrap_or_default(), bench.lang),
                href: urls::desk_initiative(it.id),
                facts: bench
                    .country(it.host_country)
                    .into_iter()
                    .chain(partners)
                    .chain(asked)
                    .collect(),
                act: bench.act(format!("{}#add", urls::desk_initiative(it.id))),
                suggested: None,
            }
        })
        .collect())
}

async fn unlinked(conn: &mut PgConnection, bench: &Bench<'_>, slice: Slice) -> Result<Vec<Row>> {
    let found = workbench::unlinked(conn, bench.granted, bench.reach, slice).await?;
    let ids: Vec<InitiativeId> = found.iter().map(|it| it.id).collect();
    let mut texts = initiative::texts(conn, &ids).await?;
    Ok(found
        .into_iter()
        .map(|it| Row {
            title: Spoken::title(&texts.remove(&it.id).unwrap_or_default(), bench.lang),
            href: urls::desk_initiative(it.id),
            facts: bench
                .country(it.host_country)
                .into_iter()
                .chain(
                    (it.suggested > 0).then(|| {
                        bench.say("workbench-suggested", "count", Arg::Number(it.suggested))
                    }),
                )
                .collect(),
            act: bench.act(urls::desk_initiative_links(it.id)),
            suggested: None,
        })
        .collect())
}

async fn needs(conn: &mut PgConnection, bench: &Bench<'_>, slice: Slice) -> Result<Vec<Row>> {
    let found = workbench::unmet_needs(conn, bench.granted, bench.reach, slice).await?;
    let ids: Vec<InitiativeId> = found.iter().map(|it| it.initiative).collect();
    let texts = initiative::texts(conn, &ids).await?;
    Ok(found
        .into_iter()
        .map(|it| {
            let mut need = vec![say::t(bench.lang, it.kind.key())];
            need.extend(it.words.map(String::from));
            need.extend(it.amount.map(String::from));
            Row {
                title: texts
                    .get(&it.initiative)
                    .map(|texts| Spoken::title(texts, bench.lang))
                    .unwrap_or_default(),
                href: urls::desk_initiative(it.initiative),
                facts: need
                    .into_iter()
                    .chain(bench.country(it.host_country))
                    .collect(),
                act: bench.act(urls::desk_initiative_part(it.initiative, "needs")),
                suggested: None,
            }
        })
        .collect())
}

async fn seats(conn: &mut PgConnection, bench: &Bench<'_>, slice: Slice) -> Result<Vec<Row>> {
    let when = (bench.reach, bench.today);
    let found = workbench::vacant_seats(conn, bench.granted, when, slice).await?;
    let ids: Vec<GroupId> = found.iter().map(|it| it.group).collect();
    let names = group::names(conn, &ids).await?;
    Ok(found
        .into_iter()
        .map(|it| {
            let group = names.get(&it.group);
            let group = group.map(|names| Spoken::of(names, bench.lang).text);
            let of = &it.organization;
            let facts = [
                Some(say::t(bench.lang, it.office.key())),
                group,
                bench.country(Some(of.host_country)),
                Some(bench.since(it.since)),
                (!of.can_join()).then(|| say::t(bench.lang, of.standing.key())),
            ];
            // Nobody fills a seat of what is struck off: what can be done is at the group.
            let act = match of.can_join() {
                true => urls::desk_vacancy(of.number, (it.office, it.term)),
                false => urls::desk_group(it.group),
            };
            let facts = facts.into_iter().flatten().collect();
            of_organization(of, facts, bench.act(act))
        })
        .collect())
}

async fn terms(conn: &mut PgConnection, bench: &Bench<'_>, slice: Slice) -> Result<Vec<Row>> {
    let when = (bench.reach, bench.today);
    let found = workbench::lapsing_terms(conn, bench.granted, when, slice).await?;
    Ok(found
        .into_iter()
        .map(|it| {
            let day = Arg::Text(say::day(bench.lang, it.last_day));
            let key = match it.last_day < bench.today {
                true => "workbench-term-over",
                false => "coordination-until",
            };
            let facts = [
                Some(say::t(bench.lang, it.office.key())),
                Some(bench.say(key, "until", day)),
                bench.country(Some(it.organization.host_country)),
            ];
            let succession = format!("offices/{}/succession", it.id);
            of_organization(
                &it.organization,
                facts.into_iter().flatten().collect(),
                bench.act(urls::desk_organization_part(
                    it.organization.number,
                    &succession,
                )),
            )
        })
        .collect())
}

fn of_organization(of: &Mention, facts: Vec<String>, act: String) -> Row {
    Row {
        title: Spoken::organization(of),
        href: urls::desk_organization(of.number),
        facts,
        act,
        suggested: None,
    }
}

async fn unassigned(conn: &mut PgConnection, bench: &Bench<'_>, slice: Slice) -> Result<Vec<Row>> {
    let found = workbench::unassigned(conn, bench.granted, bench.reach, slice).await?;
    let ids: Vec<OrganizationId> = found.iter().map(|it| it.organization.id).collect();
    let when = (bench.vault, bench.today, bench.now);
    let mut suggested = suggested(conn, bench.lang, when, &ids).await?;
    Ok(found
        .iter()
        .map(|it| {
            let of = &it.organization;
            let facts = [
                bench.country(Some(of.host_country)),
                bench.country(it.homeland),
                Some(bench.since(it.since.date_naive())),
            ];
            let facts = facts.into_iter().flatten().collect();
            let action = urls::desk_organization_part(of.number, "coordinator");
            Row {
                suggested: suggested.remove(&of.id).map(|it| Suggested {
                    action: bench.act(action.clone()),
                    ..it
                }),
                ..of_organization(of, facts, bench.act(action))
            }
        })
        .collect())
}
