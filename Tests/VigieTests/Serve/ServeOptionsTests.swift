import Foundation
import Kernel
import TestSupport
import Testing

@Suite("Issue 3 §6: how a server may be opened", .serialized) struct ServeOptionsTests {
    private static let certificate = """
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost
        """

    private func makeCertificate(_ name: String, in folder: String) async throws {
        let made = try await VigieProgram.shell(
            "cd '\(folder)' && \(Self.certificate) -keyout \(name).key -out \(name).pem")
        #expect(made.status == 0, "\(made.complaint)")
    }

    @Test(
        "plain HTTP where others listen, half a certificate or a wrong one: refused, and nothing opens",
        arguments: [
            (["--host", "0.0.0.0"], "[server-plain-public]"), (["--host", "192.0.2.1"], "[server-plain-public]"),
            (["--host", "::"], "[server-plain-public]"), (["--certificate", "a.pem"], "[certificate-half]"),
            (["--key", "a.key"], "[certificate-half]"),
            (["--certificate", "a.pem", "--key", "b.key"], "[certificate-key-mismatch]"),
            (["--certificate", "a.key", "--key", "a.key"], "[certificate-invalid]"),
            (["--certificate", "none.pem", "--key", "a.key"], "[secret-file-unreadable]"),
            (
                ["--certificate", "a.pem", "--key", "a.key", "--public-address", "http://vigie.example"],
                "[server-address-plain]"
            ),
        ])
    func refused(_ options: [String], _ code: String) async throws {
        try await ResultScene.with(.sqlite, herds: 0, matrix: .blood) { scene in
            for name in ["a", "b"] { try await makeCertificate(name, in: scene.folder) }
            let run = try await scene.vigie(["serve", "--port", "0"] + options)
            #expect(run.status == 1 && run.complaint.contains(code), "\(run.complaint)")
            #expect(run.complaint.contains("→") && !run.complaint.contains("Vigie est ouverte"))
        }
    }

    @Test("Issue 3 §6: SIGHUP takes the renewed certificate, and the server goes on") func renewed() async throws {
        try await ResultScene.with(.sqlite, herds: 0, matrix: .blood) { scene in
            for name in ["a", "b"] { try await makeCertificate(name, in: scene.folder) }
            let server = try await ServedVigie.start(scene, ["--certificate", "a.pem", "--key", "a.key"])
            let shown = {
                try await VigieProgram.shell(
                    """
                    cd '\(scene.folder)' && openssl s_client -connect 127.0.0.1:\(server.port) < /dev/null \
                    2> /dev/null | openssl x509 -noout -serial
                    """
                ).text
            }
            let first = try await shown()
            for part in ["pem", "key"] {
                let bytes = try Data(contentsOf: URL(filePath: "\(scene.folder)/b.\(part)"))
                try bytes.write(to: URL(filePath: "\(scene.folder)/a.\(part)"), options: .atomic)
            }
            #expect(try await shown() == first && first.hasPrefix("serial="))
            server.signal(SIGHUP)
            var now = first
            for _ in 0..<100 where now == first {
                try await Task.sleep(for: .milliseconds(100))
                now = try await shown()
            }
            #expect(now != first && now.hasPrefix("serial="))
            server.signal(SIGTERM)
            #expect(try await server.end(within: 30) == 0)
        }
    }
}
