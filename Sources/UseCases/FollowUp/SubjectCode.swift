/// What audit entries and alerts are about, as they are written down: `import:4711`.
package enum SubjectCode {
    /// The number of a received file.
    package static func file(_ subject: some StringProtocol) -> Int64? { number(of: "import", in: subject) }

    /// The number that a campaign has here; nobody outside knows it.
    package static func campaign(_ subject: some StringProtocol) -> Int64? { number(of: "campaign", in: subject) }

    private static func number(of kind: String, in subject: some StringProtocol) -> Int64? {
        subject.hasPrefix(kind + ":") ? Int64(subject.dropFirst(kind.count + 1)) : nil
    }
}
