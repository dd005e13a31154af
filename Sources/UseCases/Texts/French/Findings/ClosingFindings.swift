extension FrenchFindings {
    static let closing: [String: FindingText] = [:]
}
