import ArgumentParser
import Exchange
import Kernel
import Register
import Store
import UseCases

extension UserCommand {
    /// `vigie user invite`: accounts whose owners choose their password themselves, by a link shown once.
    struct Invite: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Invite par un lien à usage unique : une personne, celles d'un CSV, ou de nouveau un compte existant.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte ; sans --role, un compte qui existe reçoit un nouveau lien.")
        var login: String?
        @Option(help: "Profil : \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        var role: Role?
        @Option(help: "Nom de la personne.")
        var name: String?
        @Option(name: .customLong("department"), help: "Département du ressort ; à répéter.")
        var departments: [String] = []
        @Option(name: .customLong("holding"), help: "N° EDE d'une exploitation de l'éleveur ; à répéter.")
        var holdings: [String] = []
        @Option(help: "N° ordinal du vétérinaire.")
        var orderNumber: String?
        @Option(help: "Code de l'organisme au registre.")
        var organisation: String?
        @Option(help: "Adresse de courriel, où partiront les avertissements.")
        var mail: String?
        @Option(help: "Fichier CSV de colonnes \(InviteAccounts.header).")
        var csv: String?
        @Option(help: "Durée de validité du lien, en jours.")
        var days = 7
        @Option(help: "Adresse publique du serveur (VIGIE_PUBLIC_ADDRESS).")
        var publicAddress: String?

        func validate() throws {
            guard (login == nil) != (csv == nil) else {
                throw ValidationError("Donnez un identifiant, ou un fichier avec --csv.")
            }
            guard (role == nil) == (name == nil), csv == nil || role == nil else {
                throw ValidationError("--role et --name vont ensemble, et sans --csv.")
            }
            guard (1...60).contains(days) else { throw ValidationError("--days : de 1 à 60.") }
        }

        func run() async throws {
            try await Failure.report {
                let isComplete = try await options.withContext { context in
                    let until = SystemClock.secondsSince1970() + days * 86_400
                    if let login, role == nil {
                        print(login, link(try await InviteAgain(login, until: until).perform(context)), separator: "\t")
                        return true
                    }
                    let outcome = try await useCase(until: until).perform(context)
                    for person in outcome.invited { print(person.login, link(person.token), separator: "\t") }
                    FindingPrinter.print(outcome.findings)
                    return !outcome.findings.contains { $0.severity >= .refused }
                }
                if !isComplete { throw ExitCode(1) }
            }
        }

        private func useCase(until: Int) -> InviteAccounts {
            if let csv { return InviteAccounts(.file(csv), until: until) }
            var row = InvitedAccountRow(login: login ?? "", name: name ?? "", role: role ?? .keeper)
            row.departments = departments.joined(separator: ",")
            row.ties = (holdings + [orderNumber].compactMap { $0 }).joined(separator: ",")
            row.organisation = organisation
            row.mail = mail
            return InviteAccounts(row, until: until)
        }

        private func link(_ token: String) -> String {
            let address = publicAddress ?? Environment["VIGIE_PUBLIC_ADDRESS"] ?? "http://127.0.0.1:8080"
            return "\(address)/invitation/\(token)"
        }
    }

    /// `vigie user second-factor LOGIN`: for who lost telephone and recovery codes.
    struct SecondFactor: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "second-factor",
            abstract: "Retire le second facteur d'un compte, qui en mettra un autre en place ; ferme ses sessions.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String

        func run() async throws {
            try await Failure.report {
                try await options.withContext { try await ResetSecondFactor(of: login).perform($0) }
                print("Second facteur de « \(login) » retiré.")
            }
        }
    }
}
