//! Every list of the first example, its rows repeated to 10,000, printed in volumes: the memory it
//! takes is that of one volume, whatever the list says.

use crate::cost;
use crate::goals::held;
use crate::pairs::milliseconds;
use crate::session::Session;
use mamori_documents::{DOCUMENTS, Form};
use serde_json::{Map, Value, json};

/// Measures the figure. Memory hardly varies between runs, so each list is printed once.
pub fn measure(session: &Session) -> Result<Value, String> {
    let before = cost::load();
    let (mut page, mut highest) = (Map::new(), 0);
    for kind in DOCUMENTS.iter().filter(|kind| kind.form == Form::Lists) {
        let (cost, mut found) = session.work(&["list", kind.id, "10000"])?;
        let rows = found["rows"].as_u64().unwrap_or(0);
        if rows < 10_000 || found["volumes"].as_u64() < Some(rows.div_ceil(1_000)) {
            return Err(format!(
                "{} is no list of 10,000 rows in volumes: {found}",
                kind.id
            ));
        }
        let peak = cost.peak.div_ceil(1_024);
        highest = highest.max(peak);
        found["cpu_ms"] = json!(milliseconds(cost.cpu));
        found["peak_mib"] = json!(peak);
        eprintln!("{}: {found}", kind.id);
        page.insert(kind.id.to_owned(), found);
    }
    Ok(json!({
        "work": "each list of the example clinic-emr, the rows of its longest table repeated to 10,000",
        "lists": page,
        "load": [before, cost::load()],
        "goals": { "peak": held("lists/peak", highest as f64) },
    }))
}
