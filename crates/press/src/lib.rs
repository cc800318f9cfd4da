//! Prints document trees as HTML, as XLSX and as a site, and drawings as SVG.
//!
//! All presses treat every text of the tree as data: no text becomes markup, formula, link or
//! number format. Characters that could reorder or hide the text around them are shown by their
//! code instead ([`printable`]). No press reads a clock, a file or the network, so the same
//! document always gives the same bytes.

mod blocks;
mod day;
mod fault;
mod html;
mod measure;
mod outline;
mod printable;
mod site;
mod svg;
mod terms;
mod xlsx;

pub use day::Day;
pub use fault::PressFault;
pub use html::html;
pub use measure::{lines, width};
pub use outline::{Step, outline};
pub use printable::{printable, push_code, single_line};
pub use site::{Explained, Page, Site, site};
pub use svg::svg;
pub use xlsx::xlsx;

use mamori_tree::Words;

/// What is added to a text that is repeated because its cell or heading was cut by a page.
pub const CONTINUED: Words = Words::new("（続き）", " (cont.)");

/// Labels of the running head and foot, the same in every press.
pub mod labels {
    use mamori_tree::Words;

    /// Before the provider's name.
    pub const PROVIDER: Words = Words::new("事業者", "Provider");
    /// Before the service's name.
    pub const SERVICE: Words = Words::new("サービス", "Service");
    /// Before the day for which the document speaks.
    pub const AS_OF: Words = Words::new("基準日", "As of");
    /// Before the fingerprint of the model.
    pub const REVISION: Words = Words::new("識別番号", "Revision");
    /// Before the handling mark.
    pub const HANDLING: Words = Words::new("取扱い", "Handling");
    /// What a drawing without a name is called.
    pub const DRAWING: Words = Words::new("図", "Drawing");
}
