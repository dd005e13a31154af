import ArgumentParser
import Prophylaxis
import UseCases

/// `vigie laboratory`: the laboratories of a department.
struct LaboratoriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "laboratory", abstract: "Les laboratoires : lister, ajouter, modifier, nommer dans la convention.",
        subcommands: [
            ListLaboratoriesCommand.self, AddLaboratoryCommand.self, ChangeLaboratoryCommand.self,
            AttachLaboratoryCommand.self,
        ])
}

/// `vigie laboratory list`.
struct ListLaboratoriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Liste les laboratoires : agréments, convention, plans des campagnes en cours (CSV).")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String

    func run() async throws {
        try await Failure.report {
            let lines = try await options.withContext(department: department) {
                try await ListLaboratories(department: department).perform($0)
            }
            func codes(_ diseases: [Disease]) -> String { diseases.map(\.rawValue).joined(separator: " ") }
            let table = ListTable(
                columns: ["code", "nom", "nature", "commune", "agrements", "convention", "affecte"],
                rows: lines.map { line in
                    [
                        line.card.code, line.card.name, line.card.isDairyLaboratory ? "lait" : "sang",
                        line.card.town ?? "", codes(line.card.approvedDiseases), codes(line.agreed),
                        codes(line.assigned),
                    ]
                })
            if options.json { return try JSONOutput.print(table.objects) }
            print(String(decoding: try table.csv(), as: UTF8.self), terminator: "")
        }
    }
}

/// What a card says, as options.
struct LaboratoryOptions: ParsableArguments {
    @Option(help: "Nom, tel qu'il est imprimé.") var name: String?
    @Option(help: "Adresse.") var address: String?
    @Option(help: "Code postal.") var postcode: String?
    @Option(help: "Commune.") var town: String?
    @Option(help: "Courriel.") var email: String?
    @Option(help: "Maladie pour laquelle il est agréé, à répéter : BRU, LEU.") var approved: [Disease] = []

    /// Over what the card says already.
    func fields(over card: LaboratoryCard? = nil) -> SetLaboratory.Fields {
        var fields = SetLaboratory.Fields()
        fields.name = name ?? card?.name ?? ""
        (fields.address, fields.postcode) = (address ?? card?.address, postcode ?? card?.postcode)
        (fields.town, fields.email) = (town ?? card?.town, email ?? card?.email)
        fields.approvedDiseases = approved.isEmpty ? card?.approvedDiseases ?? [] : approved.sorted()
        return fields
    }
}

/// `vigie laboratory add`.
struct AddLaboratoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Ajoute un laboratoire au département (réservé à la DD(CS)PP).")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Code : 2 à 20 majuscules, chiffres ou tirets.") var code: String
    @Option(help: "Département.") var department: String
    @OptionGroup var card: LaboratoryOptions
    @Flag(help: "Laboratoire du lait (LIAL).") var milk = false

    func run() async throws {
        try await Failure.report {
            let useCase = SetLaboratory(
                adding: code.uppercased(), to: department, card.fields(), isDairyLaboratory: milk)
            let findings = try await options.withContext(department: department) { try await useCase.perform($0) }
            print("Laboratoire \(code.uppercased()) ajouté.")
            FindingPrinter.print(findings)
        }
    }
}

/// `vigie laboratory change`.
struct ChangeLaboratoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Modifie la fiche d'un laboratoire du département ; ce qui n'est pas dit reste.",
        discussion: "--no-approval retire tous les agréments.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Code.") var code: String
    @Option(help: "Département.") var department: String
    @OptionGroup var card: LaboratoryOptions
    @Flag(help: "N'est plus agréé pour rien.") var noApproval = false

    func validate() throws {
        guard !noApproval || card.approved.isEmpty else {
            throw ValidationError("Donnez --approved ou --no-approval.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let findings = try await options.withContext(department: department) { context in
                let known = try await ListLaboratories(department: department).perform(context)
                    .first { $0.card.code == code.uppercased() }
                var fields = card.fields(over: known?.card)
                if noApproval { fields.approvedDiseases = [] }
                return try await SetLaboratory(code.uppercased(), in: department, fields, seen: known?.stamp)
                    .perform(context)
            }
            print("Fiche du laboratoire \(code.uppercased()) enregistrée.")
            FindingPrinter.print(findings)
        }
    }
}

/// `vigie laboratory attach`.
struct AttachLaboratoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Nomme un laboratoire dans la convention, pour une ou plusieurs maladies (réservé à la DD(CS)PP).",
        discussion: "Les plans d'une campagne s'affectent ensuite avec « vigie campaign laboratory ».")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Code.") var code: String
    @Option(help: "Département.") var department: String
    @Option(help: "Maladie, à répéter : BRU, LEU.") var disease: [Disease]
    @Option(help: "Libellé sur les documents ; par défaut le nom de la fiche.") var printed: String?
    @Option(help: "Référence ou motif de la version de la convention.") var justification: String

    func run() async throws {
        try await Failure.report {
            try await options.withContext(department: department) { context in
                let lines = try await ListLaboratories(department: department).perform(context)
                guard let card = lines.first(where: { $0.card.code == code.uppercased() })?.card else {
                    throw Refused(LaboratoryFinding.cardUnknown, ["code": code])
                }
                let entry = JSONValue.object(["code": .string(card.code), "name": .string(printed ?? card.name)])
                let laboratories = Dictionary(disease.map { ($0.rawValue, entry) }) { first, _ in first }
                _ = try await SetConvention(
                    department: department, tree: .object(["laboratories": .object(laboratories)]),
                    justification: justification
                ).perform(context)
            }
            let diseases = disease.map(\.rawValue).joined(separator: ", ")
            print("\(code.uppercased()) est le laboratoire de la convention pour : \(diseases).")
        }
    }
}
