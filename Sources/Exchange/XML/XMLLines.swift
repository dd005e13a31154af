/// XML being written: one tag a line, two spaces a level, attributes in the order given, empty ones left out.
/// The same values give the same bytes.
package struct XMLLines {
    private let sink: ByteSink
    private var open: [String] = []

    package init(to sink: @escaping ByteSink) throws {
        self.sink = sink
        try write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// A tag with others inside it, until `end()`.
    package mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) throws {
        try write(tag(name, attributes) + ">\n")
        open.append(name)
    }

    package mutating func end() throws {
        guard let name = open.popLast() else { return }
        try write(indentation + "</\(name)>\n")
    }

    /// A tag with nothing inside.
    package func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) throws {
        try write(tag(name, attributes) + "/>\n")
    }

    /// XML as it is, on a line of its own.
    func insert(_ xml: String) throws { try write(xml + "\n") }

    private var indentation: String { String(repeating: "  ", count: open.count) }

    private func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
        attributes.filter { !$0.value.isEmpty }.reduce(indentation + "<" + name) {
            $0 + " \($1.key)=\"\(escapedXML($1.value))\""
        }
    }

    private func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
    }
}
