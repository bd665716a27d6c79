//! Names that CLDR gives to countries and languages. The only place that touches `icu_experimental`.

use std::cmp::Ordering;
use std::str::FromStr;
use std::sync::LazyLock;

use icu::collator::{Collator, options::CollatorOptions};
use icu::locale::{
    Locale, locale,
    subtags::{Region, Script},
};
use icu_experimental::displaynames::{
    DisplayNamesOptions, Style,
    multi::{LocaleDisplayNamesFormatter, RegionDisplayNames, ScriptDisplayNames},
};

use super::Lang;

/// Names of one language, loaded once. Data that is compiled in cannot be missing at run time; the tests prove it.
struct Names {
    regions: Option<RegionDisplayNames>,
    short_regions: Option<RegionDisplayNames>,
    locales: Option<LocaleDisplayNamesFormatter>,
    scripts: Option<ScriptDisplayNames>,
}

impl Names {
    fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Names> = LazyLock::new(|| Names::load(Lang::En));
        static RU: LazyLock<Names> = LazyLock::new(|| Names::load(Lang::Ru));
        static AR: LazyLock<Names> = LazyLock::new(|| Names::load(Lang::Ar));
        match lang {
            Lang::En => &EN,
            Lang::Ru => &RU,
            Lang::Ar => &AR,
        }
    }

    fn load(lang: Lang) -> Self {
        let options = DisplayNamesOptions::default();
        let mut short = DisplayNamesOptions::default();
        short.style = Some(Style::Short);
        let locale = icu_locale(lang);
        Self {
            regions: RegionDisplayNames::try_new((&locale).into(), options).ok(),
            short_regions: RegionDisplayNames::try_new((&locale).into(), short).ok(),
            locales: LocaleDisplayNamesFormatter::try_new((&locale).into(), options).ok(),
            scripts: ScriptDisplayNames::try_new((&locale).into(), options).ok(),
        }
    }
}

/// A language of the interface as ICU knows it.
pub(super) fn icu_locale(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en"),
        Lang::Ru => locale!("ru"),
        Lang::Ar => locale!("ar"),
    }
}

/// The name of a region, or its code.
pub(super) fn region(lang: Lang, code: &'static str) -> &'static str {
    find(Names::of(lang).regions.as_ref(), code)
}

/// The shorter name that people say, where CLDR has one.
pub(super) fn short_region(lang: Lang, code: &'static str) -> &'static str {
    find(Names::of(lang).short_regions.as_ref(), code)
}

fn find(names: Option<&'static RegionDisplayNames>, code: &'static str) -> &'static str {
    let region = Region::from_str(code).ok();
    region
        .zip(names)
        .and_then(|(region, names)| names.of(region))
        .unwrap_or(code)
}

/// The name of a script, or its code.
pub(super) fn script(lang: Lang, code: &str) -> String {
    let script = Script::from_str(code).ok();
    script
        .zip(Names::of(lang).scripts.as_ref())
        .and_then(|(script, names)| names.of(script))
        .unwrap_or(code)
        .to_owned()
}

/// The name of a language, with its script and country where the tag has them; or the tag.
pub(super) fn language(lang: Lang, locale: &Locale) -> String {
    if let Some(name) = unnamed(lang, &locale.to_string()) {
        return name.to_owned();
    }
    match &Names::of(lang).locales {
        Some(names) => names.of(locale).into_owned(),
        None => locale.to_string(),
    }
}

/// Languages of diasporas that CLDR has no name for in one of our languages.
fn unnamed(lang: Lang, tag: &str) -> Option<&'static str> {
    Some(match (tag, lang) {
        ("hyw", Lang::En) => "Western Armenian",
        ("hyw", Lang::Ru) => "западноармянский",
        ("hyw", Lang::Ar) => "الأرمنية الغربية",
        ("aii", Lang::En) => "Assyrian Neo-Aramaic",
        ("aii", Lang::Ru) => "новоарамейский ассирийский",
        ("aii", Lang::Ar) => "الآرامية الآشورية الحديثة",
        ("cld", Lang::En) => "Chaldean Neo-Aramaic",
        ("cld", Lang::Ru) => "новоарамейский халдейский",
        ("cld", Lang::Ar) => "الآرامية الكلدانية الحديثة",
        ("fia", Lang::En) => "Nobiin",
        ("fia", Lang::Ru) => "нобиин",
        ("fia", Lang::Ar) => "النوبية (نوبين)",
        ("ryu", Lang::En) => "Okinawan",
        ("ryu", Lang::Ru) => "окинавский",
        ("ryu", Lang::Ar) => "الأوكيناوية",
        ("xmf", Lang::Ru) => "мегрельский",
        ("xmf", Lang::Ar) => "المينغريلية",
        _ => return None,
    })
}

/// Sorts by name as readers of a language expect it (UTS #10 with CLDR's tailoring).
pub(super) fn sort_by_name<T>(lang: Lang, items: &mut [T], name: impl Fn(&T) -> &str) {
    let collator = Collator::try_new((&icu_locale(lang)).into(), CollatorOptions::default()).ok();
    items.sort_by(|a, b| match &collator {
        Some(collator) => collator.compare(name(a), name(b)),
        None => Ordering::Equal,
    });
}
