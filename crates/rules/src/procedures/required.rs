//! Which fields a record has to fill in, and from which moment on: the guideline names them for every
//! paper (別紙2 1.1③ ④ ⑥, 1.5②, 1.7①, 1.8①, 1.14②, 3.21②; 別紙1-II 6.2, 6.5, 6.6; GL 3.2.3).

use super::record::Record;
use mamori_domain::{RecordKind, StepKind};

/// From when a field is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// From the beginning.
    Always,
    /// Once a step of one of these kinds was taken.
    After(&'static [StepKind]),
    /// While another field holds one of these values.
    Holds(&'static str, &'static [&'static str]),
}

use When::{After, Always, Holds};

/// Fields that go together: of each group one is enough.
struct Wanted {
    fields: &'static [&'static str],
    when: When,
}

const fn wanted(fields: &'static [&'static str], when: When) -> Wanted {
    Wanted { fields, when }
}

const STOP: When = Holds("matter", &["planned_stop"]);
const ACCESS: When = Holds("matter", &["viewing", "taking_out", "storing_at_subcontractor"]);
const REFUSED: When = After(&[StepKind::Refused]);
const SETTLED: When = After(&[StepKind::Settled]);
const AGREED: When = After(&[StepKind::Agreed]);
const TOLD: When = After(&[StepKind::Reported]);
const APPROVED: When = After(&[StepKind::Approved]);
const DONE: When = After(&[StepKind::Performed]);
const KEPT: When = Holds("way", &["keep"]);

fn wanted_of(kind: RecordKind) -> &'static [Wanted] {
    match kind {
        RecordKind::Maintenance => {
            const {
                &[
                    wanted(&["scope"], STOP),
                    wanted(&["start"], STOP),
                    wanted(&["end"], STOP),
                    wanted(&["restore_hours"], STOP),
                    wanted(&["information"], ACCESS),
                    wanted(&["reason"], ACCESS),
                    wanted(&["supplier"], Holds("matter", &["storing_at_subcontractor"])),
                ]
            }
        }
        RecordKind::Incident => {
            const {
                &[
                    wanted(&["aware_at"], TOLD),
                    wanted(&["scope"], TOLD),
                    wanted(&["for_patients"], TOLD),
                    wanted(&["for_authorities"], TOLD),
                    wanted(&["for_public"], TOLD),
                    wanted(&["people"], TOLD),
                ]
            }
        }
        RecordKind::InformationRequest => {
            const {
                &[
                    wanted(&["nondisclosure"], SETTLED),
                    wanted(&["scope"], SETTLED),
                    wanted(&["way"], SETTLED),
                    wanted(&["fee"], SETTLED),
                    wanted(&["substitute"], REFUSED),
                ]
            }
        }
        RecordKind::DataProvision => {
            const {
                &[
                    wanted(&["need"], AGREED),
                    wanted(&["information", "scope"], AGREED),
                    wanted(&["count"], AGREED),
                    wanted(&["format"], AGREED),
                    wanted(&["way"], AGREED),
                    wanted(&["due"], AGREED),
                    wanted(&["cost"], AGREED),
                    wanted(&["erasing_way"], Holds("purpose", &["return"])),
                    wanted(&["erasing_due"], Holds("purpose", &["return"])),
                ]
            }
        }
        RecordKind::Disposal => {
            const {
                &[
                    wanted(&["equipment", "medium"], Always),
                    wanted(&["operator"], DONE),
                    wanted(&["method"], DONE),
                    wanted(&["certificate"], DONE),
                    wanted(&["keep_purpose"], KEPT),
                    wanted(&["information"], KEPT),
                    wanted(&["keep_until"], KEPT),
                    wanted(&["keep_control"], KEPT),
                    wanted(&["keep_contact"], KEPT),
                ]
            }
        }
        RecordKind::ThirdPartyProvision => {
            const {
                &[
                    wanted(&["information"], After(&[StepKind::Given])),
                    wanted(&["at"], After(&[StepKind::Given])),
                ]
            }
        }
        RecordKind::TakeOut => {
            const {
                &[
                    wanted(&["equipment", "media"], APPROVED),
                    wanted(&["out_at"], APPROVED),
                    wanted(&["back_by"], APPROVED),
                    wanted(&["place"], APPROVED),
                    wanted(&["reason"], APPROVED),
                    wanted(&["information", "summary"], APPROVED),
                    wanted(&["risk"], APPROVED),
                    wanted(&["loss_plan"], APPROVED),
                ]
            }
        }
        RecordKind::ReturnCheck => {
            const {
                &[
                    wanted(&["operation"], After(&[StepKind::Checked])),
                    wanted(&["foreign_devices"], After(&[StepKind::Checked])),
                    wanted(&["malware"], After(&[StepKind::Checked])),
                    wanted(&["integrity"], After(&[StepKind::Checked])),
                ]
            }
        }
        RecordKind::ChangeRequest => {
            const {
                &[
                    wanted(&["equipment"], APPROVED),
                    wanted(&["start"], APPROVED),
                    wanted(&["duration_hours"], APPROVED),
                    wanted(&["reason"], APPROVED),
                    wanted(&["risk"], APPROVED),
                    wanted(&["damage_plan"], APPROVED),
                    wanted(&["test"], APPROVED),
                    wanted(&["recovery"], APPROVED),
                    wanted(&["watching"], APPROVED),
                ]
            }
        }
        RecordKind::Erasure => {
            const {
                &[
                    wanted(&["equipment", "medium"], Always),
                    wanted(&["model"], After(&[StepKind::Erased])),
                    wanted(&["number"], After(&[StepKind::Erased])),
                    wanted(&["operator"], After(&[StepKind::Erased])),
                    wanted(&["method"], After(&[StepKind::Erased])),
                    wanted(&["certificate"], After(&[StepKind::Certified])),
                    wanted(&["grounds"], After(&[StepKind::Certified])),
                    wanted(&["consented"], After(&[StepKind::Certified])),
                ]
            }
        }
        RecordKind::EmergencyViewing => {
            const {
                &[
                    wanted(&["institution"], Always),
                    wanted(&["information"], Always),
                    wanted(&["scope"], Always),
                    wanted(&["reason"], Always),
                ]
            }
        }
        RecordKind::MediumEntry => const { &[wanted(&["site"], Always), wanted(&["keeper"], Always)] },
        RecordKind::BackupEntry => {
            const {
                &[
                    wanted(&["model"], Always),
                    wanted(&["content"], Always),
                    wanted(&["use_until"], Always),
                ]
            }
        }
    }
}

impl Record<'_> {
    /// The fields that should be filled in by now and are not; of fields of which one is enough the
    /// first.
    pub fn lacking(&self) -> Vec<&'static str> {
        let empty = |field: &str| self.values.text(field).trim().is_empty();
        let now = |when: When| match when {
            Always => true,
            After(steps) => {
                let taken = self.legal().taken();
                taken.iter().any(|step| steps.contains(&step.step))
            }
            Holds(field, values) => values.contains(&self.values.text(field)),
        };
        let lacking = wanted_of(self.kind).iter().filter(|wanted| now(wanted.when));
        lacking
            .filter(|wanted| wanted.fields.iter().all(|field| empty(field)))
            .map(|wanted| wanted.fields[0])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_domain::description::Level;
    use mamori_domain::scopes_of;

    #[test]
    fn every_field_named_is_one_of_the_kind() {
        for kind in RecordKind::ALL {
            let levels = [Level::Organisation, Level::Service, Level::Institution];
            let mut kinds = levels.into_iter().flat_map(scopes_of);
            let description = kinds.find(|description| description.name == kind.code());
            let description = description.expect("the code is a kind's name");
            for wanted in wanted_of(*kind) {
                let watched = match wanted.when {
                    Holds(field, _) => Some(field),
                    _ => None,
                };
                for field in wanted.fields.iter().copied().chain(watched) {
                    assert!(description.field(field).is_some(), "{}: {field}", kind.code());
                }
            }
        }
    }
}
