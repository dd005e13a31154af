import Testing
import UseCases

@Suite struct SamplingTextTests {
    @Test(
        "Every finding of sampling documents has a French sentence and a way out", arguments: SamplingFinding.allCases)
    func text(_ code: SamplingFinding) {
        #expect(FindingTexts.hasText(for: code.rawValue))
    }
}
