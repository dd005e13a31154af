extension FrenchFindings {
    /// Webhooks: addresses that are called when something has happened.
    static let webhook: [String: FindingText] = [
        WebhookFinding.unknown.rawValue: FindingText(
            "Aucun webhook n° {webhook} parmi les vôtres.", wayOut: "Voyez la liste de vos webhooks."),
        WebhookFinding.deliveryUnknown.rawValue: FindingText(
            "Aucun envoi {delivery} de ce webhook.", wayOut: "Voyez la liste de ses envois : on la garde 90 jours."),
        WebhookFinding.addressMalformed.rawValue: FindingText(
            "Ce n'est pas une adresse qui puisse être appelée.",
            wayOut: "Donnez une adresse complète, sans nom d'utilisateur ni « # » : https://cabinet.example/vigie."),
        WebhookFinding.addressInsecure.rawValue: FindingText(
            "Cette adresse n'est pas en https.", wayOut: "Donnez une adresse en https, avec un certificat reconnu."),
        WebhookFinding.addressForbidden.rawValue: FindingText(
            "Cette adresse est celle d'un réseau privé, qui n'est pas appelé d'ici.",
            wayOut: "Donnez une adresse publique, ou demandez à qui fait tourner Vigie d'autoriser ce réseau."),
        WebhookFinding.kindsMissing.rawValue: FindingText(
            "Aucune sorte d'événement n'est choisie.", wayOut: "Choisissez-en au moins une."),
        WebhookFinding.kindRefused.rawValue: FindingText(
            "« {kind} » n'est pas une sorte d'événement que ce compte puisse apprendre.",
            wayOut: "Retirez-la ; docs/api.md dit lesquelles existent, et pour quel profil."),
        WebhookFinding.tooMany.rawValue: FindingText(
            "Un compte a au plus {most} webhooks.", wayOut: "Retirez-en un qui ne sert plus."),
        WebhookFinding.notActive.rawValue: FindingText(
            "Ce webhook n'est plus appelé.",
            wayOut: "« Reprendre » le fait appeler de nouveau.",
            atTerminal: "« Reprendre » (vigie webhook resume) le fait appeler de nouveau."),
        WebhookFinding.underWay.rawValue: FindingText(
            "Cet envoi est encore en cours.", wayOut: "Attendez qu'il soit fait ou abandonné."),
        WebhookFinding.givenUp.rawValue: FindingText(
            "L'envoi {delivery} n'a pas abouti : {fault}.",
            wayOut: "Voyez l'adresse et ses envois ; « rejouer » le refait."),
    ]
}
