//! Plain signs for kinds of equipment, media and people, drawn from shapes.

use crate::strokes::WHITE;
use mamori_tree::{Colour, Extent, Point, Shape, Stroke};
use mamori_words::Words;

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symbol {
    /// A server.
    Server,
    /// Storage.
    Storage,
    /// A server of logs.
    LogServer,
    /// A terminal.
    Terminal,
    /// A tablet or telephone.
    Tablet,
    /// A terminal for maintenance.
    MaintenanceTerminal,
    /// A printer.
    Printer,
    /// A drive for media.
    MediaDrive,
    /// A router, a switch.
    NetworkDevice,
    /// A wireless access point.
    AccessPoint,
    /// A firewall, a VPN device.
    Firewall,
    /// A medical or other device with a network.
    Device,
    /// A system or a cloud of another company.
    OtherSystem,
    /// A tape.
    Tape,
    /// A disc.
    Disc,
    /// A hard disk.
    HardDisk,
    /// A small memory.
    Memory,
    /// Paper.
    Paper,
    /// Any other medium.
    OtherMedium,
    /// Somebody who acts.
    Person,
    /// Information.
    Information,
    /// A place that is shown on another sheet.
    Place,
    /// The other side of a line that leaves the sheet.
    Away,
}

/// Shapes on a field of 100 × 100.
enum Mark {
    /// x, y, width, height, whether filled.
    Bar(i32, i32, i32, i32, bool),
    /// Points, whether closed, whether filled.
    Line(&'static [(i32, i32)], bool, bool),
    /// Centre, radii, whether filled.
    Round(i32, i32, i32, i32, bool),
}

use Mark::{Bar, Line, Round};

impl Symbol {
    /// Its name in the legend.
    pub const fn words(self) -> Words {
        match self {
            Symbol::Server => Words::new("サーバ", "Server"),
            Symbol::Storage => Words::new("ストレージ", "Storage"),
            Symbol::LogServer => Words::new("ログサーバ", "Log server"),
            Symbol::Terminal => Words::new("端末", "Terminal"),
            Symbol::Tablet => Words::new("携帯端末", "Mobile terminal"),
            Symbol::MaintenanceTerminal => Words::new("開発保守端末", "Maintenance terminal"),
            Symbol::Printer => Words::new("プリンタ", "Printer"),
            Symbol::MediaDrive => Words::new("媒体装置", "Media drive"),
            Symbol::NetworkDevice => Words::new("ネットワーク機器", "Network device"),
            Symbol::AccessPoint => Words::new("無線アクセスポイント", "Access point"),
            Symbol::Firewall => Words::new("ファイアウォール等", "Firewall or the like"),
            Symbol::Device => Words::new("IoT機器", "IoT device"),
            Symbol::OtherSystem => Words::new("他社のシステム", "System of another company"),
            Symbol::Tape => Words::new("磁気テープ", "Tape"),
            Symbol::Disc => Words::new("光ディスク", "Optical disc"),
            Symbol::HardDisk => Words::new("ハードディスク", "Hard disk"),
            Symbol::Memory => Words::new("小型メモリ", "Small memory"),
            Symbol::Paper => Words::new("紙", "Paper"),
            Symbol::OtherMedium => Words::new("その他の媒体", "Other medium"),
            Symbol::Person => Words::new("扱う人", "People"),
            Symbol::Information => Words::new("情報", "Information"),
            Symbol::Place => Words::new("別の紙に描いた場所", "Place on another sheet"),
            Symbol::Away => Words::new("この紙の外にある相手", "Other side, not on this sheet"),
        }
    }

    fn marks(self) -> &'static [Mark] {
        match self {
            Symbol::Server => &[
                Bar(18, 6, 64, 26, false),
                Bar(18, 37, 64, 26, false),
                Bar(18, 68, 64, 26, false),
                Round(31, 19, 4, 4, true),
                Round(31, 50, 4, 4, true),
                Round(31, 81, 4, 4, true),
                Line(&[(48, 19), (72, 19)], false, false),
                Line(&[(48, 50), (72, 50)], false, false),
                Line(&[(48, 81), (72, 81)], false, false),
            ],
            Symbol::Storage => &[
                Line(
                    &[
                        (16, 20),
                        (16, 80),
                        (26, 90),
                        (50, 94),
                        (74, 90),
                        (84, 80),
                        (84, 20),
                    ],
                    true,
                    false,
                ),
                Round(50, 20, 34, 13, false),
                Line(&[(16, 50), (26, 60), (50, 64), (74, 60), (84, 50)], false, false),
            ],
            Symbol::LogServer => &[
                Bar(18, 6, 64, 40, false),
                Round(31, 26, 4, 4, true),
                Line(&[(48, 26), (72, 26)], false, false),
                Bar(18, 54, 64, 40, false),
                Line(&[(28, 66), (72, 66)], false, false),
                Line(&[(28, 75), (72, 75)], false, false),
                Line(&[(28, 84), (58, 84)], false, false),
            ],
            Symbol::Terminal => &[
                Bar(8, 14, 84, 54, false),
                Line(&[(50, 68), (50, 86)], false, false),
                Line(&[(28, 86), (72, 86)], false, false),
            ],
            Symbol::Tablet => &[
                Bar(24, 6, 52, 88, false),
                Line(&[(24, 80), (76, 80)], false, false),
                Round(50, 87, 3, 3, true),
            ],
            Symbol::MaintenanceTerminal => &[
                Bar(8, 14, 84, 54, false),
                Line(&[(50, 68), (50, 86)], false, false),
                Line(&[(28, 86), (72, 86)], false, false),
                Line(&[(22, 28), (36, 41), (22, 54)], false, false),
                Line(&[(44, 54), (66, 54)], false, false),
            ],
            Symbol::Printer => &[
                Bar(28, 8, 44, 28, false),
                Bar(8, 36, 84, 36, false),
                Bar(26, 58, 48, 34, false),
                Round(80, 46, 3, 3, true),
                Line(&[(36, 70), (64, 70)], false, false),
                Line(&[(36, 80), (64, 80)], false, false),
            ],
            Symbol::MediaDrive => &[
                Bar(8, 20, 84, 60, false),
                Round(33, 45, 11, 11, false),
                Round(67, 45, 11, 11, false),
                Line(&[(22, 68), (78, 68)], false, false),
            ],
            Symbol::NetworkDevice => &[
                Bar(6, 28, 88, 44, false),
                Line(&[(20, 42), (78, 42)], false, false),
                Line(&[(68, 34), (80, 42), (68, 50)], false, false),
                Line(&[(22, 59), (80, 59)], false, false),
                Line(&[(32, 51), (20, 59), (32, 67)], false, false),
            ],
            Symbol::AccessPoint => &[
                Bar(12, 66, 76, 22, false),
                Line(&[(50, 66), (50, 44)], false, false),
                Round(50, 40, 5, 5, true),
                Line(&[(34, 50), (28, 40), (34, 28)], false, false),
                Line(&[(66, 50), (72, 40), (66, 28)], false, false),
                Line(&[(20, 60), (10, 40), (20, 18)], false, false),
                Line(&[(80, 60), (90, 40), (80, 18)], false, false),
            ],
            Symbol::Firewall => &[
                Bar(10, 12, 80, 76, false),
                Line(&[(10, 37), (90, 37)], false, false),
                Line(&[(10, 63), (90, 63)], false, false),
                Line(&[(50, 12), (50, 37)], false, false),
                Line(&[(30, 37), (30, 63)], false, false),
                Line(&[(70, 37), (70, 63)], false, false),
                Line(&[(50, 63), (50, 88)], false, false),
            ],
            Symbol::Device => &[
                Bar(10, 16, 80, 68, false),
                Line(
                    &[(18, 52), (34, 52), (42, 32), (54, 70), (62, 52), (82, 52)],
                    false,
                    false,
                ),
            ],
            Symbol::OtherSystem => &[Line(
                &[
                    (24, 80),
                    (10, 68),
                    (10, 54),
                    (22, 44),
                    (28, 26),
                    (46, 16),
                    (64, 22),
                    (74, 38),
                    (90, 48),
                    (92, 66),
                    (78, 80),
                ],
                true,
                false,
            )],
            Symbol::Tape => &[
                Bar(6, 20, 88, 60, false),
                Round(32, 46, 12, 12, false),
                Round(68, 46, 12, 12, false),
                Bar(26, 66, 48, 14, false),
            ],
            Symbol::Disc => &[Round(50, 50, 42, 42, false), Round(50, 50, 12, 12, false)],
            Symbol::HardDisk => &[
                Bar(14, 10, 72, 80, false),
                Round(50, 42, 24, 24, false),
                Round(50, 42, 4, 4, true),
                Line(&[(26, 80), (46, 80)], false, false),
            ],
            Symbol::Memory => &[Bar(32, 34, 36, 60, false), Bar(38, 8, 24, 26, false)],
            Symbol::Paper => &[
                Line(&[(20, 6), (62, 6), (80, 26), (80, 94), (20, 94)], true, false),
                Line(&[(62, 6), (62, 26), (80, 26)], false, false),
                Line(&[(32, 44), (68, 44)], false, false),
                Line(&[(32, 60), (68, 60)], false, false),
                Line(&[(32, 76), (56, 76)], false, false),
            ],
            Symbol::OtherMedium => &[
                Bar(14, 24, 72, 56, false),
                Line(&[(14, 42), (86, 42)], false, false),
            ],
            Symbol::Person => &[
                Round(50, 26, 20, 20, true),
                Line(
                    &[(12, 94), (20, 66), (36, 54), (64, 54), (80, 66), (88, 94)],
                    true,
                    true,
                ),
            ],
            Symbol::Information => &[
                Bar(16, 8, 68, 84, false),
                Line(&[(30, 32), (70, 32)], false, false),
                Line(&[(30, 50), (70, 50)], false, false),
                Line(&[(30, 68), (56, 68)], false, false),
            ],
            Symbol::Place => &[
                Bar(14, 14, 72, 78, false),
                Bar(28, 28, 14, 14, false),
                Bar(58, 28, 14, 14, false),
                Bar(28, 54, 14, 14, false),
                Bar(58, 54, 14, 14, false),
                Line(&[(50, 92), (50, 76)], false, false),
            ],
            Symbol::Away => &[
                Line(&[(8, 50), (86, 50)], false, false),
                Line(&[(58, 22), (88, 50), (58, 78)], false, false),
            ],
        }
    }

    /// Its shapes in a square whose top left corner and side are given.
    pub(crate) fn shapes(self, at: Point, side: i32, colour: Colour) -> Vec<Shape> {
        let along = |part: i32| part * side / 100;
        let point = |x: i32, y: i32| Point {
            x: at.x + along(x),
            y: at.y + along(y),
        };
        let stroke = Some(Stroke {
            colour,
            width: (side / 22).clamp(14, 30),
            dashes: Vec::new(),
        });
        let inside = |filled: bool| Some(if filled { colour } else { WHITE });
        let shape = |mark: &Mark| match *mark {
            Bar(x, y, width, height, filled) => Shape::Area {
                at: point(x, y),
                extent: Extent {
                    width: along(width),
                    height: along(height),
                },
                radius: side / 25,
                fill: inside(filled),
                stroke: stroke.clone(),
            },
            Line(points, closed, filled) => Shape::Path {
                points: points.iter().map(|(x, y)| point(*x, *y)).collect(),
                radius: if closed { side / 12 } else { 0 },
                closed,
                fill: if closed { inside(filled) } else { None },
                stroke: stroke.clone(),
            },
            Round(x, y, width, height, filled) => Shape::Ellipse {
                centre: point(x, y),
                radii: Extent {
                    width: along(width),
                    height: along(height),
                },
                fill: inside(filled),
                stroke: stroke.clone(),
            },
        };
        self.marks().iter().map(shape).collect()
    }
}
