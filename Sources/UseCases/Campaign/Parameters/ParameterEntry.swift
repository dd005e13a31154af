import Kernel
import Prophylaxis

/// One parameter of a campaign: where it comes from, who may set it, how it is written (PRO-12, PRO-13).
package struct ParameterEntry: Sendable {
    /// How the value is read and shown.
    package enum Format: Sendable, Hashable {
        case day
        case count
        case ageMonths, months, years, weeks, days
        case month
        case share
        case method
        case rule
        case reportModel
        /// Value of an evaluation: `A`, `C`, `PO`…
        case evaluation
        case diseases, classes, codes, herds
        /// Key → value: disease → laboratory, commune → method, commune → months.
        case laboratories, methodByCommune, ageByCommune
    }

    /// Dotted name, as in the TOML file: `tuberculin.method`.
    package let name: String
    package let label: String
    package let format: Format
    package let criterion: SetupCriterion
    package let source: LegalReference
    /// The department's own by nature: departs from nothing, so that it needs no justification (PRO-13).
    package let isLocal: Bool
    /// Never set by a delegate (PRO-63, PRO-88, PRO-110).
    package let isOfAuthority: Bool

    init(
        _ name: String, _ label: String, _ format: Format, _ criterion: SetupCriterion, _ source: LegalReference
    ) {
        self.init(name, label, format, criterion, source, isLocal: false, isOfAuthority: false)
    }

    private init(
        _ name: String, _ label: String, _ format: Format, _ criterion: SetupCriterion, _ source: LegalReference,
        isLocal: Bool, isOfAuthority: Bool
    ) {
        (self.name, self.label, self.format, self.criterion, self.source) = (name, label, format, criterion, source)
        (self.isLocal, self.isOfAuthority) = (isLocal, isOfAuthority)
    }

    var local: ParameterEntry {
        ParameterEntry(name, label, format, criterion, source, isLocal: true, isOfAuthority: isOfAuthority)
    }

    var ofAuthority: ParameterEntry {
        ParameterEntry(name, label, format, criterion, source, isLocal: isLocal, isOfAuthority: true)
    }

    package var isMap: Bool { [.laboratories, .methodByCommune, .ageByCommune].contains(format) }
}

extension JSONValue {
    /// The value under a dotted name.
    func value(at name: String) -> JSONValue? {
        name.split(separator: ".").reduce(Optional(self)) { value, key in
            guard case .object(let fields)? = value else { return nil }
            return fields[String(key)]
        }
    }

    /// The same with the value under a dotted name replaced.
    func setting(_ value: JSONValue, at path: some Collection<String>) -> JSONValue {
        guard let key = path.first else { return value }
        guard case .object(var fields) = self else { return self }
        fields[key] = (fields[key] ?? .object([:])).setting(value, at: path.dropFirst())
        return .object(fields)
    }
}
