//! What an initiative needs, at the desk: who offers such a thing elsewhere, and saying that it is met or open after all.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::db::Tx;
use crate::ids::InitiativeId;
use crate::initiative::{self, Initiative, NotSettled, Offer, WantSide, policy};
use crate::radar;
use crate::say;
use crate::values::{Lang, Prose};
use crate::web::coordination::Spoken;
use crate::web::{
    Answer, App, Chrome, Error, Form, Page, Path, Result, Sheet, filters, html_with,
    redirect_with_flash, urls,
};

/// The longest word about a need.
const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "initiatives/needs.html")]
struct EditPage {
    page: Page,
    form: Sheet,
    title: Spoken,
    /// The version that this page shows.
    seen: String,
    /// Whether somebody changed the initiative since the form began.
    overtaken: bool,
    /// Whether the initiative is over, and needs nothing any more.
    is_over: bool,
    needs: Vec<NeedRow>,
    may_change: bool,
    back: String,
    ask: String,
    search: String,
}

struct NeedRow {
    title: String,
    facts: Vec<String>,
    is_met: bool,
    offers: Vec<OfferRow>,
    /// The field with a word to it.
    words: String,
    action: String,
}

struct OfferRow {
    title: Spoken,
    href: String,
    facts: Vec<String>,
    /// Where both are linked or introduced to each other.
    act: String,
    act_key: &'static str,
}

fn words_of(position: usize) -> String {
    format!("words-{position}")
}

fn offer_row(
    lang: Lang,
    id: InitiativeId,
    of: Offer,
    texts: &[initiative::InitiativeText],
) -> OfferRow {
    let mut facts = Vec::new();
    facts.extend(of.words.map(String::from));
    facts.extend(of.amount.map(String::from));
    facts.extend(of.city.map(String::from));
    facts.extend(of.host_country.map(|it| it.name(lang).to_owned()));
    for (is_so, key) in [
        (of.is_near, "needs-near"),
        (of.shares_homeland, "needs-same-homeland"),
        (of.shares_area, "needs-same-area"),
    ] {
        facts.extend(is_so.then(|| say::t(lang, key)));
    }
    let (act, act_key) = match of.pair {
        Some(pair) => (urls::desk_overlap(pair), "needs-see-pair"),
        None => (
            format!("{}?with={}", urls::desk_initiative_links(id), of.initiative),
            "needs-link",
        ),
    };
    OfferRow {
        title: Spoken::title(texts, lang),
        href: urls::desk_initiative(of.initiative),
        facts,
        act,
        act_key,
    }
}

async fn load(
    tx: &mut Tx,
    actor: &Actor,
    chrome: &Chrome,
    found: &Initiative,
    (form, overtaken): (Sheet, bool),
) -> Result<EditPage> {
    let (lang, id) = (chrome.lang, found.id);
    let is_over = found.said.stage.is_over();
    let mut offers = match is_over {
        true => std::collections::HashMap::new(),
        false => initiative::offers(tx, policy::desk(actor)?, id).await?,
    };
    let ids: Vec<InitiativeId> = offers.values().flatten().map(|it| it.initiative).collect();
    let texts = initiative::texts(tx, &ids).await?;
    let here = urls::desk_initiative_part(id, "needs");
    let wants = found.said.wants.iter().enumerate();
    let needs = wants
        .filter(|(_, want)| want.side == WantSide::Need)
        .map(|(position, want)| NeedRow {
            title: say::t(lang, want.kind.key()),
            facts: [&want.words, &want.amount]
                .into_iter()
                .flatten()
                .map(ToString::to_string)
                .collect(),
            is_met: want.is_met,
            offers: offers
                .remove(&position)
                .unwrap_or_default()
                .into_iter()
                .map(|it| {
                    let texts = texts.get(&it.initiative);
                    offer_row(lang, id, it, texts.map_or(&[], Vec::as_slice))
                })
                .collect(),
            words: words_of(position),
            action: format!("{here}/{position}"),
        })
        .collect();
    let title = Spoken::title(&found.said.texts, lang);
    let page = chrome
        .page()
        .crumb(urls::DESK_INITIATIVES, say::t(lang, "nav-initiatives"))
        .crumb(urls::desk_initiative(id), title.text.clone())
        .crumb("", say::t(lang, "needs-title"));
    Ok(EditPage {
        page,
        form,
        title,
        seen: initiative::version(&found.said)?,
        overtaken,
        is_over,
        needs,
        may_change: policy::keep_this(actor, initiative::is_own(tx, actor, found.id).await?)
            .is_ok(),
        back: urls::desk_initiative(id),
        ask: format!("{}#add", urls::desk_initiative(id)),
        search: urls::desk_initiative_links(id),
    })
}

async fn there(tx: &mut Tx, actor: &Actor, id: InitiativeId) -> Result<Initiative> {
    let found = initiative::find(tx, policy::desk(actor)?, id).await?;
    found.ok_or(Error::NotFound)
}

/// `GET /desk/initiatives/{id}/needs`
pub async fn edit(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<InitiativeId>,
) -> Answer {
    let found = there(&mut tx, &actor, id).await?;
    let page = load(&mut tx, &actor, &chrome, &found, (Sheet::empty(), false)).await?;
    html_with(StatusCode::OK, chrome.lang, page)
}

/// `POST /desk/initiatives/{id}/needs/{position}`: it is met, or open after all.
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path((id, position)): Path<(InitiativeId, usize)>,
    Form(fields): Form,
) -> Answer {
    let is_own = initiative::is_own(&mut tx, &actor, id).await?;
    let granted = policy::keep_this(&actor, is_own)?;
    let found = there(&mut tx, &actor, id).await?;
    let want = found.said.wants.get(position);
    if want.is_none_or(|it| it.side != WantSide::Need) {
        return Err(Error::NotFound);
    }
    if found.said.stage.is_over() {
        return Err(crate::Error::Overtaken.into());
    }
    let mut reader = fields.reader();
    let words = reader.optional(&words_of(position), |text| Prose::parse(text, MOST));
    let is_met = match fields.get("met") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            // The button says it: there is no field for it to be told at.
            reader.mistake(words_of(position), "needs-say");
            None
        }
    };
    let mistakes = reader.done().err().unwrap_or_default();
    let (Some(is_met), true) = (is_met, mistakes.is_empty()) else {
        let form = (Sheet::with(fields, mistakes), false);
        let page = load(&mut tx, &actor, &chrome, &found, form).await?;
        return html_with(StatusCode::UNPROCESSABLE_ENTITY, chrome.lang, page);
    };
    let seen = (fields.get("seen"), position);
    let said = (is_met, words.as_ref());
    match initiative::settle(&mut tx, &granted, id, seen, said).await? {
        Ok(()) => {}
        Err(NotSettled::Changed | NotSettled::Already) => {
            // What was typed stays beside what is there now.
            let form = (Sheet::of(fields), true);
            let page = load(&mut tx, &actor, &chrome, &found, form).await?;
            return html_with(StatusCode::CONFLICT, chrome.lang, page);
        }
    }
    radar::look(&mut tx, id).await?;
    let flash = match is_met {
        true => "flash-need-met",
        false => "flash-need-open",
    };
    let to = urls::desk_initiative_part(id, "needs");
    redirect_with_flash(&app, tx.commit().await?, to, flash)
}
