//! The one list of rules, in the order in which a person would mend what they find: describe the
//! provider and the service, complete the configuration and its flows, judge and treat the risks,
//! answer the control items, write the papers, agree, keep up.

use super::Rule;
use super::rules::*;

/// Every rule of the check.
pub const RULES: &[&Rule] = &[
    // The input itself
    &catalogue_id_unknown::RULE,
    &retired_id_reused::RULE,
    // The provider
    &certificate_missing::RULE,
    // The service
    &position_not_stated::RULE,
    &layer_form_missing::RULE,
    &component_form_missing::RULE,
    &supplier_missing_for_procured_component::RULE,
    &institution_contracted_component_outside_analysis::RULE,
    // Supply chain
    &supplier_without_selection_record::RULE,
    &supplier_chain_broken::RULE,
    &further_tier_without_scope::RULE,
    &supplier_report_missing::RULE,
    &supplier_reassessment_stale::RULE,
    &supplier_audit_missing::RULE,
    &subcontractor_without_consent::RULE,
    &supplier_outside_japanese_law::RULE,
    // Configuration
    &configuration_empty::RULE,
    &site_without_country::RULE,
    &equipment_unconnected::RULE,
    &transport_incomplete::RULE,
    &equipment_in_no_flow::RULE,
    &medium_in_no_flow::RULE,
    &connection_in_no_flow::RULE,
    &transport_in_no_flow::RULE,
    &person_in_no_flow::RULE,
    &development_environment_missing::RULE,
    &external_system_unnamed::RULE,
    // Information flows
    &phase_without_flow::RULE,
    &flow_incomplete::RULE,
    &flow_information_unclassified::RULE,
    &classification_too_coarse::RULE,
    &institution_classification_not_asked::RULE,
    &stored_information_without_end::RULE,
    &statutory_retention_missing::RULE,
    // Threats and risks
    &threat_not_considered::RULE,
    &threat_excluded_without_reason::RULE,
    &advanced_attack_dismissed::RULE,
    &beyond_ten_threats_not_searched::RULE,
    &beyond_scenarios_not_searched::RULE,
    &risk_without_flow::RULE,
    // Special considerations
    &usb_memory_holds_medical_information::RULE,
    &user_single_factor::RULE,
    &administrator_without_second_factor::RULE,
    &administrator_authentication_missing::RULE,
    &log_retention_missing::RULE,
    &log_retention_below_statutory::RULE,
    &connection_encryption_missing::RULE,
    &internet_without_encryption::RULE,
    &tls_version_too_old::RULE,
    &ssl_vpn_used::RULE,
    &ssl_vpn_not_client_type::RULE,
    &ipsec_without_ike::RULE,
    &wireless_mac_filtering_alone::RULE,
    &wireless_control_missing::RULE,
    &wireless_encryption_too_weak::RULE,
    &usb_memory_not_prevented::RULE,
    &continuity_plan_missing::RULE,
    &continuity_scenario_missing::RULE,
    &continuity_content_missing::RULE,
    &continuity_exercise_stale::RULE,
    // Other facts of the configuration
    &remote_maintenance_unprotected::RULE,
    &patient_data_in_development::RULE,
    &transport_unprotected::RULE,
    &backup_missing::RULE,
    &support_ended::RULE,
    // Decisions
    &decision_matches_nothing::RULE,
    &decision_without_reason::RULE,
    &proposals_unreviewed::RULE,
];
