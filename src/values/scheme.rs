//! Registers that give organizations numbers, by their list codes on org-id.guide: how each writes them, and its check digits.
//!
//! What people type into a form is checked; of a foreign list only check digits are; what the registry itself holds is taken at its word.

use super::{Problem, digits};

/// A register.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    /// Its list code.
    pub code: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// A number as it writes them.
    pub example: &'static str,
    /// The shapes that its numbers have: `9` is a digit, `A` a letter, `*` either, anything else itself.
    shapes: &'static [&'static str],
    check: Check,
}

/// How a number proves itself.
#[derive(Clone, Copy, Debug)]
enum Check {
    /// Not at all.
    None,
    /// ISO/IEC 7812: every second digit doubled.
    Luhn,
    /// Weighted digits, the last one is what is missing to a multiple of eleven.
    Mod11(&'static [u32]),
    /// Weighted digits modulo eleven; there is no digit for ten (Poland).
    Nip,
    /// The last two digits are 97 less the rest modulo 97 (Belgium).
    Rest97,
    /// ISO/IEC 7064 MOD 97-10 (legal entity identifiers).
    Lei,
    /// ISO/IEC 7064 MOD 11-2 (ISNI).
    Isni,
    /// The last digit is the rest of all others by eleven, by ten (Russia).
    Ogrn,
    /// Weights 1–7, and 3–9 where those give ten (Ukraine).
    Edr,
    /// Weights from ten, modulo 89, the first digit less one (Australia).
    Abn,
}

const fn scheme(
    code: &'static str,
    name: &'static str,
    example: &'static str,
    shapes: &'static [&'static str],
    check: Check,
) -> Scheme {
    Scheme {
        code,
        name,
        example,
        shapes,
        check,
    }
}

/// The registers that a form offers, by country.
pub const SCHEMES: [Scheme; 37] = [
    scheme(
        "AR-CUIT",
        "AFIP, Clave Única de Identificación Tributaria",
        "30-50001091-2",
        &["99-99999999-9"],
        Check::Mod11(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]),
    ),
    scheme(
        "AT-ZVR",
        "Zentrales Vereinsregister",
        "123456789",
        &["999999999", "9999999999"],
        Check::None,
    ),
    scheme(
        "AU-ABN",
        "Australian Business Register",
        "51824753556",
        &["99999999999"],
        Check::Abn,
    ),
    scheme(
        "BE-BCE_KBO",
        "Banque-Carrefour des Entreprises / Kruispuntbank van Ondernemingen",
        "0202.239.951",
        &["9999.999.999"],
        Check::Rest97,
    ),
    scheme(
        "BR-CNPJ",
        "Cadastro Nacional da Pessoa Jurídica",
        "33.683.111/0002-80",
        &["99.999.999/9999-99"],
        Check::None,
    ),
    scheme(
        "CA-CC",
        "Corporations Canada",
        "1234567-8",
        &["9999999-9", "999999-9"],
        Check::None,
    ),
    scheme(
        "CA-CRA_ACR",
        "Canada Revenue Agency, charities",
        "118842698RR0001",
        &["999999999RR9999"],
        Check::None,
    ),
    scheme(
        "CH-FDJP",
        "Unternehmens-Identifikationsnummer (UID)",
        "CHE-116.281.710",
        &["CHE-999.999.999"],
        Check::Mod11(&[5, 4, 3, 2, 7, 6, 5, 4]),
    ),
    scheme(
        "CZ-ICO",
        "Administrativní registr ekonomických subjektů",
        "25596641",
        &["99999999"],
        Check::None,
    ),
    scheme(
        "DE-CR",
        "Vereinsregister, Handelsregister",
        "VR 12345",
        &["A 9", "AA 9", "AAA 9"],
        Check::None,
    ),
    scheme(
        "DK-CVR",
        "Det Centrale Virksomhedsregister",
        "13585628",
        &["99999999"],
        Check::Mod11(&[2, 7, 6, 5, 4, 3, 2]),
    ),
    scheme(
        "EE-RIK",
        "Äriregister",
        "80012345",
        &["99999999"],
        Check::None,
    ),
    scheme(
        "FR-RNA",
        "Répertoire National des Associations",
        "W751234567",
        &["W999999999", "W9A9999999"],
        Check::None,
    ),
    scheme(
        "FR-SIRENE",
        "Répertoire SIRENE (SIREN, SIRET)",
        "732829320",
        &["999999999", "99999999999999"],
        Check::Luhn,
    ),
    scheme(
        "GB-CHC",
        "Charity Commission for England and Wales",
        "1234567",
        &["999999", "9999999", "999999-99"],
        Check::None,
    ),
    scheme(
        "GB-COH",
        "Companies House",
        "01234567",
        &["99999999", "AA999999", "AA99999A"],
        Check::None,
    ),
    scheme(
        "GB-NIC",
        "Charity Commission for Northern Ireland",
        "100002",
        &["999999", "NIC999999"],
        Check::None,
    ),
    scheme(
        "GB-SC",
        "Office of the Scottish Charity Regulator",
        "SC012345",
        &["SC999999"],
        Check::None,
    ),
    scheme(
        "GE-ID",
        "National Agency of Public Registry",
        "123456789",
        &["999999999"],
        Check::None,
    ),
    scheme(
        "AM-TIN",
        "State Register of Legal Entities, tax number",
        "01234567",
        &["99999999"],
        Check::None,
    ),
    scheme(
        "IE-CHY",
        "Revenue, charities",
        "CHY 1234",
        &["CHY 9", "CHY9", "9"],
        Check::None,
    ),
    scheme(
        "IL-ROC",
        "Rasham HaAmutot, Registrar of Companies",
        "580012342",
        &["999999999"],
        Check::Luhn,
    ),
    scheme(
        "IT-CF",
        "Agenzia delle Entrate, codice fiscale",
        "00743110157",
        &["99999999999"],
        Check::Luhn,
    ),
    scheme(
        "JP-JCN",
        "Corporate Number",
        "1234567890123",
        &["9999999999999"],
        Check::None,
    ),
    scheme(
        "LT-RC",
        "Registrų centras",
        "300123456",
        &["999999999"],
        Check::None,
    ),
    scheme(
        "NL-KVK",
        "Kamer van Koophandel",
        "12345678",
        &["99999999"],
        Check::None,
    ),
    scheme(
        "NO-BRC",
        "Brønnøysundregistrene",
        "974760673",
        &["999999999"],
        Check::Mod11(&[3, 2, 7, 6, 5, 4, 3, 2]),
    ),
    scheme(
        "PL-KRS",
        "Krajowy Rejestr Sądowy",
        "0000123456",
        &["9999999999"],
        Check::None,
    ),
    scheme(
        "PL-NIP",
        "Numer identyfikacji podatkowej",
        "5260250995",
        &["9999999999"],
        Check::Nip,
    ),
    scheme(
        "RU-OGRN",
        "Единый государственный реестр юридических лиц",
        "1027700132195",
        &["9999999999999"],
        Check::Ogrn,
    ),
    scheme(
        "SE-ON",
        "Bolagsverket, Skatteverket",
        "802002-8711",
        &["999999-9999"],
        Check::Luhn,
    ),
    scheme(
        "TR-MERSIS",
        "Merkezi Sicil Kayıt Sistemi",
        "0123456789012345",
        &["9999999999999999"],
        Check::None,
    ),
    scheme(
        "UA-EDR",
        "Єдиний державний реєстр",
        "32855961",
        &["99999999"],
        Check::Edr,
    ),
    scheme(
        "US-EIN",
        "Internal Revenue Service",
        "52-1693387",
        &["99-9999999"],
        Check::None,
    ),
    scheme(
        "XI-ISNI",
        "International Standard Name Identifier",
        "0000 0001 2099 9104",
        &["9999999999999999", "999999999999999X"],
        Check::Isni,
    ),
    scheme(
        "XI-LEI",
        "Legal Entity Identifier",
        "5493001KJTIIGC8Y1R12",
        &["******************99"],
        Check::Lei,
    ),
    scheme(
        "ROR",
        "Research Organization Registry",
        "https://ror.org/00005jn19",
        &[],
        Check::None,
    ),
];

impl Scheme {
    /// The register with this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        SCHEMES
            .iter()
            .find(|scheme| scheme.code.eq_ignore_ascii_case(code.trim()))
    }

    /// Reads a number as somebody types it, and gives it as the register writes it.
    pub fn read(&self, text: &str) -> Result<String, Problem> {
        let typed = digits::to_ascii(text.trim()).to_uppercase();
        if typed.is_empty() {
            return Err(Problem::Required);
        }
        if self.shapes.is_empty() {
            return Ok(text.trim().to_owned());
        }
        let bare: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
        if typed.chars().any(|c| {
            !c.is_ascii_alphanumeric()
                && !matches!(
                    c,
                    ' ' | '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{a0}'
                )
        }) {
            return Err(Problem::BadFormat {
                example: self.example,
            });
        }
        let written = self
            .shapes
            .iter()
            .find_map(|shape| fit(shape, &bare))
            .ok_or(Problem::BadFormat {
                example: self.example,
            })?;
        if self.check.holds(&bare) {
            Ok(written)
        } else {
            Err(Problem::BadCheckDigit)
        }
    }
}

/// The letters and digits put into a shape, if they fit. A shape that ends in ` 9` or is `9` takes one to nine digits there.
fn fit(shape: &str, bare: &str) -> Option<String> {
    if let Some(head) = shape.strip_suffix('9')
        && (head.is_empty() || head.ends_with(' ') || head == "CHY")
    {
        let letters: String = bare.chars().take_while(char::is_ascii_alphabetic).collect();
        let rest = &bare[letters.len()..];
        let wanted: String = head.chars().filter(|c| *c != ' ').collect();
        let fits = letters.len() == wanted.len()
            && letters
                .chars()
                .zip(wanted.chars())
                .all(|(c, w)| w == 'A' || w == c)
            && (1..=9).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_digit());
        let blank = if head.is_empty() { "" } else { " " };
        return fits.then(|| format!("{letters}{blank}{rest}"));
    }
    let mut rest = bare.chars();
    let mut out = String::with_capacity(shape.len());
    for wanted in shape.chars() {
        if !wanted.is_ascii_alphanumeric() && wanted != '*' {
            out.push(wanted);
            continue;
        }
        let c = rest.next()?;
        let fits = match wanted {
            '9' => c.is_ascii_digit(),
            'A' => c.is_ascii_alphabetic(),
            '*' => c.is_ascii_alphanumeric(),
            literal => c == literal,
        };
        if !fits {
            return None;
        }
        out.push(c);
    }
    rest.next().is_none().then_some(out)
}

impl Check {
    fn holds(self, bare: &str) -> bool {
        let digits: Vec<u32> = bare.chars().filter_map(|c| c.to_digit(10)).collect();
        let Some((last, body)) = digits.split_last() else {
            return matches!(self, Self::None);
        };
        match self {
            Self::None => true,
            // A SIRET is luhn-checked as a whole.
            Self::Luhn => luhn(&digits),
            Self::Nip => {
                let sum: u32 = body
                    .iter()
                    .zip([6, 5, 7, 2, 3, 4, 5, 6, 7])
                    .map(|(d, w)| d * w)
                    .sum();
                sum % 11 == *last
            }
            Self::Mod11(weights) => {
                let sum: u32 = body.iter().zip(weights).map(|(d, w)| d * w).sum();
                (11 - sum % 11) % 11 == *last
            }
            Self::Rest97 => {
                let (head, tail) = digits.split_at(digits.len().saturating_sub(2));
                let number = |part: &[u32]| part.iter().fold(0u64, |n, d| n * 10 + u64::from(*d));
                97 - number(head) % 97 == number(tail)
            }
            Self::Lei => remainder97(bare) == 1,
            Self::Isni => {
                let sum = bare
                    .chars()
                    .take(15)
                    .filter_map(|c| c.to_digit(10))
                    .fold(0, |sum, d| (sum + d) * 2 % 11);
                let expected = (12 - sum) % 11;
                let found = match bare.chars().last() {
                    Some('X') => 10,
                    Some(c) => c.to_digit(10).unwrap_or(11),
                    None => 11,
                };
                expected == found
            }
            Self::Ogrn => {
                let number = body.iter().fold(0u64, |n, d| n * 10 + u64::from(*d));
                number % 11 % 10 == u64::from(*last)
            }
            Self::Edr => edr(body, *last),
            Self::Abn => {
                let weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
                let sum: u32 = digits
                    .iter()
                    .enumerate()
                    .map(|(at, d)| if at == 0 { d.wrapping_sub(1) } else { *d })
                    .zip(weights)
                    .map(|(d, w)| d.wrapping_mul(w))
                    .fold(0, u32::wrapping_add);
                digits.first() != Some(&0) && sum.is_multiple_of(89)
            }
        }
    }
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, d)| match at % 2 {
            0 => *d,
            _ if d * 2 > 9 => d * 2 - 9,
            _ => d * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Numbers between thirty and sixty million are weighed the other way round.
fn edr(body: &[u32], last: u32) -> bool {
    let number = body.iter().fold(0u32, |n, d| n * 10 + d) * 10 + last;
    let middle = (30_000_000..=60_000_000).contains(&number);
    let weights: [u32; 7] = if middle {
        [7, 1, 2, 3, 4, 5, 6]
    } else {
        [1, 2, 3, 4, 5, 6, 7]
    };
    let rest = |plus: u32| {
        body.iter()
            .zip(weights)
            .map(|(d, w)| d * (w + plus))
            .sum::<u32>()
            % 11
    };
    let expected = match rest(0) {
        10 => rest(2) % 10,
        rest => rest,
    };
    expected == last
}

/// Letters count as 10 to 35.
fn remainder97(text: &str) -> u32 {
    text.chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| {
            let shifted = if value > 9 { rest * 100 } else { rest * 10 };
            (shifted + value) % 97
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: &str, text: &str) -> Result<String, Problem> {
        Scheme::find(code).unwrap().read(text)
    }

    #[test]
    fn every_example_is_one_that_its_register_would_take() {
        let mut codes = std::collections::HashSet::new();
        for scheme in SCHEMES {
            assert!(codes.insert(scheme.code), "{} is there twice", scheme.code);
            assert!(
                super::super::Identifier::checked(scheme.code, scheme.example).is_ok(),
                "{}",
                scheme.code
            );
            if scheme.code != "XI-ISNI" {
                assert_eq!(
                    scheme.read(scheme.example).as_deref(),
                    Ok(scheme.example),
                    "{}",
                    scheme.code
                );
            }
        }
    }

    #[test]
    fn numbers_are_written_as_their_register_writes_them() {
        for (code, typed, written) in [
            ("US-EIN", "521693387", "52-1693387"),
            ("BE-BCE_KBO", "0202239951", "0202.239.951"),
            ("CH-FDJP", "che 116281710", "CHE-116.281.710"),
            ("DE-CR", "vr12345", "VR 12345"),
            ("SE-ON", "8020028711", "802002-8711"),
            ("NL-KVK", "١٢٣٤٥٦٧٨", "12345678"),
            ("XI-ISNI", "0000 0001 2099 9104", "0000000120999104"),
        ] {
            assert_eq!(read(code, typed).as_deref(), Ok(written), "{code}");
        }
    }

    #[test]
    fn a_mistyped_digit_is_noticed_where_there_is_a_check_digit() {
        for (code, typed) in [
            ("FR-SIRENE", "732829321"),
            ("CH-FDJP", "CHE-116.281.711"),
            ("BE-BCE_KBO", "0202.239.952"),
            ("RU-OGRN", "1027700132196"),
            ("UA-EDR", "32855962"),
            ("XI-LEI", "5493001KJTIIGC8Y1R13"),
            ("XI-ISNI", "0000000120999105"),
            ("NO-BRC", "974760674"),
            ("DK-CVR", "13585629"),
            ("AU-ABN", "51824753557"),
            ("PL-NIP", "5260250996"),
            ("IT-CF", "00743110158"),
            ("AR-CUIT", "30-50001091-3"),
        ] {
            assert_eq!(read(code, typed), Err(Problem::BadCheckDigit), "{code}");
        }
    }

    #[test]
    fn what_has_another_shape_is_told_the_right_one() {
        for (code, typed) in [
            ("GB-CHC", "12345"),
            ("PL-KRS", "123"),
            ("DE-CR", "12345"),
            ("FR-RNA", "751234567"),
            ("US-EIN", "52_1693387"),
        ] {
            assert!(
                matches!(read(code, typed), Err(Problem::BadFormat { .. })),
                "{code}"
            );
        }
        assert_eq!(read("GB-CHC", " "), Err(Problem::Required));
    }
}
