import Kernel
import Testing

@testable import Documents

@Suite struct SamplingPageTests {
    @Test("PRO-121: heading and animals of every page can be read")
    func textIsThere() throws {
        var document = Sample.document(animals: 60)
        document.mention = "Recontrôle brucellose : seuls les bovins désignés."
        let text = try flatText(pdf(Sample.job, [document]))
        let expected = [
            "Document d’accompagnement", "des prélèvements (DAP)", "Campagne 2026-2027", "9912 0000 0001",
            "EDE 99123456",
            "GAEC DES TROIS CHÊNES", "99120 SAINT-EXEMPLE", "Atelier allaitant – Naisseur", "Dr Hélène Martin-Dubœuf",
            "N° ordinal 99123", "N° 2 du 12/10/2026", "Valable jusqu’au 12/12/2026", "Âges calculés au 02/11/2026",
            "Tous les bovins", "Brucellose", "Sang – sérologie", "Laboratoire 99", "Tuberculose",
            "Bovins de l’atelier au 02/11/2026 : 60", "sur ce document : 60", "à prélever ou à tester : 48",
            "Recontrôle brucellose : seuls les bovins désignés.", "D dangereux", "page 1/2", "page 2/2",
        ]
        #expect(missing(expected, in: text) == [])
        #expect(missing(document.animals.map(\.number.grouped), in: text) == [])
        #expect(missing(document.animals.map(\.birth.french), in: text) == [])
    }

    @Test("PRO-125: a document without animals says so, and has spare rows")
    func withoutAnimals() throws {
        let bytes = try pdf(Sample.job, [Sample.document(animals: 0)])
        #expect(try text(bytes).contains("AUCUN BOVIN À PRÉLEVER"))
        #expect(try Set(barcodes(bytes).joined()).contains("99120000000101"))
        let copy = try pdf(Sample.job, [Sample.document(animals: 0).farmersCopy])
        #expect(try text(copy).contains("AUCUN BOVIN À PRÉLEVER"))
    }

    @Test("PRO-125: animals that were asked for and have left are said to have left")
    func animalsGone() throws {
        var document = Sample.document(animals: 0)
        #expect(try !text(pdf(Sample.job, [document])).contains("sortis"))
        document.gone = 6
        let read = try flatText(pdf(Sample.job, [document]))
        #expect(
            missing(["demandés et sortis de l’atelier : 6", "Les bovins demandés ont quitté l’atelier"], in: read) == []
        )
    }

    @Test("PRO-121: in a batch, pages are numbered within their document")
    func pageNumbers() throws {
        var second = Sample.document(2, animals: 60)
        second.tuberculin = Sample.form
        let bytes = try pdf(Sample.job, [Sample.document(1, animals: 5), second])
        let numbers = try text(bytes).matches(of: /page \d+\/\d+/).map { String($0.output) }
        #expect(numbers == ["page 1/1", "page 1/3", "page 2/3", "page 3/3"])
    }

    @Test(
        "spare rows fill the last page within their bounds",
        arguments: [
            // animals, page rooms 32 then 40 → rows on each page
            (0, [6]), (26, [32]), (27, [32]), (30, [32]), (31, [32, 1]), (32, [32, 2]), (33, [32, 7]), (70, [32, 40]),
            (71, [32, 40, 1]), (72, [32, 40, 2]),
        ])
    func spareRows(_ animals: Int, _ rows: [Int]) {
        let pages = samplingPages(
            (0..<animals).map { Sample.animal(1, $0) }, spares: 2...6, firstSlot: 8, slotsPerPage: 40)
        #expect(pages.map(\.rows.count) == rows)
        #expect(pages.map(\.firstSlot) == [8] + Array(repeating: 0, count: rows.count - 1))
    }

    @Test("PRO-153: the tuberculin form is the last page, and a paper of its own")
    func tuberculinForm() throws {
        var document = Sample.document(animals: 4)
        document.tuberculin = Sample.form
        let withForm = try words(pdf(Sample.job, [document]))
        #expect(withForm.last?.page == 2)
        #expect(withForm.contains { $0.page == 2 && $0.text == "tuberculination" })
        let alone = try pdf(
            Sample.job, [TuberculinPrint(head: document.head, edition: document.edition, form: Sample.form)])
        #expect(try barcodes(alone) == [[document.head.number]])
        #expect(try text(alone).contains("page 1/1"))
    }

    @Test(
        "PRO-178: the form asks for every fact of a tuberculin report",
        arguments: [
            "IDS (intradermotuberculination simple)", "IDC (intradermotuberculination comparative)", "Injection le",
            "Lecture le", "Lecture subjective", "testés", "négatifs", "petits douteux", "grands douteux", "positifs",
            "non testés", "Bovins non négatifs", "N° complet (code pays et numéro national)", "Motif : V vendu",
            "Signature et cachet", "dans la semaine qui suit la lecture", "la DDPP du Département 99", "EDE 99123456",
        ])
    func formFields(_ field: String) throws {
        let form = TuberculinPrint(head: Sample.head(), edition: Sample.edition(), form: Sample.form)
        #expect(try flatText(pdf(Sample.job, [form])).contains(field))
    }

    @Test("PRO-161: the test page shows a readable symbol on every label and the offset in force")
    func testPage() throws {
        let sheet = LabelSheet.twoColumns.shifted(x: 1.5, y: -0.75)
        let bytes = try pdf(Sample.job, [PrinterTestPrint(sheet: sheet, printer: "Bureau 3", day: Sample.day)])
        #expect(try Set(barcodes(bytes).joined()) == Set((1...40).map(PrinterTestPrint.text)))
        #expect(try text(bytes).contains("décalage x 1,50 mm, y −0,75 mm"))
    }
}
