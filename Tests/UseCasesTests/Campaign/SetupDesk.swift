import Kernel
import Prophylaxis
import Register
import Store
import Synchronization
import TestSupport
import UseCases

/// A fictitious department 63 in autumn 2020, ready for the campaign 2021: two communes, a laboratory, a dairy
/// laboratory, a veterinarian; a beef herd 99000001/A and a dairy herd 99000002/L tested in milk.
struct SetupDesk: Sendable {
    let database: Database
    var today = "2020-09-10"

    static let selector = CampaignSelector(department: Fixture.department, year: 2021)
    var selector: CampaignSelector { SetupDesk.selector }

    private static let writes = Mutex(1)

    /// Ids of the fixture's rows.
    struct Ids: Sendable {
        var beef: Int64 = 0
        var dairy: Int64 = 0
        var laboratory: Int64 = 0
        var dairyLaboratory: Int64 = 0
        var veterinarian: Int64 = 0
    }
    var ids = Ids()

    static func with<T>(
        _ engine: Engine, today: String = "2020-09-10", _ body: (SetupDesk) async throws -> T
    ) async throws -> T {
        try await withDatabase(engine) { database in
            var desk = SetupDesk(database: database, today: today)
            desk.ids = try await database.write { try SetupDesk.fill($0) }
            return try await body(desk)
        }
    }

    private static func fill(_ connection: Connection) throws -> Ids {
        let fixture = Fixture(connection).afterAllocated()
        var ids = Ids()
        for insee in ["63113", "63001"] {
            try fixture.insertRow("commune", ["insee": .text(insee), "name": "Commune", "department": "63"])
            for disease in Disease.allCases { try fixture.rhythm(disease, every: 1, phase: 0, insee: insee) }
        }
        ids.laboratory = try fixture.laboratory()
        ids.dairyLaboratory = try fixture.laboratory("LIAL99", kind: "dairy-laboratory")
        let practice = try fixture.insert(
            "organisation", ["kind": "practice", "code": "CAB99", "name": "Cabinet fictif", "department": "63"])
        ids.veterinarian = try fixture.insert(
            "veterinarian",
            ["order_number": "99001", "name": "Dr Fictif", "practice_id": .int(practice)])
        ids.beef = try fixture.campaignHerd("99000001", "A", .beef, vet: ids.veterinarian)
        ids.dairy = try fixture.campaignHerd("99000002", "L", .dairy, delivery: .dairy, vet: ids.veterinarian)
        try fixture.authorise(ids.dairy, .bloodTestExemption)
        try fixture.producer("P2", of: ids.dairy, at: ids.dairyLaboratory, connection)
        return ids
    }

    // MARK: Acting

    func context(_ role: Role = .inspector) throws -> Context {
        try TestSupport.context(database, role: role, today: today)
    }

    @discardableResult
    func perform<U: UseCase>(_ useCase: U, as role: Role = .inspector) async throws -> U.Outcome {
        try await useCase.perform(context(role))
    }

    /// The same desk on another day.
    func on(_ day: String) -> SetupDesk {
        var desk = self
        desk.today = day
        return desk
    }

    @discardableResult
    func create(
        year: Int = 2021, copiesLast: Bool = false, _ tree: JSONValue = .object([:]), as role: Role = .authority
    ) async throws -> CreateCampaign.Outcome {
        let useCase = CreateCampaign(
            selector: CampaignSelector(department: Fixture.department, year: year), year: year,
            copiesLast: copiesLast, changes: try ParameterChanges(tree: tree))
        return try await perform(useCase, as: role)
    }

    @discardableResult
    func set(
        _ name: String, _ text: String, because justification: String? = nil, emergency: String? = nil,
        as role: Role = .authority
    ) async throws -> SetParameters.Outcome {
        let changes = try ParameterChanges(name: name, text: text, justification: justification)
        return try await perform(
            SetParameters(selector: selector, changes: changes, emergency: emergency), as: role)
    }

    func write(_ body: @escaping @Sendable (Fixture, Connection) throws -> Void) async throws {
        try await database.write { connection in
            // Far from the ids that are allocated, and from those of the writes before.
            let start = SetupDesk.writes.withLock { count in
                count += 1
                return 50_000 + count * 200
            }
            try body(Fixture(connection).afterAllocated(start), connection)
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await database.read(body)
    }

    /// A convention that leaves nothing out, and a campaign with its laboratories.
    func prepare() async throws {
        try await perform(
            SetConvention(department: Fixture.department, tree: SetupDesk.convention, justification: "2020-1"),
            as: .authority)
        try await perform(VerifyRegisterSettings(department: Fixture.department))
        try await create(
            .object(["laboratories": .object(["BRU": .string("LDA99"), "LEU": .string("LDA99")])]))
    }

    /// Prepared, validated, executed; practices and farmers informed.
    @discardableResult
    func execute() async throws -> ExecuteCampaign.Outcome {
        try await prepare()
        try await perform(ValidateCampaign(selector: selector))
        let outcome = try await perform(ExecuteCampaign(selector: selector))
        for kind in [CampaignListKind.practices, .farmers] {
            try await perform(ListCampaign(selector: selector, kind: kind, isRecorded: true))
        }
        return outcome
    }

    func check() async throws -> [CheckItem] { try await perform(CheckCampaign(selector: selector)) }

    static let convention: JSONValue = .object([
        "delegation": .object(
            Dictionary(uniqueKeysWithValues: (1...11).map { (String($0), JSONValue.string("total")) })),
        "delegatedDiseases": .array(["BRU", "LEU", "TUB"].map { .string($0) }),
        "laboratories": .object(
            Dictionary(
                uniqueKeysWithValues: ["BRU", "LEU"].map { disease in
                    (disease, .object(["code": .string("LDA99"), "name": .string("Laboratoire fictif")]))
                })),
        "quadripartite": .string("Q-2020"), "tripartite": .string("T-2020"),
        "orderTransmissionDays": .integer(15),
        "orders": .object(["BRU": .string("AP 1"), "LEU": .string("AP 2"), "TUB": .string("AP 3")]),
        "vetListsDelegated": .bool(true), "farmersInformed": .bool(true),
    ])
}
