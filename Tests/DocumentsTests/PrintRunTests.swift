import Documents
import Testing

@Suite struct PrintRunTests {
    private struct DiskFull: Error {}

    private static var everything: [any PrintedDocument] {
        var document = Sample.document(animals: 45)
        document.tuberculin = Sample.form
        return [document, Sample.letter(), Sample.inspectionReport(), Sample.report(rows: 50)]
    }

    @Test("the same documents give the same bytes, also while others are printed beside them")
    func deterministic() async throws {
        let first = try pdf(Sample.job, PrintRunTests.everything)
        let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<4 { group.addTask { try pdf(Sample.job, PrintRunTests.everything) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(others.allSatisfy { $0 == first })
        let press = try Press()
        for _ in 0..<2 { #expect(try pdf(Sample.job, PrintRunTests.everything, on: press) == first) }
        let info = try withFile(first) { _, file in try Tool.pdfinfo.run(["-isodates", file]) }
        #expect(info.contains(/CreationDate: +2026-10-12T00:00:00/))
        #expect(info.contains(/Title: +Essai/))
    }

    @Test("fonts are embedded as subsets, and only our own; bars are drawn in the file itself")
    func embeddedFonts() throws {
        let all = try fonts(try pdf(Sample.job, PrintRunTests.everything))
        let letters = all.filter { !$0.isBars }
        #expect(letters.count >= 4)
        #expect(letters.count < all.count)
        for font in letters {
            #expect(font.line.contains(/^[A-Z]{6}\+DejaVuSans/), "\(font)")
            #expect(font.line.contains(/yes +yes +(yes|no) +\d+ +\d+$/), "\(font)")
        }
    }

    @Test("PRO-151: paper is black and white")
    func blackAndWhite() throws {
        var draft = Sample.document(animals: 45)
        draft.edition.validated = nil
        let pages = try pixels(pdf(Sample.job, PrintRunTests.everything + [draft]), dpi: 60, colour: true)
        #expect(pages.count > 6)
        #expect(pages.allSatisfy { $0.channels == 3 && $0.isColourless })
    }

    @Test("a file of many pages goes out in pieces while it is written")
    func pieces() throws {
        var pieces: [Int] = []
        let run = try PrintRun(Sample.job) { pieces.append($0.count) }
        for number in 1...60 { try run.add(Sample.document(number, animals: 30)) }
        let before = pieces.count
        try run.finish()
        #expect(before >= 5)
        #expect(pieces.allSatisfy { $0 > 0 })
    }

    @Test("what the sink throws ends the run")
    func sinkFails() throws {
        let run = try PrintRun(Sample.job) { _ in throw DiskFull() }
        #expect(throws: DiskFull.self) {
            for number in 1...60 { try run.add(Sample.document(number, animals: 30)) }
        }
        #expect(throws: PrintFault.runEnded) { try run.add(Sample.document(animals: 1)) }
        #expect(throws: PrintFault.runEnded) { try run.finish() }
    }

    @Test("a file without a page is a fault, not an empty sheet")
    func nothing() {
        #expect(throws: PrintFault.nothingPrinted) { try pdf(Sample.job, []) }
    }

    @Test("a run does not go on after its end")
    func overIsOver() throws {
        let run = try PrintRun(Sample.job) { _ in }
        try run.add(Sample.document(animals: 1))
        try run.finish()
        #expect(throws: PrintFault.runEnded) { try run.add(Sample.document(animals: 1)) }
    }
}
