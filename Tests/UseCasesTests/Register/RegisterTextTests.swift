import Exchange
import Kernel
import Register
import Store
import Testing
import UseCases

@Suite("French texts of findings")
struct RegisterTextTests {
    @Test("Every finding of exchange, store and register has a text")
    func everyCodeHasAText() {
        func missing<Code: FindingCode>(_ type: Code.Type) -> [String] {
            type.allCases.map(\.rawValue).filter { !FindingTexts.hasText(for: $0) }
        }
        #expect(missing(ExchangeFinding.self) == [])
        #expect(missing(StoreFinding.self) == [])
        #expect(missing(RegisterFinding.self) == [])
        #expect(missing(RegisterReviewFinding.self) == [])
        #expect(missing(RegisterEditFinding.self) == [])
    }
}
