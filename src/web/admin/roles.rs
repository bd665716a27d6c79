//! What an account may do.

use axum::extract::State;

use super::super::{Answer, App, Chrome, Form, Path, Sheet, redirect_with_flash, urls};
use super::accounts::refused;
use crate::account::{self, Post, policy};
use crate::actor::Actor;
use crate::ids::AccountId;
use crate::values::{Country, Role};

/// Gives it another role.
pub async fn update(
    State(app): State<App>,
    actor: Actor,
    chrome: Chrome,
    Path(id): Path<AccountId>,
    Form(fields): Form,
) -> Answer {
    let granted = policy::change_role(&actor, id)?;
    let mut reader = fields.reader();
    let role = reader.required("role", Role::parse);
    let hosts = reader.many("hosts", Country::parse);
    let post = role.and_then(|role| Post::new(role, hosts));
    if role.is_some() && post.is_none() {
        reader.mistake("hosts", "admin-hosts-missing");
    }
    let mistakes = reader.done().err().unwrap_or_default();
    let Some(post) = post.filter(|_| mistakes.is_empty()) else {
        let form = Sheet::with(fields, mistakes);
        let tx = app.db.begin().await?;
        return refused(&actor, &chrome, id, form, tx).await;
    };
    let mut tx = app.db.begin().await?;
    account::change_role(&mut tx, granted, post).await?;
    redirect_with_flash(
        &app,
        tx.commit().await?,
        urls::admin_account(id),
        "flash-role-changed",
    )
}
