/// PostScript points (1/72 inch), the unit of every position on paper unless a name ends in another one.
typealias Points = Double

/// Millimetres to points.
func mm(_ millimetres: Double) -> Points { millimetres * 72 / 25.4 }

/// A rectangle on paper; `y` grows downwards from the top edge.
struct Rect: Hashable, Sendable {
    var x: Points
    var y: Points
    var width: Points
    var height: Points

    var right: Points { x + width }
    var bottom: Points { y + height }
    var middle: Points { x + width / 2 }

    func inset(_ by: Points) -> Rect { Rect(x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by) }
}

/// A4 portrait.
enum A4 {
    static let width: Points = mm(210)
    static let height: Points = mm(297)
    /// What most laser printers cannot reach is 4.2 mm wide; nothing is drawn nearer to an edge.
    static let margin: Points = mm(5)
    static let sheet = Rect(x: 0, y: 0, width: width, height: height)
}
