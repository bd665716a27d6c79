//! What groups recommend to the board: a list at the desk, and answering.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::actor::Actor;
use crate::db::Tx;
use crate::group;
use crate::ids::{GroupId, MeetingItemId};
use crate::meeting::{self, Recommendation, RecommendationAnswer, policy};
use crate::say;
use crate::values::{Lang, Prose, Wording};
use crate::web::coordination::{Spoken, choices};
use crate::web::desk::{When, paragraphs};
use crate::web::{
    Answer, App, Chrome, Error, Form, PER_PAGE, Page, Pages, Path, Query, Result, Sheet, filters,
    html_with, redirect_with_flash, urls,
};

/// The longest answer.
const MOST: usize = 5_000;

#[derive(Template)]
#[template(path = "meetings/recommendations.html")]
struct IndexPage {
    page: Page,
    open: Vec<Row>,
    answered: Vec<Row>,
    pages: Pages,
}

#[derive(Template)]
#[template(path = "meetings/recommendation.html")]
struct ShowPage {
    page: Page,
    row: Row,
    answers: Vec<(&'static str, String)>,
    may_answer: bool,
    form: Sheet,
    /// What was written in vain, because somebody was faster.
    typed: Option<String>,
}

/// Something that is recommended.
struct Row {
    href: String,
    title: String,
    group: Spoken,
    meeting: String,
    made: When,
    words: Vec<String>,
    /// The key of the answer; empty while there is none.
    answer_key: &'static str,
    answer_words: Vec<String>,
}

impl Row {
    fn of(lang: Lang, it: &Recommendation, names: Option<&Vec<Wording>>) -> Self {
        let answer = it.answer.as_ref();
        Self {
            href: urls::desk_recommendation(it.item),
            title: it.title.to_string(),
            group: names
                .map(|names| Spoken::of(names, lang))
                .unwrap_or_default(),
            meeting: urls::desk_meeting(it.meeting),
            made: When::day(lang, it.made_at.date_naive()),
            words: paragraphs(it.words.as_ref()),
            answer_key: answer.map_or("", |(answer, _)| answer.key()),
            answer_words: paragraphs(answer.map(|(_, words)| words)),
        }
    }
}

async fn rows(tx: &mut Tx, lang: Lang, all: &[Recommendation]) -> Result<Vec<Row>> {
    let groups: Vec<GroupId> = all.iter().map(|it| it.group).collect();
    let names = group::names(tx, &groups).await?;
    let rows = all.iter().map(|it| Row::of(lang, it, names.get(&it.group)));
    Ok(rows.collect())
}

/// `GET /desk/recommendations`
pub async fn index(actor: Actor, chrome: Chrome, mut tx: Tx, Query(query): Query) -> Answer {
    policy::see(&actor)?;
    let (lang, vault) = (chrome.lang, tx.vault());
    let count = meeting::count_recommendations(&mut tx).await?;
    let pages = Pages::of(urls::DESK_RECOMMENDATIONS, &query, count);
    let slice = (pages.offset, PER_PAGE);
    let all = meeting::recommendations(&mut tx, &vault, slice).await?;
    let rows = rows(&mut tx, lang, &all).await?.into_iter();
    let (open, answered) = rows.partition(|row| row.answer_key.is_empty());
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb("", say::t(lang, "recommendations"));
    let page = IndexPage {
        page,
        open,
        answered,
        pages,
    };
    html_with(StatusCode::OK, lang, page)
}

async fn page(
    status: StatusCode,
    tx: &mut Tx,
    (actor, chrome): (&Actor, &Chrome),
    id: MeetingItemId,
    form: Sheet,
    typed: Option<String>,
) -> Answer {
    let (lang, vault) = (chrome.lang, tx.vault());
    let found = meeting::find_recommendation(tx, &vault, id).await?;
    let found = [found.ok_or(Error::NotFound)?];
    let row = rows(tx, lang, &found).await?.pop().ok_or(Error::NotFound)?;
    let page = chrome
        .page()
        .crumb(urls::DESK_GROUPS, say::t(lang, "nav-groups"))
        .crumb(urls::DESK_RECOMMENDATIONS, say::t(lang, "recommendations"))
        .crumb("", row.title.clone());
    html_with(
        status,
        lang,
        ShowPage {
            page,
            may_answer: row.answer_key.is_empty() && policy::answer(actor).is_ok(),
            row,
            answers: choices(
                lang,
                RecommendationAnswer::ALL,
                RecommendationAnswer::code,
                RecommendationAnswer::key,
            ),
            form,
            typed,
        },
    )
}

/// `GET /desk/recommendations/{id}`
pub async fn show(
    actor: Actor,
    chrome: Chrome,
    mut tx: Tx,
    Path(id): Path<MeetingItemId>,
) -> Answer {
    policy::see(&actor)?;
    let who = (&actor, &chrome);
    page(StatusCode::OK, &mut tx, who, id, Sheet::empty(), None).await
}

/// `POST /desk/recommendations/{id}`
pub async fn update(
    actor: Actor,
    chrome: Chrome,
    State(app): State<App>,
    mut tx: Tx,
    Path(id): Path<MeetingItemId>,
    Form(sent): Form,
) -> Answer {
    let granted = policy::answer(&actor)?;
    let mut reader = sent.reader();
    let answer = reader.required("answer", RecommendationAnswer::parse);
    let words = reader.required("words", |text| Prose::parse(text, MOST));
    let mistakes = reader.done().err().unwrap_or_default();
    let (Some(answer), Some(words)) = (answer, words) else {
        let form = Sheet::with(sent, mistakes);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(status, &mut tx, (&actor, &chrome), id, form, None).await;
    };
    match meeting::answer(&mut tx, &granted, id, answer, &words).await {
        Ok(()) => {}
        Err(crate::Error::Overtaken) => {
            let (status, typed) = (StatusCode::CONFLICT, Some(words.to_string()));
            let who = (&actor, &chrome);
            return page(status, &mut tx, who, id, Sheet::empty(), typed).await;
        }
        Err(error) => return Err(error.into()),
    }
    let (done, to) = (tx.commit().await?, urls::desk_recommendation(id));
    redirect_with_flash(&app, done, to, "flash-recommendation-answered")
}
