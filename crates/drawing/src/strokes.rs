//! Lines and tints: each medium has a colour and a pattern of dashes of its own, so that a copy in
//! black and white can be read.

use crate::scene::Standing;
use mamori_tree::{Colour, Stroke};
use mamori_words::Words;

/// What a link runs over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Wired LAN.
    WiredLan,
    /// Wireless LAN.
    WirelessLan,
    /// Dedicated line.
    DedicatedLine,
    /// Closed-network VPN.
    ClosedVpn,
    /// VPN over the internet.
    InternetVpn,
    /// The internet.
    Internet,
    /// A mobile network.
    Mobile,
    /// A network inside a machine or a cloud.
    Virtual,
    /// Transport of a medium by people.
    Transport,
}

impl Line {
    /// All, in the order of the legend.
    pub const ALL: [Line; 9] = [
        Line::WiredLan,
        Line::WirelessLan,
        Line::DedicatedLine,
        Line::ClosedVpn,
        Line::InternetVpn,
        Line::Internet,
        Line::Mobile,
        Line::Virtual,
        Line::Transport,
    ];

    /// Its name in the legend.
    pub const fn words(self) -> Words {
        match self {
            Line::WiredLan => Words::new("有線LAN", "Wired LAN"),
            Line::WirelessLan => Words::new("無線LAN", "Wireless LAN"),
            Line::DedicatedLine => Words::new("専用線", "Dedicated line"),
            Line::ClosedVpn => Words::new("閉域網VPN", "Closed-network VPN"),
            Line::InternetVpn => Words::new("インターネットVPN", "Internet VPN"),
            Line::Internet => Words::new("インターネット", "Internet"),
            Line::Mobile => Words::new("携帯電話網", "Mobile network"),
            Line::Virtual => Words::new("仮想ネットワーク", "Virtual network"),
            Line::Transport => Words::new("媒体の搬送", "Transport of media"),
        }
    }

    /// How it is drawn.
    pub fn stroke(self) -> Stroke {
        let (colour, width, dashes): (Colour, i32, &[i32]) = match self {
            Line::WiredLan => (Colour(0x33, 0x41, 0x55), 35, &[]),
            Line::WirelessLan => (Colour(0x0f, 0x76, 0x6e), 40, &[40, 60]),
            Line::DedicatedLine => (Colour(0x1e, 0x3a, 0x8a), 75, &[]),
            Line::ClosedVpn => (Colour(0x1d, 0x4e, 0xd8), 60, &[360, 70]),
            Line::InternetVpn => (Colour(0x7e, 0x22, 0xce), 50, &[260, 70, 50, 70]),
            Line::Internet => (Colour(0xb4, 0x53, 0x09), 45, &[110, 70]),
            Line::Mobile => (Colour(0xbe, 0x18, 0x5d), 45, &[200, 60, 40, 60, 40, 60]),
            Line::Virtual => (Colour(0x52, 0x52, 0x5b), 25, &[70, 40]),
            Line::Transport => (Colour(0x9f, 0x12, 0x39), 55, &[190, 110]),
        };
        Stroke {
            colour,
            width,
            dashes: dashes.to_vec(),
        }
    }
}

/// Ink of names.
pub(crate) const INK: Colour = Colour(0x0f, 0x17, 0x2a);
/// Ink of what is less important.
pub(crate) const GREY: Colour = Colour(0x47, 0x55, 0x69);
/// Paper.
pub(crate) const WHITE: Colour = Colour(0xff, 0xff, 0xff);
/// Outline of sites.
pub(crate) const EDGE: Colour = Colour(0x64, 0x74, 0x8b);
/// Fine lines inside boxes and the legend.
pub(crate) const FINE: Colour = Colour(0xcb, 0xd5, 0xe1);

/// The colours of a company's parts: fill of its sites, fill of its nodes, outline of its nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tint {
    pub(crate) site: Colour,
    pub(crate) node: Colour,
    pub(crate) edge: Colour,
}

const PROVIDER: Tint = Tint {
    site: Colour(0xf0, 0xf6, 0xfd),
    node: WHITE,
    edge: Colour(0x1d, 0x4e, 0x89),
};
const INSTITUTION: Tint = Tint {
    site: Colour(0xf3, 0xf9, 0xf1),
    node: WHITE,
    edge: Colour(0x2f, 0x6b, 0x3a),
};
const OTHERS: [Tint; 5] = [
    Tint {
        site: Colour(0xfd, 0xf3, 0xe3),
        node: Colour(0xfb, 0xe3, 0xbd),
        edge: Colour(0x92, 0x54, 0x0c),
    },
    Tint {
        site: Colour(0xf7, 0xf0, 0xfc),
        node: Colour(0xe9, 0xd8, 0xf8),
        edge: Colour(0x6b, 0x2c, 0x9f),
    },
    Tint {
        site: Colour(0xfc, 0xee, 0xf1),
        node: Colour(0xf9, 0xd5, 0xdd),
        edge: Colour(0x9f, 0x23, 0x48),
    },
    Tint {
        site: Colour(0xea, 0xf7, 0xf7),
        node: Colour(0xc6, 0xe9, 0xe9),
        edge: Colour(0x11, 0x66, 0x6b),
    },
    Tint {
        site: Colour(0xf4, 0xf4, 0xf2),
        node: Colour(0xe0, 0xe0, 0xdb),
        edge: Colour(0x4b, 0x4b, 0x45),
    },
];

/// The tint of a company: `nth` is its number among those of the same standing.
pub(crate) fn tint(standing: Standing, nth: usize) -> Tint {
    match standing {
        Standing::Provider => PROVIDER,
        Standing::Institution => INSTITUTION,
        Standing::Other => OTHERS[nth % OTHERS.len()],
    }
}
