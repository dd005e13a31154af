extension FrenchFindings {
    static let evaluation: [String: FindingText] = [:]
}
