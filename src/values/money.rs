//! Sums of money: whole minor units of an ISO 4217 currency, so that totals add up to the cent.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::column::{Written, text_columns};
use super::{Lang, Problem};

/// A currency of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(usize);

/// The currencies in circulation (ISO 4217, list one), without funds and metals.
const ALL: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR \
ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD \
SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF \
YER ZAR ZMW ZWG";

/// Those whose smallest unit is not a hundredth (ISO 4217, minor units).
const WITHOUT_CENTS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const IN_THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

/// The largest sum, in minor units: what is more was mistyped.
const MOST: i64 = 100_000_000_000_000;

impl Currency {
    /// Every currency, by its code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ALL.len().div_ceil(4)).map(Self)
    }

    /// Reads a code in any case.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let code = text.trim().to_ascii_uppercase();
        if code.is_empty() {
            return Err(Problem::Required);
        }
        Self::all()
            .find(|it| it.code() == code)
            .ok_or(Problem::UnknownCode)
    }

    /// Its three letters.
    pub fn code(self) -> &'static str {
        ALL.get(self.0 * 4..self.0 * 4 + 3).unwrap_or_default()
    }

    /// How many digits stand behind the point.
    pub fn digits(self) -> usize {
        let is_in = |list: &str| list.split(' ').any(|code| code == self.code());
        match () {
            () if is_in(WITHOUT_CENTS) => 0,
            () if is_in(IN_THOUSANDTHS) => 3,
            () => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Written for Currency {
    fn written(&self) -> Cow<'_, str> {
        self.code().into()
    }
    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text)
    }
}

text_columns!(Currency);

/// A sum in a currency, never nothing and never less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// How much, in the smallest unit.
    pub minor: i64,
    /// Of what.
    pub currency: Currency,
}

impl Money {
    /// As readers of a language write it: `12 500.50 EUR`.
    pub fn shown(self, lang: Lang) -> String {
        format!("{}\u{A0}{}", grouped(&self.plain(), lang), self.currency)
    }

    /// Reads a sum as people type it: digits of any script, blanks and apostrophes between thousands, and a point or comma
    /// before cents. `1.234` and `1,234` are thousands, since no currency of hundredths has three digits there.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, Problem> {
        let minor = minor(text, currency.digits())?;
        Ok(Self { minor, currency })
    }

    /// The sum as a form asks for it: `12500` or `12500.50`.
    pub fn plain(&self) -> String {
        plain(self.minor, self.currency.digits())
    }
}

/// Reads a number with so many digits behind the point, in whole smallest units.
pub(super) fn minor(text: &str, digits: usize) -> Result<i64, Problem> {
    let text: String = super::digits::to_ascii(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '٬'))
        .map(|c| if c == '٫' { ',' } else { c })
        .collect();
    if text.is_empty() {
        return Err(Problem::Required);
    }
    let at = text.rfind(['.', ',']);
    let behind = at.map_or(0, |at| text.len() - at - 1);
    let is_alone = text.matches(['.', ',']).count() == 1;
    let has_cents = digits > 0 && behind <= digits && (behind != 3 || (digits == 3 && is_alone));
    let (whole, cents) = match at.filter(|_| has_cents) {
        Some(at) => (text.get(..at), text.get(at + 1..)),
        None => (text.get(..), Some("")),
    };
    let (whole, cents) = (whole.unwrap_or_default(), cents.unwrap_or_default());
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let is_grouped = groups.len() == 1
        || groups.iter().skip(1).all(|group| group.len() == 3)
            && (1..=3).contains(&groups.first().map_or(0, |first| first.len()));
    let number = format!("{}{cents:0<digits$}", groups.concat());
    if !is_grouped || whole.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::BadNumber);
    }
    match number.parse() {
        Ok(minor) if (1..=MOST).contains(&minor) => Ok(minor),
        Ok(0) => Err(Problem::BadNumber),
        // It is made of digits alone: too many of them.
        _ => Err(Problem::TooGreat),
    }
}

/// The number that so many smallest units are: `12500` or `12500.50`.
pub(super) fn plain(minor: i64, digits: usize) -> String {
    let unit = 10_i64.pow(u32::try_from(digits).unwrap_or_default());
    match minor % unit {
        0 => (minor / unit).to_string(),
        cents => format!("{}.{cents:0>digits$}", minor / unit),
    }
}

/// The number as readers of a language write it: `12 500.50`, in Russian `12 500,50`; the blanks between thousands do not break
/// (ISO 80000-1; the mark before decimals is that of CLDR).
pub(super) fn grouped(plain: &str, lang: Lang) -> String {
    let (whole, cents) = plain.split_once('.').unwrap_or((plain, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    if !cents.is_empty() {
        out.push(match lang {
            Lang::Ru => ',',
            Lang::En | Lang::Ar => '.',
        });
        out.push_str(cents);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, currency: &str) -> Option<String> {
        let currency = Currency::parse(currency).unwrap();
        Money::parse(text, currency)
            .ok()
            .map(|it| it.shown(Lang::En))
    }

    #[test]
    fn sums_are_read_as_people_type_them() {
        for (text, currency, said) in [
            ("12500", "EUR", "12\u{202F}500\u{A0}EUR"),
            ("12 500,50", "EUR", "12\u{202F}500.50\u{A0}EUR"),
            ("12.500", "EUR", "12\u{202F}500\u{A0}EUR"),
            ("1,234,567.8", "USD", "1\u{202F}234\u{202F}567.80\u{A0}USD"),
            ("1'000", "CHF", "1\u{202F}000\u{A0}CHF"),
            ("١٢٥٠٫٥", "EGP", "1\u{202F}250.50\u{A0}EGP"),
            ("5000", "JPY", "5\u{202F}000\u{A0}JPY"),
            ("1.250", "KWD", "1.250\u{A0}KWD"),
        ] {
            assert_eq!(read(text, currency).as_deref(), Some(said), "{text}");
        }
    }

    #[test]
    fn what_is_no_sum_is_refused() {
        for text in [
            "0",
            "-5",
            "about 3",
            "1.23.4",
            "12,50,00",
            "",
            "1e9",
            "9999999999999999999",
        ] {
            assert_eq!(read(text, "EUR"), None, "{text}");
        }
        assert_eq!(read("10.5", "JPY"), None);
        let euro = Currency::parse("EUR").unwrap();
        for (text, problem) in [
            ("9,999,999,999,999", Problem::TooGreat),
            ("99999999999999999999999", Problem::TooGreat),
            ("0", Problem::BadNumber),
            ("-5", Problem::BadNumber),
        ] {
            assert_eq!(Money::parse(text, euro), Err(problem), "{text}");
        }
        assert!(Currency::parse("XXX").is_err());
    }

    #[test]
    fn every_currency_has_three_letters_and_is_found_by_them() {
        for currency in Currency::all() {
            assert_eq!(currency.code().len(), 3);
            assert_eq!(
                Currency::parse(&currency.code().to_lowercase()),
                Ok(currency)
            );
        }
    }
}
