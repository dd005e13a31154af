import Foundation
import Glibc
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
}

/// Bytes sent as they are, whatever a client library would think of them.
enum RawSocket {
    struct Answer: Sendable {
        var text = ""
        /// The server ended the connection.
        var isClosed = false
    }

    struct Failed: Error { let step: String }

    /// - Parameter drip: sent again and again, as long as the server listens.
    static func send(to port: Int, _ text: String, thenDrip drip: String? = nil) async throws -> Answer {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try talk(port, text, drip) }) }
        }
    }

    private static func talk(_ port: Int, _ text: String, _ drip: String?) throws -> Answer {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw Failed(step: "socket") }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failed(step: "connect") }
        _ = write(text, to: handle)
        var answer = Answer()
        // Half a minute is far beyond every limit of these tests.
        for _ in 0..<300 {
            var waiting = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
            if poll(&waiting, 1, 100) > 0 {
                var bytes = [UInt8](repeating: 0, count: 65_536)
                let count = recv(handle, &bytes, bytes.count, 0)
                guard count > 0 else {
                    answer.isClosed = true
                    return answer
                }
                answer.text += String(decoding: bytes[..<count], as: UTF8.self)
            } else if let drip, !write(drip, to: handle) {
                answer.isClosed = true
                return answer
            }
        }
        return answer
    }

    private static func write(_ text: String, to handle: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
