extension FrenchFindings {
    static let results: [String: FindingText] = [:]
}
