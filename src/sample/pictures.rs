//! Pictures and a report of the initiative that the sample's member leads, made here.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

use super::files::InitiativeRow;
use super::linking::placed;
use super::load::Loader;
use super::papers::page;
use super::person::OF_MEMBER;
use super::{SampleError, contributions};
use crate::actor::Actor;
use crate::db::Tx;
use crate::document::{Incoming, Kept, Storage};
use crate::ids::{InitiativeId, ProposedInitiativeId};
use crate::initiative::files::{self, NewFile};
use crate::initiative::proposal::{self, Form};
use crate::initiative::{self, FileUse, Proposal, Said, policy};
use crate::organization::{self, Organization};
use crate::values::{LanguageTag, Line, TeamRole, Wording};

/// What a picture shows in Russian, in English, and how it is drawn.
type Drawn = (&'static str, &'static str, fn(f64, f64) -> [u8; 3]);

const PICTURES: [Drawn; 3] = [
    (
        "Холмы на рассвете, нарисованы детьми школы",
        "Hills at dawn, drawn by children of the school",
        hills,
    ),
    (
        "Узор из шести лепестков, вырезанный на уроке",
        "A pattern of six petals, cut out in a lesson",
        petals,
    ),
    (
        "Флажки на празднике урожая",
        "Flags at the harvest feast",
        flags,
    ),
];

/// Shows them with the initiative: proposed by the member, and accepted by the board.
pub(super) async fn arrange(
    loader: &Loader<'_>,
    tx: &mut Tx,
    initiatives: &[InitiativeRow],
) -> Result<(), SampleError> {
    let (member, board) = (loader.people.member()?, loader.people.coordinator(0)?);
    let own = organization::find(tx, loader.organization(OF_MEMBER)?).await?;
    let own = own.ok_or(SampleError::Missing("an organization"))?;
    let led = placed(loader, initiatives, contributions::LED)?;
    let found = initiative::find(tx, policy::public(), led).await?;
    let said = found.ok_or(SampleError::Missing("an initiative"))?.said;

    let proposal = begin(tx, (member, &own), led, &said).await?;
    for drawn in PICTURES {
        add(tx, loader.documents, (member, &own, &proposal), drawn).await?;
    }
    let title = "What we did in the first year";
    let report = kept(loader.documents, title, page(title).into_bytes()).await?;
    let words = words("Что мы сделали за первый год", title)?;
    let can = policy::keep_proposal(member, &proposal, &own, Some(TeamRole::Owner))?;
    let new = NewFile {
        used_as: FileUse::Document,
        kept: &report,
        words: &words,
    };
    let added = files::add(tx, &can, &new).await?;
    added.map_err(|_| SampleError::Missing("room for a report"))?;
    proposal::send(tx, &can, proposal.revision, &proposal.form, &said).await?;
    let sent = found_again(tx, proposal.id).await?;
    let can = policy::review(board, &sent, &own, None)?;
    proposal::accept(tx, &can, &said).await?;
    Ok(())
}

async fn begin(
    tx: &mut Tx,
    (member, own): (&Actor, &Organization),
    led: InitiativeId,
    said: &Said,
) -> Result<Proposal, SampleError> {
    let can = policy::propose(member, own, Some(TeamRole::Owner)).map_err(crate::Error::from)?;
    let begun = proposal::begin(tx, &can, Some(led), &form(said)).await?;
    let id = begun.map_err(|_| SampleError::Missing("a proposal of its own"))?;
    found_again(tx, id).await
}

async fn found_again(tx: &mut Tx, id: ProposedInitiativeId) -> Result<Proposal, SampleError> {
    let vault = tx.vault();
    let found = proposal::find_proposal(tx, &vault, id).await?;
    found.ok_or(SampleError::Missing("a proposal"))
}

/// The form as the page would have it, with what it cannot do without: it is accepted here, and read by nobody again.
fn form(said: &Said) -> Form {
    let mut form = BTreeMap::new();
    let mut set = |name: String, value: &str| form.insert(name, vec![value.to_owned()]);
    for (n, text) in said.texts.iter().enumerate() {
        set(format!("text-{n}-title"), text.title.as_str());
        set(format!("text-{n}-language"), text.language.as_str());
        if let Some(summary) = &text.summary {
            set(format!("text-{n}-summary"), summary.as_str());
        }
    }
    set("stage".to_owned(), said.stage.code());
    form.insert(
        "areas".to_owned(),
        said.areas.iter().map(|it| it.code().to_owned()).collect(),
    );
    form
}

async fn add(
    tx: &mut Tx,
    documents: &Storage,
    (member, own, proposal): (&Actor, &Organization, &Proposal),
    (russian, english, draw): Drawn,
) -> Result<(), SampleError> {
    let kept = kept(documents, "picture.png", drawn(draw)?).await?;
    let words = words(russian, english)?;
    let can = policy::keep_proposal(member, proposal, own, Some(TeamRole::Owner))?;
    let new = NewFile {
        used_as: FileUse::Picture,
        kept: &kept,
        words: &words,
    };
    let added = files::add(tx, &can, &new).await?;
    added.map_err(|_| SampleError::Missing("room for a picture"))?;
    Ok(())
}

async fn kept(documents: &Storage, name: &str, bytes: Vec<u8>) -> Result<Kept, SampleError> {
    let mut incoming = Incoming::begin(documents)?;
    incoming.push(&bytes).await?;
    let arrived = incoming.finish().await?;
    let judged = arrived.prepare_to_show(documents, name).await?;
    let prepared = judged.map_err(|_| SampleError::Missing("a file that is fit"))?;
    Ok(prepared.keep(documents).await?)
}

fn words(russian: &str, english: &str) -> Result<Vec<Wording>, SampleError> {
    [("ru", russian), ("en", english)]
        .into_iter()
        .map(|(language, text)| {
            Some(Wording {
                language: LanguageTag::parse(language).ok()?,
                text: Line::parse(text, Line::CEILING).ok()?,
            })
        })
        .collect::<Option<_>>()
        .ok_or(SampleError::Missing("words to a picture"))
}

/// A picture of three to two; `draw` is asked for each dot, both sides counted from 0 to 1.
fn drawn(draw: fn(f64, f64) -> [u8; 3]) -> Result<Vec<u8>, SampleError> {
    let (width, height) = (720, 480);
    let picture = RgbImage::from_fn(width, height, |x, y| {
        Rgb(draw(
            f64::from(x) / f64::from(width),
            f64::from(y) / f64::from(height),
        ))
    });
    let mut out = Cursor::new(Vec::new());
    picture
        .write_to(&mut out, ImageFormat::Png)
        .map_err(|_| SampleError::Missing("a picture that can be written"))?;
    Ok(out.into_inner())
}

fn hills(x: f64, y: f64) -> [u8; 3] {
    let sun = (x - 0.7).hypot((y - 0.35) * 0.67) < 0.08;
    let far = 0.55 + 0.08 * (x * 9.0).sin();
    let near = 0.75 + 0.07 * (x * 6.0 + 2.0).cos();
    match (y > near, y > far, sun) {
        (true, ..) => [62, 92, 74],
        (_, true, _) => [116, 145, 120],
        (.., true) => [250, 214, 137],
        _ if y < 0.25 => [183, 203, 222],
        _ => [226, 214, 205],
    }
}

fn petals(x: f64, y: f64) -> [u8; 3] {
    let (x, y) = ((x - 0.5) * 1.5, y - 0.5);
    let (far, turn) = (x.hypot(y), y.atan2(x));
    let edge = 0.42 * (turn * 3.0).cos().abs();
    match (far < 0.07, far < edge, far < edge + 0.03) {
        (true, ..) => [240, 178, 94],
        (_, true, _) => [158, 57, 68],
        (.., true) => [112, 36, 50],
        _ => [243, 237, 226],
    }
}

fn flags(x: f64, y: f64) -> [u8; 3] {
    let line = 0.2 + 0.12 * (x * std::f64::consts::PI).sin();
    let place = (x * 9.0).fract();
    let hangs = y > line && y - line < 0.3 * (1.0 - (place - 0.5).abs() * 2.0);
    let which = (x * 9.0) % 3.0;
    match hangs {
        true if which < 1.0 => [38, 84, 124],
        true if which < 2.0 => [239, 200, 90],
        true => [176, 58, 72],
        false if (y - line).abs() < 0.006 => [70, 60, 50],
        false => [224, 234, 240],
    }
}
