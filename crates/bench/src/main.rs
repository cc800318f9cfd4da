//! Measures what `design` figures ask for and writes them to `evidence/`.

mod measure;
mod workload;

fn main() {}
