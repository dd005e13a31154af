import ArgumentParser
import Kernel
import UseCases

/// `vigie register review`: the errors to correct before a campaign.
struct ReviewRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Revue des erreurs du registre (BO 2, BO 26), archivée.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Flag(help: "Une ligne CSV par constat.") var csv = false

    func run() async throws {
        try await Failure.report {
            let findings = try await options.withContext(department: department) {
                try await ReviewRegister(department: department).perform($0)
            }
            try FindingList(json: options.json, csv: csv).print(findings)
        }
    }
}

/// `vigie register compare`: against the identification base.
struct CompareRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare le registre avec un lot de la base d'identification, sans rien changer.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var reading: BundleOptions
    @Argument(help: "Dossier ou zip.") var path: String
    @Flag(help: "Une ligne CSV par constat.") var csv = false

    func run() async throws {
        try await Failure.report {
            let bundle = try reading.open(path)
            let findings = try await options.withContext(department: bundle.manifest.department) {
                try await CompareRegister(bundle, fictitious: reading.fictitious).perform($0)
            }
            try FindingList(json: options.json, csv: csv).print(findings)
        }
    }
}

/// `vigie register verify`: the local set-up, before a campaign.
struct VerifySettingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Vérifie le paramétrage local du registre avant une campagne (2.6), archivé.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Flag(help: "Une ligne CSV par constat.") var csv = false

    func run() async throws {
        try await Failure.report {
            let outcome = try await options.withContext(department: department) {
                try await VerifyRegisterSettings(department: department).perform($0)
            }
            if !csv, !options.json {
                for setting in outcome.settings {
                    print("\(setting.name.rawValue) = \(setting.value)")
                    print("  \(setting.justification.map { "local : \($0)" } ?? "valeur nationale")")
                }
            }
            try FindingList(json: options.json, csv: csv).print(outcome.findings)
        }
    }
}

/// `vigie register producers`: dairy producers against dairy-delivering herds.
struct ProducersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "producers", abstract: "Producteurs des LIAL et ateliers livrant en laiterie, dans les deux sens.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Flag(help: "Une ligne CSV par constat.") var csv = false

    func run() async throws {
        try await Failure.report {
            let findings = try await options.withContext(department: department) {
                try await CompareProducers(department: department).perform($0)
            }
            try FindingList(json: options.json, csv: csv).print(findings)
        }
    }
}

/// A list of findings on standard output: sentences, CSV or JSON.
struct FindingList {
    let json: Bool
    let csv: Bool

    func print(_ findings: [Finding]) throws {
        if json {
            Swift.print(try CanonicalJSON.string(findings))
        } else if csv {
            Swift.print("constat;faits;phrase")
            for finding in findings {
                let facts = finding.facts.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
                Swift.print(
                    [finding.code, facts, FindingTexts.text(of: finding).sentence].map(field).joined(separator: ";"))
            }
        } else {
            for finding in findings { Swift.print(FindingPrinter.lines(of: finding), terminator: "") }
            Swift.print("\(findings.count) constats.")
        }
    }

    private func field(_ text: String) -> String {
        guard text.contains(where: { ";\"\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
