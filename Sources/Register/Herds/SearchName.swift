/// A name in the form in which names are searched and compared: capital letters without accents, single spaces.
///
/// `Gaec de l'Étang ` and `GAEC DE L ETANG` are the same.
package enum SearchName {
    package static func of(_ name: String) -> String {
        var result = ""
        var isSpaceDue = false
        for scalar in name.unicodeScalars where !isCombining(scalar) {
            let letters = folded(scalar)
            if letters.isEmpty {
                isSpaceDue = !result.isEmpty
            } else {
                if isSpaceDue { result += " " }
                isSpaceDue = false
                result += letters
            }
        }
        return result
    }

    /// A combining accent belongs to the letter before it.
    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36f).contains(scalar.value) }

    /// Empty for anything that parts words.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "A"..."Z", "0"..."9": String(scalar)
        case "a"..."z": String(scalar).uppercased()
        case "à", "á", "â", "ã", "ä", "å", "À", "Á", "Â", "Ã", "Ä", "Å": "A"
        case "ç", "Ç": "C"
        case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë": "E"
        case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï": "I"
        case "ñ", "Ñ": "N"
        case "ò", "ó", "ô", "õ", "ö", "ø", "Ò", "Ó", "Ô", "Õ", "Ö", "Ø": "O"
        case "ù", "ú", "û", "ü", "Ù", "Ú", "Û", "Ü": "U"
        case "ý", "ÿ", "Ý", "Ÿ": "Y"
        case "œ", "Œ": "OE"
        case "æ", "Æ": "AE"
        case "ß": "SS"
        default: scalar.properties.isAlphabetic ? String(scalar).uppercased() : ""
        }
    }
}
