//! Files as they come: ragged, broken, cut off, hostile.

use proptest::prelude::*;

use super::*;

fn rows(text: impl AsRef<[u8]>) -> Vec<Row> {
    let mut table = Table::open(text.as_ref(), Layout::default()).unwrap();
    std::iter::from_fn(|| table.advance().unwrap()).collect()
}

/// Each row in short: its line with its cells, or with the reason against it.
fn told(text: impl AsRef<[u8]>) -> Vec<(u64, String)> {
    rows(text)
        .into_iter()
        .map(|row| match row {
            Row::Record(record) => (record.line, record.cells().collect::<Vec<_>>().join("·")),
            Row::Refused(Refused { line, reason }) => (line, reason.key().to_owned()),
        })
        .collect()
}

fn row(line: u64, text: &str) -> (u64, String) {
    (line, text.to_owned())
}

#[test]
fn rows_know_the_line_they_begin_in() {
    let text = "a,b\r\n1,2\r\n\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\r\n5,6";
    assert_eq!(
        told(text),
        [row(2, "1·2"), row(4, "x\r\ny·say \"hi\""), row(6, "5·6")]
    );
}

#[test]
fn every_kind_of_line_break_ends_a_row() {
    assert_eq!(told("a,b\r1,2\r3,4\r"), [row(2, "1·2"), row(3, "3·4")]);
    assert_eq!(told("a,b\n1,2\n\n3,4\n"), [row(2, "1·2"), row(4, "3·4")]);
}

#[test]
fn short_rows_are_filled_and_long_ones_refused() {
    let text = "a,b,c\n1\n1,2\n1,2,3,,\n1,2,3,4\n,,\n1,2,3\n";
    let expected = [
        row(2, "1"),
        row(3, "1·2"),
        row(4, "1·2·3··"),
        row(5, "roster-too-many-cells"),
        row(6, "roster-empty-row"),
        row(7, "1·2·3"),
    ];
    assert_eq!(told(text), expected);
    let Row::Record(short) = &rows(text)[0] else {
        panic!()
    };
    assert_eq!(
        (short.cell(0), short.cell(1), short.cell(2), short.cell(99)),
        ("1", "", "", "")
    );
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_row_alone() {
    let text = "a,b,c\n1,x,y\n2,\"x,y\n3,x,y\n4,x,y\n";
    let expected = [
        row(2, "1·x·y"),
        row(3, "roster-unclosed-quote"),
        row(4, "3·x·y"),
        row(5, "4·x·y"),
    ];
    assert_eq!(told(text), expected);
}

#[test]
fn a_quote_that_a_later_one_seems_to_close_costs_its_own_row_alone() {
    let text = "a,b,c\n1,\"x,y\n2,x,y\n3,\"p, q\",y\n4,x,y\n";
    let expected = [
        row(2, "roster-text-after-quote"),
        row(3, "2·x·y"),
        row(4, "3·p, q·y"),
        row(5, "4·x·y"),
    ];
    assert_eq!(told(text), expected);
    let text = "a,b,c\n1,x,\"y\n2,x,y\n3,x\",y\n4,x,y\n";
    let expected = [
        row(2, "roster-unclosed-quote"),
        row(3, "2·x·y"),
        row(4, "3·x\"·y"),
        row(5, "4·x·y"),
    ];
    assert_eq!(told(text), expected);
}

#[test]
fn text_behind_a_quote_is_refused_and_a_quote_within_text_is_text() {
    let text = "a,b\n\"Sunrise\" Club,x\nThe \"Sunrise\" Club,5\"\n \"p, q\" ,r\n";
    let expected = [
        row(2, "roster-text-after-quote"),
        row(3, "The \"Sunrise\" Club·5\""),
        row(4, "p, q·r"),
    ];
    assert_eq!(told(text), expected);
}

#[test]
fn a_file_cut_within_a_row_says_so() {
    assert_eq!(
        told("a,b,c\n1,2,3\n4,5"),
        [row(2, "1·2·3"), row(3, "roster-cut-short")]
    );
    assert_eq!(
        told("a,b,c\n1,2,3\n4,5,6"),
        [row(2, "1·2·3"), row(3, "4·5·6")]
    );
    let text = "a,b,c\n1,2,3\n4,\"some text\nof lines\nand then";
    let expected = [
        row(2, "1·2·3"),
        row(3, "roster-unclosed-quote"),
        row(4, "roster-after-broken-quote"),
        row(5, "roster-after-broken-quote"),
    ];
    assert_eq!(told(text), expected);
}

#[test]
fn long_texts_over_many_lines_are_one_row() {
    let prose = "line\n".repeat(900);
    let text = format!("a,b\n1,\"{prose}\"\n2,x\n");
    assert_eq!(
        told(&text),
        [row(2, &format!("1·{prose}")), row(903, "2·x")]
    );
}

#[test]
fn a_quote_that_swallows_thousands_of_lines_is_found_early() {
    let mut text = "a,b,c\n1,\"x,y\n".to_owned();
    for n in 0..5_000 {
        text.push_str(&format!("{n},x,y\n"));
    }
    text.push_str("9,x\",y\n");
    let told = told(&text);
    assert_eq!(told.len(), 5_002);
    assert_eq!(told[0], row(2, "roster-unclosed-quote"));
    assert_eq!(told[5_001], row(5_003, "9·x\"·y"));
}

#[test]
fn a_header_in_the_midst_is_no_row() {
    let expected = [
        row(2, "1·2"),
        row(3, "roster-repeated-header"),
        row(4, "3·4"),
    ];
    assert_eq!(told("a, b\n1,2\na,b \n3,4\n"), expected);
}

#[test]
fn a_header_with_a_separator_too_many_does_not_make_rows_short() {
    assert_eq!(
        told("a,b,,\n\"1\n2\",x\n3,y"),
        [row(2, "1\n2·x"), row(4, "3·y")]
    );
}

#[test]
fn nul_bytes_cost_their_row_alone() {
    assert_eq!(
        told("a,b\n1,\0x\n3,4\n"),
        [row(2, "roster-nul-byte"), row(3, "3·4")]
    );
}

#[test]
fn a_row_has_a_size() {
    let long = "x".repeat(MAX_ROW + 10);
    for text in [
        format!("a,b\n1,{long}\n2,x\n"),
        format!("a,b\n1,\"{long}\"\n2,x\n"),
        format!("a,b\n1,\"{long}{long}{long}\"\r\n2,x\r\n"),
    ] {
        assert_eq!(told(text), [row(2, "roster-row-too-long"), row(3, "2·x")]);
    }
    let wide = ",".repeat(1_500);
    assert_eq!(
        told(format!("a,b\n1{wide}\n2,x\n")),
        [row(2, "roster-too-many-columns"), row(3, "2·x")]
    );
    let fits = "x".repeat(MAX_ROW - 10);
    assert_eq!(told(format!("a,b\n1,{fits}\n2,x\n")).len(), 2);
    assert_eq!(told(format!("a,b\n1,{fits}\n2,x\n"))[1], row(3, "2·x"));
}

#[test]
fn hostile_quotes_cost_no_more_than_a_look_or_two() {
    // Every line opens a quote that closes at once and another that stays open.
    let text = format!("a,b\n{}", "x\",\"\n".repeat(200_000));
    let started = std::time::Instant::now();
    assert_eq!(rows(&text).len(), 200_000);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn headers_may_be_odd() {
    let open = |text: &'static str| Table::open(text.as_bytes(), Layout::default());
    let header = |text| open(text).unwrap().header().names().to_vec();
    assert_eq!(header("\r\n\r\na, b ,\r\n"), ["a", "b", ""]);
    assert_eq!(header("sep=|\na|b,c\n"), ["a", "b,c"]);
    assert_eq!(header("\"a\nb\",c"), ["a\nb", "c"]);
    assert!(matches!(open(""), Err(TableError::Empty)));
    assert!(matches!(open("\n\n"), Err(TableError::Empty)));
    assert!(matches!(
        open(",,\n1,2,3"),
        Err(TableError::Header {
            line: 1,
            reason: Reason::EmptyRow
        })
    ));
    assert!(matches!(
        open("a,\"b\n1,2"),
        Err(TableError::Header {
            reason: Reason::UnclosedQuote,
            ..
        })
    ));
    let wide = ",a".repeat(1_001);
    assert!(matches!(
        Table::open(wide.as_bytes(), Layout::default()),
        Err(TableError::Header {
            reason: Reason::TooManyColumns { .. },
            ..
        })
    ));
}

#[test]
fn the_header_may_stand_below_titles() {
    let layout = Layout {
        header_line: Some(4),
        ..Layout::default()
    };
    let text = "Register of charities\r\n\"as of, 2020\r\n\r\na;b\r\n1;2\r\n";
    let mut table = Table::open(text.as_bytes(), layout).unwrap();
    assert_eq!(table.header().names(), ["a", "b"]);
    assert!(matches!(
        table.advance(),
        Ok(Some(Row::Record(Record { line: 5, .. })))
    ));
}

#[test]
fn a_failing_disk_is_no_end_of_file() {
    struct Fails;
    impl Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("gone"))
        }
    }
    let whole = b"a,b\n1,2\n".repeat(20_000);
    let mut table = Table::open(whole.chain(Fails), Layout::default()).unwrap();
    let end = loop {
        match table.advance() {
            Ok(Some(_)) => {}
            end => break end,
        }
    };
    assert!(end.is_err());
}

/// Bytes that matter to the scanner.
fn nasty() -> impl Strategy<Value = Vec<u8>> {
    let signs = b"\"\",,;\n\r\n ab\0\xC3\xA9\t|".to_vec();
    proptest::collection::vec(proptest::sample::select(signs), 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn lines_only_grow_and_nothing_breaks(bytes in prop_oneof![nasty(), proptest::collection::vec(any::<u8>(), 0..80)]) {
        let Ok(mut table) = Table::open(&*bytes, Layout::default()) else { return Ok(()) };
        let mut before = 0;
        while let Some(row) = table.advance().unwrap() {
            let line = match row {
                Row::Record(record) => record.line,
                Row::Refused(refused) => refused.line,
            };
            prop_assert!(line > before);
            before = line;
        }
    }

    #[test]
    fn what_is_written_by_the_rules_is_read_as_it_was(
        table in (1usize..6).prop_flat_map(|width| proptest::collection::vec(
            proptest::collection::vec(prop_oneof!["[a\", ;\r\n]{0,6}", any::<String>()], width), 1..8))
    ) {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(Vec::new());
        let width = table[0].len();
        writer.write_record((0..width).map(|n| format!("column {n}"))).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let layout = Layout { delimiter: Some(b','), ..Layout::default() };
        let mut reader = Table::open(&*bytes, layout).unwrap();
        for row in &table {
            let read = reader.advance().unwrap();
            let blank = row.iter().all(|cell| cell.trim().is_empty());
            let nul = row.iter().any(|cell| cell.contains('\0'));
            match read {
                Some(Row::Record(record)) => prop_assert_eq!(record.cells().collect::<Vec<_>>(), row.clone()),
                _ => prop_assert!(blank || nul),
            }
        }
    }
}
