import Kernel
import Register
import Testing
import UseCases

/// What findings say to people in front of a page, to programs, and at a terminal.
@Suite struct FindingFaceTests {
    /// Commands, options, file modes, names of fields in code.
    private static var terminal: [Regex<Substring>] {
        [/--[a-z]+/, /« vigie|\bvigie [a-z]+/, /chmod|scripts\//, /\bcommande\b/, /\b[a-z]+[A-Z][A-Za-z]*/]
    }

    /// The codes of roles and rights, as the program writes them.
    private static let codes = Role.allCases.map(\.rawValue) + Intention.allCases.map(\.rawValue)

    private static func findings<Code: FindingCode>(of list: Code.Type) -> [Finding] {
        list.allCases.map { Finding($0, .refused) }
    }

    private static func isSaid(_ code: String, in text: String) -> Bool {
        text.split { !($0.isLetter || $0 == "-" || $0 == ".") }.contains { $0 == code || $0 == code + "." }
    }

    @Test(
        "A finding names no command, no option and no code on pages and to programs",
        arguments: FindingTextTests.lists.indices)
    func page(_ index: Int) {
        for finding in FindingFaceTests.findings(of: FindingTextTests.lists[index]) {
            let text = FindingTexts.text(of: finding)
            let words = "\(text.sentence) \(text.wayOut)".replacing(/\{[a-zA-Z]+\}/, with: "…")
            let terminal = FindingFaceTests.terminal.flatMap { words.matches(of: $0).map { String($0.output) } }
            #expect(terminal == [], "\(finding.code): \(words)")
            let codes = FindingFaceTests.codes.filter { FindingFaceTests.isSaid($0, in: words) }
            #expect(codes == [], "\(finding.code): \(words)")
        }
    }

    @Test("A refused right is told in words: every role, every intention")
    func rights() {
        for role in Role.allCases {
            for intention in Intention.allCases {
                let finding = Finding(
                    UseCaseFinding.roleMayNot, .refused, ["role": role.rawValue, "intention": intention.rawValue])
                let sentence = FindingTexts.text(of: finding).sentence
                #expect(sentence.contains("(\(RoleWords.french(role)))"))
                #expect(!sentence.contains("(\(intention.rawValue))"))
            }
        }
    }

    @Test("The command line names its own command where pages name what they show")
    func commandLine() {
        let finding = Finding(
            LetterFinding.alreadyWritten, .refused,
            ["intervention": "202600000017", "letter": "12", "day": "01/03/2026"])
        let text = FindingTexts.text(of: finding)
        #expect(text.atTerminal == "« vigie letter print 12 » la ressort ; --again en écrit une nouvelle.")
        #expect(!text.wayOut.contains("vigie"))
        let same = FindingTexts.text(of: Finding(LetterFinding.brace, .refused, ["line": "3"]))
        #expect(same.atTerminal == same.wayOut)
    }

    @Test("A state that travels as its code is told in words, on every face")
    func states() {
        let finding = Finding(
            CampaignFinding.wrongState, .refused, ["campaign": "PB 2026", "state": "executed"])
        #expect(FindingTexts.text(of: finding).sentence.contains("à l'état « exécutée »"))
    }
}
