import UseCases

/// What the demonstration's technical convention says.
enum DemoConvention {
    static let tree: JSONValue = {
        let laboratory = JSONValue.object([
            "code": .string(DemoParties.laboratory),
            "name": .string("Laboratoire départemental fictif"),
        ])
        let order = JSONValue.string("Arrêté préfectoral fictif 2025-099")
        return .object([
            "delegation": .object(
                Dictionary(uniqueKeysWithValues: (1...11).map { (String($0), JSONValue.string("total")) })),
            "laboratories": .object(["BRU": laboratory, "LEU": laboratory]),
            "quadripartite": .string("Convention quadripartite fictive 2025-01"),
            "tripartite": .string("Convention tripartite fictive 2025-02"),
            "orderTransmissionDays": .integer(8),
            "orders": .object(["BRU": order, "LEU": order, "TUB": order]),
        ])
    }()
}
