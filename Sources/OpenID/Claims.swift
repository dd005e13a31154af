/// What a token or the provider's answer says of a person: texts, numbers and lists of them by name; nested objects by
/// their path (`realm_access.roles`).
package struct Claims: Sendable, Hashable, Codable {
    package private(set) var values: [String: [String]] = [:]
    /// Numbers that are instants, in seconds since 1970.
    private(set) var seconds: [String: Int] = [:]

    package subscript(_ name: String) -> [String] { values[name] ?? [] }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    package init(from decoder: any Decoder) throws {
        try take(decoder.container(keyedBy: Name.self), under: "")
    }

    package init(_ values: [String: [String]]) { self.values = values }

    /// Only as a payload's type asks; claims are read here and never written.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, texts) in values { try container.encode(texts, forKey: Name(stringValue: name)) }
    }

    private mutating func take(_ container: KeyedDecodingContainer<Name>, under path: String) throws {
        for name in container.allKeys {
            let full = path + name.stringValue
            if let text = Claims.scalar(container, name) {
                values[full] = [text]
                if let number = try? container.decode(Double.self, forKey: name), number.magnitude < 1e15 {
                    seconds[full] = Int(number)
                }
            } else if let texts = Claims.list(container, name) {
                values[full] = texts
            } else if let inner = try? container.nestedContainer(keyedBy: Name.self, forKey: name) {
                try take(inner, under: full + ".")
            }
        }
    }
}

extension Claims {
    /// A text, a whole number or a truth value; nil for anything else. A `try?` here asks for the kind of a value.
    private static func scalar(_ container: KeyedDecodingContainer<Name>, _ name: Name) -> String? {
        if let text = try? container.decode(String.self, forKey: name) { return text }
        if let flag = try? container.decode(Bool.self, forKey: name) { return String(flag) }
        if let number = try? container.decode(Int.self, forKey: name) { return String(number) }
        guard let number = try? container.decode(Double.self, forKey: name) else { return nil }
        return String(number)
    }

    /// A list of texts and numbers; others in it are left out.
    private static func list(_ container: KeyedDecodingContainer<Name>, _ name: Name) -> [String]? {
        guard var items = try? container.nestedUnkeyedContainer(forKey: name) else { return nil }
        var texts: [String] = []
        while !items.isAtEnd {
            if let text = try? items.decode(String.self) {
                texts.append(text)
            } else if let number = try? items.decode(Int.self) {
                texts.append(String(number))
            } else if (try? items.decode(Anything.self)) == nil {
                return texts
            }
        }
        return texts
    }

    /// Passes over a value of any kind.
    private struct Anything: Decodable { init(from decoder: any Decoder) {} }

    /// The same with what `other` adds: what stands here counts.
    func filled(from other: Claims) -> Claims {
        var all = self
        all.values.merge(other.values) { own, _ in own }
        return all
    }
}
