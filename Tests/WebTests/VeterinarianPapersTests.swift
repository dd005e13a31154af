import HTTPTypes
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: papers of a veterinarian's own herds") struct VeterinarianPapersTests {
    private static let scan = "%PDF-1.4\n% a scanned report\n"
    private static let own = "/interventions/990000000001"

    private func first(_ browser: WebBrowser, _ path: String = own) -> String? {
        browser.text.firstRange(of: "href=\"\(path)/pieces/").map {
            path + "/pieces/" + browser.text[$0.upperBound...].prefix { $0 != "\"" }
        }
    }

    @Test(
        "a veterinarian adds, sees and takes back papers of its herds; the delegate is told; the read is noted",
        arguments: Engine.allCases)
    func own(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            _ = try await scene.installation.database.ids(1000)
            var vet = try await scene.browser(.veterinarian)
            try await vet.get(Self.own)
            #expect(vet.text.contains("Aucune pièce jointe.") && !vet.text.contains("name=\"partager\""))
            try await vet.upload(Self.own + "/pieces", ["partager": "1"], file: ("compte rendu.pdf", Self.scan))
            #expect(vet.location == Self.own + "?fait=piece")
            try await vet.get(Self.own + "?fait=piece")
            #expect(vet.text.contains("Pièce jointe enregistrée.") && vet.text.contains("compte rendu.pdf"))
            let piece = try #require(first(vet))
            try await vet.get(piece)
            #expect(vet.text == Self.scan)
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(WebCampaign.path + "/travail/alerts")
            #expect(inspector.text.contains("Pièce jointe par le vétérinaire : compte rendu.pdf"))
            try await inspector.get(Self.own)
            #expect(inspector.text.contains("compte rendu.pdf"))
            try await inspector.get(piece)
            #expect(inspector.text == Self.scan)
            try await vet.get(Self.own)
            try await vet.submit(piece + "/retrait", [("motif", "")])
            #expect(vet.status == .unprocessableContent && vet.text.contains("Le motif manque."))
            try await vet.submit(piece + "/retrait", [("motif", "Mauvaise page")])
            #expect(vet.location == Self.own + "?fait=pieceGone")
            let acts = try await scene.installation.database.read { connection in
                try connection.all(
                    "SELECT actor, intention FROM audit_entry WHERE intention = 'paper.add' ORDER BY id"
                ) { $0.text(0) }
            }
            #expect(acts == ["veterinarian", "veterinarian"])
            try await scene.installation.writeReads()
            let reads = try await scene.installation.access.read { try $0.reads(ReadFilter()) }
            for login in ["veterinarian", "inspector"] {
                #expect(reads.contains { $0.login == login && $0.kind == "paper" && $0.subject == "990000000001" })
            }
        }
    }

    @Test(
        "of a service's papers a veterinarian sees those that are shared, and takes none of them back",
        arguments: Engine.allCases)
    func shared(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: OwnPagesTests.farm) { scene in
            _ = try await scene.installation.database.ids(1000)
            var inspector = try await scene.browser(.inspector)
            for (name, fields) in [("interne.pdf", [:]), ("partagee.pdf", ["partager": "1"])] {
                try await inspector.get(Self.own)
                try await inspector.upload(Self.own + "/pieces", fields, file: (name, Self.scan))
            }
            let ids = try await scene.installation.database.read { connection in
                try connection.all("SELECT id FROM attachment ORDER BY name") { $0.int(0) }
            }
            let paths = ids.map { "\(Self.own)/pieces/\($0)" }
            var vet = try await scene.browser(.veterinarian)
            try await vet.get(Self.own)
            #expect(vet.text.contains("partagee.pdf") && !vet.text.contains("interne.pdf"))
            try await vet.get(paths[1])
            #expect(vet.text == Self.scan)
            try await vet.get(Self.own + "/pieces/987654")
            let missing = (vet.status, vet.text)
            try await vet.get(paths[0])
            #expect((vet.status, vet.text) == missing && vet.status == .notFound)
            for path in paths {
                try await vet.get(Self.own)
                try await vet.submit(path + "/retrait", [("motif", "Pour voir")])
                #expect(vet.status == .unprocessableContent && vet.text.contains("déjà retirée"))
            }
            let standing = try await scene.installation.database.read {
                try $0.count("SELECT count(*) FROM attachment WHERE withdrawn_at IS NULL")
            }
            #expect(standing == 2)
        }
    }

    @Test("CAL-43: a foreign herd's papers are not there, and keepers and laboratories have none")
    func foreign() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            _ = try await scene.installation.database.ids(1000)
            let foreign = "/interventions/990000000002"
            var inspector = try await scene.browser(.inspector)
            try await inspector.get(foreign)
            try await inspector.upload(foreign + "/pieces", ["partager": "1"], file: ("a.pdf", Self.scan))
            try await inspector.get(foreign)
            let piece = try #require(first(inspector, foreign))
            var vet = try await scene.browser(.veterinarian)
            try await vet.get(piece)
            #expect(vet.status == .notFound)
            try await vet.get(Self.own)
            try await vet.upload(foreign + "/pieces", [:], file: ("b.pdf", Self.scan))
            #expect(vet.status == .notFound)
            try await vet.get(Self.own)
            try await vet.submit(piece + "/retrait", [("motif", "x")])
            #expect(vet.status == .notFound)
            for role in [Role.keeper, .laboratory] {
                var other = try await scene.browser(role)
                try await other.get(piece)
                #expect(other.status == .forbidden)
            }
        }
    }

    @Test("no intervention takes papers without end")
    func most() async throws {
        try await WebScene.run(.sqlite, prepare: OwnPagesTests.farm) { scene in
            _ = try await scene.installation.database.ids(1000)
            var vet = try await scene.browser(.veterinarian)
            for index in 1...41 {
                try await vet.get(Self.own)
                try await vet.upload(Self.own + "/pieces", [:], file: ("\(index).pdf", Self.scan))
                #expect(vet.status == (index < 41 ? .seeOther : .unprocessableContent), "\(index)")
            }
            #expect(vet.text.contains("40 pièces"))
        }
    }
}
