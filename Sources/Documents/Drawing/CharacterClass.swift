/// What becomes of a character on paper. Names come from files of all kinds: marks that turn the writing direction,
/// control characters and pictures must not disturb the line beside them.
enum CharacterClass {
    /// One glyph after the other from left to right: drawn from the face's own table.
    case simple
    /// Needs pango: combining marks, right-to-left and joining scripts.
    case complex
    /// Control characters and line ends, printed as a space.
    case space
    /// Invisible: direction marks, joiners, variation selectors, tags, soft hyphen.
    case invisible

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20...0x7e: self = .simple
        case 0...0x1f, 0x7f...0xa0: self = .space
        case 0xad, 0x61c, 0x180e, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x206f, 0xfe00...0xfe0f, 0xfeff,
            0xfff9...0xfffb, 0xe0000...0xe0fff:
            self = .invisible
        case 0x2028, 0x2029, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: self = .space
        case 0xa1...0x2ff, 0x370...0x482, 0x48a...0x52f, 0x1e00...0x1fff, 0x2010...0x20cf, 0x2100...0x27bf, 0xfffd:
            self = .simple
        default: self = .complex
        }
    }
}

/// The longest run of marks on one letter that is drawn; more (`Z̷̛͖a̸l͜g̵o`) would climb into the rows around it.
private let maximumMarks = 3

/// `text` as pango may have it: spaces for control characters, nothing invisible, "�" for what the face lacks.
///
/// French sets a space before `: ; ? ! »` and after `«`: no line ends there.
func cleaned(_ text: some Sequence<Unicode.Scalar>, covered: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in text {
        switch CharacterClass(scalar) {
        case .invisible: continue
        case .space:
            result.append(scalar.value == 0xa0 || scalar.value == 0x202f ? "\u{a0}" : " ")
            marks = 0
        case .simple, .complex:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: marks += 1
            default: marks = 0
            }
            guard marks <= maximumMarks else { continue }
            if scalar == " ", result.last == "«" {
                result.append("\u{a0}")
                continue
            }
            if result.last == " ", [":", ";", "?", "!", "»"].contains(scalar) {
                result.removeLast()
                result.append("\u{a0}")
            }
            result.append(covered(scalar) ? scalar : "\u{fffd}")
        }
    }
    return String(result)
}
