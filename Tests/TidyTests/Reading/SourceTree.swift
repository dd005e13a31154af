import Foundation

/// The project's files on disk, found from this file's own place.
enum SourceTree {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every text file but what builds, demos and benchmarks leave behind (the folders of `.gitignore`).
    static let sources: [Source] = paths.compactMap { path in
        guard let data = FileManager.default.contents(atPath: root.appending(path: path).path),
            !data.prefix(4096).contains(0)
        else { return nil }
        return Source(path: path, text: String(decoding: data, as: UTF8.self))
    }

    static let paths: [String] = {
        var found: [String] = []
        let walk = FileManager.default.enumerator(atPath: root.path)
        while let path = walk?.nextObject() as? String {
            if isLeftBehind(path) {
                walk?.skipDescendants()
            } else if isFile(path) {
                found.append(path)
            }
        }
        return found.sorted()
    }()

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    private static func isLeftBehind(_ path: String) -> Bool {
        [".git", ".swiftpm", ".bench", ".test", "demo"].contains(path) || path.hasPrefix(".build")
            || path.hasSuffix("__pycache__")
    }
}
