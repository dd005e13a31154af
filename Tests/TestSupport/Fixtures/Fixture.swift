import Kernel
import Prophylaxis
import Register
import Store
import UseCases

/// A small fictitious department 63 written row by row, for tests that start in the middle of a campaign.
///
/// Identifiers count from 1 in the order of the calls. Numbers begin with 99: they belong to nobody.
package final class Fixture {
    private let connection: Connection
    private var lastID: Int64 = 0
    package static let department = "63"

    /// - Parameter first: where identifiers go on, beside a fixture that was written before.
    package init(_ connection: Connection, from first: Int64 = 1) {
        self.connection = connection
        lastID = first - 1
    }

    package func nextID() -> Int64 {
        lastID += 1
        return lastID
    }

    package func holding(_ number: String = "99000001") throws -> Int64 {
        try insert(
            "holding",
            [
                "number": .text(number), "name": "Ferme fictive", "department": .text(Fixture.department),
                "search_name": "ferme fictive", "insee": "63113",
            ])
    }

    package func herd(in holding: Int64, code: String = "A", herdClass: HerdClass = .beef) throws -> Int64 {
        try insert(
            "herd",
            [
                "holding_id": .int(holding), "code": .text(code), "class": .text(herdClass.rawValue),
                "orientation": herdClass == .dairy ? "dairy" : "beef", "department": .text(Fixture.department),
                "opened_on": "2010-01-01",
            ])
    }

    package func laboratory(_ code: String = "LDA99", kind: String = "laboratory") throws -> Int64 {
        try insert(
            "organisation",
            [
                "kind": .text(kind), "code": .text(code), "name": "Laboratoire fictif",
                "department": .text(Fixture.department), "approved_diseases": 3,
            ])
    }

    /// An animal born and present in the herd since its birth, unless said otherwise.
    package func animal(
        _ number: String, in herd: Int64, born: String = "2015-02-01", sex: String = "F", since: String? = nil
    ) throws -> Int64 {
        let id = try insert(
            "animal",
            [
                "number": .text(number), "working_number": .text(String(number.suffix(4))), "sex": .text(sex),
                "breed": "34", "birth_date": .text(born),
            ])
        try insertRow(
            "herd_assignment",
            [
                "herd_id": .int(herd), "animal_id": .int(id), "since": .text(since ?? born),
                "introduced_on": .textOrNull(since), "origin": "manual",
            ])
        return id
    }

    package func campaign(_ parameters: CampaignParameters, state: String = "executed") throws -> Int64 {
        try insert(
            "campaign",
            [
                "department": .text(parameters.department), "prophylaxis_year": .int(parameters.prophylaxisYear),
                "name": "PB", "starts_on": .day(parameters.startsOn),
                "ends_on": .day(parameters.endsOn),
                "state": .text(state), "parameters": .text(try CanonicalJSON.string(parameters)),
            ])
    }

    package func intervention(
        in campaign: Int64, of herd: Int64, kind: String = "main", parent: Int64? = nil
    ) throws -> Int64 {
        let id = nextID()
        let suffix = String(id)
        try insertRow(
            "intervention",
            [
                "campaign_id": .int(campaign), "id": .int(id),
                "number": .text("9900" + String(repeating: "0", count: 8 - suffix.count) + suffix),
                "herd_id": .int(herd), "department": .text(Fixture.department), "kind": .text(kind),
                "parent_id": .intOrNull(parent), "origin": "execution",
            ])
        return id
    }

    package func plan(
        _ disease: Disease, _ matrix: Matrix, in campaign: Int64, _ intervention: Int64
    ) throws {
        try insertRow(
            "requested_plan",
            [
                "campaign_id": .int(campaign), "intervention_id": .int(intervention),
                "disease": .text(disease.rawValue), "matrix": .text(matrix.rawValue), "method": "EAT",
            ])
    }

    /// A validated edition that asks for the animals, for the diseases given.
    package func document(
        in campaign: Int64, _ intervention: Int64, animals: [Int64], for diseases: [Disease], on day: String
    ) throws {
        try insertRow(
            "edition",
            [
                "campaign_id": .int(campaign), "intervention_id": .int(intervention), "number": 1,
                "state": "validated", "edited_on": .text(day), "reference_date": .text(day), "display": "sampled",
                "seed": 1, "rule_version": 1,
            ])
        for animal in animals {
            try insertRow(
                "requested_animal",
                [
                    "campaign_id": .int(campaign), "intervention_id": .int(intervention), "animal_id": .int(animal),
                    "diseases": .int(diseases.reduce(0) { $0 | $1.bit }), "first_edition": 1, "edited_on": .text(day),
                ])
        }
    }

    package func visit(in campaign: Int64, _ intervention: Int64, on day: String, kind: String = "sampling") throws {
        try insertRow(
            "visit",
            [
                "campaign_id": .int(campaign), "intervention_id": .int(intervention), "visited_on": .text(day),
                "kind": .text(kind), "source": "test", "recorded_by": "test",
            ])
    }

    package func blood(
        _ disease: Disease, in campaign: Int64, _ intervention: Int64, _ animal: Int64, _ interpretation: String?
    ) throws {
        try insertRow(
            "blood_result",
            [
                "campaign_id": .int(campaign), "intervention_id": .int(intervention),
                "disease": .text(disease.rawValue), "animal_id": .int(animal), "id": .int(nextID()),
                "interpretation": .textOrNull(interpretation), "on_document": 1, "method": "EAT",
                "sample_number": "1", "sampled_on": "2020-11-02", "dossier": "D1",
            ])
    }

    package func milk(
        _ disease: String, of holding: Int64, _ day: String, _ interpretation: String, by laboratory: Int64
    ) throws {
        try insert(
            "milk_result",
            [
                "holding_id": .int(holding), "disease": .text(disease), "sampled_on": .text(day),
                "analysed_on": .text(day), "received_on": .text(day), "interpretation": .text(interpretation),
                "laboratory_id": .int(laboratory), "dossier": "D1", "import_id": 0, "line": 1,
            ])
    }

    /// The animal leaves its herd for good.
    package func leave(_ animal: Int64, on day: String) throws {
        try connection.execute(
            "UPDATE herd_assignment SET until = ? WHERE animal_id = ? AND until IS NULL",
            [Fixture.typed(.text(day)), .int(animal)])
    }

    /// Inserts a row with a fresh identifier in its column `id`.
    @discardableResult
    package func insert(_ table: String, _ values: KeyValuePairs<String, SQLValue>) throws -> Int64 {
        let id = nextID()
        try write(table, [("id", .int(id))] + values.map { ($0.key, $0.value) })
        return id
    }

    package func execute(_ sql: String, _ arguments: [SQLValue]) throws { try connection.execute(sql, arguments) }

    package func insertRow(_ table: String, _ values: KeyValuePairs<String, SQLValue>) throws {
        try write(table, values.map { ($0.key, $0.value) })
    }

    private func write(_ table: String, _ values: [(column: String, value: SQLValue)]) throws {
        let columns = values.map(\.column).joined(separator: ", ")
        let places = values.map { _ in "?" }.joined(separator: ", ")
        try connection.execute(
            "INSERT INTO \(table) (\(columns)) VALUES (\(places))", values.map { Fixture.typed($0.value) })
    }

    /// PostgreSQL wants days as days: a text that reads as one is one.
    private static func typed(_ value: SQLValue) -> SQLValue {
        guard case .text(let text) = value, let day = Day(text) else { return value }
        return .day(day)
    }
}

/// Someone who may do everything the tests of a department need.
package func context(
    _ database: Database, role: Role = .inspector, today: String = "2021-01-05", login: String = "essai"
) throws -> Context {
    guard let day = Day(today) else { throw FixtureFault.notADay(today) }
    let actor = Actor(login: login, name: "Personne fictive", role: role, scope: .departments([Fixture.department]))
    return Context(database: database, actor: actor, today: day, now: "\(today)T08:00:00Z")
}

package enum FixtureFault: Error { case notADay(String) }
