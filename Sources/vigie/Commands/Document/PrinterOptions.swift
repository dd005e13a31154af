import ArgumentParser
import Documents
import Kernel
import UseCases

/// Which printer, and where it puts its labels (PRO-161).
///
/// The file holds one table a printer, lengths in millimetres:
///
///     [bureau]
///     sheet = "two-columns"     # or one-column, pairs
///     offset-x = 0.8
///     offset-y = -1.2
struct PrinterOptions: ParsableArguments {
    @Option(help: "Imprimante, par son nom dans le fichier des imprimantes.") var printer: String?
    @Option(help: "Fichier TOML des imprimantes (VIGIE_PRINTERS).") var printers: String?

    /// - Throws: `Refused` for a printer that the file does not hold or describes wrongly.
    func sheet() throws -> LabelSheet {
        guard let printer else { return .twoColumns }
        guard let path = printers ?? Environment["VIGIE_PRINTERS"] else {
            throw ValidationError("Donnez le fichier des imprimantes avec --printers.")
        }
        guard case .object(let tables) = try TOMLFile.read(path), case .object(let table)? = tables[printer] else {
            throw Refused(SamplingFinding.printerUnknown, ["printer": printer, "file": path])
        }
        let known: Set = ["sheet", "offset-x", "offset-y"]
        if let stranger = table.keys.sorted().first(where: { !known.contains($0) }) {
            throw Refused(SamplingFinding.printerSetting, ["printer": printer, "name": stranger])
        }
        let sheet = try base(table["sheet"], printer).shifted(
            x: try length(table["offset-x"], "offset-x", printer),
            y: try length(table["offset-y"], "offset-y", printer))
        do { try sheet.check() } catch {
            throw Refused(SamplingFinding.printerSheet, ["printer": printer, "fault": String(describing: error)])
        }
        return sheet
    }

    private func base(_ value: JSONValue?, _ printer: String) throws -> LabelSheet {
        switch value {
        case nil, .string("two-columns"): return .twoColumns
        case .string("one-column"): return .oneColumn
        case .string("pairs"): return .pairs
        default: throw Refused(SamplingFinding.printerSetting, ["printer": printer, "name": "sheet"])
        }
    }

    private func length(_ value: JSONValue?, _ name: String, _ printer: String) throws -> Double {
        switch value {
        case nil: return 0
        case .integer(let value): return Double(value)
        case .number(let value): return value
        default: throw Refused(SamplingFinding.printerSetting, ["printer": printer, "name": name])
        }
    }
}
