import ArgumentParser
import Exchange
import Kernel
import Prophylaxis
import UseCases

/// `vigie results tuberculin`: reports of tuberculin tests, by file or by hand.
struct TuberculinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuberculin", abstract: "Rapports de tuberculination.",
        subcommands: [ImportFiles.self, Add.self, Absent.self], defaultSubcommand: ImportFiles.self)

    struct ImportFiles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Importe une table de rapports et celle de leurs bovins.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Table des rapports (CSV).") var file: String
        @Option(help: "Table des bovins non négatifs ou non testés (CSV).") var animals: String?
        @Option(help: "Département.") var department: String
        @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

        func run() async throws {
            try await Failure.report {
                let useCase = ImportTuberculinReports(
                    .file(file), animals: animals.map { .file($0) }, department: department, fictitious: fictitious)
                let outcome = try await options.withContext(department: department) { try await useCase.perform($0) }
                try ResultReport(outcome).print(asJSON: options.json)
            }
        }
    }

    struct Absent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "absent", abstract: "Note qu'un rapport dû n'est pas venu (ABSRAP).")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Numéro d'intervention (12 chiffres).") var intervention: String
        @Option(help: "Département.") var department: String

        func run() async throws {
            try await Failure.report {
                let useCase = RecordAbsentReport(intervention, department: department)
                try await options.withContext(department: department) { try await useCase.perform($0) }
                print("Absence de rapport notée pour \(intervention).")
            }
        }
    }
}

extension TuberculinCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Saisit un rapport.",
            discussion: """
                --count CODE=N pour chaque descripteur de l'annexe 3 (NTIDS, NNIDSN, NADIDS, NPIDSP, NTIDC, NNIDC,
                NAGDIDCTUB, NAPDIDCTUB, NPIDC). --animal NUMÉRO:positive|doubtful|large-doubtful|small-doubtful pour
                chaque bovin non négatif, --untested NUMÉRO:MOTIF pour chaque bovin non testé.
                """)

        @OptionGroup var options: GlobalOptions
        @Option(help: "Numéro d'intervention (12 chiffres).") var intervention: String
        @Option(help: "Département.") var department: String
        @Option(help: "IDS ou IDC.") var method: String
        @Option(name: .customLong("injected-on"), help: "Date d'injection.") var injectedOn: Day
        @Option(name: .customLong("read-on"), help: "Date de lecture.") var readOn: Day?
        @Option(name: .customLong("received-on"), help: "Date de réception du rapport.") var receivedOn: Day
        @Option(name: .customLong("count"), help: "CODE=N.") var counts: [String] = []
        @Option(name: .customLong("animal"), help: "NUMÉRO:RÉSULTAT.") var animals: [String] = []
        @Option(help: "NUMÉRO:MOTIF.") var untested: [String] = []
        @Flag(inversion: .prefixedNo, help: "Lecture subjective.") var subjective: Bool?
        @Flag(name: .customLong("other-model"), help: "Rapport hors modèle agréé.") var otherModel = false
        @Option(help: "Numéro ordinal du vétérinaire.") var veterinarian: String?
        @Option(help: "Commentaire (mesures).") var comment: String?
        @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

        func run() async throws {
            try await Failure.report {
                let useCase = AddTuberculinReport(try input(), department: department, fictitious: fictitious)
                let findings = try await options.withContext(department: department) { try await useCase.perform($0) }
                FindingPrinter.print(findings)
                print("Rapport enregistré pour \(intervention).")
            }
        }

        private func input() throws -> TuberculinInput {
            guard SkinMethodCode(rawValue: method) != nil else { throw ValidationError("--method : IDS ou IDC.") }
            var input = TuberculinInput(
                intervention: intervention, method: method, injectedOn: injectedOn, receivedOn: receivedOn)
            input.readOn = readOn
            input.subjective = subjective
            input.approvedModel = !otherModel
            input.orderNumber = veterinarian
            input.comment = comment
            input.counts = try descriptors()
            input.animals =
                try animals.map { text in
                    let (number, code) = try pair(text, ":")
                    guard let outcome = SkinOutcomeCode(rawValue: code), outcome != .untested else {
                        throw ValidationError("« \(text) » : résultat inconnu.")
                    }
                    return .init(number: number, outcome: outcome.rawValue)
                }
                + untested.map { text in
                    let (number, code) = try pair(text, ":")
                    guard UntestedReasonCode(rawValue: code) != nil else {
                        let known = UntestedReasonCode.allCases.map(\.rawValue).joined(separator: ", ")
                        throw ValidationError("« \(text) » : motif inconnu (\(known)).")
                    }
                    return .init(number: number, outcome: SkinOutcomeCode.untested.rawValue, reason: code)
                }
            return input
        }

        private func descriptors() throws -> TuberculinCount.Descriptors {
            var values: [String: Int] = [:]
            for text in counts {
                let (code, number) = try pair(text, "=")
                guard let value = Int(number), value >= 0 else { throw ValidationError("« \(text) » : CODE=N.") }
                values[code] = value
            }
            let known = [
                "NTIDS", "NNIDSN", "NADIDS", "NPIDSP", "NTIDC", "NNIDC", "NAGDIDCTUB", "NAPDIDCTUB", "NPIDC",
            ]
            if let unknown = values.keys.first(where: { !known.contains($0) }) {
                throw ValidationError("Descripteur inconnu : \(unknown).")
            }
            return try CanonicalJSON.decode(
                TuberculinCount.Descriptors.self, from: try CanonicalJSON.encode(values))
        }

        private func pair(_ text: String, _ separator: Character) throws -> (String, String) {
            let parts = text.split(separator: separator, maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("« \(text) » : il manque « \(separator) ».") }
            return (parts[0], parts[1])
        }
    }
}
