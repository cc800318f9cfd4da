//! Our own words of one document, declared together so that a test can read them all.

/// Declares words in both languages as constants, and `ALL` with every one of them.
macro_rules! wording {
    ($( $(#[$meta:meta])* $name:ident = $ja:literal / $en:literal; )+) => {
        $( $(#[$meta])* pub(super) const $name: mamori_tree::Words = mamori_tree::Words::new($ja, $en); )+

        /// All of them, for the tests.
        #[cfg(test)]
        pub(crate) const ALL: &[mamori_tree::Words] = &[$($name),+];
    };
}
