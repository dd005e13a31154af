import ArgumentParser
import Exchange
import Kernel
import UseCases

extension JobsCommand {
    /// `vigie jobs recompute`: a campaign's statuses, by a worker.
    struct Recompute: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "recompute", abstract: "Met dans la file le calcul des statuts d'une campagne.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions

        func run() async throws {
            try await Failure.report {
                let work = RecomputationWork(campaign: campaign.selector)
                let title = "\(campaign.department) \(campaign.selector.name)"
                let id = try await options.perform(QueueJob(work, title: title), for: campaign)
                print("Travail \(id)")
            }
        }
    }

    /// `vigie jobs send`: a file, by a worker, as the pages do it.
    struct SendFile: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send", abstract: "Met un fichier dans la file ; sa sorte est reconnue, ou dite.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Fichier ; pour la tuberculination, d'abord les rapports, puis les bovins.") var files: [String]
        @Option(help: "Département.") var department: String?
        @Option(help: "Code du laboratoire qui envoie (lait).") var laboratory: String?
        @Option(help: "Sorte : \(ReceivedKind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind:
            ReceivedKind?
        @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

        func run() async throws {
            try await Failure.report {
                let received = try files.map { path in
                    QueueJob.File(
                        name: ByteSource.file(path).name,
                        bytes: try refusing { try ByteSource.file(path).readAll(limit: 1 << 30) })
                }
                let id = try await options.withContext(department: department) { context in
                    var upload = ReceiveFiles(received, kind: kind)
                    (upload.departmentCode, upload.laboratory) = (department, laboratory)
                    upload.fictitious = fictitious
                    return try await upload.perform(context)
                }
                print("Travail \(id)")
            }
        }
    }
}

extension ReceivedKind: ExpressibleByArgument {}

/// Turns a file that cannot be read into a refusal.
private func refusing<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let refusal as Refusal { throw Refused(refusal.findings) }
}
