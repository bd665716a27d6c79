//! Closed lists of codes: one enum per list, the same word in Rust, SQL, JSON and the catalogues.

/// Declares a closed list: `codes! { pub enum Kind { Association = "association" } }`.
///
/// Gives `ALL`, `code()`, `key()` (the Fluent key, `kind-association`), `from_code()`, lenient
/// `parse()`, `FromStr`, `Display` (the code), serde and a `text` column.
macro_rules! codes {
    ($(
        $(#[$outer:meta])*
        $vis:vis enum $name:ident {
            $($(#[$inner:meta])* $variant:ident = $code:literal),+ $(,)?
        }
    )+) => {$(
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name {
            $($(#[$inner])* $variant),+
        }

        #[allow(dead_code, reason = "not every list is offered to people or read by its code")]
        impl $name {
            /// Every member of the list, in the order in which people are offered it.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in the database, in JSON and in addresses.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The key of its name in the catalogues.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => {
                        const LEN: usize =
                            $crate::values::code::key_len(stringify!($name), $code);
                        const BYTES: [u8; LEN] =
                            $crate::values::code::key_bytes(stringify!($name), $code);
                        const KEY: &str = $crate::values::code::ascii(&BYTES);
                        KEY
                    }),+
                }
            }

            /// The member with exactly this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// Reads a code as people type it: any case, blanks, `-` and `_` alike.
            pub fn parse(text: &str) -> Result<Self, $crate::values::Problem> {
                let text = text.trim();
                if text.is_empty() {
                    return Err($crate::values::Problem::Required);
                }
                Self::ALL
                    .iter()
                    .copied()
                    .find(|it| $crate::values::code::same_code(it.code(), text))
                    .ok_or($crate::values::Problem::UnknownCode)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::values::Problem;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl $crate::values::column::Written for $name {
            fn written(&self) -> std::borrow::Cow<'_, str> {
                self.code().into()
            }
            fn read(text: &str) -> Result<Self, $crate::values::Problem> {
                Self::from_code(text).ok_or($crate::values::Problem::UnknownCode)
            }
        }

        $crate::values::column::text_columns!($name);
    )+};
}
pub(crate) use codes;

/// Whether what somebody typed is this code.
pub(crate) fn same_code(code: &str, typed: &str) -> bool {
    let plain = |c: char| match c {
        '_' | ' ' => '-',
        c => c.to_ascii_lowercase(),
    };
    code.chars().map(plain).eq(typed.chars().map(plain))
}

/// How long the key of a code is: `NameRole`, `legal` give `name-role-legal`.
pub(crate) const fn key_len(name: &str, code: &str) -> usize {
    let name = name.as_bytes();
    let mut len = name.len() + 1 + code.len();
    let mut i = 1;
    while i < name.len() {
        if name[i].is_ascii_uppercase() {
            len += 1;
        }
        i += 1;
    }
    len
}

/// The bytes of that key.
pub(crate) const fn key_bytes<const N: usize>(name: &str, code: &str) -> [u8; N] {
    let (name, code) = (name.as_bytes(), code.as_bytes());
    let mut out = [b'-'; N];
    let (mut i, mut at) = (0, 0);
    while i < name.len() {
        if i > 0 && name[i].is_ascii_uppercase() {
            at += 1;
        }
        out[at] = name[i].to_ascii_lowercase();
        at += 1;
        i += 1;
    }
    at += 1;
    i = 0;
    while i < code.len() {
        out[at] = if code[i] == b'_' { b'-' } else { code[i] };
        at += 1;
        i += 1;
    }
    out
}

/// The key as text. Codes are ASCII; one that is not stops the build here.
pub(crate) const fn ascii(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a code must be ASCII"),
    }
}
