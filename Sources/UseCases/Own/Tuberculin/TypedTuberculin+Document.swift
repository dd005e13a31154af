import Kernel
import Store

/// A form and the document that stands when it comes: between the two the document may have been edited again.
extension TypedTuberculin {
    /// Whether what was typed belongs to the sheet: its edition, and no animal that the document does not name.
    func fits(_ sheet: TuberculinSheet) -> Bool {
        let edition = self[Field.edition]
        return (edition.isEmpty || edition == sheet.shownEdition) && strays(sheet).isEmpty
    }

    /// The same on the sheet that stands: what was said of an animal that its document does not name any more is kept
    /// among the other animals, so that no result is lost.
    package func moved(onto sheet: TuberculinSheet) -> TypedTuberculin {
        var fields = fields
        fields[Field.edition] = sheet.shownEdition
        var slot = 1
        for animal in strays(sheet) {
            while !(fields[Field.extra(slot)] ?? "").isEmpty { slot += 1 }
            fields[Field.extra(slot)] = animal
            fields[Field.extraOutcome(slot)] = fields.removeValue(forKey: Field.outcome(animal))
            let measure = fields.removeValue(forKey: Field.measure(animal)).map { "\(animal) : \($0)" }
            let comments = [fields[Field.comment], measure].compactMap(\.self)
            if !comments.isEmpty { fields[Field.comment] = comments.joined(separator: " ; ") }
        }
        return TypedTuberculin(fields)
    }

    /// Animals that something is said of, and that the document does not name, by number.
    private func strays(_ sheet: TuberculinSheet) -> [String] {
        let prefix = Field.outcome("")
        let named = Set(sheet.animals.map(\.number))
        return fields.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            .filter { !named.contains($0) }.sorted()
    }
}

extension TuberculinSheet {
    package var shownEdition: String { edition.map(String.init) ?? "" }
}
