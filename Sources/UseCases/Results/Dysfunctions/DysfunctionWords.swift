/// The kinds of malfunctions in words: those of results and reports, and those of paper (PRO-159, PRO-216 to PRO-218,
/// PRO-314). A value of ANODEPPHYB keeps its code; an unknown code stays as it is.
package enum DysfunctionWords {
    package static func word(_ code: String) -> String {
        if let kind = DysfunctionKind(rawValue: code) {
            return kind.isDescriptor ? "\(code) \(kind.title)" : kind.title
        }
        if let problem = DispatchProblem.allCases.first(where: { $0.dysfunction == code }) {
            return "document : \(problem.title)"
        }
        return code
    }
}
