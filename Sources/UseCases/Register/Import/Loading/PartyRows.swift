import Exchange
import Kernel
import Prophylaxis
import Store

extension OrganisationRow: StagedRow {
    static let staged = OrganisationPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(code)
        writer.text(kind.rawValue)
        writer.text(name)
        writer.text(department)
        writer.text(parent)
        writer.text(siret?.description)
        writer.text(address)
        writer.text(postcode)
        writer.text(town)
        writer.text(email)
        writer.int(approvals.isEmpty ? nil : approvals.reduce(0) { $0 | $1.bit })
    }
}

extension VeterinarianRow: StagedRow {
    static let staged = VeterinarianPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(orderNumber.description)
        writer.text(name)
        writer.text(practice)
        writer.text(email)
        writer.flag(accredited)
    }
}

extension HerdVeterinarianRow: StagedRow {
    static let staged = HerdVeterinarianPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(holding.description)
        writer.text(herd)
        writer.text(orderNumber.description)
        writer.text(role.rawValue)
        writer.day(since)
        writer.day(until)
        writer.day(accepted == true ? since : nil)
    }
}

extension AuthorisationRow: StagedRow {
    static let staged = AuthorisationPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(holding.description)
        writer.text(herd)
        writer.text(kind.rawValue)
        writer.text(disease?.rawValue)
        writer.day(since)
        writer.day(until)
        writer.text(reference)
    }
}

extension DairyProducerRow: StagedRow {
    static let staged = ProducerPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(laboratory)
        writer.text(producer)
        writer.text(holding.description)
        writer.day(since ?? .sinceEver)
        writer.day(until)
    }
}

extension Day {
    /// Stands for "always was so" where a file gives no first day: before any date that a reader lets in.
    static let sinceEver = Day(number: -25_567)
}
