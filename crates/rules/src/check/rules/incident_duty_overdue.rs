//! What an incident makes the provider owe was done late or is overdue (GL 3.2.3).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::owed::owed;
use crate::procedures::{incident_history, owed::Owed};
use mamori_domain::{Incident, Said, Words};

/// The report to institutions, and what the law on personal information demands; the deadlines stand
/// in the data with their source.
pub const RULE: Rule = Rule {
    code: "incident-duty-overdue",
    mark: Mark::Must,
    guideline: "GL 3.2.3",
    title: Words::new("事故の報告が期限を過ぎている", "A report on an incident is late"),
    why: Words::new(
        "医療機関等は、患者への説明と官庁への報告に期限があります。知らせが遅れると間に合いません。",
        "The institution has deadlines towards patients and authorities and cannot meet them when it is told late.",
    ),
    help: Words::new(
        "すぐに報告し、organisation/steps.csv に書いてください（reported、authority_preliminary、authority_final）",
        "Report at once and write it into organisation/steps.csv (reported, authority_preliminary, authority_final)",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let organisation = &whole.workspace.organisation;
    for row in &organisation.incidents {
        let history = incident_history(row, &organisation.steps);
        let all = owed(row, &history, whole.catalogue);
        for Owed {
            what,
            by,
            source,
            done,
            ..
        } in all.iter().filter(|one| one.late(whole.as_of))
        {
            let Some(by) = by else { continue };
            let title = &row.title;
            let (ja, en) = match done {
                Some(day) => (format!("{day}に行っています"), format!("done on {day}")),
                None => ("まだ行っていません".to_owned(), "not done yet".to_owned()),
            };
            findings.add(
                About::organisation::<Incident>(&row.id),
                Said::new(
                    format!(
                        "事故「{title}」：{}は{by}までですが、{ja}（{}）",
                        what.ja, source.ja
                    ),
                    format!(
                        "Incident \"{title}\": {} was due by {by}, {en} ({})",
                        what.en, source.en
                    ),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::incidents::complete;
    use crate::check::testing::Case;
    use mamori_domain::Count;

    #[test]
    fn reports_keep_their_deadlines() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.incidents.push(complete());
        assert!(case.found().is_empty());
        let row = case
            .workspace
            .organisation
            .incidents
            .last_mut()
            .expect("an incident");
        (row.reported, row.people) = (None, Some(Count(1)));
        assert_eq!(
            case.found(),
            [("error", "incident", "incident-1"); 3],
            "institutions, preliminary, final"
        );
        assert!(
            case.told().contains("2026-09-30"),
            "30 days, the first counts: {}",
            case.told()
        );
        case.as_of = "2026-09-05".parse().expect("a day");
        assert_eq!(case.found().len(), 1, "two days are left for the law");
        case.workspace.organisation.incidents[0].people = Some(Count(0));
        assert_eq!(
            case.found(),
            [("error", "incident", "incident-1")],
            "institutions are told all the same"
        );
    }
}
