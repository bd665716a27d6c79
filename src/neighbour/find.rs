//! Neighbours with their names: the nearest of each sort, and how many there are.

use std::collections::HashMap;

use chrono::NaiveDate;
use sqlx::PgConnection;

use super::policy::CanSee;
use super::read;
use crate::Result;
use crate::group;
use crate::ids::{GroupId, InitiativeId, OrganizationId};
use crate::initiative::{self, InitiativeText};
use crate::organization;
use crate::radar::LinkKind;
use crate::values::{
    Country, GroupRole, InitiativeRole, LanguageTag, RegistryNumber, Wording, codes,
};

codes! {
    /// What sort of thing a neighbour is.
    pub enum Sort {
        Organization = "organization",
        Initiative = "initiative",
        Group = "group",
        Country = "country",
    }
}

/// Whose neighbours are looked for.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// An organization's.
    Organization(OrganizationId),
    /// An initiative's.
    Initiative(InitiativeId),
    /// A group's.
    Group(GroupId),
    /// A host country's.
    Country(Country),
}

/// A neighbour, as pages name it.
#[derive(Clone, Debug)]
pub enum Thing {
    /// An organization.
    Organization {
        /// Its number.
        number: RegistryNumber,
        /// Its name.
        name: String,
        /// The language of the name.
        language: Option<LanguageTag>,
    },
    /// An initiative.
    Initiative {
        /// Which.
        id: InitiativeId,
        /// What it says of itself.
        texts: Vec<InitiativeText>,
    },
    /// A group.
    Group {
        /// Which.
        id: GroupId,
        /// What it is called.
        names: Vec<Wording>,
    },
    /// A country.
    Country(Country),
}

/// What ties a neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// One carries the other.
    Carries(InitiativeRole),
    /// One is in the other.
    Member(GroupRole),
    /// Both initiatives are linked; whether the one in the middle is what the link says.
    Linked(LinkKind, bool),
    /// So many initiatives in common.
    Initiatives(i64),
    /// So many groups in common.
    Groups(i64),
    /// So many leaders in common.
    Leaders(i64),
    /// So many organizations in common.
    Organizations(i64),
}

/// Something near.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// What.
    pub thing: Thing,
    /// What ties it, the strongest first.
    pub ties: Vec<Tie>,
}

/// The nearest of one sort.
#[derive(Clone, Debug)]
pub struct Near {
    /// Which sort.
    pub sort: Sort,
    /// They, the nearest first.
    pub neighbours: Vec<Neighbour>,
    /// How many there are in all.
    pub total: i64,
}

/// What is near something on a day: of each sort so many at most.
pub async fn neighbours(
    conn: &mut PgConnection,
    can: CanSee,
    (of, today): (Of, NaiveDate),
    most: i64,
) -> Result<Vec<Near>> {
    let mut found = Found::default();
    match of {
        Of::Organization(id) => {
            found.organizations = read::around_organization(conn, can, (id, today), most).await?;
            found.initiatives = read::carried(conn, can, id, most).await?;
            found.groups = read::groups_of(conn, (id, today), most).await?;
        }
        Of::Initiative(id) => {
            found.organizations = read::carrying(conn, id, most).await?;
            found.initiatives = read::around_initiative(conn, can, id, most).await?;
        }
        Of::Group(id) => {
            found.organizations = read::members(conn, id, most).await?;
            found.groups = read::around_group(conn, (id, today), most).await?;
            found.initiatives = read::initiatives_of_members(conn, can, id, most).await?;
        }
        Of::Country(country) => {
            found.countries = read::around_country(conn, can, (country, today), most).await?;
            found.groups = read::groups_in(conn, (country, today), most).await?;
            found.initiatives = read::initiatives_in(conn, can, country, most).await?;
        }
    }
    found.named(conn).await
}

/// Ids with what ties them, and how many there are in all.
pub(super) type Rows<Id> = (Vec<(Id, Vec<Tie>)>, i64);

#[derive(Default)]
struct Found {
    organizations: Rows<OrganizationId>,
    initiatives: Rows<InitiativeId>,
    groups: Rows<GroupId>,
    countries: Rows<Country>,
}

impl Found {
    /// The same with their names; sorts of which there are none are left out.
    async fn named(self, conn: &mut PgConnection) -> Result<Vec<Near>> {
        let ids = |rows: &Rows<OrganizationId>| rows.0.iter().map(|row| row.0).collect::<Vec<_>>();
        let organizations = organization::find_many(conn, &ids(&self.organizations)).await?;
        let mut organizations: HashMap<_, _> =
            organizations.into_iter().map(|it| (it.id, it)).collect();
        let ids: Vec<InitiativeId> = self.initiatives.0.iter().map(|row| row.0).collect();
        let mut texts = initiative::texts(conn, &ids).await?;
        let ids: Vec<GroupId> = self.groups.0.iter().map(|row| row.0).collect();
        let mut names = group::names(conn, &ids).await?;
        let all = vec![
            near(Sort::Organization, self.organizations, |id| {
                let found = organizations.remove(&id)?;
                Some(Thing::Organization {
                    number: found.number,
                    name: found.name,
                    language: found.name_language,
                })
            }),
            near(Sort::Initiative, self.initiatives, |id| {
                let texts = texts.remove(&id)?;
                Some(Thing::Initiative { id, texts })
            }),
            near(Sort::Group, self.groups, |id| {
                let names = names.remove(&id)?;
                Some(Thing::Group { id, names })
            }),
            near(Sort::Country, self.countries, |id| Some(Thing::Country(id))),
        ];
        Ok(all
            .into_iter()
            .filter(|near| !near.neighbours.is_empty())
            .collect())
    }
}

fn near<Id>(sort: Sort, rows: Rows<Id>, mut thing: impl FnMut(Id) -> Option<Thing>) -> Near {
    let (rows, total) = rows;
    Near {
        sort,
        total,
        neighbours: rows
            .into_iter()
            .filter_map(|(id, ties)| {
                Some(Neighbour {
                    thing: thing(id)?,
                    ties,
                })
            })
            .collect(),
    }
}
