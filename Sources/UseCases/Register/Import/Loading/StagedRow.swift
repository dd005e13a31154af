import Exchange
import Kernel
import Register
import Store

/// A row of the register bundle that knows how it goes into the staging area.
protocol StagedRow: TableRow {
    static var staged: StagedTable { get }
    /// Writes the columns of `staged`, in their order.
    func write(to writer: inout BulkWriter, _ types: ProductionTypes)
}

extension AnimalRow: StagedRow {
    static let staged = AnimalPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(number.description)
        writer.text(workingNumber ?? number.workingNumber)
        writer.text(sex.rawValue)
        writer.text(breed)
        writer.day(birth.earliest)
        writer.int(birth.precision.rawValue)
        writer.text(birthHolding?.description)
        writer.text(dam?.description)
        writer.text(fatherBreed)
        writer.text(motherBreed)
        writer.day(deadOn)
        writer.text(types.type(of: self)?.rawValue)
    }
}

extension StayRow: StagedRow {
    static let staged = StayPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(animal.description)
        writer.text(holding.description)
        writer.day(entered)
        writer.text((entryCause ?? .other).rawValue)
        writer.day(left)
        writer.text(exitCause?.rawValue)
    }
}

extension HerdAssignmentRow: StagedRow {
    static let staged = AssignmentPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(animal.description)
        writer.text(holding.description)
        writer.text(herd)
        writer.day(since)
        writer.day(until)
    }
}
