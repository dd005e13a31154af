extension FrenchFindings {
    static let campaign: [String: FindingText] = [:]
}
