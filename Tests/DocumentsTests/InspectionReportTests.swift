import Documents
import Kernel
import Testing

@Suite struct InspectionReportTests {
    @Test("PRO-10, PRO-273: a report names issuer, number, day, object and result")
    func contents() throws {
        let text = try flatText(pdf(Sample.job, [Sample.inspectionReport()]))
        let expected = [
            "Rapport d’inspection", "N° RI-99-000123 – version 1", "émis le 2 avril 2027", "FRGDS Exemple, section 99",
            "Camille Exemple", "9912 0000 0001, Campagne 2026-2027", "EDE 99123456 – GAEC DES TROIS CHÊNES",
            "Première visite 12/11/2026", "Résultat de l’inspection : B – Non conforme administratif", "page 1/1",
            "ne préjuge pas de la décision",
        ]
        #expect(missing(expected, in: text) == [])
        #expect(!text.contains("ANNULE ET REMPLACE") && !text.contains("INVALIDÉ"))
    }

    @Test("decision 22: a report B gives facts, article and letters")
    func motivation() throws {
        let text = try flatText(pdf(Sample.job, [Sample.inspectionReport()]))
        let expected = [
            "12 bovins analysés sur 18 demandés au 12/02/2027.", "Article enfreint",
            "Article 12 de l’arrêté du 22 avril 2008, version en vigueur", "20/01/2027 : Rappel (réf. PRO-44)",
            "Visite empêchée par la neige.",
        ]
        #expect(missing(expected, in: text) == [])
    }

    @Test("PRO-271: every value of a report in words", arguments: InspectionReportPrint.Value.allCases)
    func values(_ value: InspectionReportPrint.Value) throws {
        var report = Sample.inspectionReport()
        report.value = value
        #expect(try flatText(pdf(Sample.job, [report])).contains("inspection : \(value.rawValue) – \(value.label)"))
    }

    @Test("PRO-240 to PRO-248: every final evaluation in words")
    func evaluations() throws {
        var report = Sample.inspectionReport()
        report.evaluations = ReportedEvaluation.Value.allCases.map {
            ReportedEvaluation(disease: "M-\($0.rawValue)", value: $0)
        }
        let text = try flatText(pdf(Sample.job, [report]))
        for value in ReportedEvaluation.Value.allCases {
            #expect(text.contains("M-\(value.rawValue) \(value.rawValue) \(value.label.split(separator: " ")[0])"))
        }
    }

    @Test("PRO-276: a new version says which one it replaces; an invalid one says so on every page")
    func versions() throws {
        var report = Sample.inspectionReport()
        report.version = 2
        report.replaces = ReplacedVersion(version: 1, issued: Sample.day, reason: "résultat tardif")
        let second = try flatText(pdf(Sample.job, [report]))
        #expect(second.contains("version 2"))
        #expect(second.contains("ANNULE ET REMPLACE la version 1 du 12/10/2026. Motif : résultat tardif"))
        let before = try pixels(pdf(Sample.job, [report]), dpi: 40)
        report.invalidated = Invalidation(day: Sample.day, reason: "erreur de saisie")
        report.reasons = (1...80).map { "Motif numéro \($0)." }
        let invalid = try pdf(Sample.job, [report])
        #expect(try flatText(invalid).contains("RAPPORT INVALIDÉ le 12/10/2026. Motif : erreur de saisie"))
        let pages = try pixels(invalid, dpi: 40)
        #expect(pages.count > before.count)
        // The large letters cross the middle of each page, where the margin is white without them.
        report.invalidated = nil
        let valid = try pixels(pdf(Sample.job, [report]), dpi: 40)
        #expect(zip(pages, valid).allSatisfy { $0.bytes != $1.bytes })
    }
}
