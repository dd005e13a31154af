import Kernel
import Mustache
import UseCases

/// What is wrong with the fields of a form, each beside its field; a template asks by the field's name.
struct FieldFaults: MustacheParent, Sendable {
    private let lines: [String: FaultPage.Line]

    /// - Parameter field: the field of a finding that does not name one itself.
    init(_ findings: [Finding] = [], field: (Finding) -> String? = { _ in nil }) {
        var lines: [String: FaultPage.Line] = [:]
        for finding in findings {
            guard let name = finding.place?.column ?? field(finding), lines[name] == nil else { continue }
            lines[name] = FaultPage.Line.lines(of: [finding]).first
        }
        self.lines = lines
    }

    // Never nil: a nil would be looked for around the field.
    func child(named name: String) -> Any? { lines[name].map { [$0] } ?? [FaultPage.Line]() }
}
