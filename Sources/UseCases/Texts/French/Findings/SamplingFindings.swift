extension FrenchFindings {
    static let sampling: [String: FindingText] = [:]
}
