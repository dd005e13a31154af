import Exchange
import Kernel

/// A milk line that could not be attached, as it is kept.
package struct MilkFacts: Codable, Sendable, Hashable {
    package let disease: String
    package let holding: String
    package let siret: String?
    package let producer: String?
    package let sampledOn: Day
    package let analysedOn: Day
    package let interpretation: String
    package let dossier: String

    init(_ row: MilkResultLine) {
        disease = row.disease.rawValue
        holding = row.holding.description
        siret = row.siret?.description
        producer = row.producer
        sampledOn = row.sampledOn
        analysedOn = row.analysedOn
        interpretation = row.interpretation.rawValue
        dossier = row.dossier
    }
}
