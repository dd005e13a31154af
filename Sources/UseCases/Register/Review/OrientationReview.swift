import Kernel
import Prophylaxis
import Register
import Store

/// BO 26: orientation of each holding by its adult females, against the herds that it has (PRO-42 to PRO-44, PRO-47).
enum OrientationReview {
    static func findings(
        _ connection: Connection, _ department: String, _ settings: RegisterSettings, _ today: Day
    ) throws -> [Finding] {
        // "More than 24 months": born before the day that lies so many months back (AMB-01).
        let bornBefore = today.adding(months: -settings.orientationAgeMonths)
        let lookBack = settings.orientationLookBackMonths
        let leftAfter = lookBack > 0 ? today.adding(months: -lookBack) : nil
        return try connection.holdingFemales(
            department: department, bornBefore: bornBefore, leftAfter: leftAfter
        ).flatMap { holding in
            let facts = HerdOrientation.Facts(beefFemales: holding.beefFemales, dairyFemales: holding.dairyFemales)
            let decision = try HerdOrientation.decide(facts, settings.orientation)
            return findings(holding, decision.orientation)
        }
    }

    private static func findings(
        _ holding: HoldingFemales, _ expected: HerdOrientation.Orientation
    ) -> [Finding] {
        let classes = Set(holding.herds.map(\.herdClass))
        switch expected {
        case .none: return []
        case .mixed:
            if classes.count == 2 { return [] }
            return [finding(.herdMissing, holding, expected, classes.contains("dairy") ? "beef" : "dairy")]
        case .dairy, .beef:
            if classes.count == 2 {
                return [finding(.surplusHerd, holding, expected, expected == .dairy ? "beef" : "dairy")]
            }
            return holding.herds.filter { $0.orientation != expected.rawValue || isDeliveryWrong($0, expected) }
                .map { finding(.orientationOutdated, holding, expected, $0.code) }
        }
    }

    /// Milk goes to a dairy though no adult dairy female is left.
    private static func isDeliveryWrong(
        _ herd: HoldingFemales.Herd, _ expected: HerdOrientation.Orientation
    ) -> Bool { expected == .beef && herd.milkDelivery == MilkDelivery.dairy.rawValue }

    private static func finding(
        _ code: RegisterReviewFinding, _ holding: HoldingFemales, _ expected: HerdOrientation.Orientation,
        _ herd: String
    ) -> Finding {
        Finding(
            code, .warning,
            [
                "holding": holding.holding, "herd": herd, "beef": String(holding.beefFemales),
                "dairy": String(holding.dairyFemales), "expected": expected.rawValue,
            ])
    }
}

/// PRO-46: animals whose production type is not the one of their breed. No type is no error (PRO-49).
enum BreedReview {
    static func findings(
        _ connection: Connection, _ department: String, _ settings: RegisterSettings
    ) throws -> [Finding] {
        var findings: [Finding] = []
        try connection.eachTypedAnimal(department: department) { number, isMale, breeds, type in
            let facts = ProductionTypeRule.Facts(
                isMale: isMale, breed: breeds[0], fatherBreed: breeds[1], motherBreed: breeds[2])
            guard let expected = ProductionTypeRule.decide(facts, settings.productionTypes),
                expected.rawValue != type
            else { return }
            findings.append(
                Finding(
                    RegisterReviewFinding.breedAgainstType, .warning,
                    ["animal": number, "breed": breeds[0] ?? "", "type": type, "expected": expected.rawValue]))
        }
        return findings
    }
}
