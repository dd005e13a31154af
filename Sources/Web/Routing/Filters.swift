import Kernel
import Register
import UseCases

/// Filters in the address. One that cannot be read is refused, never left out: the list beside it would be a wrong one,
/// and on some pages everything on it can be acted upon.
extension Call {
    /// A filter with a closed list of values; nil where the address has none.
    /// - Parameter key: its name in the catalogue, where that is not the one in the address.
    func filter<Value>(_ name: String, as key: String? = nil, _: Value.Type = Value.self) throws -> Value?
    where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
        try filter(name, as: key, allowed: Value.allCases.map(\.rawValue)) { Value(rawValue: $0) }
    }

    /// A box that is ticked or not.
    func isTicked(_ name: String) throws -> Bool {
        try filter(name, allowed: ["1"]) { $0 == "1" ? true : nil } ?? false
    }

    /// Where a list goes on, a year, a number: `least` or more.
    func number(_ name: String, as key: String? = nil, from least: Int = 0) throws -> Int? {
        try filter(name, as: key, form: "number") { Int($0).flatMap { $0 >= least ? $0 : nil } }
    }

    func day(_ name: String, as key: String? = nil) throws -> Day? {
        try filter(name, as: key, form: "day") { Day($0) }
    }

    /// Where a list goes on, as its own link says.
    func position<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
        try filter(name, as: "position", form: "position", read)
    }

    /// - Parameter form: what a value looks like, a key of the catalogue.
    func filter<Value>(
        _ name: String, as key: String? = nil, form: String, _ read: (String) -> Value?
    ) throws -> Value? {
        try filter(name, as: key, allowed: [Catalogue.french.text("filterForm", form)], read)
    }

    func filter<Value>(
        _ name: String, as key: String? = nil, allowed: [String], _ read: (String) -> Value?
    ) throws -> Value? {
        guard let address = Form(urlEncoded: request.uri.query ?? "") else { throw WebFault.formUnreadable }
        guard let text = address.value(name), !text.isEmpty else { return nil }
        guard let value = read(text) else {
            let label = Catalogue.french.text("filter", key ?? name)
            throw Refused(
                FormFinding.filterRefused,
                ["field": label, "value": String(text.prefix(80)), "allowed": allowed.joined(separator: ", ")])
        }
        return value
    }
}
