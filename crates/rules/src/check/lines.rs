//! What guards a line: which networks are open to strangers, and which encryption fits them
//! (GL 別紙2 3.13, 3.14).

use mamori_domain::{ConnectionMedium, Encryption};

/// Whether strangers share the network. A VPN over the internet counts: its own encryption is what
/// guards it.
pub(super) fn is_open(medium: ConnectionMedium) -> bool {
    use ConnectionMedium::{Internet, InternetVpn, Mobile};
    matches!(medium, Internet | InternetVpn | Mobile)
}

/// Whether a way of encryption guards a line from end to end: TLS or IPsec. That of a wireless LAN ends
/// at its access point, and what nobody names cannot be relied on. How good TLS or IPsec is, rules of
/// their own tell.
pub(super) fn guards_the_way(encryption: Encryption) -> bool {
    use Encryption::{IpsecIke, IpsecManual, Tls12, Tls13, TlsOld};
    matches!(encryption, TlsOld | Tls12 | Tls13 | IpsecIke | IpsecManual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encryption_of_the_air_guards_no_line() {
        let guards: Vec<&str> = Encryption::ALL
            .iter()
            .filter(|way| guards_the_way(**way))
            .map(|way| way.code())
            .collect();
        assert_eq!(
            guards,
            ["tls_below_1_2", "tls_1_2", "tls_1_3", "ipsec_ike", "ipsec_manual"]
        );
        assert!(is_open(ConnectionMedium::InternetVpn) && !is_open(ConnectionMedium::ClosedVpn));
    }
}
