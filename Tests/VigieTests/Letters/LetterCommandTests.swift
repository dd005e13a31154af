import Foundation
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing

@Suite struct LetterCommandTests {
    /// One executed campaign with one herd, its vet and the delegate's section.
    private func withScene(
        _ engine: Engine,
        _ body: (_ vigie: ([String]) async throws -> ProcessOutcome, _ folder: String) async throws
            -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await withDatabaseURL(engine) { url in
                let database = try await Database.open(url)
                _ = try await database.ids(1000)
                try await database.write { try LetterCommandTests.fill($0) }
                try await database.close()
                let address =
                    switch url {
                    case .sqlite(let path): "sqlite:\(path)"
                    case .postgres(let uri): uri
                    }
                let environment = ["VIGIE_DATABASE": address, "VIGIE_USER": "gds", "VIGIE_TODAY": "2020-10-10"]
                func vigie(_ arguments: [String]) async throws -> ProcessOutcome {
                    try await VigieProgram.run(arguments, environment: environment, in: folder)
                }
                try await body(vigie, folder)
            }
        }
    }

    private static func fill(_ connection: Connection) throws {
        try connection.insert(
            AccountRow(login: "gds", name: "Personne fictive", role: .inspector, scope: .departments(["63"])))
        try connection.execute(
            """
            INSERT INTO organisation (id, kind, code, name, department, town)
            VALUES (900, 'delegate-section', 'GDS63', 'GDS', '63', 'VILLENEUVE')
            """)
        let fixture = Fixture(connection)
        let herd = try fixture.herd(in: fixture.holding())
        let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
        let intervention = try fixture.intervention(in: campaign, of: herd)
        try fixture.plan(.brucellosis, .blood, in: campaign, intervention)
        try fixture.plan(visit: "2020-11-02", veterinarian: fixture.veterinarian(), of: intervention)
    }

    @Test(
        "PRO-112, PRO-162: letters are written, listed, printed again and entered as sent", arguments: Engine.allCases)
    func wholeWay(engine: Engine) async throws {
        try await withScene(engine) { vigie, folder in
            let written = try await vigie([
                "letter", "write", "information-campagne", "--department", "63", "--all", "--output", "lettres",
            ])
            #expect(written.status == 0, "\(written.complaint)")
            #expect(written.text.hasPrefix("1 lettre(s) « Information sur la campagne » écrite(s)."))
            let list = try await vigie(["letter", "list", "--department", "63", "--unsent"])
            #expect(list.lines.count == 2)
            let number = try #require(list.lines.last?.split(separator: ";").first.map(String.init))
            let printed = try await vigie(["letter", "print", number, "--department", "63", "--output", "encore"])
            #expect(printed.status == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/lettres")
            let name = try #require(files.first)
            #expect(files.count == 1 && name.hasSuffix("-information-campagne-\(number).pdf"))
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/lettres/\(name)"))
            #expect(bytes.starts(with: Data("%PDF".utf8)))
            #expect(try Data(contentsOf: URL(filePath: "\(folder)/encore/\(name)")) == bytes)
            let sent = try await vigie(["letter", "sent", number, "--department", "63"])
            #expect(sent.text.hasPrefix("1 lettre(s) enregistrée(s) comme envoyée(s) le 10/10/2020."))
            #expect(try await vigie(["letter", "list", "--department", "63", "--unsent"]).lines.count == 1)
        }
    }

    @Test("A template with an unknown field is refused with line and fields; a good one is used")
    func template() async throws {
        try await withScene(.sqlite) { vigie, folder in
            let bad = "\(folder)/modele.txt"
            try Data("Objet : Essai\n\nBonjour {nom}.\n".utf8).write(to: URL(filePath: bad))
            let refused = try await vigie(["letter", "template", "check", "information-campagne", bad])
            #expect(refused.status == 1)
            #expect(refused.complaint.contains("Ligne 3 : le champ {nom} n'existe pas."))
            #expect(refused.complaint.contains("nom_exploitation"))
            let good = "\(folder)/bon.txt"
            // Windows-1252, as an old editor saves it.
            try Data([UInt8]("Objet : Pr".utf8) + [0xe9] + [UInt8]("vision\r\n\r\nBonjour.\r\n".utf8))
                .write(to: URL(filePath: good))
            let set = try await vigie([
                "letter", "template", "set", "information-campagne", good, "--department", "63", "--justification",
                "essai",
            ])
            #expect(set.status == 0, "\(set.complaint)")
            let shown = try await vigie(["letter", "template", "show", "information-campagne", "--department", "63"])
            #expect(shown.text.contains("Objet : Prévision"))
        }
    }

    private static let examples: [(arguments: [String], status: Int32)] = [
        (["write", "information-campagne", "--department", "63", "--output", "x"], 64),
        (["write", "information-campagne", "--department", "63", "--all", "--holding", "99000001", "--dry-run"], 64),
        (["write", "lettre-inconnue", "--department", "63", "--all", "--dry-run"], 64),
        (["write", "rappel-90-jours", "--department", "63", "--work-list", "retests", "--dry-run"], 1),
        (["write", "relance-laboratoire-laitier", "--department", "63", "--holding", "99000001", "--dry-run"], 64),
        (["write", "relance-laboratoire-laitier", "--department", "63", "--all", "--dry-run"], 0),
        (["print", "--department", "63", "--output", "x"], 64),
        (["sent", "123456", "--department", "63"], 1),
        (["sender", "--department", "63", "--side", "delegate", "--place", "Clermont"], 64),
    ]

    @Test("The letter commands refuse what excludes itself or is not there", arguments: examples)
    func refusals(_ example: (arguments: [String], status: Int32)) async throws {
        try await withScene(.sqlite) { vigie, _ in
            let outcome = try await vigie(["letter"] + example.arguments)
            #expect(outcome.status == example.status, "\(outcome.complaint)")
        }
    }

    @Test("PRO-259: a refusal is noted, listed for the authority and read again", arguments: Engine.allCases)
    func refusal(engine: Engine) async throws {
        try await withScene(engine) { vigie, _ in
            let follow = try await vigie(["follow-up", "list", "--department", "63"])
            let number = try #require(follow.lines.last?.split(separator: ";").first.map(String.init))
            let noted = try await vigie([
                "intervention", "note", number, "Refus de contention.", "--kind", "refusal", "--department", "63",
            ])
            #expect(noted.text == "Enregistré pour \(number). L'autorité en est informée.\n")
            let list = try await vigie(["worklist", "refusals", "--department", "63"])
            #expect(list.text.contains("\(number);99000001;Ferme fictive;;Refus de contention."))
            let notes = try await vigie(["intervention", "notes", number, "--department", "63"])
            #expect(notes.lines.last?.hasSuffix(";gds;refus;Refus de contention.") == true)
        }
    }

    private static let otherExamples: [(arguments: [String], status: Int32)] = [
        (["serum", "request", "--department", "63", "--output", "x"], 64),
        (["serum", "request", "--department", "63", "--all", "--output", "x"], 0),
        (["serum", "request", "--department", "63", "--laboratory", "LDA", "--output", "x"], 1),
        (["serum", "answer", "990000000004", "--disease", "BRU", "--department", "63"], 64),
        (["intervention", "matrix", "990000000004", "--disease", "BRU", "--department", "63", "--reason", "x"], 64),
        (
            ["intervention", "matrix", "990000000004", "--disease", "BRU", "--department", "63", "--reason", "x"]
                + ["--blood"], 1
        ),
    ]

    @Test("Serum requests and the change of matrix refuse what is not allowed or not there", arguments: otherExamples)
    func others(_ example: (arguments: [String], status: Int32)) async throws {
        try await withScene(.sqlite) { vigie, _ in
            let outcome = try await vigie(example.arguments)
            #expect(outcome.status == example.status, "\(outcome.complaint)")
        }
    }
}
