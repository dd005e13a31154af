import Kernel
import Register

/// The register's settings as pages say them, and as a person types those that are one number.
extension RegisterSettings {
    func words(of setting: RegisterSetting) -> String {
        switch setting {
        case .productionTypes: productionTypeWords
        case .herdOrientation:
            "mixte au-delà de \(RegisterSettings.percent(orientation.mixedOverShare)) de femelles allaitantes pour les "
                + "laitières, ou de \(orientation.mixedOverBeefFemales) femelles allaitantes"
        case .orientationAgeMonths: "\(orientationAgeMonths) mois"
        case .absenceLimit: RegisterSettings.percent(absenceLimit)
        case .importPolicies:
            importPolicies.isEmpty
                ? "la ligne, pour tous"
                : importPolicies.sorted { $0.key < $1.key }
                    .map { "\($0.key) : \($0.value == "file" ? "le fichier entier" : "la ligne")" }
                    .joined(separator: ", ")
        case .idleMonths: "\(idleMonths) mois"
        case .closingCriteria:
            closing.order.isEmpty
                ? "aucun" : closing.order.map(RegisterSettings.criterion).joined(separator: ", puis ")
        case .orientationLookBackMonths:
            orientationLookBackMonths == 0 ? "les bovins présents" : "\(orientationLookBackMonths) mois"
        }
    }

    private var productionTypeWords: String {
        let lists = BreedClassification.Purpose.allCases.map { purpose in
            let codes = productionTypes.breeds.purposes.filter { $0.value == purpose }.keys.sorted()
            return "\(RegisterSettings.purpose(purpose)) : \(codes.joined(separator: " "))"
        }
        let males =
            switch productionTypes.males {
            case .beef: "mâles toujours allaitants"
            case .dairy: "mâles toujours laitiers"
            case nil: "mâles d'après leur race"
            }
        return (lists + [males]).joined(separator: " ; ")
    }

    private static func purpose(_ purpose: BreedClassification.Purpose) -> String {
        switch purpose {
        case .dairy: "races laitières"
        case .dual: "races mixtes"
        case .beef: "races allaitantes"
        }
    }

    private static func criterion(_ criterion: HerdClosing.Criterion) -> String {
        switch criterion {
        case .holdingEnded: "n° EDE clos"
        case .activityClosed: "atelier absent de la base d'identification"
        case .idle: "plus de bovin"
        case .keeper: "cessation dite par l'éleveur"
        }
    }

    /// `2 %`; a share that is no whole percentage stays a fraction.
    private static func percent(_ share: Ratio) -> String {
        let percent = share.floor(of: 100)
        return Ratio.percent(percent) == share ? "\(percent) %" : share.description
    }
}

extension RegisterSetting {
    /// Those that are one number, which a form can ask for.
    package static let numbers: [RegisterSetting] = [
        .orientationAgeMonths, .orientationLookBackMonths, .idleMonths, .absenceLimit,
    ]

    /// What a person types, `24` or `2 %`, as the setting holds it; nil for what is none.
    package func json(typed text: String) -> String? {
        let text = text.filter { !$0.isWhitespace }
        guard self == .absenceLimit else {
            return Int(text).flatMap { (0...1200).contains($0) ? String($0) : nil }
        }
        let share = text.hasSuffix("%") ? Int(text.dropLast()).map(Ratio.percent) : Ratio(text)
        guard let share, (0...share.denominator).contains(share.numerator) else { return nil }
        return "\"\(share)\""
    }
}
