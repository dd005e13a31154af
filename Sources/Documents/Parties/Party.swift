/// A person, practice, laboratory or organisation as it stands on paper: a name and lines below it
/// (address, telephone), in the order in which they are printed.
package struct Party: Hashable, Sendable, Codable {
    package var name: String
    package var lines: [String]

    package init(_ name: String, _ lines: [String] = []) {
        self.name = name
        self.lines = lines
    }
}
