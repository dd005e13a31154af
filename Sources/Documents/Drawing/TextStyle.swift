/// How a text looks: always DejaVu Sans, which our set-up installs and which covers what French names hold.
struct TextStyle: Hashable, Sendable {
    var size: Points
    var bold = false
    var condensed = false
    var italic = false

    static func plain(_ size: Points) -> TextStyle { TextStyle(size: size) }
    static func bold(_ size: Points) -> TextStyle { TextStyle(size: size, bold: true) }
    static func narrow(_ size: Points) -> TextStyle { TextStyle(size: size, condensed: true) }
    static func narrowBold(_ size: Points) -> TextStyle { TextStyle(size: size, bold: true, condensed: true) }

    /// Height of a capital letter: 0.729 em in every cut of DejaVu Sans.
    var capHeight: Points { size * 0.729 }
}

/// Where a line of text stands: its baseline, and the width that it may take before it is cut with "…".
struct Spot: Sendable {
    enum Alignment: Sendable { case left, center, right }

    var x: Points
    var baseline: Points
    var width: Points = .infinity
    var alignment = Alignment.left

    static func left(_ x: Points, _ baseline: Points, width: Points = .infinity) -> Spot {
        Spot(x: x, baseline: baseline, width: width)
    }

    /// `x` is the middle of the text.
    static func center(_ x: Points, _ baseline: Points, width: Points = .infinity) -> Spot {
        Spot(x: x, baseline: baseline, width: width, alignment: .center)
    }

    /// `x` is the right end of the text.
    static func right(_ x: Points, _ baseline: Points, width: Points = .infinity) -> Spot {
        Spot(x: x, baseline: baseline, width: width, alignment: .right)
    }
}
