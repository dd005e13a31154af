extension FrenchFindings {
    static let register: [String: FindingText] = [:]
}
