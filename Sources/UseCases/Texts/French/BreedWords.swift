/// Names of the breed codes (*types raciaux*) that identification uses: `CodeRaceBovin.XSD` of its web services, and
/// the decree of 7 May 2018 for 11 and 13.
enum BreedWords {
    /// `66` → `Prim'Holstein (66)`; an unknown code says that it is one.
    static func french(_ code: String) -> String { names[code].map { "\($0) (\(code))" } ?? "code \(code)" }

    private static let names = [
        "00": "inconnue", "10": "Bison", "11": "Pirenaica", "12": "Abondance", "13": "Wagyu", "14": "Aubrac",
        "15": "Jersiaise", "17": "Angus", "18": "Ayrshire", "19": "Pie rouge", "20": "Buffle", "21": "Brune",
        "23": "Salers", "24": "Bazadaise", "25": "Blanc bleu", "26": "Bordelaise", "29": "Bretonne pie noire",
        "30": "Aurochs reconstitué", "31": "Tarentaise", "32": "Chianina", "33": "Lourdaise", "34": "Limousine",
        "35": "Simmental française", "36": "Corse", "37": "Raço di biou", "38": "Charolaise", "39": "croisé",
        "40": "3/4 Montbéliarde", "41": "Rouge des prés", "42": "Dairy shorthorn", "43": "Armoricaine",
        "44": "autre race laitière étrangère", "45": "South Devon", "46": "Montbéliarde",
        "48": "autre race allaitante étrangère", "49": "Marchigiana", "50": "3/4 Normande", "51": "de combat (brava)",
        "52": "Bleue du Nord", "53": "Villard-de-Lans", "54": "N'dama", "55": "Créole", "56": "Normande",
        "57": "Vosgienne", "58": "Maraîchine", "60": "3/4 Prim'Holstein", "61": "Béarnaise", "63": "Rouge flamande",
        "65": "Ferrandaise", "66": "Prim'Holstein", "67": "Pie rouge, fédération européenne",
        "69": "Froment du Léon", "71": "Parthenaise", "72": "Gasconne", "73": "Galloway", "74": "Guernesey",
        "75": "Piémontaise", "76": "Nantaise", "77": "Mirandaise", "78": "Gelbvieh", "79": "Blonde d'Aquitaine",
        "81": "Brahman", "82": "Hérens", "85": "Hereford", "86": "Highland", "88": "Saosnoise",
        "91": "Pie rouge, Red Holstein × Abondance", "92": "Canadienne", "93": "Coopelso 93", "95": "INRA 95",
        "97": "Casta (Aure et Saint-Girons)",
    ]
}
