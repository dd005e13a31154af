import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("CAL-37: tuberculin reports typed by the veterinarian") struct TuberculinEntryTests {
    private static let typed = [
        "methode": "IDS", "injection": "2021-02-15", "injection-heure": "08:00", "lecture": "2021-02-18",
        "lecture-heure": "09:00", "subjective": "oui", "r.FR9900001002": "positive", "m.FR9900001002": "+ 5 mm",
        "r.FR9900001003": "untested:dangerous",
    ]

    private func enter(
        _ farm: OwnFarm, _ changes: [String: String] = [:], as role: Role = .veterinarian, isConfirmed: Bool = false
    ) async throws -> (isStored: Bool, findings: [Finding]) {
        let form = TypedTuberculin(TuberculinEntryTests.typed.merging(changes) { $1 })
        let outcome = try await EnterTuberculinReport(form, of: farm.intervention, isConfirmed: isConfirmed)
            .perform(farm.context(role))
        switch outcome {
        case .stored(let findings): return (true, findings)
        case .notStored(let findings): return (false, findings)
        }
    }

    private func reports(_ farm: OwnFarm) async throws -> [String] {
        try await farm.database.read { connection in
            try connection.all(
                """
                SELECT r.ntids, r.nnidsn, r.npidsp, r.entered_by, v.order_number, r.comment FROM tuberculin_report r
                LEFT JOIN veterinarian v ON v.id = r.veterinarian_id WHERE r.replaced_at IS NULL
                """
            ) { row in
                let counts = [row.int(0), row.int(1), row.int(2)].map(String.init).joined(separator: "/")
                return "\(counts) \(row.text(3)) \(row.text(4)) \(row.textOrNil(5) ?? "")"
            }
        }
    }

    @Test(
        "CAL-37, PRO-178, PRO-181: negative by default, the others one by one, counted and stored with its alert",
        arguments: Engine.allCases)
    func stores(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let (isStored, findings) = try await enter(farm)
            #expect(isStored && findings.isEmpty)
            #expect(try await reports(farm) == ["3/2/1 veto 99001 injection à 08:00, lecture à 09:00."])
            let (animals, alerts, drafts) = try await farm.database.read { connection in
                (
                    try connection.all(
                        "SELECT number, outcome, reason, comment FROM tuberculin_animal ORDER BY number"
                    ) {
                        [$0.text(0), $0.text(1), $0.textOrNil(2) ?? "", $0.textOrNil(3) ?? ""]
                    }, try connection.count("SELECT count(*) FROM work_item WHERE kind = 'alert-non-negative'"),
                    try connection.count("SELECT count(*) FROM tuberculin_draft")
                )
            }
            #expect(
                animals == [
                    ["FR9900001002", "positive", "", "+ 5 mm"], ["FR9900001003", "untested", "dangerous", ""],
                ])
            #expect((alerts, drafts) == (1, 0))
        }
    }

    @Test(
        "PRO-178: a form of an older edition is not stored; on the new one nothing of it is lost",
        arguments: Engine.allCases)
    func editedMeanwhile(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let sheet = try await OpenTuberculinEntry(farm.intervention).perform(farm.context(.veterinarian)).sheet
            let gone = ["r.FR9900001009": "positive", "m.FR9900001009": "+ 9 mm"]
            for changes in [["edition": "77"], gone] {
                let (isStored, findings) = try await enter(farm, changes, isConfirmed: true)
                #expect(!isStored && findings.map(\.code) == ["tuberculin-document-changed"])
                #expect(findings.first?.place?.column == "bovins")
            }
            #expect(try await reports(farm).isEmpty)
            let moved = TypedTuberculin(gone.merging(["edition": "77"]) { $1 }).moved(onto: sheet)
            #expect(moved["autre-1"] == "FR9900001009" && moved["autre-resultat-1"] == "positive")
            #expect(moved["commentaire"] == "FR9900001009 : + 9 mm" && moved["edition"] == sheet.shownEdition)
            let (isStored, _) = try await enter(farm, moved.fields, isConfirmed: true)
            #expect(isStored)
            let named = try await farm.database.read { connection in
                try connection.all("SELECT number FROM tuberculin_animal WHERE outcome = 'positive' ORDER BY number") {
                    $0.text(0)
                }
            }
            #expect(named == ["FR9900001002", "FR9900001009"])
        }
    }

    @Test("PRO-195: there is room for every animal that the document does not name")
    func extras() {
        let eight = Dictionary(uniqueKeysWithValues: (1...8).map { ("autre-\($0)", "FR990000200\($0)") })
        #expect(TypedTuberculin(eight).extraSlots == 8)
        #expect(TypedTuberculin([:]).extraSlots == 5)
    }

    @Test(
        "PRO-178: what cannot be stored is said at its field, and nothing is stored",
        arguments: [
            (["injection": ""], "tuberculin-injection-missing", "injection"),
            (["injection": "quinze février"], "tuberculin-field-unreadable", "injection"),
            (["injection-heure": "25:00"], "tuberculin-field-unreadable", "injection-heure"),
            (["lecture": "2021-02-19"], "result-date-in-future", "lecture"),
            (["r.FR9900001001": "large-doubtful"], "tuberculin-outcome-of-other-method", "r.FR9900001001"),
            (["r.FR9900001001": "untested"], "tuberculin-untested-reason-missing", "r.FR9900001001"),
            (["r.FR9900001001": "<script>"], "tuberculin-field-unreadable", "r.FR9900001001"),
            (["methode": "PCR"], "tuberculin-field-unreadable", "methode"),
        ] as [([String: String], String, String)])
    func refuses(_ changes: [String: String], _ code: String, _ field: String) async throws {
        try await OwnFarm.run(.sqlite) { farm in
            for isConfirmed in [false, true] {
                let (isStored, findings) = try await enter(farm, changes, isConfirmed: isConfirmed)
                #expect(!isStored)
                #expect(findings.contains { $0.code == code && $0.place?.column == field }, "\(findings)")
            }
            #expect(try await reports(farm) == [])
        }
    }

    @Test(
        "PRO-182, PRO-196: what only looks wrong waits for a confirmation, then counts",
        arguments: [
            (["lecture-heure": "13:00"], "tuberculin-reading-outside-window"),
            (["subjective": ""], "tuberculin-report-incomplete"),
            (["lecture": "2021-02-14"], "read-before-injection"),
        ] as [([String: String], String)])
    func warns(_ changes: [String: String], _ code: String) async throws {
        try await OwnFarm.run(.sqlite) { farm in
            let (isStored, findings) = try await enter(farm, changes)
            #expect(!isStored && findings.contains { $0.code == code }, "\(findings)")
            #expect(try await reports(farm) == [], "trying it keeps nothing")
            #expect(try await enter(farm, changes, isConfirmed: true).isStored)
            #expect(try await reports(farm).count == 1)
        }
    }

    @Test("CAL-37: a draft is the account's own, and goes when the report is stored", arguments: Engine.allCases)
    func drafts(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let form = TypedTuberculin(["injection": "2021-02-15", "r.FR9900001001": "positive"])
            try await KeepTuberculinDraft(form, of: farm.intervention).perform(farm.context())
            let own = try await OpenTuberculinEntry(farm.intervention).perform(farm.context())
            #expect(own.draft == form && own.draftSavedAt == "2021-02-18T09:30:00Z")
            #expect(own.sheet.animals.map(\.number) == OwnFarm.cows)
            let other = try await OpenTuberculinEntry(farm.intervention).perform(farm.context(.inspector))
            #expect(other.draft == nil)
            #expect(try await enter(farm).isStored)
            #expect(try await OpenTuberculinEntry(farm.intervention).perform(farm.context()).draft == nil)
        }
    }

    @Test("PRO-180, CAL-43: a veterinarian types for his own herds only, a keeper for none", arguments: Engine.allCases)
    func rights(_ engine: Engine) async throws {
        try await OwnFarm.run(engine) { farm in
            let form = TypedTuberculin(TuberculinEntryTests.typed)
            let enter = EnterTuberculinReport(form, of: farm.foreign, isConfirmed: true)
            let (vet, keeper) = (try farm.context(), try farm.context(.keeper))
            #expect(try await farm.refusal { _ = try await enter.perform(vet) } == "outside-scope")
            let keep = KeepTuberculinDraft(form, of: farm.foreign)
            #expect(try await farm.refusal { try await keep.perform(vet) } == "outside-scope")
            let open = OpenTuberculinEntry(farm.intervention)
            #expect(try await farm.refusal { _ = try await open.perform(keeper) } == "role-may-not")
            #expect(try await self.enter(farm, as: .inspector).isStored, "a paper that came by post")
        }
    }
}
