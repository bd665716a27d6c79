//! The languages the portal itself speaks.

use fluent_templates::langid;
use unic_langid::LanguageIdentifier;

use super::codes;

codes! {
    /// A language of the interface.
    pub enum Lang {
        En = "en",
        Ru = "ru",
        Ar = "ar",
    }
}

static EN: LanguageIdentifier = langid!("en");
static RU: LanguageIdentifier = langid!("ru");
static AR: LanguageIdentifier = langid!("ar");

impl Lang {
    /// The direction its lines run in, as HTML writes it.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En | Self::Ru => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// Its name in itself, for a list from which people choose.
    pub const fn autonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::Ar => "العربية",
        }
    }

    /// What Fluent calls it.
    pub fn langid(self) -> &'static LanguageIdentifier {
        match self {
            Self::En => &EN,
            Self::Ru => &RU,
            Self::Ar => &AR,
        }
    }

    /// The language that an `Accept-Language` header (RFC 9110, 12.5.4) likes best; English if none of ours.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best = (0, Self::En);
        for range in accept_language.split(',').take(32) {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1000, weight);
            let primary = tag.split('-').next().unwrap_or_default();
            let lang = Self::ALL
                .iter()
                .find(|lang| lang.code().eq_ignore_ascii_case(primary));
            if let Some(lang) = lang
                && weight > best.0
            {
                best = (weight, *lang);
            }
        }
        best.1
    }
}

/// A quality value in thousandths; one that is not a number weighs nothing.
fn weight(quality: &str) -> u16 {
    match quality.trim().parse::<f32>() {
        Ok(q) if (0.0..=1.0).contains(&q) => (q * 1000.0) as u16,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_s_favourite_of_ours_wins() {
        assert_eq!(
            Lang::negotiate("de-DE,de;q=0.9,ru;q=0.8,en;q=0.7"),
            Lang::Ru
        );
        assert_eq!(Lang::negotiate("en;q=0.3, ar-SY;q=0.9"), Lang::Ar);
        assert_eq!(Lang::negotiate("RU"), Lang::Ru);
        assert_eq!(Lang::negotiate("ar, ru"), Lang::Ar);
    }

    #[test]
    fn english_stands_in_for_all_others() {
        for header in [
            "", "hy", "*", "ru;q=0", "ru;q=nan", "ru;q=-1", ";;;,,q=", "ru;q=7",
        ] {
            assert_eq!(Lang::negotiate(header), Lang::En, "{header}");
        }
    }

    #[test]
    fn fluent_knows_it_by_its_code() {
        for lang in Lang::ALL {
            assert_eq!(lang.langid().to_string(), lang.code());
        }
    }
}
