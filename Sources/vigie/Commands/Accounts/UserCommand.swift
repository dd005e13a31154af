import ArgumentParser
import Register
import Store
import UseCases

/// `vigie user`: the accounts that the command line may act as.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Les comptes.",
        subcommands: [
            AddUserCommand.self, Invite.self, Password.self, SecondFactor.self, List.self, Attach.self, Disable.self,
            Enable.self, Mail.self, TokenCommand.self,
        ])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Tous les comptes : profil, ressort, état.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Failure.report {
                let accounts = try await options.withContext { try await ListAccounts().perform($0) }
                if options.json { return try JSONOutput.print(accounts.map(Line.init)) }
                for line in accounts.map(Line.init) {
                    print([line.login, line.role, line.departments, line.state, line.name].joined(separator: "\t"))
                }
            }
        }

        private struct Line: Encodable {
            let login: String
            let name: String
            let role: String
            let departments: String
            let state: String

            init(_ account: AccountRow) {
                (login, name, role) = (account.login, account.name, account.role.rawValue)
                departments = account.scope.listed
                state = account.isDisabled ? "désactivé" : "actif"
            }
        }
    }

    struct Mail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Donne ou retire l'adresse de courriel d'un compte, où partent ses avertissements.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String
        @Argument(help: "Adresse ; sans elle, plus aucun courriel ne part.")
        var address: String?

        func run() async throws {
            try await Failure.report {
                try await change(login, .mail(address), options)
                print("Compte « \(login) » : \(address.map { "courriels à \($0)" } ?? "sans courriel").")
            }
        }
    }

    struct Attach: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: """
                Rattache un compte à un organisme, au nom duquel ses rapports et courriers partent, un éleveur à ses \
                exploitations, un vétérinaire à son n° ordinal.
                """)

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String
        @Argument(help: "Code de l'organisme au registre ; sans lui, le compte n'est plus rattaché.")
        var organisation: String?
        @Option(name: .customLong("holding"), help: "N° EDE d'une exploitation de l'éleveur ; à répéter.")
        var holdings: [String] = []
        @Option(name: .customLong("without-holding"), help: "N° EDE d'une exploitation qui n'est plus la sienne.")
        var formerHoldings: [String] = []
        @Option(help: "N° ordinal du vétérinaire.")
        var orderNumber: String?

        private var ties: [AccountTie] {
            holdings.map { .holding($0) } + formerHoldings.map { .noMore(holding: $0) }
                + (orderNumber.map { [.veterinarian(orderNumber: $0)] } ?? [])
        }

        func run() async throws {
            try await Failure.report {
                for tie in ties { try await change(login, .tie(tie), options) }
                guard ties.isEmpty || organisation != nil else {
                    return print("Compte « \(login) » : rattachements enregistrés.")
                }
                try await change(login, .attach(organisation: organisation), options)
                print("Compte « \(login) » : \(organisation.map { "rattaché à \($0)" } ?? "sans organisme").")
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Désactive un compte ; ce qu'il a fait reste à son nom.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String

        func run() async throws {
            try await Failure.report {
                try await change(login, .disable, options)
                print("Compte « \(login) » désactivé.")
            }
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Réactive un compte.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String

        func run() async throws {
            try await Failure.report {
                try await change(login, .enable, options)
                print("Compte « \(login) » réactivé.")
            }
        }
    }
}

private func change(_ login: String, _ change: ChangeAccount.Change, _ options: GlobalOptions) async throws {
    try await options.withContext { try await ChangeAccount(login: login, change).perform($0) }
}
