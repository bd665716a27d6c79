//! What a row changes of an organization that the registry has. Pure.

use sha2::{Digest, Sha256};

use crate::organization::Place;
use crate::roster::own;
use crate::roster::reason::{Reason, Remark};
use crate::roster::{ColumnMap, Named, RosterField as Field, RosterRow, Taken};
use crate::values::{Identifier, NameRole, Standing};

/// An organization as a row leaves it.
#[derive(Debug)]
pub(super) struct Merged {
    /// Everything a roster says of it.
    pub(super) row: RosterRow,
    /// What of it is new.
    pub(super) changed: Vec<Field>,
    /// What of the row does not count.
    pub(super) remarks: Vec<Remark>,
}

/// Takes over what the file speaks of. Fields that the map does not mention stay as they are, and so does one
/// whose text was refused.
pub(super) fn merge(current: &RosterRow, taken: &Taken, map: &ColumnMap) -> Merged {
    let refused = |field| {
        taken
            .remarks
            .iter()
            .any(|remark| remark.field == Some(field))
    };
    let row = &taken.row;
    let mut after = current.clone();
    let mut remarks = Vec::new();
    macro_rules! take {
        ($($field:ident => $name:ident, $absent:expr);+ $(;)?) => {$(
            let absent: fn(&RosterRow) -> bool = $absent;
            if map.mentions(Field::$field) && !(absent(row) && refused(Field::$field)) {
                after.$name = row.$name.clone();
            }
        )+};
    }
    take! {
        Kind => kind, |row| row.kind.is_none();
        City => city, |row| row.city.is_none();
        Homeland => homeland, |row| row.homeland.is_none();
        Community => community, |row| row.community.is_none();
        Founded => founded, |row| row.founded.is_none();
        RegisteredOn => registered_on, |row| row.registered_on.is_none();
        RegisteredUntil => registered_until, |row| row.registered_until.is_none();
        StandingUntil => standing_until, |row| row.standing_until.is_none();
        Identifiers => identifiers, |row| row.identifiers.is_empty();
        Areas => areas, |row| row.areas.is_empty();
        Languages => languages, |row| row.languages.is_empty();
        Website => website, |row| row.website.is_none();
        About => about, |row| row.about.is_empty();
        Contacts => contacts, |row| row.contacts.is_empty();
        HostRegisteredOn => host_registered_on, |row| row.host_registered_on.is_none();
        Places => places, |row| row.places.is_empty();
        Links => links, |row| row.links.is_empty();
        Members => members, |row| row.members.is_none();
        Funding => funding, |row| row.funding.is_empty();
        Umbrella => umbrella, |row| row.umbrella.is_none();
        Chapters => chapters, |row| row.chapters.is_empty();
        Successor => successor, |row| row.successor.is_none();
    }
    keep_details(current, &mut after, map);
    after.host_country = row.host_country;
    after.names = names(current, row, map);
    standing(current, row, &mut after, &mut remarks);
    let changed = differing(current, &after);
    Merged {
        row: after,
        changed,
        remarks,
    }
}

/// Where a file says nothing of who issued a number, of a place's city, or of what a count rests on, what is known of the same
/// number, place or count stays.
fn keep_details(current: &RosterRow, after: &mut RosterRow, map: &ColumnMap) {
    if !map.mentions(Field::IdentifierIssuers) {
        for one in &mut after.identifiers {
            let same = |old: &&Identifier| old.is_same(one);
            if let Some(old) = current.identifiers.iter().find(same) {
                *one = one.clone().with_issuer(old.issuer().cloned());
            }
        }
    }
    if !map.mentions(Field::PlaceCities) {
        for place in &mut after.places {
            let same = |old: &&Place| old.role == place.role && old.address == place.address;
            if let Some(old) = current.places.iter().find(same) {
                place.city.clone_from(&old.city);
            }
        }
    }
    if let (Some(new), Some(old)) = (&mut after.members, &current.members)
        && new.count == old.count
    {
        if !map.mentions(Field::MembersOn) {
            new.on = old.on;
        }
        if !map.mentions(Field::MembersEvidence) {
            new.evidence.clone_from(&old.evidence);
        }
    }
}

/// The name it goes by is always there; the others where the file speaks of them.
fn names(current: &RosterRow, row: &RosterRow, map: &ColumnMap) -> Vec<Named> {
    let mut read = row.names.iter().cloned();
    let mut names: Vec<Named> = read.next().into_iter().collect();
    if let (Some(new), Some(old)) = (names.first_mut(), current.name())
        && new.text == old.text
    {
        // Where a file says nothing of them, what is known of a name stays.
        if new.language.is_none() && !map.mentions(Field::NameLanguage) {
            new.language.clone_from(&old.language);
        }
        if new.role == NameRole::Legal && !map.mentions(Field::NameRole) {
            new.role = old.role;
        }
    }
    let others: Vec<Named> = if map.mentions(Field::OtherNames) {
        read.collect()
    } else {
        current.names.iter().skip(1).cloned().collect()
    };
    for other in others {
        if !names.contains(&other) {
            names.push(other);
        }
    }
    for name in &mut names {
        let same = |old: &&Named| old.text == name.text && old.role == name.role;
        let Some(old) = current.names.iter().find(same) else {
            continue;
        };
        if !map.mentions(Field::NameScripts) {
            name.script.clone_from(&old.script);
        }
        if !map.mentions(Field::NameDates) {
            (name.since, name.until) = (old.since, old.until);
        }
    }
    names
}

/// What the board alone decides, a suspension or a merger, no file takes back.
fn standing(
    current: &RosterRow,
    row: &RosterRow,
    after: &mut RosterRow,
    remarks: &mut Vec<Remark>,
) {
    // Who was merged into another is merged, also where the file has no column of standings.
    let Some(new) = row.standing.or(row.merged_into.map(|_| Standing::Merged)) else {
        return;
    };
    let held = matches!(
        current.standing,
        Some(Standing::Suspended | Standing::Merged)
    );
    if held && current.standing != Some(new) {
        after.standing_until = current.standing_until;
        remarks.push(Remark::on(
            Field::Standing,
            new.code(),
            Reason::StandingKept,
        ));
        return;
    }
    after.standing = Some(new);
    if new == Standing::Merged {
        after.merged_into = row.merged_into;
    }
}

/// The fields of which the one says something else than the other.
fn differing(one: &RosterRow, other: &RosterRow) -> Vec<Field> {
    let cells = own::cells(one).into_iter().zip(own::cells(other));
    Field::ALL
        .iter()
        .copied()
        .zip(cells)
        .filter(|(field, (one, other))| one != other && *field != Field::Number)
        .map(|(field, _)| field)
        .collect()
}

/// A hash of what the file says of an organization: the same again changes nothing.
pub(super) fn hash(taken: &Taken, map: &ColumnMap) -> Vec<u8> {
    let mut hasher = Sha256::new();
    let cells = own::cells(&taken.row);
    for (field, cell) in Field::ALL.iter().zip(&cells) {
        if map.mentions(*field) {
            hasher.update(field.code());
            hasher.update((cell.len() as u64).to_be_bytes());
            hasher.update(cell);
        }
    }
    // A value that was refused is not one that is not there.
    for remark in &taken.remarks {
        hasher.update(remark.field.map_or("", Field::code));
        hasher.update(remark.reason.key());
    }
    hasher.finalize().to_vec()
}
