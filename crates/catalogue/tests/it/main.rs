//! Tests of the catalogue from outside: one binary, one module per subject.

mod edition_2020_08;
mod edition_files;
mod faulty_print;
mod official_wording;
mod other_edition;
mod planted_faults;
mod planted_in_clauses;
mod planted_in_papers;
