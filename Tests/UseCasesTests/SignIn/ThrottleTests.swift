import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §1, CAL-44: guessing is slow, and locks nobody out") struct ThrottleTests {
    @Test("after five failures one waits, two seconds first, then twice as long", arguments: Engine.allCases)
    func doubles(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            for _ in 1...5 {
                let answer = try await scene.attempt("opi", "faux")
                #expect(answer == "sign-in-not-recognised")
            }
            #expect(try await scene.attempt() == "sign-in-slow-down")
            scene.clock.advance(2)
            #expect(try await scene.attempt("opi", "faux") == "sign-in-not-recognised")
            scene.clock.advance(3)
            #expect(try await scene.attempt() == "sign-in-slow-down")
            scene.clock.advance(1)
            #expect(try await scene.attempt() == "in")
        }
    }

    @Test("a quarter of an hour without failures clears them", arguments: [(899, false), (900, true)])
    func clears(_ seconds: Int, _ isCleared: Bool) async throws {
        try await SignInScene.run(.sqlite) { scene in
            for _ in 1...5 { _ = try await scene.attempt("opi", "faux") }
            scene.clock.advance(seconds)
            // Cleared: five more cost nothing. Not cleared: the sixth failure costs a pause.
            _ = try await scene.attempt("opi", "faux")
            #expect(try await scene.attempt() == (isCleared ? "in" : "sign-in-slow-down"))
        }
    }

    @Test("a stranger's failures do not slow the person down who comes from elsewhere", arguments: Engine.allCases)
    func elsewhere(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            for _ in 1...5 { _ = try await scene.attempt("opi", "faux") }
            #expect(try await scene.attempt("opi", from: Browser(address: "192.0.2.2", agent: "")) == "in")
        }
    }

    @Test(
        "a browser that signed in before comes in, whatever happens to login and address", arguments: Engine.allCases)
    func knownDevice(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let device = try #require(try await scene.signIn().device)
            // From the person's own address, and from hundreds of others: both counts are over.
            for _ in 1...5 { _ = try await scene.attempt("opi", "faux") }
            for place in 1...100 {
                _ = try await scene.attempt("opi", "faux", from: Browser(address: "198.51.100.\(place)", agent: ""))
            }
            #expect(try await scene.attempt() == "sign-in-slow-down")
            let fresh = Browser(address: "203.0.113.9", agent: "")
            #expect(try await scene.attempt("opi", from: fresh) == "sign-in-slow-down")
            let known = Browser(address: "192.0.2.1", agent: "", device: device)
            #expect(try await scene.attempt("opi", from: known) == "in")
            // The device is the inspector's and nobody else's.
            for _ in 1...5 { _ = try await scene.attempt("admin", "faux", from: known) }
            #expect(try await scene.attempt("admin", from: known) == "sign-in-slow-down")
        }
    }

    @Test("a known device guesses no faster than any other")
    func deviceGuesses() async throws {
        try await SignInScene.run(.sqlite) { scene in
            let known = Browser(
                address: "192.0.2.1", agent: "", device: try await scene.signIn().device)
            for _ in 1...5 { _ = try await scene.attempt("opi", "faux", from: known) }
            #expect(try await scene.attempt("opi", from: known) == "sign-in-slow-down")
        }
    }

    @Test("one machine's thousand addresses of IPv6 are one: the first 64 bits count")
    func sixtyFour() async throws {
        try await SignInScene.run(.sqlite) { scene in
            for place in 1...5 {
                _ = try await scene.attempt("opi", "faux", from: Browser(address: "2001:db8:0:1::\(place)", agent: ""))
            }
            let same = Browser(address: "2001:db8:0:1:ffff::1", agent: "")
            let other = Browser(address: "2001:db8:0:2::1", agent: "")
            #expect(try await scene.attempt("opi", from: same) == "sign-in-slow-down")
            #expect(try await scene.attempt("opi", from: other) == "in")
        }
    }

    @Test("fifty failures from one address make that address wait, for other logins too", arguments: [49, 50])
    func address(_ failures: Int) async throws {
        try await SignInScene.run(.sqlite) { scene in
            for number in 1...failures { _ = try await scene.attempt("inconnu\(number)", "faux") }
            #expect(try await scene.attempt() == (failures < 50 ? "in" : "sign-in-slow-down"))
        }
    }

    @Test("twenty tries at once are twenty: only the first five are judged", arguments: Engine.allCases)
    func atOnce(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 1...20 { group.addTask { try await scene.attempt("opi", "faux") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0 == "sign-in-not-recognised" } == 5)
            #expect(answers.count { $0 == "sign-in-slow-down" } == 15)
        }
    }

    @Test(
        "addresses are read as they are written in the field",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
        ])
    func addresses(_ text: String, _ subscriber: String) {
        #expect(IPAddress(text)?.subscriber == subscriber)
    }

    @Test(
        "a range holds its addresses and no other",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false), ("2001:db8::/33", "2001:db8:7fff::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false), ("0.0.0.0/0", "::1", false),
        ])
    func ranges(_ range: String, _ address: String, _ isIn: Bool) throws {
        let range = try #require(AddressRange(range))
        #expect(range.contains(try #require(IPAddress(address))) == isIn)
    }

    @Test("what is no range is none", arguments: ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "x", "::/129"])
    func noRange(_ text: String) { #expect(AddressRange(text) == nil) }
}
