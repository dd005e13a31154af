import Documents

package typealias LetterChoice = Documents.LetterKind
