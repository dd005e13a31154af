extension Check {
    /// What the sources of each target may import (`ARCHITECTURE.md`, "The rooms"; decision record 0002).
    static let allowedImports: [String: Set<String>] = {
        let rules: Set = ["Kernel", "Register", "Programmes"]
        let core = rules.union(["Prophylaxis"])
        let edge = core.union(["FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin"])
        return [
            "Kernel": [],
            "Register": ["Kernel"],
            "Programmes": ["Kernel", "Register"],
            "Prophylaxis": rules,
            "Exchange": edge.union(["CLibXML2", "CLibZip", "TOMLKit"]),
            "Documents": edge.union(["CPangoCairo", "CZint", "CXlsxWriter"]),
            "Store": edge.union(["CPostgreSQL", "CSQLiteSetup", "GRDB", "GRDBSQLite", "Crypto", "Dispatch"]),
            "Secrets": ["CArgon2", "Crypto", "Dispatch", "JWTKit", "Synchronization"],
            "OpenID": [
                "Secrets", "Crypto", "JWTKit", "AsyncHTTPClient", "NIOCore", "FoundationEssentials", "Synchronization",
            ],
            "Mail": ["Kernel", "CLibCurl", "Dispatch"],
            "Outgoing": [
                "Crypto", "AsyncHTTPClient", "NIOCore", "NIOSSL", "FoundationEssentials", "Glibc", "Dispatch",
            ],
            "UseCases": edge.union(["Store", "Exchange", "Documents", "Secrets", "Mail", "Outgoing", "Crypto"]),
            "Web": edge.union([
                "UseCases", "Secrets", "OpenID", "Hummingbird", "Mustache", "Logging", "NIOCore", "HTTPTypes",
                "ServiceLifecycle", "HummingbirdCore", "HummingbirdTLS", "NIOHTTPTypes", "NIOSSL",
            ]),
            "vigie": edge.union([
                "Store", "Exchange", "Documents", "UseCases", "OpenID", "Secrets", "Mail", "Web",
                "ArgumentParser", "CAllocator", "ServiceLifecycle", "Logging", "UnixSignals",
            ]),
        ]
    }()

    static let importsOfRoom = Check("a target imports only what its row allows") { source in
        guard let target = source.target, source.isSwift else { return [] }
        guard let allowed = allowedImports[target] else {
            return [source.violation(1, "target \(target) has no row in AllowedImports.swift")]
        }
        return imports(of: source.tokens).filter { !allowed.contains($0.text) }.map {
            source.violation($0.line, "\(target) must not import \($0.text)")
        }
    }

    /// The module names after `import`, also after `import struct` and the like.
    static func imports(of tokens: [Token]) -> [Token] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return tokens.indices.dropLast().compactMap { index in
            guard tokens[index].isWord("import") else { return nil }
            let next = index + 1
            return kinds.contains(tokens[next].text) && next + 1 < tokens.count ? tokens[next + 1] : tokens[next]
        }
    }
}
