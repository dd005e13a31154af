import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §6: limits of a connection, by raw sockets", .serialized) struct ConnectionLimitTests {
    /// A server on a port of its own with short limits.
    private func withServer(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withDatabase(.sqlite) { database in
            let access = try await AccessBook.open(beside: database, now: testTime)
            let installation = Installation(database: database, access: access, clock: { 1_613_376_000 })
            var configuration = WebConfiguration(host: "127.0.0.1", port: 0, assets: nil)
            configuration.limits.headerSeconds = 1
            configuration.limits.bodySeconds = 1
            configuration.limits.readerSeconds = 1
            configuration.limits.mostConnections = 4
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            try await WebServer(installation, configuration).application(logger: logger).test(.live) { client in
                try await body(try #require(client.port))
            }
            try await access.close()
        }
    }

    @Test("Issue 3 §6: a header that drips in is cut off") func slowHeader() async throws {
        try await withServer { port in
            let answer = try await RawSocket.send(
                to: port, "GET /connexion HTTP/1.1\r\nHost: x\r\n", thenDrip: "X-Slow: 1\r\n")
            #expect(answer.isClosed && !answer.text.contains("200 OK"))
        }
    }

    @Test("Issue 3 §6: a body that drips in is cut off") func slowBody() async throws {
        try await withServer { port in
            let head = "POST /connexion HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n"
            let answer = try await RawSocket.send(
                to: port, head + "Content-Type: application/x-www-form-urlencoded\r\n\r\n", thenDrip: "a")
            #expect(answer.isClosed && !answer.text.contains("200 OK"))
        }
    }

    @Test("Issue 3 §6: a header beyond the limit is refused") func largeHeader() async throws {
        try await withServer { port in
            let field = "X-Large: " + String(repeating: "x", count: 40_000) + "\r\n"
            let answer = try await RawSocket.send(to: port, "GET /connexion HTTP/1.1\r\nHost: x\r\n\(field)\r\n")
            #expect(answer.isClosed && !answer.text.contains("200 OK"), "\(answer.text.prefix(200))")
        }
    }

    @Test("Issue 3 §6: a form beyond the limit is refused with 413") func largeBody() async throws {
        try await withServer { port in
            let body = String(repeating: "x", count: (1 << 20) + 1)
            let answer = try await RawSocket.send(
                to: port,
                """
                POST /connexion HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\n\(body)
                """)
            #expect(answer.text.hasPrefix("HTTP/1.1 413"), "\(answer.text.prefix(200))")
        }
    }

    @Test("Issue 3 §6: a form without length has no body, and is answered") func missingLength() async throws {
        try await withServer { port in
            let answer = try await RawSocket.send(
                to: port,
                """
                POST /connexion HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\n
                """)
            #expect(answer.text.hasPrefix("HTTP/1.1 403"), "\(answer.text.prefix(200))")
        }
    }

    @Test("Issue 3 §6: who asks and takes nothing of the answers is cut off") func slowReader() async throws {
        try await withServer { port in
            // Thousands of pages are more than the system's own buffers hold.
            let request = "GET /connexion HTTP/1.1\r\nHost: x\r\n\r\n"
            let isCutOff = try await RawSocket.sendWithoutReading(
                to: port, String(repeating: request, count: 5000), seconds: 30)
            #expect(isCutOff)
        }
    }

    @Test("Issue 3 §6: connections that say nothing keep others waiting no longer than their own time")
    func manyConnections() async throws {
        try await withServer { port in
            let answers = try await withThrowingTaskGroup(of: RawSocket.Answer.self) { group in
                for _ in 0..<8 { group.addTask { try await RawSocket.send(to: port, "GET /connexion HTTP/1.1\r\n") } }
                for _ in 0..<2 {
                    group.addTask {
                        try await RawSocket.send(
                            to: port, "GET /connexion HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0.isClosed } == 10)
            #expect(answers.count { $0.text.hasPrefix("HTTP/1.1 200") } == 2)
        }
    }

    @Test(
        "Issue 3 §6: what is no request of HTTP is answered with 400 or with nothing, and never understood in two ways",
        arguments: [
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / H",
            "POST /connexion HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
            "GET /connexion HTTP/1.1\r\nHost: x\r\nX : y\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n",
            "GET /connexion HTTP/9.9\r\nHost: x\r\n\r\n",
        ]) func notHTTP(_ text: String) async throws
    {
        try await withServer { port in
            let answer = try await RawSocket.send(to: port, text)
            #expect(answer.isClosed && answer.text.components(separatedBy: "HTTP/1.1 200").count < 2, "\(answer.text)")
        }
    }
}
