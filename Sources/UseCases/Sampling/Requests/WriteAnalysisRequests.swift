import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// One request as a file for a laboratory.
package struct AnalysisRequestFile: Sendable {
    /// Without folder: laboratory, intervention, edition.
    package let name: String
    package let bytes: [UInt8]
}

/// Writes the analysis requests (DAI) of validated documents as files for their laboratories, once each, and stores
/// what was written. A request whose edition was cancelled meanwhile is not written (PRO-166, PRO-127).
package struct WriteAnalysisRequests: UseCase {
    package let intention = Intention.documentDispatch
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    /// Also those that were written before, with the same bytes.
    package let again: Bool
    package let emit: @Sendable (AnalysisRequestFile) throws -> Void

    package init(
        campaign: CampaignSelector, filter: DocumentFilter, again: Bool = false,
        emit: @escaping @Sendable (AnalysisRequestFile) throws -> Void
    ) {
        self.campaign = campaign
        self.filter = filter
        self.again = again
        self.emit = emit
    }

    package var department: String? { campaign.department }

    private static let chunkSize = 200

    /// Returns how many files were handed out.
    package func run(_ context: Context) async throws -> Int {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let filter = filter
        let ids = try await context.database.read { try $0.interventions(campaign: campaign.id, matching: filter) }
        guard !ids.isEmpty else { throw Refused(SamplingFinding.nothingSelected) }
        var count = 0
        for chunk in ids.chunks(of: Self.chunkSize) {
            let entryID = try await context.database.id()
            let files = try await context.database.write { connection in
                try write(.ids(chunk), campaign, context, connection, entryID)
            }
            for file in files { try emit(file) }
            count += files.count
        }
        return count
    }

    private func write(
        _ chunk: InterventionFilter, _ campaign: DocumentCampaign, _ context: Context, _ connection: Connection,
        _ entryID: Int64
    ) throws -> [AnalysisRequestFile] {
        var entry = context.entry(entryID, intention, campaign.row)
        let writer = AnalysisRequestWriter(
            connection: connection, campaign: campaign.row, context: context,
            sender: try connection.senderCode(context.actor, of: campaign.department))
        let files = try writer.files(chunk, { again || $0.writtenAt == nil }, &entry)
        if !entry.details.isEmpty { try connection.audit(entry) }
        return files.map(\.file)
    }
}

/// Makes the files of requests in the transaction that remembers them; what was made before is handed out as it was.
struct AnalysisRequestWriter {
    let connection: Connection
    let campaign: CampaignRow
    let context: Context
    /// Code of who asks.
    let sender: String

    /// The requests of the chunk that `wants` names and whose edition stands, with their files. What is new goes to
    /// the details of `entry`.
    func files(
        _ chunk: InterventionFilter, _ wants: (AnalysisRequestRow) -> Bool, _ entry: inout AuditEntry
    ) throws -> [(row: AnalysisRequestRow, file: AnalysisRequestFile)] {
        let subjects = Dictionary(
            uniqueKeysWithValues: try connection.documentSubjects(campaign: campaign.id, chunk).map { ($0.id, $0) })
        let lists = Dictionary(
            grouping: try connection.requestedAnimals(campaign: campaign.id, chunk), by: \.row.intervention)
        var files: [(AnalysisRequestRow, AnalysisRequestFile)] = []
        for row in try connection.analysisRequests(campaign: campaign.id, chunk) where wants(row) {
            guard let subject = subjects[row.intervention],
                subject.editions.contains(where: { $0.number == row.edition && $0.state == .validated })
            else { continue }
            let recipient = try connection.organisationCode(row.laboratory)
            let name = "DAI-\(recipient)-\(subject.number)-\(row.edition).xml"
            if let digest = row.documentDigest.flatMap(ContentDigest.init(hex:)) {
                files.append((row, AnalysisRequestFile(name: name, bytes: try connection.blob(digest).bytes)))
                continue
            }
            let request = try request(
                row, subject, lists[subject.id] ?? [],
                AnalysisEnvelope(
                    sender: sender, recipient: recipient, createdOn: context.today,
                    reference: "DAI-\(subject.number)-\(row.edition)"))
            let bytes = try request.encoded()
            let digest = try connection.putBlob(bytes, mediaType: "application/xml", at: context.now)
            try connection.markWritten(campaign: campaign.id, row, as: digest, at: context.now)
            entry.details.append(
                AuditDetail(subject: "intervention:\(subject.number)", outcome: "request-written", payload: digest))
            files.append((row, AnalysisRequestFile(name: name, bytes: bytes)))
        }
        return files
    }

    /// The animals that stood on the list at this edition: those of later editions have a request of their own.
    private func request(
        _ row: AnalysisRequestRow, _ subject: DocumentSubject, _ list: [ListedAnimal], _ envelope: AnalysisEnvelope
    ) throws -> AnalysisRequest {
        let plans = subject.plans.filter {
            $0.matrix == .blood && $0.laboratory == row.laboratory && row.diseases & $0.disease.bit != 0
        }
        let animals = try list.compactMap { listed -> AnalysisRequest.Animal? in
            guard !listed.row.isCancelled, (1...row.edition).contains(listed.row.firstEdition) else { return nil }
            let asked = try plans.filter { listed.row.diseases & $0.disease.bit != 0 }.map {
                try $0.requested(of: subject.number)
            }
            guard !asked.isEmpty else { return nil }
            return AnalysisRequest.Animal(number: AnimalNumber(stored: listed.number), plans: asked)
        }
        return AnalysisRequest(
            envelope: envelope, document: "\(subject.number)-\(row.edition)", edition: row.edition,
            intervention: subject.number,
            herd: .init(holding: HoldingNumber(stored: subject.holding), code: subject.herdCode), animals: animals)
    }
}

extension DocumentPlan {
    /// - Throws: `Refused` for a method that the message has no code for: a plan is never left out in silence.
    fileprivate func requested(of intervention: String) throws -> AnalysisRequest.Plan {
        guard let method = TestMethodCode(rawValue: method) else {
            throw Refused(SamplingFinding.methodUnknown, ["intervention": intervention, "method": method])
        }
        return AnalysisRequest.Plan(disease: disease, method: method)
    }
}

extension Connection {
    /// Code of the organisation that sends: the actor's own, or the department's authority, or the department.
    fileprivate func senderCode(_ actor: Actor, of department: String) throws -> String {
        if let organisation = actor.organisation { return try organisationCode(organisation) }
        return try authorityCode(of: department) ?? department
    }
}
