//! The grade of an evaluation period (GL 別紙1-II 7.1 (1) ②).

use crate::GradeTable;

/// How well an evaluation period went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Best.
    A,
    /// Second.
    B,
    /// Third: the next evaluation has to be better.
    C,
    /// Last: the institution may give notice.
    D,
}

impl Grade {
    /// The grade of a number of shortfalls.
    pub fn of(shortfalls: u64, table: &GradeTable) -> Grade {
        match shortfalls {
            count if count <= table.a_at_most => Grade::A,
            count if count <= table.b_at_most => Grade::B,
            count if count <= table.c_at_most => Grade::C,
            _ => Grade::D,
        }
    }

    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Grade::A => "A",
            Grade::B => "B",
            Grade::C => "C",
            Grade::D => "D",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bound_of_the_example_belongs_to_the_better_grade() {
        let grade = |count| Grade::of(count, &GradeTable::default()).letter();
        assert_eq!([0, 1, 10, 11, 20, 21].map(grade), ["A", "B", "B", "C", "C", "D"]);
    }
}
