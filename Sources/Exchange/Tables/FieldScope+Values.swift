import Kernel

extension FieldScope {
    mutating func holdingNumber(_ column: Row.Column) -> HoldingNumber? {
        guard let value = value(column) else { return nil }
        do {
            return keep(try parseHoldingNumber(value.bytes, fictitious: options.fictitious), column)
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    mutating func animalNumber(_ column: Row.Column, country: String? = nil) -> AnimalNumber? {
        guard let value = value(column) else { return nil }
        do {
            return keep(
                try parseAnimalNumber(value.bytes, country: country, fictitious: options.fictitious), column)
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    mutating func siret(_ column: Row.Column) -> Siret? {
        guard let value = value(column) else { return nil }
        do {
            return keep(try parseSiret(value.bytes), column, .info)
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    mutating func orderNumber(_ column: Row.Column) -> OrderNumber? {
        guard let value = value(column) else { return nil }
        do {
            return try OrderNumber(parsing: value.encoding.decode(value.bytes))
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    /// A zero put back is a warning where no check digit proves it: the number may have lost its last digit instead.
    private mutating func keep<Number>(
        _ read: ReadNumber<Number>, _ column: Row.Column, _ severity: Finding.Severity = .warning
    ) -> Number {
        if read.hadLostZero { tell(ExchangeFinding.leadingZeroRestored, severity, column) }
        return read.number
    }

    mutating func day(_ column: Row.Column) -> Day? {
        guard let value = value(column) else { return nil }
        do throws(ExchangeFinding) {
            let day = try options.dates.parse(value.bytes)
            if day < options.earliest { throw .dateImplausible }
            if day > options.asOf, kind(column) == .pastDay { throw .dateFuture }
            return day
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    mutating func integer(_ column: Row.Column) -> Int? {
        guard let value = value(column) else { return nil }
        do throws(ExchangeFinding) {
            let number = try parseInteger(value.bytes)
            if case .integer(let range) = kind(column), !range.contains(number) { throw .integerOutOfRange }
            return number
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    mutating func flag(_ column: Row.Column) -> Bool? {
        guard let value = value(column) else { return nil }
        do throws(ExchangeFinding) {
            return try parseFlag(value.bytes)
        } catch {
            fault(error, column, value)
            return nil
        }
    }

    mutating func text(_ column: Row.Column) -> String? {
        guard let value = value(column) else { return nil }
        let text = value.encoding.decode(value.bytes)
        if case .text(let limit) = kind(column), text.count > limit {
            fault(ExchangeFinding.valueTooLong, column, value)
            return nil
        }
        return text
    }

    mutating func code<Code: CodeTable>(_ column: Row.Column) -> Code? {
        guard let value = value(column) else { return nil }
        guard let code = Code.index.code(value.bytes) else {
            fault(ExchangeFinding.codeUnknown, column, value)
            return nil
        }
        return code
    }

    /// Several codes in one field, in the order written, each once.
    mutating func codes<Code: CodeTable>(_ column: Row.Column) -> [Code] {
        guard let value = value(column) else { return [] }
        var codes: [Code] = []
        for part in value.bytes.split(whereSeparator: { " ,/|+".utf8.contains($0) }) {
            guard let code = Code.index.code(Bytes(rebasing: part)) else {
                fault(ExchangeFinding.codeUnknown, column, value)
                continue
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    /// Commune, department or postcode, as the column's kind says.
    mutating func territory(_ column: Row.Column) -> String? {
        guard let value = value(column) else { return nil }
        do throws(ExchangeFinding) {
            let width = kind(column) == .department ? 2...3 : 5...5
            let (code, hadLostZero) = try parseTerritory(value.bytes, width: width)
            if hadLostZero { tell(ExchangeFinding.leadingZeroRestored, .info, column) }
            return code
        } catch {
            fault(error, column, value)
            return nil
        }
    }
}
