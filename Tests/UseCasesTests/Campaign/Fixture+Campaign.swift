import Kernel
import Prophylaxis
import Register
import Store
import TestSupport

/// Rows of the register as the set-up of a campaign looks at them.
extension Fixture {
    /// Leaves the first ids to those that the program allocates.
    func afterAllocated(_ count: Int = 50_000) -> Fixture {
        for _ in 0..<count { _ = nextID() }
        return self
    }

    /// A herd of a holding of its own, open since 2010, with a cow and a health veterinarian.
    func campaignHerd(
        _ number: String, _ code: String, _ herdClass: HerdClass, delivery: MilkDelivery = .none,
        vet: Int64? = nil, insee: String? = "63113", openedOn: String = "2010-01-01"
    ) throws -> Int64 {
        let holding = try insert(
            "holding",
            [
                "number": .text(number), "name": "Ferme fictive", "department": .text(Fixture.department),
                "search_name": "ferme fictive", "insee": .textOrNull(insee), "keeper": "M. Fictif",
            ])
        return try campaignHerd(in: holding, code, herdClass, delivery: delivery, vet: vet, openedOn: openedOn)
    }

    func campaignHerd(
        in holding: Int64, _ code: String, _ herdClass: HerdClass, delivery: MilkDelivery = .none,
        vet: Int64? = nil, openedOn: String = "2010-01-01"
    ) throws -> Int64 {
        let herd = try insert(
            "herd",
            [
                "holding_id": .int(holding), "code": .text(code), "class": .text(herdClass.rawValue),
                "orientation": herdClass == .dairy ? "dairy" : "beef", "department": .text(Fixture.department),
                "milk_delivery": .text(delivery.rawValue), "opened_on": .text(openedOn),
            ])
        _ = try animal("FR99\(10_000_000 + herd)", in: herd)
        if let vet { try designate(vet, for: herd) }
        return herd
    }

    func designate(
        _ vet: Int64, for herd: Int64, since: String = "2015-01-01", until: String? = nil,
        acceptedOn: String? = "2015-01-05", role: String = "health"
    ) throws {
        try insertRow(
            "herd_veterinarian",
            [
                "herd_id": .int(herd), "role": .text(role), "since": .text(since), "veterinarian_id": .int(vet),
                "until": .textOrNull(until), "accepted_on": .textOrNull(acceptedOn),
            ])
    }

    func authorise(
        _ herd: Int64, _ kind: AuthorisationKind, _ disease: Disease? = nil, since: String = "2018-01-01",
        until: String? = nil
    ) throws {
        try insert(
            "authorisation",
            [
                "herd_id": .int(herd), "kind": .text(kind.rawValue), "disease": .textOrNull(disease?.rawValue),
                "since": .text(since), "until": .textOrNull(until),
            ])
    }

    func rhythm(_ disease: Disease, every interval: Int, phase: Int, insee: String) throws {
        try insertRow(
            "screening",
            [
                "department": .text(Fixture.department), "insee": .text(insee), "disease": .text(disease.rawValue),
                "interval_years": .int(interval), "phase": .int(phase),
            ])
    }

    func rhythm(_ disease: Disease, every interval: Int, phase: Int, herd: Int64) throws {
        try insertRow(
            "screening",
            [
                "department": .text(Fixture.department), "herd_id": .int(herd), "disease": .text(disease.rawValue),
                "interval_years": .int(interval), "phase": .int(phase),
            ])
    }

    func producer(
        _ number: String, of herd: Int64, at laboratory: Int64, _ connection: Connection
    ) throws {
        let holding = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(herd)])
        try insertRow(
            "dairy_producer",
            [
                "laboratory_id": .int(laboratory), "producer_number": .text(number), "since": "2015-01-01",
                "holding_id": .int(holding),
            ])
    }
}
