import Kernel
import Secrets
import UseCases

/// Where the next page of a list begins. What it holds is the list's own business: clients hand it back as they got it,
/// and whatever is not the place of a row is refused.
enum Cursor {
    static func make(_ place: String) -> String { Token.base64URL(Array("1:\(place)".utf8)) }

    /// - Parameter accepts: whether it is a place in this list.
    /// - Throws: 422 for anything else.
    static func place(_ cursor: String?, _ accepts: (String) -> Bool) throws -> String? {
        guard let cursor else { return nil }
        guard let text = Base64.text(cursor), text.hasPrefix("1:"), make(String(text.dropFirst(2))) == cursor,
            accepts(String(text.dropFirst(2)))
        else { throw APIFault(.unprocessableContent, .cursorInvalid) }
        return String(text.dropFirst(2))
    }
}
