import Kernel
import Prophylaxis
import Store

/// A received result that counts nowhere yet, with all that somebody needs to decide on it (decision 4).
package struct WaitingLine: Sendable, Hashable {
    package let id: Int64
    /// `blood`, `milk` or `tuberculin`.
    package let kind: String
    package let department: String
    package let importID: Int64
    package let fileName: String
    package let line: Int
    /// Who sent the file.
    package let sender: String
    /// As the line gives them.
    package let animals: [String]
    package let holding: String
    package let name: String
    package let disease: String
    /// In codes: `POS`; a tuberculin outcome in words.
    package let sign: String
    /// Of the sample or of the injection; nil where the facts cannot be read.
    package let testedOn: Day?
    package let receivedOn: Day
    /// The number that the line gives; empty for none.
    package let intervention: String
    package let findings: [Finding]
    package let isNonNegative: Bool

    /// In one line: what it is, and where it came from.
    package var sentence: String {
        let what = [animals.joined(separator: ", "), sign].filter { !$0.isEmpty }.joined(separator: " ")
        let from = [sender, "fichier \(fileName), ligne \(line)"].filter { !$0.isEmpty }
        return ([what.isEmpty ? kindInWords : what] + from).joined(separator: ", ")
    }

    package var kindInWords: String {
        switch kind {
        case "blood": "sang"
        case "milk": "lait"
        case "tuberculin": "tuberculination"
        default: kind
        }
    }
}

extension Connection {
    func waitingLines(_ rows: [WaitingResultRow]) throws -> [WaitingLine] {
        let said = rows.map { WaitingFacts($0.row) }
        let holdings = try holdings(ofAnimals: Set(said.flatMap(\.animals)).sorted())
        return try zip(rows, said).map { row, said in
            let place = said.animals.lazy.compactMap { holdings[$0] }.first
            return WaitingLine(
                id: row.row.id, kind: row.row.kind, department: row.department, importID: row.row.run,
                fileName: row.fileName, line: row.row.line, sender: row.sender, animals: said.animals,
                holding: said.holding.isEmpty ? place?.number ?? "" : said.holding, name: place?.name ?? "",
                disease: said.disease, sign: said.sign, testedOn: said.testedOn, receivedOn: row.receivedOn,
                intervention: said.intervention,
                findings: try CanonicalJSON.decode([Finding].self, from: row.row.findings.utf8),
                isNonNegative: row.row.nonNegative)
        }
    }
}

/// What the facts of a waiting result say, whatever its kind. What cannot be read is left out: the line stays, with the
/// file that it came in.
private struct WaitingFacts {
    var animals: [String] = []
    var holding = ""
    var disease = ""
    var sign = ""
    var testedOn: Day?
    var intervention = ""

    init(_ row: UnattachedRow) {
        do {
            switch row.kind {
            case "blood": take(try CanonicalJSON.decode(StagedBloodFacts.self, from: row.facts.utf8))
            case "milk": take(try CanonicalJSON.decode(MilkFacts.self, from: row.facts.utf8))
            case "tuberculin": take(try CanonicalJSON.decode(TuberculinInput.self, from: row.facts.utf8))
            default: break
            }
        } catch {
            // Facts of an earlier version: the rest of the line is shown all the same.
        }
    }

    private mutating func take(_ facts: StagedBloodFacts) {
        (animals, disease, testedOn) = (facts.animal.map { [$0] } ?? [], facts.disease, facts.sampledOn)
        (sign, intervention) = (facts.interpretation ?? facts.reason ?? "", facts.intervention ?? "")
    }

    private mutating func take(_ facts: MilkFacts) {
        (holding, disease, testedOn, sign) = (facts.holding, facts.disease, facts.sampledOn, facts.interpretation)
    }

    private mutating func take(_ facts: TuberculinInput) {
        animals = facts.animals.filter(\.isNonNegative).map(\.number)
        (disease, testedOn, intervention) = (Disease.tuberculosis.rawValue, facts.injectedOn, facts.intervention)
        sign = Set(facts.animals.filter(\.isNonNegative).map { InterventionWords.outcome($0.outcome) }).sorted()
            .joined(separator: ", ")
    }
}
