import Foundation
import TestSupport

/// `vigie serve` as a process of its own, with the demonstration's accounts.
final class ServedVigie: Sendable {
    let port: Int
    private let process: Process
    private let folder: String

    struct NotOpened: Error, CustomStringConvertible { let description: String }

    /// Starts it and waits until it listens.
    static func start(
        _ scene: ResultScene, _ options: [String] = [], isDemo: Bool = true, settings: [String: String] = [:]
    ) async throws -> ServedVigie {
        let process = try VigieProgram.process(
            ["serve", "--port", "0"] + (isDemo ? ["--demo"] : []) + options,
            scene.environment.merging(settings) { $1 })
        process.currentDirectoryURL = URL(filePath: scene.folder)
        for name in ["said", "log"] { try Data().write(to: URL(filePath: "\(scene.folder)/\(name).txt")) }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(scene.folder)/said.txt"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(scene.folder)/log.txt"))
        try process.run()
        for _ in 0..<600 {
            let log = try String(contentsOfFile: "\(scene.folder)/log.txt", encoding: .utf8)
            if let line = log.split(separator: "\n").first(where: { $0.hasPrefix("Vigie est ouverte") }),
                let port = line.split(separator: ":").last.flatMap({ Int($0) })
            {
                return ServedVigie(process, port, scene.folder)
            }
            guard process.isRunning else { throw NotOpened(description: log) }
            try await Task.sleep(for: .milliseconds(100))
        }
        kill(process.processIdentifier, SIGKILL)
        throw NotOpened(description: "it said nothing for a minute")
    }

    private init(_ process: Process, _ port: Int, _ folder: String) {
        self.process = process
        self.port = port
        self.folder = folder
    }

    /// All that it wrote, of both streams.
    var log: String {
        get throws { try String(contentsOfFile: "\(folder)/log.txt", encoding: .utf8) }
    }

    func password(of login: String) throws -> String {
        let said = try String(contentsOfFile: "\(folder)/said.txt", encoding: .utf8)
        let line = said.split(separator: "\n").first { $0.hasPrefix("  \(login)\t") }
        guard let word = line?.split(separator: "\t").dropFirst().first else {
            throw NotOpened(description: "no password of \(login)")
        }
        return String(word)
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end, for at most `seconds`; then it is killed.
    /// - Returns: its exit code; nil when it had to be killed.
    func end(within seconds: Int) async throws -> Int32? {
        for _ in 0..<(seconds * 10) where process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
        guard process.isRunning else { return process.terminationReason == .exit ? process.terminationStatus : nil }
        kill(process.processIdentifier, SIGKILL)
        return nil
    }
}

/// A browser's part of HTTP, by hand: one connection a request.
struct HandBrowser: Sendable {
    var port: Int
    private(set) var cookie = ""
    private(set) var text = ""
    /// What it claims in `X-Forwarded-For`.
    var forwarded: String?

    init(port: Int) { self.port = port }

    var token: String { text.between("name=\"_form\" value=\"", "\"") }
    var status: String { String(text.split(separator: " ").dropFirst().first ?? "") }

    func head(_ method: String, _ path: String, _ fields: [String] = []) -> String {
        (["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Cookie: \(cookie)", "Connection: close"]
            + (forwarded.map { ["X-Forwarded-For: \($0)"] } ?? []) + fields)
            .joined(separator: "\r\n") + "\r\n\r\n"
    }

    mutating func get(_ path: String) async throws { try await ask(head("GET", path)) }

    mutating func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws {
        let pairs = fields.map { ($0.key, $0.value) } + [("_form", token)]
        let body = pairs.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
            .joined(separator: "&")
        let type = "Content-Type: application/x-www-form-urlencoded"
        try await ask(head("POST", path, [type, "Content-Length: \(body.utf8.count)"]) + body)
    }

    mutating func signIn(_ login: String, _ password: String) async throws {
        try await get("/connexion")
        try await post("/connexion", ["login": login, "password": password, "retour": "/"])
    }

    private mutating func ask(_ request: String) async throws {
        text = try await RawSocket.send(to: port, request).text
        let set = text.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("set-cookie: vigie=") }
        if let last = set.last { cookie = String(last.dropFirst(12).prefix { $0 != ";" }) }
    }
}

extension String {
    func between(_ start: String, _ end: String) -> String {
        guard let start = range(of: start), let end = range(of: end, range: start.upperBound..<endIndex) else {
            return ""
        }
        return String(self[start.upperBound..<end.lowerBound])
    }
}
