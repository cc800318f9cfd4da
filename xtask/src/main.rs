//! Commands.
fn main(){}
