/// Breed codes (*types raciaux*) by what they are kept for (PRO-38).
///
/// The default is the annex of the decree of 7 May 2018 (JORF of 12 May 2018) as far as it is known to us: codes up to
/// 69. A department completes or changes it; a code that stands nowhere leaves the type to the parents.
package struct BreedClassification: Codable, Sendable, Hashable {
    package enum Purpose: String, Codable, Sendable, CaseIterable { case dairy, dual, beef }

    /// Two-character code → purpose. Crossbreds (39) and unknown breeds (00) stand in no list.
    package var purposes: [String: Purpose]

    package init(purposes: [String: Purpose]) { self.purposes = purposes }

    /// nil for dual-purpose breeds, crossbreds and unknown codes.
    package func type(of breed: String?) -> ProductionType? {
        guard let breed, let purpose = purposes[breed] else { return nil }
        switch purpose {
        case .dairy: return .dairy
        case .beef: return .beef
        case .dual: return nil
        }
    }

    package static let ofDecree2018: BreedClassification = {
        let lists: [(Purpose, String)] = [
            (.dairy, "15 18 42 44 66"),
            (.dual, "12 19 20 21 26 29 31 35 46 53 54 56 57 63 65"),
            (.beef, "10 11 13 14 17 23 24 25 30 32 33 34 36 37 38 41 43 45 48 49 51 52 55 58 61"),
        ]
        var purposes: [String: Purpose] = [:]
        for (purpose, codes) in lists {
            for code in codes.split(separator: " ") { purposes[String(code)] = purpose }
        }
        return BreedClassification(purposes: purposes)
    }()
}
