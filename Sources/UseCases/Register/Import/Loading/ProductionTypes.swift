import Exchange
import Kernel
import Register

/// The production type of each animal as it is recorded, by the classification of the department of its birth (PRO-38).
struct ProductionTypes: Sendable {
    /// Departments that have settled theirs.
    let byDepartment: [String: ProductionTypeRule.Parameters]
    /// Where the birth is not known, or is fictitious: the department of the bundle.
    let department: String
    private let national = ProductionTypeRule.Parameters()

    init(byDepartment: [String: ProductionTypeRule.Parameters], department: String) {
        self.byDepartment = byDepartment
        self.department = department
    }

    func type(of animal: AnimalRow) -> ProductionType? {
        ProductionTypeRule.decide(
            ProductionTypeRule.Facts(
                isMale: animal.sex == .male, breed: animal.breed, fatherBreed: animal.fatherBreed,
                motherBreed: animal.motherBreed), parameters(of: animal))
    }

    private func parameters(of animal: AnimalRow) -> ProductionTypeRule.Parameters {
        guard !byDepartment.isEmpty else { return national }
        let birth = animal.birthHolding.flatMap { Self.department(ofBirthAt: $0.description) }
        return byDepartment[birth ?? department] ?? national
    }

    /// The department in a holding's number; nil for fictitious ones. Corsica numbers its holdings under 20.
    static func department(ofBirthAt number: String) -> String? {
        switch number.prefix(2) {
        case "99": nil
        case "97", "98": String(number.prefix(3))
        case "20": "2A"
        default: String(number.prefix(2))
        }
    }
}
