/// How someone else's file becomes one of our tables.
package struct TableMapping: Sendable, Hashable {
    /// File name, in which `*` stands for any characters; letter case does not matter.
    package var file: String?
    package var separator: Separator?
    package var encoding: EncodingChoice?
    package var dates: DateFormat?
    /// Our column → the name in the file's header.
    package var columns: [String: String] = [:]
    /// Our column → the value of every row, for what the file does not say.
    package var constants: [String: String] = [:]
    /// Our column → value in the file → value we know.
    package var values: [String: [String: String]] = [:]

    package init() {}
}
