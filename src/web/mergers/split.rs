//! Making two records of one: what goes to the new one, value by value, then what it will do, then the act.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::words::{Said, said};
use super::{crumbs, dir_of, lang_of};
use crate::account;
use crate::actor::Actor;
use crate::db::{self, Tx};
use crate::group;
use crate::initiative::{self, policy as initiatives};
use crate::leader;
use crate::merger::policy::{self, CanSplit};
use crate::merger::{self, Count, Obstacle, Splitting};
use crate::organization::{
    self, Mention, Name, Organization, Particular, Particulars, compare, team,
};
use crate::say;
use crate::values::{Lang, Line, NameRole, Prose, RegistryNumber, codes};
use crate::vault::Vault;
use crate::web::coordination::Spoken;
use crate::web::particulars::{Row, one_line, rows};
use crate::web::{
    Answer, App, Chrome, Error, Fields, Form, KEY, Mistakes, Page, Path, Result, Sheet, filters,
    html_with, redirect_with_flash, see, urls,
};

/// The longest reason.
const MOST: usize = 2_000;
/// The longest name.
const NAME_MOST: usize = 300;

codes! {
    /// Where a value goes.
    pub enum Goes {
        Stays = "stays",
        Leaves = "leaves",
        Both = "both",
    }
}

#[derive(Template)]
#[template(path = "mergers/split.html")]
struct NewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    values: Vec<Value>,
    goes: Vec<(&'static str, String)>,
    offices: Vec<(String, String)>,
    memberships: Vec<(String, String)>,
    partnerships: Vec<(String, String)>,
    seats: Vec<(String, String)>,
    obstacles: Vec<Said>,
}

/// A value that stays, leaves or is both's.
struct Value {
    name: String,
    key: &'static str,
    text: String,
}

#[derive(Template)]
#[template(path = "mergers/split_preview.html")]
struct PreviewPage {
    page: Page,
    form: Sheet,
    organization: Organization,
    new: Vec<Row>,
    changes: Vec<(&'static str, String, String)>,
    counts: Vec<Count>,
}

impl NewPage {
    fn lang(&self) -> &str {
        lang_of(&self.organization)
    }

    fn dir(&self) -> &'static str {
        dir_of(&self.organization)
    }

    fn action(&self) -> String {
        urls::desk_organization_part(self.organization.number, "splits")
    }

    fn back(&self) -> String {
        urls::desk_organization_part(self.organization.number, "mergers")
    }

    async fn load(
        tx: &mut Tx,
        vault: &Vault,
        chrome: &Chrome,
        granted: &CanSplit,
        form: Sheet,
        told: &[Obstacle],
    ) -> Result<Self> {
        let lang = chrome.lang;
        let organization = organization::find(tx, granted.organization().id).await?;
        let organization = organization.ok_or(Error::NotFound)?;
        let id = organization.id;
        let said_now = organization::particulars(tx, vault, id)
            .await?
            .ok_or(Error::NotFound)?;
        let mut obstacles = merger::in_the_way_of_a_split(tx, &organization).await?;
        for one in told {
            if !obstacles.contains(one) {
                obstacles.push(one.clone());
            }
        }
        let mut offices = Vec::new();
        if let Ok(can) = leader::policy::see(granted.actor(), organization.host_country)
            && let Some(mention) = mention(tx, id).await?
        {
            // Whoever looks at leaders by name is on record: it lands with the page.
            for one in leader::look_at(tx, &can, &mention, None).await? {
                let (name, title) = (
                    Spoken::leader(&one.names, lang),
                    Spoken::office(&one.office, lang),
                );
                offices.push((
                    one.office.id.to_string(),
                    format!("{}: {}", name.text, title.text),
                ));
            }
        }
        let memberships = group::of_organization(tx, id)
            .await?
            .iter()
            .map(|it| (it.id.to_string(), Spoken::of(&it.names, lang).text))
            .collect();
        let scope = initiatives::desk(granted.actor()).unwrap_or(initiatives::public());
        let partnerships = initiative::of_organization(tx, scope, id)
            .await?
            .iter()
            .map(|it| (it.id.to_string(), Spoken::title(&it.texts, lang).text))
            .collect();
        let team = team::of_organization(tx, id).await?;
        let accounts: Vec<_> = team.iter().map(|it| it.account).collect();
        let names = account::called(tx, vault, &accounts).await?;
        let seats = team
            .iter()
            .map(|it| {
                let name = names.get(&it.account).cloned().unwrap_or_default();
                let text = format!("{name} ({})", say::t(lang, it.role.key()));
                (it.account.to_string(), text)
            })
            .collect();
        let page = crumbs(chrome, &organization)
            .crumb(
                urls::desk_organization_part(organization.number, "mergers"),
                say::t(lang, "merger-index-title"),
            )
            .crumb("", say::t(lang, "split-title"));
        Ok(Self {
            page,
            form,
            values: values(lang, &said_now),
            goes: Goes::ALL
                .iter()
                .map(|it| (it.code(), say::t(lang, it.key())))
                .collect(),
            offices,
            memberships,
            partnerships,
            seats,
            obstacles: obstacles.iter().map(|it| said(lang, it)).collect(),
            organization,
        })
    }
}

async fn mention(tx: &mut Tx, id: crate::ids::OrganizationId) -> Result<Option<Mention>> {
    Ok(organization::mention(tx, id).await?)
}

impl PreviewPage {
    fn action(&self) -> String {
        urls::desk_organization_part(self.organization.number, "splits")
    }
}

/// Fields with a list, of which each thing goes where it belongs; of the others the whole field does.
const LISTS: &[Particular] = &[
    Particular::Names,
    Particular::Identifiers,
    Particular::Contacts,
    Particular::About,
    Particular::Links,
    Particular::Funding,
    Particular::Chapters,
];

/// What both have where nobody says otherwise: it tells neither from the other.
const SHARED: &[Particular] = &[
    Particular::Kind,
    Particular::City,
    Particular::Homeland,
    Particular::Community,
    Particular::Areas,
    Particular::Languages,
];

/// The particulars with nothing but one thing of a list.
fn only(said: &Particulars, field: Particular, at: usize) -> Particulars {
    let mut one = Particulars::of(said.host_country);
    one.take(field, said);
    retain(&mut one, field, |index| index == at);
    one
}

/// How many things a field has.
fn many(said: &Particulars, field: Particular) -> usize {
    match field {
        Particular::Names => said.names.len(),
        Particular::Identifiers => said.identifiers.len(),
        Particular::Contacts => said.contacts.len(),
        Particular::About => said.about.len(),
        Particular::Links => said.links.len(),
        Particular::Funding => said.funding.len(),
        Particular::Chapters => said.chapters.len(),
        _ => usize::from(!said.said(field).is_empty()),
    }
}

/// Keeps the things of a list by their place in it.
fn retain(said: &mut Particulars, field: Particular, keep: impl Fn(usize) -> bool) {
    fn of<T>(list: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
        let mut at = 0;
        list.retain(|_| {
            at += 1;
            keep(at - 1)
        });
    }
    match field {
        Particular::Names => of(&mut said.names, keep),
        Particular::Identifiers => of(&mut said.identifiers, keep),
        Particular::Contacts => of(&mut said.contacts, keep),
        Particular::About => of(&mut said.about, keep),
        Particular::Links => of(&mut said.links, keep),
        Particular::Funding => of(&mut said.funding, keep),
        Particular::Chapters => of(&mut said.chapters, keep),
        _ => {}
    }
}

/// The name of the form's field for a value.
fn field_name(field: Particular, at: usize) -> String {
    format!("goes-{field}-{at}")
}

/// The fields that are asked about: where it works is both's, the name it goes by stays, and people have offices.
fn asked() -> impl Iterator<Item = Particular> {
    let out = [Particular::HostCountry, Particular::People];
    Particular::ALL
        .iter()
        .copied()
        .filter(move |it| !out.contains(it))
}

fn values(lang: Lang, said: &Particulars) -> Vec<Value> {
    asked()
        .flat_map(|field| (0..many(said, field)).map(move |at| (field, at)))
        .filter(|it| *it != (Particular::Names, 0))
        .map(|(field, at)| Value {
            name: field_name(field, at),
            key: field.key(),
            text: match LISTS.contains(&field) {
                true => one_line(lang, &only(said, field, at).said(field)),
                false => one_line(lang, &said.said(field)),
            },
        })
        .collect()
}

/// What goes where before anybody chose.
fn presets(said: &Particulars) -> Fields {
    let mut fields = Fields::default();
    for field in asked() {
        let preset = match SHARED.contains(&field) {
            true => Goes::Both,
            false => Goes::Stays,
        };
        for at in 0..many(said, field) {
            fields.set(&field_name(field, at), preset.code());
        }
    }
    fields
}

/// Reads the form: both records as they shall be.
fn read(fields: &Fields, now: &Particulars) -> std::result::Result<Splitting, Mistakes> {
    let mut reader = fields.reader();
    let name = reader.required("name", |text| Line::parse(text, NAME_MOST));
    let (mut stays, mut leaves) = (now.clone(), now.clone());
    leaves.people.clear();
    let empty = Particulars::of(now.host_country);
    for field in asked() {
        let goes: Vec<Goes> = (0..many(now, field))
            .map(|at| {
                let chosen = reader.optional(&field_name(field, at), Goes::parse);
                match (field, at) {
                    (Particular::Names, 0) => Goes::Stays,
                    _ => chosen.unwrap_or(Goes::Stays),
                }
            })
            .collect();
        let is = |at: usize, no: Goes| goes.get(at).is_some_and(|it| *it != no);
        if LISTS.contains(&field) {
            retain(&mut stays, field, |at| is(at, Goes::Leaves));
            retain(&mut leaves, field, |at| is(at, Goes::Stays));
        } else {
            if !is(0, Goes::Leaves) {
                stays.take(field, &empty);
            }
            if !is(0, Goes::Stays) {
                leaves.take(field, &empty);
            }
        }
    }
    if let Some(name) = &name
        && now.names.first().is_some_and(|first| first.text == *name)
    {
        reader.mistake("name", "split-name-same");
    }
    let reason = reader.required("reason", |text| Prose::parse(text, MOST));
    reader.done()?;
    // What is missing was noted as a mistake.
    let (name, reason) = name.zip(reason).ok_or_else(Mistakes::default)?;
    leaves.names.retain(|it| it.text != name);
    leaves
        .names
        .insert(0, Name::new(name, None, NameRole::Legal));
    let ids = |field: &str| -> Vec<uuid::Uuid> {
        fields
            .all(field)
            .filter_map(|text| text.parse().ok())
            .collect()
    };
    Ok(Splitting {
        stays,
        leaves,
        offices: ids("offices").into_iter().map(Into::into).collect(),
        memberships: ids("memberships").into_iter().map(Into::into).collect(),
        partnerships: ids("partnerships").into_iter().map(Into::into).collect(),
        seats: ids("seats").into_iter().map(Into::into).collect(),
        reason,
        seen: fields.get("seen").parse().unwrap_or_default(),
    })
}

async fn granted(tx: &mut Tx, actor: &Actor, number: RegistryNumber) -> Result<CanSplit> {
    let (organization, _) = super::seen(tx, actor, number).await?;
    let own = team::role_of_actor(tx, organization.id, actor).await?;
    Ok(policy::split(actor, &organization, own)?)
}

/// `GET /desk/organizations/{number}/splits`. It writes down that somebody looked at leaders, and nothing else.
pub async fn new(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
) -> Answer {
    let vault = tx.vault();
    let granted = granted(&mut tx, &actor, number).await?;
    let organization = granted.organization();
    let said = organization::particulars(&mut tx, &vault, organization.id).await?;
    let mut fields = presets(&said.ok_or(Error::NotFound)?);
    fields.set("seen", organization.revision.to_string());
    let page = NewPage::load(&mut tx, &vault, &chrome, &granted, Sheet::of(fields), &[]).await?;
    let _ = tx.commit().await?;
    let status = match page.obstacles.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::CONFLICT,
    };
    html_with(status, chrome.lang, page)
}

/// `POST /desk/organizations/{number}/splits`: without `confirmed` it shows what will be done.
pub async fn create(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(number): Path<RegistryNumber>,
    Form(mut fields): Form,
) -> Answer {
    let (vault, lang, person) = (tx.vault(), chrome.lang, actor.person()?.id);
    let granted = granted(&mut tx, &actor, number).await?;
    let id = granted.organization().id;
    let now = organization::particulars(&mut tx, &vault, id)
        .await?
        .ok_or(Error::NotFound)?;
    let answer = fields.get("confirmed").to_owned();
    fields.remove("confirmed");
    let wanted = match read(&fields, &now) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let form = Sheet::with(fields, mistakes);
            let page = NewPage::load(&mut tx, &vault, &chrome, &granted, form, &[]).await?;
            let _ = tx.commit().await?;
            return html_with(StatusCode::UNPROCESSABLE_ENTITY, lang, page);
        }
    };
    if answer == "no" {
        let form = Sheet::of(fields);
        let page = NewPage::load(&mut tx, &vault, &chrome, &granted, form, &[]).await?;
        let _ = tx.commit().await?;
        return html_with(StatusCode::OK, lang, page);
    }
    let key = Sheet::of(fields.clone()).key();
    if answer == "yes"
        && let Some(there) = db::claim(&mut tx, person, key).await?
    {
        return see(there);
    }
    match merger::split(&mut tx, &granted, &wanted).await? {
        Err(obstacles) => {
            let is_now = organization::find(&mut tx, id)
                .await?
                .ok_or(Error::NotFound)?;
            fields.set("seen", is_now.revision.to_string());
            fields.remove(KEY);
            let form = Sheet::of(fields);
            let page = NewPage::load(&mut tx, &vault, &chrome, &granted, form, &obstacles).await?;
            html_with(StatusCode::CONFLICT, lang, page)
        }
        Ok((merger, _)) if answer == "yes" => {
            let to = urls::merger(merger);
            db::finish(&mut tx, person, key, &to).await?;
            redirect_with_flash(&app, tx.commit().await?, to, "flash-split")
        }
        // The transaction is dropped, and with it everything that was done to see what it comes to.
        Ok((merger, _)) => {
            let organization = granted.organization().clone();
            let page = PreviewPage {
                page: crumbs(&chrome, &organization).crumb("", say::t(lang, "split-preview-title")),
                new: rows(lang, &wanted.leaves)
                    .into_iter()
                    .filter(|row| !row.said.is_empty())
                    .collect(),
                changes: compare(&now, &wanted.stays)
                    .into_iter()
                    .map(|it| {
                        let (before, after) =
                            (one_line(lang, &it.before), one_line(lang, &it.after));
                        (it.field.key(), before, after)
                    })
                    .collect(),
                counts: merger::counts(&mut tx, merger).await?,
                form: Sheet::of(fields),
                organization,
            };
            html_with(StatusCode::OK, lang, page)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organization::sample::full;

    fn form(pairs: &[(&str, &str)]) -> Fields {
        let mut fields = presets(&full());
        for (name, value) in pairs {
            fields.set(name, *value);
        }
        fields
    }

    #[test]
    fn nothing_is_lost_and_each_value_goes_where_it_was_sent() {
        let fields = form(&[
            ("name", "Chor der Armenier"),
            ("reason", "Two clubs."),
            ("goes-names-1", "leaves"),
            ("goes-identifiers-0", "leaves"),
            ("goes-contacts-1", "both"),
            ("goes-website-0", "leaves"),
        ]);
        let Ok(read) = read(&fields, &full()) else {
            panic!("it cannot be read");
        };
        let (all, stays, leaves) = (full(), read.stays, read.leaves);
        assert_eq!(leaves.names[0].text.as_str(), "Chor der Armenier");
        assert_eq!(leaves.names[1..], all.names[1..2]);
        assert_eq!(stays.names[0], all.names[0], "the name it goes by stays");
        assert_eq!(stays.identifiers, all.identifiers[1..]);
        assert_eq!(leaves.identifiers, all.identifiers[..1]);
        assert_eq!(leaves.contacts, all.contacts[1..]);
        assert_eq!(stays.contacts, all.contacts);
        assert_eq!((stays.website, leaves.website), (None, all.website.clone()));
        assert_eq!(
            (stays.city.clone(), leaves.city),
            (all.city.clone(), all.city.clone())
        );
        assert!(leaves.places.is_empty() && leaves.people.is_empty());
        assert_eq!(stays.places, all.places);
    }

    #[test]
    fn the_new_one_has_a_name_of_its_own_and_there_is_a_reason() {
        let wrong = |fields: &[(&str, &str)]| -> Vec<String> {
            let read = read(&form(fields), &full());
            let mistakes = read.err().unwrap();
            mistakes
                .iter()
                .map(|it| format!("{} {}", it.field, it.key))
                .collect()
        };
        assert_eq!(
            wrong(&[]),
            ["name problem-required", "reason problem-required"]
        );
        assert_eq!(
            wrong(&[("name", "Haus der Armenier"), ("reason", "Two.")]),
            ["name split-name-same"]
        );
        assert_eq!(
            wrong(&[
                ("name", "Chor"),
                ("reason", "Two."),
                ("goes-city-0", "elsewhere")
            ]),
            ["goes-city-0 problem-unknown-code"]
        );
    }
}
