import Kernel

/// Which animals a document shows beside those to sample, chosen at its edition (PRO-123, PRO-128).
///
/// As text, so that an edition keeps it: `all`, `over-24`, `selected`, each with `,unsampled` when those already
/// sampled are left out.
package struct DocumentDisplay: Hashable, Sendable, Codable {
    package enum Range: Hashable, Sendable {
        /// (a) Every animal of the herd.
        case all
        /// (b) Those over this age in months; one to be sampled appears whatever its age.
        case over(months: Int)
        /// (c) Only those to be sampled.
        case selected
    }

    package var range: Range
    /// At a re-edition: without the animals that were sampled meanwhile, for whatever disease (PRO-128).
    package var onlyUnsampled: Bool

    package init(_ range: Range, onlyUnsampled: Bool = false) {
        self.range = range
        self.onlyUnsampled = onlyUnsampled
    }

    /// What the rule looks at for one animal.
    package struct Subject: Sendable {
        package let birth: Day
        package let isRequested: Bool
        package let isSampled: Bool

        package init(birth: Day, isRequested: Bool, isSampled: Bool) {
            self.birth = birth
            self.isRequested = isRequested
            self.isSampled = isSampled
        }
    }

    /// Whether the document shows the animal.
    package func shows(_ animal: Subject, on referenceDate: Day) -> Bool {
        if onlyUnsampled, animal.isSampled { return false }
        if animal.isRequested { return true }
        return switch range {
        case .all: true
        case .over(let months): referenceDate > animal.birth.adding(months: months)
        case .selected: false
        }
    }
}

extension DocumentDisplay: LosslessStringConvertible {
    package init?(_ text: String) {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let onlyUnsampled = parts.count == 2 && parts[1] == "unsampled"
        if onlyUnsampled { parts.removeLast() }
        guard parts.count == 1 else { return nil }
        switch parts[0] {
        case "all": self.init(.all, onlyUnsampled: onlyUnsampled)
        case "selected": self.init(.selected, onlyUnsampled: onlyUnsampled)
        default:
            guard parts[0].hasPrefix("over-"), let months = Int(parts[0].dropFirst("over-".count)),
                (0...600).contains(months)
            else { return nil }
            self.init(.over(months: months), onlyUnsampled: onlyUnsampled)
        }
    }

    package var description: String {
        let name =
            switch range {
            case .all: "all"
            case .over(let months): "over-\(months)"
            case .selected: "selected"
            }
        return onlyUnsampled ? name + ",unsampled" : name
    }
}

extension DocumentDisplay {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let display = DocumentDisplay(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a display: all, over-24, selected")
        }
        self = display
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
