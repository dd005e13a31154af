/// Dairy or beef, for one bovine (PRO-38, PRO-41): a property of the animal, not of its herd.
package enum ProductionType: String, Codable, Sendable, CaseIterable { case dairy, beef }

/// The production type that an animal gets when it is recorded, in cascade (PRO-38): a male is beef by default; a
/// female goes by her breed; where the breed leaves it open (crossbred, dual-purpose, unknown), by the breeds of her
/// parents, as classified in the department where she was born. Nothing of it settles the matter: no type, which is no
/// error (PRO-49).
package enum ProductionTypeRule {
    package struct Facts: Sendable, Hashable {
        package let isMale: Bool
        package let breed: String?
        package let fatherBreed: String?
        package let motherBreed: String?

        package init(isMale: Bool, breed: String?, fatherBreed: String?, motherBreed: String?) {
            self.isMale = isMale
            self.breed = breed
            self.fatherBreed = fatherBreed
            self.motherBreed = motherBreed
        }
    }

    /// What a department sets (PRO-38, PRO-41).
    package struct Parameters: Codable, Sendable, Hashable {
        package var breeds = BreedClassification.ofDecree2018
        /// nil: males go by their breed, as females do.
        package var males: ProductionType? = .beef
        package init() {}
    }

    package static func decide(_ facts: Facts, _ parameters: Parameters) -> ProductionType? {
        if facts.isMale, let males = parameters.males { return males }
        if let type = parameters.breeds.type(of: facts.breed) { return type }
        guard let father = parameters.breeds.type(of: facts.fatherBreed),
            let mother = parameters.breeds.type(of: facts.motherBreed), father == mother
        else { return nil }
        return father
    }
}
