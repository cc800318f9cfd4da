//! The rules, one file each, named after their codes. The order of mending stands in `register.rs`.

pub(super) mod certificate_missing;
pub(super) mod usb_memory_holds_medical_information;
