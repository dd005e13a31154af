import Exchange
import Kernel

/// The kinds of files that are sent to Vigie.
package enum ReceivedKind: String, Codable, Sendable, CaseIterable {
    /// A bundle of the register, or a history of earlier campaigns.
    case register
    case blood
    case milk
    case tuberculin

    /// What the first bytes of a file look like; nil: none of the kinds.
    package static func recognise(_ bytes: [UInt8]) -> ReceivedKind? {
        let head = bytes.prefix(2048)
        if head.starts(with: [0x50, 0x4b, 0x03, 0x04]) { return .register }
        let text = String(decoding: head, as: UTF8.self)
        if text.contains("<analysis-report") { return .blood }
        let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let fields = first.split(separator: ";", omittingEmptySubsequences: false).map { $0.lowercased() }
        if fields.contains("intervention"), fields.contains("method") || fields.contains("outcome") {
            return .tuberculin
        }
        return fields.count >= MilkProfile.fieldCount && fields[0].hasPrefix("l") ? .milk : nil
    }

    /// The kinds of an import run that come of it.
    var runKinds: [String] {
        switch self {
        case .register: ["register", "register-replay", "history", "history-replay"]
        case .blood: [ImportAnalysisReport.kind]
        case .milk: [ImportMilkResults.kind]
        case .tuberculin: [ImportTuberculinReports.kind]
        }
    }

    package init?(runKind: String) {
        guard let kind = ReceivedKind.allCases.first(where: { $0.runKinds.contains(runKind) }) else { return nil }
        self = kind
    }

    /// The right to have refused lines judged again: a laboratory's is the one to send such files.
    package func replayIntention(bySender: Bool) -> Intention {
        if self == .register { return .registerImport }
        return bySender ? intention : .resultsEnter
    }

    /// The right to send one.
    package var intention: Intention {
        switch self {
        case .register: .registerImport
        case .blood, .tuberculin: .resultsImport
        case .milk: .milkResultsImport
        }
    }
}
