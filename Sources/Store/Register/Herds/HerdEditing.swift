import Kernel
import Register

/// What a herd is, as it is opened by hand.
package struct HerdEntry: Sendable, Hashable {
    package let id: Int64
    package let holding: HoldingIdentity
    package let code: String
    package var name: String?
    package let herdClass: HerdClass
    package let orientation: HerdOrientationCode
    package let milkDelivery: MilkDelivery
    package let openedOn: Day

    package init(
        id: Int64, holding: HoldingIdentity, code: String, kind: (HerdClass, HerdOrientationCode, MilkDelivery),
        openedOn: Day
    ) {
        self.id = id
        self.holding = holding
        self.code = code
        (herdClass, orientation, milkDelivery) = kind
        self.openedOn = openedOn
    }
}

/// A holding by what people know it by.
package struct HoldingIdentity: Sendable, Hashable {
    package let id: Int64
    package let number: String
    package let department: String
    package let closedOn: Day?
}

/// What may be changed in a herd; nil leaves it as it is.
package struct HerdChange: Sendable, Hashable {
    package var name: String?
    package var herdClass: HerdClass?
    package var orientation: HerdOrientationCode?
    package var milkDelivery: MilkDelivery?

    package init() {}

    package var isEmpty: Bool { self == HerdChange() }
}

extension Connection {
    package func holding(_ number: HoldingNumber) throws -> HoldingIdentity? {
        try first("SELECT id, department, closed_on FROM holding WHERE number = ?", [.text(number.description)]) {
            HoldingIdentity(
                id: $0.int(0), number: number.description, department: $0.text(1), closedOn: $0.dayOrNil(2))
        }
    }

    package func insert(_ herd: HerdEntry) throws {
        try execute(
            """
            INSERT INTO herd (id, holding_id, code, name, class, orientation, milk_delivery, department, opened_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(herd.id), .int(herd.holding.id), .text(herd.code), SQLValue(herd.name),
                .text(herd.herdClass.rawValue), .text(herd.orientation.rawValue), .text(herd.milkDelivery.rawValue),
                .text(herd.holding.department), .day(herd.openedOn),
            ])
    }

    package func change(herd id: Int64, to change: HerdChange) throws {
        try execute(
            """
            UPDATE herd SET name = COALESCE(?, name), class = COALESCE(?, class),
                orientation = COALESCE(?, orientation), milk_delivery = COALESCE(?, milk_delivery)
            WHERE id = ?
            """,
            [
                SQLValue(change.name), SQLValue(change.herdClass?.rawValue), SQLValue(change.orientation?.rawValue),
                SQLValue(change.milkDelivery?.rawValue), .int(id),
            ])
    }
}
