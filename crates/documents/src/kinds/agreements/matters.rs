//! What has to be agreed with an institution: the papers, residual risks, control items, SLA clauses,
//! requests, subcontractors and what prevents the recurrence of incidents.

use crate::Paper;
use crate::risk_groups::group;
use mamori_catalogue::ControlItem;
use mamori_domain::{
    Agreement, AgreementState, AgreementSubject, AnswerStatus, ClauseUse, Date, Institution, Supplier, Text,
    Treatment, TreatmentOption, YesNo,
};
use mamori_rules::answers::{agreement_on, agreement_on_item};
use mamori_rules::check::{covering, subcontractors};
use mamori_tree::Words;

wording! {
    PAPER = "文書の全体" / "Paper as a whole";
    RESIDUAL = "残存リスクの保有" / "Retained risk";
    CONTROL = "対策項目" / "Control item";
    CLAUSE = "SLAの条項" / "SLA clause";
    REQUEST = "お願いする事項" / "Request";
    CONSENT = "再委託の同意" / "Consent to a subcontractor";
    PREVENTION = "再発の防止" / "Preventing recurrence";
    CHANGED = "{0}（変更）：{1}" / "{0} (changed): {1}";
    LEFT_OUT = "{0}（使わない）：{1}" / "{0} (left out): {1}";
    RETAINED = "{0}\n保有の理由：{1}" / "{0}\nRetained because: {1}";
    REQUESTED = "{0}：{1}" / "{0}: {1}";
    WORK = "{0}（{1}）" / "{0} ({1})";
    INCIDENT = "{0} {1}：{2}" / "{0} {1}: {2}";
    NOTHING = "記載なし" / "nothing written";
    APPENDIX = "別紙2 {0}" / "Appendix 2, {0}";
    SAMPLE = "別紙1 II {0}" / "Appendix 1 II {0}";
}

/// Papers that are agreed as a whole, with the section that asks for it.
const PAPERS: &[(AgreementSubject, &str)] = &[
    (AgreementSubject::Treatments, "GL 5.1.6(1)"),
    (AgreementSubject::Regulation, "GL 5.1.6(2)"),
    (AgreementSubject::Disclosure, "GL 3.2.1"),
    (AgreementSubject::Sla, "GL 3.2.1"),
    (AgreementSubject::Requests, "GL 5.1.5(2)"),
    (AgreementSubject::ContractEnd, "GL 3.2.2"),
    (AgreementSubject::Continuity, "GL 別紙2 1.10"),
];

/// Where a matter stands.
pub(super) enum State<'a> {
    /// Nothing is written down.
    Open,
    /// An agreement, or its state on the way.
    Agreement(&'a Agreement),
    /// A consent of its own kind.
    Consented {
        /// The day.
        date: Date,
        /// Its scope, where it has one.
        scope: Option<Text>,
    },
}

/// Something that has to be agreed.
pub(super) struct Matter<'a> {
    /// What kind of thing it is.
    pub(super) kind: Words,
    /// What it is.
    pub(super) text: String,
    /// The place in the guideline that asks for it.
    pub(super) basis: String,
    /// Where it stands.
    pub(super) standing: State<'a>,
}

impl Matter<'_> {
    /// Its state; none when nothing was proposed.
    pub(super) fn state(&self) -> Option<AgreementState> {
        match &self.standing {
            State::Open => None,
            State::Agreement(agreement) => Some(agreement.state),
            State::Consented { .. } => Some(AgreementState::Agreed),
        }
    }

    /// Whether it is a paper that is agreed as a whole.
    pub(super) fn is_whole_paper(&self) -> bool {
        self.kind == PAPER
    }

    /// What is disagreed comes first, then what nobody proposed, then the way to agreement and its end.
    fn urgency(&self) -> u8 {
        match self.state() {
            Some(AgreementState::Disagreed) => 0,
            None => 1,
            Some(AgreementState::Proposed) => 2,
            Some(AgreementState::Understood) => 3,
            Some(AgreementState::Agreed) => 4,
            Some(AgreementState::Ended) => 5,
        }
    }
}

/// Everything to agree with an institution, what is open first; without one, everything is open.
pub(super) fn matters<'a>(paper: &Paper<'a>, institution: Option<&'a Institution>) -> Vec<Matter<'a>> {
    let with = With { paper, institution };
    let mut found = Vec::new();
    with.papers(&mut found);
    with.residual(&mut found);
    with.consents(&mut found);
    with.requests(&mut found);
    with.clauses(&mut found);
    with.controls(&mut found);
    with.prevention(&mut found);
    found.sort_by_key(Matter::urgency);
    found
}

struct With<'p, 'a> {
    paper: &'p Paper<'a>,
    institution: Option<&'a Institution>,
}

impl<'a> With<'_, 'a> {
    fn on(&self, subject: AgreementSubject, clause: Option<&str>) -> Option<&'a Agreement> {
        agreement_on(&self.paper.subject, self.institution?, subject, clause)
    }

    fn papers(&self, found: &mut Vec<Matter<'a>>) {
        found.extend(PAPERS.iter().map(|(subject, basis)| Matter {
            kind: PAPER,
            text: self.paper.say(subject.words()).to_owned(),
            basis: match basis.strip_prefix("GL 別紙2 ") {
                Some(measure) => self.paper.fill(APPENDIX, &[measure]),
                None => (*basis).to_owned(),
            },
            standing: standing(self.on(*subject, None)),
        }));
    }

    fn residual(&self, found: &mut Vec<Matter<'a>>) {
        let retains = |row: &&Treatment| {
            row.options.contains(&TreatmentOption::Retain) || row.retained_because.is_some()
        };
        for row in self.paper.subject.service.treatments.iter().filter(retains) {
            let remains = row
                .residual
                .as_deref()
                .map_or_else(|| heads(self.paper, row), str::to_owned);
            let text = match &row.retained_because {
                Some(reason) => self.paper.fill(RETAINED, &[&remains, reason]),
                None => remains,
            };
            found.push(Matter {
                kind: RESIDUAL,
                text,
                basis: "GL 5.1.4".to_owned(),
                standing: standing(self.on(AgreementSubject::Treatments, None)),
            });
        }
    }

    fn consents(&self, found: &mut Vec<Matter<'a>>) {
        let suppliers = &self.paper.subject.workspace.organisation.suppliers;
        let touches = |one: &&Supplier| one.handles_medical_information == Some(YesNo::Yes);
        for supplier in subcontractors(self.paper.subject.service, suppliers)
            .into_iter()
            .filter(touches)
        {
            let mut consents = self.institution.into_iter().flat_map(|one| &one.consents);
            let consent = consents.find(|consent| consent.supplier == supplier.id);
            let work = supplier.work.as_ref();
            found.push(Matter {
                kind: CONSENT,
                text: work.map_or_else(
                    || supplier.name.to_string(),
                    |work| self.paper.fill(WORK, &[&supplier.name, work]),
                ),
                basis: self.paper.fill(APPENDIX, &["1.9"]),
                standing: consent.map_or(State::Open, |consent| State::Consented {
                    date: consent.date,
                    scope: consent.scope.clone(),
                }),
            });
        }
    }

    fn requests(&self, found: &mut Vec<Matter<'a>>) {
        let requests = self.paper.subject.service.requests.iter();
        found.extend(requests.map(|request| Matter {
            kind: REQUEST,
            text: self.paper.fill(REQUESTED, &[&request.title, &request.text]),
            basis: "GL 5.1.5(2)".to_owned(),
            standing: standing(self.on(AgreementSubject::Requests, None)),
        }));
    }

    /// Clauses changed or left out; those used as they are go with the SLA. The institution's own row
    /// on a clause counts before the service's.
    fn clauses(&self, found: &mut Vec<Matter<'a>>) {
        let paper = self.paper;
        let own = covering::clauses(self.institution.map_or(&[], |one| &one.clauses));
        let general = covering::clauses(&paper.subject.service.clauses);
        for clause in paper.subject.catalogue.sla().clauses.iter() {
            let chapter = clause.chapter.to_string();
            let row = own
                .on(clause.id.as_str(), &chapter)
                .or_else(|| general.on(clause.id.as_str(), &chapter));
            let title = paper.text(&clause.title);
            let nothing = paper.say(NOTHING);
            let text = match row {
                Some(row) if row.usage == ClauseUse::Changed => {
                    let text = row.text.as_deref().unwrap_or(nothing);
                    paper.fill(CHANGED, &[title, text])
                }
                Some(row) if row.usage == ClauseUse::LeftOut => {
                    let reason = row.reason.as_deref().unwrap_or(nothing);
                    paper.fill(LEFT_OUT, &[title, reason])
                }
                _ => continue,
            };
            let on_clause = self.on(AgreementSubject::Clause, Some(clause.id.as_str()));
            found.push(Matter {
                kind: CLAUSE,
                text,
                basis: paper.fill(SAMPLE, &[&clause.number]),
                standing: standing(on_clause.or_else(|| self.on(AgreementSubject::Sla, None))),
            });
        }
    }

    fn controls(&self, found: &mut Vec<Matter<'a>>) {
        let paper = self.paper;
        let applies = |item: &&ControlItem| {
            let answer = paper.answers.get(&item.id);
            answer.and_then(|answer| answer.status) != Some(AnswerStatus::NotApplicable)
        };
        // An item that repeats another is agreed with it.
        let to_agree = |item: &&ControlItem| item.duties.agree && item.duplicate_of.is_none();
        let items = paper.subject.catalogue.items().iter();
        for item in items.filter(to_agree).filter(applies) {
            let agreement = self
                .institution
                .and_then(|institution| agreement_on_item(&paper.subject, institution, item));
            found.push(Matter {
                kind: CONTROL,
                text: paper.text(&item.duty).to_owned(),
                basis: paper.fill(APPENDIX, &[item.id.as_str()]),
                standing: standing(agreement),
            });
        }
    }

    fn prevention(&self, found: &mut Vec<Matter<'a>>) {
        let incidents = &self.paper.subject.workspace.organisation.incidents;
        for incident in incidents {
            let Some(prevention) = &incident.prevention else {
                continue;
            };
            let date = incident.date.to_string();
            found.push(Matter {
                kind: PREVENTION,
                text: self.paper.fill(INCIDENT, &[&date, &incident.title, prevention]),
                basis: "GL 3.2.3".to_owned(),
                standing: incident
                    .prevention_agreed
                    .map_or(State::Open, |date| State::Consented { date, scope: None }),
            });
        }
    }
}

fn standing(agreement: Option<&Agreement>) -> State<'_> {
    agreement.map_or(State::Open, State::Agreement)
}

/// The threats a treatment is about, for one whose remainder nobody described.
fn heads(paper: &Paper<'_>, row: &Treatment) -> String {
    let covers = |id: &str| row.risks.iter().any(|pattern| pattern.covers(id));
    let risks = paper.derived.risks.iter();
    let groups = group(
        paper,
        risks.filter(|risk| risk.standing.counts() && covers(&risk.id)),
    );
    let mut threats: Vec<&str> = groups.iter().map(|one| one.threat.as_str()).collect();
    threats.dedup();
    if threats.is_empty() {
        row.id.to_string()
    } else {
        paper.list(&threats)
    }
}
