import HTTPTypes
import Hummingbird
import NIOCore
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §3: files are sent, judged and corrected in the browser") struct FilesTests {
    private func prepare(_ connection: Connection) throws {
        let fixture = Fixture(connection)
        let laboratory = try fixture.laboratory("LDA99")
        try connection.attachAccount(Role.laboratory.rawValue, to: laboratory)
    }

    /// An analysis report whose one result belongs to no intervention.
    private static let report = """
        <?xml version="1.0" encoding="UTF-8"?>
        <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
        <envelope sender="LDA99" recipient="63" created-on="2021-02-10" reference="R1"/>
        <request intervention="990010000000">
        <sample number="S1" animal="FR9910000000" sampled-on="2021-02-01">\
        <result disease="BRU" method="EAT" interpretation="NEG" analysed-on="2021-02-05"/></sample>
        </request>
        </analysis-report>
        """

    private func worker(_ scene: WebScene) -> Worker {
        Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign())
    }

    @Test(
        "Issue 3 §7: an uploaded file is a job whose page leads to the acknowledgement; others see nothing of it",
        arguments: Engine.allCases)
    func sent(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: prepare) { scene in
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/fichiers")
            #expect(laboratory.text.contains("name=\"fichier\""))
            try await laboratory.upload("/fichiers", [:], file: ("rapport.xml", FilesTests.report))
            let job = try #require(laboratory.location)
            try await laboratory.get(job)
            #expect(laboratory.text.contains("en attente") && laboratory.text.contains("hx-get=\"\(job)\""))
            #expect(try await worker(scene).runDue() == 1)
            try await laboratory.get(job)
            #expect(laboratory.text.contains("terminé") && !laboratory.text.contains("hx-get"), "\(laboratory.text)")
            let start = try #require(laboratory.text.firstRange(of: "href=\"/fichiers/"))
            let file = "/fichiers/" + laboratory.text[start.upperBound...].prefix { $0 != "\"" }
            try await laboratory.get(file)
            #expect(laboratory.status == .ok && laboratory.text.contains("rapport.xml"))
            #expect(laboratory.text.contains("\(file)/accuse.csv") && laboratory.text.contains("Résultats sang"))
            try await laboratory.get("\(file)/accuse.csv")
            #expect(laboratory.status == .ok && !laboratory.text.isEmpty)
            var dairy = try await scene.browser(.dairyLaboratory)
            for path in [file, "\(file)/accuse.csv", job] {
                try await dairy.get(path)
                #expect(dairy.status == .notFound, "\(path)")
            }
            try await dairy.get("/fichiers")
            #expect(!dairy.text.contains("rapport.xml"))
            var authority = try await scene.browser(.authority)
            try await authority.get(file)
            #expect(authority.status == .ok)
            try await authority.get(job)
            #expect(authority.status == .notFound, "a job is its sender's")
        }
    }

    @Test(
        "Decision 4: a result without a place stands on its file's page, each with the forms that it may use",
        arguments: Engine.allCases)
    func waiting(engine: Engine) async throws {
        try await WebScene.withCampaign(engine) { scene in
            try await scene.installation.database.write { connection in
                try connection.attachAccount(
                    Role.laboratory.rawValue, to: try connection.organisationID(code: "LDA99"))
            }
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/fichiers")
            // The intervention is known, the animal is not: an ear tag that was misread.
            let report = FilesTests.report.replacing("990010000000", with: WebScene.number)
                .replacing("method=\"EAT\"", with: "method=\"EAT\" matrix=\"blood\"")
            try await laboratory.upload("/fichiers", [:], file: ("rapport.xml", report))
            #expect(try await worker(scene).runDue() == 1)
            let run = try await scene.installation.database.read { try $0.count("SELECT id FROM import_run") }
            let id = try await scene.installation.database.read { try $0.count("SELECT id FROM unattached_result") }
            let file = "/fichiers/\(run)"
            try await laboratory.get(file)
            #expect(laboratory.text.contains("value=\"FR9910000000\"") && laboratory.text.contains("NEG"))
            #expect(laboratory.text.contains("\(file)/rattacher") && !laboratory.text.contains("\(file)/ecarter"))
            try await laboratory.post(
                "\(file)/rattacher",
                ["resultat": "\(id)", "intervention": "990010000000", "bovin": "FR9910000000"])
            #expect(laboratory.status == .notFound, "the intervention does not exist, and the page says so")
            #expect(laboratory.text.contains("value=\"990010000000\" required"), "what was typed is still there")
            try await laboratory.post("\(file)/ecarter", ["resultat": "\(id)", "motif": "Essai"])
            #expect(laboratory.status == .forbidden)
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/fichiers?en-attente=1")
            #expect(inspector.text.contains("1 en attente"))
            try await inspector.get(file)
            #expect(inspector.text.contains("\(file)/ecarter"))
            try await inspector.post("\(file)/ecarter", ["resultat": "\(id)", "motif": "Autre campagne"])
            try await inspector.get(file)
            #expect(inspector.text.contains("attend d") && !inspector.text.contains("\(file)/ecarter"))
            var national = try await scene.browser(.nationalAuthority)
            try await national.get(file)
            #expect(national.status == .ok && !national.text.contains("\(file)/rattacher"))
        }
    }

    @Test("PRO-189: a laboratory replays the refused lines of its own file", arguments: Engine.allCases)
    func replayed(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: prepare) { scene in
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/fichiers")
            let wrong = FilesTests.report.replacing("\"NEG\"", with: "\"FAUX\"")
            try await laboratory.upload("/fichiers", [:], file: ("rapport.xml", wrong))
            #expect(try await worker(scene).runDue() == 1)
            let run = try await scene.installation.database.read { try $0.count("SELECT id FROM import_run") }
            try await laboratory.get("/fichiers/\(run)")
            #expect(laboratory.text.contains("name=\"ligne.blood.1\""))
            try await laboratory.post("/fichiers/\(run)/rejouer", [:])
            let job = try #require(laboratory.location)
            #expect(try await worker(scene).runDue() == 1)
            try await laboratory.get(job)
            #expect(laboratory.text.contains("terminé"), "\(laboratory.text)")
            var dairy = try await scene.browser(.dairyLaboratory)
            try await dairy.get("/fichiers")
            try await dairy.post("/fichiers/\(run)/rejouer", [:])
            #expect(dairy.status == .notFound)
        }
    }

    @Test("Issue 3 §3: what is not recognised, empty, too large, forged or not allowed is refused with its reason")
    func refused() async throws {
        try await WebScene.run(.sqlite, prepare: prepare) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/fichiers")
            let token = browser.formToken
            try await browser.upload("/fichiers", ["departement": "63"], file: ("x.bin", "nothing known"))
            #expect(browser.status == .unprocessableContent && browser.text.contains("ne reconnaît pas"))
            #expect(browser.text.contains("size=\"4\" value=\"63\""), "what was typed is still there")
            try await browser.upload("/fichiers", ["_form": token], file: ("x.xml", ""))
            #expect(browser.status == .unprocessableContent && browser.text.contains("Aucun fichier"))
            let large = String(repeating: "x", count: scene.mostUploadBytes + 1)
            try await browser.upload("/fichiers", ["_form": token], file: ("x.xml", large))
            #expect(browser.status == .contentTooLarge)
            try await browser.upload("/fichiers", ["_form": "forged"], file: ("x.xml", FilesTests.report))
            #expect(browser.status == .forbidden)
            var laboratory = try await scene.browser(.laboratory)
            try await laboratory.get("/fichiers")
            try await laboratory.upload("/fichiers", ["sorte": "register"], file: ("lot.zip", "PK\u{3}\u{4}"))
            #expect(laboratory.status == .forbidden)
            let jobs = try await scene.installation.database.read { try $0.jobs(of: nil, limit: 10) }
            #expect(jobs == [])
        }
    }

    @Test("Issue 3 §7: a job is cancelled and tried again by its sender only", arguments: Engine.allCases)
    func changed(engine: Engine) async throws {
        try await WebScene.run(engine, prepare: prepare) { scene in
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/fichiers")
            try await inspector.upload("/fichiers", [:], file: ("rapport.xml", FilesTests.report))
            let job = try #require(inspector.location)
            try await inspector.get(job)
            var other = try await scene.browser(.authority)
            try await other.get("/travaux")
            #expect(!other.text.contains(job))
            try await other.post("\(job)/annuler", [:])
            #expect(other.status == .notFound)
            try await inspector.post("\(job)/annuler", [:])
            try await inspector.get(job)
            #expect(inspector.text.contains("annulé"))
            #expect(try await worker(scene).runDue() == 0)
            try await inspector.post("\(job)/relancer", [:])
            #expect(try await worker(scene).runDue() == 1)
            try await inspector.get(job)
            #expect(inspector.text.contains("terminé"))
            try await inspector.get("/travaux")
            #expect(inspector.text.contains("rapport.xml"))
        }
    }

    @Test("Issue 3 §7: a job runs with the rights that its account has when it runs")
    func rights() async throws {
        try await WebScene.run(.sqlite, prepare: prepare) { scene in
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/fichiers")
            try await inspector.upload("/fichiers", [:], file: ("rapport.xml", FilesTests.report))
            try await scene.installation.database.write {
                try $0.disableAccount(Role.inspector.rawValue, at: testTime)
            }
            #expect(try await worker(scene).runDue() == 1)
            let job = try #require(try await scene.installation.database.read { try $0.jobs(of: nil, limit: 1) }.first)
            #expect(job.state == .failed && job.outcome?.contains("user-disabled") == true)
            let runs = try await scene.installation.database.read { try $0.count("SELECT count(*) FROM import_run") }
            #expect(runs == 0)
        }
    }
}

extension WebScene {
    var mostUploadBytes: Int { WebConfiguration(host: "", port: 0, assets: nil).mostUploadBytes }
}

extension WebBrowser {
    /// Sends the upload form of the last page: its token first, as the page has it.
    mutating func upload(
        _ path: String, _ fields: [String: String], file: (name: String, content: String)
    ) async throws {
        var body = ""
        func part(_ name: String, _ value: String, file: String? = nil) {
            body += "--vigie\r\nContent-Disposition: form-data; name=\"\(name)\""
            body += (file.map { "; filename=\"\($0)\"" } ?? "") + "\r\n\r\n\(value)\r\n"
        }
        part("_form", fields["_form"] ?? formToken)
        for (name, value) in fields where name != "_form" { part(name, value) }
        part("fichier", file.content, file: file.name)
        body += "--vigie--\r\n"
        try await send(
            .post, path, [.contentType: "multipart/form-data; boundary=vigie"], ByteBuffer(string: body))
    }
}
