import Documents
import Kernel

/// A template on paper, with each field's meaning where its value will stand.
package enum LetterPreview {
    /// - Throws: `Refused` for a template that is not valid.
    package static func pdf(_ kind: LetterKind, _ text: String, on day: Day) throws -> [UInt8] {
        let values = Dictionary(uniqueKeysWithValues: LetterField.allCases.map { ($0, "[\($0.rawValue)]") })
        let filled: LetterText
        do { filled = try LetterTemplate(parsing: text).filled(values) } catch { throw error.refusal(of: "") }
        var letter = LetterPrint(
            sender: Party("Nom de l’expéditeur", ["Adresse", "00000 COMMUNE"]),
            recipient: Party("DESTINATAIRE", ["Adresse", "00000 COMMUNE"]), place: "Lieu", day: day,
            reference: "Aperçu : \(kind.rawValue)", text: filled,
            signatory: .init(name: "Nom du signataire", function: "Fonction"))
        letter.isDraft = true
        return try Documents.pdf(PrintJob(title: kind.title, author: "Aperçu", day: day), [letter])
    }
}
