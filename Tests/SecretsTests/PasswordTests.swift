import Dispatch
import Secrets
import Testing

@Suite struct PasswordTests {
    @Test("the right password matches, any other does not")
    func matches() throws {
        let hash = try PasswordHash.make("quatre mots sans rapport")
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(PasswordHash.matches("quatre mots sans rapport", hash))
        #expect(!PasswordHash.matches("quatre mots sans Rapport", hash))
        #expect(!PasswordHash.matches("", hash))
    }

    @Test("the same password is never kept twice alike")
    func salted() throws {
        #expect(try PasswordHash.make("douze lettres") != PasswordHash.make("douze lettres"))
    }

    @Test("a hash that cannot be read matches nothing", arguments: ["", "x", "$argon2id$v=19$m=19456"])
    func unreadable(_ hash: String) {
        #expect(!PasswordHash.matches("douze lettres", hash))
    }

    @Test("a NUL in a password does not end it")
    func nul() throws {
        let hash = try PasswordHash.make("avant\u{0}après")
        #expect(!PasswordHash.matches("avant", hash))
        #expect(PasswordHash.matches("avant\u{0}après", hash))
    }

    @Test("who finds the desk full is sent away; who was admitted is served, and then the next")
    func bounded() async throws {
        let desk = PasswordDesk(mostWaiting: 1)
        let (started, leave) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let admitted = Task {
            try await desk.run {
                started.signal()
                leave.wait()
                return 1
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                started.wait()
                continuation.resume()
            }
        }
        await #expect(throws: PasswordDeskBusy.self) { try await desk.run { 2 } }
        leave.signal()
        #expect(try await admitted.value == 1)
        #expect(try await desk.run { 3 } == 3)
    }
}
