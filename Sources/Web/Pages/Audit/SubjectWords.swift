import UseCases

/// What an entry of the audit is about, in words and with its page: `intervention:202600000012:BRU` is kept,
/// « intervention 202600000012, brucellose » is shown.
enum SubjectWords {
    /// - Parameter campaigns: those that may be named, by the number that is kept.
    static func french(_ subject: String, _ campaigns: [Int64: CampaignAddress] = [:]) -> String {
        if let campaign = campaign(subject, campaigns) {
            return campaign.title.prefix(1).lowercased() + campaign.title.dropFirst()
        }
        let parts = subject.split(separator: ":", maxSplits: 1).map { String($0) }
        guard parts.count == 2, let word = Catalogue.french.areas["subject"]?.texts[parts[0]] else { return subject }
        let about = parts[1].split(separator: ":").map { part in
            Catalogue.french.areas["disease"]?.texts[String(part)]?.lowercased() ?? String(part)
        }
        return "\(word) \(about.joined(separator: ", "))"
    }

    static func path(_ subject: String, _ campaigns: [Int64: CampaignAddress] = [:]) -> String? {
        if let campaign = campaign(subject, campaigns) { return campaign.path("") }
        let parts = subject.split(separator: ":")
        guard parts.count >= 2 else { return nil }
        return switch parts[0] {
        case "intervention": "/interventions/\(parts[1])"
        case "import": SubjectCode.file(subject).map { "/fichiers/\($0)" }
        case "herd":
            "/elevages/" + parts[1].split(separator: "/").map { String($0).formEncoded }.joined(separator: "/")
        case "animal" where parts[1].hasPrefix("FR"): "/bovins/\(parts[1])"
        default: nil
        }
    }

    private static func campaign(_ subject: String, _ campaigns: [Int64: CampaignAddress]) -> CampaignAddress? {
        SubjectCode.campaign(subject).flatMap { campaigns[$0] }
    }

    /// What somebody types to find a thing: the number on its papers, or what is kept.
    static func searched(_ typed: String?) -> String? {
        guard let typed = typed?.filter({ !$0.isWhitespace }), !typed.isEmpty else { return nil }
        if typed.count == 12, typed.allSatisfy(\.isNumber) { return "intervention:\(typed)" }
        if typed.contains("/"), typed.prefix(8).allSatisfy(\.isNumber) { return "herd:\(typed)" }
        if typed.uppercased().hasPrefix("FR") { return "animal:\(typed.uppercased())" }
        return typed
    }
}
