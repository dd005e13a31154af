import Testing

@testable import Web

@Suite("Files: their lines in words") struct FileWordsTests {
    @Test(
        "one line is singular, none too",
        arguments: [
            (0, 0, "0 acceptée, 0 refusée"), (1, 2, "1 acceptée, 2 refusées"), (366, 1, "366 acceptées, 1 refusée"),
        ])
    func counts(_ accepted: Int, _ refused: Int, _ words: String) {
        #expect(FileWords.counts(accepted: accepted, refused: refused) == words)
    }
}
