import Exchange
import Kernel
import Prophylaxis

/// Everybody around the herds: authority, delegate, laboratories, dairy, practices and their veterinarians.
struct DemoParties: Sendable {
    static let laboratory = "LABO-99"
    static let dairyLaboratory = "LIAL-99"
    static let authority = "DDPP-99"
    static let section = "GDS-99"
    static let region = "OVS-99"

    let organisations: [OrganisationRow]
    let veterinarians: [VeterinarianRow]
    private let byPractice: [[Int]]

    init(_ plan: DemoPlan) throws {
        var chance = plan.chance(.parties)
        var organisations = DemoParties.fixed(plan)
        var veterinarians: [VeterinarianRow] = []
        var byPractice: [[Int]] = []
        for practice in 0..<plan.practices {
            var row = OrganisationRow(
                code: DemoParties.practice(practice), kind: .practice,
                name: "Cabinet vétérinaire de " + Names.commune(practice * plan.communes / plan.practices))
            row.department = plan.department
            row.postcode = "99000"
            row.town = Names.commune(practice * plan.communes / plan.practices)
            organisations.append(row)
            var own: [Int] = []
            for _ in 0..<chance.within(2...4) {
                own.append(veterinarians.count)
                veterinarians.append(
                    VeterinarianRow(
                        orderNumber: try OrderNumber(parsing: String(99_001 + veterinarians.count)),
                        name: "Dr " + Names.person(&chance), practice: row.code, accredited: true))
            }
            byPractice.append(own)
        }
        self.organisations = organisations
        self.veterinarians = veterinarians
        self.byPractice = byPractice
    }

    /// Positions in `veterinarians`.
    func veterinarians(of practice: Int) -> [Int] { byPractice[practice] }

    static func practice(_ index: Int) -> String { "CAB-" + padded(index + 1, 3) }

    private static func fixed(_ plan: DemoPlan) -> [OrganisationRow] {
        let parts: [(String, OrganisationKindCode, String)] = [
            (authority, .authority, "DDPP fictive"),
            (region, .delegateRegion, "OVS animal fictif"),
            (section, .delegateSection, "GDS fictif, section de l'OVS"),
            (laboratory, .laboratory, "Laboratoire départemental fictif"),
            (dairyLaboratory, .dairyLaboratory, "Laboratoire laitier fictif"),
            ("LAIT-99", .dairy, "Laiterie fictive des Grands Prés"),
        ]
        return parts.map { code, kind, name in
            var row = OrganisationRow(code: code, kind: kind, name: name)
            row.department = plan.department
            row.address = "1, place de la Démonstration"
            row.postcode = "99000"
            row.town = "Valmirande"
            if kind == .delegateSection { row.parent = region }
            if kind == .laboratory { row.approvals = Disease.allCases }
            if kind == .dairyLaboratory { row.approvals = [.brucellosis, .leukosis] }
            return row
        }
    }
}
