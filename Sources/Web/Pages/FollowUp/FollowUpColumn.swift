import Kernel
import Prophylaxis
import UseCases

/// A column of the follow-up (10.6.3.1). The intervention itself is always there.
enum FollowUpColumn: String, Sendable, CaseIterable {
    case holding = "exploitation"
    case commune
    case herd = "atelier"
    case planned = "prevue"
    case veterinarian = "veterinaire"
    case first = "premiere"
    case last = "derniere"
    case days = "jours"
    case plans
    case brucellosis = "BRU"
    case leukosis = "LEU"
    case tuberculosis = "TUB"
    case rates = "taux"
    case nonNegatives = "non-negatifs"
    case lastResult = "dernier-resultat"
    case report = "rapport"
    case followUp = "suite"

    static let standard: [FollowUpColumn] = [
        .holding, .herd, .planned, .veterinarian, .brucellosis, .leukosis, .tuberculosis, .report,
    ]

    var title: String { Catalogue.french.text("column", rawValue) }

    /// The columns that the address asks for, in the order of the table; without any, the standard ones.
    static func read(_ text: String?, _ call: Call) throws -> [FollowUpColumn] {
        let chosen = Set((text ?? "").split(separator: ",").map(String.init))
        let columns = allCases.filter { chosen.contains($0.rawValue) }
        _ = try call.filter("colonnes", allowed: allCases.map(\.rawValue)) { _ in
            columns.count == chosen.count ? true : nil
        }
        return columns.isEmpty ? standard : columns
    }

    var disease: Disease? {
        switch self {
        case .brucellosis: .brucellosis
        case .leukosis: .leukosis
        case .tuberculosis: .tuberculosis
        default: nil
        }
    }

    /// The cell's text; nil for the diseases, which have cells of their own.
    func text(_ row: FollowUpRow, today: Day) -> String? {
        let first = row.diseases.compactMap(\.startedOn).min()
        let last = row.diseases.compactMap(\.finishedOn).max()
        switch self {
        case .holding: return "\(row.holding) \(row.name)"
        case .commune: return row.insee
        case .herd: return "\(row.herd) (\(CodeWords.herdClass(code: row.herdClass)))"
        case .planned: return row.plannedOn?.french ?? ""
        case .veterinarian: return row.veterinarian
        case .first: return first?.french ?? ""
        case .last: return last?.french ?? ""
        case .days: return last.map { String(today.days(since: $0)) } ?? ""
        case .plans:
            return row.diseases.filter { !$0.plans.isEmpty }.map { "\($0.disease.rawValue) \($0.plansInWords)" }
                .joined(separator: ", ")
        case .rates:
            return row.diseases.filter { $0.requested > 0 }.map {
                "\($0.disease.rawValue)\($0.tested.share(of: $0.requested))"
            }.joined(separator: ", ")
        case .nonNegatives:
            return row.diseases.flatMap { part in
                [("", part.nonNegative), ("DTX ", part.doubtful)].filter { $0.1 > 0 }
                    .map { "\(part.disease.rawValue) \($0.0)\($0.1)" }
            }.joined(separator: ", ")
        case .lastResult: return row.diseases.compactMap(\.lastResultOn).max()?.french ?? ""
        case .report: return [row.reportValue, row.nonCompletion].compactMap(\.self).joined(separator: " ")
        case .followUp: return row.followUp ?? ""
        case .brucellosis, .leukosis, .tuberculosis: return nil
        }
    }
}

extension FollowUpRow.DiseasePart {
    /// `blood milk` → `sang, lait de mélange`
    var plansInWords: String {
        plans.split(separator: " ").map { Matrix(rawValue: String($0)).map(CodeWords.matrix) ?? String($0) }
            .joined(separator: ", ")
    }
}

/// The orders that the page offers.
enum FollowUpOrders {
    static let all: [(name: String, title: String, order: FollowUpOrder)] =
        [
            ("numero", .number, false), ("prevue", .planned, false), ("prevue-fin", .planned, true),
        ].map { name, key, descending in
            (name, Catalogue.french.text("order", name), FollowUpOrder(key, descending: descending))
        }
        + Disease.allCases.flatMap { disease in
            [
                ("derniere", FollowUpOrder.Column.finished, false), ("resultat", .lastResult, true),
                ("non-negatifs", .nonNegative, true), ("taux", .rate, false),
            ].map { name, column, descending in
                let words = Catalogue.french
                return (
                    "\(disease.rawValue)-\(name)",
                    "\(words.text("disease", disease.rawValue)) : \(words.text("order", name))",
                    FollowUpOrder(.disease(disease, column), descending: descending)
                )
            }
        }

    static func named(_ name: String) -> FollowUpOrder? { all.first { $0.name == name }?.order }
}
