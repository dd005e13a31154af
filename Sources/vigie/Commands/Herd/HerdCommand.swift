import ArgumentParser
import Exchange
import Kernel
import Register
import UseCases

/// `vigie herd`: one herd, by hand.
struct HerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "herd", abstract: "Les ateliers : extraire, ouvrir, modifier, fermer, rattacher, noter.",
        subcommands: [
            ListHerdsCommand.self, OpenHerdCommand.self, ChangeHerdCommand.self, CloseHerdCommand.self,
            ReopenHerdCommand.self, PlaceAnimalsCommand.self, NoteHerdCommand.self, LinkHerdsCommand.self,
            UnlinkHerdsCommand.self, LocateHerdCommand.self,
        ])
}

/// The herd that a command is about.
struct HerdArgument: ParsableArguments {
    @Argument(help: "EDE, ou EDE/CODE.") var herd: String
}

/// `vigie herd list`: BO 2 and the extraction by zone.
struct ListHerdsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Extrait les ateliers d'une commune, d'un département ou d'une région, en CSV.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String?
    @Option(help: "Commune (code INSEE), avec --department.") var commune: String?
    @Option(help: "Région (code INSEE).") var region: String?
    @Option(name: .customLong("class"), help: "Classe : \(HerdClass.allCases.map(\.rawValue).joined(separator: ", ")).")
    var herdClass: HerdClass?
    @Flag(help: "Avec les ateliers fermés.") var closed = false
    @Option(help: "Fichier à écrire ; sans lui, sur la sortie.") var output: String?

    func validate() throws {
        guard (department == nil) != (region == nil) else {
            throw ValidationError("Donnez --department ou --region.")
        }
        guard commune == nil || department != nil else { throw ValidationError("--commune demande --department.") }
    }

    private var zone: ListHerds.Zone {
        if let region { return .region(region) }
        let code = department ?? ""
        return commune.map { .commune($0, department: code) } ?? .department(code)
    }

    func run() async throws {
        try await Failure.report {
            var useCase = ListHerds(zone)
            useCase.herdClass = herdClass
            useCase.withClosed = closed
            let list = useCase
            let herds = try await options.withContext(department: department) { try await list.perform($0) }
            if let output {
                try FileOutput.write(herds.csv(), to: output)
                print("\(herds.count) ateliers : \(output)")
            } else {
                print(String(decoding: try herds.csv(), as: UTF8.self), terminator: "")
            }
        }
    }
}

extension HerdClass: ExpressibleByArgument {}
extension HerdOrientationCode: ExpressibleByArgument {}
extension MilkDelivery: ExpressibleByArgument {}
