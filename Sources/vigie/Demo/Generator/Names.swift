/// Made-up names of places and people.
enum Names {
    private static let heads = [
        "Val", "Roche", "Mont", "Font", "Combe", "Champ", "Chaux", "Bois", "Ville", "Puy", "Serre", "Ri", "Plan",
        "Claire",
    ]
    private static let tails = [
        "mirande", "aubel", "lune", "vernay", "sourde", "briac", "ornac", "estrel", "grelle", "noux", "tavel", "ardre",
        "peyrac", "vive",
    ]
    private static let ends = ["", "-le-Haut", "-le-Bas", "-sur-Aure", "-la-Grange", "-en-Plaine", "-les-Prés"]
    private static let surnames = [
        "Arbelot", "Baudrac", "Cherpin", "Dorval", "Estavel", "Fontrac", "Gaudrel", "Hauterin", "Izarnet", "Jolibois",
        "Kervanec", "Lestrade", "Malaval", "Nouvelon", "Orcival", "Pradelet", "Quintard", "Rochebel", "Sauvagnat",
        "Tournebise", "Urbain", "Valadour", "Wattrez", "Yvernel",
    ]
    private static let firstNames = [
        "Alain", "Béatrice", "Camille", "Denis", "Élodie", "François", "Gaëlle", "Hervé", "Inès", "Julien", "Karine",
        "Lucien", "Maëlle", "Noël", "Odile", "Pascal", "Rémi", "Sylvie", "Thomas", "Yvette",
    ]
    private static let farms = [
        "des Tilleuls", "du Moulin", "de la Fontaine", "des Grands Prés", "du Chêne vert", "de l'Étang", "des Bruyères",
        "du Vieux Pont", "de la Combe", "des Alouettes", "du Soleil levant", "de la Croix blanche", "de la Barre",
        "des Quatre Vents", "du Haut Pré", "de la Garenne", "du Puits", "des Noyers", "de la Roche", "du Buron",
        "des Genêts", "de la Planèze", "du Lavoir", "des Sources", "de Bellevue", "du Pré long", "des Hêtres",
        "de la Vergne", "du Champ rond",
    ]

    /// The name of the commune with this number; 1,372 different ones.
    static func commune(_ index: Int) -> String {
        let scattered = index * 389 % (heads.count * tails.count * ends.count)
        let head = heads[scattered % heads.count]
        let tail = tails[scattered / heads.count % tails.count]
        return head + tail + ends[scattered / (heads.count * tails.count) % ends.count]
    }

    static func person(_ chance: inout SplitMix64) -> String {
        firstNames[chance.below(firstNames.count)] + " " + surnames[chance.below(surnames.count)]
    }

    /// Where in its commune a farm stands.
    static func hamlet(_ chance: inout SplitMix64) -> String {
        places[chance.below(places.count)] + sides[chance.below(sides.count)]
    }

    private static let places = [
        "La Borie", "Le Mas", "Les Granges", "Le Moulin", "La Ferme", "Le Clos", "La Vialle", "Le Cros", "La Chaux",
        "Le Bouchet", "Les Fayes", "La Besse", "Le Suc", "La Garde", "Le Theil", "La Brousse", "Les Martres",
        "Le Cheix",
    ]
    private static let sides = ["", "", " d'en Haut", " d'en Bas", " du Bois", " du Pont", " de la Croix", " des Prés"]

    /// Business name and keeper.
    static func farm(_ chance: inout SplitMix64) -> (name: String, keeper: String) {
        let keeper = person(&chance)
        switch chance.below(10) {
        case 0...3: return ("GAEC " + farms[chance.below(farms.count)], keeper)
        case 4...6: return ("EARL " + farms[chance.below(farms.count)], keeper)
        default: return (keeper, keeper)
        }
    }
}
