import Testing

/// One rule of the house: a pure function from a file to its breaches.
struct Check: Sendable, CustomTestStringConvertible {
    let name: String
    let violations: @Sendable (Source) -> [Violation]

    init(_ name: String, _ violations: @escaping @Sendable (Source) -> [Violation]) {
        self.name = name
        self.violations = violations
    }

    var testDescription: String { name }

    static let all = [
        importsOfRoom, clock, chance, inexactNumbers, traps, printing, citedSource, functionLength, fileLength,
        lineLength, machineTraces, leftovers, dependencies, pageModels,
    ]
}
