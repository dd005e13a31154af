import Kernel
import Prophylaxis

/// A new value for one parameter, or for one key of a map; nil takes the key out.
package struct ParameterChange: Sendable {
    package let entry: ParameterEntry
    package let key: String?
    package let value: JSONValue?

    /// The dotted name with its key.
    package var name: String { key.map { "\(entry.name).\($0)" } ?? entry.name }
}

/// What someone wants changed: values by dotted name, and the reasons of local ones.
package struct ParameterChanges: Sendable {
    package var changes: [ParameterChange] = []
    /// Parameter name → why it departs from the national value (PRO-13).
    package var justifications: [String: String] = [:]

    package init() {}

    /// One value as a person writes it: `set tuberculin.method IDS`.
    /// - Throws: `Refused` for an unknown name or a value that does not fit.
    package init(name: String, text: String, justification: String?) throws {
        guard let (entry, key) = ParameterCatalogue.entry(named: name) else {
            throw Refused(CampaignFinding.parameterUnknown, ["name": name])
        }
        guard let value = ParameterReader.value(text, of: entry, key: key) else {
            throw Refused(CampaignFinding.parameterValue, ["name": name, "value": text])
        }
        changes = [ParameterChange(entry: entry, key: key, value: value == .null ? nil : value)]
        if let justification { justifications[entry.name] = justification }
    }

    /// A tree of values as a TOML file gives it; `justifications` is a table of texts by dotted name.
    package init(tree: JSONValue) throws {
        guard case .object(let fields) = tree else {
            throw Refused(CampaignFinding.parameterUnknown, ["name": ""])
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if name == "justifications" {
                try readJustifications(value, under: "")
            } else {
                try read(value, name)
            }
        }
    }

    private mutating func read(_ value: JSONValue, _ name: String) throws {
        if let (entry, key) = ParameterCatalogue.entry(named: name) {
            if case .object(let fields) = value, entry.isMap, key == nil {
                changes += fields.sorted { $0.key < $1.key }.map {
                    ParameterChange(entry: entry, key: $0.key, value: $0.value)
                }
            } else {
                changes.append(ParameterChange(entry: entry, key: key, value: value))
            }
            return
        }
        guard case .object(let fields) = value else {
            throw Refused(CampaignFinding.parameterUnknown, ["name": name])
        }
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) { try read(value, "\(name).\(key)") }
    }

    private mutating func readJustifications(_ value: JSONValue, under path: String) throws {
        switch value {
        case .string(let text): justifications[path] = text
        case .object(let fields):
            for (key, value) in fields {
                try readJustifications(value, under: path.isEmpty ? key : "\(path).\(key)")
            }
        default: throw Refused(CampaignFinding.parameterValue, ["name": "justifications.\(path)", "value": "?"])
        }
    }

    /// The names that only the authority may set.
    package var namesOfAuthority: [String] { changes.filter(\.entry.isOfAuthority).map(\.name) }
}

extension CampaignParameters {
    /// These parameters with the changes made.
    /// - Throws: `Refused` naming the first value that does not fit.
    package func applying(_ changes: ParameterChanges) throws -> CampaignParameters {
        var parameters = self
        for change in changes.changes {
            parameters = try parameters.applying(change)
            // A value that the department sets is its own, with its own reason.
            if parameters.regional.removeValue(forKey: change.entry.name) != nil {
                parameters.justifications[change.entry.name] = nil
            }
            try parameters.requireSensible(change)
        }
        for (name, reason) in changes.justifications {
            guard ParameterCatalogue.entry(named: name) != nil else {
                throw Refused(CampaignFinding.parameterUnknown, ["name": name])
            }
            parameters.justifications[name] = reason
        }
        return parameters
    }

    private func applying(_ change: ParameterChange) throws -> CampaignParameters {
        let path = change.entry.name.split(separator: ".").map(String.init)
        var json = try json()
        if let key = change.key {
            guard case .object(var fields)? = json.value(at: change.entry.name) else { return self }
            fields[key] = change.value
            json = json.setting(.object(fields), at: path)
        } else {
            json = json.setting(change.value ?? .null, at: path)
        }
        do {
            return try CampaignParameters(json: json)
        } catch is DecodingError {
            throw change.refusal
        }
    }

    /// Numbers that no parameter of the kind can be.
    private func requireSensible(_ change: ParameterChange) throws {
        let range: ClosedRange<Int64>
        switch change.entry.format {
        case .month: range = 1...12
        case .years: range = 0...20
        case .weeks: range = 0...52
        case .months: range = 0...24
        case .ageMonths, .ageByCommune: range = 0...240
        case .days: range = 0...366
        case .count: range = 0...10_000
        default: return
        }
        guard let value = change.value else { return }
        if case .integer(let number) = value, range.contains(number) { return }
        throw change.refusal
    }
}

extension ParameterChange {
    var refusal: Refused {
        let text = value.map { ParameterWords.text(of: $0, entry.format) } ?? "-"
        return Refused(CampaignFinding.parameterValue, ["name": name, "value": text])
    }
}
