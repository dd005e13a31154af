import Kernel

/// A bovine, as the identification services know it.
package struct AnimalRow: TableRow {
    package var number: AnimalNumber
    /// Normally the last four digits; kept apart, since some animals have another.
    package var workingNumber: String?
    package var sex: SexCode
    /// Breed type (*type racial*), two characters.
    package var breed: String?
    package var birth: BirthDate
    package var birthHolding: HoldingNumber?
    package var dam: AnimalNumber?
    package var fatherBreed: String?
    package var motherBreed: String?
    package var deadOn: Day?

    package init(number: AnimalNumber, sex: SexCode, birth: BirthDate) {
        self.number = number
        self.sex = sex
        self.birth = birth
    }

    package enum Column: Int, TableColumn {
        case number, country, workingNumber, sex, breed, birthDate, birthPrecision, birthHolding, dam, fatherBreed
        case motherBreed, deadOn

        package var definition: ColumnDefinition {
            switch self {
            case .number: .init("Numéro national", .animalNumber, .required, "With or without its country code.")
            case .country: .init("Code pays", .text(2), .optional, "Needed where the number is digits only.")
            case .workingNumber: .init("Numéro de travail", .text(4), .informative, "Default: the last four digits.")
            case .sex: .init("Sexe", .code(of: SexCode.self), .required)
            case .breed: .init("Type racial", .text(2), .informative)
            case .birthDate: .init("Date de naissance", .pastDay, .required)
            case .birthPrecision:
                .init("Témoin de complétude", .integer(0...2), .optional, "0 full date, 1 month and year, 2 year only.")
            case .birthHolding: .init("Exploitation de naissance", .holdingNumber, .informative)
            case .dam: .init("Numéro de la mère", .animalNumber, .informative)
            case .fatherBreed: .init("Type racial du père", .text(2), .informative)
            case .motherBreed: .init("Type racial de la mère", .text(2), .informative)
            case .deadOn: .init("Date de mort", .pastDay, .optional)
            }
        }
    }

    package static let table = TableSpecification("animals", "Bovins", Column.self, key: [.number])

    package init?(_ fields: inout FieldScope<AnimalRow>) {
        let country = fields.text(.country)?.uppercased()
        let number = fields.animalNumber(.number, country: country)
        let sex: SexCode? = fields.code(.sex)
        let born = fields.day(.birthDate)
        let precision = fields.integer(.birthPrecision).flatMap(BirthDate.Precision.init) ?? .day
        workingNumber = fields.text(.workingNumber)
        breed = fields.text(.breed)
        birthHolding = fields.holdingNumber(.birthHolding)
        dam = fields.animalNumber(.dam, country: country)
        fatherBreed = fields.text(.fatherBreed)
        motherBreed = fields.text(.motherBreed)
        deadOn = fields.day(.deadOn)
        if let number, let country, number.country != country {
            fields.tell(
                ExchangeFinding.countryContradiction, .refused, .country,
                ["number": number.description, "country": country])
        }
        guard let number, let sex, let born else { return nil }
        self.number = number
        self.sex = sex
        birth = BirthDate(born, precision: precision)
        fields.checkPeriod(birth.earliest, .deadOn, deadOn)
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .number: number.description
        case .country: ""
        case .workingNumber: cell(workingNumber)
        case .sex: cell(sex)
        case .breed: cell(breed)
        case .birthDate: birth.earliest.description
        case .birthPrecision: String(birth.precision.rawValue)
        case .birthHolding: cell(birthHolding)
        case .dam: cell(dam)
        case .fatherBreed: cell(fatherBreed)
        case .motherBreed: cell(motherBreed)
        case .deadOn: cell(deadOn)
        }
    }
}
