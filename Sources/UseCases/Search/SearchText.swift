import Kernel
import Register

/// What somebody wrote in the search field, understood: spaces, case and accents do not matter (CAL-30).
package struct SearchText: Sendable, Hashable {
    /// As it was written, without the spaces around.
    package let text: String
    /// The whole of a holding's number.
    package let holding: HoldingNumber?
    /// The whole of an animal's number.
    package let animal: AnimalNumber?
    /// Four characters of a tag.
    package let workingNumber: String?
    /// The twelve digits of an intervention.
    package let intervention: String?
    /// What a holding may be searched by, beside its whole number.
    package let search: HoldingSearch?

    /// No condition: the list of all.
    package static let everything = SearchText(all: ())

    private init(all: Void) {
        (text, holding, animal, workingNumber, intervention) = ("", nil, nil, nil, nil)
        search = .number("")
    }

    /// More is not read: nobody's name is that long.
    private static let mostCharacters = 100
    private static let mostWords = 6

    package init(_ written: String) {
        text = String(written.prefix(SearchText.mostCharacters)).trimmed
        let packed = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.uppercased()
        let isNumber = !packed.isEmpty && packed.allSatisfy(\.isNumber)
        holding = isNumber ? try? HoldingNumber(parsing: packed, fictitious: true) : nil  // else it is a name
        animal = packed.count > 9 ? try? AnimalNumber(parsing: packed, country: "FR", fictitious: true) : nil  // same
        workingNumber = packed.count == 4 && packed.contains(where: \.isNumber) ? packed : nil
        intervention = isNumber && packed.count == 12 ? packed : nil
        let words = SearchName.of(text).split(separator: " ").prefix(SearchText.mostWords).map(String.init)
        search =
            if isNumber { packed.count <= 8 ? .number(packed) : nil } else { words.isEmpty ? nil : .words(words) }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
