//! Public numbers are read back, and one slip is noticed.

use proptest::prelude::*;

use super::*;

#[test]
fn the_check_digit_is_that_of_the_standard() {
    // The example of ISO/IEC 7064 itself, and a German tax number published as a specimen.
    assert_eq!(check_digit("0794"), 5);
    assert_eq!(check_digit("8609574271"), 9);
}

#[test]
fn numbers_are_read_as_people_give_them() {
    let number = RegistryNumber::from_sequence(17);
    let written = number.to_string();
    assert_eq!(written.len(), "CR-0000017-5".len());
    let check = written.chars().last().unwrap();
    let eastern = char::from_u32(0x660 + check.to_digit(10).unwrap()).unwrap();
    for typed in [
        written.clone(),
        format!(" cr 0000017 {check} "),
        format!("cr0000017{check}"),
        format!("CR–0000017–{check}"),
        format!("\u{200F}CR-٠٠٠٠٠١٧-{eastern}"),
    ] {
        assert_eq!(RegistryNumber::parse(&typed), Ok(number), "{typed}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let tracking = TrackingNumber::from_sequence(17).to_string();
    for typed in [
        tracking.as_str(),
        "CR-17-5",
        "0000017",
        "CR",
        "CR-0000017",
        "CR-00000O7-5",
        "CR-99999999999999999999999-1",
    ] {
        assert_eq!(
            RegistryNumber::parse(typed),
            Err(Problem::BadNumber),
            "{typed}"
        );
    }
    assert_eq!(RegistryNumber::parse(" "), Err(Problem::Required));
}

#[test]
fn zeros_give_no_organization_a_second_number() {
    let longer = format!("CR-00000017-{}", check_digit("00000017"));
    assert_eq!(RegistryNumber::parse(&longer), Err(Problem::BadNumber));
}

#[test]
fn json_is_the_written_form() {
    let number = TrackingNumber::from_sequence(123);
    let json = serde_json::to_string(&number).unwrap();
    assert_eq!(json, format!("\"{number}\""));
    assert_eq!(
        serde_json::from_str::<TrackingNumber>(&json).unwrap(),
        number
    );
}

proptest! {
    #[test]
    fn every_number_is_read_back(sequence in any::<u64>()) {
        let number = RegistryNumber::from_sequence(sequence);
        prop_assert_eq!(RegistryNumber::parse(&number.to_string()), Ok(number));
    }

    #[test]
    fn one_wrong_digit_is_always_noticed(sequence in 0u64..10_000_000, at in 0usize..8, by in 1u8..10) {
        let mut digits: Vec<u8> = RegistryNumber::from_sequence(sequence)
            .to_string()
            .bytes()
            .filter(u8::is_ascii_digit)
            .collect();
        digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
        let wrong = format!("CR{}", String::from_utf8(digits).unwrap());
        prop_assert_eq!(RegistryNumber::parse(&wrong), Err(Problem::BadNumber));
    }

    #[test]
    fn reading_never_panics(text in any::<String>()) {
        let _ = RegistryNumber::parse(&text);
        let _ = RegistryNumber::parse(&format!("CR{text}"));
    }
}

#[test]
fn nearly_every_swap_of_neighbours_is_noticed() {
    let (mut swaps, mut missed) = (0, 0);
    for sequence in 0..20_000 {
        let digits: Vec<char> = RegistryNumber::from_sequence(sequence * 499)
            .to_string()
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        for at in 0..digits.len() - 1 {
            let mut swapped = digits.clone();
            swapped.swap(at, at + 1);
            if swapped != digits {
                swaps += 1;
                let text: String = swapped.iter().collect();
                missed += usize::from(RegistryNumber::parse(&format!("CR{text}")).is_ok());
            }
        }
    }
    assert!(missed * 40 < swaps, "{missed} of {swaps}");
}
