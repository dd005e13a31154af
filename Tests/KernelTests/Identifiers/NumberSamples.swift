import Testing

@testable import Kernel

/// What a parser answers: the number, or the fault's stable code.
func outcome(_ parse: () throws(NumberFault) -> some CustomStringConvertible) -> String {
    do { return try parse().description } catch { return error.rawValue }
}
