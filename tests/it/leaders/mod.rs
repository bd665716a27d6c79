//! Leaders as persons: what is known of them and who said it, and whose entry it is.

mod asked;
mod claims;
mod entering;
mod links;
mod mergers;
mod profiles;
mod roll;
mod story;
mod undoing;

use concord::ids::LeaderId;
use concord::notice::LetterKind;
use concord::values::RegistryNumber;

use crate::coordination::consents::leader;
use crate::portal::{Browser, Page, Portal};

/// A leader of an organization, with the pages about them.
pub struct Somebody {
    /// Their id.
    pub id: LeaderId,
    /// Their organization.
    pub number: RegistryNumber,
    /// Its owner.
    pub owner: Browser,
    /// The board.
    pub board: Browser,
    /// Their page at the desk.
    pub desk: String,
    /// The form of the team.
    pub team: String,
    /// What stands behind their link.
    pub link: String,
}

/// Somebody who presides over an organization; nothing is agreed to yet.
pub async fn somebody(portal: &Portal) -> Somebody {
    let (id, number, owner) = leader(portal).await;
    let vault = portal.tx().await.vault();
    Somebody {
        id,
        number,
        owner,
        board: portal.coordinator().await,
        desk: format!("/desk/organizations/{number}/leaders/{id}"),
        team: format!("/home/organizations/{number}/leaders/{id}/profile"),
        link: format!(
            "/consents/{}",
            concord::leader::consent_token(&vault, id, 0)
        ),
    }
}

impl Somebody {
    /// The board says something of them.
    pub async fn board_says(&self, fields: &[(&str, &str)]) -> Page {
        let form = format!("{}/profile", self.desk);
        let page = self.board.get(&form).await.is(200);
        page.submit_to(&form, fields).await
    }

    /// The team does.
    pub async fn team_says(&self, fields: &[(&str, &str)]) -> Page {
        let page = self.owner.get(&self.team).await.is(200);
        page.submit_to(&self.team, fields).await
    }
}

/// An address that is confirmed, and one that is undone: with it the link ends. The link goes on as it was for the rest.
async fn addresses(portal: &Portal, one: &Somebody) {
    let visitor = portal.visitor();
    portal.letters().await;
    for (email, kind) in [
        ("new@example.org", LetterKind::LeaderAddressAsked),
        ("newer@example.org", LetterKind::LeaderAddressChanging),
    ] {
        let form = format!("{}/profile/edit", one.link);
        let page = visitor.get(&form).await.is(200);
        let to = format!("{}/profile", one.link);
        page.submit_to(&to, &[("email", email)]).await.is(303);
        let letters = portal.letters().await;
        let letter = letters.iter().find(|it| it.kind == kind).unwrap();
        visitor.post(letter.link(), &[]).await.is(303);
    }
    portal.letters().await;
    sqlx::query("update leaders set link_version = 0 where id = $1")
        .bind(one.id.uuid())
        .execute(portal.db_pool())
        .await
        .unwrap();
}

/// Everything that is done with what is known of a leader, and with claims of their entry.
pub async fn act(portal: &Portal) {
    let one = somebody(portal).await;
    one.board_says(&[("country-0", "GE")]).await.is(303);
    one.team_says(&[
        ("honour-0-title", "Order"),
        ("honour-0-on", "2019"),
        ("honour-0-source", "Gazette"),
    ])
    .await
    .is(303);
    let visitor = portal.visitor();
    let edit = visitor
        .get(format!("{}/profile/edit", one.link))
        .await
        .is(200);
    let own = format!("{}/profile", one.link);
    edit.submit_to(&own, &[("country-0", "AM")]).await.is(303);
    visitor
        .post(format!("{}/file", one.link), &[])
        .await
        .is(200);
    addresses(portal, &one).await;
    let somebody = portal.member("Somebody").await;
    for answers in [&["refuse"][..], &["confirm", "end"]] {
        somebody
            .post(format!("{}/claim", one.link), &[])
            .await
            .is(303);
        for answer in answers {
            let page = one.board.get(&one.desk).await.is(200);
            let to = page.attribute("form[action*='/claims/']", "action");
            one.board.post(&to, &[("answer", *answer)]).await.is(303);
        }
    }
    let (other, _) = mergers::entered(portal, mergers::AGAIN, None).await;
    let page = one.board.get(mergers::merger(&one, other)).await.is(200);
    let merged = mergers::send(&one, &page, "merge", &[]).await.is(303);
    let page = one.board.get(merged.location()).await.is(200);
    page.submit(&[("reason", "They are two.")]).await.is(303);
    let different = format!("{}/likenesses", one.desk);
    let with = [("with", &*other.to_string())];
    one.board.post(&different, &with).await.is(303);
    portal.letters().await;
}
