//! A certificate as a file that is sent on: what the page says, as PDF.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use chrono::Datelike;
use qrcode::{Color, QrCode};
use tokio::sync::Semaphore;

use super::pdf::{Align, Block, Fonts, Kind, NotDrawn, Paper, Part, Weight};
use super::said::{Said, Words};
use super::{qr, urls};
use crate::actor::Actor;
use crate::db::Read;
use crate::ids::CertificateId;
use crate::organization::Name;
use crate::values::{Direction, Lang, RegistryNumber};
use crate::web::{Answer, App, Chrome, Error, Path, Result, assets, see_with_flash};

/// How many are drawn at once: each unpacks fonts of some megabytes, and pages go on beside it.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// `GET /home/organizations/{number}/certificates/{id}/certificate.pdf`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut conn: Read,
    Path((number, id)): Path<(RegistryNumber, CertificateId)>,
) -> Answer {
    let said = Said::find(&mut conn, &app, &actor, (number, id), chrome.lang).await?;
    // Nobody waits for a connection while letters are drawn.
    drop(conn);
    let name = said.certificate.number.to_string();
    let paper = paper(said, chrome.lang)?;
    let internal = |what: &str| Error::Internal(format!("a certificate as PDF: {what}"));
    let _permit = AT_ONCE
        .acquire()
        .await
        .map_err(|_| internal("nothing is drawn any more"))?;
    let drawn = tokio::task::spawn_blocking(move || paper.draw(&Fonts::new(packed)))
        .await
        .map_err(|_| internal("the drawing broke off"))?;
    match drawn {
        Ok(file) => Ok((
            [
                (CONTENT_TYPE, "application/pdf".to_owned()),
                (
                    CONTENT_DISPOSITION,
                    format!("attachment; filename=\"{name}.pdf\""),
                ),
            ],
            file,
        )
            .into_response()),
        // Browsers have fonts of the reader's machine for it, and a file has ours alone.
        Err(NotDrawn::Letter(_)) => see_with_flash(
            &app,
            urls::my_organization_certificate(number, id),
            "flash-error-certificate-letters",
        ),
        Err(NotDrawn::Font) => Err(internal("a font cannot be read")),
        Err(NotDrawn::File) => Err(internal("the file is not sound")),
    }
}

/// The font that pages have under this name.
fn packed(name: &str) -> Option<&'static [u8]> {
    assets::bytes(&format!("fonts/{name}.woff2"))
}

/// Everything that the page says, from top to bottom.
fn paper(said: Said, lang: Lang) -> Result<Paper> {
    let code = said.certificate.code.to_string();
    let number = &said.certificate.number;
    let issued = said.certificate.issued_on;
    let mut parts = Vec::new();
    let mut title = number.to_string();
    for (at, words) in said.words.iter().enumerate() {
        let block = match at {
            0 => {
                title = format!("{} {number}", words.title);
                Block {
                    kind: Kind::Title,
                    ..words.block(&words.title, 24.0, Weight::Bold, 0.0)
                }
            }
            _ => words.block(&words.title, 12.0, Weight::Plain, 4.0),
        };
        parts.push(Part::Block(Block {
            align: Align::Middle,
            ..block
        }));
    }
    for (at, name) in said.names.iter().enumerate() {
        parts.push(Part::Block(named(name, if at == 0 { 22.0 } else { 6.0 })));
    }
    let columns = said.words.iter().map(Words::column).collect();
    parts.push(Part::Columns(columns, lang.dir() == "rtl"));
    let picture = qr::picture(&said.address)?;
    parts.push(squares(&picture, said.address.clone()));
    parts.push(Part::Block(typed(said.address, 9.0, 14.0)));
    parts.push(Part::Block(typed(code, 12.0, 2.0)));
    Ok(Paper {
        title,
        lang: lang.code().to_owned(),
        day: (
            u16::try_from(issued.year()).unwrap_or_default(),
            u8::try_from(issued.month()).unwrap_or_default(),
            u8::try_from(issued.day()).unwrap_or_default(),
        ),
        parts,
    })
}

/// A name, in its own script and direction.
fn named(name: &Name, above: f32) -> Block {
    Block {
        text: name.text.to_string(),
        lang: name.language.as_ref().map(ToString::to_string),
        is_rtl: name
            .language
            .as_ref()
            .map(|tag| tag.direction() == Direction::RightToLeft),
        kind: Kind::Text,
        size: 17.0,
        weight: Weight::Bold,
        align: Align::Middle,
        above,
    }
}

/// What people type as it stands, in no language.
fn typed(text: String, size: f32, above: f32) -> Block {
    Block {
        text,
        lang: None,
        is_rtl: Some(false),
        kind: Kind::Text,
        size,
        weight: Weight::Plain,
        align: Align::Middle,
        above,
    }
}

fn squares(picture: &QrCode, says: String) -> Part {
    let dark = picture.to_colors().into_iter();
    let dark = dark.map(|color| color == Color::Dark).collect();
    Part::Squares(picture.width(), dark, says)
}

impl Words {
    fn block(&self, text: &str, size: f32, weight: Weight, above: f32) -> Block {
        let is_rtl = self.lang.dir() == "rtl";
        Block {
            text: text.to_owned(),
            lang: Some(self.lang.code().to_owned()),
            is_rtl: Some(is_rtl),
            kind: Kind::Text,
            size,
            weight,
            align: Align::Start(is_rtl),
            above,
        }
    }

    fn column(&self) -> Vec<Block> {
        let mut column = vec![self.block(&self.says, 10.0, Weight::Plain, 24.0)];
        for (key, value) in &self.rows {
            column.push(Block {
                kind: Kind::Label,
                ..self.block(key, 8.0, Weight::Plain, 7.0)
            });
            // A number runs in its own direction, whatever the words around it do.
            column.push(Block {
                is_rtl: None,
                ..self.block(value, 10.0, Weight::Bold, 0.0)
            });
        }
        column.push(self.block(&self.ask, 9.0, Weight::Plain, 10.0));
        column
    }
}
