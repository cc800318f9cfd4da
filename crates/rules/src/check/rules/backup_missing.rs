//! There is no backup of medical information (GL 別紙2 3.21).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Environment, Id, Information, Said, Words};
use std::collections::{BTreeMap, BTreeSet};

/// A backup knows no content: it may hold the information under the name lower layers have for it, or
/// as something of that same class. Several devices of one row are one place, which one fault stops.
pub const RULE: Rule = Rule {
    code: "backup-missing",
    mark: Mark::Must,
    guideline: "GL 別紙2 3.21",
    title: Words::new("控え（バックアップ）がない", "There is no backup"),
    why: Words::new(
        "一か所にしかない記録は、故障や攻撃で失われると取り戻せません。診療録は法令で保存も求められています。",
        "What exists in one place only is gone for good after a fault or attack, and the law wants charts kept.",
    ),
    help: Words::new(
        "控えを取る媒体か別の機器を構成に加え、その stores にこの情報（または下の層での呼び名の情報）を書いてください",
        "Add the medium or second device that keeps the backup, and write this information, or its name on lower layers, into its stores",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let medical = subject.medical_information();
    let class_of: BTreeMap<_, _> = service
        .information
        .iter()
        .filter_map(|row| Some((&row.id, row.class.as_ref()?)))
        .collect();
    let mut holders: BTreeMap<&Id<Information>, usize> = BTreeMap::new();
    let mut in_production = BTreeSet::new();
    for device in &service.equipment {
        let stored: BTreeSet<_> = device.stores.iter().collect();
        stored.iter().for_each(|id| *holders.entry(id).or_default() += 1);
        if matches!(device.environment, None | Some(Environment::Production)) {
            in_production.extend(stored);
        }
    }
    let on_media: BTreeSet<_> = service.media.iter().flat_map(|medium| &medium.stores).collect();
    let classes_on_media: BTreeSet<_> = on_media.iter().filter_map(|id| class_of.get(id)).collect();
    for information in &service.information {
        let id = &information.id;
        let below = information
            .carried_as
            .as_ref()
            .and_then(|below| class_of.get(below));
        let kept_twice = on_media.contains(id)
            || holders.get(id).is_some_and(|count| *count > 1)
            || below.is_some_and(|class| classes_on_media.contains(class));
        if medical.contains(id) && in_production.contains(id) && !kept_twice {
            let name = &information.name;
            findings.add(
                About::service::<Information>(subject, id),
                Said::new(
                    format!("「{name}」の控え（バックアップ）がありません"),
                    format!("There is no backup of \"{name}\""),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn what_is_stored_once_is_found() {
        let mut case = Case::clean(&RULE);
        let charts = case.equipment("chart-server").stores[0].clone();
        case.equipment("chart-server").stores = vec![charts.clone()];
        case.equipment("billing-server").stores.clear();
        case.service().media[0].stores.clear();
        assert_eq!(case.found(), [("error", "information", charts.as_str())]);
        case.service().media[0].stores.push(charts.clone());
        assert!(case.found().is_empty());
        case.service().media[0].stores.clear();
        case.equipment("billing-server").stores.push(charts);
        assert!(case.found().is_empty());
    }
}
