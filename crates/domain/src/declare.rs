//! The declarations kinds are made of: `kind!`, `choice!`, `quantity!` and `scope!`.
//!
//! One declaration gives the typed structure, its description and the way from raw values and back,
//! so that no field can exist in one of them and be missing in another, and no label or help text
//! can lack a language.

/// Declares a kind of thing: a `single` thing, a `list` of what there is, or `record`s of what
/// happened. The English help of a field is its documentation. The first field of a list is its key,
/// unless `key(…)` names the fields that make it. `checked(…)` names a function that looks at a row whose
/// fields could all be read, for what no single field can tell.
macro_rules! kind {
    (
        $(#[$meta:meta])*
        $shape:ident $type:ident $name:literal file $file:literal $(key($($key:ident)+))? $(checked($check:path))? at $($level:ident)+,
        $ja:literal / $en:literal, $help_ja:literal / $help_en:literal;
        $( $field:ident : $field_type:ty, $label_ja:literal / $label_en:literal, $field_help_ja:literal / $field_help_en:literal; )+
    ) => {
        kind!(@type $shape, $(#[$meta])* $type { $( #[doc = $field_help_en] $field: $field_type, )+ });

        impl $crate::build::Kind for $type {
            const NAME: &'static str = $name;
            const DESCRIPTION: &'static $crate::description::KindDescription =
                &$crate::description::KindDescription {
                    name: $name,
                    file: $file,
                    shape: kind!(@shape $shape),
                    key: kind!(@key $shape, [$($($key)+)?] $($field)+),
                    tense: kind!(@tense $shape),
                    levels: &[$($crate::description::Level::$level),+],
                    label: $crate::Words::new($ja, $en),
                    help: $crate::Words::new($help_ja, $help_en),
                    fields: &[$(
                        $crate::description::FieldDescription {
                            name: stringify!($field),
                            value: <$field_type as $crate::FieldValue>::TYPE,
                            required: <$field_type as $crate::FieldValue>::REQUIRED,
                            label: $crate::Words::new($label_ja, $label_en),
                            help: $crate::Words::new($field_help_ja, $field_help_en),
                        },
                    )+],
                };

            fn read(row: &$crate::raw::RawRow, problems: &mut Vec<$crate::Problem>) -> Option<Self> {
                let mut fields = Self::DESCRIPTION.fields.iter();
                $( let $field = $crate::build::read_field::<$field_type>(fields.next()?, row, problems); )+
                let read = $type { $( $field: $field?, )+ };
                $( $check(&read, row, problems); )?
                Some(read)
            }

            fn write(&self) -> $crate::raw::RawRow {
                let mut cells = Vec::new();
                $( $crate::build::write_field(stringify!($field), &self.$field, &mut cells); )+
                $crate::raw::RawRow { place: $crate::raw::Place::Made, cells }
            }
        }
    };
    (@shape single) => { $crate::description::Shape::Single };
    (@shape list) => { $crate::description::Shape::List };
    (@shape record) => { $crate::description::Shape::List };
    (@tense single) => { $crate::description::Tense::Present };
    (@tense list) => { $crate::description::Tense::Present };
    (@tense record) => { $crate::description::Tense::Past };
    (@type single, $(#[$meta:meta])* $type:ident { $($fields:tt)* }) => {
        kind!(@struct #[derive(Default)] $(#[$meta])* $type { $($fields)* });
    };
    (@type list, $(#[$meta:meta])* $type:ident { $($fields:tt)* }) => {
        kind!(@struct $(#[$meta])* $type { $($fields)* });
    };
    (@type record, $(#[$meta:meta])* $type:ident { $($fields:tt)* }) => {
        kind!(@struct $(#[$meta])* $type { $($fields)* });
    };
    (@struct $(#[$meta:meta])* $type:ident { $( #[doc = $doc:literal] $field:ident : $field_type:ty, )+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $type {
            $( #[doc = $doc] pub $field: $field_type, )+
        }
    };
    (@key single, [] $($field:ident)+) => { &[] };
    (@key list, [] $first:ident $($rest:ident)*) => { &[stringify!($first)] };
    (@key list, [$($key:ident)+] $($field:ident)+) => { &[$(stringify!($key)),+] };
    (@key record, $($rest:tt)+) => { kind!(@key list, $($rest)+) };
}

/// Declares a closed set of codes, each with its name in both languages.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        $type:ident { $( $variant:ident = $code:literal, $ja:literal / $en:literal; )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $( #[doc = $en] $variant, )+ }

        impl $type {
            /// All values in the order they are offered.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// The code in files.
            pub const fn code(self) -> &'static str {
                match self { $( $type::$variant => $code, )+ }
            }

            /// What it is called.
            pub const fn words(self) -> $crate::Words {
                match self { $( $type::$variant => $crate::Words::new($ja, $en), )+ }
            }
        }

        impl $crate::FieldValue for $type {
            const REQUIRED: bool = true;
            const TYPE: $crate::description::ValueType = $crate::description::ValueType::Choice(&[
                $( $crate::description::Choice { code: $code, words: $crate::Words::new($ja, $en) }, )+
            ]);
            fn read(text: &str) -> Result<Self, $crate::Said> {
                let text = text.trim();
                Self::ALL.iter().copied().find(|value| value.code() == text)
                    .ok_or_else(|| $crate::value_not_in_choices(text, Self::TYPE))
            }
            fn write(&self) -> String { self.code().to_owned() }
        }
    };
}

/// Declares a whole number with its bounds and unit.
macro_rules! quantity {
    ( $(#[$meta:meta])* $type:ident, $min:literal ..= $max:literal, $ja:literal / $en:literal ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $type(pub i64);

        impl $crate::FieldValue for $type {
            const REQUIRED: bool = true;
            const TYPE: $crate::description::ValueType = $crate::description::ValueType::Integer {
                min: $min, max: $max, unit: $crate::Words::new($ja, $en),
            };
            fn read(text: &str) -> Result<Self, $crate::Said> {
                $crate::whole_number(text, $min, $max, $crate::Words::new($ja, $en)).map($type)
            }
            fn write(&self) -> String { self.0.to_string() }
        }
    };
}

/// Declares what a scope holds: `one` for single things, `many` for lists.
macro_rules! scope {
    (
        $(#[$meta:meta])*
        $type:ident { $( $(#[$field_meta:meta])* $count:ident $field:ident : $kind:ty, )+ }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $type {
            $( $(#[$field_meta])* pub $field: scope!(@type $count $kind), )+
        }

        impl $type {
            /// Descriptions of the kinds it holds, in the order they are written.
            pub const KINDS: &'static [&'static $crate::description::KindDescription] =
                &[$( <$kind as $crate::build::Kind>::DESCRIPTION, )+];

            pub(crate) fn read_lists(raw: &$crate::raw::RawScope, problems: &mut Vec<$crate::Problem>) -> Self {
                $type { $( $field: scope!(@read $count $kind, raw, problems), )+ }
            }

            pub(crate) fn write_lists(&self) -> Vec<$crate::raw::RawList> {
                let mut lists = Vec::new();
                $( scope!(@write $count $kind, &self.$field, &mut lists); )+
                lists
            }
        }
    };
    (@type one $kind:ty) => { $kind };
    (@type many $kind:ty) => { Vec<$kind> };
    (@read one $kind:ty, $raw:ident, $problems:ident) => { $crate::build::read_one::<$kind>($raw, $problems) };
    (@read many $kind:ty, $raw:ident, $problems:ident) => { $crate::build::read_many::<$kind>($raw, $problems) };
    (@write one $kind:ty, $value:expr, $lists:expr) => {
        $crate::build::write_list::<$kind>(std::slice::from_ref($value), $lists)
    };
    (@write many $kind:ty, $value:expr, $lists:expr) => { $crate::build::write_list::<$kind>($value, $lists) };
}
