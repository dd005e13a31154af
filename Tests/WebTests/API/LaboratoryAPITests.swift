import Foundation
import HTTPTypes
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// A laboratory's software: what is asked of it, fetched as its people fetch it.
@Suite("Issue 3 §4: the API for laboratories") struct LaboratoryAPITests {
    private static let list = "/analysis-requests"

    @Test(
        "PRO-166, CAL-43: a laboratory lists the requests to it, page by page, by stage, department and year",
        arguments: Engine.allCases)
    func lists(_ engine: Engine) async throws {
        try await AnalysisPagesTests.run(engine) { scene in
            let program = try await scene.program(.laboratory)
            let all = try await program.get(Self.list).items
            #expect(Set(all.map { $0["intervention"] as? String }) == Set((1...3).map { "99000000000\($0)" }))
            #expect(all.first?["fetchedAt"] is NSNull && all.first?["isCancelled"] as? Bool == false)
            #expect(all.first?["diseases"] as? [String] == ["BRU", "LEU"])
            var (found, cursor): ([String], String?) = ([], nil)
            for _ in 0..<2 {
                let page = try await program.get(Self.list + "?limit=2" + (cursor.map { "&cursor=\($0)" } ?? ""))
                found += try page.items.compactMap { $0["request"] as? String }
                cursor = try page.json["next"] as? String
            }
            #expect(found == all.compactMap { $0["request"] as? String } && cursor == nil)
            for (filter, count) in [
                ("?department=63", 3), ("?department=15", 0), ("?year=2021", 3), ("?year=2020", 0),
                ("?stage=fetched", 0), ("?stage=all", 3),
            ] {
                #expect(try await program.get(Self.list + filter).items.count == count, Comment(rawValue: filter))
            }
            #expect(try await program.get(Self.list + "?stage=lost").status == .badRequest)
            #expect(try await program.get(Self.list + "?cursor=MTp4").status == .unprocessableContent)
        }
    }

    @Test("PRO-162, PRO-166: the message is fetched once for all; its sheet says the same", arguments: Engine.allCases)
    func fetches(_ engine: Engine) async throws {
        try await AnalysisPagesTests.run(engine) { scene in
            let keys = try await AnalysisPagesTests.keys(scene)
            let program = try await scene.program(.laboratory)
            let message = try await program.get("\(Self.list)/\(keys[0])")
            #expect(message.status == .ok && message.header("Content-Type") == "application/xml")
            #expect(message.text.contains("intervention=\"990000000001\""))
            let waiting = try await program.get(Self.list).items.compactMap { $0["request"] as? String }
            #expect(Set(waiting) == [keys[1], keys[2]])
            let fetched = try await program.get(Self.list + "?stage=fetched").items
            #expect(fetched.map { $0["fetchedBy"] as? String } == ["laboratory"])

            let tag = try #require(message.header("ETag"))
            let again = try await program.get("\(Self.list)/\(keys[0])", ["If-None-Match": tag])
            #expect(again.status == .notModified)
            let sheet = try await program.get("\(Self.list)/\(keys[1])/sheet")
            #expect(sheet.header("Content-Type") == "application/pdf" && sheet.text.hasPrefix("%PDF-"))
            #expect(sheet.header("Content-Disposition")?.contains("DAI-LDA99-990000000002-1.pdf") == true)
            #expect(try await program.get(Self.list).items.count == 1)

            // Fetched again it stays as it was; each first time is one entry of the audit.
            let entries = try await scene.installation.database.read {
                try $0.count("SELECT count(*) FROM audit_detail WHERE outcome = 'request-fetched'")
            }
            #expect(entries == 2)
            try await scene.installation.writeReads()
            let reads = try await scene.installation.access.read { try $0.reads(ReadFilter()) }
                .filter { $0.kind == "paper" && $0.login == "laboratory" }
            #expect(Set(reads.compactMap(\.subject)) == ["990000000001", "990000000002"])
        }
    }

    @Test("CAL-43: another laboratory's request answers like a missing one, and stays as it is")
    func foreign() async throws {
        try await AnalysisPagesTests.run(.sqlite) { scene in
            let keys = try await AnalysisPagesTests.keys(scene)
            let program = try await scene.program(.laboratory)
            for end in ["", "/sheet"] {
                let missing = try await program.get("\(Self.list)/1-2-3\(end)")
                let foreign = try await program.get("\(Self.list)/\(keys[3])\(end)")
                #expect(missing.status == .notFound && foreign.status == .notFound)
                #expect(missing.text == foreign.text)
                #expect(try await program.get("\(Self.list)/x\(end)").status == .notFound)
            }
            let fetched = try await scene.installation.database.read {
                try $0.count("SELECT count(*) FROM analysis_request WHERE fetched_at IS NOT NULL")
            }
            #expect(fetched == 0)
        }
    }
}
