import Foundation
import Glibc

/// Bytes sent as they are, whatever a client library would think of them.
package enum RawSocket {
    package struct Answer: Sendable {
        package var text = ""
        /// The server ended the connection.
        package var isClosed = false
    }

    package struct Failed: Error { package let step: String }

    /// - Parameter drip: sent again and again, as long as the server listens.
    package static func send(to port: Int, _ text: String, thenDrip drip: String? = nil) async throws -> Answer {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try talk(port, text, drip) }) }
        }
    }

    /// Sends as much as the peer takes and reads nothing.
    /// - Returns: whether the peer ended the connection.
    package static func sendWithoutReading(to port: Int, _ text: String, seconds: Int) async throws -> Bool {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        let handle = try connected(to: port)
                        defer { close(handle) }
                        var rest = Array(text.utf8)[...]
                        for _ in 0..<(seconds * 10) {
                            let count = rest.withUnsafeBytes {
                                Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
                            }
                            if count > 0 { rest = rest.dropFirst(count) }
                            if count < 0, errno != EAGAIN { return true }
                            var state = pollfd(fd: handle, events: 0, revents: 0)
                            if poll(&state, 1, 100) > 0, state.revents & Int16(POLLHUP | POLLERR) != 0 {
                                return true
                            }
                        }
                        return false
                    })
            }
        }
    }

    fileprivate static func connected(to port: Int, room: Int? = nil) throws -> Int32 {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw Failed(step: "socket") }
        if var room = room.map(Int32.init) {
            setsockopt(handle, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            close(handle)
            throw Failed(step: "connect")
        }
        return handle
    }

    private static func talk(_ port: Int, _ text: String, _ drip: String?) throws -> Answer {
        let handle = try connected(to: port)
        defer { close(handle) }
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

    fileprivate static func write(_ text: String, to handle: Int32) -> Bool {
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

/// A connection that is talked with step by step. Each step blocks its thread: use it on one of its own (`away`).
package final class RawConversation {
    private let handle: Int32
    package private(set) var received = ""

    /// - Parameter room: how many bytes the system takes in before the test reads them.
    package init(port: Int, room: Int? = nil) throws {
        handle = try RawSocket.connected(to: port, room: room)
    }

    deinit { close(handle) }

    package func send(_ text: String) throws {
        guard RawSocket.write(text, to: handle) else { throw RawSocket.Failed(step: "send") }
    }

    /// Reads on until so many bytes have come, or the peer has ended, or said nothing for half a minute.
    package func read(atLeast count: Int = .max) throws {
        while received.utf8.count < count {
            var waiting = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 30_000) > 0 else { throw RawSocket.Failed(step: "read") }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let length = recv(handle, &bytes, min(bytes.count, count - received.utf8.count), 0)
            guard length > 0 else { return }
            received += String(decoding: bytes[..<length], as: UTF8.self)
        }
    }

    /// Runs `body` away from the few threads that tests run on.
    package static func away<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try body() }) }
        }
    }
}
