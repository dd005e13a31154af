import Documents
import Kernel
import Prophylaxis
import Register
import Store

/// The sending register: every copy that was printed, who it is for, when it left, and what went wrong (PRO-162).
package struct SendingRegister: UseCase {
    package let intention = Intention.documentRead
    package let campaign: CampaignSelector

    package init(campaign: CampaignSelector) { self.campaign = campaign }

    package var department: String? { campaign.department }

    package struct Outcome: Sendable {
        package let rows: [[String]]
        /// The analysis requests: to whom, when they were written and when the laboratory fetched them.
        package let requests: [[String]]
        package let title: String
        package let issuer: Party
        package let day: Day
        /// Names of the veterinarians among the recipients, by number at the Order.
        let names: [String: String]

        package static let columns = [
            "Imprimé le", "Envoyé le", "Par", "Voie", "Destinataire", "Intervention", "Édition", "Copie", "Lot",
            "Incident",
        ]

        package static let requestColumns = [
            "Émise le", "Laboratoire", "Intervention", "Édition", "Maladies", "Bovins", "Fichier du", "Retirée le",
            "Retirée par",
        ]

        /// The lines as people read them; files for programs keep the codes.
        package var rowsInWords: [[String]] {
            rows.map { row in
                zip(row, Outcome.columns).map { value, column in
                    switch column {
                    case "Copie": InterventionWords.copy(value)
                    case "Destinataire": names[value].map { "\($0) (n° \(value))" } ?? value
                    default: value
                    }
                }
            }
        }

        /// UTF-8, semicolons, header.
        package func csv() throws -> [UInt8] { try ListTable(columns: Outcome.columns, rows: rows).csv() }

        package func pdf() throws -> [UInt8] {
            let report = ReportPrint(
                title: "Registre des envois", subtitle: title, issuer: issuer, day: day,
                blocks: [
                    .paragraph("Exemplaires : \(rows.count)"),
                    .table(ReportTable(columns: Outcome.columns.map { .init($0) }, rows: rowsInWords)),
                    .paragraph("Demandes d'analyse : \(requests.count)"),
                    .table(ReportTable(columns: Outcome.requestColumns.map { .init($0) }, rows: requests)),
                ])
            return try Documents.pdf(PrintJob(title: "Registre des envois", author: issuer.name, day: day), [report])
        }
    }

    package func run(_ context: Context) async throws -> Outcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let (issuer, rows, requests, names) = try await context.database.read { connection in
            let rows = try connection.registerLines(campaign: campaign.id).map { line in
                [
                    line.dispatch.printedAt ?? "", line.dispatch.sentOn?.description ?? "", line.dispatch.sentBy ?? "",
                    line.dispatch.channel, line.dispatch.recipient, line.number, String(line.dispatch.edition),
                    line.dispatch.copy.rawValue, line.dispatch.batch, line.dispatch.problem ?? "",
                ]
            }
            let requests = try connection.requestLines(campaign: campaign.id).map { line in
                [
                    line.request.issuedAt, line.laboratory, line.number, String(line.request.edition),
                    Disease.set(line.request.diseases).map(\.rawValue).joined(separator: ", "),
                    String(line.request.animals), line.request.writtenAt ?? "", line.request.fetchedAt ?? "",
                    line.request.fetchedBy ?? "",
                ]
            }
            let names = try connection.veterinarianNames(orderNumbers: Set(rows.map { $0[4] }))
            return (try connection.issuer(for: context.actor), rows, requests, names)
        }
        return Outcome(
            rows: rows, requests: requests, title: campaign.row.title, issuer: issuer, day: context.today, names: names)
    }
}
