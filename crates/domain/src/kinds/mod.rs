//! The kinds of things, one file a subject.

mod agreement;
mod answer;
mod clause;
mod configuration;
mod evidence;
mod information;
mod institution;
mod organisation;
mod papers;
mod procedures;
mod risk;
mod service;
mod settings;
mod sla_terms;
mod supplier;

pub use agreement::*;
pub use answer::*;
pub use clause::*;
pub use configuration::*;
pub use evidence::*;
pub use information::*;
pub use institution::*;
pub use organisation::*;
pub use papers::*;
pub use procedures::*;
pub use risk::*;
pub use service::*;
pub use settings::*;
pub use sla_terms::*;
pub use supplier::*;
