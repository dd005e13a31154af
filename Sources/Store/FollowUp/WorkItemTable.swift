import Kernel

extension Connection {
    /// How many alerts are open in a department, for each audience.
    package func openAlerts(department: String) throws -> [String: Int] {
        Dictionary(
            try all(
                "SELECT audience, count(*) FROM work_item WHERE department = ? AND state = 'open' GROUP BY audience",
                [.text(department)]
            ) { ($0.text(0), Int($0.int(1))) }, uniquingKeysWith: +)
    }

    /// The audience of an open item of the department (`delegate` or `authority`), nil when there is none such.
    package func openWorkItemAudience(_ id: Int64, department: String) throws -> String? {
        try first(
            "SELECT audience FROM work_item WHERE id = ? AND department = ? AND state = 'open'",
            [.int(id), .text(department)]
        ) { $0.text(0) }
    }

    package func closeWorkItem(_ id: Int64, isDismissed: Bool, by actor: String, on day: Day, reason: String) throws {
        try execute(
            "UPDATE work_item SET state = ?, closed_on = ?, closed_by = ?, close_reason = ? WHERE id = ?",
            [.text(isDismissed ? "dismissed" : "done"), .day(day), .text(actor), .text(reason), .int(id)])
    }
}
