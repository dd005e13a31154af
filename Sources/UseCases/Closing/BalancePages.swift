import Documents
import Kernel

/// The three forms of the balance. All are made of the same chapters, so that they say the same.
extension CampaignBalance.Outcome {
    /// A heading with sentences, or with the rows of its sections.
    private struct Chapter {
        let title: String
        /// What the CSV calls it.
        let code: String
        var lines: [String] = []
        var rows: [[String]] = []
    }

    private var chapters: [Chapter] {
        var chapters = [
            Chapter(title: "Contexte", code: "contexte", lines: context),
            Chapter(title: "Paramètres de la campagne", code: "parametres", lines: parameters),
        ]
        var titles: [String] = []
        for section in BalanceWords.sections where !titles.contains(section.chapter) { titles.append(section.chapter) }
        for title in titles {
            let sections = BalanceWords.sections.filter { $0.chapter == title }
            let rows = sections.flatMap { section in
                table.rows.filter { $0.first == section.code }.map { [section.title] + $0.dropFirst() }
            }
            chapters.append(
                Chapter(title: title, code: "", lines: rows.isEmpty ? ["Rien à signaler."] : [], rows: rows))
        }
        let own = remarks.isEmpty ? ["Aucune remarque n'a été jointe à ce bilan."] : remarks
        chapters.append(Chapter(title: "Points forts et difficultés", code: "remarques", lines: own))
        return chapters
    }

    private var headings: [String] { ["Rubrique", "Maladie", "Valeur", "Nombre"] + table.columns.dropFirst(4) }

    /// The same widths in every chapter.
    private var shares: [Double] { headings.count == 5 ? [0.34, 0.09, 0.27, 0.15, 0.15] : [0.38, 0.1, 0.34, 0.18] }

    package var markdown: String {
        let parts = chapters.map { chapter in
            var lines = ["## \(chapter.title)", ""] + chapter.lines.map { "- \($0)" }
            if !chapter.rows.isEmpty {
                lines += [line(headings), line(headings.map { _ in "---" })] + chapter.rows.map(line)
            }
            return lines.joined(separator: "\n")
        }
        return "# \(title)\n\n" + parts.joined(separator: "\n\n") + "\n"
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
    }

    package func pdf() throws -> [UInt8] {
        var blocks: [ReportBlock] = []
        for chapter in chapters {
            blocks.append(.heading(chapter.title, level: 1))
            if !chapter.lines.isEmpty { blocks.append(.bullets(chapter.lines)) }
            guard !chapter.rows.isEmpty else { continue }
            let columns = zip(headings, shares).enumerated().map { index, column in
                ReportTable.Column(column.0, index < 3 ? .left : .right, share: column.1)
            }
            blocks.append(.table(ReportTable(columns: columns, rows: chapter.rows)))
        }
        let print = ReportPrint(
            title: title, issuer: issuer, day: day, blocks: blocks,
            foot: "Instruction technique DGAL/SDSPA/2020-653, point 11.4.2")
        return try Documents.pdf(PrintJob(title: title, author: issuer.name, day: day), [print])
    }

    /// Sentences first, as values of their section, then every figure.
    package func csv() throws -> [UInt8] {
        let blanks = Array(repeating: "", count: table.columns.count - 3)
        let sentences = chapters.filter { !$0.code.isEmpty }.flatMap { chapter in
            chapter.lines.map { [chapter.code, "", $0] + blanks }
        }
        return try ListTable(columns: table.columns, rows: sentences + table.rows).csv()
    }
}
