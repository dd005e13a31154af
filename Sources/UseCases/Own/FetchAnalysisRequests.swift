import Exchange
import Kernel
import Register
import Store

/// The analysis requests (DAI) to the actor's laboratory, page by page: what waits, what it has (PRO-166, CAL-43).
package struct ListAnalysisRequests: UseCase {
    package struct Outcome: Sendable {
        package let lines: [LaboratoryRequest]
        package let waiting: Int
        /// Where the next page begins; nil on the last one.
        package let next: AnalysisRequestPlace?
    }

    package let intention = Intention.analysisFetch
    package let department: String? = nil
    let filter: LaboratoryRequestFilter

    package init(_ filter: LaboratoryRequestFilter) { self.filter = filter }

    /// Nothing for an account that no organisation is attached to.
    package func run(_ context: Context) async throws -> Outcome {
        guard let laboratory = context.actor.organisation else { return Outcome(lines: [], waiting: 0, next: nil) }
        var more = filter
        more.limit += 1
        let (asked, limit) = (more, filter.limit)
        return try await context.database.read { connection in
            let found = try connection.analysisRequests(toLaboratory: laboratory, asked)
            let lines = Array(found.prefix(limit))
            return Outcome(
                lines: lines, waiting: try connection.waitingRequests(toLaboratory: laboratory),
                next: found.count > limit ? lines.last.map { AnalysisRequestPlace($0.issuedAt, $0.key) } : nil)
        }
    }
}

/// A laboratory fetches requests that are addressed to it: each file is written where nobody has done so yet, the first
/// fetch of each stands in the sending register, and each read is noted (PRO-162, PRO-166).
package struct FetchAnalysisRequests: UseCase {
    package let intention = Intention.analysisFetch
    package let department: String? = nil
    let keys: [AnalysisRequestKey]

    /// So many at once.
    package static let most = 500

    package init(_ keys: [AnalysisRequestKey]) { self.keys = keys }

    /// - Throws: `Refused` for one that is not the laboratory's or was cancelled: then nothing is fetched.
    package func run(_ context: Context) async throws -> [AnalysisRequestFile] {
        guard !keys.isEmpty else { throw Refused(OwnFinding.noRequestSelected) }
        guard keys.count <= FetchAnalysisRequests.most else {
            throw Refused(OwnFinding.tooManyRequests, ["most": String(FetchAnalysisRequests.most)])
        }
        guard let laboratory = context.actor.organisation else { throw Refused(OwnFinding.requestUnknown) }
        let byCampaign = Dictionary(grouping: Set(keys), by: \.campaign).sorted { $0.key < $1.key }
        let ids = try await context.database.ids(byCampaign.count)
        let fetched = try await context.database.write { connection in
            var ids = ids
            return try byCampaign.flatMap { campaign, keys in
                try connection.fetch(keys, of: campaign, for: laboratory, ids.next(), context)
            }
        }
        for request in fetched { context.noteRead(ReadObject(.paper, request.number, in: request.department)) }
        return fetched.map(\.file)
    }
}

private struct FetchedRequest: Sendable {
    let number: String
    let department: String
    let file: AnalysisRequestFile
}

extension Connection {
    fileprivate func fetch(
        _ keys: [AnalysisRequestKey], of campaign: Int64, for laboratory: Int64, _ entryID: Int64, _ context: Context
    ) throws -> [FetchedRequest] {
        guard let row = try self.campaign(campaign) else { throw Refused(OwnFinding.requestUnknown) }
        let chunk = InterventionFilter.ids(Set(keys.map(\.intervention)).sorted())
        let wanted = Set(keys)
        func isAsked(_ request: AnalysisRequestRow) -> Bool {
            request.laboratory == laboratory
                && wanted.contains(
                    AnalysisRequestKey(
                        campaign: campaign, intervention: request.intervention, edition: request.edition))
        }
        guard try analysisRequests(campaign: campaign, chunk).count(where: isAsked) == wanted.count else {
            throw Refused(OwnFinding.requestUnknown)
        }
        let numbers = Dictionary(
            try documentSubjects(campaign: campaign, chunk).map { ($0.id, $0.number) }
        ) { first, _ in first }
        var entry = context.entry(entryID, .analysisFetch, row)
        let writer = AnalysisRequestWriter(
            connection: self, campaign: row, context: context,
            sender: try authorityCode(of: row.department) ?? row.department)
        let files = try writer.files(chunk, isAsked, &entry)
        guard files.count == wanted.count else { throw Refused(OwnFinding.requestCancelled) }
        let fetched = try files.map { request, file in
            let number = numbers[request.intervention] ?? ""
            if request.fetchedAt == nil {
                let key = AnalysisRequestKey(
                    campaign: campaign, intervention: request.intervention, edition: request.edition)
                try markFetched(key, laboratory: laboratory, by: context.actor.login, at: context.now)
                entry.details.append(AuditDetail(subject: "intervention:\(number)", outcome: "request-fetched"))
            }
            return FetchedRequest(number: number, department: row.department, file: file)
        }
        if !entry.details.isEmpty { try audit(entry) }
        return fetched
    }
}

extension [AnalysisRequestFile] {
    /// All of them as one zip archive.
    package func zipped() throws -> [UInt8] {
        try ZipWriter.bytes(map { ($0.name, $0.bytes) })
    }
}
