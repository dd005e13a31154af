import Foundation

/// A generated register bundle of fictitious holdings, for runs of the program.
struct RegisterBundleFolder {
    let path: String
    let holdings: Int
    let animalsPerHolding: Int

    init(in folder: String, holdings: Int, animalsPerHolding: Int, department: String = "63") throws {
        path = folder + "/bundle"
        self.holdings = holdings
        self.animalsPerHolding = animalsPerHolding
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var tables = [
            "holdings": "number;name;department\n", "herds": "holding;code;class\n",
            "animals": "number;sex;breed;birth-date\n",
            "stays": "animal;holding;entered;entry-cause;left;exit-cause\n",
        ]
        for holding in 1...holdings {
            let number = "99" + Self.digits(holding, 6)
            tables["holdings"]? += "\(number);Exploitation \(holding);\(department)\n"
            tables["herds"]? += "\(number);A;beef\n"
            for animal in 0..<animalsPerHolding {
                let name = "FR99" + Self.digits((holding - 1) * animalsPerHolding + animal, 8)
                tables["animals"]? += "\(name);F;38;2020-01-01\n"
                tables["stays"]? += "\(name);\(number);2020-01-01;N;;\n"
            }
        }
        for (table, text) in tables {
            try text.write(toFile: "\(path)/\(table).csv", atomically: false, encoding: .utf8)
        }
        let animals = holdings * animalsPerHolding
        let manifest = """
            format = "vigie-register/1"
            kind = "full"
            extracted-on = 2026-11-01
            department = "\(department)"

            [rows]
            holdings = \(holdings)
            herds = \(holdings)
            animals = \(animals)
            stays = \(animals)
            """
        try manifest.write(toFile: path + "/manifest.toml", atomically: false, encoding: .utf8)
    }

    private static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: width - text.count) + text
    }
}
