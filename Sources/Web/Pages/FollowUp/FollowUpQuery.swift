import Kernel
import Mustache
import Prophylaxis
import Register
import UseCases

/// The filters, the order and the columns of the follow-up as the address carries them, so that a view can be kept,
/// sent and come back to.
struct FollowUpQuery: MustacheParent, Sendable {
    static let linesAPage = 100

    private let values: [(name: String, value: String)]
    let filter: FollowUpFilter
    let columns: [FollowUpColumn]
    /// `1` without, `2` with a standing report.
    let level: String

    private static let names = [
        "maladie", "statut", "classe", "commune", "veterinaire", "exploitation", "plan-demande", "sans-evaluation",
        "non-negatif", "valeur", "tri", "colonnes", "genre",
    ]

    /// - Throws: `Refused` for a value that is none of its filter's.
    /// - Parameter isTerritory: the list goes on in another way, over several campaigns.
    init(_ call: Call, isTerritory: Bool = false) throws {
        var values: [(name: String, value: String)] = []
        for name in FollowUpQuery.names {
            // The columns come as one word, or as the boxes of the form.
            let found = call.queries(name)
            if let first = found.first {
                values.append((name, name == "colonnes" ? found.joined(separator: ",") : first))
            }
        }
        level = try call.filter("niveau", allowed: ["1", "2"]) { ["1", "2"].contains($0) ? $0 : nil } ?? "1"
        columns = try FollowUpColumn.read(values.first { $0.name == "colonnes" }?.value, call)
        var filter = FollowUpFilter()
        filter.kind = (try call.filter("genre", FollowUpKind.self) ?? .main).code
        // Retests and visits outside the campaign have no report of their own: they stand on one list.
        filter.hasReport = filter.kind == FollowUpKind.main.code ? level == "2" : nil
        filter.disease = try call.filter("maladie")
        filter.status = try call.filter("statut")
        filter.herdClass = try call.filter("classe", HerdClass.self)?.rawValue
        filter.insee = try call.filter("commune", form: "commune") { FollowUpQuery.isCommune($0) ? $0 : nil }
        filter.veterinarian = call.query("veterinaire")
        filter.holding = try call.filter("exploitation", form: "holding", FollowUpQuery.holding)
        filter.isRequested = try call.isTicked("plan-demande")
        filter.isUnevaluated = try call.isTicked("sans-evaluation")
        filter.hasNonNegative = try call.isTicked("non-negatif")
        filter.reportValue = try call.filter("valeur")
        filter.order =
            try call.filter("tri", allowed: FollowUpOrders.all.map(\.name), FollowUpOrders.named)
            ?? FollowUpOrder()
        if !isTerritory { filter.after = try call.position("apres") { FollowUpOrder.Cursor(text: $0) } }
        filter.limit = FollowUpQuery.linesAPage
        (self.values, self.filter) = (values, filter)
    }

    private static func isCommune(_ text: String) -> Bool {
        text.count == 5 && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "A" || $0 == "B") }
    }

    /// As people write it, with spaces.
    private static func holding(_ text: String) -> String? {
        let number = text.filter { !$0.isWhitespace }
        return (1...8).contains(number.count) && number.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
            ? number : nil
    }

    /// What stands after the `?`, without the page's beginning.
    var text: String { parts(level: level).map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&") }

    private func parts(level: String) -> [(String, String)] {
        [("niveau", level)] + values.map { ($0.name, $0.value) }
    }

    /// Retests and visits outside the campaign are not reported by themselves.
    var kind: FollowUpKind { FollowUpKind.allCases.first { $0.code == filter.kind } ?? .main }

    /// The address with these filters; `after`: where the page begins, as text.
    func address(_ path: String, level: String? = nil, kind: FollowUpKind? = nil, after: String? = nil) -> String {
        var parts = parts(level: level ?? self.level)
        if let kind {
            parts.removeAll { $0.0 == "genre" }
            if kind != .main { parts.append(("genre", kind.rawValue)) }
        }
        if let after { parts.append(("apres", after)) }
        let sign = path.contains("?") ? "&" : "?"
        return path + sign + parts.map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&")
    }

    /// The filter's text for its field; options of lists.
    func child(named name: String) -> Any? {
        let texts = Catalogue.french
        return switch name {
        case "level": level
        case "kind": kind == .main ? nil : kind.rawValue
        case "hasLevels": kind == .main
        case "isReported": level == "2"
        case "diseaseOptions":
            Disease.allCases.map {
                Choice($0.rawValue, texts.text("disease", $0.rawValue), isChosen: filter.disease == $0)
            }
        case "statusOptions":
            Status.allCases.map {
                Choice(
                    $0.rawValue, "\($0.rawValue) – \(texts.text("status", $0.rawValue))", isChosen: filter.status == $0)
            }
        case "classOptions":
            HerdClass.allCases.map {
                Choice($0.rawValue, CodeWords.herdClass(code: $0.rawValue), isChosen: filter.herdClass == $0.rawValue)
            }
        case "valueOptions":
            ReportValue.allCases.map {
                Choice($0.rawValue, texts.text("report", $0.rawValue), isChosen: filter.reportValue == $0)
            }
        case "orderOptions":
            FollowUpOrders.all.map { Choice($0.name, $0.title, isChosen: $0.order == filter.order) }
        case "commune": filter.insee ?? ""
        case "veterinarian": filter.veterinarian ?? ""
        case "holding": filter.holding ?? ""
        case "requested": filter.isRequested
        case "unevaluated": filter.isUnevaluated
        case "nonNegative": filter.hasNonNegative
        default: nil
        }
    }
}

/// What a line of the follow-up is: the campaign's interventions, or those that come after one.
enum FollowUpKind: String, Sendable, CaseIterable {
    case main = "interventions"
    case retest = "recontroles"
    case outside = "hors-campagne"

    /// As it is stored.
    var code: String {
        switch self {
        case .main: "main"
        case .retest: "retest"
        case .outside: "outside"
        }
    }
}

extension FollowUpOrder.Cursor {
    /// `2021-02-15.4711`: what stands after the last point is the line's identifier.
    var text: String { "\(value).\(id)" }

    init?(text: String) {
        guard let point = text.lastIndex(of: "."), let id = Int64(text[text.index(after: point)...]) else { return nil }
        self.init(value: String(text[..<point]), id: id)
    }
}

extension Call {
    /// All values of a parameter in the address, decoded; empty ones are left out.
    func queries(_ name: String) -> [String] {
        (Form(urlEncoded: request.uri.query ?? "")?.values(name) ?? []).filter { !$0.isEmpty }
    }
}
