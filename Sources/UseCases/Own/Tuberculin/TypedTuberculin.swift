import Exchange
import Kernel
import Prophylaxis
import Store

package typealias TuberculinSheet = Store.TuberculinSheet

/// A tuberculin report as it is typed: the fields of the form by their names, as text. A draft is these texts.
package struct TypedTuberculin: Codable, Sendable, Hashable {
    package enum Field {
        package static let method = "methode"
        package static let injectedOn = "injection"
        package static let injectedAt = "injection-heure"
        package static let readOn = "lecture"
        package static let readAt = "lecture-heure"
        package static let receivedOn = "recu"
        package static let subjective = "subjective"
        package static let veterinarian = "veterinaire"
        package static let comment = "commentaire"
        /// The edition of the document that the form shows.
        package static let edition = "edition"
        /// All animals together: where a finding about the list leads.
        package static let animals = "bovins"
        /// An animal that the document does not name, 1 … `extraSlots`.
        package static func extra(_ index: Int) -> String { "autre-\(index)" }
        package static func extraOutcome(_ index: Int) -> String { "autre-resultat-\(index)" }
        package static func outcome(_ animal: String) -> String { "r.\(animal)" }
        package static func measure(_ animal: String) -> String { "m.\(animal)" }
    }

    /// How many of them a form has room for, at least.
    private static let leastExtras = 5
    /// A herd has fewer animals than this by far; more fields are somebody's mistake.
    static let mostFields = 10_000
    static let mostCharacters = 500

    package let fields: [String: String]

    /// Empty fields are left out: what is not said is negative, or missing.
    package init(_ fields: [String: String]) {
        self.fields = fields.filter { !$0.value.isEmpty && $0.value.count <= TypedTuberculin.mostCharacters }
    }

    package subscript(_ name: String) -> String { fields[name] ?? "" }

    package var extraSlots: Int {
        var slots = TypedTuberculin.leastExtras
        while !self[Field.extra(slots + 1)].isEmpty { slots += 1 }
        return slots
    }

    /// One choice of an animal: what it is called in the form, and for people. The empty one is negative.
    package struct Choice: Sendable {
        package let value: String
        package let title: String
    }

    package static let choices: [Choice] =
        [Choice(value: "", title: "négatif")]
        + SkinOutcomeCode.allCases.filter { $0 != .untested }.map { Choice(value: $0.rawValue, title: $0.french) }
        + UntestedReasonCode.allCases.map {
            Choice(value: "\(SkinOutcomeCode.untested.rawValue):\($0.rawValue)", title: "non testé : \($0.french)")
        }

    package static let methods: [Choice] = SkinMethodCode.allCases.map { Choice(value: $0.rawValue, title: $0.french) }
}
