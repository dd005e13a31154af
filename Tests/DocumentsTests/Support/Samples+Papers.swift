import Documents
import Kernel

extension Sample {
    static func letter(_ kind: LetterKind = .reminderUnfinished) -> LetterPrint {
        LetterPrint(
            sender: Party("GDS du Département 99", ["12 rue des Prés", "99000 VILLENEUVE-LE-TROUPEAU"]),
            recipient: Party("GAEC DES TROIS CHÊNES", ["Le Bourg Neuf", "99120 SAINT-EXEMPLE"]),
            place: "Villeneuve", day: Day(uncheckedText: "2026-10-01"), reference: "PRO-2026-00012",
            text: LetterText(
                subject: "Rappel",
                paragraphs: [.text("Madame, Monsieur,"), .bullet("premier point"), .text("Salutations.")]),
            signatory: .init(name: "Jeanne Exemple", function: "La directrice"), enclosures: ["liste"],
            copies: ["Dr Hélène Martin-Dubœuf"])
    }

    static func inspectionReport() -> InspectionReportPrint {
        InspectionReportPrint(
            number: "RI-99-000123", issued: Day(uncheckedText: "2027-04-02"),
            issuer: Party("FRGDS Exemple, section 99", ["99000 VILLENEUVE"]), inspector: "Camille Exemple",
            head: head(), facts: [ReportedFact("Première visite", "12/11/2026")], value: .b,
            evaluations: [
                ReportedEvaluation(disease: "Brucellose", value: .b, facts: "18 demandés, 12 analysés"),
                ReportedEvaluation(disease: "Leucose", value: .a),
                ReportedEvaluation(disease: "Tuberculose", value: .withoutObject),
            ], reasons: ["Brucellose : 12 bovins analysés sur 18 demandés au 12/02/2027."],
            articles: ["Article 12 de l’arrêté du 22 avril 2008, version en vigueur"],
            letters: [SentLetter(day: Day(uncheckedText: "2027-01-20"), title: "Rappel", reference: "PRO-44")],
            comment: "Visite empêchée par la neige.")
    }

    static func report(rows: Int) -> ReportPrint {
        ReportPrint(
            title: "Bilan de la campagne", issuer: Party("GDS du Département 99"), day: day,
            blocks: [
                .heading("Contexte", level: 1), .paragraph("La campagne s’est bien déroulée."),
                .bullets(["un", "deux"]),
                .heading("Exploitations", level: 2),
                .table(
                    ReportTable(
                        columns: [.init("EDE"), .init("Nom"), .init("Bovins", .right)],
                        rows: (0..<rows).map { ["99\(100_000 + $0)", "GAEC n° \($0)", String($0)] },
                        total: ["Total", "", "4242"])),
            ])
    }
}
