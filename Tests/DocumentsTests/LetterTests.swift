import Documents
import Kernel
import Testing

@Suite struct LetterTests {
    private static func values(for template: LetterTemplate) -> [LetterField: String] {
        Dictionary(uniqueKeysWithValues: template.fields.map { ($0, "valeur de \($0.rawValue)") })
    }

    @Test(
        "PRO-112, PRO-251 to PRO-262: every default letter can be filled, and prints on one page",
        arguments: LetterKind.allCases)
    func defaults(_ kind: LetterKind) throws {
        let template = try LetterTemplate(default: kind)
        let text = try template.filled(LetterTests.values(for: template))
        var letter = Sample.letter()
        letter.text = text
        let bytes = try pdf(Sample.job, [letter])
        let printed = try flatText(bytes)
        #expect(printed.contains("Objet : "))
        #expect(try words(bytes).allSatisfy { $0.page == 1 })
        for field in template.fields { #expect(printed.contains(field.rawValue), "\(field)") }
        #expect(!printed.contains("{"))
    }

    @Test("every letter names what it rests on", arguments: LetterKind.allCases)
    func basis(_ kind: LetterKind) throws {
        let template = try LetterTemplate(default: kind)
        switch kind.author {
        case .delegate:
            #expect(kind.defaultText.contains("DGAL/SDSPA/2020-653"))
            #expect(template.fields.contains(.regulation))
        case .authority: #expect(!template.fields.isDisjoint(with: [.regulation, .article]))
        }
        #expect(kind.basis.requirement != nil)
    }

    @Test("PRO-253: the reminder gives missing animals, last day and consequence")
    func unfinished() throws {
        let template = try LetterTemplate(default: .reminderUnfinished)
        var values = LetterTests.values(for: template)
        values[.missing] = "6"
        values[.requested] = "18"
        values[.lastDay] = "12/02/2027"
        values[.diseases] = "brucellose"
        var letter = Sample.letter()
        letter.text = try template.filled(values)
        let printed = try flatText(pdf(Sample.job, [letter]))
        #expect(printed.contains("Bovins restant à prélever ou à tester pour brucellose : 6, sur 18 demandés."))
        #expect(printed.contains("au plus tard le 12/02/2027"))
        #expect(printed.contains("sera évaluée non conforme"))
        #expect(printed.contains("Copie : Dr Hélène Martin-Dubœuf"))
        #expect(printed.contains("Villeneuve, le 1er octobre 2026"))
    }

    @Test("a value that is not given, or blank, is a fault that names it", arguments: [nil, "", " \u{a0}\n"])
    func missingValue(_ value: String?) throws {
        let template = try LetterTemplate(parsing: "Objet : Essai\n\nPour {nom_exploitation}, avant le {date_limite}.")
        var values: [LetterField: String] = [.keeper: "GAEC"]
        values[.lastDay] = value
        #expect(throws: LetterFault.missingValue(.lastDay)) { try template.filled(values) }
    }

    @Test(
        "a template that is wrong says where",
        arguments: [
            ("Objet : A\n\nBonjour {nom}.", LetterFault.unknownPlaceholder("nom", line: 3)),
            ("Objet : {objet}\n\nB", .unknownPlaceholder("objet", line: 1)),
            ("Objet : A\n\nB\n\nC {date_limite", .brace(line: 5)), ("Objet : A\n\nB } C", .brace(line: 3)),
            ("Bonjour\n\nMonsieur", .noSubject), ("Objet :\n\nMonsieur", .noSubject), ("", .noSubject),
            ("Objet : A", .noBody),
        ])
    func wrongTemplate(_ text: String, _ fault: LetterFault) {
        #expect(throws: fault) { try LetterTemplate(parsing: text) }
    }

    @Test("lines are joined, points stay apart, braces can be written, line ends of any system are understood")
    func paragraphs() throws {
        let template = try LetterTemplate(
            parsing:
                "Objet : Un {{essai}}\r\n\r\nPremière\r\nsuite { nom_exploitation }\r\n- un\r\n  point\r\n- deux\r\n")
        let text = try template.filled([.keeper: "{date_limite} & <b>"])
        #expect(
            text
                == LetterText(
                    subject: "Un {essai}",
                    paragraphs: [.text("Première suite {date_limite} & <b>"), .bullet("un point"), .bullet("deux")]))
    }

    @Test("the address stands in the window of the envelope, with a logo or without", arguments: [nil, Sample.png])
    func addressWindow(_ logo: [UInt8]?) throws {
        var letter = Sample.letter()
        letter.logo = logo
        letter.recipient = Party("DESTINATAIRE1", ["LIGNE2", "LIGNE3", "LIGNE4", "LIGNE5", "99120-LIGNE6"])
        letter.sendingMode = "RECOMMANDE"
        let found = try words(pdf(Sample.job, [letter]))
        let millimetres = 72 / 25.4
        for name in letter.recipient.lines + [letter.recipient.name] {
            let word = try #require(found.first { $0.text == name })
            #expect(word.x >= 100 * millimetres && word.right <= 200 * millimetres)
            #expect(word.y >= 45 * millimetres && word.bottom <= 80 * millimetres, "\(word)")
        }
        letter.recipient.lines.append("LIGNE7")
        #expect(throws: LetterFault.addressTooLong(lines: 7)) { try pdf(Sample.job, [letter]) }
    }

    @Test("a long name takes two lines of the address, and nothing of it is lost")
    func longName() throws {
        var letter = Sample.letter()
        letter.recipient.name = "Groupement agricole d’exploitation en commun des Trois Chênes"
        letter.sender.name = "Direction départementale de la protection des populations du Département"
        let printed = try flatText(pdf(Sample.job, [letter]))
        #expect(printed.contains(letter.recipient.name))
        #expect(printed.contains(letter.sender.name))
    }

    @Test(
        "a letter a few lines too long for its page is set smaller; a signature never stands alone", arguments: 1...40)
    func compact(_ count: Int) throws {
        var letter = Sample.letter()
        letter.text.paragraphs = (1...count).map { .text("Paragraphe numéro\($0) qui tient sur une ligne.") }
        let bytes = try pdf(Sample.job, [letter])
        let found = try words(bytes)
        let last = try #require(found.first { $0.text == "numéro\(count)" })
        let name = try #require(found.last { $0.text == "Exemple" })
        #expect(last.page == name.page)
    }

    static let logos: [[UInt8]] = [
        [], Array("GIF89a".utf8), Array(Sample.png.prefix(40)),
        Array(Sample.png.prefix(16)) + [0, 1, 0, 0] + Sample.png.dropFirst(20),
    ]

    @Test("a logo that is no PNG, cut off or huge is a fault", arguments: logos)
    func badLogo(_ logo: [UInt8]) {
        var letter = Sample.letter()
        letter.logo = logo
        #expect(throws: LetterFault.logo) { try pdf(Sample.job, [letter]) }
    }

    @Test("a long letter goes on over numbered pages and keeps every word")
    func longLetter() throws {
        var letter = Sample.letter()
        letter.text.paragraphs = (1...80).map {
            .text("Paragraphe numéro\($0) avec quelques mots de plus pour remplir la ligne.")
        }
        let bytes = try pdf(Sample.job, [letter])
        let printed = try flatText(bytes)
        #expect((1...80).allSatisfy { printed.contains("numéro\($0) ") })
        #expect(printed.contains("page 1/3") && printed.contains("page 3/3"))
        #expect(printed.contains("Jeanne Exemple"))
    }
}
