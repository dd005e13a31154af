import Kernel

/// A report or a list: title, text, tables over any number of pages. Campaign reports (PRO-286), serum-bank requests
/// (PRO-255), lists per practice (PRO-112) and registers are made of it.
package struct ReportPrint: Hashable, Sendable, Codable {
    package var title: String
    package var subtitle: String?
    package var issuer: Party
    package var day: Day
    package var blocks: [ReportBlock]
    /// Repeated at the foot of each page.
    package var foot: String?

    package init(
        title: String, subtitle: String? = nil, issuer: Party, day: Day, blocks: [ReportBlock], foot: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.issuer = issuer
        self.day = day
        self.blocks = blocks
        self.foot = foot
    }
}

/// One part of a report.
package enum ReportBlock: Hashable, Sendable, Codable {
    /// Level 1 or 2.
    case heading(String, level: Int)
    case paragraph(String)
    case bullets([String])
    case table(ReportTable)
    case pageBreak
}

/// A table whose head is repeated on every page.
package struct ReportTable: Hashable, Sendable, Codable {
    package struct Column: Hashable, Sendable, Codable {
        package enum Alignment: String, Hashable, Sendable, Codable { case left, center, right }

        package var title: String
        package var alignment: Alignment
        /// Share of the table's width; nil takes the width from what the cells hold.
        package var share: Double?

        package init(_ title: String, _ alignment: Alignment = .left, share: Double? = nil) {
            self.title = title
            self.alignment = alignment
            self.share = share
        }
    }

    package var columns: [Column]
    /// Cells in the order of the columns; a short row is filled with empty ones.
    package var rows: [[String]]
    /// A last row in bold, e.g. totals.
    package var total: [String]?

    package init(columns: [Column], rows: [[String]], total: [String]? = nil) {
        self.columns = columns
        self.rows = rows
        self.total = total
    }
}

/// Why a report cannot be printed.
package enum ReportFault: Error, Hashable, Sendable {
    /// A table without columns.
    case noColumns
    /// A row with more cells than the table has columns; counted from 1.
    case tooManyCells(row: Int)
}
