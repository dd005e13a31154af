import Documents
import Kernel
import Prophylaxis
import Store

/// Where the documents of one run are read, drawn, stored and entered in the sending register.
struct PrintRoom: Sendable {
    let campaign: DocumentCampaign
    let choice: PrintChoice
    let context: Context
    let issuer: PrintIssuer

    static func open(_ campaign: DocumentCampaign, _ choice: PrintChoice, _ context: Context) async throws -> PrintRoom
    {
        let (party, authority) = try await context.database.read { connection in
            (try connection.issuer(for: context.actor), try connection.authority(of: campaign.department))
        }
        // A veterinarian or keeper who reads a document does not issue it.
        let isService = context.actor.scope.isTerritory
        let office = authority.map { Party($0.name, $0.lines) } ?? Party("la DD(CS)PP")
        let issuer = PrintIssuer(
            campaign: "Campagne \(campaign.row.prophylaxisYear - 1)-\(campaign.row.prophylaxisYear)",
            party: isService ? party : office,
            authority: office,
            tuberculinReport: campaign.parameters.documents.tuberculinReport)
        return PrintRoom(campaign: campaign, choice: choice, context: context, issuer: issuer)
    }

    // MARK: Reading

    /// The documents that may be printed, and why others may not.
    func read(_ ids: [Int64], isNamed: Bool) async throws -> ([PrintableDocument], [Finding]) {
        try await context.database.read { connection in
            let reader = PrintReader(connection: connection, campaign: campaign, filter: .ids(ids))
            var findings: [Finding] = []
            let left: (DocumentSubject) -> Void = { subject in
                let code = choice.drafts ? SamplingFinding.draftMissing : .notValidatedYet
                findings.append(Finding(code, isNamed ? .refused : .info, subject.facts))
            }
            var documents =
                choice.drafts ? try reader.drafts(context, left: left) : try reader.standing(left: left)
            if choice.copy == .tuberculin {
                documents.removeAll { document in !document.subject.plans.contains { $0.matrix == .skin } }
            }
            if !choice.includesZeroBovine, !isNamed { documents.removeAll(where: \.isZeroBovine) }
            if choice.onlyUnprinted { documents = try unprinted(documents, connection) }
            documents.removeAll { document in
                let remarks = remarks(on: document)
                findings += remarks
                return remarks.contains { $0.severity >= .refused }
            }
            return (documents, findings)
        }
    }

    private func unprinted(
        _ documents: [PrintableDocument], _ connection: Connection
    ) throws -> [PrintableDocument] {
        guard !documents.isEmpty else { return [] }
        let printed = try connection.dispatches(
            campaign: campaign.id, .ids(documents.map(\.subject.id)))
        return documents.filter { document in
            !printed.contains {
                $0.intervention == document.subject.id && $0.edition == document.edition.number
                    && $0.copy == choice.copy
            }
        }
    }

    /// A document belongs to its campaign (PRO-157); one that is no longer valid is still printed, with a warning.
    private func remarks(on document: PrintableDocument) -> [Finding] {
        let isOver =
            switch document.subject.kind {
            case .main: campaign.row.state == .closed || context.today > campaign.parameters.endsOn
            case .retest: campaign.row.state == .closed
            case .outside: false
            }
        if isOver {
            let facts: KeyValuePairs = [
                "intervention": document.subject.number, "campaign": campaign.row.title,
                "end": campaign.parameters.endsOn.french,
            ]
            return [Finding(SamplingFinding.previousCampaign, .refused, facts)]
        }
        if let validUntil = document.edition.validUntil, validUntil < context.today {
            let facts: KeyValuePairs = ["intervention": document.subject.number, "validUntil": validUntil.french]
            return [Finding(SamplingFinding.expired, .warning, facts)]
        }
        return []
    }

    // MARK: Printing

    /// Makes, stores, enters and hands out one file. `key` names a file of several documents.
    func print(
        _ documents: [PrintableDocument], as key: String?, on press: Press, _ outcome: inout PrintOutcome,
        _ emit: @Sendable (PrintedFile) throws -> Void
    ) async throws {
        var ids = try await context.database.ids(documents.count + 1)
        let entryID = ids.next()
        let batch = key.map { "\(context.today)-\($0)-\(entryID)" } ?? documents[0].subject.number
        let stored = key == nil && !choice.drafts ? try await issued(documents[0]) : nil
        let sheetFile = try stored.map { SheetFile(bytes: $0, labels: 0) } ?? draw(documents, batch, on: press)
        if !choice.drafts {
            try await enter(documents, sheetFile.bytes, batch, Array(ids.dropFirst()), entryID)
        }
        let suffix = choice.drafts ? "-projet" : choice.copy == .labels ? "" : "-\(choice.copy.rawValue)"
        try emit(
            PrintedFile(name: "\(batch)\(suffix).pdf", bytes: sheetFile.bytes, documents: documents.count))
        outcome.documents += documents.count
        outcome.files += 1
        outcome.labels += sheetFile.labels
        outcome.findings += sheetFile.findings
        if stored != nil { outcome.reissued += 1 }
    }

    private struct SheetFile {
        var bytes: [UInt8] = []
        var labels = 0
        var findings: [Finding] = []
    }

    /// The file that was issued for this copy before; what was issued is never drawn anew.
    private func issued(_ document: PrintableDocument) async throws -> [UInt8]? {
        try await context.database.read { connection in
            let earlier = try connection.dispatches(campaign: campaign.id, .ids([document.subject.id])).first {
                $0.edition == document.edition.number && $0.copy == choice.copy && $0.batch == document.subject.number
            }
            return try earlier.flatMap { ContentDigest(hex: $0.documentDigest) }.map { try connection.blob($0).bytes }
        }
    }

    /// One document as it is drawn, neither stored nor entered.
    func drawn(_ document: PrintableDocument, on press: Press) throws -> [UInt8] {
        try draw([document], document.subject.number, on: press).bytes
    }

    private func draw(_ documents: [PrintableDocument], _ batch: String, on press: Press) throws -> SheetFile {
        var file = SheetFile()
        let job = PrintJob(
            title: "DAP \(batch)", author: issuer.party.name,
            day: documents.map(\.edition.editedOn).max() ?? context.today)
        var bytes: [UInt8] = []
        let run = try PrintRun(job, on: press) { bytes.append(contentsOf: $0) }
        for document in documents {
            let pages = try add(document, to: run)
            file.labels += pages?.labels ?? 0
            file.findings += pages?.findings ?? []
        }
        try run.finish()
        file.bytes = bytes
        return file
    }

    private func add(_ document: PrintableDocument, to run: PrintRun) throws -> PrintedPages? {
        switch choice.copy {
        case .labels: try run.add(document.samplingPrint(issuer, choice.sheet))
        case .farmer: try run.add(document.samplingPrint(issuer, choice.sheet).farmersCopy)
        case .tuberculin: try document.tuberculinPrint(issuer).map { try run.add($0) }
        }
    }

    private func enter(
        _ documents: [PrintableDocument], _ bytes: [UInt8], _ batch: String, _ ids: [Int64], _ entryID: Int64
    ) async throws {
        try await context.database.write { connection in
            let digest = try connection.putBlob(bytes, mediaType: "application/pdf", at: context.now)
            let rows = zip(documents, ids).map { document, id in
                var row = DispatchRow(
                    id: id, of: (document.subject.id, document.edition.number), batch: batch,
                    to: document.recipient(choice.copy), copy: choice.copy, document: digest)
                row.printedAt = context.now
                return row
            }
            try connection.insertDispatches(campaign: campaign.id, rows)
            if choice.copy == .labels, batch == documents[0].subject.number {
                try connection.setDocument(campaign: campaign.id, of: documents[0].edition, digest: digest)
            }
            var entry = context.entry(entryID, .documentDispatch, campaign.row)
            entry.details = documents.map {
                AuditDetail(
                    subject: "intervention:\($0.subject.number)", outcome: "printed-\(choice.copy)", payload: digest)
            }
            try connection.audit(entry)
        }
    }
}
