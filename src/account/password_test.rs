//! Passwords, weak and strong.

use super::*;

fn judge(text: &str) -> Option<Weak> {
    let personal: Vec<String> = ["Anahit Petrosyan", "anahit.petrosyan@kamurj.example"]
        .iter()
        .flat_map(|it| parts(it))
        .collect();
    weakness(text, &personal)
}

#[tokio::test]
async fn the_right_password_opens_and_no_other() {
    let password = Password::typed("seven quiet herons");
    let hash = password.hash().await.unwrap();
    assert!(password.matches(Some(&hash)).await.unwrap());
    let other = Password::typed("seven quiet heron");
    assert!(!other.matches(Some(&hash)).await.unwrap());
    assert_ne!(
        hash,
        password.hash().await.unwrap(),
        "each hash has a salt of its own"
    );
}

#[tokio::test]
async fn nobody_has_no_password_and_is_asked_as_thoroughly() {
    let nobody = PasswordHash::new(NOBODY).unwrap();
    let real = Password::typed("seven quiet herons").hash().await.unwrap();
    let real = PasswordHash::new(real.as_str()).unwrap();
    assert_eq!(nobody.algorithm, real.algorithm);
    assert_eq!(nobody.version, real.version);
    assert_eq!(nobody.params, real.params);
    assert_eq!(
        real.params.to_string(),
        "m=19456,t=2,p=1",
        "OWASP's parameters"
    );
    assert!(!Password::typed("").matches(None).await.unwrap());
}

#[tokio::test]
async fn it_does_not_matter_how_the_keyboard_composes() {
    let hash = Password::typed("caf\u{e9} au lait trois")
        .hash()
        .await
        .unwrap();
    let other = Password::typed("cafe\u{301} au lait trois");
    assert!(other.matches(Some(&hash)).await.unwrap());
}

#[test]
fn a_good_password_in_any_script_will_do() {
    for good in [
        "seven quiet herons",
        "тихие цапли у реки",
        "سبعة طيور هادئة",
        "յոթ հանգիստ թռչուն",
        "kX9#vQ2!mZ7p",
    ] {
        assert_eq!(judge(good), None, "{good}");
    }
}

#[test]
fn a_weak_one_is_refused_with_the_reason() {
    let short = Weak::Problem(Problem::TooShort { min: SHORTEST });
    let long = Weak::Problem(Problem::TooLong { max: LONGEST });
    for (weak, why) in [
        ("", Weak::Problem(Problem::Required)),
        ("kX9#vQ2!m", short),
        (&*"aB3$".repeat(33), long),
        ("passwordpassword", Weak::Pattern),
        ("aaaaaaaaaaaa", Weak::Pattern),
        ("abcdefghijkl", Weak::Pattern),
        ("Password123", Weak::Common),
        ("anahitpetrosyan", Weak::Personal),
        ("kamurjkamurj", Weak::Pattern),
        (
            "seven\u{7}quiet herons",
            Weak::Problem(Problem::ControlCharacter),
        ),
        (
            "seven\u{FFFD}quiet herons",
            Weak::Problem(Problem::BrokenText),
        ),
    ] {
        assert_eq!(judge(weak), Some(why), "{weak}");
    }
}

#[test]
fn no_log_learns_a_password() {
    let shown = format!("{:?}", Password::typed("seven quiet herons"));
    assert!(!shown.contains("heron"));
}

/// Anonymous memory of this process, in KiB.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn held() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|it| it.starts_with("RssAnon:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[tokio::test(flavor = "multi_thread")]
async fn hashing_gives_its_memory_back() {
    let password = Password::typed("seven quiet herons");
    let before = held();
    for _ in 0..4 {
        let hashes = std::iter::repeat_with(|| password.hash()).take(6);
        futures_util::future::try_join_all(hashes).await.unwrap();
    }
    // One hash alone takes 19 MiB while it is made.
    let kept = held().saturating_sub(before);
    assert!(kept < 12 * 1024, "{kept} KiB are kept");
}
