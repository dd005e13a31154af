import Kernel
import Testing

@testable import Documents

@Suite struct SamplingFaultTests {
    @Test("a document that contradicts itself is refused, and the run goes on with the next one")
    func contradictions() throws {
        var bytes: [UInt8] = []
        let run = try PrintRun(Sample.job) { bytes += $0 }
        var document = Sample.document(animals: 2)
        document.animals[1].requested = ["X"]
        let second = document.animals[1].number
        #expect(throws: SamplingFault.unknownPlan(mark: "X", animal: second)) { try run.add(document) }
        document = Sample.document(animals: 2)
        document.animals[1].number = document.animals[0].number
        #expect(throws: SamplingFault.animalTwice(document.animals[0].number)) { try run.add(document) }
        document = Sample.document(animals: 2)
        document.head.number = "12345"
        #expect(throws: SamplingFault.interventionNumber("12345")) { try run.add(document) }
        document = Sample.document(animals: 2)
        document.plans = Array(repeating: Sample.plans[0], count: 7)
        #expect(throws: SamplingFault.tooManyPlans(7)) { try run.add(document) }
        let good = try run.add(Sample.document(3, animals: 2))
        try run.finish()
        #expect(good.firstPage == 1)
        #expect(try barcodes(bytes).count == 1)
    }

    static let sheets: [(String, @Sendable (inout LabelSheet) -> Void, LabelSheetFault)] = [
        ("no columns", { $0.columns = 0 }, .grid),
        (
            "labels per animal do not divide the columns",
            {
                $0.columns = 3; $0.labelsPerAnimal = 2
            }, .grid
        ),
        ("a height of nothing", { $0.labelHeight = 0 }, .length),
        ("a pitch that is no number", { $0.pitchX = .nan }, .length),
        ("labels that overlap", { $0.pitchY = 11.9 }, .pitch),
        ("bars of 0.249 mm", { $0.moduleWidth = 0.249 }, .moduleTooNarrow(0.249)),
        ("a label too narrow", { $0.labelWidth = 47 }, .barcodeTooWide(needed: 0.33 * 143, label: 47)),
        ("beyond the right edge", { $0.offsetX = 5.1 }, .outsidePage),
        ("beyond the lower edge", { $0.offsetY = 14 }, .outsidePage),
        (
            "rows too low to read",
            {
                $0.pitchY = 10.9; $0.labelHeight = 10.8
            }, .rowTooLow(10.9 / 2)
        ),
        (
            "no room for the table",
            {
                $0.left = 94; $0.pitchX = 50
            }, .tableTooNarrow(84)
        ),
        ("labels in the heading", { $0.top = 29 }, .headingTooLow(29)),
        ("labels in the foot", { $0.top = 32 }, .headingTooLow(32)),
    ]

    @Test("PRO-159: a label sheet that cannot be printed is refused with its reason", arguments: sheets.indices)
    func badSheet(_ index: Int) {
        let (name, change, fault) = SamplingFaultTests.sheets[index]
        var sheet = LabelSheet.twoColumns
        change(&sheet)
        #expect(throws: fault, "\(name)") { try sheet.check() }
    }

    @Test(
        "PRO-159: sheets at the limit are printed",
        arguments: [LabelSheet.twoColumns, .oneColumn, .pairs, .twoColumns.shifted(x: 5, y: 13)])
    func goodSheet(_ sheet: LabelSheet) throws { try sheet.check() }
}
