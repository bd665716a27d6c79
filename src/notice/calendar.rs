//! Invitations for calendars: what a letter about a meeting carries besides its words (RFC 5545, RFC 5546).

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// A meeting, as calendars know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// By which calendars know it again.
    pub id: Uuid,
    /// Whether it is called off.
    pub cancelled: bool,
    /// Which of its invitations this is: a later one counts (RFC 5546, 2.1.4).
    pub sequence: i32,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it lasts.
    pub minutes: i16,
    /// What it is called.
    pub summary: String,
    /// Where it is held, or how one takes part.
    pub place: String,
    /// Where it is in the portal.
    pub address: String,
}

impl Meeting {
    /// What a calendar is asked to do with it.
    pub const fn method(&self) -> &'static str {
        match self.cancelled {
            true => "CANCEL",
            false => "REQUEST",
        }
    }

    /// As iCalendar: from whoever organizes it, to one who takes part. Times are UTC, so no zone has to be described.
    pub fn to_icalendar(&self, organizer: &str, attendee: &str, at: DateTime<Utc>) -> String {
        let head = [
            "BEGIN:VCALENDAR".to_owned(),
            "PRODID:-//Concord//Sessions of the board//EN".to_owned(),
            "VERSION:2.0".to_owned(),
            format!("METHOD:{}", self.method()),
            "BEGIN:VEVENT".to_owned(),
        ];
        let who = [
            format!("ORGANIZER:mailto:{organizer}"),
            format!(
                "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{attendee}"
            ),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        let lines = head.into_iter().chain(self.facts(at)).chain(who);
        lines.map(|line| folded(&line)).collect()
    }

    /// What it is, whoever asks. Its UID is the same in letters and in calendars that ask for it.
    fn facts(&self, at: DateTime<Utc>) -> Vec<String> {
        let ends_at = self.starts_at + TimeDelta::minutes(self.minutes.into());
        let status = match self.cancelled {
            true => "CANCELLED",
            false => "CONFIRMED",
        };
        vec![
            format!("UID:{}@{}", self.id, self.host()),
            format!("SEQUENCE:{}", self.sequence),
            format!("DTSTAMP:{}", stamp(at)),
            format!("DTSTART:{}", stamp(self.starts_at)),
            format!("DTEND:{}", stamp(ends_at)),
            format!("SUMMARY:{}", escaped(&self.summary)),
            format!("LOCATION:{}", escaped(&self.place)),
            format!("URL:{}", self.address),
            format!("STATUS:{status}"),
        ]
    }

    /// The host of the portal, as its addresses name it.
    fn host(&self) -> &str {
        let rest = self.address.split_once("://").map(|(_, rest)| rest);
        let host = rest.and_then(|rest| rest.split(['/', ':']).next());
        host.filter(|it| !it.is_empty())
            .unwrap_or("concord.invalid")
    }
}

/// Meetings for a calendar that asks for them from time to time.
pub fn feed(meetings: &[Meeting], at: DateTime<Utc>) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "PRODID:-//Concord//Meetings//EN".to_owned(),
        "VERSION:2.0".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    for meeting in meetings {
        lines.push("BEGIN:VEVENT".to_owned());
        lines.extend(meeting.facts(at));
        lines.push("END:VEVENT".to_owned());
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn stamp(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A line of at most 75 octets, the rest on lines that begin with a blank (RFC 5545, 3.1). No letter is broken.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 8), 0);
    for letter in line.chars() {
        if length + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Letter, OfSession, PostOffice, Transport};
    use super::*;
    use crate::ids::{LetterId, SittingId};
    use crate::values::Lang;

    fn meeting(cancelled: bool) -> Meeting {
        Meeting {
            id: Uuid::from_u128(7),
            cancelled,
            sequence: i32::from(cancelled),
            starts_at: "2026-12-08T13:30:00Z".parse().unwrap(),
            minutes: 90,
            summary: "Session 3; of the board".to_owned(),
            place: "Հանրապետության հրապարակ, 2-րդ հարկ, մեծ դահլիճ, Երևան, Հայաստան".to_owned(),
            address: "https://concord.example/desk/sessions/7".to_owned(),
        }
    }

    fn written(cancelled: bool) -> String {
        let at = "2026-11-24T10:00:00Z".parse().unwrap();
        meeting(cancelled).to_icalendar("board@concord.example", "ani@example.org", at)
    }

    #[test]
    fn it_says_when_and_where_and_who() {
        let text = written(false).replace("\r\n ", "");
        for line in [
            "METHOD:REQUEST",
            "UID:00000000-0000-0000-0000-000000000007@concord.example",
            "SEQUENCE:0",
            "DTSTAMP:20261124T100000Z",
            "DTSTART:20261208T133000Z",
            "DTEND:20261208T150000Z",
            "SUMMARY:Session 3\\; of the board",
            "LOCATION:Հանրապետության հրապարակ\\, 2-րդ հարկ\\, մեծ դահլիճ\\, Երևան\\, Հայաստան",
            "ORGANIZER:mailto:board@concord.example",
            "STATUS:CONFIRMED",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
        }
    }

    #[test]
    fn what_is_called_off_is_the_same_meeting_a_step_further() {
        let (before, after) = (written(false), written(true));
        let uid = |text: &str| {
            text.lines()
                .find(|it| it.starts_with("UID"))
                .map(str::to_owned)
        };
        assert_eq!(uid(&before), uid(&after));
        for line in ["METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED"] {
            assert!(after.contains(&format!("{line}\r\n")), "{line}");
        }
    }

    #[test]
    fn it_travels_as_a_part_of_the_letter() {
        let transport = Transport::Folder(std::path::PathBuf::new());
        let office = PostOffice::new(
            transport,
            "Concord <board@concord.example>",
            "https://concord.example",
        )
        .unwrap();
        let letter = Letter::SessionCalled(OfSession {
            id: SittingId::from(Uuid::from_u128(7)),
            number: 3,
            starts_at: "2026-12-08T10:30:00Z".parse().unwrap(),
            starts_local: "2026-12-08T14:30:00".parse().unwrap(),
            zone: "Asia/Yerevan".to_owned(),
            lasts_minutes: 90,
            place: "Great hall".to_owned(),
            sequence: 2,
        });
        let written = letter.write(Lang::En, office.url()).unwrap();
        let at = "2026-11-24T10:00:00Z".parse().unwrap();
        let message = office.envelope(LetterId::fresh(), "ani@example.org", Lang::En, at, written);
        let message = String::from_utf8(message.unwrap().formatted()).unwrap();
        assert!(
            message.contains("Content-Type: text/calendar; method=REQUEST; charset=utf-8"),
            "{message}"
        );
        for line in [
            "BEGIN:VCALENDAR",
            "SEQUENCE:2",
            "DTSTART:20261208T103000Z",
            "LOCATION:Great hall",
        ] {
            assert!(message.contains(line), "{line} in {message}");
        }
    }

    #[test]
    fn no_line_is_longer_than_seventy_five_octets_and_no_letter_is_broken() {
        let text = written(false);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.contains("\r\n ") && text.ends_with("END:VCALENDAR\r\n"));
    }
}
