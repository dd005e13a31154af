import Kernel
import UseCases

extension FaultPage.Line {
    /// `Ligne 3, colonne « role » : `
    private static func place(_ place: Kernel.Place?) -> String {
        let words = Catalogue.french
        let parts = [
            place?.line.map { "\(words.text("fault", "line")) \($0)" },
            place?.column.map { "\(words.text("fault", "column")) « \($0) »" },
        ].compactMap(\.self)
        guard let first = parts.first else { return "" }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ") + " : "
    }

    /// What findings say, for a form that is shown again.
    static func lines(of findings: [Finding]) -> [FaultPage.Line] {
        findings.map { finding in
            let text = FindingTexts.text(of: finding)
            return FaultPage.Line(sentence: place(finding.place) + text.sentence, wayOut: text.wayOut)
        }
    }
}
