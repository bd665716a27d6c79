//! The papers of the sample: a page for each document that is needed, made here, for the first few cases.

use std::fmt::Write as _;

use super::SampleError;
use crate::actor::Actor;
use crate::case::Case;
use crate::db::Tx;
use crate::document::{self, FileName, Incoming, NewDocument, Scheme, Storage, policy};
use crate::organization::Particulars;

/// For how many cases: enough to see, and no wait for whoever starts the portal.
pub(super) const CASES: usize = 4;

/// Adds whatever is needed for this case.
pub(super) async fn add(
    tx: &mut Tx,
    documents: &Storage,
    applicant: &Actor,
    case: &Case,
    said: &Particulars,
) -> Result<(), SampleError> {
    let scheme = Scheme {
        case: Some(case.kind),
        kind: said.kind,
        host: Some(said.host_country),
        on_paper: case.typed_by.is_some(),
    };
    let today = tx.today();
    for item in document::missing(tx, case, scheme, today).await? {
        let title = &item.asks.title.en;
        let mut incoming = Incoming::begin(documents)?;
        incoming.push(page(title).as_bytes()).await?;
        let judged = incoming.finish().await?;
        let judged = judged.prepare(documents, title, false).await?;
        let prepared = judged.map_err(|_| SampleError::Missing("a paper that is fit"))?;
        let new = NewDocument {
            item: &item,
            name: FileName::clean(title),
            kept: prepared.keep(documents).await?,
            expires_on: item
                .asks
                .expires
                .then(|| tx.today() + chrono::Days::new(200)),
            is_newer: true,
        };
        document::add(tx, policy::add_to_case(applicant, case)?, new).await?;
    }
    Ok(())
}

/// A PDF of one page that says what it stands for.
pub(super) fn page(title: &str) -> String {
    let words = format!("BT /F 18 Tf 60 760 Td (Sample: {title}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len()),
    ];
    let (mut out, mut table) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let from = out.len();
    let _ = write!(
        out,
        "xref\n0 5\n0000000000 65535 f \n{table}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{from}\n%%EOF\n"
    );
    out
}
