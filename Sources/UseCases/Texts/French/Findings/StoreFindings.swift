extension FrenchFindings {
    static let store: [String: FindingText] = [:]
}
