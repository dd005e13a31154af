import Testing

@testable import Secrets

@Suite("Issue 3 §1: the keys of an installation") struct InstallationKeysTests {
    static let now = 1_613_376_000

    @Test("keys are written and read again as they were")
    func roundTrip() throws {
        let keys = InstallationKeys.make(at: InstallationKeysTests.now).rotated(at: InstallationKeysTests.now + 60)
        let read = try #require(InstallationKeys(text: keys.text))
        #expect(read.secret == keys.secret)
        #expect(read.signing.map(\.id) == keys.signing.map(\.id))
        #expect(read.signing.map(\.madeAt) == [InstallationKeysTests.now + 60, InstallationKeysTests.now])
    }

    @Test("a text that is cut, empty or of somebody else is not taken for keys")
    func faults() {
        let text = InstallationKeys.make(at: InstallationKeysTests.now).text
        let lines = text.split(separator: "\n")
        for dropped in lines.indices {
            let rest = lines.indices.filter { $0 != dropped }.map { lines[$0] }.joined(separator: "\n")
            #expect(InstallationKeys(text: rest) == nil, Comment(rawValue: String(lines[dropped])))
        }
        #expect(InstallationKeys(text: "") == nil)
        #expect(InstallationKeys(text: text.replacing("VIGIE SECRET", with: "CERTIFICATE")) == nil)
    }

    @Test("a key that signs no more verifies until every token that it signed has ended, and is then dropped")
    func rotation() {
        let first = InstallationKeys.make(at: InstallationKeysTests.now)
        let second = first.rotated(at: InstallationKeysTests.now + 90 * 86_400)
        #expect(second.signing.map(\.id).last == first.signing[0].id)
        #expect(second.signing[0].id != first.signing[0].id)
        #expect(second.secret == first.secret)
        let third = second.rotated(at: InstallationKeysTests.now + 90 * 86_400 + 3599)
        #expect(third.signing.count == 3)
        let fourth = second.rotated(at: InstallationKeysTests.now + 90 * 86_400 + 3600)
        #expect(fourth.signing.map(\.id).dropFirst() == [second.signing[0].id])
    }

    @Test("what follows from the secret differs by purpose and by installation, and stays the same")
    func derived() {
        let (one, other) = (InstallationKeys.make(at: 0), InstallationKeys.make(at: 0))
        #expect(one.derivedBytes(for: "a") == one.rotated(at: 1).derivedBytes(for: "a"))
        #expect(one.derivedBytes(for: "a") != one.derivedBytes(for: "b"))
        #expect(one.derivedBytes(for: "a") != other.derivedBytes(for: "a"))
    }
}
