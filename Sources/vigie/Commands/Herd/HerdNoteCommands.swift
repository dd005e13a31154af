import ArgumentParser
import Kernel
import Register
import Store
import UseCases

/// `vigie herd note`: what somebody told about a herd.
struct NoteHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Garde ce que dit l'éleveur, le vétérinaire, l'EDE ou l'autorité (--withdraw : "
            + "retire).")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Argument(help: "Nature : \(HerdNoteKind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind: HerdNoteKind
    @Option(help: "Dit par : \(HerdNoteSource.allCases.map(\.rawValue).joined(separator: ", ")).")
    var by = HerdNoteSource.keeper
    @Option(help: "Dit le ; par défaut aujourd'hui.") var on: Day?
    @Option(help: "Ce qui a été dit.") var text = ""
    @Flag(help: "Retire ce qui était noté.") var withdraw = false

    func run() async throws {
        try await Failure.report {
            try await options.withContext { context in
                let herd = try await FindHerd(target.herd).run(context)
                if withdraw {
                    let count = try await WithdrawHerdNotes(herd, kind).perform(context)
                    print("\(count) informations retirées.")
                } else {
                    let told = HerdNoteRow.Told(on: on ?? context.today, by: by)
                    try await NoteHerd(herd, kind, told: told, text: text).perform(context)
                    print("Noté sur l'atelier \(herd.holding)/\(herd.code).")
                }
            }
        }
    }
}

extension HerdNoteKind: ExpressibleByArgument {}
extension HerdNoteSource: ExpressibleByArgument {}

/// `vigie herd link`.
struct LinkHerdsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Note que deux ateliers sont en lien épidémiologique.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Argument(help: "L'autre atelier.") var other: String
    @Option(help: "Depuis ; par défaut aujourd'hui.") var since: Day?
    @Option(help: "Motif.") var reason: String

    func run() async throws {
        try await Failure.report {
            try await options.withContext { context in
                let herd = try await FindHerd(target.herd).run(context)
                let linked = try await FindHerd(other).run(context)
                try await LinkHerds(herd, with: linked, on: since ?? context.today, .link(reason: reason))
                    .perform(context)
            }
            print("\(target.herd) et \(other) : en lien épidémiologique.")
        }
    }
}

/// `vigie herd unlink`.
struct UnlinkHerdsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Termine le lien épidémiologique de deux ateliers.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Argument(help: "L'autre atelier.") var other: String
    @Option(help: "Fin ; par défaut aujourd'hui.") var on: Day?

    func run() async throws {
        try await Failure.report {
            try await options.withContext { context in
                let herd = try await FindHerd(target.herd).run(context)
                let linked = try await FindHerd(other).run(context)
                try await LinkHerds(herd, with: linked, on: on ?? context.today, .end).perform(context)
            }
            print("\(target.herd) et \(other) : lien terminé.")
        }
    }
}

/// `vigie herd locate`.
struct LocateHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate", abstract: "Place un atelier sur la carte (WGS 84).")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Argument(help: "Latitude,longitude en degrés décimaux : 45.777222,3.087025.") var position: String
    @Option(help: "D'où vient la position.") var source: String

    func run() async throws {
        try await Failure.report {
            guard let point = MapPoint(position) else {
                throw Refused(RegisterEditFinding.positionInvalid, ["value": position])
            }
            try await options.withContext { context in
                let herd = try await FindHerd(target.herd).run(context)
                try await LocateHerd(herd, at: point, on: context.today, source: source).perform(context)
            }
            print("Atelier \(target.herd) : \(point).")
        }
    }
}
