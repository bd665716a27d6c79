//! The people of a renewal that somebody began, beside those whom the registry has in office by now. Pure.

use super::fields::PEOPLE;
use super::filled::fill;
use super::form::reading;
use crate::names::fold;
use crate::organization::{Particulars, PersonEntry};
use crate::web::Fields;

/// Brings what somebody typed up to those in office `now`, since whoever saves it has seen them: who came to the registry
/// since is a row more, who left it and was not written about is none, and who was written about joins anew. `base` are
/// those whom the form began with.
pub fn bring_up(form: &mut Fields, base: &[PersonEntry], now: &Particulars) {
    let filled = fill(now);
    let written = |fields: &Fields, row: usize, field: &str| -> String {
        fields.get(&PEOPLE.field(row, field)).trim().to_owned()
    };
    let office_of = |fields: &Fields, row: usize| written(fields, row, "office");
    let began: Vec<String> = base
        .iter()
        .filter_map(|person| person.office.map(|office| office.to_string()))
        .collect();
    let theirs: Vec<String> = filled
        .rows(PEOPLE.name)
        .into_iter()
        .map(|row| office_of(&filled, row))
        .collect();
    // From the last on, because rows move up.
    for row in form.rows(PEOPLE.name).into_iter().rev() {
        let office = office_of(form, row);
        if office.is_empty() || theirs.contains(&office) {
            continue;
        }
        match is_as_it_began(form, row, base) {
            true => PEOPLE.remove(form, row),
            false => form.remove(&PEOPLE.field(row, "office")),
        }
    }
    for (at, office) in theirs.iter().enumerate() {
        let rows = form.rows(PEOPLE.name);
        if began.contains(office) || rows.iter().any(|row| office_of(form, *row) == *office) {
            continue;
        }
        let same = |row: &&usize| {
            let said = |fields: &Fields, row, field| fold(&written(fields, row, field));
            office_of(form, **row).is_empty()
                && ["name", "title"]
                    .iter()
                    .all(|field| said(form, **row, field) == said(&filled, at, field))
        };
        // Who was typed in here and came by another way is one person.
        if let Some(row) = rows.iter().find(same).copied() {
            form.set(
                &PEOPLE.field(row, "name"),
                filled.get(&PEOPLE.field(at, "name")),
            );
            form.set(&PEOPLE.field(row, "office"), office);
            continue;
        }
        let next = rows.last().map_or(0, |last| last + 1);
        for field in PEOPLE.fields {
            let value = filled.get(&PEOPLE.field(at, field));
            if !value.is_empty() {
                form.set(&PEOPLE.field(next, field), value);
            }
        }
    }
}

/// Whether a row says what its office said when the form began.
fn is_as_it_began(form: &Fields, row: usize, base: &[PersonEntry]) -> bool {
    let mut alone = Fields::default();
    for field in PEOPLE.fields {
        alone.set(&PEOPLE.field(0, field), form.get(&PEOPLE.field(row, field)));
    }
    // The day matters to no person.
    let said = reading(&alone, chrono::NaiveDate::MIN).said.people;
    said.first().is_some_and(|person| base.contains(person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OfficeId;
    use crate::organization::sample::{full, line};

    fn person(name: &str, office: Option<OfficeId>) -> PersonEntry {
        PersonEntry {
            office,
            ..PersonEntry::new(line(name), line("Chair"), None, true)
        }
    }

    fn of(people: &[PersonEntry]) -> Particulars {
        Particulars {
            people: people.to_vec(),
            ..full()
        }
    }

    fn said(form: &Fields) -> Vec<PersonEntry> {
        reading(form, chrono::NaiveDate::MIN).said.people
    }

    #[test]
    fn who_came_and_who_left_meanwhile_is_told_from_what_was_typed() {
        let ids = [OfficeId::fresh(), OfficeId::fresh(), OfficeId::fresh()];
        let base = [person("Ani", Some(ids[0])), person("Vahan", Some(ids[1]))];
        // Vahan is taken out, Lena typed in; meanwhile Ani left the registry, and Nino and Lena came to it.
        let mut form = fill(&of(&[base[0].clone(), person("lena", None)]));
        let (nino, lena) = (person("Nino", Some(ids[2])), OfficeId::fresh());
        let now = [base[1].clone(), nino.clone(), person("Lena", Some(lena))];
        bring_up(&mut form, &base, &of(&now));
        assert_eq!(said(&form), [person("Lena", Some(lena)), nino]);
        let once = form.to_map();
        bring_up(&mut form, &base, &of(&now));
        assert_eq!(form.to_map(), once, "and a second time changes nothing");
    }

    #[test]
    fn what_was_written_of_somebody_who_left_is_not_lost() {
        let base = [person("Ani", Some(OfficeId::fresh()))];
        let mut longer = base[0].clone();
        longer.until = chrono::NaiveDate::from_ymd_opt(2028, 1, 31);
        let mut form = fill(&of(std::slice::from_ref(&longer)));
        bring_up(&mut form, &base, &of(&[]));
        let anew = PersonEntry {
            office: None,
            ..longer
        };
        assert_eq!(said(&form), [anew]);
    }

    #[test]
    fn an_empty_row_stays_empty_and_half_a_row_stays() {
        let base = [person("Ani", Some(OfficeId::fresh()))];
        let mut form = fill(&of(&base));
        form.set("people-1-title", "Treasurer");
        bring_up(&mut form, &base, &of(&base));
        assert_eq!(form.get("people-1-title"), "Treasurer");
        assert_eq!(form.rows("people").len(), 2);
    }
}
