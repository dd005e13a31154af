import Documents
import Exchange
import Foundation
import Kernel
import Prophylaxis
import Register
import Store
import Testing
import UseCases

@Suite struct FindingTextTests {
    /// Every list of findings that the program has.
    static let lists: [any FindingCode.Type] = [
        NumberFault.self, UseCaseFinding.self, StoreFinding.self, ExchangeFinding.self, DocumentFinding.self,
        RegisterFinding.self, RegisterReviewFinding.self, RegisterEditFinding.self, CampaignFinding.self,
        SetupFinding.self, SamplingFinding.self, ResultsFinding.self, EvaluationFinding.self,
        EvaluationGuard.Objection.self, FollowUpFinding.self, LetterFinding.self, SerumFinding.self, AuditFinding.self,
        SignInFinding.self, AccountFinding.self, OwnFinding.self, APIFinding.self, KeyFinding.self,
        JobFinding.self, ServerFinding.self, WebhookFinding.self, NoticeFinding.self, FormFinding.self,
        LaboratoryFinding.self,
    ]

    private static func codes<Code: FindingCode>(of list: Code.Type) -> [String] { list.allCases.map(\.rawValue) }

    @Test("Every finding has a French sentence", arguments: lists.indices)
    func sentence(_ index: Int) {
        let list = FindingTextTests.lists[index]
        let missing = FindingTextTests.codes(of: list).filter { !FindingTexts.hasText(for: $0) }
        #expect(missing == [], "of \(list)")
    }

    @Test("A code stands for one thing only")
    func unique() {
        let codes = FindingTextTests.lists.flatMap { FindingTextTests.codes(of: $0) }
        let twice = Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test("No list of findings is forgotten here")
    func complete() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let sources = try #require(
            FileManager.default.enumerator(at: root.appending(path: "Sources"), includingPropertiesForKeys: nil))
        var declared = 0
        for case let file as URL in sources where file.pathExtension == "swift" {
            declared += try String(contentsOf: file, encoding: .utf8)
                .matches(of: /package enum \w+: String[^{\n]*FindingCode/).count
        }
        #expect(declared == FindingTextTests.lists.count)
    }
}
