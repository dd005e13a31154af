import Testing

/// Feeds each check of code a breach that it must find, and the honest neighbour that it must let pass.
@Suite struct CodeCheckTests {
    @Test(
        "an import that the row does not allow is found",
        arguments: [
            ("Kernel", "import Foundation"), ("Kernel", "import FoundationEssentials"),
            ("Register", "import Programmes"),
            ("Programmes", "import Prophylaxis"), ("Prophylaxis", "private import Store"),
            ("Exchange", "import Foundation"), ("Exchange", "import GRDB"),
            ("Documents", "import struct Store.Database"),
            ("Store", "@testable import UseCases"), ("UseCases", "import ArgumentParser"), ("UseCases", "import GRDB"),
            ("vigie", "import GRDB"), ("Unheard", "import Kernel"),
        ])
    func findsImport(target: String, code: String) {
        #expect(Check.importsOfRoom.violations(source(target, code)).count == 1)
    }

    @Test(
        "an import that the row allows passes",
        arguments: [
            ("Prophylaxis", "import Kernel\nimport Register"),
            ("Store", "import GRDB\nimport GRDBSQLite\nimport Crypto"),
            ("Exchange", "internal import TOMLKit\nimport FoundationEssentials"), ("vigie", "import ArgumentParser"),
            ("Kernel", "// import Foundation"),
        ])
    func passesImport(target: String, code: String) {
        #expect(Check.importsOfRoom.violations(source(target, code)).isEmpty)
    }

    @Test(
        "clock, chance and floating point are found in the core",
        arguments: [
            (Check.clock, "let now = Date()"), (Check.clock, "f(at: Date.now)"), (Check.clock, "f(.now)"),
            (Check.clock, "ContinuousClock().measure {}"), (Check.clock, "clock_gettime(CLOCK_REALTIME, &t)"),
            (Check.chance, "Int.random(in: 0..<3)"), (Check.chance, "SystemRandomNumberGenerator()"),
            (Check.chance, "animals.shuffled()"), (Check.chance, "animals.randomElement()"),
            (Check.chance, "a.hashValue < b.hashValue"), (Check.inexactNumbers, "let rate: Double = 0.1"),
        ])
    func findsOutsideWorld(check: Check, code: String) {
        #expect(!check.violations(source("Prophylaxis", code)).isEmpty)
        #expect(check.violations(source("vigie", code)).isEmpty)
        #expect(check.violations(source("Prophylaxis", "// \(code)\nlet a = #\"\(code)\"#")).isEmpty)
    }

    @Test(
        "traps are found in every target",
        arguments: [
            "try! run()", "a as! Int", "a!", "a()!", "a[0]!.b", "a?.b!", "\"\\(a!)\"", "var a: Int!", "a! += 1",
            "fatalError(\"no\")",
        ])
    func findsTrap(code: String) {
        #expect(Check.traps.violations(source("vigie", code)).count == 1)
    }

    @Test(
        "what only looks like a trap passes",
        arguments: ["a != b", "a!=b", "!a", "f(!a)", "a && !b", "try? f()", "// a!"])
    func passesBang(code: String) {
        #expect(Check.traps.violations(source("vigie", code)).isEmpty)
    }

    @Test("printing is found outside of the command line, and a method of that name is not")
    func findsPrint() {
        #expect(Check.printing.violations(source("Kernel", "print(1)\n  debugPrint(2)")).count == 2)
        #expect(Check.printing.violations(source("Documents", "func print() {}\nprinter.print()\n// print(")).isEmpty)
        #expect(Check.printing.violations(source("vigie", "print(1)")).isEmpty)
    }

    private func source(_ target: String, _ code: String) -> Source {
        Source(path: "Sources/\(target)/Some.swift", text: code)
    }
}
