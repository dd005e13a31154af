import Exchange
import Kernel
import Register
import Store

extension HoldingRow: StagedRow {
    static let staged = HoldingPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(number.description)
        writer.text(name)
        writer.text(keeper)
        writer.text(address)
        writer.text(postcode)
        writer.text(town)
        writer.text(commune)
        writer.text(department)
        writer.day(opened)
        writer.day(closed)
        writer.text(SearchName.of(name))
    }
}

extension EstablishmentRow: StagedRow {
    static let staged = EstablishmentPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(siret?.description)
        writer.text(numagrit)
        writer.text(holding?.description)
        writer.text(name)
    }
}

extension HerdRow: StagedRow {
    static let staged = HerdPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(holding.description)
        writer.text(code)
        writer.text(name)
        writer.text(herdClass.rawValue)
        writer.text(orientation?.rawValue)
        writer.text(milkDelivery?.rawValue)
        writer.day(opened)
        writer.day(closed)
    }
}

extension HerdScreeningRow: StagedRow {
    static let staged = HerdScreeningPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(holding.description)
        writer.text(herd)
        writer.text(rhythm.disease.rawValue)
        writer.int(rhythm.interval)
        writer.int(rhythm.phase)
    }
}

extension CommuneRow: StagedRow {
    static let staged = CommunePart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(code)
        writer.text(name)
        writer.text(department)
        writer.text(SearchName.of(name))
    }
}

extension CommuneScreeningRow: StagedRow {
    static let staged = CommuneScreeningPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(commune)
        writer.text(rhythm.disease.rawValue)
        writer.int(rhythm.interval)
        writer.int(rhythm.phase)
    }
}
