import Testing
import UseCases

@Suite("What was done, in words") struct ActWordsTests {
    @Test("every intention that the audit can name has French words", arguments: Intention.allCases)
    func known(_ intention: Intention) {
        #expect(ActWords.french(intention.rawValue) != intention.rawValue)
    }

    @Test("a name that is no intention stays as it is") func unknown() {
        #expect(ActWords.french("no.such-act") == "no.such-act")
    }
}
