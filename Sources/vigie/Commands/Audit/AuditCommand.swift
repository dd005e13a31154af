import ArgumentParser
import Store
import UseCases

/// `vigie audit`: who did what, when, to which; and whether the record of it still is what was written.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Le journal : qui a fait quoi, quand, sur quoi.",
        subcommands: [Verify.self, List.self, Show.self, Reads.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Vérifie la chaîne scellée du journal et donne sa tête.",
            discussion: "Gardez la tête ailleurs : elle prouve plus tard que rien n'a été changé avant elle.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Tête conservée ailleurs (vigie-audit:N:EMPREINTE).") var head: String?
        @Flag(help: "Scelle d'abord les écritures qui ne le sont pas.") var seal = false

        func run() async throws {
            try await Failure.report {
                let useCase = VerifyAudit(expecting: try head.map(AuditOptions.head), sealing: seal)
                let report = try await options.withContext { try await useCase.perform($0) }
                print("Le journal est intact : \(report.sealedEntries) écriture(s) scellée(s).")
                if report.unsealedEntries > 0 {
                    print("\(report.unsealedEntries) écriture(s) pas encore scellée(s) (--seal).")
                }
                if let head = report.head { print(head.description) }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Les écritures du journal, les dernières d'abord.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Département ; sans lui, tout le pays.") var department: String?
        @Option(help: "Qui : un compte.") var actor: String?
        @Option(help: "Quoi : une intention (report.issue) ou un domaine (report).") var intention: String?
        @Option(help: "Sur quoi : un objet (import:4711, intervention:12) ou une sorte d'objets (import).")
        var subject: String?
        @Option(help: "À partir de cet instant UTC ou de son début (2020-11-02).") var from: String?
        @Option(help: "Jusqu'à cet instant UTC ou la fin de ce jour.") var until: String?
        @Option(help: "Nombre d'écritures.") var limit = 200

        func run() async throws {
            try await Failure.report {
                var filter = AuditFilter()
                (filter.department, filter.actor, filter.intention) = (department, actor, intention)
                (filter.subject, filter.from, filter.until, filter.limit) = (subject, from, until, limit)
                let useCase = ListAudit(filter)
                let rows = try await options.withContext(department: department) { try await useCase.perform($0) }
                if options.json { return try JSONOutput.print(rows) }
                for row in rows {
                    print(
                        "\(row.id)\t\(row.at)\t\(row.actor)\t\(row.role)\t\(row.intention)\t\(row.department ?? "-")"
                            + "\t\(row.subject ?? "-")\t\(row.details)\t\(row.seal.map { "sceau \($0)" } ?? "-")")
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Les parties d'une écriture : ce qu'un lot a fait de chacun.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro de l'écriture.") var entry: Int64
        @Option(help: "Département ; sans lui, tout le pays.") var department: String?

        func run() async throws {
            try await Failure.report {
                let useCase = ShowAuditEntry(entry, department: department)
                let details = try await options.withContext(department: department) { try await useCase.perform($0) }
                for detail in details {
                    print("\(detail.subject)\t\(detail.outcome)\t\(detail.payload?.hex ?? "-")")
                }
            }
        }
    }
}

enum AuditOptions {
    static func head(_ text: String) throws -> AuditHead {
        guard let head = AuditHead(text) else {
            throw ValidationError("« \(text) » n'est pas une tête de journal (vigie-audit:N:EMPREINTE).")
        }
        return head
    }
}
