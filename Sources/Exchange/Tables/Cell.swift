import Kernel

/// The text of an optional value in our own files: empty for none.
func cell<Value: CustomStringConvertible>(_ value: Value?) -> String { value?.description ?? "" }
func cell<Code: CodeTable>(_ code: Code?) -> String { code?.rawValue ?? "" }
func cell<Code: CodeTable>(_ codes: [Code]) -> String { codes.map(\.rawValue).joined(separator: ",") }
func cell(_ flag: Bool?) -> String { flag.map { $0 ? "O" : "N" } ?? "" }
