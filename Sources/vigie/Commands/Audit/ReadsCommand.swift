import ArgumentParser
import Kernel
import Store
import UseCases

extension AuditCommand {
    /// `vigie audit reads`
    struct Reads: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reads", abstract: "Qui a consulté quel atelier, bovin, intervention ou document.",
            discussion: "Les consultations par les pages et par programme ; les dernières d'abord.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Département ; sans lui, tout le pays.") var department: String?
        @Option(help: "Qui : un compte.") var actor: String?
        @Option(help: "Quoi : un numéro (202100000123, 99000001/BV, FR9900000001).") var subject: String?
        @Option(help: "À partir de ce jour.") var from: Day?
        @Option(help: "Jusqu'à ce jour.") var until: Day?
        @Option(help: "Nombre de lignes.") var limit = 200

        func run() async throws {
            try await Failure.report {
                var filter = ReadFilter()
                (filter.department, filter.login, filter.subject, filter.limit) = (department, actor, subject, limit)
                filter.from = from.map { Int($0.number) * 86_400 }
                filter.until = until.map { (Int($0.number) + 1) * 86_400 }
                let asked = filter
                let outcome = try await options.withAccessBook { context, access in
                    try await ListReads(asked, access).perform(context)
                }
                if options.json { return try JSONOutput.print(outcome.rows.map(Line.init)) }
                for row in outcome.rows.map(Line.init) {
                    print(
                        [row.at, row.until, String(row.count), row.login, row.role, row.door, row.kind, row.subject]
                            .joined(separator: "\t"))
                }
            }
        }

        private struct Line: Encodable {
            let at: String
            let until: String
            let count: Int
            let login: String
            let role: String
            let door: String
            let kind: String
            let subject: String

            init(_ row: ReadRow) {
                (at, until) = (Instant.text(ofSeconds: row.beganAt), Instant.text(ofSeconds: row.lastAt))
                (count, login, role, door, kind) = (row.count, row.login, row.role, row.door, row.kind)
                subject = row.subject ?? "-"
            }
        }
    }
}
