import Kernel
import UseCases

extension FrenchTexts {
    /// Commands that a way out names → the page that does the same. The first words that fit count.
    static let pagesOfCommands: [(command: String, page: String)] = [
        ("results attach", "la liste « Non négatifs non rattachés »"),
        ("results unattached", "la liste « Non négatifs non rattachés »"),
        ("results refused", "la page du fichier"),
        ("results replay", "le formulaire de la page du fichier"),
        ("register set-authorisation", "la page de l'élevage"),
        ("herd change", "la page de l'élevage"),
        ("results decide", "la page de l'intervention"),
        ("results enter", "la page de l'intervention"),
        ("document cancel", "la page de l'intervention"),
        ("serum request", "la page de l'intervention, « Sérothèque »"),
        ("worklist", "les listes de travail de l'accueil"),
        ("show herd", "la page de l'élevage"),
        ("show intervention", "la page de l'intervention"),
        ("document register", "le registre des envois"),
        ("document edit", "la page « Documents »"),
        ("document validate", "la page « Documents »"),
        ("report invalidate", "la page de l'intervention"),
        ("report follow-up", "la page de l'intervention"),
        ("intervention note", "la page de l'intervention"),
        ("letter list", "le registre des courriers"),
        ("letter print", "le registre des courriers"),
        ("campaign set", "la page des paramètres de la campagne"),
        ("campaign review", "la page des paramètres de la campagne"),
        ("campaign laboratory", "la page des laboratoires de la campagne"),
        ("campaign list", "la page « Campagnes »"),
        ("campaign show", "la page de la campagne"),
        ("campaign check", "la liste de contrôle de la campagne"),
        ("campaign closing", "la page de clôture de la campagne"),
        ("campaign close", "la page de clôture de la campagne"),
        ("campaign convention --set", "la page de la convention, dans « Paramètres »"),
        ("campaign convention »", "la page « Paramètres »"),
        ("audit list", "le journal"),
        ("user add", "la page « Comptes »"),
        ("roles", "la page « Aide »"),
    ]

    /// Options of commands that a way out names → the field of the form. The first words that fit count.
    static let fieldsOfOptions: [(option: String, field: String)] = [
        ("avec --reason ou --justification", "dans le champ du motif"),
        ("avec --justification", "avec sa justification"), ("avec --emergency", "de l'urgence"),
        ("avec --reason", "dans le champ du motif"),
    ]
}

extension FindingText {
    /// What a finding says on a page.
    static func onPage(_ finding: Finding) -> FindingText {
        let text = FindingTexts.text(of: finding.namingRoles)
        let words = FrenchTexts.fieldsOfOptions.reduce(text.wayOut) { $0.replacing($1.option, with: $1.field) }
        return FindingText(text.sentence, wayOut: naming(pagesIn: words))
    }

    /// The way out with pages in the place of commands. A command that no page replaces stays, and is called one.
    private static func naming(pagesIn text: String) -> String {
        let mark = "« vigie "
        var parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return text }
        var result = parts.removeFirst()
        for part in parts {
            guard let end = part.firstRange(of: " »") else {
                result += mark + part
                continue
            }
            let page = FrenchTexts.pagesOfCommands.first { part.hasPrefix($0.command) }?.page
            let words = page ?? "la commande \(mark)\(part[..<end.upperBound])"
            let isFirst = result.isEmpty || result.hasSuffix(". ")
            result += (isFirst ? words.prefix(1).uppercased() + words.dropFirst() : words) + part[end.upperBound...]
        }
        return result
    }
}

extension Finding {
    /// With the profile and the act in words where the finding is about a right: pages show no codes.
    fileprivate var namingRoles: Finding {
        guard code == UseCaseFinding.roleMayNot.rawValue else { return self }
        let named = facts.map { fact in
            switch fact.name {
            case "role": Fact(fact.name, Catalogue.french.areas["role"]?.texts[fact.value] ?? fact.value)
            case "intention": Fact(fact.name, ActWords.french(fact.value))
            default: fact
            }
        }
        return Finding(UseCaseFinding.roleMayNot, severity, at: place, facts: named)
    }
}
