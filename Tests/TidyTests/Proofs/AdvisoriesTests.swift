import Foundation
import TestSupport
import Testing

/// `scripts/advisories` against made answers: the real source was never asked from here.
@Suite("Issue 3 §6, ASVS 14.2.1: known weaknesses of what Vigie is built from", .serialized) struct AdvisoriesTests {
    /// - Parameter debsecan: what the program that stands for debsecan is to say; nil: it is not installed.
    private func look(
        _ known: String = "{}", _ behaviour: String = "", debsecan: [String: String]? = [:]
    ) async throws -> (status: Int32, said: String) {
        var outcome: (status: Int32, said: String) = (-1, "")
        try await ForeignServer.run("Providers/advisories.py", [known, behaviour]) { port in
            outcome = try run("http://127.0.0.1:\(port)/v1/querybatch", debsecan)
        }
        return outcome
    }

    private func run(_ source: String, _ debsecan: [String: String]?) throws -> (status: Int32, said: String) {
        let (python, output) = (Process(), Pipe())
        let standIn = SourceTree.root.appending(path: "Tests/Providers/debsecan").path
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = [SourceTree.root.appending(path: "scripts/advisories").path]
        let path = debsecan == nil ? "/nowhere" : "\(standIn):/usr/bin:/bin"
        python.environment = ["VIGIE_ADVISORIES": source, "PATH": path].merging(debsecan ?? [:]) { $1 }
        python.standardOutput = output
        python.standardError = output
        try python.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        return (python.terminationStatus, said)
    }

    @Test("all is looked up, nothing is known: passed") func none() async throws {
        let outcome = try await look()
        #expect(outcome.status == 0 && !outcome.said.contains("NOT LOOKED UP"), "\(outcome.said)")
        let pins = try String(contentsOf: SourceTree.root.appending(path: "Package.resolved"), encoding: .utf8)
        let count = pins.split(separator: "\n").count { $0.contains("\"identity\"") }
        #expect(count > 0 && outcome.said.contains("\(count) Swift packages: 0 known"), "\(outcome.said)")
    }

    @Test("an advisory for one of the versions: failed, with package, version and advisory", arguments: ["", "paged"])
    func known(behaviour: String) async throws {
        let made = """
            {"github.com/apple/swift-nio": ["GHSA-made-0001", "GHSA-made-0002"], "cryptography": ["PYSEC-made-3"]}
            """
        let outcome = try await look(made, behaviour)
        #expect(outcome.status == 1, "\(outcome.said)")
        for line in [
            "github.com/apple/swift-nio 2.", ": GHSA-made-0001 (", ": GHSA-made-0002 (", "cryptography ",
            ": PYSEC-made-3 (", "1 known", "2 known",
        ] { #expect(outcome.said.contains(line), "\(outcome.said)") }
    }

    @Test("no network: not looked up, and not passed") func noNetwork() throws {
        let outcome = try run("http://127.0.0.1:1/v1/querybatch", nil)
        #expect(outcome.status == 2, "\(outcome.said)")
        #expect(outcome.said.contains("NOT LOOKED UP: no network") && !outcome.said.contains(" known"))
        #expect(!outcome.said.contains("Traceback"))
    }

    @Test("a source that answers something else has not been asked", arguments: ["fault", "portal", "short"])
    func broken(behaviour: String) async throws {
        let outcome = try await look("{}", behaviour)
        #expect(outcome.status == 2 && outcome.said.contains("NOT LOOKED UP"), "\(outcome.said)")
        #expect(!outcome.said.contains("Traceback"))
    }

    @Test("Debian: what a newer package mends counts if Vigie uses it; without debsecan it is not looked up")
    func debian() async throws {
        let listed = "CVE-2099-0001 libcurl4-openssl-dev (fixed)\nCVE-2099-0002 telnetd (fixed)\n"
        let found = try await look(debsecan: ["MADE_LINES": listed])
        #expect(found.status == 1 && found.said.contains("libcurl4-openssl-dev "), "\(found.said)")
        #expect(found.said.contains("CVE-2099-0001") && !found.said.contains("CVE-2099-0002"))
        let failed = try await look(debsecan: ["MADE_COMPLAINT": "no network"])
        #expect(failed.status == 2 && failed.said.contains("NOT LOOKED UP: debsecan: no network"), "\(failed.said)")
        let missing = try await look(debsecan: nil)
        #expect(missing.status == 2 && missing.said.contains("not installed"), "\(missing.said)")
    }
}
