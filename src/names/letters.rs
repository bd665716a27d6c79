//! Where a table of single letters misreads: vowels of abjads and abugidas, digraphs, and marks that writers leave out.

/// What a letter becomes, and how many characters after it that took along.
pub(super) struct Reading {
    pub latin: &'static str,
    pub with_next: bool,
}

const fn one(latin: &'static str) -> Option<Reading> {
    Some(Reading {
        latin,
        with_next: false,
    })
}

const fn pair(latin: &'static str) -> Option<Reading> {
    Some(Reading {
        latin,
        with_next: true,
    })
}

/// The reading of a letter, if the table has none worth using. `word` is what its word has become so far.
pub(super) fn read(c: char, next: Option<char>, word: &str) -> Option<Reading> {
    if is_left_out(c) {
        return one("");
    }
    match c {
        // Azerbaijani.
        'ə' => one("e"),
        '\u{370}'..='\u{58F}' => digraph(c, next, word),
        '\u{590}'..='\u{5FF}' => hebrew(c, word),
        '\u{600}'..='\u{6FF}' => arabic(c, next, word),
        _ => None,
    }
}

/// Greek ου and Armenian ու are one vowel, և (case-folded to եւ) is "ev", and an Armenian word beginning with ո says "vo".
fn digraph(c: char, next: Option<char>, word: &str) -> Option<Reading> {
    match (c, next) {
        ('ο', Some('υ' | 'ύ')) => pair("ou"),
        ('ո', Some('ւ')) => pair("u"),
        ('ե', Some('ւ')) => pair("ev"),
        ('ո', next) if word.is_empty() && next != Some('վ') => one("vo"),
        ('ռ', _) => one("r"),
        _ => None,
    }
}

/// Hebrew as it is romanized without points: vav and yod are vowels inside a word, shin is "sh".
fn hebrew(c: char, word: &str) -> Option<Reading> {
    match c {
        'א' | 'ע' => one("a"),
        'ו' => one(if word.is_empty() { "v" } else { "o" }),
        'י' => one(if word.is_empty() { "y" } else { "i" }),
        'ח' => one("kh"),
        'צ' | 'ץ' => one("ts"),
        'ש' => one("sh"),
        _ => None,
    }
}

/// Arabic, Persian and Kurdish without vowel signs: alef and ayn sound as "a", waw and ya as vowels unless they
/// open a word or a syllable. Letters that writers take for each other (ى and ي, ة and ه) read alike.
fn arabic(c: char, next: Option<char>, word: &str) -> Option<Reading> {
    // The article leaves the letter after it at a beginning.
    let opens = matches!(word, "" | "al" | "wal" | "bal") || next == Some('ا');
    match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' | 'ع' => one("a"),
        'و' => one(if opens { "w" } else { "u" }),
        'ي' | 'ى' | 'ی' => one(if opens { "y" } else { "i" }),
        'ؤ' => one("u"),
        'ئ' => one("i"),
        'ة' => one("h"),
        _ => None,
    }
}

/// Whether an Indic letter speaks its inherent "a": a consonant before another letter, without vowel sign or virama.
pub(super) fn has_inherent_a(c: char, next: Option<char>) -> bool {
    is_indic_consonant(c) && next.is_some_and(|next| is_indic(next) && !changes_vowel(next))
}

fn is_indic(c: char) -> bool {
    ('\u{900}'..='\u{DFF}').contains(&c) && c.is_alphanumeric()
}

/// Consonants lie alike in the blocks of the nine scripts that descend from ISCII; Sinhala has its own order.
fn is_indic_consonant(c: char) -> bool {
    match c as u32 {
        code @ 0x900..=0xD7F => (0x15..=0x39).contains(&(code % 0x80)),
        code => (0xD9A..=0xDC6).contains(&code),
    }
}

/// Vowel signs, viramas and nuktas: what follows a consonant and changes or kills its vowel.
fn changes_vowel(c: char) -> bool {
    match c as u32 {
        code @ 0x900..=0xD7F => {
            matches!(code % 0x80, 0x3C | 0x3E..=0x4D | 0x55..=0x57 | 0x62 | 0x63)
        }
        code => (0xDCA..=0xDDF).contains(&code) || matches!(code, 0xDF2 | 0xDF3),
    }
}

/// Marks and apostrophes that one writer sets and another does not.
pub(super) fn is_left_out(c: char) -> bool {
    matches!(c,
        // Combining marks left after composition decorate a letter already written.
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20F0}'
        // Hebrew points and accents; geresh and gershayim stand inside words.
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C7}' | '\u{5F3}' | '\u{5F4}'
        // Arabic vowel signs, shadda, the hamza that stands alone, and the stretching of lines.
        | '\u{610}'..='\u{61A}' | '\u{621}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}'
        // Apostrophes of every shape, and modifier letters used as such.
        | '‘' | '’' | '‛' | '´' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | '՚' | '′'
        // Joiners, direction marks, and what takes no room.
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{61C}' | '\u{AD}' | '\u{FEFF}'
    )
}
