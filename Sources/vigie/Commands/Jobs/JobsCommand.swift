import ArgumentParser
import Kernel
import UseCases

/// `vigie jobs`: what waits, runs or is over.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "Travaux de fond : liste, détail, annulation, relance.",
        subcommands: [List.self, Show.self, Cancel.self, Retry.self, Recompute.self, SendFile.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Vos travaux, le dernier d'abord ; un administrateur les voit tous.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Seulement dans cet état (queued, running, done, failed, cancelled) ; peut se répéter.")
        var state: [JobState] = []
        @Option(help: "Nombre de lignes.") var limit = 50

        func run() async throws {
            try await Failure.report {
                let jobs = try await options.withContext {
                    try await ListJobs(states: state, limit: limit).perform($0)
                }
                if options.json { return try JSONOutput.print(jobs.map { JobLine($0) }) }
                for job in jobs { print(JobLine(job).text) }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Un travail et ce qu'il a donné.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du travail.") var id: Int64
        @Option(help: "Dossier où écrire les fichiers produits.") var output: String?

        func run() async throws {
            try await Failure.report {
                let job = try await options.withContext { context in
                    let job = try await ShowJob(id).perform(context)
                    if let output {
                        for position in job.files.indices {
                            let file = try await ReadJobFile(id, position: position + 1).perform(context)
                            try FileOutput.write(file.bytes, to: "\(output)/\(file.name)")
                        }
                    }
                    return job
                }
                if options.json { return try JSONOutput.print(JobLine(job)) }
                print(JobLine(job).text)
                for (name, count) in (job.report?.counts ?? [:]).sorted(by: { $0.key < $1.key }) {
                    print("  \(name) : \(count)")
                }
                for file in job.files { print("  fichier : \(file.name)") }
                FindingPrinter.printDigest(job.report?.findings ?? [])
            }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Annule un travail qui attend ; demande l'arrêt d'un travail en cours.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du travail.") var id: Int64

        func run() async throws {
            try await Failure.report {
                try await options.withContext { try await ChangeJob(id, .cancel).perform($0) }
                print("Travail \(id) : annulation demandée.")
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry", abstract: "Relance un travail qui a échoué ou qui a été annulé.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du travail.") var id: Int64

        func run() async throws {
            try await Failure.report {
                try await options.withContext { try await ChangeJob(id, .retry).perform($0) }
                print("Travail \(id) : remis dans la file.")
            }
        }
    }
}

extension JobState: ExpressibleByArgument {}

/// A job as lists show it.
struct JobLine: Encodable {
    let id: Int64
    let kind: String
    let state: String
    let title: String
    let actor: String?
    let department: String?
    let attempts: Int
    let step: String?
    let done: Int
    let total: Int?
    let createdAt: String
    let finishedAt: String?
    let report: JobReport?

    init(_ job: JobView) {
        let row = job.row
        (id, kind, state, title) = (row.id, row.kind, row.state.rawValue, row.title)
        (actor, department, attempts) = (row.actor, row.department, row.attempts)
        (step, done, total) = (row.progress.step, row.progress.done, row.progress.total)
        (createdAt, finishedAt, report) = (row.createdAt, row.finishedAt, job.report)
    }

    var text: String {
        let progress = step.map { "  \($0) \(done)\(total.map { "/\($0)" } ?? "")" } ?? ""
        return "\(id)  \(state)  \(kind)  \(title)  \(createdAt)\(progress)"
    }
}
