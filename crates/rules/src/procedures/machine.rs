//! A procedure as a small table of states and transitions, and the one way to read steps by it.
//!
//! The state of a record is never stored. [`History::read`] follows the steps through the table and
//! gives a history or the first step that cannot be: there is no way to build an illegal history.

use mamori_domain::{Date, RecordStep, Side, StepKind, Words};

/// A state of a record. States are compared by their codes.
#[derive(Debug)]
pub struct State {
    /// The word in JSON, `snake_case`.
    pub code: &'static str,
    /// What it is called.
    pub words: Words,
    /// Whether somebody still owes a step.
    pub open: bool,
}

impl State {
    /// A state in which somebody still owes a step.
    pub const fn open(code: &'static str, ja: &'static str, en: &'static str) -> State {
        State {
            code,
            words: Words::new(ja, en),
            open: true,
        }
    }

    /// A state in which a record may rest for ever.
    pub const fn rest(code: &'static str, ja: &'static str, en: &'static str) -> State {
        State {
            code,
            words: Words::new(ja, en),
            open: false,
        }
    }
}

impl PartialEq for State {
    fn eq(&self, other: &State) -> bool {
        self.code == other.code
    }
}

impl Eq for State {}

/// What a step has to say beyond its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Content, way or reason in words.
    Text,
    /// A record of evidence.
    Evidence,
    /// The time, not only the day.
    Time,
    /// Post and name of who did it.
    Name,
}

impl Need {
    /// What is missing without it.
    pub const fn words(self) -> Words {
        match self {
            Need::Text => Words::new("内容・方法・理由（text）", "its content, way or reason (text)"),
            Need::Evidence => Words::new("証跡（evidence）", "its evidence (evidence)"),
            Need::Time => Words::new("時刻（at を日時で）", "its time of day (at)"),
            Need::Name => Words::new("した人の役職・氏名（name）", "post and name of who did it (name)"),
        }
    }

    /// The field of the step that lacks it.
    pub const fn field(self) -> &'static str {
        match self {
            Need::Text => "text",
            Need::Evidence => "evidence",
            Need::Time => "at",
            Need::Name => "name",
        }
    }

    fn met(self, step: &RecordStep) -> bool {
        match self {
            Need::Text => step.text.is_some(),
            Need::Evidence => step.evidence.is_some(),
            Need::Time => step.at.instant().is_some(),
            Need::Name => step.name.is_some(),
        }
    }
}

/// Whether a step is the way on or only possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Somebody owes it: the regular way on.
    Owed,
    /// It may be taken, such as a refusal.
    Possible,
}

/// A step that may be taken from some states.
#[derive(Debug)]
pub struct Transition {
    /// From which states.
    pub from: &'static [&'static State],
    /// What is done.
    pub step: StepKind,
    /// Into which state; nothing when the record stays where it is.
    pub to: Option<&'static State>,
    /// Who may take it.
    pub by: &'static [Side],
    /// What it has to say.
    pub needs: &'static [Need],
    /// Whether somebody owes it.
    pub way: Way,
}

impl Transition {
    /// A step that somebody owes.
    pub(super) const fn owed(
        from: &'static [&'static State],
        step: StepKind,
        to: &'static State,
        by: &'static [Side],
        needs: &'static [Need],
    ) -> Transition {
        Transition {
            from,
            step,
            to: Some(to),
            by,
            needs,
            way: Way::Owed,
        }
    }

    /// A step that may be taken.
    pub(super) const fn possible(
        from: &'static [&'static State],
        step: StepKind,
        to: Option<&'static State>,
        by: &'static [Side],
        needs: &'static [Need],
    ) -> Transition {
        Transition {
            from,
            step,
            to,
            by,
            needs,
            way: Way::Possible,
        }
    }
}

/// The table of a procedure.
#[derive(Debug)]
pub struct Machine {
    /// What the procedure is called.
    pub words: Words,
    /// Where a record stands without any step.
    pub first: &'static State,
    /// The steps, in the order in which they are regularly taken.
    pub transitions: &'static [Transition],
}

impl Machine {
    /// The steps that may be taken from a state.
    pub fn from(&'static self, state: &State) -> impl Iterator<Item = &'static Transition> {
        let transitions = self.transitions.iter();
        let code = state.code;
        transitions.filter(move |transition| transition.from.iter().any(|from| from.code == code))
    }
}

/// What happened to a record: legal steps only.
#[derive(Debug, Clone)]
pub struct History<'a> {
    machine: &'static Machine,
    state: &'static State,
    taken: Vec<&'a RecordStep>,
}

/// Why a step cannot be where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No such step leads on from the state.
    NotPossible,
    /// It is not for this side to take.
    WrongSide,
    /// It does not say what it has to.
    Lacks(Need),
    /// It lies before the step it follows.
    BeforeTheLast,
}

/// The first step of a record that cannot be, after the history up to it.
#[derive(Debug, Clone)]
pub struct IllegalStep<'a> {
    /// The legal history before it.
    pub before: History<'a>,
    /// The step.
    pub step: &'a RecordStep,
    /// What is wrong with it.
    pub fault: Fault,
}

impl<'a> History<'a> {
    /// Follows the steps of a record in the order they stand.
    ///
    /// # Errors
    /// The first step that is not possible in the state reached, is taken by the wrong side, lacks
    /// something or lies before the step it follows.
    pub fn read(
        machine: &'static Machine,
        steps: impl IntoIterator<Item = &'a RecordStep>,
    ) -> Result<History<'a>, Box<IllegalStep<'a>>> {
        let mut history = History {
            machine,
            state: machine.first,
            taken: Vec::new(),
        };
        for step in steps {
            match history.judge(step) {
                Ok(transition) => {
                    history.state = transition.to.unwrap_or(history.state);
                    history.taken.push(step);
                }
                Err(fault) => {
                    return Err(Box::new(IllegalStep {
                        before: history,
                        step,
                        fault,
                    }));
                }
            }
        }
        Ok(history)
    }

    fn judge(&self, step: &RecordStep) -> Result<&'static Transition, Fault> {
        let alike: Vec<_> = self
            .machine
            .from(self.state)
            .filter(|transition| transition.step == step.step)
            .collect();
        if alike.is_empty() {
            return Err(Fault::NotPossible);
        }
        let transition = alike
            .into_iter()
            .find(|transition| transition.by.contains(&step.by))
            .ok_or(Fault::WrongSide)?;
        if let Some(need) = transition.needs.iter().find(|need| !need.met(step)) {
            return Err(Fault::Lacks(*need));
        }
        match self.taken.last() {
            Some(last) if step.at.is_before(&last.at) => Err(Fault::BeforeTheLast),
            _ => Ok(transition),
        }
    }

    /// The procedure.
    pub fn machine(&self) -> &'static Machine {
        self.machine
    }

    /// Where the record stands.
    pub fn state(&self) -> &'static State {
        self.state
    }

    /// The steps taken.
    pub fn taken(&self) -> &[&'a RecordStep] {
        &self.taken
    }

    /// The last step of a kind.
    pub fn last(&self, step: StepKind) -> Option<&'a RecordStep> {
        self.taken.iter().rev().copied().find(|taken| taken.step == step)
    }

    /// The day of the last step of a kind.
    pub fn day_of(&self, step: StepKind) -> Option<Date> {
        self.last(step).map(|step| step.at.day())
    }

    /// The steps that may come next, those that somebody owes first.
    pub fn possible(&self) -> Vec<&'static Transition> {
        let mut possible: Vec<_> = self.machine.from(self.state).collect();
        possible.sort_by_key(|transition| transition.way == Way::Possible);
        possible
    }

    /// The steps that somebody owes next.
    pub fn owed(&self) -> impl Iterator<Item = &'static Transition> {
        self.machine
            .from(self.state)
            .filter(|transition| transition.way == Way::Owed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_domain::{FieldValue, Id, Moment, RecordKind, Text};

    const ASKED: State = State::open("asked", "依頼中", "asked");
    const DONE: State = State::rest("done", "完了", "done");
    static MACHINE: Machine = Machine {
        words: Words::new("試験", "test"),
        first: &ASKED,
        transitions: &[
            Transition {
                from: &[&ASKED],
                step: StepKind::Used,
                to: None,
                by: &[Side::Provider],
                needs: &[],
                way: Way::Possible,
            },
            Transition {
                from: &[&ASKED],
                step: StepKind::Given,
                to: Some(&DONE),
                by: &[Side::Provider],
                needs: &[Need::Text],
                way: Way::Owed,
            },
        ],
    };

    fn step(kind: StepKind, day: &str, by: Side, text: &str) -> RecordStep {
        RecordStep {
            id: Id::parse("s").expect("an id"),
            kind: RecordKind::InformationRequest,
            record: Text::read("r").expect("text"),
            step: kind,
            at: Moment::read(day).expect("a moment"),
            by,
            name: None,
            text: Some(text)
                .filter(|text| !text.is_empty())
                .map(|text| mamori_domain::Prose::read(text).expect("prose")),
            evidence: None,
        }
    }

    fn fault(steps: &[RecordStep]) -> Fault {
        History::read(&MACHINE, steps).expect_err("it is illegal").fault
    }

    #[test]
    fn a_history_holds_legal_steps_only() {
        use StepKind::{Given, Used};
        let used = step(Used, "2026-10-02", Side::Provider, "");
        let given = |day, by, text| step(Given, day, by, text);
        let steps = [used.clone(), given("2026-10-03", Side::Provider, "郵送")];
        let history = History::read(&MACHINE, &steps).expect("it is legal");
        assert_eq!((history.state().code, history.taken().len()), ("done", 2));
        assert_eq!(history.owed().count(), 0);
        let wrong = given("2026-10-03", Side::Institution, "郵送");
        assert_eq!(fault(&[wrong]), Fault::WrongSide);
        let bare = given("2026-10-03", Side::Provider, "");
        assert_eq!(fault(&[bare]), Fault::Lacks(Need::Text));
        let early = given("2026-10-01", Side::Provider, "郵送");
        assert_eq!(fault(&[used.clone(), early]), Fault::BeforeTheLast);
        let late = [steps[1].clone(), used];
        let illegal = History::read(&MACHINE, &late).expect_err("nothing follows the end");
        assert_eq!(illegal.fault, Fault::NotPossible);
        assert_eq!(illegal.before.taken().len(), 1, "what came before is kept");
    }
}
