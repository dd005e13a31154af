/// What an attachment may be: known by its first bytes, not by its name.
package enum AttachmentKind: String, Sendable, CaseIterable {
    case pdf = "application/pdf"
    case jpeg = "image/jpeg"
    case png = "image/png"

    package static let mostBytes = 20 << 20

    package init?(_ bytes: [UInt8]) {
        guard let kind = AttachmentKind.allCases.first(where: { bytes.starts(with: $0.start) }) else { return nil }
        self = kind
    }

    private var start: [UInt8] {
        switch self {
        case .pdf: Array("%PDF-".utf8)
        case .jpeg: [0xFF, 0xD8, 0xFF]
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        }
    }

    package var fileExtension: String {
        switch self {
        case .pdf: "pdf"
        case .jpeg: "jpg"
        case .png: "png"
        }
    }
}
