import Documents
import Kernel

extension CampaignList {
    /// One section as a printed list. Practices get the sheet with room for the visit's date (PRO-112).
    package func pdf(_ section: Section) throws -> [UInt8] {
        try Documents.pdf(PrintJob(title: title, author: issuer, day: day), [report(section)])
    }

    private func report(_ section: Section) -> ReportPrint {
        guard kind == .practices else { return plainReport(section) }
        let rows = section.rows.map { row in
            VisitRow(
                intervention: row[2], holding: HoldingNumber(stored: row[3]), place: (row[5], row[7]), herd: row[4],
                veterinarian: row[1], plans: row[8])
        }
        return .practiceList(of: section.title, by: Party(issuer), campaign: title, day: day, rows: rows)
    }

    private func plainReport(_ section: Section) -> ReportPrint {
        let table = ReportTable(
            columns: columns.map { .init($0.replacing("_", with: " ")) }, rows: section.rows)
        return ReportPrint(
            title: kind.title, subtitle: section.title.isEmpty ? nil : section.title, issuer: Party(issuer), day: day,
            blocks: [.paragraph("Lignes : \(section.rows.count)"), .table(table)])
    }
}
