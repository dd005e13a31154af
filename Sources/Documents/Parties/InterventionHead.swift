import Kernel

/// What every paper of an intervention begins with: which intervention, whose herd, which veterinarian (PRO-121).
package struct InterventionHead: Hashable, Sendable {
    /// E.g. `Campagne 2026-2027`.
    package var campaign: String
    /// Twelve digits, e.g. `991200000012`; printed in groups of four and as a barcode.
    package var number: String
    /// Who prints: delegate or authority.
    package var issuer: Party
    package var holding: HoldingNumber
    /// The keeper, with the address of the holding.
    package var keeper: Party
    /// E.g. `Atelier allaitant`.
    package var herd: String
    /// Class of the herd, e.g. `Naisseur`.
    package var herdClass: String?
    /// The herd's veterinarian, with practice and telephone.
    package var veterinarian: Party
    /// His number at the Order.
    package var orderNumber: OrderNumber?

    package init(
        campaign: String, number: String, issuer: Party, holding: HoldingNumber, keeper: Party, herd: String,
        herdClass: String? = nil, veterinarian: Party, orderNumber: OrderNumber? = nil
    ) {
        self.campaign = campaign
        self.number = number
        self.issuer = issuer
        self.holding = holding
        self.keeper = keeper
        self.herd = herd
        self.herdClass = herdClass
        self.veterinarian = veterinarian
        self.orderNumber = orderNumber
    }

    /// `9912 0000 0012`.
    var groupedNumber: String { grouped(number, by: [4, 4, 4]) }

    var hasValidNumber: Bool { number.utf8.count == 12 && number.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

/// `text` with a space after each group; what is longer than the groups stays together at the end.
func grouped(_ text: String, by sizes: [Int]) -> String {
    var rest = Substring(text)
    var groups: [Substring] = []
    for size in sizes where !rest.isEmpty {
        groups.append(rest.prefix(size))
        rest = rest.dropFirst(size)
    }
    if !rest.isEmpty { groups.append(rest) }
    return groups.joined(separator: " ")
}

extension AnimalNumber {
    /// `FR 63 1234 5678`, other countries `DE 123456789012`.
    var grouped: String {
        country == "FR" ? "FR " + Documents.grouped(national, by: [2, 4, 4]) : "\(country) \(national)"
    }
}

extension Day {
    /// `12 octobre 2026`, `1er octobre 2026`.
    package var longFrench: String {
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ]
        let (year, month, day) = components
        return "\(day == 1 ? "1er" : String(day)) \(months[month - 1]) \(year)"
    }
}
