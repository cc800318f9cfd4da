//! The reader of XLSX files, the workbook and the import of tables, from outside.

mod clinic;
mod corpus;
mod hostile;
mod make;
mod measured;
mod oracle;
mod protection;
mod reader;
mod resaved;
mod tables;
mod workbook;
