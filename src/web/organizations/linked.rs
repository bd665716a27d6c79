//! An organization as linked data: an `NGO` of schema.org, for search engines.

use serde_json::{Map, Value, json};

use crate::group::Seat;
use crate::organization::PublicOrganization;
use crate::organization::standing::Shown;
use crate::values::{ContactChannel, PlaceRole, Related};
use crate::web::{json_ld, markdown, urls};

/// JSON-LD that can stand inside of a script element: nothing in it closes one.
pub(super) fn linked(
    site: &str,
    organization: &PublicOrganization,
    areas: &[String],
    (shown, groups): (&Shown, &[Seat]),
) -> String {
    let page = format!("{site}{}", urls::organization(organization.number));
    let mut about = Map::new();
    let mut say = |key: &str, value: Value| {
        about.insert(key.to_owned(), value);
    };
    say("@context", json!("https://schema.org"));
    say("@type", json!("NGO"));
    say("@id", json!(page));
    let mut names = organization.names.iter().map(|name| name.text.as_str());
    say("name", json!(names.next()));
    let others: Vec<&str> = names.collect();
    if !others.is_empty() {
        say("alternateName", json!(others));
    }
    say("identifier", identifiers(&page, organization));
    say("hasCertification", registration(&page, organization, shown));
    let registers = organization.identifiers.iter().filter_map(|one| one.link());
    let pages = organization.links.iter().map(|link| link.as_str());
    let same: Vec<&str> = registers.chain(pages).collect();
    if !same.is_empty() {
        say("sameAs", json!(same));
    }
    say(
        "url",
        json!(organization.website.as_deref().unwrap_or(&page)),
    );
    if let Some(founded) = organization.founded {
        say("foundingDate", json!(founded.to_string()));
    }
    if let Some(umbrella) = &organization.umbrella {
        say("parentOrganization", other(site, umbrella));
    }
    if !organization.chapters.is_empty() {
        let chapters = organization.chapters.iter().map(|one| other(site, one));
        say("subOrganization", chapters.collect());
    }
    if let Some(members) = &organization.members {
        say(
            "numberOfMembers",
            json!({ "@type": "QuantitativeValue", "value": members.count }),
        );
    }
    let mut address =
        json!({ "@type": "PostalAddress", "addressCountry": organization.host_country });
    if let Some(city) = &organization.city {
        address["addressLocality"] = json!(city);
    }
    let registered = organization
        .places
        .iter()
        .find(|place| place.role == PlaceRole::Registered);
    if let Some(street) = registered.and_then(|place| place.address.as_ref()) {
        address["streetAddress"] = json!(street);
    }
    say("address", address);
    if !areas.is_empty() {
        say("knowsAbout", json!(areas));
    }
    for (key, channel) in [
        ("email", ContactChannel::Email),
        ("telephone", ContactChannel::Phone),
    ] {
        let contact = organization
            .contacts
            .iter()
            .find(|one| one.channel == channel);
        if let Some(contact) = contact {
            say(key, json!(contact.value));
        }
    }
    if let Some(text) = organization.about.first() {
        say("description", json!(markdown::to_plain(&text.text)));
    }
    if !organization.languages.is_empty() {
        say("knowsLanguage", json!(organization.languages));
    }
    let groups = groups.iter();
    say(
        "memberOf",
        groups
            .map(|it| json_ld::group(site, it.group, &it.names))
            .collect(),
    );
    json_ld::in_html(&Value::Object(about))
}

/// Another organization: one of the registry by its address, any other by its name.
fn other(site: &str, one: &Related) -> Value {
    match one.number() {
        Some(number) => json!({
            "@type": "NGO",
            "@id": format!("{site}{}", urls::organization(number)),
        }),
        None => json!({ "@type": "NGO", "name": one }),
    }
}

/// The registration as a certification of schema.org: whether it is in force, and from when until when.
fn registration(page: &str, organization: &PublicOrganization, shown: &Shown) -> Value {
    let status = match organization.standing.in_force() {
        true => "https://schema.org/CertificationActive",
        false => "https://schema.org/CertificationInactive",
    };
    let mut said = json!({
        "@type": "Certification",
        "certificationIdentification": organization.number,
        "certificationStatus": status,
        "description": organization.standing,
        "url": page,
    });
    if let Some(from) = organization.registered_on {
        said["validFrom"] = json!(from);
    }
    if let Some(until) = shown.valid_until {
        said["expires"] = json!(until);
    }
    said
}

fn identifiers(page: &str, organization: &PublicOrganization) -> Value {
    let own = json!({
        "@type": "PropertyValue",
        "propertyID": "Concord",
        "value": organization.number,
        "url": page,
    });
    let others = organization.identifiers.iter().map(|one| {
        json!({
            "@type": "PropertyValue",
            "propertyID": if one.is_unlisted() { one.register() } else { one.scheme().to_owned() },
            "value": one.value(),
        })
    });
    std::iter::once(own).chain(others).collect()
}
