import Documents
import Kernel
import Testing

@testable import Documents

@Suite struct ReportTests {
    @Test("PRO-286: a report keeps every row, and repeats the head of its table on every page")
    func longTable() throws {
        let bytes = try pdf(Sample.job, [Sample.report(rows: 300)])
        let found = try words(bytes)
        let pages = try #require(found.map(\.page).max())
        #expect(pages > 4)
        for page in 1...pages { #expect(found.contains { $0.page == page && $0.text == "EDE" }, "page \(page)") }
        let texts = Set(found.map(\.text))
        #expect((0..<300).allSatisfy { texts.contains("99\(100_000 + $0)") })
        #expect(texts.contains("4242"))
        #expect(try flatText(bytes).contains("page \(pages)/\(pages)"))
        #expect(found.allSatisfy { $0.bottom < 830 })
    }

    @Test("columns stand one under the other, numbers at the right edge")
    func alignment() throws {
        let found = try words(pdf(Sample.job, [Sample.report(rows: 12)]))
        let numbers = ["0", "10", "4242"].compactMap { number in found.first { $0.text == number && $0.x > 400 } }
        #expect(numbers.count == 3)
        #expect(numbers.allSatisfy { abs($0.right - numbers[0].right) < 0.2 })
    }

    static let widths: [(natural: [Double], width: Double, expected: [Double])] = [
        ([10, 20, 30], 120, [20, 40, 60]), ([10, 20, 300, 300], 130, [10, 20, 50, 50]), ([50, 50], 50, [25, 25]),
        ([], 10, []),
    ]

    @Test("columns that ask for little keep it, wide ones share the rest", arguments: widths)
    func columnWidths(_ natural: [Double], _ width: Double, _ expected: [Double]) {
        #expect(fittedWidths(natural, in: width) == expected)
    }

    @Test("a long cell takes more lines, and one without end is cut")
    func longCells() throws {
        var report = Sample.report(rows: 0)
        let long = String(repeating: "mot ", count: 5000)
        report.blocks = [
            .table(ReportTable(columns: [.init("A"), .init("B")], rows: [["un deux", long], ["après", "fin"]]))
        ]
        let found = try words(pdf(Sample.job, [report]))
        let lines = Set(found.filter { $0.text == "mot" }.map(\.y))
        #expect(lines.count == 30)
        let first = try #require(found.first { $0.text == "mot" })
        let after = try #require(found.first { $0.text == "après" })
        #expect(after.page == 1 && after.y > first.y + 30 * 10)
    }

    @Test("breaks make new pages, and never an empty one")
    func pageBreaks() throws {
        var report = Sample.report(rows: 0)
        report.blocks = [.pageBreak, .paragraph("premier"), .pageBreak, .pageBreak, .paragraph("second"), .pageBreak]
        let found = try words(pdf(Sample.job, [report]))
        #expect(found.first { $0.text == "premier" }?.page == 1)
        #expect(found.first { $0.text == "second" }?.page == 2)
        #expect(found.map(\.page).max() == 2)
    }

    @Test("a table that has no columns, or too many cells in a row, is a fault")
    func faults() {
        var report = Sample.report(rows: 0)
        report.blocks = [.table(ReportTable(columns: [], rows: []))]
        #expect(throws: ReportFault.noColumns) { try pdf(Sample.job, [report]) }
        report.blocks = [.table(ReportTable(columns: [.init("A")], rows: [["1"], ["1", "2"]]))]
        #expect(throws: ReportFault.tooManyCells(row: 2)) { try pdf(Sample.job, [report]) }
    }

    @Test(
        "a text is parted where its page ends, headings stay with what follows",
        arguments: [
            ([false, false, false], [2, 1]), ([false, true, false], [1, 2]), ([true, true, false], [2, 1]),
            ([false, false, false, true, false], [2, 1, 2]),
        ])
    func flowing(_ keeps: [Bool], _ pages: [Int]) {
        let items = keeps.map { FlowItem(height: 40, keepsWithNext: $0, draw: { _, _ in }) }
        #expect(flow(items, firstTop: 0, top: 0, bottom: 100).map(\.placed.count) == pages)
    }
}
