//! The links of letters, which are written without knowing the web, lead to pages.

use super::super::urls;
use crate::ids::CaseId;
use crate::notice::{Letter, OfCase};
use crate::values::TrackingNumber;

#[test]
fn links_of_letters_lead_to_pages() {
    let token = || "t".to_owned();
    let of = OfCase {
        case: CaseId::fresh(),
        number: TrackingNumber::from_sequence(1),
        title: String::new(),
    };
    let case = urls::case(of.case);
    for (letter, page) in [
        (
            Letter::ConfirmAddress { token: token() },
            urls::confirmation("t"),
        ),
        (
            Letter::ResetPassword { token: token() },
            urls::password_reset("t"),
        ),
        (
            Letter::EmailChanging { token: token() },
            urls::email_change("t"),
        ),
        (Letter::AlreadyRegistered, urls::SIGN_IN.to_owned()),
        (Letter::CaseSubmitted(of), case),
    ] {
        assert_eq!(letter.path(), Some(page));
    }
}
