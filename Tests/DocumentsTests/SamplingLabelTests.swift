import Documents
import Testing

@Suite struct SamplingLabelTests {
    /// What a scanner must find: the heading on every page, a label for each animal that has one, the spare ones.
    private func expected(_ document: SamplingPrint, _ pages: PrintedPages) -> Set<String> {
        var texts: Set = [document.head.number]
        let animals = document.animals.filter(\.hasLabel).map(\.number.description)
        texts.formUnion(animals)
        let spares = pages.labels / document.sheet.labelsPerAnimal - animals.count
        for number in 1...max(1, spares) where number <= spares {
            texts.insert(spareLabelText(document.head.number, number))
        }
        return texts
    }

    @Test(
        "PRO-151: every label and heading of every page reads, over page ends and batches",
        arguments: [LabelSheet.twoColumns, .oneColumn, .pairs, .twoColumns.shifted(x: 2, y: -1.5)])
    func everyLabelReads(_ sheet: LabelSheet) throws {
        let documents = [0, 1, 33, 97].enumerated().map { Sample.document($0 + 1, animals: $1, sheet: sheet) }
        var bytes: [UInt8] = []
        let run = try PrintRun(Sample.job) { bytes += $0 }
        let printed = try documents.map { try run.add($0) }
        try run.finish()
        let read = try barcodes(bytes)
        #expect(read.count == printed.reduce(0) { $0 + $1.pages })
        for (document, pages) in zip(documents, printed) {
            let found = read[(pages.firstPage - 1)..<(pages.firstPage - 1 + pages.pages)]
            #expect(Set(found.joined()) == expected(document, pages))
            #expect(found.allSatisfy { $0.contains(document.head.number) })
            if sheet.labelsPerAnimal == 1 { #expect(found.joined().count == pages.labels + pages.pages) }
        }
        #expect(printed[3].pages > 1)
    }

    @Test("PRO-123: an animal that is shown but not requested has no label")
    func shownOnly() throws {
        let document = Sample.document(animals: 5)
        let read = try Set(barcodes(pdf(Sample.job, [document])).joined())
        #expect(!read.contains(document.animals[4].number.description))
        #expect(read.contains(document.animals[3].number.description))
    }

    @Test("PRO-128: an animal that was sampled already has no label, and its mark")
    func alreadySampled() throws {
        var document = Sample.document(animals: 3)
        let animal = document.animals[1]
        document.animals[1] = SampledAnimal(
            number: animal.number, birth: animal.birth, sex: "F", breed: "38", requested: ["B"], alreadySampled: true)
        let bytes = try pdf(Sample.job, [document])
        #expect(try !Set(barcodes(bytes).joined()).contains(animal.number.description))
        #expect(try text(bytes).contains("✓"))
    }

    @Test("PRO-152: the farmer's copy names every animal and has no label")
    func farmersCopy() throws {
        let document = Sample.document(animals: 45)
        let copy = document.farmersCopy
        let bytes = try pdf(Sample.job, [copy])
        #expect(try Set(barcodes(bytes).joined()) == [document.head.number])
        let text = try flatText(bytes)
        #expect(text.contains("COPIE ÉLEVEUR – SANS ÉTIQUETTES"))
        #expect(missing(document.animals.map { String($0.number.description.suffix(4)) }, in: text) == [])
        #expect(!text.contains("Réserve"))
    }

    @Test("PRO-124: a draft says so and carries no barcode at all")
    func draft() throws {
        var document = Sample.document(animals: 12)
        document.edition.validated = nil
        document.tuberculin = Sample.form
        let bytes = try pdf(Sample.job, [document])
        #expect(try barcodes(bytes).joined().isEmpty)
        #expect(try text(bytes).contains("BROUILLON – SANS VALEUR"))
        #expect(try !text(bytes).contains("liste figée"))
        #expect(
            try text(pdf(Sample.job, [Sample.document(animals: 12)])).contains("Validée le 12/10/2026, liste figée"))
    }

    @Test("decision 15: a foreign number reads; one too long for its label is printed in letters, with a finding")
    func foreignNumbers() throws {
        var document = Sample.document(animals: 3)
        document.animals[0].number = .init(stored: "DE123456789012")
        document.animals[1].number = .init(stored: "IEABCDEFGHIJKL")
        var bytes: [UInt8] = []
        let run = try PrintRun(Sample.job) { bytes += $0 }
        let printed = try run.add(document)
        try run.finish()
        let read = try Set(barcodes(bytes).joined())
        #expect(read.contains("DE123456789012"))
        #expect(!read.contains("IEABCDEFGHIJKL"))
        #expect(printed.findings.map(\.code) == ["label-without-barcode"])
        #expect(printed.findings.first?["animal"] == "IEABCDEFGHIJKL")
        #expect(try text(bytes).contains("Numéro trop long pour un code-barres"))
    }

    @Test("PRO-159: 10 modules of white stay on both sides of every symbol")
    func quietZones() throws {
        let sheet = LabelSheet.twoColumns
        var document = Sample.document(animals: 2, sheet: sheet)
        document.spareRows = 0...0
        let page = try pixels(pdf(Sample.job, [document]), dpi: 254)[0]
        // 10 pixels a millimetre. The first slot is in the row of labels in which both numbers stand.
        let zoneLeft = Int(sheet.left * 10) - 10
        let rows = (0..<sheet.rows).map { Int((sheet.top + Double($0) * sheet.pitchY + 4) * 10) }
        let row = try #require(rows.first { page.runs($0, from: zoneLeft, to: page.width).count > 100 })
        let runs = page.runs(row, from: zoneLeft, to: page.width)
        // White, symbol, white, symbol, white: a symbol of 12 characters has 34 bars.
        let quiet = 10 * sheet.moduleWidth * 10 - 1
        try #require(runs.count == 137)
        #expect([runs[0], runs[68], runs[136]].allSatisfy { Double($0) >= quiet })
        #expect(Double(runs[68]) >= 2 * quiet)
    }

    @Test("PRO-159: the offset of a printer moves the labels, and nothing else", arguments: [(1.5, -1.0), (-2.0, 3.0)])
    func offsets(_ x: Double, _ y: Double) throws {
        let plain = try words(pdf(Sample.job, [Sample.document(animals: 20)]))
        let moved = try words(
            pdf(Sample.job, [Sample.document(animals: 20, sheet: .twoColumns.shifted(x: x, y: y))]))
        #expect(plain.map(\.text).sorted() == moved.map(\.text).sorted())
        let zone = (LabelSheet.twoColumns.left - 2.5) * 72 / 25.4
        let top = LabelSheet.twoColumns.top * 72 / 25.4 + 150
        let isLabel = { (word: Word) in word.x > zone && word.y > top && word.bottom < 805 }
        let shift = { (word: Word) in
            Word(
                page: word.page, text: word.text, x: word.x + x * 72 / 25.4, y: word.y + y * 72 / 25.4,
                right: word.right, bottom: word.bottom)
        }
        let labels = plain.filter(isLabel)
        #expect(labels.count > 60)
        for word in labels {
            let there = shift(word)
            #expect(moved.contains { $0.text == word.text && abs($0.x - there.x) < 0.02 && abs($0.y - there.y) < 0.02 })
        }
        for word in plain where !isLabel(word) { #expect(moved.contains(word)) }
    }
}
