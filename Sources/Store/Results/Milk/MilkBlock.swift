/// Some lines of a milk file, put in the order of the index by holding. Lines of the same sample keep theirs.
struct MilkBlock {
    /// Some eight megabytes.
    private static let capacity = 65_536

    private var lines: [StagedMilk] = []
    private(set) var isFull = false

    /// Takes lines until it is full or `next` returns false.
    mutating func fill(_ next: (inout StagedMilk) throws -> Bool) throws {
        lines.removeAll(keepingCapacity: true)
        var staged = StagedMilk()
        while lines.count < MilkBlock.capacity, try next(&staged) { lines.append(staged) }
        isFull = lines.count == MilkBlock.capacity
    }

    func eachInOrder(_ body: (StagedMilk) throws -> Void) rethrows {
        for place in lines.indices.map({ Place(lines[$0], $0) }).sorted() { try body(lines[place.index]) }
    }

    /// What decides the order; sorting the lines themselves would move their texts.
    private struct Place: Comparable {
        let holding: Int64
        let disease: UInt8
        let day: Int32
        let index: Int

        init(_ line: StagedMilk, _ index: Int) {
            holding = line.holding ?? 0
            disease = line.disease.utf8.first ?? 0
            day = line.sampledOn.number
            self.index = index
        }

        static func < (left: Place, right: Place) -> Bool {
            if left.holding != right.holding { return left.holding < right.holding }
            if left.disease != right.disease { return left.disease < right.disease }
            return left.day != right.day ? left.day < right.day : left.index < right.index
        }
    }
}
