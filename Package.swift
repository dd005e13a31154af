// swift-tools-version: 6.2
import PackageDescription

/// Every target compiles in Swift 6 mode, and a warning is an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "vigie",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "vigie", targets: ["vigie"])],
    dependencies: [
        // Command line: subcommands, help, validation, exit codes.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // SQLite driver: WAL, connection pool, statement cache.
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // SHA-256 of issued documents, import payloads and the audit chain.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        // Column-mapping and configuration files.
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        // HTTP server: routing, bodies, cookies, static files, TLS, graceful stop.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        // Page templates: logic-less, escaping by default.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        // Names of HTTP header fields.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        // Limits of connections: what happens before a request is one.
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        // TLS by a certificate of the server's own.
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        // The parts of a request on their way through a connection.
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
        // Starting and stopping in good order: what a signal stops ends its work first.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        // OpenID Connect and access tokens: signatures, sets of public keys.
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        // OpenID Connect and webhooks: calls to others, over TLS.
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        // Log lines of the server, as its libraries write them.
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // The core: pure, no Foundation. See ARCHITECTURE.md, "The rooms".
        .target(name: "Kernel", exclude: ["README.md"], swiftSettings: strict),
        .target(name: "Register", dependencies: ["Kernel"], exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Programmes", dependencies: ["Kernel", "Register"], exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Prophylaxis", dependencies: ["Kernel", "Register", "Programmes"], exclude: ["README.md"],
            swiftSettings: strict),

        // The edges: bytes, paper, tables.
        .target(
            name: "Exchange",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "CLibXML2", "CLibZip",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: ["Kernel", "Register", "Programmes", "Prophylaxis", "CPangoCairo", "CZint", "CXlsxWriter"],
            exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "CPostgreSQL", "CSQLiteSetup",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["README.md"], swiftSettings: strict),

        .target(
            name: "Secrets",
            dependencies: [
                "CArgon2", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            exclude: ["README.md"], swiftSettings: strict),

        .target(
            name: "OpenID",
            dependencies: [
                "Secrets", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            exclude: ["README.md"], swiftSettings: strict),

        .target(
            name: "Mail", dependencies: ["Kernel", "CLibCurl"], exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Outgoing",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            exclude: ["README.md"], swiftSettings: strict),

        // Intentions, and the faces.
        .target(
            name: "UseCases",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "Store", "Exchange", "Documents", "Secrets",
                "Mail", "Outgoing",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "UseCases", "Secrets", "OpenID",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            exclude: ["README.md"], resources: [.embedInCode("Assets")], swiftSettings: strict),
        .executableTarget(
            name: "vigie",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "Store", "Exchange", "Documents", "UseCases",
                "OpenID", "Secrets", "Mail", "Web", "CAllocator",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["README.md"], swiftSettings: strict),

        // What `make bench` compares the API with: a route that reads one row, and nothing else.
        .executableTarget(
            name: "bare-route",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks/bare", swiftSettings: strict),

        // System libraries: a module map and a shim, nothing else.
        .systemLibrary(name: "CAllocator"),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSQLiteSetup", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
        .systemLibrary(name: "CArgon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        // Tests. `TestSupport` starts the parts that several suites share (a PostgreSQL cluster, folders, processes).
        .target(
            name: "TestSupport",
            dependencies: [
                "Kernel", "Register", "Prophylaxis", "Store", "UseCases", "CPostgreSQL",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "KernelTests", dependencies: ["Kernel"], swiftSettings: strict),
        .testTarget(name: "RegisterTests", dependencies: ["Kernel", "Register"], swiftSettings: strict),
        .testTarget(
            name: "ProphylaxisTests", dependencies: ["Kernel", "Register", "Programmes", "Prophylaxis"],
            swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Kernel", "Register", "Programmes", "Prophylaxis", "Exchange", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Kernel", "Register", "Programmes", "Prophylaxis", "Documents", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "Store", "TestSupport",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "UseCasesTests",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "Store", "Exchange", "Documents", "UseCases",
                "Secrets", "Mail", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "MailTests", dependencies: ["Mail", "Kernel", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "SecretsTests", dependencies: ["Secrets", .product(name: "JWTKit", package: "jwt-kit")],
            swiftSettings: strict),
        .testTarget(name: "OutgoingTests", dependencies: ["Outgoing", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "OpenIDTests",
            dependencies: [
                "OpenID", "Secrets", "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Kernel", "Register", "Programmes", "Prophylaxis", "Store", "UseCases", "Secrets", "OpenID", "Web",
                "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "VigieTests", dependencies: ["vigie", "Kernel", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["TestSupport"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
