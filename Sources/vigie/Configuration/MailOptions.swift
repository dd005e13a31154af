import ArgumentParser
import UseCases

/// Options of every command that sends mail.
struct MailOptions: ParsableArguments {
    @Option(
        help: "Fichier TOML du courriel : serveur, sécurité, compte, expéditeur (VIGIE_MAIL). Sans lui, aucun envoi.")
    var mail: String?

    /// - Parameter publicAddress: where the links of mails lead.
    /// - Throws: `Refused`; `ValidationError` where links would lead nowhere.
    func office(publicAddress: String?) throws -> MailOffice? {
        guard let path = mail ?? Environment["VIGIE_MAIL"] else { return nil }
        guard let address = publicAddress ?? Environment["VIGIE_PUBLIC_ADDRESS"] else {
            throw ValidationError("--mail : donnez aussi l'adresse publique, pour les liens (VIGIE_PUBLIC_ADDRESS).")
        }
        let file = try MailFile(path)
        FindingPrinter.print(file.warnings)
        return file.office(publicAddress: address)
    }
}
