//! Users sign in with one factor where medical information is handled (GL 5.1.5 (1)①).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::{Catalogue, ItemId};
use mamori_domain::{AnswerStatus, Authentication, Equipment, EquipmentKind, Said, Words};

/// The field shows users as they sign in before treatment. What is done about it stands in the answer to
/// the control items that bring a second factor, so nothing is said once they are carried out: in full, and
/// confirmed. An alternative counts too: a second factor asked for at the door of the room is held to be
/// as good (MHLW guideline 6.5 D-5). A certificate alone is one factor. Another company's system is that company's to mend.
pub const RULE: Rule = Rule {
    code: "user-single-factor",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)①",
    title: Words::new("利用者認証が一要素", "Users sign in with one factor"),
    why: Words::new(
        "パスワードだけの認証は、知られただけで破られます。記憶・生体・物のうち二つ以上を組み合わせれば、片方が漏れても守れます。",
        "A password alone is broken as soon as it is known. Two of knowledge, body and possession still guard when one of them leaks.",
    ),
    help: Words::new(
        "二要素以上の認証を取り入れ、対策項目への回答（answers.csv）を実施（implemented）に改めてください。部屋に入るときの本人確認と合わせて二要素になる場合は、代替策（alternative）としてそのことを書きます",
        "Bring in a second factor and set the answer to the control item (answers.csv) to implemented; where a check on entering the room makes two together, answer alternative and say so",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let items = bringing_a_second_factor(subject.catalogue);
    if !items.is_empty() && items.iter().all(|item| is_carried_out(assessment, item)) {
        return;
    }
    let also = match items
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
    {
        none if none.is_empty() => Said::new("", ""),
        named => Said::new(
            format!("。二要素にする対策（{named}）も済んでいません"),
            format!("; a second factor ({named}) is not in place"),
        ),
    };
    let medical = subject.medical_information();
    for device in &subject.service.equipment {
        if one_factor(device) && device.handles.iter().any(|id| medical.contains(id)) {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("user_authentication"),
                Said::new(
                    format!("「{name}」の利用者認証が一要素です{}", also.ja),
                    format!("Users sign in to \"{name}\" with one factor{}", also.en),
                ),
            );
        }
    }
}

/// The control items that bring users a second factor, as the edition names them.
fn bringing_a_second_factor(catalogue: &Catalogue) -> &[ItemId] {
    let fact = catalogue.derivation().likelihood.get("user-multi-factor");
    fact.map_or(&[], |fact| &fact.brought_by)
}

/// Whether an item is done for all it asks, by the provider's own or a confirmed answer. In part is not
/// enough: nobody can tell which users are left with a password alone.
fn is_carried_out(assessment: &Assessment<'_>, item: &ItemId) -> bool {
    use AnswerStatus::{Alternative, Implemented};
    assessment.answers.get(item).is_some_and(|answer| {
        matches!(answer.status, Some(Implemented | Alternative)) && !answer.is_unconfirmed()
    })
}

fn one_factor(device: &Equipment) -> bool {
    use Authentication::{Certificate, None, Password};
    let one = matches!(device.user_authentication, Some(None | Password | Certificate));
    one && device.kind != EquipmentKind::OtherSystem
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    /// The example with the users' second factor answered so.
    fn answered(status: AnswerStatus) -> Case {
        let mut case = Case::clean(&RULE);
        let rows = &mut case.service().answers;
        let row = rows.iter_mut().find(|row| row.item.as_str() == "3.1.⑤");
        row.expect("the example answers it").status = status;
        case
    }

    #[test]
    fn a_terminal_with_one_factor_is_found_until_the_second_is_in_place() {
        let terminals = ["questionnaire-tablet", "billing-terminal", "chart-terminal"];
        for open in [AnswerStatus::Planned, AnswerStatus::Partly] {
            let mut case = answered(open);
            assert_eq!(case.found(), terminals.map(|id| ("warning", "equipment", id)));
            assert!(case.told().contains("3.1.⑤-1"));
        }
        assert!(answered(AnswerStatus::Alternative).found().is_empty());
    }

    #[test]
    fn only_one_factor_on_medical_information_matters() {
        let mut case = answered(AnswerStatus::Planned);
        case.service()
            .equipment
            .iter_mut()
            .for_each(|device| device.user_authentication = Some(Authentication::MultiFactor));
        assert!(case.found().is_empty());
        case.equipment("chart-terminal").user_authentication = Some(Authentication::Certificate);
        assert_eq!(case.found(), [("warning", "equipment", "chart-terminal")]);
        case.equipment("chart-terminal").handles.clear();
        assert!(case.found().is_empty());
    }

    #[test]
    fn a_standard_answer_nobody_confirmed_silences_nothing() {
        let mut case = Case::clean(&RULE);
        let unconfirmed = |assessment: &mut Assessment<'_>| {
            let answer = assessment
                .answers
                .iter_mut()
                .find(|(id, _)| id.as_str() == "3.1.⑤-1");
            answer.expect("it is an item").1.origin = crate::answers::Origin::Standard {
                name: "saas-own-data-centre".parse().expect("an id"),
                confirmed: false,
            };
        };
        assert_eq!(case.found_after(unconfirmed).len(), 3);
    }
}
