import ArgumentParser
import Kernel
import Register
import Store
import UseCases

/// `vigie herd open`.
struct OpenHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Ouvre un atelier dans une exploitation connue.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "EDE/CODE.") var herd: String
    @Option(name: .customLong("class"), help: "Classe : \(HerdClass.allCases.map(\.rawValue).joined(separator: ", ")).")
    var herdClass: HerdClass
    @Option(help: "Orientation ; par défaut celle de la classe.") var orientation: HerdOrientationCode?
    @Option(help: "Lait : none, dairy (laiterie) ou direct.") var milk = MilkDelivery.none
    @Option(help: "Libellé.") var name: String?
    @Option(help: "Date d'ouverture ; par défaut aujourd'hui.") var on: Day?
    @Option(help: "Motif.") var reason: String

    func run() async throws {
        try await Failure.report {
            let parts = herd.split(separator: "/", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("Écrivez EDE/CODE.") }
            let (herd, findings) = try await options.withContext { context in
                let holding = try await FindHolding(parts[0]).run(context)
                var useCase = OpenHerd(
                    in: holding, code: parts[1], herdClass, on: on ?? context.today, reason: reason)
                useCase.orientation = orientation
                useCase.milkDelivery = milk
                useCase.name = name
                return try await useCase.perform(context)
            }
            print("Atelier \(herd.holding)/\(herd.code) ouvert.")
            FindingPrinter.printDigest(findings)
        }
    }
}

/// `vigie herd change`.
struct ChangeHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Modifie la classe, l'orientation, la livraison du lait, le libellé.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Option(name: .customLong("class"), help: "Classe.") var herdClass: HerdClass?
    @Option(help: "Orientation.") var orientation: HerdOrientationCode?
    @Option(help: "Lait : none, dairy ou direct.") var milk: MilkDelivery?
    @Option(help: "Libellé.") var name: String?
    @Option(help: "Motif.") var reason: String

    func run() async throws {
        try await Failure.report {
            var change = HerdChange()
            (change.herdClass, change.orientation, change.milkDelivery, change.name) =
                (herdClass, orientation, milk, name)
            let wanted = change
            let findings = try await options.withContext { context in
                let herd = try await FindHerd(target.herd).run(context)
                return try await ChangeHerd(herd, wanted, reason: reason).perform(context)
            }
            print("Atelier \(target.herd) modifié.")
            FindingPrinter.printDigest(findings)
        }
    }
}

/// `vigie herd close`.
struct CloseHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "Ferme un atelier.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Option(help: "Date de fermeture ; par défaut aujourd'hui.") var on: Day?
    @Option(help: "Motif.") var reason: String
    @Flag(help: "Ferme même si des bovins y sont encore rattachés.") var force = false

    func run() async throws {
        try await Failure.report {
            let herd = try await options.withContext { context in
                let found = try await FindHerd(target.herd).run(context)
                try await CloseHerd(found, on: on ?? context.today, reason: reason, isForced: force).perform(context)
                return found
            }
            print("Atelier \(herd.holding)/\(herd.code) fermé.")
        }
    }
}

/// `vigie herd reopen`.
struct ReopenHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Rouvre un atelier fermé.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Option(help: "Motif.") var reason: String

    func run() async throws {
        try await Failure.report {
            let herd = try await options.withContext { context in
                let found = try await FindHerd(target.herd).run(context)
                try await CloseHerd(found, on: nil, reason: reason).perform(context)
                return found
            }
            print("Atelier \(herd.holding)/\(herd.code) rouvert.")
        }
    }
}

/// `vigie herd place`.
struct PlaceAnimalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "place", abstract: "Rattache à un atelier des bovins de son exploitation.")

    enum Kind: String, ExpressibleByArgument, CaseIterable { case dairy, beef }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var target: HerdArgument
    @Option(help: "Numéro national, à répéter.") var animal: [String] = []
    @Option(help: "Tous ceux d'un type de production : dairy ou beef.") var type: Kind?
    @Option(help: "Depuis ; par défaut aujourd'hui.") var on: Day?

    func validate() throws {
        guard animal.isEmpty != (type == nil) else { throw ValidationError("Donnez --animal ou --type.") }
    }

    func run() async throws {
        try await Failure.report {
            let moved = try await options.withContext { context in
                let herd = try await FindHerd(target.herd).run(context)
                var choice = PlaceAnimals.Choice.numbers([])
                if let type, let wanted = ProductionType(rawValue: type.rawValue) {
                    choice = .type(wanted)
                } else {
                    var numbers: [AnimalNumber] = []
                    for text in animal { numbers.append(try await FindAnimal(text).run(context).number) }
                    choice = .numbers(numbers)
                }
                return try await PlaceAnimals(choice, in: herd, on: on ?? context.today).perform(context)
            }
            print("\(moved.count) bovins rattachés à \(target.herd).")
        }
    }
}
