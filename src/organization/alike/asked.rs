//! What is asked for: as much of an organization as somebody said.

use crate::organization::Particulars;
use crate::values::{Country, Identifier, WebAddress};
use crate::vault::{BlindIndex, Vault};

/// What is known of the organization that candidates are wanted for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Its names, in any script.
    pub names: Vec<String>,
    /// Its numbers in other registers.
    pub identifiers: Vec<Identifier>,
    /// Where it works.
    pub host_country: Option<Country>,
    /// Where in it.
    pub city: Option<String>,
    /// The host of its website, without `www.`.
    pub website_host: Option<String>,
    /// The marks of its addresses and telephone numbers; nothing, where whoever asks may not learn who has them too.
    pub marks: Vec<BlindIndex>,
}

impl Asked {
    /// Nothing but a name.
    pub fn name(text: &str) -> Self {
        Self {
            names: vec![text.to_owned()],
            ..Self::default()
        }
    }
}

impl Asked {
    /// The same, compared by addresses and telephone numbers too, the hidden ones among them. For the desk alone: that
    /// somebody else has the same one tells what they are.
    pub fn at_desk(vault: &Vault, said: &Particulars) -> Self {
        Self {
            marks: super::marks(vault, &said.contacts),
            ..Self::from(said)
        }
    }
}

impl From<&Particulars> for Asked {
    fn from(said: &Particulars) -> Self {
        Self {
            names: said
                .names
                .iter()
                .map(|name| name.text.to_string())
                .collect(),
            identifiers: said.identifiers.clone(),
            host_country: Some(said.host_country),
            city: said.city.as_ref().map(ToString::to_string),
            website_host: said.website.as_ref().and_then(host),
            marks: Vec::new(),
        }
    }
}

/// The host of an address as the database has it.
pub fn host(address: &WebAddress) -> Option<String> {
    let url = url::Url::parse(address.as_str()).ok()?;
    let host = url.host_str()?.to_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}
