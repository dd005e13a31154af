import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// What names an intervention and one of its diseases.
struct ResultSubjectOptions: ParsableArguments {
    @Option(help: "Numéro d'intervention (12 chiffres).") var intervention: String
    @Option(help: "Maladie : BRU, LEU ou TUB.") var disease: Disease
    @Option(help: "Département.") var department: String
    @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

    func animal(_ text: String) throws -> AnimalNumber {
        do { return try AnimalNumber(parsing: text, fictitious: fictitious) } catch {
            throw Refused(error, ["value": text])
        }
    }
}

/// `vigie results decide`: the inspector's decision (PRO-298).
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Décide NEG ou POS d'un résultat sang que le laboratoire n'a pas conclu.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var subject: ResultSubjectOptions
    @Argument(help: "NEG ou POS.") var decision: ResultDecision
    @Option(help: "Numéro national du bovin.") var animal: String
    @Option(help: "Motif.") var reason: String

    func run() async throws {
        try await Failure.report {
            let useCase = DecideResult(
                decision, on: subject.disease, of: try subject.animal(animal),
                in: (subject.intervention, subject.department), reason: reason)
            let count = try await options.withContext(department: subject.department) { try await useCase.perform($0) }
            print("Décision \(decision.rawValue) enregistrée ; \(count) intervention(s) recalculée(s).")
        }
    }
}

/// `vigie results enter`: a result or an evidence, with its proof (PRO-192, PRO-233).
struct EnterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enter", abstract: "Saisit un résultat ou un justificatif.",
        discussion: """
            Avec --animal et --interpretation : un résultat sang. Avec --animal et --tested-on : un test négatif fait
            ailleurs. Sans --animal : la preuve que la prophylaxie a été faite.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var subject: ResultSubjectOptions
    @Option(help: "Numéro national du bovin.") var animal: String?
    @Option(help: "Interprétation du laboratoire.") var interpretation: Interpretation?
    @Option(name: .customLong("sampled-on"), help: "Date du prélèvement.") var sampledOn: Day?
    @Option(name: .customLong("tested-on"), help: "Date du test fait ailleurs.") var testedOn: Day?
    @Option(help: "Référence du justificatif.") var proof: String

    func run() async throws {
        try await Failure.report {
            let useCase = EnterResult(
                try content(), of: subject.disease, in: (subject.intervention, subject.department), proof: proof)
            let count = try await options.withContext(department: subject.department) { try await useCase.perform($0) }
            print("Saisie enregistrée ; \(count) intervention(s) recalculée(s).")
        }
    }

    private func content() throws -> EnterResult.Content {
        guard let animal else { return .realisation }
        let number = try subject.animal(animal)
        if let interpretation, let sampledOn {
            return .blood(animal: number, interpretation: interpretation, sampledOn: sampledOn)
        }
        if let testedOn { return .negativeElsewhere(animal: number, testedOn: testedOn) }
        throw ValidationError("Donnez --interpretation et --sampled-on, ou --tested-on.")
    }
}

extension ResultDecision: ExpressibleByArgument {}
extension Interpretation: ExpressibleByArgument {}
