/// A name that is the same only byte for byte.
///
/// Swift's own `==` on strings takes "é" and "e" + accent for one. The animals of a rule's facts are opaque strings,
/// and what an answer says must not depend on Unicode's idea of sameness: two spellings are two animals.
package struct OpaqueName: Hashable, Sendable {
    private let text: String

    package init(_ text: String) { self.text = text }

    package static func == (left: OpaqueName, right: OpaqueName) -> Bool {
        // Swift's own comparison is quick to say that two names differ, and never says so of the same bytes.
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension RuleFault {
    /// Throws when two of the animals bear the same name.
    ///
    /// A list in ascending order, as it comes out of a table, needs no set: names that Swift puts one before the other
    /// are not the same bytes. Asked for by position and not as a collection: of another module that would be a generic
    /// one, whose types are looked up for every herd.
    package static func requireDistinct(_ count: Int, _ animal: (Int) -> String) throws(RuleFault) {
        guard count > 1, !(1..<count).allSatisfy({ animal($0 - 1) < animal($0) }) else { return }
        var seen = Set<OpaqueName>(minimumCapacity: count)
        for index in 0..<count where !seen.insert(OpaqueName(animal(index))).inserted {
            throw .invalidValue(field: "animals", problem: .listedTwice)
        }
    }
}
