import Foundation
import Kernel
import Store
import TestSupport

extension EvaluationScene {
    /// Proposal and reason for brucellosis: `AR retest-ordered`.
    func proposal() async throws -> String? {
        let (campaign, intervention) = (campaign, intervention)
        return try await database.read { connection in
            try connection.first(
                """
                SELECT proposal, proposal_reason FROM disease_state
                WHERE campaign_id = ? AND intervention_id = ? AND disease = 'BRU'
                """, [.int(campaign), .int(intervention)]
            ) { "\($0.text(0)) \($0.text(1))" }
        }
    }

    /// One brucellosis result of the retest intervention.
    func retestResult(_ code: String, number: String) async throws {
        let campaign = campaign
        try await database.write { connection in
            guard let retest = try connection.interventionID(of: campaign, number: number) else { return }
            try connection.execute(
                """
                INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation,
                    on_document, method, sample_number, sampled_on, dossier)
                SELECT ?, ?, 'BRU', min(id), 900, ?, 1, 'EAT', '1', ?, 'D2' FROM animal
                """, [.int(campaign), .int(retest), .text(code), .day(day("2020-12-20"))])
        }
    }
}

/// A day that the test's author has checked.
func day(_ iso: String) -> Day { Day(iso) ?? Day(number: 0) }

/// The text of a PDF, as `pdftotext` reads it.
func text(ofPDF bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(bytes).write(to: path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-layout", path.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}
