import Foundation
import Kernel
import Secrets
import TestSupport
import Testing

@testable import UseCases

@Suite("Issue 3 §1, §6: where the installation's keys stand") struct KeyBookTests {
    static let now = 1_613_376_000

    @Test("the file is made when it is first needed, for its owner only; of ten at once all get the same keys")
    func made() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/keys"
            let names = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<10 {
                    group.addTask { try KeyBook(.file(path)).keys(at: KeyBookTests.now).signing[0].id }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(names.count == 1)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["keys"])
        }
    }

    @Test("a file that others may read, or that is no key file, is refused with its way out")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/keys"
            _ = try KeyBook(.file(path)).keys(at: KeyBookTests.now)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            #expect(KeyBookTests.code { try KeyBook(.file(path)).keys(at: 0) } == KeyFinding.exposed.rawValue)
            try Data("autre chose".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(KeyBookTests.code { try KeyBook(.file(path)).keys(at: 0) } == KeyFinding.unreadable.rawValue)
            #expect(
                KeyBookTests.code { try KeyBook(.file("\(folder)/nulle/part")).keys(at: 0) }
                    == KeyFinding.inaccessible.rawValue)
            #expect(KeyBookTests.code { try KeyBook(.nowhere).keys(at: 0) } == KeyFinding.missing.rawValue)
            #expect(
                KeyBookTests.code { try KeyBook(.text("x")).rotate(at: 0) } == KeyFinding.notAFile.rawValue)
        }
    }

    @Test("another process's rotation is seen within five seconds, at once when a token names the new key")
    func rotated() async throws {
        try await withTemporaryFolder { folder in
            let (mine, other) = (KeyBook(.file("\(folder)/keys")), KeyBook(.file("\(folder)/keys")))
            let first = try mine.keys(at: KeyBookTests.now).signing[0].id
            let second = try other.rotate(at: KeyBookTests.now).signing[0].id
            #expect(try mine.keys(at: KeyBookTests.now + 4).signing.map(\.id) == [first])
            #expect(try mine.keys(at: KeyBookTests.now + 4, anew: true).signing.map(\.id) == [second, first])
            let third = try other.rotate(at: KeyBookTests.now + 5).signing[0].id
            #expect(try mine.keys(at: KeyBookTests.now + 9).signing.first?.id == third)
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/keys")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    private static func code(_ body: () throws -> InstallationKeys) -> String? {
        do {
            _ = try body()
            return nil
        } catch let refused as Refused {
            return refused.findings.first?.code
        } catch {
            return "\(error)"
        }
    }
}
