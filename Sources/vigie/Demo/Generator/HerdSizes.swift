/// Shares a department's cattle out over its holdings: many small herds, few large ones.
enum HerdSizes {
    /// Sizes that sum to `cattle`; about one holding in a hundred has none at the moment.
    ///
    /// The weight is a product of three even draws, which gives a median of about half the mean and a long tail.
    static func of(_ plan: DemoPlan) -> [Int] {
        var chance = plan.chance(.sizes)
        var weights = (0..<plan.holdings).map { _ in
            chance.chance(10) ? 0 : chance.within(8...100) * chance.within(8...100) * chance.within(20...100)
        }
        if weights.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
        let total = weights.reduce(0, +)
        var sizes = weights.map { $0 == 0 ? 0 : max(1, $0 * plan.cattle / total) }
        var rest = plan.cattle - sizes.reduce(0, +)
        var index = 0
        while rest != 0 {
            let position = index % sizes.count
            if weights[position] > 0, rest > 0 || sizes[position] > 1 {
                sizes[position] += rest > 0 ? 1 : -1
                rest += rest > 0 ? -1 : 1
            }
            index += 1
        }
        return sizes
    }
}
