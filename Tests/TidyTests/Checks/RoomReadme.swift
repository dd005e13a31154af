extension Check {
    /// Every target of Swift sources opens with a few lines on what lives here and what must not. Folders of system
    /// libraries hold a module map and a shim and nothing else.
    static func roomsWithoutReadme(paths: [String], read: (String) -> String?) -> [Violation] {
        let rooms = Set(paths.filter { $0.hasSuffix(".swift") }.compactMap { Source(path: $0, text: "").target })
        return rooms.sorted().compactMap { room in
            let path = "Sources/\(room)/README.md"
            guard let text = read(path) else { return Violation(path: path, line: 1, message: "is missing") }
            let count = text.split(separator: "\n").count
            return (4...10).contains(count)
                ? nil : Violation(path: path, line: 1, message: "has \(count) lines; about five tell what lives here")
        }
    }

    static func extraFilesBesideModuleMaps(paths: [String]) -> [Violation] {
        let maps = paths.filter { $0.hasSuffix("/module.modulemap") }
        return maps.flatMap { map in
            let folder = map.dropLast("module.modulemap".count)
            return paths.filter { $0.hasPrefix(folder) && $0 != map && $0 != folder + "shim.h" }.map {
                Violation(path: $0, line: 1, message: "beside a module map stands only its shim.h")
            }
        }
    }
}
