//! Digits of every script, read as the ten that programs count with.

use std::borrow::Cow;

/// The zero of each script that has decimal digits (Unicode category Nd) and readers among us.
const ZEROS: [u32; 20] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0x1946, 0xFF10,
];

/// The value of a decimal digit of any script.
pub fn value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let code = c as u32;
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    u8::try_from(code - zero).ok()
}

/// The text with every digit written in ASCII.
pub fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| value(c).map_or(c, |digit| char::from(b'0' + digit)))
        .collect::<String>()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_count() {
        assert_eq!(to_ascii("٢٠١٩"), "2019");
        assert_eq!(to_ascii("۱۳۹۸ ش"), "1398 ش");
        assert_eq!(to_ascii("१९४७, 1947"), "1947, 1947");
    }

    #[test]
    fn what_only_looks_like_a_digit_stays() {
        assert_eq!(to_ascii("x³ ½ 五 Ⅷ"), "x³ ½ 五 Ⅷ");
    }

    #[test]
    fn every_zero_opens_a_run_of_ten_digits() {
        use icu::properties::{CodePointMapData, props::GeneralCategory};
        let category = CodePointMapData::<GeneralCategory>::new();
        for zero in ZEROS {
            for code in zero..zero + 10 {
                assert_eq!(
                    category.get32(code),
                    GeneralCategory::DecimalNumber,
                    "{code:X}"
                );
            }
        }
    }
}
