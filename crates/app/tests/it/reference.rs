//! The generated reference in `docs/reference/` is what the program would write now.

use crate::golden;
use crate::running::root;

#[test]
fn the_reference_is_up_to_date() {
    for (name, page) in mamori::reference::pages() {
        assert!(page.lines().count() > 20, "{name} says too little");
        golden::compare(&root().join("docs/reference").join(name), &page);
    }
}
