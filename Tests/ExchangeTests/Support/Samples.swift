import Exchange
import Kernel
import Register
import Prophylaxis

/// One full and one bare row of every table, for round trips.
enum Samples {
    static let day = Day(number: 18_500)  // 2020-08-26
    static let later = Day(number: 18_560)
    static let holding = HoldingNumber(stored: "99123456")
    static let other = HoldingNumber(stored: "99000001")
    static let animal = AnimalNumber(stored: "FR9912345678")
    static let dam = AnimalNumber(stored: "DE0123456789")

    static func siret() throws -> Siret { try Siret(parsing: "73282932000074") }
    static func order() throws -> OrderNumber { try OrderNumber(parsing: "12345") }

    static func organisations() throws -> [OrganisationRow] {
        var row = OrganisationRow(code: "LDA99", kind: .laboratory, name: "Labo \"du\" Puy; Dôme")
        row.department = "99"
        row.parent = "OVS"
        row.siret = try siret()
        row.address = "1, rue des Œillets"
        row.postcode = "63000"
        row.town = "Clermont"
        row.email = "a@example.org"
        row.approvals = [.brucellosis, .leukosis]
        return [row, OrganisationRow(code: "DDPP", kind: .authority, name: "DDPP")]
    }

    static func veterinarians() throws -> [VeterinarianRow] {
        var row = VeterinarianRow(orderNumber: try order(), name: "Dr Noël", practice: "CAB1", accredited: true)
        row.email = "v@example.org"
        return [row, VeterinarianRow(orderNumber: try order(), name: "Dr X", practice: nil, accredited: false)]
    }

    static let communes = [CommuneRow(code: "2A004", name: "Ajaccio", department: "2A")]
    static let communeScreening = [
        CommuneScreeningRow(commune: "63113", rhythm: ScreeningRhythm(disease: .leukosis, interval: 5, phase: 4)),
        CommuneScreeningRow(commune: "63113", rhythm: ScreeningRhythm(disease: .tuberculosis, interval: 0, phase: 0)),
    ]
    static let herdScreening = [
        HerdScreeningRow(
            holding: holding, herd: "1", rhythm: ScreeningRhythm(disease: .brucellosis, interval: 1, phase: 0))
    ]

    static var holdings: [HoldingRow] {
        var row = HoldingRow(number: holding, name: "GAEC; des\nPrés", department: "63")
        row.keeper = "Mme Fictive"
        row.address = "Le Bourg"
        row.postcode = "63000"
        row.town = "Bourg"
        row.commune = "63113"
        row.opened = day
        row.closed = later
        return [row, HoldingRow(number: other, name: "X", department: "971")]
    }

    static func establishments() throws -> [EstablishmentRow] {
        [
            EstablishmentRow(siret: try siret(), numagrit: nil, holding: holding, name: "E"),
            EstablishmentRow(siret: nil, numagrit: "A1", holding: nil, name: "F"),
        ]
    }

    static var herds: [HerdRow] {
        var row = HerdRow(holding: holding, code: "1", herdClass: .fatteningIndoor)
        row.name = "Lait"
        row.orientation = .mixed
        row.milkDelivery = .dairy
        row.opened = day
        row.closed = later
        return [row, HerdRow(holding: other, code: "A", herdClass: .dairy)]
    }

    static var animals: [AnimalRow] {
        var row = AnimalRow(number: animal, sex: .female, birth: BirthDate(day, precision: .month))
        row.workingNumber = "2105"
        row.breed = "66"
        row.birthHolding = holding
        row.dam = dam
        row.fatherBreed = "38"
        row.motherBreed = "66"
        row.deadOn = later
        return [row, AnimalRow(number: dam, sex: .male, birth: BirthDate(day))]
    }

    static var stays: [StayRow] {
        var row = StayRow(animal: animal, holding: holding, entered: day, entryCause: .purchase)
        row.left = later
        row.exitCause = .slaughter
        return [row, StayRow(animal: dam, holding: other, entered: day, entryCause: nil)]
    }

    static let herdAssignments = [
        HerdAssignmentRow(animal: animal, holding: holding, herd: "1", since: day, until: later),
        HerdAssignmentRow(animal: dam, holding: other, herd: "A", since: day),
    ]

    static func herdVeterinarians() throws -> [HerdVeterinarianRow] {
        var row = HerdVeterinarianRow(
            holding: holding, herd: "1", orderNumber: try order(), role: .permanent, since: day)
        row.until = later
        row.accepted = true
        return [
            row, HerdVeterinarianRow(holding: other, herd: nil, orderNumber: try order(), role: .health, since: day),
        ]
    }

    static var authorisations: [AuthorisationRow] {
        var row = AuthorisationRow(
            holding: holding, herd: "1", kind: .bloodTestExemption, disease: .leukosis, since: day)
        row.until = later
        row.reference = "AP 12"
        return [row, AuthorisationRow(holding: other, herd: nil, kind: .rawMilkSale, disease: nil, since: day)]
    }

    static let dairyProducers = [
        DairyProducerRow(laboratory: "LIAL1", producer: "P1", holding: holding, since: day, until: later),
        DairyProducerRow(laboratory: "LIAL1", producer: "P2", holding: other),
    ]
}
