import ArgumentParser
import Kernel
import UseCases
import Web

/// How others reach the server: a certificate of its own, or a proxy that has one.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "Adresse d'écoute (VIGIE_HOST).") var host: String?
    @Option(help: "Port d'écoute ; 0 : n'importe lequel de libre (VIGIE_PORT).") var port: Int?
    @Option(
        help: """
            Adresse publique, par exemple https://vigie.exemple.fr ; en https, les cookies exigent TLS \
            (VIGIE_PUBLIC_ADDRESS).
            """)
    var publicAddress: String?
    @Option(help: "Certificat du serveur et intermédiaires, fichier PEM (VIGIE_CERTIFICATE).") var certificate: String?
    @Option(help: "Clé privée du certificat, fichier PEM (VIGIE_CERTIFICATE_KEY).") var key: String?
    @Flag(help: "Sans TLS sur une adresse que d'autres machines atteignent : le relais s'en charge (VIGIE_PLAIN=1).")
    var plain = false

    var address: String { host ?? Environment["VIGIE_HOST"] ?? "127.0.0.1" }

    /// Only this machine reaches it.
    var isLocal: Bool {
        if address == "localhost" { return true }
        guard let address = IPAddress(address), let loop = AddressRange("127.0.0.0/8") else { return false }
        return loop.contains(address) || address.bytes == Array(repeating: 0, count: 15) + [1]
    }

    /// - Throws: `Refused` where something would be readable on the way, or the certificate is none.
    func configuration(assets: String, at now: Int) throws -> WebConfiguration {
        guard let port = port ?? Int(Environment["VIGIE_PORT"] ?? "8080"), (0...65_535).contains(port) else {
            throw ValidationError("VIGIE_PORT : un numéro de port, de 0 à 65535.")
        }
        let desk = try certificateFiles().map { try CertificateDesk($0, at: now) }
        let named = publicAddress ?? Environment["VIGIE_PUBLIC_ADDRESS"]
        if desk == nil, !isLocal, !plain, Environment["VIGIE_PLAIN"] != "1" {
            throw Refused(ServerFinding.plainPublic, ["host": address])
        }
        if desk != nil, let named, !named.hasPrefix("https://") {
            throw Refused(ServerFinding.addressPlain, ["address": named])
        }
        let own = desk == nil ? nil : "https://\(address):\(port)"
        var configuration = WebConfiguration(
            host: address, port: port, assets: assets, publicAddress: named ?? own)
        configuration.certificate = desk
        return configuration
    }

    private func certificateFiles() throws -> CertificateFiles? {
        let certificate = certificate ?? Environment["VIGIE_CERTIFICATE"]
        let key = key ?? Environment["VIGIE_CERTIFICATE_KEY"]
        switch (certificate, key) {
        case (let certificate?, let key?): return CertificateFiles(certificate: certificate, key: key)
        case (nil, nil): return nil
        case (nil, _): throw Refused(ServerFinding.certificateHalf, ["missing": "--certificate"])
        case (_, nil): throw Refused(ServerFinding.certificateHalf, ["missing": "--key"])
        }
    }
}
