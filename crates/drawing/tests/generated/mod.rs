//! Scenes made by dice: nested sites, long names, every kind of line.

use mamori_drawing::{Company, End, Line, Link, Node, Note, Pin, Scene, Site, Standing, Symbol, View};
use std::collections::BTreeMap;

/// Dice that always fall the same way.
pub struct Dice(u64);

impl Dice {
    /// Numbers from `from` up to `to`, that one included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        from + ((self.0 >> 11) % (to - from + 1) as u64) as usize
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.between(1, count) == 1
    }
}

const NAMES: [&str; 14] = [
    "端末",
    "医事会計サーバ（本番環境）",
    "電子カルテシステムと連携する他社の検査システム",
    "ファイアウォール・VPN装置",
    "Remote maintenance gateway",
    "PACS",
    "問診用タブレット",
    "放射線部門システムの画像参照用ワークステーション（読影室・第二）",
    "ログサーバ",
    "ｻｰﾊﾞ1号",
    "supercalifragilisticexpialidocious-host-name-without-any-space",
    "プリンタ",
    "有線LANのネットワーク機器",
    "バックアップテープ",
];

const SYMBOLS: [Symbol; 8] = [
    Symbol::Server,
    Symbol::Terminal,
    Symbol::Tablet,
    Symbol::Printer,
    Symbol::NetworkDevice,
    Symbol::Firewall,
    Symbol::Tape,
    Symbol::OtherSystem,
];

/// A scene of so many elements and its views.
pub fn scene(seed: u64, elements: usize) -> (Scene, Vec<View>) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let sites = (elements / dice.between(3, 5)).max(1);
    let nodes = elements - sites;
    let mut scene = Scene {
        companies: [
            ("自社", Standing::Provider),
            ("医療機関等", Standing::Institution),
            ("みなと広域通信株式会社（架空）", Standing::Other),
            ("きたやま保管株式会社（架空）", Standing::Other),
        ]
        .map(|(name, standing)| Company {
            name: name.to_owned(),
            standing,
        })
        .to_vec(),
        badges: vec![("A1".to_owned(), "アプリケーションを自社が提供".to_owned())],
        ..Scene::default()
    };
    for nth in 0..sites {
        scene.sites.push(Site {
            name: format!(
                "{}{nth}",
                [
                    "診療所の建物",
                    "待合室",
                    "自社データセンター（DC）",
                    "遠隔地の保管庫"
                ][nth % 4]
            ),
            within: (nth > 0 && !dice.one_in(3)).then(|| dice.between(0, nth - 1)),
            company: dice.between(0, 3),
            pin: dice.one_in(8).then_some(Pin {
                column: nth as i32 % 3,
                row: nth as i32 % 2,
            }),
        });
    }
    for nth in 0..nodes {
        scene.nodes.push(Node {
            site: (!dice.one_in(12)).then(|| dice.between(0, sites - 1)),
            symbol: SYMBOLS[dice.between(0, 7)],
            label: NAMES[dice.between(0, 13)].to_owned(),
            sublabel: ["", "2台", "きたやま保管株式会社（架空）・6台"][dice.between(0, 2)].to_owned(),
            badge: ["", "A1", "A1 P1 I1"][dice.between(0, 2)].to_owned(),
            company: dice.between(0, 3),
            pin: dice.one_in(10).then_some(Pin {
                column: nth as i32 % 4,
                row: nth as i32 % 3,
            }),
        });
    }
    let mut captions = BTreeMap::new();
    let links = (nodes / 3).max(1);
    for nth in 0..links {
        let mut ends = vec![End::Node(dice.between(0, nodes - 1))];
        for _ in 0..dice.between(1, 4) {
            let end = match dice.one_in(15) {
                true => End::Site(dice.between(0, sites - 1)),
                false => End::Node(dice.between(0, nodes - 1)),
            };
            let inside = |site: usize, end: End| match end {
                End::Node(node) => scene.nodes[node].site == Some(site),
                End::Site(_) => false,
            };
            let around = matches!(end, End::Site(site) if ends.iter().any(|other| inside(site, *other)));
            if !ends.contains(&end) && !around {
                ends.push(end);
            }
        }
        if ends.len() < 2 {
            continue;
        }
        captions.insert(
            scene.links.len(),
            format!(
                "接続{nth} {}",
                ["TLS1.2（高セキュリティ型）", "IPsec（IKE）", ""][dice.between(0, 2)]
            ),
        );
        scene.links.push(Link {
            line: Line::ALL[dice.between(0, 8)],
            ends,
            arrows: (false, dice.one_in(5)),
        });
    }
    let notes = (0..nodes)
        .filter(|_| dice.one_in(2))
        .map(|node| {
            let note = |symbol, text: &str| Note {
                symbol: Some(symbol),
                text: text.to_owned(),
            };
            let notes = vec![
                note(Symbol::Person, "医師/看護師/臨床検査技師等"),
                note(Symbol::Information, "患者情報、レセプト/処方箋を閲覧・操作する"),
            ];
            (node, notes)
        })
        .collect();
    let view = |name: &str| View {
        name: name.to_owned(),
        summary: "どこに何があるか".to_owned(),
        ..View::default()
    };
    let views = vec![
        View {
            links: true,
            captions,
            ..view("手順2")
        },
        View {
            links: true,
            notes,
            ..view("手順3")
        },
    ];
    (scene, views)
}
