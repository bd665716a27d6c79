//! What is known of a group, for its page in public and at the desk.

use chrono::NaiveDate;
use sqlx::PgConnection;

use crate::group::{self, Group, Related};
use crate::ids::GroupId;
use crate::values::{Country, Lang};
use crate::web::coordination::Spoken;
use crate::web::desk::paragraphs;
use crate::web::{Result, areas, urls};

/// From how many letters on a name is long.
const LONG: usize = 80;

/// What a page shows of a group.
pub struct Facts {
    pub id: GroupId,
    pub kind_key: &'static str,
    pub name: Spoken,
    /// What it is called besides.
    pub other_names: Vec<Spoken>,
    pub purpose: Option<Spoken>,
    /// The terms of reference, and their paragraphs.
    pub terms: Option<(Spoken, Vec<String>)>,
    pub areas: String,
    pub countries: Vec<Country>,
    pub joining_key: &'static str,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
    pub is_over: bool,
    /// What it is a part of, the outermost first.
    pub above: Vec<Link>,
    /// Those that are a part of it.
    pub below: Vec<Link>,
}

/// Another group.
pub struct Link {
    pub id: GroupId,
    pub href: String,
    pub name: Spoken,
    pub kind_key: &'static str,
    pub is_over: bool,
}

impl Facts {
    /// Of a group, with ways to the groups around it.
    pub async fn of(
        conn: &mut PgConnection,
        (lang, today): (Lang, NaiveDate),
        group: &Group,
        href: fn(GroupId) -> String,
    ) -> Result<Self> {
        let around = group::around(conn, group.id).await?;
        let link = |it: Related| Link {
            id: it.id,
            href: href(it.id),
            name: Spoken::of(&it.names, lang),
            kind_key: it.kind.key(),
            is_over: it.end.is_over(today),
        };
        let said = &group.said;
        let name = Spoken::of(&said.names, lang);
        let names = said.names.iter();
        Ok(Self {
            id: group.id,
            kind_key: said.kind.key(),
            other_names: names
                .map(|it| Spoken::new(it.text.as_str(), Some(&it.language)))
                .filter(|it| *it != name)
                .collect(),
            name,
            purpose: Spoken::purpose(said, lang),
            terms: Spoken::terms(said, lang).map(|terms| {
                let lines = said.terms(lang).map(|(text, _)| text);
                (terms, paragraphs(lines))
            }),
            areas: areas::names(lang, &said.areas).join(" · "),
            countries: said.host_countries.clone(),
            joining_key: said.joining.key(),
            since: said.started_on,
            until: group.end.on,
            is_over: group.end.is_over(today),
            above: around.above.into_iter().map(link).collect(),
            below: around.below.into_iter().map(link).collect(),
        })
    }

    /// How large its name is set: a long one leaves room for the rest of the page.
    pub fn heading(&self) -> &'static str {
        match self.name.text.chars().count() > LONG {
            true => "govuk-heading-m",
            false => "govuk-heading-l",
        }
    }

    /// What stands over its members, who are those that it had when it is over.
    pub const fn members_key(&self) -> &'static str {
        match self.is_over {
            true => "groups-members-then",
            false => "groups-members",
        }
    }

    /// Its public page.
    pub fn public(&self) -> String {
        urls::group(self.id)
    }
}
