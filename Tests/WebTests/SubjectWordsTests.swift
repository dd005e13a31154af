import Testing

@testable import Web

@Suite("Issue 3 §3: where the journal leads") struct SubjectWordsTests {
    @Test(
        "a thing leads to its page, whatever characters the register gave it",
        arguments: [
            ("intervention:202600000012:BRU", "/interventions/202600000012"), ("import:4711", "/fichiers/4711"),
            ("herd:99000001/A", "/elevages/99000001/A"), ("herd:99000001/É?", "/elevages/99000001/%C3%89%3F"),
            ("animal:FR9900000001", "/bovins/FR9900000001"), ("campaign:15", nil), ("herd", nil),
        ] as [(String, String?)])
    func path(subject: String, path: String?) {
        #expect(SubjectWords.path(subject) == path)
    }
}
