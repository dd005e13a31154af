import Kernel

/// A value that can be printed: a `…Print` of this module.
package protocol PrintedDocument: Sendable {
    /// Throws what is wrong with the document before anything is drawn.
    func layout(_ type: Typesetter) throws -> PageLayout
}

/// Pages ready to be drawn.
package struct PageLayout {
    var pages: [(Canvas) throws -> Void]
    var labels = 0
    var findings: [Finding] = []
}

/// What printing has to say about a document that it printed.
package enum DocumentFinding: String, FindingCode {
    /// The animal's number is too long for the label at the narrowest readable bars: its label has none.
    /// Facts: `animal`.
    case labelWithoutBarcode = "label-without-barcode"
}
