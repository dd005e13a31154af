import Exchange
import FoundationEssentials
import Kernel

/// Lines as a service of identification sends them on a bad day: refused, kept, corrected, and taken in.
enum RegisterFaults {
    /// A smeared number and what it should have been; nobody else in the demonstration has these numbers.
    private static let smeared = [
        ("FR99?0000001", "FR9910000001"), ("FR99O0000002", "FR9910000002"), ("FR99l0000003", "FR9910000003"),
    ]

    /// Writes the births of some days: six calves, three of them with a number that cannot be read.
    static func write(_ plan: DemoPlan, on holding: DemoHolding, to folder: String) throws {
        var bundle = try BundleWriter(folder: folder, format: .register)
        let numbers = smeared.map(\.0) + (4...6).map { "FR991000000\($0)" }
        let births = numbers.enumerated().map { index, number in
            calf(AnimalNumber(stored: number), on: holding, plan.birthsOn.adding(days: -1 - index % 2))
        }
        try bundle.write(births.map(\.0))
        try bundle.write(births.map(\.1))
        try bundle.write(births.map(\.2))
        try bundle.finish(
            kind: .incremental, extractedOn: plan.birthsOn, department: plan.department, source: plan.source)
    }

    private static func calf(
        _ number: AnimalNumber, on holding: DemoHolding, _ birth: Day
    ) -> (AnimalRow, StayRow, HerdAssignmentRow) {
        var animal = AnimalRow(number: number, sex: .female, birth: BirthDate(birth))
        (animal.breed, animal.birthHolding) = (Breeds.weights(holding.kind)[0].code, holding.number)
        let stay = StayRow(animal: number, holding: holding.number, entered: birth, entryCause: .birth)
        let assignment = HerdAssignmentRow(
            animal: number, holding: holding.number, herd: holding.kind.herds[0].code, since: birth, until: nil)
        return (animal, stay, assignment)
    }

    /// Corrects the folder of refused lines as a person would, file by file.
    static func correct(_ folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".csv") {
            let path = "\(folder)/\(name)"
            var text = try String(contentsOfFile: path, encoding: .utf8)
            for (wrong, right) in smeared { text.replace(wrong, with: right) }
            try FileOutput.write(Array(text.utf8), to: path)
        }
    }
}
