import Documents
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct LetterTemplateTests {
    private static let faults: [(text: String, code: String, line: String?)] = [
        ("Objet : A\n\nBonjour {nom}.", "letter-field-unknown", "3"),
        ("Objet : A\n\nBonjour {nom_exploitation.", "letter-brace", "3"),
        ("Bonjour.", "letter-subject-missing", nil), ("Objet : A", "letter-body-missing", nil),
    ]

    @Test("A template with an unknown field is refused with its line and the fields that exist", arguments: faults)
    func wrong(_ example: (text: String, code: String, line: String?)) throws {
        let refused = try #require(throws: Refused.self) { try SetLetterTemplate.check(example.text) }
        let finding = try #require(refused.findings.first)
        #expect(finding.code == example.code)
        #expect(finding.facts.first { $0.name == "line" }?.value == example.line)
        if example.code == "letter-field-unknown" {
            #expect(FindingTexts.text(of: finding).wayOut.contains("numero_exploitation"))
            #expect(FindingTexts.text(of: finding).sentence.contains("{nom}"))
        }
    }

    @Test("PRO-251: a department's own text is used from then on, and kept with the letter", arguments: Engine.allCases)
    func own(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            func set(_ kind: LetterKind, as role: Role = .inspector) async throws {
                let useCase = SetLetterTemplate(
                    department: "63", kind, text: "Objet : Essai\n\nAvant le {date_limite}, {nom_exploitation}.",
                    justification: "style de la maison")
                try await scene.perform(useCase, as: role)
            }
            try await set(.reminderUnfinished)
            let tray = LetterTray()
            _ = try await scene.write(.reminderUnfinished, tray)
            #expect(try scene.words(tray).contains("Avant le 31 janvier 2021, GAEC des Trois Chênes."))
            #expect(try await scene.refusals { try await set(.formalNotice) } == ["role-may-not"])
            try await set(.formalNotice, as: .authority)
            let read = ReadLetterTemplate(department: "63", .formalNotice)
            #expect(try await scene.perform(read).isOwn)
        }
    }

    @Test("Each side settles signatory, contact, place and logo of its letters", arguments: Engine.allCases)
    func sender(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            func settle(_ side: LetterSide, logo: [UInt8]? = nil, _ change: LetterSenderSetting) async throws {
                _ = try await scene.perform(
                    SetLetterSender(department: "63", side, change, logo: logo, justification: "nomination"))
            }
            var change = LetterSenderSetting()
            change.signatory = "Jeanne Exemple"
            try await settle(.delegate, change)
            change = LetterSenderSetting()
            change.function = "La directrice"
            change.contact = "04 00 00 00 00"
            change.place = "Clermont"
            try await settle(.delegate, change)
            let tray = LetterTray()
            _ = try await scene.write(.reminderUnfinished, tray)
            let words = try scene.words(tray)
            for part in ["La directrice", "Jeanne Exemple", "04 00 00 00 00", "Clermont, le 12 janvier 2021"] {
                #expect(words.contains(part))
            }
            let logo = try await scene.refusals { try await settle(.delegate, logo: [1, 2, 3], change) }
            #expect(logo == ["letter-logo-unreadable"])
            #expect(try await scene.refusals { try await settle(.authority, change) } == ["role-may-not"])
        }
    }

    @Test("Without the delegate's organisation in the register no letter is written")
    func withoutSender() async throws {
        try await EvaluationScene.run(.sqlite, brucellosis: EvaluationScene.short, leukosis: EvaluationScene.tested) {
            scene in
            let codes = try await scene.refusals { _ = try await scene.write(.reminderUnfinished) }
            #expect(codes == ["letter-sender-unknown"])
        }
    }

    @Test("A preview of a template shows each field at its place")
    func preview() throws {
        let bytes = try LetterPreview.pdf(.warning, "Objet : Essai\n\nLe {date_limite}.", on: day("2021-01-12"))
        #expect(try text(ofPDF: bytes).contains("Le [date_limite]."))
    }
}
