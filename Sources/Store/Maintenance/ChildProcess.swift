#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs PostgreSQL's own tools.
enum ChildProcess {
    /// Runs a program found on the PATH and waits for it. Blocks: call it on a thread of Dispatch.
    /// - Parameter environment: variables beside those of this process.
    /// - Throws: `StoreError.tool` with what it said on stderr when it is missing or fails.
    static func run(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws(StoreError) {
        var pipeEnds: [Int32] = [-1, -1]
        guard pipe(&pipeEnds) == 0 else { throw systemFailure(name, errno) }
        let (reading, writing) = (pipeEnds[0], pipeEnds[1])
        defer { close(reading) }
        let started = spawn(name, arguments, environment, standardError: writing, unused: reading)
        close(writing)
        guard case .success(let child) = started else {
            if case .failure(let error) = started { throw error }
            return
        }
        let said = readAll(reading)
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 {
            guard errno == EINTR else { throw systemFailure(name, errno) }
        }
        // The low seven bits are the signal that ended it, the next eight its exit code.
        if status != 0 { throw .tool(name: name, message: said.isEmpty ? "status \(status >> 8)" : said) }
    }

    private static func spawn(
        _ name: String, _ arguments: [String], _ environment: [String: String], standardError: Int32, unused: Int32
    ) -> Result<pid_t, StoreError> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, standardError, 2)
        posix_spawn_file_actions_addclose(&actions, unused)

        let words = ([name] + arguments).map { strdup($0) } + [nil]
        let variables = variables(adding: environment).map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, name, &actions, nil, words, variables)
        return code == 0 ? .success(child) : .failure(systemFailure(name, code))
    }

    private static func variables(adding more: [String: String]) -> [String] {
        var all: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if more[String(text.prefix { $0 != "=" })] == nil { all.append(text) }
            next += 1
        }
        return all + more.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func systemFailure(_ name: String, _ code: Int32) -> StoreError {
        .tool(name: name, message: String(cString: strerror(code)))
    }
}
