extension Check {
    /// A rule file says which requirement, ambiguity, example, decision, annex or paragraph it carries out.
    static let citedSource = Check("a rule file cites its source") { source in
        let isRule = source.path.hasPrefix("Sources/Prophylaxis/") || source.path.hasPrefix("Sources/Register/Rules/")
        guard isRule, !source.tokens.isEmpty else { return [] }
        let comments = source.lines.filter { $0.drop { $0 == " " }.hasPrefix("///") }
        guard !comments.contains(where: citesSource) else { return [] }
        return [source.violation(1, "no doc comment names the source (PRO-…, AMB-…, EX-…, decision, annex, 10.6.3)")]
    }

    private static func citesSource(_ comment: Substring) -> Bool {
        let comment = comment.lowercased()
        let names = ["pro-", "amb-", "ex-"].contains { name in
            comment.ranges(of: name).contains { comment[$0.upperBound...].first?.isNumber == true }
        }
        return names || ["decision", "annex"].contains { comment.contains($0) } || comment.contains(/[0-9]+\.[0-9]+/)
    }
}
