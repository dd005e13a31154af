import Exchange
import Kernel

/// Writes the register's update of January: exits, deaths, herds that are no more.
struct UpdateWriter {
    let plan: DemoPlan
    let folder: String

    func write(_ departures: Departures, _ holdings: [DemoHolding]) throws {
        var bundle = try BundleWriter(folder: folder, format: .register)
        let closing = holdings.filter { departures.isClosed($0.number.description) }
        let writer = RegisterWriter(plan: plan, folder: folder) { _, _ in }
        try bundle.write(
            closing.flatMap { holding in
                writer.herdRows(holding).map { herd in
                    var herd = herd
                    herd.closed = day(plan.prophylaxisYear - 1, 12, 1)
                    return herd
                }
            })
        try bundle.write(departures.movements.filter { $0.animal.deadOn != nil }.map(\.animal))
        try bundle.write(departures.movements.map(\.stay))
        try bundle.write(departures.movements.map(\.assignment))
        try bundle.finish(
            kind: .incremental, extractedOn: plan.updatedOn, department: plan.department, source: plan.source)
    }
}
