import Kernel
import Prophylaxis

/// An animal of the herd as one text: number, sex, earliest birth, introduction (`-` for none), `1` when it was sampled
/// for another disease. E.g. `FR9912345678 F 2018-05-01 - 0`.
package struct FrozenAnimal: Hashable, Sendable {
    package let facts: SamplingSelection.Candidate

    package init(_ facts: SamplingSelection.Candidate) { self.facts = facts }

    package static func == (left: FrozenAnimal, right: FrozenAnimal) -> Bool { left.description == right.description }
    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension FrozenAnimal: LosslessStringConvertible {
    package init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 5, !parts[0].isEmpty, let sex = SamplingSelection.Sex(rawValue: String(parts[1])),
            let birth = Day(String(parts[2])), parts[4] == "0" || parts[4] == "1"
        else { return nil }
        let enteredOn = Day(String(parts[3]))
        guard enteredOn != nil || parts[3] == "-" else { return nil }
        facts = SamplingSelection.Candidate(
            animal: String(parts[0]), sex: sex, birthDate: birth, enteredOn: enteredOn,
            sampledForOtherDisease: parts[4] == "1")
    }

    package var description: String {
        "\(facts.animal) \(facts.sex.rawValue) \(facts.birthDate) \(facts.enteredOn?.description ?? "-") "
            + (facts.sampledForOtherDisease ? "1" : "0")
    }
}

/// A request as one text: number, diseases as bits, level (`-` for none). E.g. `FR9912345678 3 2`.
package struct FrozenRequest: Hashable, Sendable {
    package let animal: String
    /// Bits of `Disease`.
    package let diseases: Int
    package let level: Int?

    package init(animal: String, diseases: Int, level: Int?) {
        self.animal = animal
        self.diseases = diseases
        self.level = level
    }
}

extension FrozenRequest: LosslessStringConvertible {
    package init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let diseases = Int(parts[1]), (1...7).contains(diseases) else {
            return nil
        }
        let level = Int(parts[2])
        guard level != nil || parts[2] == "-" else { return nil }
        self.init(animal: String(parts[0]), diseases: diseases, level: level)
    }

    package var description: String { "\(animal) \(diseases) \(level.map(String.init) ?? "-")" }
}

/// One text in JSON.
package protocol FrozenText: Codable, LosslessStringConvertible {}

extension FrozenText {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' cannot be read")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension FrozenAnimal: FrozenText {}
extension FrozenRequest: FrozenText {}
