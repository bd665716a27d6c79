//! The people who sign in to the sample registry, one of every role. Their passwords follow from the keys of its vault:
//! every registry has others, they are written down nowhere, and they can be said again at every start.

use secrecy::SecretString;

use crate::values::Role;
use crate::vault::Vault;

/// Somebody who can sign in.
#[derive(Debug)]
pub struct SignIn {
    /// In which role.
    pub role: Role,
    /// What they are called.
    pub name: &'static str,
    /// Their address.
    pub email: &'static str,
    /// Their password.
    pub password: SecretString,
}

/// A person of the sample.
pub(super) struct Persona {
    pub role: Role,
    pub name: &'static str,
    pub email: &'static str,
    /// Host countries by code, of a post officer.
    pub hosts: &'static [&'static str],
}

const fn persona(role: Role, name: &'static str, email: &'static str) -> Persona {
    Persona {
        role,
        name,
        email,
        hosts: &[],
    }
}

pub(super) const CHAIR: Persona = persona(Role::Chair, "Elizabeth Okafor", "chair@board.example");
pub(super) const FIRST: Persona = persona(
    Role::Coordinator,
    "Davit Manukyan",
    "coordinator@board.example",
);
pub(super) const SECOND: Persona = persona(
    Role::Coordinator,
    "Sofia Lindqvist",
    "coordinator2@board.example",
);
pub(super) const MEMBER: Persona = persona(
    Role::Member,
    "Maral Boyadjian",
    "m.boyadjian@lyon-nairi.example",
);
const POST: Persona = Persona {
    // The posts of the cases that the files have at a post.
    hosts: &["LB", "AR"],
    ..persona(Role::PostOfficer, "Karim Saleh", "post@embassy.example")
};
/// The post that types in paper forms: every case of the files in its countries was typed in.
pub(super) const TYPIST: Persona = Persona {
    hosts: &["SE", "IE", "AT"],
    ..persona(
        Role::PostOfficer,
        "Ingrid Halvorsen",
        "post2@embassy.example",
    )
};
const ADMIN: Persona = persona(Role::Admin, "Tomas Novak", "admin@board.example");
const AUDITOR: Persona = persona(Role::Auditor, "Leyla Karimova", "auditor@board.example");

/// All of them.
pub(super) const ALL: &[Persona] = &[MEMBER, POST, TYPIST, FIRST, SECOND, CHAIR, ADMIN, AUDITOR];

/// The organization of the member.
pub(super) const OF_MEMBER: &str = "lyon-nairi";

/// One sign-in for each of them.
pub fn sign_ins(vault: &Vault) -> Vec<SignIn> {
    ALL.iter()
        .map(|persona| SignIn {
            role: persona.role,
            name: persona.name,
            email: persona.email,
            password: password(vault, persona.email),
        })
        .collect()
}

/// Eight syllables and two digits: 2⁵⁵ of them, and one can type it.
pub(super) fn password(vault: &Vault, email: &str) -> SecretString {
    const CONSONANTS: &[u8] = b"bdfgklmnprstvz";
    const VOWELS: &[u8] = b"aeiou";
    let bytes = vault.derive("sample.password", email);
    let pick = |from: &[u8], byte: u8| char::from(from[usize::from(byte) % from.len()]);
    let mut password = String::new();
    for (n, pair) in bytes[..16].chunks_exact(2).enumerate() {
        if n > 0 && n % 2 == 0 {
            password.push('-');
        }
        password.push(pick(CONSONANTS, pair[0]));
        password.push(pick(VOWELS, pair[1]));
    }
    password.push_str(&format!("-{:02}", bytes[16] % 100));
    password.into()
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn every_registry_has_passwords_of_its_own_and_says_them_again() {
        let one = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let other = Vault::parse(&Vault::fresh_keys().unwrap()).unwrap();
        let said = |vault: &Vault| -> Vec<String> {
            sign_ins(vault)
                .iter()
                .map(|it| it.password.expose_secret().to_owned())
                .collect()
        };
        assert_eq!(said(&one), said(&one));
        assert!(said(&one).iter().zip(said(&other)).all(|(a, b)| *a != b));
    }

    #[test]
    fn there_is_somebody_of_every_role() {
        for role in Role::ALL {
            assert!(ALL.iter().any(|persona| persona.role == *role), "{role}");
        }
    }
}
