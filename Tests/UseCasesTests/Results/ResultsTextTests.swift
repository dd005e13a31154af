import Testing
import UseCases

@Suite struct ResultsTextTests {
    @Test("Every finding of the reception has a French text", arguments: ResultsFinding.allCases)
    func text(_ code: ResultsFinding) { #expect(FindingTexts.hasText(for: code.rawValue)) }
}
