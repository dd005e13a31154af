extension FrenchFindings {
    static let exchange: [String: FindingText] = [:]
}
