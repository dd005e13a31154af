import Kernel
import Prophylaxis
import Register
import Store

/// Which copies of the sending register are meant: a print run, or the latest copies of some interventions.
package enum DispatchTarget: Sendable, Hashable {
    case batch(String)
    case interventions([String])
}

/// What goes wrong with paper (PRO-159, PRO-160).
package enum DispatchProblem: String, Sendable, CaseIterable {
    case paperOut = "paper-out"
    case printDefect = "print-defect"
    case unreadableBarcode = "unreadable-barcode"
    case notReceived = "not-received"
    case wrongVeterinarian = "wrong-veterinarian"
    case wrongAddress = "wrong-address"
    case carrier
    case incomplete

    /// The kind under which it is recorded among the malfunctions.
    var dysfunction: String { "document-\(rawValue)" }

    var title: String {
        switch self {
        case .paperOut: "papier épuisé"
        case .printDefect: "défaut d'impression"
        case .unreadableBarcode: "code-barres illisible"
        case .notReceived: "non reçu"
        case .wrongVeterinarian: "mauvais vétérinaire"
        case .wrongAddress: "mauvaise adresse"
        case .carrier: "acheminement"
        case .incomplete: "incomplet"
        }
    }
}

/// Enters into the sending register what happened to printed copies: sent, sent again, or in trouble
/// (PRO-154, PRO-159, PRO-160, PRO-162, PRO-164).
package struct RecordDispatch: UseCase {
    package enum Event: Sendable, Hashable {
        case sent(on: Day, channel: String)
        /// The same bytes once more, as a copy of its own.
        case sentAgain(on: Day, channel: String)
        case problem(DispatchProblem, detail: String)
    }

    package let intention = Intention.documentDispatch
    package let campaign: CampaignSelector
    package let target: DispatchTarget
    package let event: Event

    package init(campaign: CampaignSelector, target: DispatchTarget, event: Event) {
        self.campaign = campaign
        self.target = target
        self.event = event
    }

    package var department: String? { campaign.department }

    /// Returns how many copies the event was entered for. What was sent already is not sent twice by `sent`.
    package func run(_ context: Context) async throws -> Int {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let count = try await context.database.read { try copies(campaign.id, $0).count }
        guard count > 0 else { throw Refused(SamplingFinding.nothingPrinted) }
        let ids = Array(try await context.database.ids(2 * count + 1))
        return try await context.database.write { connection in
            let copies = try copies(campaign.id, connection).prefix(count)
            var entered: [DispatchRow] = []
            for (index, copy) in copies.enumerated() {
                if try enter(copy, (ids[2 * index + 1], ids[2 * index + 2]), campaign, context, connection) {
                    entered.append(copy)
                }
            }
            guard !entered.isEmpty else { return 0 }
            var entry = context.entry(ids[0], .documentDispatch, campaign.row)
            entry.details = entered.map {
                AuditDetail(
                    subject: "dispatch:\($0.id)", outcome: eventName, payload: ContentDigest(hex: $0.documentDigest))
            }
            try connection.audit(entry)
            return entered.count
        }
    }

    private var eventName: String {
        switch event {
        case .sent: "sent"
        case .sentAgain: "sent-again"
        case .problem(let problem, _): problem.rawValue
        }
    }

    private func copies(_ campaign: Int64, _ connection: Connection) throws -> [DispatchRow] {
        switch target {
        case .batch(let batch): return try connection.dispatches(campaign: campaign, batch: batch)
        case .interventions(let numbers):
            let ids = try connection.interventions(campaign: campaign, matching: DocumentFilter(numbers: numbers))
            guard !ids.isEmpty, !numbers.isEmpty else { return [] }
            var latest: [LatestKey: DispatchRow] = [:]
            for part in ids.chunks(of: InterventionFilter.idLimit) {
                for copy in try connection.dispatches(campaign: campaign, .ids(part)) {
                    latest[LatestKey(intervention: copy.intervention, copy: copy.copy)] = copy
                }
            }
            return latest.values.sorted { $0.id < $1.id }
        }
    }

    private struct LatestKey: Hashable {
        let intervention: Int64
        let copy: DispatchRow.Copy
    }

    private func enter(
        _ copy: DispatchRow, _ ids: (Int64, Int64), _ campaign: DocumentCampaign, _ context: Context,
        _ connection: Connection
    ) throws -> Bool {
        var row = copy
        switch event {
        case .sent(let day, let channel):
            guard row.sentOn == nil else { return false }
            row.sentOn = day
            row.sentBy = context.actor.login
            row.channel = channel
            try connection.updateDispatch(row)
        case .sentAgain(let day, let channel):
            guard let digest = ContentDigest(hex: copy.documentDigest) else { return false }
            var again = DispatchRow(
                id: ids.0, of: (copy.intervention, copy.edition), batch: copy.batch, to: copy.recipient,
                copy: copy.copy, document: digest)
            again.printedAt = context.now
            again.sentOn = day
            again.sentBy = context.actor.login
            again.channel = channel
            try connection.insertDispatches(campaign: campaign.id, [again])
        case .problem(let problem, let detail):
            row.problem = detail.isEmpty ? problem.rawValue : "\(problem.rawValue) : \(detail)"
            try connection.updateDispatch(row)
            let facts = try CanonicalJSON.string(
                ["batch": copy.batch, "copy": copy.copy.rawValue, "detail": detail, "edition": String(copy.edition)])
            try connection.insertDocumentDysfunction(
                DocumentDysfunction(
                    id: ids.1, campaign: campaign.id, intervention: copy.intervention,
                    department: campaign.department, kind: problem.dysfunction, concerned: copy.recipient,
                    notedOn: context.today, notedBy: context.actor.login, facts: facts))
            if problem == .wrongVeterinarian { try askForUpdate(copy, facts, campaign, context, connection) }
        }
        return true
    }

    /// The list of health veterinarians is the authority's: the request to correct it is documented, and stays on its
    /// work list until it is answered (PRO-165).
    private func askForUpdate(
        _ copy: DispatchRow, _ facts: String, _ campaign: DocumentCampaign, _ context: Context,
        _ connection: Connection
    ) throws {
        var request = ResultAlert(
            .authority, "veterinarian-update-requested", department: campaign.department, subject: copy.recipient,
            facts: facts)
        (request.campaign, request.intervention) = (campaign.id, copy.intervention)
        try connection.raise([request], on: context.today)
    }
}
