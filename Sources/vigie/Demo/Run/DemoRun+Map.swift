import Register
import UseCases

/// One herd of each commune gets a place on the map. The communes are invented: they stand in a grid, a little apart
/// from its lines, somewhere in the middle of France.
extension DemoRun {
    func placeHerds() async throws {
        let context = try await cast.context(.authority, on: plan.openedOn)
        var columns = 1
        while columns * columns < plan.communes { columns += 1 }
        try await step("Élevages placés sur la carte", on: plan.openedOn) {
            var placed = 0
            var seen: Set<Int> = []
            for holding in generated.holdings where seen.insert(holding.commune).inserted {
                guard let herd = holding.kind.herds.first,
                    let point = DemoRun.point(of: holding.commune, columns: columns)
                else { continue }
                let found = try await FindHerd("\(holding.number)/\(herd.code)").run(context)
                try await LocateHerd(found, at: point, on: plan.openedOn, source: "Démonstration").perform(context)
                placed += 1
            }
            return "\(grouped(placed)) élevages, un par commune"
        }
    }

    /// Communes are some five kilometres apart; what moves them off the grid follows from their number alone.
    private static func point(of commune: Int, columns: Int) -> MapPoint? {
        let (row, column) = (commune / columns, commune % columns)
        return MapPoint(
            latitude: 46_600_000 - 45_000 * row + (commune * 7919) % 21_000,
            longitude: 2_400_000 + 65_000 * column + (commune * 104_729) % 31_000)
    }
}
