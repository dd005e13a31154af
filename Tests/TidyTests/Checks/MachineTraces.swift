extension Check {
    /// Folders of a developer's machine; written in pieces, so that this file is not a breach of itself.
    private static let machineFolders = ["work", "home", "root", "Users"].map { "/" + $0 + "/" }
    private static let registryHosts = [
        "py" + "pi.org", "python" + "hosted.org", "deb." + "debian.org", "archive." + "ubuntu.com",
        "registry." + "npmjs.org", "crates" + ".io", "proxy." + "golang.org",
    ]

    static let machineTraces = Check("no path of one machine, no host of a package registry") { source in
        source.lines(where: namesMachineFolder).map { source.violation($0, "names a folder of one machine") }
            + source.lines { line in registryHosts.contains { line.contains($0) } }.map {
                source.violation($0, "names the host of a package registry")
            }
    }

    /// Whether a folder stands at the start of a path: `sources/home/x` and `https://a.fr/home/` are none.
    private static func namesMachineFolder(_ line: Substring) -> Bool {
        machineFolders.contains { folder in
            line.ranges(of: folder).contains { range in
                guard range.lowerBound > line.startIndex else { return true }
                let before = line[line.index(before: range.lowerBound)]
                return !before.isLetter && !before.isNumber && !"/._-})".contains(before)
            }
        }
    }

    private static let conflictMarks = ["<", ">"].map { String(repeating: $0, count: 7) + " " }
    private static let openMarks = ["TO" + "DO", "FIX" + "ME"]

    static let leftovers = Check("nothing left over from a merge or for later") { source in
        let marks = source.lines { line in conflictMarks.contains { line.hasPrefix($0) } }.map {
            source.violation($0, "a conflict mark of a merge")
        }
        let isRest = source.path.hasSuffix(".orig") || source.path.hasSuffix(".rej")
        let later = source.isSwift ? source.lines { line in openMarks.contains { line.contains($0) } } : []
        return marks + (isRest ? [source.violation(1, "a file that a merge left behind")] : [])
            + later.map { source.violation($0, "a note for later: do it, or write an issue") }
    }
}
