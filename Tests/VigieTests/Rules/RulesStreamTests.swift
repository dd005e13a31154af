import Foundation
import TestSupport
import Testing

@Suite("vigie rules run: streams")
struct RulesStreamTests {
    @Test("contract: 200,000 lines are answered in the memory of a few")
    func boundedMemory() async throws {
        let peak = try await ProcessSession.talk(to: ["rules", "run", "herd-orientation"]) { session in
            for batch in 0..<200 {
                let lines = (0..<1000).map { herdLine("\(batch * 1000 + $0)") + "\n" }.joined()
                try session.write(Array(lines.utf8))
                try session.skipLines(1000)
            }
            let peak = try session.peakMemory()
            try session.closeInput()
            #expect(try session.outcome().status == 0)
            return peak
        }
        #expect(peak < 150_000_000, "\(peak / 1_000_000) MB")
    }

    @Test("contract: an answer comes before the next line is asked for")
    func conversation() async throws {
        try await ProcessSession.talk(to: ["rules", "run", "herd-orientation"]) { session in
            for number in 0..<20 {
                try session.write(Array((herdLine("\(number)") + "\n").utf8))
                let answer = try #require(try session.readLine())
                #expect(try RulesRun.fields(answer)["id"] == "\"\(number)\"")
            }
            try session.closeInput()
            #expect(try session.readLine() == nil)
            #expect(try session.outcome().status == 0)
        }
    }

    @Test("contract: a line that comes in pieces is one line")
    func pieces() async throws {
        try await ProcessSession.talk(to: ["rules", "run", "herd-orientation"]) { session in
            let line = Array((herdLine("é😀") + "\n").utf8)
            for byte in line { try session.write([byte]) }
            #expect(try RulesRun.fields(#require(try session.readLine()))["id"] == "\"é😀\"")
            try session.write(Array(herdLine("last").utf8))
            try session.closeInput()
            #expect(try RulesRun.fields(#require(try session.readLine()))["id"] == "\"last\"")
        }
    }

    @Test("a reader that goes away ends the command quietly, while input is still open")
    func closedOutput() async throws {
        let outcome = try await ProcessSession.talk(to: ["rules", "run", "herd-orientation"]) { session in
            try session.closeOutput()
            // More answers than a pipe holds: a process started at this moment may keep the reader for an instant.
            try session.write(Array(repeatElement("x\n", count: 10_000).joined().utf8))
            return try session.outcome()
        }
        #expect(outcome.complaint.isEmpty)
        #expect(outcome.wasKilled ? outcome.status == SIGPIPE : outcome.status == 0)
    }

    @Test(
        "an output that cannot be written is told: exit code 70",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() async throws {
        let outcome = try await VigieProgram.shell(
            #""$0" rules run herd-orientation > /dev/full"#, input: Array(herdLine("a").utf8))
        #expect(outcome.status == 70)
        #expect(outcome.complaint.contains("La sortie ne peut être écrite"))
    }

    @Test("an input that cannot be read is told: exit code 70")
    func unreadableInput() async throws {
        let outcome = try await VigieProgram.shell(#""$0" rules run herd-orientation < /"#)
        #expect(outcome.status == 70)
        #expect(outcome.complaint.contains("L'entrée ne peut être lue"))
        #expect(outcome.output.isEmpty)
    }
}
