import Exchange
import Kernel
import Testing

@Suite("Issue 2 §13: zip archives")
struct ZipTests {
    static let text = Array("commune;disease;interval;phase\n63113;BRU;1;0\n".utf8)

    private func opening(_ bytes: [UInt8], _ limits: ZipLimits = ZipLimits()) -> Refusal? {
        do {
            _ = try ZipArchive(opening: .bytes(bytes, name: "a.zip"), limits: limits)
            return nil
        } catch { return error }
    }

    @Test("An entry is read like a file")
    func read() throws {
        let folder = try TemporaryFolder()
        let path = try packed([("a.csv", Self.text), ("b/", [])], in: folder)
        let archive = try ZipArchive(opening: .file(path))
        #expect(archive.entries.map(\.name) == ["a.csv"])
        #expect(try archive.source(of: archive.entries[0]).readAll(limit: 1000) == Self.text)
    }

    @Test("The same entries give the same bytes")
    func stableBytes() throws {
        let folder = try TemporaryFolder()
        let first = try ByteSource.file(try packed([("a.csv", Self.text)], in: folder)).readAll(limit: 10_000)
        let second = try ByteSource.file(try packed([("a.csv", Self.text)], in: folder)).readAll(limit: 10_000)
        #expect(first == second)
    }

    @Test("In memory the same bytes as on disk")
    func inMemory() throws {
        let folder = try TemporaryFolder()
        let entries = [(name: "a.csv", bytes: Self.text), (name: "b.csv", bytes: [])]
        let file = try ByteSource.file(try packed(entries, in: folder)).readAll(limit: 10_000)
        #expect(try ZipWriter.bytes(entries) == file)
    }

    @Test("Cut off anywhere: refused, or its damage found when the entry is read", arguments: [1, 10, 22, 60, 100])
    func truncated(missing: Int) {
        let whole = HandmadeZip.bytes([.init(name: "a.csv", bytes: Self.text)])
        #expect(opening(Array(whole.dropLast(missing)))?.findings.map(\.code) == ["zip-broken"])
    }

    @Test(
        "Names that lead out of the archive",
        arguments: ["../a.csv", "/etc/a.csv", "a/../../b.csv", "C:/a.csv", "a\\b.csv"])
    func unsafeNames(name: String) {
        let refusal = opening(HandmadeZip.bytes([.init(name: name, bytes: Self.text)]))
        #expect(refusal?.findings.map(\.code) == ["zip-unsafe-name"])
    }

    @Test("Two dots inside a name are just dots")
    func harmlessDots() {
        #expect(opening(HandmadeZip.bytes([.init(name: "a..b.csv", bytes: Self.text)])) == nil)
    }

    @Test("An encrypted entry is told")
    func encrypted() {
        let refusal = opening(HandmadeZip.bytes([.init(name: "a.csv", bytes: Self.text, isEncrypted: true)]))
        #expect(refusal?.findings.map(\.code) == ["zip-encrypted"])
    }

    @Test(
        "Limits on entries and declared sizes, at and above",
        arguments: [
            (ZipLimits(entries: 2), [String]()), (ZipLimits(entries: 1), ["zip-too-many-entries"]),
            (ZipLimits(entryBytes: 45), []), (ZipLimits(entryBytes: 44), ["zip-too-large"]),
            (ZipLimits(totalBytes: 90), []), (ZipLimits(totalBytes: 89), ["zip-too-large"]),
        ])
    func limits(limits: ZipLimits, codes: [String]) {
        #expect(Self.text.count == 45)
        let zip = HandmadeZip.bytes([.init(name: "a.csv", bytes: Self.text), .init(name: "b.csv", bytes: Self.text)])
        #expect(opening(zip, limits)?.findings.map(\.code) ?? [] == codes)
    }

    @Test("A bomb is refused by its declared ratio")
    func bomb() throws {
        let folder = try TemporaryFolder()
        let path = try packed([("bomb.csv", [UInt8](repeating: 0x41, count: 10 << 20))], in: folder)
        let refusal = #expect(throws: Refusal.self) { try ZipArchive(opening: .file(path)) }
        #expect(refusal?.findings.map(\.code) == ["zip-suspicious-ratio"])
    }

    @Test("A bomb that declares a small size is stopped when more comes out")
    func lyingBomb() throws {
        let folder = try TemporaryFolder()
        let path = try packed([("bomb.csv", [UInt8](repeating: 0x41, count: 1 << 20))], in: folder)
        var bytes = try ByteSource.file(path).readAll(limit: 1 << 20)
        // Both headers hold the size 0x00100000; make them say 16.
        for index in 0..<(bytes.count - 4) where bytes[index..<(index + 4)].elementsEqual([0, 0, 0x10, 0]) {
            bytes.replaceSubrange(index..<(index + 4), with: [16, 0, 0, 0])
        }
        let archive = try ZipArchive(opening: .bytes(bytes, name: "a.zip"))
        #expect(archive.entries.map(\.size) == [16])
        let refusal = #expect(throws: Refusal.self) {
            try archive.source(of: archive.entries[0]).readAll(limit: 2 << 20)
        }
        #expect(["zip-too-large", "zip-entry-broken"].contains(refusal?.findings.first?.code))
    }

    @Test("A damaged entry is told, not read as if whole")
    func damaged() throws {
        var bytes = HandmadeZip.bytes([.init(name: "a.csv", bytes: Self.text)])
        let place = try #require(bytes.firstRange(of: Array("63113".utf8))).lowerBound
        bytes[place] = 0x37
        let archive = try ZipArchive(opening: .bytes(bytes, name: "a.zip"))
        let reading = Exchange.readTable(
            CommuneScreeningRow.self, from: archive.source(of: archive.entries[0]), testOptions()
        ) { _ in }
        #expect(reading.findings.map(\.code) == ["zip-entry-broken"])
        #expect(reading.isFatal)
    }

    @Test(
        "What is no zip, or is not there", arguments: [([UInt8](), "file-empty"), (Array("hello".utf8), "zip-broken")])
    func noZip(bytes: [UInt8], code: String) { #expect(opening(bytes)?.findings.map(\.code) == [code]) }

    @Test("A missing archive is told apart from a broken one")
    func missing() {
        let refusal = #expect(throws: Refusal.self) { try ZipArchive(opening: .file("/nowhere.zip")) }
        #expect(refusal?.findings.map(\.code) == ["file-missing"])
    }

    @Test("Damaged archives never crash", arguments: 0..<4)
    func fuzz(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let whole = HandmadeZip.bytes([.init(name: "a.csv", bytes: Self.text), .init(name: "b.csv", bytes: Self.text)])
        for _ in 0..<500 {
            let bytes = mutated(whole, by: &generator)
            do {
                let archive = try ZipArchive(opening: .bytes(bytes, name: "a.zip"))
                for entry in archive.entries { _ = try archive.source(of: entry).readAll(limit: 1 << 20) }
            } catch {
                #expect(!error.findings.isEmpty)
            }
        }
    }
}
