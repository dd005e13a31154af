/// What audit entries and alerts are about, as they are written down: `import:4711`.
package enum SubjectCode {
    /// The number of a received file.
    package static func file(_ subject: some StringProtocol) -> Int64? {
        let prefix = "import:"
        return subject.hasPrefix(prefix) ? Int64(subject.dropFirst(prefix.count)) : nil
    }
}
