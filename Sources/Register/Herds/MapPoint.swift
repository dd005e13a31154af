/// A place on the map (WGS 84), in millionths of a degree: about a tenth of a metre, and exact (PRO-22).
package struct MapPoint: Sendable, Hashable, CustomStringConvertible {
    package let latitude: Int
    package let longitude: Int

    private static let scale = 1_000_000

    package init?(latitude: Int, longitude: Int) {
        guard abs(latitude) <= 90 * MapPoint.scale, abs(longitude) <= 180 * MapPoint.scale else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Reads `45.777222,3.087025`: latitude first, in degrees, at most six decimals.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = MapPoint.millionths(parts[0]),
            let longitude = MapPoint.millionths(parts[1])
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }

    package var description: String { MapPoint.degrees(latitude) + "," + MapPoint.degrees(longitude) }

    private static func millionths(_ text: some StringProtocol) -> Int? {
        var characters = String(text.filter { $0 != " " })
        let isNegative = characters.hasPrefix("-")
        if isNegative { characters.removeFirst() }
        let parts = characters.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, first.count <= 3, let whole = digits(first) else { return nil }
        var millionths = whole * scale
        if parts.count == 2 {
            guard (1...6).contains(parts[1].count), let decimals = digits(parts[1]) else { return nil }
            let padding = (parts[1].count..<6).reduce(1) { power, _ in power * 10 }
            millionths += decimals * padding
        }
        return isNegative ? -millionths : millionths
    }

    private static func digits(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func degrees(_ value: Int) -> String {
        let decimals = String(abs(value) % scale)
        let padded = String(repeating: "0", count: 6 - decimals.count) + decimals
        return (value < 0 ? "-" : "") + String(abs(value) / scale) + "." + padded
    }
}
