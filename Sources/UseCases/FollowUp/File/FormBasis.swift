import Kernel
import Store

/// What a person saw when filling in a form: each intervention of it with a stamp of its state. Two people on one page:
/// the second is told what changed meanwhile, and nothing of the first is overwritten unseen.
package struct FormBasis: Sendable, Hashable {
    /// Number of the intervention → its stamp.
    package let stamps: [String: String]
    /// When the page was made: UTC, ISO 8601.
    package let seenAt: String
    /// What the audit calls the thing of a page that is not an intervention's: `herd:99000001/A`.
    package var subject: String?

    package init(stamps: [String: String], seenAt: String) {
        self.stamps = stamps
        self.seenAt = seenAt
    }
}

extension FollowUpRow {
    /// The same as long as nobody evaluated, reported or decided, and no result changed a figure.
    package var stamp: String {
        let parts = diseases.flatMap { part in
            [
                part.status?.rawValue ?? "", String(part.requested), String(part.tested), String(part.nonNegative),
                part.proposal, part.evaluationID.map(String.init) ?? "",
            ]
        }
        let text = (parts + [report ?? "", reportValue ?? "", nonCompletion ?? ""]).joined(separator: "|")
        return String(ContentDigest(of: Array(text.utf8)).hex.prefix(16))
    }
}

extension Context {
    /// - Throws: `Refused` with what was done meanwhile, where an intervention is not as the person saw it.
    func requireBasis(_ connection: Connection, in campaign: CampaignRow) throws {
        guard let basis, !basis.stamps.isEmpty else { return }
        var filter = FollowUpFilter()
        filter.numbers = basis.stamps.keys.sorted()
        filter.limit = filter.numbers.count
        let changed = try connection.followUpRows(of: campaign.id, filter).filter {
            basis.stamps[$0.number] != $0.stamp
        }
        guard !changed.isEmpty else { return }
        throw Refused(
            try changed.map { row in
                let reports = try connection.reports(campaign: campaign.id, intervention: row.id).map(\.number)
                let acts = try connection.acts(on: row.number, reports: Set(reports), since: basis.seenAt)
                    .map { "\($0.actor) (\(ActWords.french($0.intention)))" }
                return Finding(
                    FollowUpFinding.changedMeanwhile, .fatal,
                    [
                        "intervention": row.number,
                        "acts": acts.isEmpty ? "un nouveau calcul des statuts" : acts.joined(separator: ", "),
                    ])
            })
    }

    /// As `requireBasis`, for acts that leave no trace in the figures: what a colleague did of the same kind since the
    /// page was made is told too. One's own acts are known to who did them.
    func requireBasis(_ connection: Connection, of campaign: Int64, for intention: Intention) throws {
        guard let basis, let row = try connection.campaign(campaign) else { return }
        try requireBasis(connection, in: row)
        for number in basis.stamps.keys.sorted() {
            let acts = try others(connection.acts(on: number, reports: [], since: basis.seenAt), intention)
            guard acts.isEmpty else {
                throw Refused(FollowUpFinding.changedMeanwhile, ["intervention": number, "acts": acts])
            }
        }
    }

    /// - Throws: `Refused` where a colleague did the same to the herd or animal since the page was made.
    func requireSubject(_ connection: Connection, for intention: Intention) throws {
        guard let basis, let subject = basis.subject else { return }
        let acts = try others(connection.acts(on: [subject], since: basis.seenAt), intention)
        guard acts.isEmpty else { throw Refused(FollowUpFinding.subjectChanged, ["acts": acts]) }
    }

    private func others(_ acts: [(actor: String, intention: String)], _ intention: Intention) -> String {
        acts.filter { $0.actor != actor.login && $0.intention == intention.rawValue }
            .map { "\($0.actor) (\(ActWords.french($0.intention)))" }.joined(separator: ", ")
    }
}
