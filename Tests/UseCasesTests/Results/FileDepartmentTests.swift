import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("For which department a received file is, and who sees what it holds") struct FileDepartmentTests {
    typealias Line = BloodDesk.Line

    /// A laboratory works for the whole country.
    private func context(_ desk: BloodDesk) async throws -> Context {
        let organisation = try await desk.database.read {
            try $0.first("SELECT id FROM organisation WHERE code = ?", [.text(BloodDesk.code)]) { $0.int(0) }
        }
        return Context(
            database: desk.database,
            actor: Actor(
                login: "labo", name: "Labo", role: .laboratory, scope: .national, organisation: organisation),
            today: try #require(Day("2020-11-20")), now: "2020-11-20T08:00:00Z")
    }

    /// The department of the job that a file becomes, or the code of its refusal.
    private func received(
        _ desk: BloodDesk, _ lines: [Line], recipient: String, chosen: String? = nil
    ) async throws -> String {
        let text = desk.xml(lines).replacing("recipient=\"63\"", with: "recipient=\"\(recipient)\"")
        var upload = ReceiveFiles([QueueJob.File(name: "rai.xml", bytes: Array(text.utf8))])
        upload.departmentCode = chosen
        upload.fictitious = true
        do {
            let job = try await upload.perform(context(desk))
            let found = try await desk.texts("SELECT department FROM job WHERE id = \(job)")
            return found.first ?? ""
        } catch let refused as Refused {
            #expect(try await desk.count("SELECT count(*) FROM job") == 0)
            return refused.findings.map(\.code).joined()
        }
    }

    @Test(
        "Decision 4: an organisation's code is no department; what a file names says where it belongs",
        arguments: Engine.allCases)
    func department(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.database.ids(1000)
            #expect(try await received(desk, [Line()], recipient: "DDPP-99") == "63", "by the intervention")
            #expect(try await received(desk, [Line(number: "")], recipient: "DDPP-99") == "63", "by the herd")
            #expect(try await received(desk, [Line()], recipient: BloodDesk.code) == "63", "by the organisation")
        }
    }

    @Test(
        "Decision 4: a department that does not exist, none, and several are refused with their reason",
        arguments: [
            ("zz", nil, "upload-department-unknown"), ("75", nil, "upload-department-unknown"),
            (nil, "FR9900000001", "upload-department-missing"),
        ] as [(String?, String?, String)])
    func refused(_ chosen: String?, _ animal: String?, _ code: String) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            _ = try await desk.database.ids(1000)
            let line = animal.map { Line(animal: $0, number: "990099999999") } ?? Line()
            #expect(try await received(desk, [line], recipient: "DDPP-99", chosen: chosen) == code)
        }
    }

    @Test("Two departments in one file are no guess")
    func several() async throws {
        try await BloodDesk.with(.sqlite) { desk in
            _ = try await desk.database.ids(1000)
            try await desk.database.write { connection in
                let fixture = Fixture(connection, from: 500)
                let herd = try fixture.herd(in: fixture.holding("99000009"))
                let other = try fixture.intervention(in: desk.campaign, of: herd)
                try connection.execute("UPDATE intervention SET department = '71' WHERE id = \(other)")
            }
            let other = try await desk.texts("SELECT number FROM intervention WHERE department = '71'")[0]
            let lines = [Line(), Line(animal: BloodDesk.animal(1), number: other)]
            #expect(try await received(desk, lines, recipient: "DDPP-99") == "upload-departments-several")
        }
    }

    @Test(
        "Decision 4: a non-negative filed under another department is alerted and waits where it belongs",
        arguments: Engine.allCases)
    func elsewhere(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.database.ids(1000)
            let text = desk.xml([Line(interpretation: "POS"), Line(animal: "FR9900099999", interpretation: "POS")])
            _ = try await ImportAnalysisReport(
                .text(text, name: "rai.xml"), department: "15", fictitious: true
            ).perform(context(desk))
            #expect(
                try await desk.texts("SELECT department || ' ' || kind FROM work_item ORDER BY 1")
                    == ["63 alert-non-negative"])
            #expect(try await desk.texts("SELECT DISTINCT department FROM unattached_result") == ["63"])
        }
    }

    @Test("Decision 4: nobody in charge of a department: the national authority is told", arguments: Engine.allCases)
    func national(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.database.ids(1000)
            try await desk.database.write { connection in
                for (login, role, scope) in [
                    ("dgal", Role.nationalAuthority, Scope.national), ("ddpp", .authority, .departments(["63"])),
                ] {
                    try connection.insert(AccountRow(login: login, name: login, role: role, scope: scope))
                }
            }
            let text = desk.xml([Line(animal: "FR9900099999", interpretation: "POS", number: "990099999999")])
            _ = try await ImportAnalysisReport(
                .text(text, name: "rai.xml"), department: "15", fictitious: true
            ).perform(context(desk))
            #expect(try await desk.texts("SELECT DISTINCT login FROM notice") == ["dgal"])
        }
    }
}
