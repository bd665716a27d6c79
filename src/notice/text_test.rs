//! Every letter can be written in every language.

use chrono::NaiveDate;

use super::{
    GroupReply, Letter, LetterKind, LetterState, LetterToLeader, LetterToMember, LetterToPartner,
    LetterWords, OfBoard, OfCase, OfDocument, OfDuties, OfGroup, OfInitiative, OfMeeting,
    OfOrganization, OfRecommendation, OfSession, OfSignature, RecommendationAnswer,
    UnpublishedInitiative, WayOut,
};
use crate::ids::{CaseId, LeaderId};
use crate::say;
use crate::values::{
    Country, GroupRole, InEveryLanguage, InitiativeRole, Lang, LanguageTag, Line, Need, Prose,
    RegistryNumber, Role, SigningOffice, TeamRole, TrackingNumber, Wording,
};

fn session() -> OfSession {
    OfSession {
        id: crate::ids::SittingId::fresh(),
        number: 3,
        starts_at: "2026-12-08T10:30:00Z".parse().unwrap(),
        starts_local: "2026-12-08T14:30:00".parse().unwrap(),
        zone: "Asia/Yerevan".to_owned(),
        lasts_minutes: 90,
        place: "Great hall".to_owned(),
        sequence: 0,
    }
}

fn meeting() -> OfMeeting {
    let of = session();
    OfMeeting {
        id: crate::ids::MeetingId::fresh(),
        group: crate::ids::GroupId::fresh(),
        names: group().names,
        number: Some(RegistryNumber::from_sequence(17)),
        starts_at: of.starts_at,
        starts_local: of.starts_local,
        zone: of.zone,
        lasts_minutes: of.lasts_minutes,
        place: of.place,
        sequence: of.sequence,
    }
}

fn group() -> OfGroup {
    OfGroup {
        group: crate::ids::GroupId::fresh(),
        names: vec![Wording {
            language: LanguageTag::parse("hy").unwrap(),
            text: Line::parse("Հայ խորհուրդ", 100).unwrap(),
        }],
        number: Some(RegistryNumber::from_sequence(17)),
        title: "Հայ մշակութային միություն".to_owned(),
        role: GroupRole::Vice,
        until: NaiveDate::from_ymd_opt(2026, 12, 24),
    }
}

fn initiative() -> OfInitiative {
    OfInitiative {
        initiative: crate::ids::InitiativeId::fresh(),
        titles: vec![Wording {
            language: LanguageTag::parse("hy").unwrap(),
            text: Line::parse("Կիրակնօրյա դպրոց", 100).unwrap(),
        }],
        number: RegistryNumber::from_sequence(17),
        title: "Հայ մշակութային միություն".to_owned(),
        role: InitiativeRole::Lead,
        reader: None,
    }
}

fn written_words(lang: Lang) -> LetterWords {
    LetterWords {
        lang,
        subject: Line::parse("{organization}: news", 120).unwrap(),
        text: Prose::parse(
            "Dear **friends** of {organization} ({number}),\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n- one",
            1_000,
        )
        .unwrap(),
    }
}

#[test]
fn what_the_board_writes_is_marked_in_the_page_plain_in_the_text_and_harmless_in_both() {
    let letters = one_of_each();
    let letter = letters
        .iter()
        .find(|it| it.kind() == LetterKind::FromBoard)
        .unwrap();
    for (lang, wrote) in [
        (Lang::En, Lang::En),
        (Lang::Ru, Lang::Ru),
        // Nobody wrote in Arabic: the whole letter is in the first language.
        (Lang::Ar, Lang::Ru),
    ] {
        let written = letter.write(lang, "https://concord.example").unwrap();
        assert_eq!(written.subject, "Հայ *տուն* <b>: news");
        assert!(written.html.contains(&format!("lang=\"{wrote}\"")));
        assert!(written.html.contains("<strong>friends</strong>"));
        assert!(
            written.html.contains("Հայ *տուն* &lt;b&gt;"),
            "{}",
            written.html
        );
        assert!(!written.html.contains("<script") && !written.html.contains("javascript:"));
        assert!(
            written
                .text
                .contains("Dear friends of Հայ *տուն* <b> (CR-0000017-")
        );
        assert_eq!(written.text.matches("Dear friends").count(), 1);
    }
}

fn duties() -> OfDuties {
    OfDuties {
        handover: crate::ids::DutyHandoverId::fresh(),
        count: 3,
    }
}

fn one_of_each() -> Vec<Letter> {
    let of = || OfCase {
        case: CaseId::fresh(),
        number: TrackingNumber::from_sequence(12),
        title: "Հայ մշակութային միություն".to_owned(),
    };
    let organization = || OfOrganization {
        number: RegistryNumber::from_sequence(17),
        title: "Հայ մշակութային միություն".to_owned(),
    };
    let due = NaiveDate::from_ymd_opt(2026, 12, 24).unwrap();
    let paper = || OfDocument {
        case: None,
        organization: Some(RegistryNumber::from_sequence(17)),
        title: "Հայ մշակութային միություն".to_owned(),
        item: InEveryLanguage {
            en: "Certificate".to_owned(),
            ru: "Справка".to_owned(),
            ar: "شهادة".to_owned(),
        },
        expires_on: due,
    };
    let signature = || OfSignature {
        case: CaseId::fresh(),
        title: "Հայ մշակութային միություն".to_owned(),
        office: SigningOffice::President,
    };
    let token = || "secret".to_owned();
    let registry = Some(RegistryNumber::from_sequence(17));
    let letters = vec![
        Letter::ConfirmAddress { token: token() },
        Letter::AlreadyRegistered,
        Letter::ResetPassword { token: token() },
        Letter::EmailChanging { token: token() },
        Letter::EmailChanged,
        Letter::PasswordChanged,
        Letter::RoleChanged {
            role: Role::Coordinator,
        },
        Letter::AccountClosed,
        Letter::CaseSubmitted(of()),
        Letter::ChangesRequested { of: of(), due },
        Letter::AnswerWanted { of: of(), due },
        Letter::CaseExpired {
            of: of(),
            until: due,
        },
        Letter::CaseRevived { of: of(), due },
        Letter::Accepted { of: of(), registry },
        Letter::Renewed {
            of: of(),
            until: due,
        },
        Letter::AcceptedWithConditions {
            of: of(),
            registry,
            due,
        },
        Letter::RenewedWithConditions {
            of: of(),
            until: due,
            conditions: 2,
            due,
        },
        Letter::ConditionsMet(of()),
        Letter::ConditionNotMet(of()),
        Letter::ConditionExtended { of: of(), due },
        Letter::Refused {
            of: of(),
            appeal_until: due,
        },
        Letter::Appealed(of()),
        Letter::Message(of()),
        Letter::OpinionWanted { of: of(), due },
        Letter::AppealToJudge(of()),
        Letter::Mentioned(of()),
        Letter::TakenOver(of()),
        Letter::SecondWanted(of()),
        Letter::SecondDisagrees(of()),
        Letter::SessionCalled(session()),
        Letter::SessionMoved(session()),
        Letter::SessionCalledOff(session()),
        Letter::DutiesHandedOver(duties()),
        Letter::DutiesGone(duties()),
        Letter::ForDeputy {
            letter: Box::new(Letter::Mentioned(of())),
            name: "Нарэ".to_owned(),
            until: due,
        },
        Letter::OffAgenda {
            of: of(),
            session: 3,
        },
        Letter::Invitation {
            token: token(),
            title: organization().title,
            role: TeamRole::Editor,
        },
        Letter::SignatureWanted {
            token: token(),
            title: organization().title,
            office: SigningOffice::Treasurer,
        },
        Letter::SignatureGiven(signature()),
        Letter::SignatureDeclined(signature()),
        Letter::LeaderEntered {
            token: token(),
            title: organization().title,
        },
        Letter::Leader(LetterToLeader::Changed {
            token: token(),
            title: organization().title,
        }),
        Letter::Leader(LetterToLeader::LinkRenewed {
            token: token(),
            title: organization().title,
        }),
        Letter::Leader(LetterToLeader::AddressAsked { token: token() }),
        Letter::Leader(LetterToLeader::AddressChanging {
            token: token(),
            title: organization().title,
        }),
        Letter::Leader(LetterToLeader::ClaimAsked(organization())),
        Letter::Leader(LetterToLeader::ClaimConfirmed {
            leader: LeaderId::fresh(),
            title: organization().title,
        }),
        Letter::Leader(LetterToLeader::ClaimRefused {
            title: organization().title,
        }),
        Letter::Leader(LetterToLeader::EntryAsked(organization())),
        Letter::Leader(LetterToLeader::EntryRefused {
            title: organization().title,
            reason: Prose::parse("Nobody here knows you.", 100).unwrap(),
        }),
        Letter::Leader(LetterToLeader::OfficeUndone {
            token: token(),
            title: organization().title,
        }),
        Letter::Leader(LetterToLeader::ConsentRecorded {
            token: token(),
            title: organization().title,
        }),
        Letter::TeamRoleChanged {
            of: organization(),
            role: TeamRole::Reader,
        },
        Letter::TeamRemoved(organization()),
        Letter::OwnershipOffered(organization()),
        Letter::OwnershipHandedOver(organization()),
        Letter::JoinAsked(organization()),
        Letter::JoinAccepted {
            of: organization(),
            role: TeamRole::Owner,
        },
        Letter::JoinRefused(organization()),
        Letter::RescueAsked {
            of: organization(),
            token: token(),
            until: due,
        },
        Letter::RescueStopped(organization()),
        Letter::RescueAccepted(organization()),
        Letter::RescueRefused(organization()),
        Letter::Rescued(organization()),
        Letter::DocumentExpiring(paper()),
        Letter::DocumentExpired(paper()),
        Letter::Digest {
            letters: vec![Letter::Message(of()), Letter::CaseSubmitted(of())],
        },
        Letter::FromBoard(OfBoard {
            number: RegistryNumber::from_sequence(17),
            title: "Հայ *տուն* <b>".to_owned(),
            said: vec![written_words(Lang::Ru), written_words(Lang::En)],
        }),
        Letter::RenewalAsked(organization()),
        Letter::RenewalNear {
            of: organization(),
            until: due,
        },
        Letter::RenewalDue {
            of: organization(),
            until: due,
        },
        Letter::RegistrationLapsed(organization()),
        Letter::NoticeGiven {
            of: organization(),
            until: due,
        },
        Letter::StruckOff(organization()),
        Letter::Suspended {
            of: organization(),
            until: due,
        },
        Letter::SuspensionOver(organization()),
        Letter::Revived {
            of: organization(),
            until: due,
        },
        Letter::OnPaper {
            letter: Box::new(Letter::AcceptedWithConditions {
                of: of(),
                registry,
                due,
            }),
            post: Country::from_code("DE"),
        },
        Letter::RecordHandedOver {
            title: organization().title,
            case: Some(of().case),
            organization: registry,
        },
        Letter::OrganizationMerged {
            of: organization(),
            into: RegistryNumber::from_sequence(18),
        },
        Letter::OrganizationRestored(organization()),
        Letter::InitiativePublished(organization()),
        Letter::InitiativeReturned(organization()),
        Letter::Introduced(organization()),
        Letter::IntroductionMessage(organization()),
        Letter::GroupInvited(group()),
        Letter::GroupEntered(group()),
        Letter::GroupRemoved(group()),
        Letter::GroupAnswered {
            of: group(),
            reply: GroupReply::Left,
        },
        Letter::Member(LetterToMember::Ended {
            of: group(),
            day: NaiveDate::from_ymd_opt(2026, 12, 24).unwrap(),
            words: "The task is done.".to_owned(),
        }),
        Letter::Member(LetterToMember::GoesOn {
            of: group(),
            token: None,
        }),
        Letter::Member(LetterToMember::PlaceChanged {
            of: OfGroup {
                number: None,
                title: String::new(),
                ..group()
            },
            token: Some("c".repeat(43)),
        }),
        Letter::Member(LetterToMember::NotAsked {
            of: group(),
            day: NaiveDate::from_ymd_opt(2026, 12, 24).unwrap(),
            words: "The task is done.".to_owned(),
        }),
        Letter::Member(LetterToMember::AskedAgain {
            of: group(),
            token: None,
        }),
        Letter::Member(LetterToMember::LeaderOut {
            of: OfGroup {
                number: None,
                title: String::new(),
                ..group()
            },
            way: WayOut::TermOver,
            token: token(),
        }),
        Letter::Member(LetterToMember::LeaderLeft(OfGroup {
            number: None,
            title: String::new(),
            ..group()
        })),
        Letter::LeaderInvited {
            of: group(),
            token: token(),
        },
        Letter::MeetingCalled(meeting()),
        Letter::MeetingMoved(meeting()),
        Letter::MeetingCalledOff(meeting()),
        Letter::MeetingHeldAfterAll(meeting()),
        Letter::MeetingNotYours(meeting()),
        Letter::RecommendationAnswered(OfRecommendation {
            of: meeting(),
            title: "Choirs".to_owned(),
            answer: RecommendationAnswer::TakenUp,
            words: "A hall is found.".to_owned(),
        }),
        Letter::PartnerAsked(initiative()),
        Letter::PartnerAnswered {
            of: initiative(),
            reply: GroupReply::Joined,
        },
        Letter::PartnerRemoved(initiative()),
        Letter::InitiativeUnpublished(UnpublishedInitiative {
            of: initiative(),
            words: "It names a child.".to_owned(),
        }),
        Letter::Partner(LetterToPartner::Unled { of: initiative() }),
        Letter::Partner(LetterToPartner::FileTakenDown {
            of: initiative(),
            words: "It shows a child.".to_owned(),
        }),
        Letter::Partner(LetterToPartner::NeedMet {
            of: initiative(),
            need: Need::Venue,
            words: "The town lends its hall.".to_owned(),
        }),
        Letter::Partner(LetterToPartner::NeedOpen {
            of: initiative(),
            need: Need::Venue,
            words: String::new(),
        }),
        Letter::ContributionAccepted(organization()),
        Letter::ContributionRefused(organization()),
    ];
    let kinds: Vec<_> = letters.iter().map(Letter::kind).collect();
    assert_eq!(kinds, LetterKind::ALL, "one letter of each kind, in order");
    letters
}

#[test]
fn every_letter_can_be_written_in_every_language() {
    for lang in Lang::ALL {
        for letter in one_of_each() {
            let written = letter.write(*lang, "https://concord.example").unwrap();
            let what = format!("{letter:?} in {lang}:\n{}", written.text);
            assert!(
                !written.subject.contains(['\n', '\u{2068}', '\u{2069}']),
                "{what}"
            );
            assert!(written.subject.chars().count() <= 70, "{what}");
            for text in [&written.subject, &written.text, &written.html] {
                // What Fluent shows of an argument or a message that it does not have.
                assert!(!text.contains("{$") && !text.contains("letter-"), "{what}");
            }
            if let Some(of) = letter.of_case() {
                assert!(written.text.contains(&of.title), "{what}");
                assert!(written.subject.contains(&of.number.to_string()), "{what}");
            }
            if let Some(of) = letter.of_organization() {
                assert!(written.text.contains(&of.title), "{what}");
                let is_of_standing = matches!(
                    letter.kind(),
                    LetterKind::RenewalNear
                        | LetterKind::RenewalDue
                        | LetterKind::RegistrationLapsed
                        | LetterKind::NoticeGiven
                        | LetterKind::StruckOff
                        | LetterKind::Suspended
                        | LetterKind::SuspensionOver
                        | LetterKind::Revived
                );
                let number = of.number.to_string();
                assert!(
                    !is_of_standing || written.subject.contains(&number),
                    "{what}"
                );
            }
            if let Some(path) = letter.path() {
                let line = format!("https://concord.example{path}");
                assert!(written.text.lines().any(|it| it == line), "{what}");
            }
        }
    }
}

#[test]
fn whoever_signed_a_paper_form_is_told_everything_that_their_typist_is() {
    let told = one_of_each().into_iter().filter(|letter| {
        let is_for_applicants = !matches!(
            letter.kind(),
            LetterKind::OpinionWanted
                | LetterKind::AppealToJudge
                | LetterKind::Mentioned
                | LetterKind::TakenOver
                | LetterKind::SecondWanted
                | LetterKind::SecondDisagrees
                | LetterKind::ForDeputy
                | LetterKind::OffAgenda
                | LetterKind::OnPaper
        );
        letter.of_case().is_some() && is_for_applicants
    });
    for letter in told {
        for (lang, post) in Lang::ALL.iter().zip([Country::from_code("DE"), None, None]) {
            let kind = letter.kind();
            let letter = Letter::OnPaper {
                letter: Box::new(letter.clone()),
                post,
            };
            let written = letter.write(*lang, "https://concord.example").unwrap();
            let what = format!("{kind} in {lang}:\n{}", written.text);
            assert!(
                !written.text.contains("letter-") && !written.text.contains("{$"),
                "{what}"
            );
            // Nothing is behind a sign-in that they do not have.
            assert!(!written.text.contains("https://"), "{what}");
        }
    }
}

#[test]
fn dates_and_numbers_reach_the_reader() {
    let text = |letter: &Letter| letter.write(Lang::En, "").unwrap().text;
    let letters = one_of_each();
    let of = |kind| letters.iter().find(|it| it.kind() == kind).unwrap();
    assert!(text(of(LetterKind::Refused)).contains("24 December 2026"));
    assert!(text(of(LetterKind::AcceptedWithConditions)).contains("CR-0000017-"));
    assert!(text(of(LetterKind::RoleChanged)).contains("Coordinator"));
}

#[test]
fn a_letter_about_a_meeting_brings_it_for_calendars_and_no_other_does() {
    for letter in one_of_each() {
        let written = letter.write(Lang::Ar, "https://concord.example").unwrap();
        let method = written.meeting.map(|it| (it.method(), it.place));
        let place = "Great hall".to_owned();
        let expected = match letter.kind() {
            LetterKind::SessionCalled
            | LetterKind::SessionMoved
            | LetterKind::MeetingCalled
            | LetterKind::MeetingMoved
            | LetterKind::MeetingHeldAfterAll => Some(("REQUEST", place)),
            LetterKind::SessionCalledOff
            | LetterKind::MeetingCalledOff
            | LetterKind::MeetingNotYours => Some(("CANCEL", place)),
            _ => None,
        };
        assert_eq!(method, expected, "{letter:?}");
    }
}

#[test]
fn a_letter_comes_back_from_the_outbox_as_it_was() {
    for letter in one_of_each() {
        let json = serde_json::to_string(&letter).unwrap();
        assert_eq!(serde_json::from_str::<Letter>(&json).unwrap(), letter);
    }
}

#[test]
fn no_log_learns_the_secret_of_a_link_or_whom_a_case_is_about() {
    for letter in one_of_each() {
        let debug = format!("{letter:?}");
        assert!(
            !debug.contains("secret") && !debug.contains("Հայ"),
            "{debug}"
        );
    }
}

#[test]
fn kinds_and_states_have_names_in_every_language() {
    for lang in Lang::ALL {
        let keys = LetterKind::ALL.iter().map(|it| it.key());
        for key in keys.chain(LetterState::ALL.iter().map(|it| it.key())) {
            assert_ne!(say::t(*lang, key), key);
        }
    }
}
