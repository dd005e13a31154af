import Foundation

/// Runs `scripts/requirements` of a folder, as `make requirements` does.
func runRequirements(in root: URL, _ arguments: String...) throws -> (status: Int32, said: String) {
    let python = Process()
    let output = Pipe()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "scripts/requirements"] + arguments
    python.currentDirectoryURL = root
    python.standardOutput = output
    python.standardError = output
    try python.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    return (python.terminationStatus, said)
}
