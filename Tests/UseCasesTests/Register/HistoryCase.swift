import Exchange
import Foundation
import Store
import UseCases

/// Bundles of earlier campaigns, sent to the department of `RegisterCase.base`.
extension RegisterCase {
    static let lastYear: [String: [String]] = [
        "interventions": [
            "number;campaign;campaign-start;campaign-end;holding;herd;kind;parent;first-visit;last-visit;"
                + "non-completion",
            "H1;2025-2026;2025-10-01;2026-04-30;99001001;A;main;;2025-11-20;2025-11-23;",
            "H2;2025-2026;2025-10-01;2026-04-30;99001002;A;main;;;;DECNR_AA",
            "H3;2025-2026;2025-10-01;2026-04-30;99001001;A;retest;H1;2026-01-10;;",
        ],
        "test-plans": [
            "intervention;disease;method;matrix;laboratory;milk-month;requested;tested;non-negative",
            "H1;BRU;SER;milk;;2;1;1;0", "H1;LEU;ELISA;blood;;;40;38;1", "H2;TUB;IDC;skin;;;12;0;0",
        ],
        "evaluations": [
            "intervention;disease;evaluation;status;requested;tested;non-negative;comment",
            "H1;BRU;A;SA;1;1;0;", "H1;LEU;C;AS;40;38;1;un positif", "H1;TUB;SO;SO;;;;",
        ],
        "reports": [
            "number;version;intervention;value;issued-on;inspector;invalidated-on;reason",
            "RI-1;1;H1;B;2026-05-02;OPI;2026-05-10;résultat tardif", "RI-1;2;H1;C;2026-05-10;OPI;;",
        ],
        "follow-ups": [
            "intervention;code;decided-on;reference", "H1;AVERT;2026-05-15;L1", "H1;MED;2026-06-15;L2",
        ],
        "documents": [
            "number;edition;intervention;reference-date;edited-on;validated-on;animals;file",
            "DAP7;1;H1;2025-10-15;2025-10-10;2025-10-11;40;dap7.pdf", "DAP8;2;H1;;2025-10-20;;41;missing.pdf",
        ],
    ]

    /// Last year's bundle with tables replaced.
    func lastYear(_ tables: [String: [String]] = [:]) -> [String: [String]] {
        Self.lastYear.merging(tables) { $1 }
    }

    func historyBundle(
        _ tables: [String: [String]], kind: String = "full", extracted: String = "2026-11-19"
    ) throws -> RegisterBundle {
        var bundle = try bundle(tables, kind: kind, extracted: extracted, format: "vigie-history/1")
        let documents = folder + "/bundle/documents"
        try FileManager.default.createDirectory(atPath: documents, withIntermediateDirectories: true)
        try "%PDF-1.4 dap7".write(toFile: documents + "/dap7.pdf", atomically: false, encoding: .utf8)
        let opened = RegisterBundle.open(folder + "/bundle")
        if let again = opened.bundle { bundle = again }
        return bundle
    }

    @discardableResult
    func importingHistory(
        _ tables: [String: [String]], kind: String = "full", extracted: String = "2026-11-19"
    ) async throws -> ImportOutcome {
        let bundle = try historyBundle(tables, kind: kind, extracted: extracted)
        return try await ImportRegister(bundle, options, family: .history).perform(context)
    }
}
