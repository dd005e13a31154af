import Kernel
import UseCases

extension FaultPage.Line {
    /// What findings say, for a form that is shown again.
    static func lines(of findings: [Finding]) -> [FaultPage.Line] {
        findings.map { finding in
            let text = FindingText.onPage(finding)
            let line = finding.place?.line.map { "Ligne \($0) : " } ?? ""
            return FaultPage.Line(sentence: line + text.sentence, wayOut: text.wayOut)
        }
    }
}
