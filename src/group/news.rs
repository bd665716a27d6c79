//! What is written to those who are in a group or asked into it when it ends, or goes on after all.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::joining::Entry;
use super::list::names;
use super::tell;
use crate::Result;
use crate::db::Tx;
use crate::ids::{GroupId, GroupInvitationId, LeaderId, OrganizationId};
use crate::leader;
use crate::notice::{self, Letter, LetterToMember, OfGroup};
use crate::organization::{Mention, team};
use crate::values::{Country, GroupRole, Line, RegistryNumber, SigningOffice, Standing};

/// What they are told.
pub(super) enum News {
    /// The group ends on a day, and why.
    Ends(NaiveDate, String),
    /// It goes on after all, and they are in it.
    GoesOn,
    /// It ends on a day, and why: they are asked no more.
    NotAsked(NaiveDate, String),
    /// It goes on after all: they are asked again.
    AskedAgain,
}

impl News {
    fn letter(&self, of: OfGroup, token: Option<String>) -> LetterToMember {
        match self {
            Self::Ends(day, words) => LetterToMember::Ended {
                of,
                day: *day,
                words: words.clone(),
            },
            Self::NotAsked(day, words) => LetterToMember::NotAsked {
                of,
                day: *day,
                words: words.clone(),
            },
            Self::GoesOn => LetterToMember::GoesOn { of, token },
            Self::AskedAgain => LetterToMember::AskedAgain { of, token },
        }
    }
}

/// Somebody who is written to, and their place.
struct Row {
    leader: Option<LeaderId>,
    role: GroupRole,
    seat: Option<SigningOffice>,
    until: Option<NaiveDate>,
    id: Option<OrganizationId>,
    number: Option<RegistryNumber>,
    name: Option<Line>,
    country: Option<Country>,
    standing: Option<Standing>,
}

impl Row {
    fn organization(&self) -> Option<Mention> {
        Some(Mention {
            id: self.id?,
            number: self.number?,
            name: self.name.clone()?,
            name_language: None,
            host_country: self.country?,
            standing: self.standing?,
        })
    }
}

/// Writes to each member, or to those who came after a moment: to those who act for an organization, and to leaders as far as they can
/// be reached.
pub(super) async fn tell_members(
    tx: &mut Tx,
    group: GroupId,
    news: &News,
    after: Option<DateTime<Utc>>,
) -> Result<()> {
    let rows = sqlx::query_as!(
        Row,
        r#"select m.leader_id as "leader?: LeaderId", m.role, m.seat, m.term_until as until, o.id as "id?: OrganizationId",
            o.number as "number?: RegistryNumber", o.name as "name?: Line", o.host_country as "country?: Country",
            o.standing as "standing?: Standing"
         from group_members m left join organizations o on o.id = m.organization_id
         where m.group_id = $1 and m.until is null and ($2::timestamptz is null or m.since > $2)
         order by m.since, m.id"#,
        group as _,
        after
    )
    .fetch_all(&mut **tx)
    .await?;
    write(tx, group, news, rows).await
}

/// The same to those who are asked by these invitations.
pub(super) async fn tell_asked(
    tx: &mut Tx,
    group: GroupId,
    news: &News,
    invitations: &[GroupInvitationId],
) -> Result<()> {
    let rows = sqlx::query_as!(
        Row,
        r#"select i.leader_id as "leader?: LeaderId", i.role, i.seat, i.term_until as until, o.id as "id?: OrganizationId",
            o.number as "number?: RegistryNumber", o.name as "name?: Line", o.host_country as "country?: Country",
            o.standing as "standing?: Standing"
         from group_invitations i left join organizations o on o.id = i.organization_id
         where i.id = any($1) order by i.invited_at, i.id"#,
        invitations as _
    )
    .fetch_all(&mut **tx)
    .await?;
    write(tx, group, news, rows).await
}

async fn write(tx: &mut Tx, group: GroupId, news: &News, rows: Vec<Row>) -> Result<()> {
    let called = names(tx, &[group])
        .await?
        .remove(&group)
        .unwrap_or_default();
    let leaders: Vec<LeaderId> = rows.iter().filter_map(|it| it.leader).collect();
    let mut reached = leader::reach(tx, &leaders).await?;
    let mut tokens: HashMap<LeaderId, String> = super::link::tokens(tx, &leaders).await?;
    for row in rows {
        let entry = Entry {
            role: row.role,
            seat: row.seat,
            until: row.until,
        };
        let organization = row.organization();
        let of = tell::named(group, called.clone(), organization.as_ref(), &entry);
        let token = row.leader.and_then(|it| tokens.remove(&it));
        let letter = Letter::Member(news.letter(of, token));
        if let Some(organization) = organization {
            team::tell(tx, organization.id, None, &letter).await?;
        }
        if let Some(to) = row.leader.and_then(|it| reached.remove(&it)) {
            notice::post(tx, to, letter).await?;
        }
    }
    Ok(())
}
