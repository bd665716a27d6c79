//! All leaders in one list, for the board: looked through by name in any script, language, field of work, country where their word
//! counts and host country. A post is given those of its host countries who agreed to be shared with it, by what they agreed to.
//! Whoever looks is on record.

use serde_json::json;

use super::alike;
use super::find::by_text;
use super::list::wording;
use super::person::{LeaderName, NAMES, Office};
use super::policy::CanLookThrough;
use crate::Result;
use crate::db::{Tx, plan_anew};
use crate::history::{self, Act, Event, Subject};
use crate::ids::LeaderId;
use crate::organization::Mention;
use crate::values::{Area, Country, LanguageTag, Line};
use crate::vault::{BlindIndex, Sealed};

/// How many stand on a page.
const ON_A_PAGE: i64 = 25;

/// Who is looked for; whatever is not named does not matter.
#[derive(Clone, Debug, Default)]
pub struct WantedLeaders {
    /// A name or a part of it, in any script.
    pub name: Option<Line>,
    /// A language that they speak.
    pub language: Option<LanguageTag>,
    /// A field of work, with those beneath it.
    pub area: Option<Area>,
    /// A country where their word counts.
    pub country: Option<Country>,
    /// Where an organization of theirs works.
    pub host: Option<Country>,
}

/// Somebody in the list.
pub struct ListedLeader {
    /// Who.
    pub id: LeaderId,
    /// What they are called.
    pub names: Vec<LeaderName>,
    /// The languages they speak, as far as the reader may know.
    pub languages: Vec<LanguageTag>,
    /// The office that they hold or last held.
    pub office: Office,
    /// Where.
    pub organization: Mention,
}

/// A page of leaders, the first page being 0; and whether there are more.
pub async fn look_through(
    tx: &mut Tx,
    can: &CanLookThrough,
    wanted: &WantedLeaders,
    page: i64,
) -> Result<(Vec<ListedLeader>, bool)> {
    let vault = tx.vault();
    let ids: Option<Vec<LeaderId>> = match &wanted.name {
        Some(name) => {
            // How somebody is reached, a post does not find them by.
            let found = by_text(tx, &vault, name, can.hosts().is_none()).await?;
            Some(found.into_iter().map(|it| it.0).collect())
        }
        None => None,
    };
    let areas: Option<Vec<BlindIndex>> = wanted.area.map(|area| {
        let all = area.under().into_iter();
        all.map(|it| alike::area_mark(&vault, it)).collect()
    });
    let country = wanted.country.map(|it| alike::country_mark(&vault, it));
    // Whoever is found by a name comes in the order in which names fit: all of them, to be put so and cut into pages here.
    let (offset, limit) = match &ids {
        Some(ids) => (0, i64::try_from(ids.len()).unwrap_or(i64::MAX)),
        None => (page * ON_A_PAGE, ON_A_PAGE + 1),
    };
    // One plan for whatever is asked reads every leader with every office: among 300,000 that took more than ten minutes.
    plan_anew(tx).await?;
    let rows = sqlx::query!(
        r#"with page as materialized (
            select l.id from leaders l
            where l.merged_into is null
                and exists (select from leader_offices g join organizations p on p.id = g.organization_id
                    where g.leader_id = l.id and ($1::text[] is null or p.host_country = any($1))
                        and ($2::text is null or p.host_country = $2) and ($1::text[] is null or g.mistaken_at is null))
                and ($1::text[] is null or agrees(l.id, 'name', 'sharing') and agrees(l.id, 'office', 'sharing'))
                and ($3::uuid[] is null or l.id = any($3))
                and ($4::text is null or l.languages @> array[$4]
                    and ($1::text[] is null or agrees(l.id, 'languages', 'sharing')))
                and ($5::bytea[] is null or ($1::text[] is null or agrees(l.id, 'areas', 'sharing'))
                    and exists (select from leader_marks m where m.leader_id = l.id and m.kind = 'area' and m.mark = any($5)))
                and ($6::bytea is null or ($1::text[] is null or agrees(l.id, 'countries', 'sharing'))
                    and exists (select from leader_marks m where m.leader_id = l.id and m.kind = 'country' and m.mark = $6))
            order by l.id desc offset $7 limit $8)
         select l.id, l.names_sealed as "names_sealed: Sealed",
            case when $1::text[] is null or agrees(l.id, 'languages', 'sharing') then l.languages else '{}' end
                as "languages!: Vec<LanguageTag>",
            f.id as office_id, f.title, f.title_language, f.title_other, f.title_other_language, f.office, f.acting, f.since,
            f.until, f.mistaken_at is not null as "is_mistaken!", o.id as organization_id, o.number, o.name as "name: Line", o.name_language, o.host_country, o.standing
         from page join leaders l on l.id = page.id
            join leader_offices f on f.id = (select g.id from leader_offices g join organizations p on p.id = g.organization_id
                where g.leader_id = l.id and ($1::text[] is null or p.host_country = any($1))
                    and ($2::text is null or p.host_country = $2) and ($1::text[] is null or g.mistaken_at is null)
                order by g.mistaken_at is not null, g.until desc nulls first, g.id limit 1)
            join organizations o on o.id = f.organization_id
         order by l.id desc"#,
        can.hosts() as _,
        wanted.host as _,
        ids.as_ref() as _,
        wanted.language.as_ref() as _,
        areas as _,
        country as _,
        offset,
        limit
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(ListedLeader {
            id: row.id,
            names: vault.open_json(NAMES, row.id, &row.names_sealed)?,
            languages: row.languages,
            office: Office {
                id: row.office_id,
                title: row.title,
                title_language: row.title_language,
                other: wording(row.title_other, row.title_other_language),
                office: row.office,
                acting: row.acting,
                since: row.since,
                until: row.until,
                is_mistaken: row.is_mistaken,
            },
            organization: Mention {
                id: row.organization_id,
                number: row.number,
                name: row.name,
                name_language: row.name_language,
                host_country: row.host_country,
                standing: row.standing,
            },
        });
    }
    if let Some(ids) = &ids {
        let place = |it: &ListedLeader| ids.iter().position(|id| *id == it.id);
        all.sort_by_key(place);
        let before = usize::try_from(page * ON_A_PAGE).unwrap_or(usize::MAX);
        all.drain(..before.min(all.len()));
    }
    let shown = usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    let has_more = all.len() > shown;
    all.truncate(shown);
    if !all.is_empty() {
        let subject = Subject::account(can.by().person()?.id);
        let event =
            Event::new(Act::PersonalDataViewed, subject).after(json!({ "leaders": all.len() }));
        history::record(tx, can.by(), event).await?;
    }
    Ok((all, has_more))
}
