//! The configuration of a service (GL 5.2.1 (1)): sites, equipment, media, connections, transport of
//! media, and people.

use crate::{
    Count, Country, Date, DiagramLine, Id, Information, Months, Provision, Supplier, Text, Years, YesNo,
};

choice!(
    /// Who owns or runs a site.
    Owner {
        Provider = "provider", "自社" / "The provider";
        Institution = "institution", "医療機関等" / "The institution";
        Supplier = "supplier", "供給者" / "A supplier";
    }
);

kind! {
    /// A place; places may lie inside one another.
    list Site "site" file "sites" at Service,
    "場所" / "Site", "機器や媒体のある場所です。部屋は建物の中に置けます" / "Places with equipment and media; rooms lie inside buildings";
    id: Id<Site>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "名称" / "Name", "場所の名前です（例：受付/窓口）" / "Name of the place, such as reception";
    within: Option<Id<Site>>, "属する場所" / "Within", "この場所を含む建物などです" / "The place this one lies in";
    owner: Option<Owner>, "管理者" / "Owner", "だれの場所かです。空なら属する場所と同じです" / "Whose place it is; that of the place around it when empty";
    supplier: Option<Id<Supplier>>, "供給者" / "Supplier", "供給者の場所の場合、その会社です" / "The company, for a supplier's place";
    country: Option<Country>, "国" / "Country", "場所のある国です。空なら属する場所と同じです" / "Country it lies in; that of the place around it when empty";
    diagram_column: Option<DiagramLine>, "図の列" / "Column in the diagram", "構成図で、同じ場所の中の左から何番目に描くかです。空ならおまかせです" / "Which column of its place it takes in the diagram, from the left; chosen for you when empty";
    diagram_row: Option<DiagramLine>, "図の行" / "Row in the diagram", "構成図で、同じ場所の中の上から何番目に描くかです。空ならおまかせです" / "Which row of its place it takes in the diagram, from the top; chosen for you when empty";
}

choice!(
    /// Kinds of equipment.
    EquipmentKind {
        Server = "server", "サーバ" / "Server";
        Storage = "storage", "ストレージ" / "Storage";
        LogServer = "log_server", "ログサーバ" / "Log server";
        Terminal = "terminal", "端末" / "Terminal";
        MobileTerminal = "mobile_terminal", "携帯端末・タブレット" / "Mobile terminal or tablet";
        MaintenanceTerminal = "maintenance_terminal", "開発保守端末" / "Maintenance terminal";
        Printer = "printer", "プリンタ" / "Printer";
        MediaDrive = "media_drive", "媒体装置" / "Media drive";
        NetworkDevice = "network_device", "ネットワーク機器" / "Network device";
        AccessPoint = "access_point", "無線アクセスポイント" / "Wireless access point";
        SecurityDevice = "security_device", "ファイアウォール等" / "Firewall or the like";
        IotDevice = "iot_device", "IoT機器" / "IoT device";
        OtherSystem = "other_system", "他社が提供するシステム" / "System of another company";
    }
);

choice!(
    /// What an environment is for.
    Environment {
        Production = "production", "本番環境" / "Production";
        Development = "development", "開発環境" / "Development";
        Test = "test", "試験環境" / "Test";
    }
);

choice!(
    /// How a user or administrator proves who they are.
    Authentication {
        None = "none", "なし" / "None";
        Password = "password", "ID・パスワード" / "ID and password";
        Certificate = "certificate", "電子証明書" / "Certificate";
        MultiFactor = "multi_factor", "多要素" / "Multi-factor";
    }
);

choice!(
    /// What happens to stored information when the contract ends (GL 3.2.2).
    AtEnd {
        Dispose = "dispose", "廃棄" / "Dispose";
        HandOver = "hand_over", "返却・移管" / "Return or hand over";
        Both = "both", "返却・移管してから廃棄" / "Hand over, then dispose";
    }
);

choice!(
    /// Which removable media a device accepts (GL 5.1.5 ⑤).
    RemovableMedia {
        Blocked = "blocked", "すべて不可" / "None";
        Registered = "registered", "登録した媒体だけ" / "Registered media only";
        Open = "open", "制限なし" / "Any";
    }
);

kind! {
    /// A piece of equipment, virtual machines included (GL 5.2.1 (1) step 1).
    list Equipment "equipment" file "equipment" at Service,
    "機器" / "Equipment", "機器です。仮想マシンも含みます" / "Equipment, virtual machines included";
    id: Id<Equipment>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "名称" / "Name", "機器の名前です（例：医事端末）" / "Name of the device, such as billing terminal";
    kind: EquipmentKind, "種類" / "Kind", "機器の種類です" / "Kind of device";
    site: Id<Site>, "場所" / "Site", "置いてある場所です" / "Where it stands";
    environment: Option<Environment>, "環境" / "Environment", "本番・開発・試験のどれかです。空なら本番です" / "Production, development or test; production when empty";
    virtual_machine: Option<YesNo>, "仮想" / "Virtual", "仮想マシンかどうかです" / "Whether it is a virtual machine";
    count: Option<Count>, "台数" / "Count", "同じものの台数です。空なら1台です" / "How many alike; one when empty";
    provisions: Vec<Id<Provision>>, "提供形態" / "Provision", "どの提供形態で供給されるかです" / "In which form it is provided";
    supplier: Option<Id<Supplier>>, "供給者" / "Supplier", "他社のものの場合、その会社です" / "The company, when it is another's";
    handles: Vec<Id<Information>>, "扱う情報" / "Handles", "画面や処理で扱う情報です" / "Information shown or processed on it";
    stores: Vec<Id<Information>>, "保存する情報" / "Stores", "中に残る情報です" / "Information that stays in it";
    at_end: Option<AtEnd>, "契約終了時" / "At contract end", "保存した情報を契約終了時にどうするかです" / "What happens to what it stores when the contract ends";
    user_authentication: Option<Authentication>, "利用者認証" / "User authentication", "対策を入れる前の、利用者の認証です" / "How users prove who they are, before measures are taken";
    administrator_authentication: Option<Authentication>, "管理者認証" / "Administrator authentication", "管理者の認証です" / "How administrators prove who they are";
    removable_media: Option<RemovableMedia>, "外部媒体" / "Removable media", "USBメモリ等をどこまで使えるかです" / "Which removable media it accepts";
    portable: Option<YesNo>, "持ち出し" / "Taken out", "施設の外へ持ち出すかどうかです" / "Whether it is taken out of the site";
    personal: Option<YesNo>, "個人所有" / "Personally owned", "個人所有の機器かどうかです" / "Whether it belongs to a person";
    log_retention: Option<Years>, "ログ保存年数" / "Log retention", "アクセスのログを残す年数です" / "Years access logs are kept";
    software: Option<Text>, "ソフトウェアと版" / "Software and version", "OSや主なソフトウェアの名前と版です" / "Operating system and main software with their versions";
    support_until: Option<Date>, "サポート期限" / "Supported until", "製造元のサポートが終わる日です" / "Last day of the maker's support";
    outside_flows: Option<Text>, "流れに現れない理由" / "Why in no flow", "情報流に現れない場合の理由です" / "The reason, when it appears in no flow";
    diagram_column: Option<DiagramLine>, "図の列" / "Column in the diagram", "構成図で、同じ場所の中の左から何番目に描くかです。空ならおまかせです" / "Which column of its place it takes in the diagram, from the left; chosen for you when empty";
    diagram_row: Option<DiagramLine>, "図の行" / "Row in the diagram", "構成図で、同じ場所の中の上から何番目に描くかです。空ならおまかせです" / "Which row of its place it takes in the diagram, from the top; chosen for you when empty";
}

choice!(
    /// Kinds of storage media.
    MediumKind {
        Tape = "tape", "磁気テープ" / "Tape";
        OpticalDisc = "optical_disc", "光ディスク" / "Optical disc";
        HardDisk = "hard_disk", "ハードディスク" / "Hard disk";
        UsbMemory = "usb_memory", "小型半導体メモリ（USBメモリ等）" / "USB memory and the like";
        Paper = "paper", "紙" / "Paper";
        Other = "other", "その他" / "Other";
    }
);

kind! {
    /// A storage medium that is kept or carried.
    list Medium "medium" file "media" at Service,
    "媒体" / "Medium", "保管や搬送をする記憶媒体です" / "Storage media that are kept or carried";
    id: Id<Medium>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "名称" / "Name", "媒体の名前です" / "Name of the medium";
    kind: MediumKind, "種類" / "Kind", "媒体の種類です" / "Kind of medium";
    site: Id<Site>, "保管場所" / "Kept at", "ふだんの保管場所です" / "Where it is kept";
    stores: Vec<Id<Information>>, "保存する情報" / "Stores", "中に残る情報です" / "Information that stays in it";
    encrypted: Option<YesNo>, "暗号化" / "Encrypted", "中身を暗号化しているかです" / "Whether its content is encrypted";
    at_end: Option<AtEnd>, "契約終了時" / "At contract end", "契約終了時にどうするかです" / "What happens to it when the contract ends";
    supplier: Option<Id<Supplier>>, "保管者" / "Kept by", "保管を任せている会社です" / "The company that keeps it";
    outside_flows: Option<Text>, "流れに現れない理由" / "Why in no flow", "情報流に現れない場合の理由です" / "The reason, when it appears in no flow";
    diagram_column: Option<DiagramLine>, "図の列" / "Column in the diagram", "構成図で、同じ場所の中の左から何番目に描くかです。空ならおまかせです" / "Which column of its place it takes in the diagram, from the left; chosen for you when empty";
    diagram_row: Option<DiagramLine>, "図の行" / "Row in the diagram", "構成図で、同じ場所の中の上から何番目に描くかです。空ならおまかせです" / "Which row of its place it takes in the diagram, from the top; chosen for you when empty";
}

choice!(
    /// What a connection runs over.
    ConnectionMedium {
        WiredLan = "wired_lan", "有線LAN" / "Wired LAN";
        WirelessLan = "wireless_lan", "無線LAN" / "Wireless LAN";
        DedicatedLine = "dedicated_line", "専用線" / "Dedicated line";
        ClosedVpn = "closed_vpn", "閉域網VPN" / "Closed-network VPN";
        InternetVpn = "internet_vpn", "インターネットVPN" / "Internet VPN";
        Internet = "internet", "インターネット" / "Internet";
        Mobile = "mobile", "携帯電話網" / "Mobile network";
        Virtual = "virtual", "仮想ネットワーク" / "Virtual network";
    }
);

choice!(
    /// How a connection is encrypted (GL 5.1.5 ③).
    Encryption {
        None = "none", "なし" / "None";
        TlsOld = "tls_below_1_2", "TLS1.1以前・SSL" / "TLS below 1.2, SSL";
        Tls12 = "tls_1_2", "TLS1.2（高セキュリティ型）" / "TLS 1.2, high-security profile";
        Tls13 = "tls_1_3", "TLS1.3" / "TLS 1.3";
        IpsecIke = "ipsec_ike", "IPsec（IKE）" / "IPsec with IKE";
        IpsecManual = "ipsec_manual", "IPsec（IKEなし）" / "IPsec without IKE";
        Wpa = "wpa2_wpa3", "WPA2・WPA3" / "WPA2, WPA3";
        WpaOld = "wep_wpa", "WEP・WPA" / "WEP, WPA";
        Other = "other", "その他" / "Other";
    }
);

choice!(
    /// Kinds of VPN.
    VpnKind {
        Ipsec = "ipsec", "IPsec-VPN" / "IPsec VPN";
        CarrierIp = "carrier_ip", "IP-VPN（回線事業者）" / "Carrier IP VPN";
        SslClient = "ssl_client", "SSL-VPN（クライアント型）" / "SSL VPN, client type";
        SslClientless = "ssl_clientless", "SSL-VPN（クライアント型以外）" / "SSL VPN, other type";
    }
);

choice!(
    /// How devices are admitted to a network (GL 5.1.5 ④).
    Admission {
        None = "none", "制限なし" / "No control";
        Mac = "mac", "MACアドレスだけ" / "MAC address alone";
        Password = "password", "事前共有鍵・パスワード" / "Shared key or password";
        CertificateMac = "ieee8021x", "IEEE 802.1Xと電子証明書" / "IEEE 802.1X with certificates";
        Registered = "registered", "登録した機器だけ" / "Registered devices only";
    }
);

kind! {
    /// A network connection (GL 5.2.1 (1) step 2).
    list Connection "connection" file "connections" at Service,
    "接続" / "Connection", "ネットワークの接続です" / "Network connections";
    id: Id<Connection>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "名称" / "Name", "接続の名前です（例：院内有線LAN）" / "Name of the connection, such as clinic LAN";
    from: Id<Equipment>, "起点" / "From", "一方の端の機器です" / "Device at one end";
    to: Vec<Id<Equipment>>, "相手" / "To", "他方の端の機器です。いくつでも並べられます" / "Devices at the other ends";
    medium: ConnectionMedium, "回線" / "Runs over", "何の上を通るかです" / "What it runs over";
    encryption: Option<Encryption>, "暗号化" / "Encryption", "通信の暗号化です" / "How it is encrypted";
    vpn: Option<VpnKind>, "VPNの種類" / "VPN", "VPNの場合、その種類です" / "Kind of VPN, if any";
    admission: Option<Admission>, "接続の制限" / "Admission", "つなげる機器の限り方です" / "How devices are admitted";
    remote_maintenance: Option<YesNo>, "遠隔保守" / "Remote maintenance", "遠隔保守に使うかどうかです" / "Whether remote maintenance runs over it";
    carrier: Option<Id<Supplier>>, "回線事業者" / "Carrier", "回線を提供する会社です" / "The company that provides the line";
    carries: Vec<Id<Information>>, "通る情報" / "Carries", "通る情報です" / "Information that passes";
    at_end: Option<AtEnd>, "契約終了時" / "At contract end", "回線の設定情報を契約終了時にどうするかです" / "What happens to its settings when the contract ends";
    outside_flows: Option<Text>, "流れに現れない理由" / "Why in no flow", "情報流に現れない場合の理由です" / "The reason, when it appears in no flow";
}

kind! {
    /// Transport of a medium between sites (GL 5.2.1 (1) step 2).
    list Transport "transport" file "transports" at Service,
    "搬送" / "Transport", "媒体の物理的な搬送です" / "Physical transport of media";
    id: Id<Transport>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    medium: Id<Medium>, "媒体" / "Medium", "運ぶ媒体です" / "Medium carried";
    from: Id<Site>, "出発" / "From", "どこからかです" / "From where";
    to: Id<Site>, "到着" / "To", "どこへかです" / "To where";
    carrier: Option<Id<Supplier>>, "搬送業者" / "Carrier", "運ぶ会社です" / "The company that carries it";
    times_a_year: Option<Count>, "年間の回数" / "Times a year", "1年に何回運ぶかです" / "How often a year";
    guarded_by: Option<Text>, "途中の守り" / "Guarded by", "施錠・封印・追跡などです" / "Locks, seals, tracking and the like";
}

choice!(
    /// On whose side a person acts.
    Side {
        Patient = "patient", "患者等" / "Patients and family";
        Institution = "institution", "医療機関等" / "The institution";
        Provider = "provider", "自社" / "The provider";
        Supplier = "supplier", "供給者" / "A supplier";
    }
);

kind! {
    /// People who act alike (GL 5.2.1 (1) step 3).
    list Person "person" file "people" at Service,
    "人" / "People", "情報を扱う人を、役割ごとに書きます" / "People who handle information, by role";
    id: Id<Person>, "ID" / "Id", "このサービスで一度だけ使うIDです" / "An id used once in this service";
    name: Text, "役割" / "Role", "人の役割です（例：医師）" / "The role, such as physician";
    side: Side, "立場" / "Side", "だれの側の人かです" / "On whose side they act";
    supplier: Option<Id<Supplier>>, "供給者" / "Supplier", "供給者の人の場合、その会社です" / "The company, for a supplier's people";
    uses: Vec<Id<Equipment>>, "使う機器" / "Uses", "使う機器です" / "Equipment they use";
    keeps: Vec<Id<Medium>>, "保管する媒体" / "Keeps", "保管や取扱いをする媒体です" / "Media they keep or handle";
    administrator: Option<YesNo>, "管理者権限" / "Administrator", "管理者権限をもつかどうかです" / "Whether they have administrator rights";
    temporary: Option<YesNo>, "派遣" / "Agency staff", "派遣の人を含むかどうかです" / "Whether people from a staffing agency are among them";
    trained_every: Option<Months>, "教育の間隔" / "Trained every", "教育を何か月ごとに行うかです" / "Months between trainings";
    outside_flows: Option<Text>, "流れに現れない理由" / "Why in no flow", "情報流に現れない場合の理由です" / "The reason, when they appear in no flow";
}
