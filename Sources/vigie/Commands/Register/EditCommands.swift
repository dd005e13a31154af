import ArgumentParser
import Kernel
import Prophylaxis
import Register
import UseCases

/// `vigie register set-authorisation`: the authority's.
struct SetAuthorisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-authorisation",
        abstract: "Accorde ou termine (--end) une autorisation, délégation, suspension… d'un atelier.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "EDE, ou EDE/CODE.") var herd: String
    @Argument(help: "Nature : \(AuthorisationKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: AuthorisationKind
    @Option(help: "Maladie : BRU, LEU, TUB ; aucune : toutes.", transform: disease(named:)) var disease: Disease?
    @Option(help: "Depuis ; par défaut aujourd'hui.") var since: Day?
    @Option(help: "Premier jour où ce n'est plus le cas.") var until: Day?
    @Option(help: "Termine ce qui est en cours, à cette date.") var end: Day?
    @Option(help: "Référence de la décision.") var reference: String?

    func run() async throws {
        try await Failure.report {
            try await options.withContext { context in
                let found = try await FindHerd(herd).run(context)
                if let end {
                    try await EndAuthorisation(found, kind, disease: disease, on: end, reference: reference)
                        .perform(context)
                } else {
                    try await SetAuthorisation(
                        found, kind, disease: disease, period: (since ?? context.today, until), reference: reference
                    ).perform(context)
                }
                print(
                    "Atelier \(found.holding)/\(found.code) : \(kind.rawValue) \(end == nil ? "accordé" : "terminé").")
            }
        }
    }
}

extension AuthorisationKind: ExpressibleByArgument {}

func disease(named text: String) throws -> Disease {
    guard let disease = Disease(rawValue: text.uppercased()) else {
        throw ValidationError("« \(text) » n'est pas une maladie : BRU, LEU ou TUB.")
    }
    return disease
}

/// `vigie register set-production-type`.
struct SetProductionTypeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-production-type", abstract: "Fixe le type de production d'un bovin (lait, viande, aucun).")

    enum Choice: String, ExpressibleByArgument, CaseIterable { case dairy, beef, none }

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Numéro national.") var animal: String
    @Argument(help: "dairy, beef ou none.") var type: Choice

    func run() async throws {
        try await Failure.report {
            try await options.withContext { context in
                let found = try await FindAnimal(animal).run(context)
                try await SetProductionType(
                    found.number, type: ProductionType(rawValue: type.rawValue), department: found.department
                ).perform(context)
                print("\(found.number) : \(type.rawValue).")
            }
        }
    }
}

/// `vigie register setting`: local parameters, with their justification (PRO-13).
struct SettingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setting", abstract: "Montre ou fixe un paramètre local du registre.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Argument(help: "Paramètre : \(RegisterSetting.allCases.map(\.rawValue).joined(separator: ", ")).")
    var name: RegisterSetting
    @Argument(help: "Valeur, en JSON ; sans elle, la valeur en vigueur est montrée.") var value: String?
    @Option(help: "Justification, mentionnée dans la convention.") var justification = ""

    func run() async throws {
        try await Failure.report {
            let shown = try await options.withContext(department: department) { context in
                if let value {
                    return try await SetRegisterSetting(
                        department: department, name, to: value, justification: justification
                    ).perform(context)
                }
                return try await ReadRegisterSetting(department: department, name).perform(context)
            }
            print(shown)
        }
    }
}

extension RegisterSetting: ExpressibleByArgument {}

/// `vigie register candidates`: closures to decide.
struct CandidatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract: "Exploitations et ateliers absents du dernier lot complet : fermer ou garder.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Option(help: "EDE ou EDE/CODE à fermer, à répéter ; « all » : tous.") var close: [String] = []
    @Option(help: "EDE ou EDE/CODE à garder, à répéter ; « all » : tous.") var keep: [String] = []
    @Option(help: "Date de fermeture ; par défaut celle de l'absence constatée.") var on: Day?

    func run() async throws {
        try await Failure.report {
            try await options.withContext(department: department) { context in
                let open = try await ListClosureCandidates(department: department).perform(context)
                guard !close.isEmpty || !keep.isEmpty else {
                    for candidate in open {
                        print("\(candidate.kind)\t\(name(candidate))\t\(candidate.absentOn.french)")
                    }
                    print("\(open.count) à décider.")
                    return
                }
                try await settle(open, close, closing: true, context)
                try await settle(open, keep, closing: false, context)
            }
        }
    }

    private func name(_ candidate: ListClosureCandidates.Outcome.Element) -> String {
        [candidate.holding, candidate.herd].compactMap(\.self).joined(separator: "/")
    }

    private func settle(
        _ open: ListClosureCandidates.Outcome, _ names: [String], closing: Bool, _ context: Context
    ) async throws {
        let chosen = names.contains("all") ? open : open.filter { names.contains(name($0)) }
        if let unknown = names.first(where: { wanted in wanted != "all" && !open.contains { name($0) == wanted } }) {
            throw Refused(RegisterEditFinding.candidateUnknown, ["value": unknown])
        }
        for candidate in chosen {
            try await SettleCandidate(candidate, closingDay: closing ? on ?? candidate.absentOn : nil).perform(context)
            print("\(name(candidate)) : \(closing ? "fermé" : "gardé")")
        }
    }
}
