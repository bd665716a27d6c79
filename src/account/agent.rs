//! Which browser on which system: enough to recognize one's own sign-ins by, and no more is kept.

/// Browsers by what their `User-Agent` says of itself; the more particular ones first, since most claim to be Chrome and Safari.
const BROWSERS: &[(&str, &str)] = &[
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser", "Yandex"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Vivaldi", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("HeadlessChrome", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
];

const SYSTEMS: &[(&str, &str)] = &[
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// `Firefox, Linux` from a `User-Agent` header; what is already so short stays as it is; nothing from an unknown one.
pub(super) fn describe(agent: &str) -> String {
    let known = |list: &[(&str, &'static str)]| {
        list.iter()
            .find(|(sign, name)| {
                agent.contains(sign) || agent.split(", ").any(|part| part == *name)
            })
            .map(|(_, name)| *name)
    };
    let parts: Vec<_> = [known(BROWSERS), known(SYSTEMS)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::describe;

    #[test]
    fn people_recognize_their_browser() {
        for (agent, said) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox, Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            ("something else", ""),
            ("", ""),
        ] {
            assert_eq!(describe(agent), said);
        }
    }

    #[test]
    fn a_description_describes_itself() {
        for said in [
            "Firefox, Linux",
            "Samsung Internet, Android",
            "Safari, macOS",
            "curl",
            "",
        ] {
            assert_eq!(describe(said), said);
        }
    }
}
