import Foundation
import TestSupport
import Testing

/// Steps 7 and 8 with the real program.
@Suite struct DocumentCommandTests {
    @Test(
        "PRO-121, PRO-124, PRO-151, PRO-162: from the edition to the register of what was sent",
        arguments: Engine.allCases)
    func fromEditionToRegister(engine: Engine) async throws {
        try await DocumentScene.with(engine, herds: 3, cows: 12) { scene in
            let draft = try await scene.vigie("edit", "--all", "--on", "visit")
            #expect(draft.status == 0, "\(draft.complaint)")
            #expect(draft.text.contains("3 documents édités (projets)"))
            #expect(try await scene.count("SELECT count(*) FROM requested_animal") == 0)

            let number = try await scene.numbers()[0]
            let early = try await scene.vigie("print", number, "--output", "papier")
            #expect(early.status == 1)
            #expect(early.complaint.contains("document-not-validated-yet"))

            #expect(try await scene.vigie("validate", "--all").status == 0)
            #expect(try await scene.count("SELECT count(*) FROM requested_animal") == 20)

            let printed = try await scene.vigie("print", "--all", "--per", "vet", "--output", "papier")
            #expect(printed.status == 0, "\(printed.complaint)")
            let files = try FileManager.default.contentsOfDirectory(atPath: scene.folder + "/papier")
            #expect(files.count == 1)
            let file = try #require(files.first)
            #expect(
                try Data(contentsOf: URL(filePath: scene.folder + "/papier/" + file)).starts(with: Data("%PDF".utf8)))

            let batch = String(file.dropLast(".pdf".count))
            let sent = try await scene.vigie("dispatch", "--batch", batch, "--channel", "courrier")
            #expect(sent.text == "2 exemplaires enregistrés.\n")
            let register = try await scene.vigie("register").lines
            #expect(register.count == 3)
            #expect(register[0].hasPrefix("Imprimé le;Envoyé le;"))
            #expect(register[1].contains(";2020-11-15;gds;courrier;99001;"))
        }
    }

    @Test("PRO-135 to PRO-139, PRO-145: the empty document is validated and analysed", arguments: Engine.allCases)
    func zeroBovine(engine: Engine) async throws {
        try await DocumentScene.with(engine, herds: 2, cows: 3) { scene in
            let edit = try await scene.vigie("edit", "--all", "--validate")
            #expect(edit.status == 0)
            #expect(edit.text.contains("Documents « zéro bovin » : 1."))
            let zero = try await scene.vigie("zero")
            let number = try await scene.numbers()[1]
            #expect(zero.text.contains("\(number) 99100001 A : intervention hors campagne"))
            #expect(zero.text.contains("DECNR_PBE"))
        }
    }

    @Test("Decision 7: a cancellation after the visit needs two accounts", arguments: Engine.allCases)
    func twoAccounts(engine: Engine) async throws {
        try await DocumentScene.with(engine, herds: 2, cows: 3) { scene in
            try await scene.vigie("edit", "--all", "--validate")
            let number = try await scene.numbers()[0]
            try await scene.visit(number, on: "2020-11-14")
            let animal = ["cancel", number, "--animal", "FR9910000000"]
            #expect(try await scene.vigie(animal + ["--reason", "bovin dangereux"]).status == 0)
            let alone = try await scene.vigie(animal + ["--agree"])
            #expect(alone.status == 1)
            #expect(alone.complaint.contains("document-second-person-needed"))
            #expect(try await scene.vigie(animal + ["--agree"], as: "gds2").status == 0)
            #expect(try await scene.count("SELECT count(*) FROM requested_animal WHERE cancelled_on IS NOT NULL") == 1)
        }
    }

    @Test("PRO-124: the frozen facts answer to the rule book with the same list", arguments: Engine.allCases)
    func factsForTheRuleBook(engine: Engine) async throws {
        try await DocumentScene.with(engine, herds: 2, cows: 30) { scene in
            try await scene.vigie("edit", "--all", "--validate")
            let facts = try await scene.vigie("facts", try await scene.numbers()[0])
            #expect(facts.status == 0, "\(facts.complaint)")
            let answer = try await VigieProgram.run(
                ["rules", "run", "sampling-selection"], input: facts.output)
            #expect(answer.status == 0)
            let requested = try await scene.read {
                try $0.all(
                    """
                    SELECT a.number FROM requested_animal r JOIN animal a ON a.id = r.animal_id
                    ORDER BY a.number
                    """
                ) { $0.text(0) }
            }
            #expect(requested.count == 10)
            #expect(requested.allSatisfy { answer.text.contains($0) })
        }
    }

    @Test("PRO-161: a test page for a printer, with its offset; a wrong file is told")
    func testPage() async throws {
        try await DocumentScene.with(.sqlite, herds: 1, cows: 1) { scene in
            let file = scene.folder + "/imprimantes.toml"
            try Data("[bureau]\nsheet = \"one-column\"\noffset-x = 0.8\noffset-y = -1\n".utf8).write(
                to: URL(filePath: file))
            let page = try await VigieProgram.run(
                ["document", "test-page", "--printer", "bureau", "--printers", file, "--output", "essai.pdf"],
                in: scene.folder)
            #expect(page.status == 0, "\(page.complaint)")
            #expect(FileManager.default.fileExists(atPath: scene.folder + "/essai.pdf"))
            for (printer, code) in [("absente", "document-printer-unknown"), ("bureau", "document-printer-sheet")] {
                if printer == "bureau" {
                    try Data("[bureau]\noffset-x = 90\n".utf8).write(to: URL(filePath: file))
                }
                let wrong = try await VigieProgram.run(
                    ["document", "test-page", "--printer", printer, "--printers", file, "--output", "non.pdf"],
                    in: scene.folder)
                #expect(wrong.status == 1)
                #expect(wrong.complaint.contains(code))
            }
        }
    }
}

extension DocumentScene {
    /// A visit, as the results would enter it.
    fileprivate func visit(_ number: String, on day: String) async throws {
        try await write { connection in
            let fixture = Fixture(connection)
            let ids = try connection.first(
                "SELECT campaign_id, id FROM intervention WHERE number = ?", [.text(number)]
            ) { ($0.int(0), $0.int(1)) }
            let (campaign, intervention) = try #require(ids)
            try fixture.visit(in: campaign, intervention, on: day)
        }
    }
}
