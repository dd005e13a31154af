extension FrenchFindings {
    /// The audit.
    static let audit: [String: FindingText] = [
        AuditFinding.departmentNeeded: FindingText(
            "« {login} » ne lit que le journal de ses départements.",
            wayOut: "Indiquez lequel de vos départements.",
            atTerminal: "Donnez-en un avec --department."),
        .entryUnknown: FindingText(
            "Le journal n'a pas d'écriture {entry} ici.",
            wayOut: "Reprenez la liste du journal : elle montre toutes les écritures que vous pouvez lire.",
            atTerminal: "Voyez « vigie audit list »."),
        .entryChanged: FindingText(
            "L'écriture {entry} du journal (sceau {seal}) n'est plus celle qui a été écrite.", wayOut: kept),
        .entryCount: FindingText(
            "Le sceau {seal} couvre {expected} écritures ; il en reste {found}.", wayOut: kept),
        .sealMissing: FindingText("Il manque un sceau avant le sceau {seal}.", wayOut: kept),
        .sealBroken: FindingText(
            "Le sceau {seal} ne découle pas de ses écritures et du sceau précédent.", wayOut: kept),
        .strayEntries: FindingText("{count} écritures renvoient à un sceau qui n'existe pas.", wayOut: kept),
        .headUnknown: FindingText(
            "Le journal ne contient pas la tête {head} : sa fin a été coupée, ou tout a été réécrit.", wayOut: kept),
    ].reduce(into: [:]) { all, entry in all[entry.key.rawValue] = entry.value }

    private static let kept = "Conservez la base telle quelle et comparez-la avec une sauvegarde."
}
