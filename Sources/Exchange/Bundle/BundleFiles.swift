import FoundationEssentials
import Kernel

/// The files of a bundle, whether it is a folder or a zip: path inside the bundle → where its bytes are.
struct BundleFiles {
    let name: String
    private(set) var sources: [String: ByteSource] = [:]

    /// A folder, or a zip.
    init(path: String, limits: ZipLimits) throws(Refusal) {
        var isFolder: Bool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Refusal(.fileMissing, at: Place(file: path))
        }
        if isFolder { try self.init(folder: path) } else { try self.init(zip: .file(path), limits: limits) }
    }

    init(folder path: String) throws(Refusal) {
        name = ByteSource.file(path).name
        try addFolder(path, below: "")
        try addFolder(path + "/documents", below: "documents/", isOptional: true)
    }

    init(zip source: ByteSource, limits: ZipLimits) throws(Refusal) {
        name = source.name
        let archive = try ZipArchive(opening: source, limits: limits)
        let entries = archive.entries.filter { !$0.name.hasPrefix("__MACOSX/") }
        let folder = commonFolder(of: entries.map(\.name))
        for entry in entries { sources[String(entry.name.dropFirst(folder.count))] = archive.source(of: entry) }
    }

    /// Files of the bundle's top, without those that systems hide there.
    var topLevel: [String] {
        sources.keys.filter { !$0.contains("/") && !$0.hasPrefix(".") }.sorted()
    }

    private mutating func addFolder(_ path: String, below prefix: String, isOptional: Bool = false) throws(Refusal) {
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                var isFolder: Bool = false
                let full = path + "/" + name
                guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder else { continue }
                sources[prefix + name] = .file(full, name: prefix + name)
            }
        } catch {
            if isOptional { return }
            throw Refusal(.fileUnreadable, at: Place(file: path), ["reason": String(describing: error)])
        }
    }
}

/// The folder that people zip along with their files; empty when there is none.
private func commonFolder(of names: [String]) -> String {
    guard let first = names.first, let slash = first.firstIndex(of: "/") else { return "" }
    let folder = String(first[...slash])
    return folder != "documents/" && names.allSatisfy({ $0.hasPrefix(folder) }) ? folder : ""
}

/// Whether a file name fits a pattern in which `*` stands for any characters; letter case does not matter.
func matches(_ name: String, pattern: String) -> Bool {
    let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
    var rest = name.lowercased()[...]
    guard let first = parts.first, let last = parts.last, rest.hasPrefix(first) else { return false }
    if parts.count == 1 { return rest == first }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
        guard let range = rest.firstRange(of: part) else { return false }
        rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
}
