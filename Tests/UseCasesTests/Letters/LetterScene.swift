import Documents
import Kernel
import Prophylaxis
import Register
import Store
import Synchronization
import TestSupport
import UseCases

/// The files that a use case handed out.
final class LetterTray: Sendable {
    private let kept = Mutex<[LetterFile]>([])

    var files: [LetterFile] { kept.withLock { $0 } }
    var names: [String] { files.map(\.name) }
    @Sendable func put(_ file: LetterFile) { kept.withLock { $0.append(file) } }
}

extension EvaluationScene {
    static let tested: [String?] = Array(repeating: "NEG", count: 12)
    static let short: [String?] = Array(repeating: "NEG", count: 8) + [nil, nil, nil, nil]

    /// A scene with delegate, authority, laboratory and veterinarian, so that letters have senders and recipients.
    static func letters(
        _ engine: Engine, brucellosis: [String?] = short, leukosis: [String?] = tested,
        _ body: @escaping @Sendable (EvaluationScene) async throws -> Void
    ) async throws {
        try await run(engine, brucellosis: brucellosis, leukosis: leukosis) { scene in
            try await scene.furnish()
            try await body(scene)
        }
    }

    func furnish() async throws {
        let (campaign, intervention) = (campaign, intervention)
        try await database.write { connection in
            let organisations = [
                (901, "authority", "DDPP63", "DDPP du Puy-de-Dôme"),
                (902, "delegate-section", "GDS63", "GDS du Puy-de-Dôme"),
                (903, "laboratory", "LDA63", "Laboratoire départemental"),
            ]
            for (id, kind, code, name) in organisations {
                try connection.execute(
                    """
                    INSERT INTO organisation (id, kind, code, name, department, address, postcode, town, email)
                    VALUES (?, ?, ?, ?, '63', '1 rue des Prés', '99000', 'VILLENEUVE', ?)
                    """, [.int(id), .text(kind), .text(code), .text(name), .text("\(code)@exemple.invalid")])
            }
            try connection.execute(
                "INSERT INTO veterinarian (id, order_number, name) VALUES (904, '99001', 'Dr Hélène Martin')")
            try connection.execute(
                "UPDATE intervention SET veterinarian_id = 904 WHERE campaign_id = ? AND id = ?",
                [.int(campaign), .int(intervention)])
            try connection.execute("UPDATE requested_plan SET laboratory_id = 903")
            try connection.execute(
                """
                UPDATE holding SET name = 'GAEC des Trois Chênes', keeper = 'Jean Fictif', address = 'Le Bourg',
                    postcode = '99120', town = 'SAINT-EXEMPLE'
                """)
        }
    }

    func write(
        _ kind: LetterKind, _ tray: LetterTray = LetterTray(), as role: Role = .inspector,
        today: String = "2021-01-12", _ change: (inout WriteLetters.Choice) -> Void = { _ in }
    ) async throws -> WriteLetters.Outcome {
        var choice = WriteLetters.Choice()
        change(&choice)
        try await recompute(today: today)
        return try await perform(
            WriteLetters(campaign: EvaluationScene.selector, kind: kind, choice: choice, emit: tray.put), as: role,
            today: today)
    }

    func letterRegister(_ change: (inout LetterFilter) -> Void = { _ in }) async throws -> [[String: String]] {
        var filter = LetterFilter()
        change(&filter)
        return try await perform(ListLetters(campaign: EvaluationScene.selector, filter: filter)).objects
    }

    /// The text of the only PDF in the tray, on one line.
    func words(_ tray: LetterTray) throws -> String {
        try tray.files.first.map { try text(ofPDF: $0.bytes).split { $0.isWhitespace }.joined(separator: " ") } ?? ""
    }

    /// The codes of an outcome's findings.
    static func codes(_ outcome: WriteLetters.Outcome) -> [String] { outcome.findings.map(\.code) }
}
