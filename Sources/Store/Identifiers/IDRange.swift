/// Consecutive ids that nobody else has got.
package struct IDRange: Sendable, Sequence {
    package let bounds: Range<Int64>
    private var upcoming: Int64

    package init(_ bounds: Range<Int64>) {
        self.bounds = bounds
        upcoming = bounds.lowerBound
    }

    package var count: Int { bounds.count }

    /// The next id. Asking for more than were allocated is a fault of the program, and stops it: an id used twice
    /// would mix up two animals.
    package mutating func next() -> Int64 {
        precondition(upcoming < bounds.upperBound, "more ids used than allocated")
        defer { upcoming += 1 }
        return upcoming
    }

    package func makeIterator() -> Range<Int64>.Iterator { bounds.makeIterator() }
}
