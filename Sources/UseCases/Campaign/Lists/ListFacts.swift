import Kernel
import Prophylaxis
import Register
import Store

/// What the lists are made of.
struct ListFacts: Sendable {
    let setup: SetupFacts
    let listings: [InterventionListing]
    let producers: [ProducerListing]
    /// The month in question, by its first day.
    let month: Day?

    private let setupByHerd: [Int64: HerdSetup]

    init(setup: SetupFacts, listings: [InterventionListing], producers: [ProducerListing], month: Day?) {
        self.setup = setup
        self.listings = listings
        self.producers = producers
        self.month = month
        setupByHerd = Dictionary(uniqueKeysWithValues: setup.herds.map { ($0.herd.id, $0) })
    }

    /// In the order of holding number and herd code.
    var planned: [InterventionListing] { listings.filter { $0.intervention.state == .planned } }

    func plans(of listing: InterventionListing) -> [RequestedPlanRow] { setup.plans[listing.intervention.id] ?? [] }

    func herdSetup(of listing: InterventionListing) -> HerdSetup? { setupByHerd[listing.intervention.herd] }

    /// `BRU sang (EAT)`
    func words(_ plan: RequestedPlanRow) -> String {
        "\(plan.disease.rawValue) \(CodeWords.matrix(plan.matrix)) (\(plan.method.rawValue))"
    }

    /// Why the disease is tested, raw milk named only to those who may know (PRO-53, PRO-206).
    func reasons(_ disease: Disease, of listing: InterventionListing) -> String {
        let reasons = herdSetup(of: listing)?.plan(for: disease)?.reasons ?? []
        return reasons.map { reason in
            reason == .rawMilk && !setup.seesRawMilk ? "décision de la DD(CS)PP" : CodeWords.plan(reason)
        }.joined(separator: ", ")
    }
}

extension Day {
    /// `2020-11`
    var yearAndMonth: String { String(description.prefix(7)) }
}

extension InterventionListing {
    /// Address on one line.
    var addressLine: String {
        [holding.address, [holding.postcode, holding.town].compactMap { $0 }.joined(separator: " ")]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
