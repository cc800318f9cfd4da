//! An explanation for patients (患者等への説明資料): one page in plain words from the facts of the
//! workspace, for the institution to adapt (GL 4.1, 5.1.6 (2)(ク)).

mod guards;

use crate::places_of_information::{country, kept_at, root};
use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_domain::{Information, Layer, Owner, Supplier, YesNo};
use mamori_rules::check::subcontractors;
use mamori_tree::{Block, Document, Orientation, Words};
use std::collections::BTreeMap;

wording! {
    TITLE = "患者さんへ：診療の記録の預かり方" / "For patients: how your records are kept";
    PURPOSE = "診療の記録をどこに、だれが、どう守って預かっているかを、患者さんとご家族に説明する一枚です。" /
        "Where patients' records are kept, by whom, and how they are guarded, on one page.";
    ADAPT = "医療機関の方へ：【　】を書き入れ、院内の決まりに合わせて直してから、掲示または配布してください。この囲みは消してください。" /
        "For the institution: fill in the places marked [ ], adapt the text to your own rules, then post it or hand it out. Remove this box.";
    OUR_INSTITUTION = "【医療機関の名前】" / "[name of the institution]";
    OPENING = "{0}では、診療の記録を、{1}が提供する「{2}」を使って作り、保存しています。" /
        "{0} makes and keeps its medical records with \"{2}\", a service of {1}.";
    NO_PROVIDER = "【提供する会社】" / "[the company]";
    NO_SERVICE = "【サービスの名前】" / "[the service]";
    WHERE = "どこに、何を保存していますか" / "What is kept, and where?";
    PLACE = "{0}（{1}）：{2}" / "{0} ({1}): {2}";
    COMPANYS = "{0}の{1}" / "{1} of {0}";
    OUR_PLACE = "当院の{0}" / "our own {0}";
    OUR_PLACE_IF_ANY = "【当院の{0}。院内にない場合はこの行を消してください】" /
        "[our own {0}; remove this line if there is none]";
    NO_PLACE = "【記録を保存する場所と国】" / "[where the records are kept, and in which country]";
    NO_COUNTRY = "【国】" / "[country]";
    WHO = "当院のほかに、だれが預かりますか" / "Who keeps them besides us?";
    COMPANY = "{0}：{1}" / "{0}: {1}";
    PROVIDES = "{0}：サービスの提供と運用" / "{0}: provides and runs the service";
    HOW = "どう守っていますか" / "How are they guarded?";
    NO_GUARD = "【守り方】" / "[how they are guarded]";
    HOW_LONG = "いつまで残しますか" / "How long are they kept?";
    YEARS = "法律で残すと決まっている年数：{0}。" / "By law they are kept for: {0}.";
    OF = "{0} {1}年" / "{0} {1} years";
    NO_YEARS = "【残す年数】" / "[for how many years]";
    AT_END = "このサービスをやめるときに、記録を返してもらい、会社の側から消す手順を決めています。" /
        "When we stop using the service, the records come back to us and the company erases its copies, as settled beforehand.";
    RIGHTS = "患者さんができること" / "What you can do";
    RIGHT_TO_SEE = "ご自分の記録を見ることや、写しを受け取ることを、当院に求められます。" /
        "You can ask us to see your own records or to have a copy of them.";
    RIGHT_TO_MEND = "記録に誤りがあれば、直すように求められます。決まりに反した使い方があれば、やめるように求められます。" /
        "You can ask us to correct what is wrong, and to stop any use against the rules.";
    ASK = "おたずねの窓口" / "Whom to ask";
    DESK = "【窓口の名前・場所】　電話【　】　受付【曜日・時間】" / "[name and place of the desk], telephone [ ], open [days and hours]";
    MORE = "ほか {0} 件" / "{0} more";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "patients",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

/// How many entries a list may have, so that the page stays one page.
const ENTRIES_MAX: usize = 4;

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    // Patients need neither the guideline nor the institution's own name as a fact.
    document.facts.clear();
    // Their page goes to the waiting room, so the mark of papers for contract partners is not its own.
    document.running.confidentiality.clear();
    let blocks = &mut document.blocks;
    blocks.push(Block::Note(paper.say(ADAPT).to_owned()));
    blocks.push(Block::Paragraph(opening(paper)));
    let mut section = |title: Words, mut entries: Vec<String>, none: Words| {
        if entries.is_empty() {
            entries.push(paper.say(none).to_owned());
        }
        let more = entries.len().saturating_sub(ENTRIES_MAX + 1);
        if more > 0 {
            entries.truncate(ENTRIES_MAX);
            entries.push(paper.fill(MORE, &[&(more + 1).to_string()]));
        }
        blocks.push(heading(1, paper.say(title)));
        blocks.push(Block::List(entries));
    };
    section(WHERE, places(paper), NO_PLACE);
    section(WHO, companies(paper), NO_PROVIDER);
    section(HOW, guards::guards(paper), NO_GUARD);
    section(HOW_LONG, kept(paper), NO_YEARS);
    let rights = [RIGHT_TO_SEE, RIGHT_TO_MEND].map(|words| paper.say(words).to_owned());
    section(RIGHTS, rights.to_vec(), RIGHT_TO_SEE);
    section(ASK, vec![paper.say(DESK).to_owned()], DESK);
    document
}

fn opening(paper: &Paper<'_>) -> String {
    let institution = paper.institution().and_then(|one| one.profile.name.as_deref());
    let provider = paper.subject.workspace.organisation.profile.name.as_deref();
    let service = paper.subject.service.profile.name.as_deref();
    let values = [
        (institution, OUR_INSTITUTION),
        (provider, NO_PROVIDER),
        (service, NO_SERVICE),
    ];
    let values = values.map(|(value, none)| value.unwrap_or(paper.say(none)));
    paper.fill(OPENING, &values)
}

/// Each place with its country and what it keeps. The provider's own places are called by its name: on a
/// page that the institution hands out, "our own" would mean the institution's.
fn places(paper: &Paper<'_>) -> Vec<String> {
    let provider = paper.subject.workspace.organisation.profile.name.as_deref();
    kept_at(paper)
        .into_iter()
        .map(|(site, information)| {
            let found = root(paper, site).and_then(|root| root.country.as_ref());
            let country = found.map_or(paper.say(NO_COUNTRY), |one| country(paper, one));
            let names: Vec<&str> = information.iter().map(|id| paper.information(id)).collect();
            let owner = root(paper, site).and_then(|root| root.owner);
            let place = match (owner, provider) {
                (Some(Owner::Provider), Some(name)) => paper.fill(COMPANYS, &[name, paper.site(site)]),
                // A place of one institution is drawn for all that use the service.
                (Some(Owner::Institution), _) if paper.subject.institutions().count() > 1 => {
                    paper.fill(OUR_PLACE_IF_ANY, &[paper.site(site)])
                }
                (Some(Owner::Institution), _) => paper.fill(OUR_PLACE, &[paper.site(site)]),
                _ => paper.site(site).to_owned(),
            };
            paper.fill(PLACE, &[&place, country, &paper.list(&names)])
        })
        .collect()
}

/// The provider, and the companies under it that touch medical information.
fn companies(paper: &Paper<'_>) -> Vec<String> {
    let organisation = &paper.subject.workspace.organisation;
    let mut found = Vec::new();
    if let Some(name) = &organisation.profile.name {
        found.push(paper.fill(PROVIDES, &[name]));
    }
    let touches = |one: &&Supplier| one.handles_medical_information == Some(YesNo::Yes);
    let under = subcontractors(paper.subject.service, &organisation.suppliers);
    found.extend(
        under
            .into_iter()
            .filter(touches)
            .map(|supplier| match &supplier.work {
                Some(work) => paper.fill(COMPANY, &[&supplier.name, work]),
                None => supplier.name.to_string(),
            }),
    );
    found
}

/// The statutory years, information with the same number of years together; what happens at the end.
fn kept(paper: &Paper<'_>) -> Vec<String> {
    let medical = paper.subject.medical_information();
    let mut by_years: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    // Lower layers have names of their own for the same information; patients know the application's.
    let known = |row: &Information| row.layers.is_empty() || row.layers.contains(&Layer::Application);
    for row in &paper.subject.service.information {
        if let Some(years) = row.retention.filter(|years| years.0 > 0)
            && medical.contains(&row.id)
            && known(row)
        {
            by_years.entry(years.0).or_default().push(&row.name);
        }
    }
    let years: Vec<String> = by_years
        .iter()
        .rev()
        .map(|(years, names)| paper.fill(OF, &[&paper.list(names), &years.to_string()]))
        .collect();
    let mut found = Vec::new();
    if !years.is_empty() {
        let years: Vec<&str> = years.iter().map(String::as_str).collect();
        found.push(paper.fill(
            YEARS,
            &[&years.join(if paper.is_japanese() { "／" } else { "; " })],
        ));
    }
    if paper.subject.service.contract_end.procedure.is_some() {
        found.push(paper.say(AT_END).to_owned());
    }
    found
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, guards::ALL].concat()
}
