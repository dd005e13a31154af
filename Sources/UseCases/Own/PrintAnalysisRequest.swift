import Documents
import Exchange
import Kernel
import Prophylaxis
import Store

/// A laboratory reads one of its requests on paper. That fetches it, as its message does (PRO-162, PRO-166).
package struct PrintAnalysisRequest: UseCase {
    package let intention = Intention.analysisFetch
    package let department: String? = nil
    let key: AnalysisRequestKey

    package init(_ key: AnalysisRequestKey) { self.key = key }

    package func run(_ context: Context) async throws -> AnalysisRequestFile {
        guard let message = try await FetchAnalysisRequests([key]).run(context).first else {
            throw Refused(OwnFinding.requestUnknown)
        }
        // It was written here: numbers of department 99 are as good as others.
        let request: AnalysisRequest
        do throws(Refusal) {
            request = try AnalysisRequest.read(.bytes(message.bytes, name: message.name), fictitious: true)
        } catch {
            throw Refused(error.findings)
        }
        let (sender, laboratory) = try await context.database.read { connection in
            (try connection.party(request.envelope.sender), try connection.party(request.envelope.recipient))
        }
        let sheet = AnalysisRequestSheet(request: request, sender: sender, laboratory: laboratory.name)
        return AnalysisRequestFile(name: message.name.replacing(".xml", with: ".pdf"), bytes: try sheet.pdf())
    }
}

/// The same request gives the same bytes: the day is the message's.
private struct AnalysisRequestSheet {
    let request: AnalysisRequest
    let sender: Party
    let laboratory: String

    func pdf() throws -> [UInt8] {
        let envelope = request.envelope
        let diseases = Disease.allCases.filter { disease in
            request.animals.contains { $0.plans.contains { $0.disease == disease } }
        }
        let print = ReportPrint.analysisRequest(
            to: laboratory, by: sender, day: envelope.createdOn,
            facts: [
                "Référence : \(envelope.reference)",
                "Document de prélèvement : \(request.document), intervention \(request.intervention)",
                "Exploitation : \(request.holding), atelier \(request.herd)",
                "Bovins à analyser : \(request.animals.count)",
            ],
            diseases: diseases.map { CodeWords.disease($0).capitalisedFirst },
            lines: request.animals.map { animal in
                RequestSheetLine(
                    animal: animal.number,
                    methods: diseases.map { disease in
                        animal.plans.filter { $0.disease == disease }.map(AnalysisRequestSheet.words)
                            .joined(separator: ", ")
                    })
            })
        return try Documents.pdf(
            PrintJob(title: "Demande d'analyses", author: sender.name, day: envelope.createdOn), [print])
    }

    private static func words(_ plan: AnalysisRequest.Plan) -> String {
        "\(CodeWords.matrix(plan.matrix)), \(plan.method.french)"
    }
}

extension Connection {
    /// An organisation as a letter names it; a code that is none of one stays as it is.
    fileprivate func party(_ code: String) throws -> Party {
        guard let found = try organisationID(code: code).flatMap({ try organisation($0) }) else { return Party(code) }
        return Party(found.name, found.lines)
    }
}
