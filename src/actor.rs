//! Who acts, and what it means to be refused.

use crate::ids::{AccountId, SessionId};
use crate::values::{Country, Role};

/// Who acts: a stranger, the program itself, or somebody who signed in.
#[derive(Clone, Debug)]
pub enum Actor {
    /// Somebody who is not signed in.
    Visitor,
    /// A job, or a command of whoever runs the machine.
    System,
    /// Somebody who is.
    Person(Person),
}

/// Somebody who signed in.
#[derive(Clone)]
pub struct Person {
    /// Their account.
    pub id: AccountId,
    /// The sign-in that this is a part of.
    pub session: SessionId,
    /// What they are called. Personal: for their own pages and for colleagues, never for a log.
    pub name: String,
    /// What they may do in the portal as a whole.
    pub role: Role,
    /// The host countries of a post officer.
    pub hosts: Vec<Country>,
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Person({}, {})", self.id, self.role)
    }
}

/// Why somebody may not do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Not theirs to see: as good as not there (404).
    #[error("not there for this person")]
    Hidden,
    /// Theirs to see and not to do (403).
    #[error("not for this person to do")]
    Forbidden,
    /// Nobody is signed in; whoever it is may be allowed (to the sign-in page).
    #[error("nobody is signed in")]
    SignIn,
}

impl Actor {
    /// The person, or the way to the sign-in page.
    pub fn person(&self) -> Result<&Person, Denied> {
        match self {
            Self::Person(person) => Ok(person),
            Self::Visitor | Self::System => Err(Denied::SignIn),
        }
    }

    /// The account, if there is one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Person(person) => Some(person.id),
            Self::Visitor | Self::System => None,
        }
    }

    /// The role as history writes it.
    pub const fn role_word(&self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::System => "system",
            Self::Person(person) => person.role.code(),
        }
    }

    /// The role of a person.
    pub const fn role(&self) -> Option<Role> {
        match self {
            Self::Person(person) => Some(person.role),
            Self::Visitor | Self::System => None,
        }
    }

    /// Whether this is a member of the coordinating board: a coordinator or its chair.
    pub const fn is_board(&self) -> bool {
        matches!(self.role(), Some(Role::Coordinator | Role::Chair))
    }

    /// Whether this person works at the desk in any way: the board, a post, an auditor, an admin.
    pub const fn has_desk(&self) -> bool {
        matches!(
            self.role(),
            Some(Role::Coordinator | Role::Chair | Role::PostOfficer | Role::Admin | Role::Auditor)
        )
    }

    /// Whether this is an admin, or the program itself.
    pub const fn is_admin(&self) -> bool {
        matches!(self, Self::System) || matches!(self.role(), Some(Role::Admin))
    }
}
