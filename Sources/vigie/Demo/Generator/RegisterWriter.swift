import Exchange
import Kernel
import Prophylaxis
import Register

/// Writes the register bundle of a demonstration, in the formats that a department's identification service sends.
struct RegisterWriter {
    struct Written {
        let holdings: [DemoHolding]
        let parties: DemoParties
        let departures: Departures
        /// Present on the day of extraction.
        let cattle: Int
    }

    let plan: DemoPlan
    let folder: String
    let progress: (_ done: Int, _ total: Int) -> Void

    func write() throws -> Written {
        let parties = try DemoParties(plan)
        let holdings = DemoHolding.all(plan, parties: parties)
        var bundle = try BundleWriter(folder: folder, format: .register)
        try bundle.write(parties.organisations)
        try bundle.write(parties.veterinarians)
        try writeCommunes(&bundle)
        try bundle.write(holdings.map(holdingRow))
        try bundle.write(
            holdings.enumerated().map { index, holding in
                EstablishmentRow(
                    siret: nil, numagrit: "99" + padded(index + 1, 7), holding: holding.number, name: holding.name)
            })
        try bundle.write(holdings.flatMap(herdRows))
        let departures = Departures(plan, holdings)
        try writeAnimals(&bundle, holdings, departures)
        try bundle.write(holdings.map { veterinarianRow($0, parties) })
        try bundle.write(AuthorisationWriter(plan).rows(holdings))
        try bundle.write(
            holdings.filter(\.kind.isDairy).enumerated().map { index, holding in
                DairyProducerRow(
                    laboratory: DemoParties.dairyLaboratory, producer: "99" + padded(index + 1, 5),
                    holding: holding.number, since: day(2015, 1, 1))
            })
        try bundle.finish(
            kind: .full, extractedOn: plan.extractedOn, department: plan.department,
            source: plan.source)
        return Written(
            holdings: holdings, parties: parties, departures: departures, cattle: holdings.reduce(0) { $0 + $1.size })
    }

    private func writeCommunes(_ bundle: inout BundleWriter) throws {
        try bundle.write(
            (0..<plan.communes).map { index in
                CommuneRow(code: code(index), name: Names.commune(index), department: plan.department)
            })
        try bundle.write((0..<plan.communes).flatMap(rhythms))
    }

    /// Brucellosis every year, leukosis every fifth, tuberculosis every fourth in half of the communes.
    private func rhythms(ofCommune index: Int) -> [CommuneScreeningRow] {
        let isTuberculosisZone = index % 2 == 0
        let rhythms: [ScreeningRhythm] = [
            ScreeningRhythm(disease: .brucellosis, interval: 1, phase: 0),
            ScreeningRhythm(disease: .leukosis, interval: 5, phase: index % 5),
            ScreeningRhythm(
                disease: .tuberculosis, interval: isTuberculosisZone ? 4 : 0,
                phase: isTuberculosisZone ? index / 2 % 4 : 0),
        ]
        return rhythms.map { CommuneScreeningRow(commune: code(index), rhythm: $0) }
    }

    private func writeAnimals(
        _ bundle: inout BundleWriter, _ holdings: [DemoHolding], _ departures: Departures
    ) throws {
        let animals = try bundle.open(AnimalRow.self)
        let stays = try bundle.open(StayRow.self)
        let assignments = try bundle.open(HerdAssignmentRow.self)
        var writer = AnimalWriter(plan, holdings, (animals, stays, assignments), departures)
        for (index, holding) in holdings.enumerated() {
            try writer.write(holding)
            if index % 100 == 99 || index == holdings.count - 1 { progress(index + 1, holdings.count) }
        }
        try bundle.close(animals)
        try bundle.close(stays)
        try bundle.close(assignments)
    }

    private func code(_ commune: Int) -> String { "99" + padded(commune + 1, 3) }

    private func holdingRow(_ holding: DemoHolding) -> HoldingRow {
        var row = HoldingRow(number: holding.number, name: holding.name, department: plan.department)
        row.keeper = holding.keeper
        row.address = holding.hamlet
        row.postcode = "99000"
        row.town = Names.commune(holding.commune)
        row.commune = code(holding.commune)
        row.opened = holding.opened
        return row
    }

    func herdRows(_ holding: DemoHolding) -> [HerdRow] {
        holding.kind.herds.map { code, herdClass in
            var row = HerdRow(holding: holding.number, code: code, herdClass: herdClass)
            switch herdClass {
            case .dairy: (row.orientation, row.milkDelivery) = (.dairy, .dairy)
            case .beef: (row.orientation, row.milkDelivery) = (.beef, MilkDelivery.none)
            default: (row.orientation, row.milkDelivery) = (HerdOrientationCode.none, MilkDelivery.none)
            }
            row.opened = holding.opened
            return row
        }
    }

    private func veterinarianRow(_ holding: DemoHolding, _ parties: DemoParties) -> HerdVeterinarianRow {
        var row = HerdVeterinarianRow(
            holding: holding.number, herd: nil, orderNumber: parties.veterinarians[holding.veterinarian].orderNumber,
            role: .health, since: day(2018, 1, 1))
        row.accepted = true
        return row
    }
}
