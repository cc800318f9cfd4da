//! The channels a report may go through, and what that leaves out of it (GL 別紙1-II 6.5 (2)).
//!
//! Three things go on paper or by mail alone: the volume of entrusted information, its use, and the
//! results of viewing it. Personal information goes on paper or in encrypted mail alone; whether remarks
//! hold any no program can tell, so they stay off the web.

use crate::Source;
use crate::parts::heading;
use mamori_tree::{Block, Cell, CellStyle};

/// How a report is given to the institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Channel {
    /// On paper: everything.
    #[default]
    Paper,
    /// By mail: everything; encrypted where it holds personal information.
    Mail,
    /// On the provider's web pages: nothing of the three, and no remarks.
    Web,
}

impl Channel {
    /// Whether volume, use and results of viewing may go through it.
    pub fn carries_volume(self) -> bool {
        self != Channel::Web
    }

    /// Whether remarks, which may hold personal information, may go through it.
    pub fn carries_remarks(self) -> bool {
        self != Channel::Web
    }

    /// The name of its edition among files; nothing for the usual one.
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Channel::Paper => None,
            Channel::Mail => Some("mail"),
            Channel::Web => Some("web"),
        }
    }
}

/// A remark as recorded, where the channel carries it.
pub(crate) fn remark(source: &Source<'_>, note: &str) -> Cell {
    if note.trim().is_empty() {
        return Cell::new("—").styled(CellStyle::Muted);
    }
    match source.channel.carries_remarks() {
        true => Cell::new(note),
        false => Cell::new(source.say("（この版には載せません）", "(not in this edition)"))
            .styled(CellStyle::Muted),
    }
}

/// How this edition of the report is to be given.
pub(crate) fn handing_over(source: &Source<'_>, blocks: &mut Vec<Block>) {
    blocks.push(heading(
        source.say("この報告の渡し方", "How this report may be given"),
    ));
    let lines = match source.channel {
        Channel::Paper => [
            source.say(
                "この版は紙で渡します。受託した情報の量、利用の実績、受託した情報を閲覧した結果の三つは、紙かメールだけで渡すと決まっています。",
                "This edition is given on paper. The volume of entrusted information, its use and the results of viewing it go on paper or by mail alone.",
            ),
            source.say(
                "ウェブページには、この三つと備考を除いた版だけを載せます。",
                "Only an edition without these three and without remarks goes on web pages.",
            ),
        ],
        Channel::Mail => [
            source.say(
                "この版はメールで渡します。個人の情報が含まれるとき（備考欄も確かめてください）は、暗号化したメールだけで渡します。",
                "This edition is given by mail. If it holds personal information (look at the remarks too), only encrypted mail will do.",
            ),
            source.say(
                "ウェブページには、量・実績・閲覧の結果と備考を除いた版だけを載せます。",
                "Only an edition without volume, use, results of viewing and remarks goes on web pages.",
            ),
        ],
        Channel::Web => [
            source.say(
                "この版はウェブページに載せるためのものです。受託した情報の量、利用の実績、受託した情報を閲覧した結果は、紙かメールで渡します。",
                "This edition is for web pages. The volume of entrusted information, its use and the results of viewing it are given on paper or by mail.",
            ),
            source.say(
                "備考は、個人の情報を含むことがあるため、この版には載せていません。",
                "Remarks may hold personal information and are left out of this edition.",
            ),
        ],
    };
    blocks.push(Block::List(lines.map(str::to_owned).to_vec()));
}
