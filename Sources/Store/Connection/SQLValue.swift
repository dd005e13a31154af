import Kernel

/// One argument of a statement.
package enum SQLValue: Hashable, Sendable {
    case null
    case int(Int64)
    case text(String)
    case bytes([UInt8])
    case day(Day)

    /// Any value that the store knows how to write, or NULL.
    package init(_ value: (some SQLConvertible)?) { self = value?.sqlValue ?? .null }

    package static func int(_ value: Int) -> SQLValue { .int(Int64(value)) }
    package static func flag(_ value: Bool) -> SQLValue { .int(value ? Int64(1) : Int64(0)) }
    package static func intOrNull(_ value: Int64?) -> SQLValue { SQLValue(value) }
    package static func intOrNull(_ value: Int?) -> SQLValue { SQLValue(value) }
    package static func textOrNull(_ value: String?) -> SQLValue { SQLValue(value) }
    package static func dayOrNull(_ value: Day?) -> SQLValue { SQLValue(value) }
}

/// What can be written as an argument: `SQLValue(x)` takes it and its optional.
package protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible { package var sqlValue: SQLValue { self } }
extension Int: SQLConvertible { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Int32: SQLConvertible { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Int64: SQLConvertible { package var sqlValue: SQLValue { .int(self) } }
extension Bool: SQLConvertible { package var sqlValue: SQLValue { .flag(self) } }
extension String: SQLConvertible { package var sqlValue: SQLValue { .text(self) } }
extension Substring: SQLConvertible { package var sqlValue: SQLValue { .text(String(self)) } }
extension [UInt8]: SQLConvertible { package var sqlValue: SQLValue { .bytes(self) } }
extension Day: SQLConvertible { package var sqlValue: SQLValue { .day(self) } }

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(nilLiteral: ()) { self = .null }
}
