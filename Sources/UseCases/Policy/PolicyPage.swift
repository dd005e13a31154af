import Register

/// The policy table as a page of the documentation, in Markdown; `docs/rights.md` is this text, and a test says so.
package enum PolicyPage {
    package static var markdown: String {
        let roles = Role.allCases
        let head = roles.map { "`\($0.rawValue)`" }.joined(separator: " | ")
        let rows = Intention.allCases.map { intention in
            let cells = roles.map { Policy.allows(intention, to: $0) ? "✓" : "" }.joined(separator: " | ")
            return "| `\(intention.rawValue)` | \(IntentionWords.of(intention)) | \(cells) |"
        }
        return """
            # Qui peut faire quoi

            Cette page est écrite par `vigie roles --markdown` à partir de la table que le programme applique ; ce qui
            n'y est pas coché est refusé. Chaque droit s'exerce dans un ressort :

            - l'administration centrale, l'autorité et le délégataire : les départements du compte, vérifiés avant toute
              lecture ; la convention d'exécution technique peut retirer une étape au délégataire ;
            - un vétérinaire : les élevages dont il a accepté la désignation, tant que la relation court (compte
              rattaché à son n° ordinal) ; le compte rendu de tuberculination et la demande de réédition : comme
              vétérinaire sanitaire seulement ; des pièces jointes, les siennes et celles qu'un service partage ;
            - un éleveur : les exploitations rattachées à son compte ;
            - un laboratoire : les demandes et les résultats de son propre organisme ;
            - l'administrateur : les comptes et la santé du système, aucune donnée sanitaire.

            Un objet hors du ressort répond exactement comme un objet qui n'existe pas. La vente de lait cru n'est
            montrée qu'avec le droit `raw-milk.read`, ou quand la convention l'accorde au délégataire.

            | intention | | \(head) |
            |---|---|\(String(repeating: "---|", count: roles.count))
            \(rows.joined(separator: "\n"))

            """
    }
}
