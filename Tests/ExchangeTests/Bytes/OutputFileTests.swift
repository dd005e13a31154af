import Exchange
import Kernel
import Testing

@Suite("Issue 2 §13: writing")
struct OutputFileTests {
    @Test("What cannot be written is told, not lost", arguments: ["/nowhere/x.csv", "/"])
    func unwritable(path: String) {
        let refusal = #expect(throws: Refusal.self) { try OutputFile(path) }
        #expect(refusal?.findings.map(\.code) == ["file-unwritable"])
    }

    @Test("A full disk is told at the latest when the file is closed")
    func fullDisk() throws {
        let output = try OutputFile("/dev/full")
        let refusal = #expect(throws: Refusal.self) {
            try [UInt8](repeating: 0x41, count: 100).withUnsafeBytes { try output.write($0) }
            try output.close()
        }
        #expect(refusal?.findings.map(\.code) == ["file-unwritable"])
    }

    @Test("A full disk stops the writing of a table")
    func fullDiskTable() throws {
        let table = try TableFile<AnimalRow>("/dev/full")
        for row in Samples.animals { try table.write(row) }
        #expect(throws: Refusal.self) { try table.close() }
    }
}
