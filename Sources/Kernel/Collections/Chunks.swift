extension RandomAccessCollection where Index == Int {
    /// The elements in order, so many at a time; the last chunk has the rest. A size under 1 counts as 1.
    package func chunks(of size: Int) -> [[Element]] {
        let size = Swift.max(1, size)
        return stride(from: startIndex, to: endIndex, by: size).map { start in
            Array(self[start..<Swift.min(start + size, endIndex)])
        }
    }
}
