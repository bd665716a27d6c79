//! Candidates for a name from somebody's spreadsheet, each with how like it is.

use sqlx::PgConnection;

use super::directory::{Directory, Question};
use super::filter::Filter;
use super::list::{Cursor, Hit, Sort};
use super::same::names;
use super::text::Wanted;
use crate::db::DbError;
use crate::ids::OrganizationId;
use crate::names::{fold, words};

/// How like the best candidate must be to be taken without asking.
const SURE: f64 = 95.0;

/// How much better than the next.
const AHEAD: f64 = 2.0;

/// A candidate.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The organization.
    pub hit: Hit,
    /// How like its name is, from 0 to 100.
    pub score: f64,
    /// Whether it is like enough, and no other nearly so.
    pub is_match: bool,
}

impl Directory {
    /// The organizations that a name may mean, the likeliest first.
    pub async fn candidates(
        &self,
        conn: &mut PgConnection,
        filter: &Filter,
        most: usize,
    ) -> Result<Vec<Candidate>, DbError> {
        let mut hits = self.first(conn, filter, most * 3).await?;
        if hits.iter().all(|hit| !hit.by_meaning.is_empty()) {
            // Somebody writes more, or otherwise, than the registry knows: what is told apart by is in the long words.
            let mut long = Wanted::parse(&filter.text).words;
            long.sort_by_key(|word| std::cmp::Reverse(word.len()));
            for word in long.into_iter().take(2) {
                let narrower = Filter {
                    text: word,
                    ..filter.clone()
                };
                hits.extend(self.first(conn, &narrower, most * 3).await?);
            }
        }
        let ids: Vec<OrganizationId> = hits.iter().map(|hit| hit.id).collect();
        let names = names(conn, &ids).await?;
        let mut candidates: Vec<Candidate> = hits
            .into_iter()
            .map(|hit| Candidate {
                score: names
                    .get(&hit.id)
                    .into_iter()
                    .flatten()
                    .map(|name| likeness(&filter.text, name))
                    .fold(0.0, f64::max),
                hit,
                is_match: false,
            })
            .collect();
        candidates.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| a.hit.number.cmp(&b.hit.number))
        });
        candidates.dedup_by_key(|one| one.hit.id);
        candidates.truncate(most);
        let second = candidates.get(1).map_or(0.0, |one| one.score);
        if let Some(best) = candidates.first_mut() {
            best.is_match = best.score >= SURE && best.score - second >= AHEAD;
        }
        Ok(candidates)
    }

    /// The first that fit.
    pub async fn first(
        &self,
        conn: &mut PgConnection,
        filter: &Filter,
        most: usize,
    ) -> Result<Vec<Hit>, DbError> {
        let question = Question {
            filter,
            sort: Sort::Relevance,
            cursor: Cursor::First,
            most,
            facets: &[],
        };
        Ok(self.search(conn, &question).await?.listed.hits)
    }
}

/// How like two names are in whatever script and order of words, from 0 to 100.
fn likeness(a: &str, b: &str) -> f64 {
    let sorted = |name: &str| {
        let mut words = words(name);
        words.sort();
        words.join(" ")
    };
    let straight = strsim::jaro_winkler(&fold(a), &fold(b));
    // Turned round it is the same, and a little less so.
    let turned = strsim::jaro_winkler(&sorted(a), &sorted(b)) * 0.99;
    (straight.max(turned) * 1_000.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn likeness_forgives_script_and_order_and_not_another_name() {
        assert_eq!(likeness("Հայ Տուն", "hay tun"), 100.0);
        assert!(likeness("Tun Hay", "Hay Tun") > 95.0);
        assert!(likeness("Georgain School", "Georgian School") > 95.0);
        assert!(likeness("Hay Tun", "Georgian School of Paris") < 70.0);
    }
}
