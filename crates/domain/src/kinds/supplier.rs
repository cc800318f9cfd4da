//! The chain of suppliers (GL 2.2): who supplies whom, under whose contract, and what is reported.

use crate::{Country, Date, Evidence, Id, Layer, Text, Tier, YesNo};

choice!(
    /// Who holds the contract with a supplier (GL 2.2, forms 2 and 3).
    ContractHolder {
        Provider = "provider", "自社" / "The provider";
        Institution = "institution", "医療機関等" / "The institution";
        Supplier = "supplier", "上位の供給者" / "The supplier above it";
    }
);

kind! {
    /// A supplier of equipment, platform, infrastructure, transport or work.
    list Supplier "supplier" file "suppliers" at Organisation,
    "供給者" / "Supplier", "委託先・回線・搬送など、ほかの会社です" / "Other companies: subcontractors, carriers and the like";
    id: Id<Supplier>, "ID" / "Id", "このワークスペースで一度だけ使うIDです" / "An id used once in this workspace";
    name: Text, "名称" / "Name", "会社の名称です" / "Name of the company";
    work: Option<Text>, "担う仕事" / "Work", "何を任せているかです" / "What it does";
    layers: Vec<Layer>, "層" / "Layers", "どの層を供給するかです" / "Which layers it supplies";
    tier: Tier, "階層" / "Tier", "自社と直接なら1、その先は2、3…です" / "1 for a direct supplier, 2 and more behind it";
    above: Option<Id<Supplier>>, "上位の供給者" / "Supplier above", "2次以降の場合、どの供給者の先かです" / "For tier 2 and more: behind which supplier";
    contract_with: Option<ContractHolder>, "契約の相手" / "Contract with", "だれがこの会社と契約しているかです" / "Who holds the contract with it";
    country: Option<Country>, "国" / "Country", "適用される法の国です" / "Country whose law applies to it";
    handles_medical_information: Option<YesNo>, "医療情報の取扱い" / "Handles medical information", "医療情報に触れるかどうかです" / "Whether it touches medical information";
    scope: Option<Text>, "範囲" / "Scope", "任せる範囲です" / "Scope of its part";
    reports: Option<Text>, "報告" / "Reports", "何をいつ報告させるかです" / "What it reports and when";
    selected_on: Option<Date>, "選定日" / "Selected on", "選定・再評価した日です" / "Day of selection or re-assessment";
    selection_record: Option<Id<Evidence>>, "選定の記録" / "Selection record", "選定の根拠を示す証跡です" / "Evidence of how it was selected";
    audit: Option<Text>, "監査・代替" / "Audit", "監査の方法、または代わりの確かめ方です" / "How it is audited, or the substitute for that";
}
