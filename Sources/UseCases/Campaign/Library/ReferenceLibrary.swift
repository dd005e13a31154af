import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// One text of a campaign's library, as it is kept.
struct ReferenceText: Codable, Sendable, Hashable {
    let theme: ReferenceTheme
    let kind: ReferenceKind
    let reference: String
    let title: String
    let dated: Day?
    let held: Bool

    init(_ row: ReferenceTextRow) {
        (theme, kind, reference, title) = (row.theme, row.kind, row.reference, row.title)
        (dated, held) = (row.dated, row.held)
    }

    /// Letters of limited diffusion are the authority's to read (PRO-319).
    func isVisible(to role: Role) -> Bool {
        kind != .limitedLetter || role == .authority || role == .nationalAuthority
    }
}

extension CampaignRow {
    fileprivate var librarySetting: String { "library:\(name):\(prophylaxisYear)" }
}

extension Connection {
    fileprivate func library(of campaign: CampaignRow) throws -> [ReferenceText]? {
        try settings(named: campaign.librarySetting)[campaign.department].map {
            try CanonicalJSON.decode([ReferenceText].self, from: $0.utf8)
        }
    }
}

/// The texts that a campaign rests on, with those that are missing (PRO-319).
package struct ShowLibrary: UseCase {
    package struct Outcome: Sendable {
        package let table: ListTable
        /// Texts to be supplied by the authority.
        package let findings: [Finding]
    }

    package let intention = Intention.campaignRead
    let selector: CampaignSelector

    package init(selector: CampaignSelector) { self.selector = selector }

    package var department: String? { selector.department }

    package func run(_ context: Context) async throws -> Outcome {
        let selector = selector
        let (campaign, texts) = try await context.database.read { connection in
            let campaign = try selector.find(in: connection)
            return (campaign, try connection.library(of: campaign) ?? [])
        }
        let missing = texts.count { !$0.held }
        let findings =
            texts.isEmpty
            ? [Finding(CampaignFinding.libraryEmpty, .warning, ["campaign": campaign.title])]
            : missing == 0
                ? []
                : [
                    Finding(
                        CampaignFinding.textsMissing, .warning,
                        ["campaign": campaign.title, "count": String(missing)])
                ]
        return Outcome(
            table: ListTable(
                columns: ["theme", "nature", "reference", "intitule", "date", "detenu"],
                rows: texts.map { cells($0, context.actor.role) }), findings: findings)
    }

    private func cells(_ text: ReferenceText, _ role: Role) -> [String] {
        let isVisible = text.isVisible(to: role)
        return [
            text.theme.french, text.kind.french, isVisible ? text.reference : "accès restreint",
            isVisible ? text.title : "", isVisible ? text.dated?.description ?? "" : "", text.held ? "oui" : "manquant",
        ]
    }
}

/// Replaces the library of a campaign by the lines of a file; the former ones stay in the department's settings.
/// What the actor may not read stays as it is.
package struct SetLibrary: UseCase {
    package let intention = Intention.campaignPrepare
    let selector: CampaignSelector
    let source: ByteSource

    package init(selector: CampaignSelector, source: ByteSource) {
        self.selector = selector
        self.source = source
    }

    package var department: String? { selector.department }

    /// - Throws: `Refused` with every line that cannot be read: an inventory is whole or it is none.
    package func run(_ context: Context) async throws -> Int {
        let given = try read(today: context.today)
        let role = context.actor.role
        if let hidden = given.first(where: { !$0.isVisible(to: role) }) {
            throw Refused(CampaignFinding.textRestricted, ["reference": hidden.reference])
        }
        let (auditID, selector) = (try await context.database.id(), selector)
        return try await context.database.write { connection in
            let campaign = try selector.lock(in: connection)
            let kept = try (connection.library(of: campaign) ?? []).filter { !$0.isVisible(to: role) }
            let texts = given + kept
            let json = try CanonicalJSON.string(texts)
            try connection.record(
                SettingEntry(
                    department: campaign.department, name: campaign.librarySetting, valueJSON: json,
                    justification: "inventaire", decided: (context.actor.login, context.now)))
            var entry = context.entry(auditID, Intention.campaignPrepare, campaign, subject: campaign.librarySetting)
            entry.payload = try connection.putBlob(Array(json.utf8), mediaType: "application/json", at: context.now)
            try connection.audit(entry)
            return texts.count
        }
    }

    private func read(today: Day) throws -> [ReferenceText] {
        let reader = TableReader<ReferenceTextRow>(source, ReadingOptions(asOf: today))
        var texts: [ReferenceText] = []
        var faults: [Finding] = []
        while let line = reader.next() {
            switch line {
            case .accepted(let row, _, _): texts.append(ReferenceText(row))
            case .refused(let line): faults += line.findings
            }
        }
        faults += reader.outcome.findings.filter { $0.severity == .fatal }
        guard faults.isEmpty else { throw Refused(faults) }
        return texts
    }
}
