import Kernel
import Mustache
import Prophylaxis
import Register
import UseCases

/// The filters of the follow-up as the address carries them, so that a view can be kept, sent and come back to.
struct FollowUpQuery: MustacheParent, Sendable {
    static let linesAPage = 100

    private let values: [(name: String, value: String)]
    let filter: FollowUpFilter
    /// `1` without, `2` with a standing report.
    let level: String

    private static let names = [
        "maladie", "statut", "classe", "commune", "veterinaire", "sans-evaluation", "non-negatif",
    ]

    /// What the address says that is no value of a filter is left out: the page shows what it filtered by.
    init(_ call: Call) {
        var values: [(name: String, value: String)] = []
        for name in FollowUpQuery.names {
            if let value = call.query(name) { values.append((name, value)) }
        }
        func value(_ name: String) -> String? { values.first { $0.name == name }?.value }
        level = call.query("niveau") == "2" ? "2" : "1"
        var filter = FollowUpFilter()
        filter.hasReport = level == "2"
        filter.disease = value("maladie").flatMap(Disease.init(rawValue:))
        filter.status = value("statut").flatMap(Status.init(rawValue:))
        filter.herdClass = value("classe")
        filter.insee = value("commune")
        filter.veterinarian = value("veterinaire")
        filter.isUnevaluated = value("sans-evaluation") != nil
        filter.hasNonNegative = value("non-negatif") != nil
        filter.after = call.query("apres")
        filter.limit = FollowUpQuery.linesAPage
        (self.values, self.filter) = (values, filter)
    }

    /// The address with these filters.
    func address(_ path: String, level: String? = nil, after: String? = nil) -> String {
        var parts = [("niveau", level ?? self.level)] + values.map { ($0.name, $0.value) }
        if let after { parts.append(("apres", after)) }
        let sign = path.contains("?") ? "&" : "?"
        return path + sign + parts.map { "\($0.0)=\($0.1.formEncoded)" }.joined(separator: "&")
    }

    /// The filter's text for its field; options of lists.
    func child(named name: String) -> Any? {
        switch name {
        case "level": level
        case "diseaseOptions":
            Disease.allCases.map { Option($0.rawValue, $0.rawValue, isChosen: filter.disease == $0) }
        case "statusOptions":
            Status.allCases.map { Option($0.rawValue, $0.rawValue, isChosen: filter.status == $0) }
        case "classOptions":
            HerdClass.allCases.map {
                Option(
                    $0.rawValue, CodeWords.herdClass(code: $0.rawValue), isChosen: filter.herdClass == $0.rawValue)
            }
        case "commune": filter.insee
        case "veterinarian": filter.veterinarian
        case "unevaluated": filter.isUnevaluated
        case "nonNegative": filter.hasNonNegative
        default: nil
        }
    }

    struct Option: Sendable {
        let value: String
        let title: String
        let isChosen: Bool

        init(_ value: String, _ title: String, isChosen: Bool) {
            self.value = value
            self.title = title
            self.isChosen = isChosen
        }
    }
}
