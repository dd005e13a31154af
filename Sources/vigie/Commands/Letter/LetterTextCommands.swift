import ArgumentParser
import Documents
import Exchange
import Kernel
import UseCases

/// `vigie letter template`: the texts that a department edits.
struct LetterTemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Les textes des lettres : montrer, contrôler, adapter.",
        discussion: """
            Un modèle commence par « Objet : … » ; une ligne blanche sépare les paragraphes, « - » ouvre un point. \
            Champs, entre accolades :
            """ + "\n" + LetterField.allCases.map { "\($0.rawValue) : \($0.meaning)" }.joined(separator: "\n"),
        subcommands: [Show.self, Check.self, Put.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Le texte en vigueur.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Département.") var department: String
        @Argument(help: "Nature de la lettre.") var kind: LetterKind
        @Option(help: "Fichier à écrire ; sans lui, la sortie.") var output: String?

        func run() async throws {
            try await Failure.report {
                let useCase = ReadLetterTemplate(department: department, kind)
                let found = try await options.withContext(department: department) { try await useCase.perform($0) }
                if let output {
                    try FileOutput.write(Array((found.text + "\n").utf8), to: output)
                    print("\(found.isOwn ? "Texte du département" : "Texte par défaut") : \(output)")
                } else {
                    print(found.text)
                }
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Contrôle un modèle sans rien changer ; --preview l'imprime.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Nature de la lettre.") var kind: LetterKind
        @Argument(help: "Fichier du modèle (UTF-8).") var file: String
        @Option(help: "PDF d'aperçu à écrire, avec le nom de chaque champ à sa place.") var preview: String?

        func run() async throws {
            try await Failure.report {
                let text = try TextFile.read(file)
                try SetLetterTemplate.check(text)
                if let preview {
                    try FileOutput.write(try LetterPreview.pdf(kind, text, on: options.day()), to: preview)
                }
                print("Le modèle est bon.")
            }
        }
    }

    struct Put: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Met un modèle en vigueur dans le département.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Département.") var department: String
        @Argument(help: "Nature de la lettre.") var kind: LetterKind
        @Argument(help: "Fichier du modèle (UTF-8).") var file: String
        @Option(help: "Justification.") var justification: String

        func run() async throws {
            try await Failure.report {
                let useCase = SetLetterTemplate(
                    department: department, kind, text: try TextFile.read(file), justification: justification)
                try await options.withContext(department: department) { try await useCase.perform($0) }
                print("Modèle en vigueur : \(kind.rawValue).")
            }
        }
    }
}

/// `vigie letter sender`: signatory, contact, place and logo of each side.
struct LetterSenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sender", abstract: "Qui signe les lettres : signataire, fonction, contact, lieu, logo.",
        discussion: "Sans option, montre ce qui est en vigueur.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Option(help: "delegate (délégataire) ou authority (autorité).") var side: LetterSide
    @Option(help: "Nom du signataire.") var signatory: String?
    @Option(help: "Sa fonction.") var function: String?
    @Option(help: "Qui contacter : téléphone et courriel.") var contact: String?
    @Option(help: "Lieu, devant la date.") var place: String?
    @Option(help: "Logo, un fichier PNG.") var logo: String?
    @Option(help: "Justification.") var justification: String?

    private var changes: Bool { [signatory, function, contact, place, logo].contains { $0 != nil } }

    func validate() throws {
        guard !changes || justification != nil else { throw ValidationError("Un changement demande --justification.") }
    }

    func run() async throws {
        try await Failure.report {
            var change = LetterSenderSetting()
            (change.signatory, change.function) = (signatory, function)
            (change.contact, change.place) = (contact, place)
            let picture = try logo.map { try TextFile.bytes($0, limit: 1 << 21) }
            let (settled, isChange) = (change, changes)
            let setting = try await options.withContext(department: department) { context in
                guard isChange else {
                    return try await ReadLetterSender(department: department, side).perform(context)
                }
                return try await SetLetterSender(
                    department: department, side, settled, logo: picture, justification: justification ?? ""
                ).perform(context)
            }
            if options.json { return try JSONOutput.print(setting) }
            print("Signataire : \(setting.signatory ?? "le compte qui écrit")")
            print("Fonction : \(setting.function ?? "par défaut")")
            print("Contact : \(setting.contact ?? "courriel ou adresse de l'organisation")")
            print("Lieu : \(setting.place ?? "commune de l'organisation")")
            print("Logo : \(setting.logo == nil ? "aucun" : "enregistré")")
        }
    }
}

extension LetterSide: ExpressibleByArgument {}

/// A text that a person edited.
enum TextFile {
    private static let sizeLimit = 1 << 16

    static func read(_ path: String) throws -> String {
        TextEncoding.text(of: try bytes(path, limit: sizeLimit))
    }

    /// - Throws: `Refused` for a file that cannot be read or is too long.
    static func bytes(_ path: String, limit: Int) throws -> [UInt8] {
        do {
            return try ByteSource.file(path).readAll(limit: limit)
        } catch {
            throw Refused(error.findings)
        }
    }
}
