import Kernel
import Testing

@Suite struct ChunksTests {
    @Test(
        "chunks hold every element once and in order, the last one the rest",
        arguments: [
            (0, 3, []), (1, 3, [[0]]), (2, 3, [[0, 1]]), (3, 3, [[0, 1, 2]]), (4, 3, [[0, 1, 2], [3]]),
            (7, 3, [[0, 1, 2], [3, 4, 5], [6]]), (2, 1, [[0], [1]]), (2, 0, [[0], [1]]),
        ] as [(Int, Int, [[Int]])])
    func chunks(count: Int, size: Int, expected: [[Int]]) {
        #expect(Array(0..<count).chunks(of: size) == expected)
        #expect(Array(-2..<count).dropFirst(2).chunks(of: size) == expected, "a slice begins where it begins")
    }
}
