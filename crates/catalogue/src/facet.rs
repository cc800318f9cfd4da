//! What kind of thing a duty attaches to.

use mamori_words::Words;

/// What kind of thing in the model a control item attaches to. This sorting is ours, not the
/// guideline's: it lets a finding point at the terminal or the link it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// A terminal: PC, tablet, phone, IoT equipment.
    Terminal,
    /// A server or the software and data on it.
    Server,
    /// A network link or network equipment.
    Network,
    /// A medium that can be carried.
    Medium,
    /// A site, building or room.
    Site,
    /// A person or a role.
    Person,
    /// The provider as an organisation: papers, contracts, agreements.
    Organisation,
}

impl Facet {
    /// All kinds, in the order they are shown.
    pub const ALL: [Facet; 7] = [
        Facet::Terminal,
        Facet::Server,
        Facet::Network,
        Facet::Medium,
        Facet::Site,
        Facet::Person,
        Facet::Organisation,
    ];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            Facet::Terminal => "terminal",
            Facet::Server => "server",
            Facet::Network => "network",
            Facet::Medium => "medium",
            Facet::Site => "site",
            Facet::Person => "person",
            Facet::Organisation => "organisation",
        }
    }

    /// The kind with this word.
    pub fn from_code(code: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            Facet::Terminal => Words::new("端末", "Terminal"),
            Facet::Server => Words::new("サーバ", "Server"),
            Facet::Network => Words::new("ネットワーク", "Network"),
            Facet::Medium => Words::new("媒体", "Medium"),
            Facet::Site => Words::new("施設", "Site"),
            Facet::Person => Words::new("人", "Person"),
            Facet::Organisation => Words::new("組織", "Organisation"),
        }
    }
}
