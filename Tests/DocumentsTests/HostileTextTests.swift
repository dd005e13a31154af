import Kernel
import Testing

@testable import Documents

@Suite struct HostileTextTests {
    @Test("names as files bring them move nothing and hide no barcode", arguments: hostileNames.indices)
    func namesStayInTheirPlace(_ index: Int) throws {
        let name = hostileNames[index]
        let plain = Sample.document(animals: 40)
        var document = plain
        document.head.keeper = Party(name, Array(repeating: name, count: 9))
        document.head.veterinarian = Party(name, [name])
        document.head.issuer = Party(name, [name, name])
        document.head.herd = name
        document.head.campaign = name
        document.display = name
        document.mention = name
        document.plans[0].laboratory = name
        document.animals[0].breed = name
        document.animals[0].note = name
        let bytes = try pdf(Sample.job, [document])
        let expected = document.animals.filter(\.hasLabel).map(\.number.description)
        let pages = try barcodes(bytes)
        #expect(Set(pages.joined()).isSuperset(of: expected))
        #expect(pages.allSatisfy { $0.contains(document.head.number) })
        #expect(pages.count == 2)
        #expect(try fonts(bytes).filter { !$0.isBars }.allSatisfy { $0.line.contains("+DejaVuSans") })
        for word in try words(bytes) { #expect(word.x >= 10 && word.right <= 585, "\(word)") }
    }

    @Test("letters, reports and inspection reports take the same names", arguments: hostileNames.indices)
    func otherPapers(_ index: Int) throws {
        let name = hostileNames[index]
        var letter = Sample.letter()
        letter.recipient = Party(name, [name])
        letter.text.paragraphs.append(.text(name))
        var inspection = Sample.inspectionReport()
        inspection.reasons = [name]
        inspection.comment = name
        var report = Sample.report(rows: 3)
        report.title = name
        report.blocks.append(
            .table(ReportTable(columns: [.init("A"), .init("B")], rows: [[name, "x"], ["y", name]])))
        for word in try words(pdf(Sample.job, [letter, inspection, report])) {
            #expect(word.x >= 10 && word.right <= 586 && word.bottom <= 842, "\(word)")
        }
    }

    @Test(
        "what is printed of a text",
        arguments: [
            ("A\u{0}B\nC", "A B C"), ("a\u{200b}\u{202e}b", "ab"), ("e\u{301}", "e\u{301}"), ("牛", "�"),
            ("x\u{301}\u{302}\u{303}\u{304}\u{305}y", "x\u{301}\u{302}\u{303}y"), ("le\u{202f}mot", "le\u{a0}mot"),
            ("Objet : « oui »", "Objet\u{a0}: «\u{a0}oui\u{a0}»"),
        ])
    func cleaning(_ text: String, _ printed: String) {
        let shown = cleaned(text.unicodeScalars) { $0.value < 0x3000 }
        #expect(Array(shown.unicodeScalars) == Array(printed.unicodeScalars))
    }

    @Test("type has its size: pango's lines are as wide and as high as the glyphs that we set ourselves")
    func typeSize() throws {
        let type = try Typesetter()
        let face = try type.face(.plain(10))
        // DejaVu Sans: a figure is 0.636 em wide.
        #expect(abs(type.width(of: "0000000000", in: face) - 63.6) < 0.2)
        let set = try #require(type.set("NNNNNNNNNN", in: face, limit: .infinity))
        #expect(abs(type.complexLine("NNNNNNNNNN", in: face, limit: .infinity).width - set) < 0.1)
        let paragraph = try Paragraph("NNNNNNNNNN", in: face, of: type, width: set + 0.1)
        #expect(paragraph.lineCount == 1)
        #expect(try Paragraph("NNNNNNNNNN", in: face, of: type, width: set - 0.1).lineCount == 2)
    }

    @Test("a text is cut with an ellipsis exactly where its place ends")
    func cutting() throws {
        let type = try Typesetter()
        let face = try type.face(.plain(10))
        let full = type.width(of: "ABCDEFGH", in: face)
        #expect(type.set("ABCDEFGH", in: face, limit: full) == full)
        #expect(type.line.count == 8)
        let cut = try #require(type.set("ABCDEFGH", in: face, limit: full - 0.1))
        #expect(cut <= full - 0.1)
        #expect(type.line.count < 9)
        #expect(type.line.last?.index == face.glyph("…")?.index)
        #expect(type.set("é", in: face, limit: 100) == type.width(of: "é", in: face))
        #expect(type.set("e\u{301}", in: face, limit: 100) == nil)
    }
}
