import Kernel
import Testing
import UseCases

@Suite("Instants by the clocks of a department") struct LocalTimeTests {
    @Test(
        "A mainland hour says nothing of its clock; overseas, or without a department, it does",
        arguments: [
            ("63", "2026-01-15T23:05:00Z", "16/01/2026 à 00:05"), ("63", "2026-07-01T08:00:00Z", "01/07/2026 à 10:00"),
            ("974", "2026-07-01T20:30:00Z", "02/07/2026 à 00:30, heure de La Réunion"),
            ("972", "2026-07-01T03:00:00Z", "30/06/2026 à 23:00, heure de la Martinique"),
            ("", "2026-01-15T08:00:00Z", "15/01/2026 à 09:00, heure de Paris"), ("63", "-", "-"),
            ("63", "2026-01-15", "2026-01-15"),
        ])
    func text(_ department: String, _ instant: String, _ expected: String) {
        #expect(LocalTime(department).text(instant) == expected)
    }

    @Test("The hour alone")
    func hour() {
        #expect(LocalTime("63").hour("2026-01-15T23:05:00Z") == "00:05")
        #expect(LocalTime("973").hour("2026-01-15T02:05:00Z") == "23:05, heure de la Guyane")
        #expect(LocalTime("63").hour("bientôt") == "bientôt")
    }

    @Test(
        "A day begins at its midnight, also on the day when the clocks change",
        arguments: [
            ("63", "2026-01-15", "2026-01-14T23:00:00Z"), ("63", "2026-03-29", "2026-03-28T23:00:00Z"),
            ("63", "2026-03-30", "2026-03-29T22:00:00Z"), ("63", "2026-10-25", "2026-10-24T22:00:00Z"),
            ("63", "2026-10-26", "2026-10-25T23:00:00Z"), ("971", "2026-07-01", "2026-07-01T04:00:00Z"),
        ])
    func start(_ department: String, _ day: String, _ expected: String) throws {
        let start = LocalTime(department).start(of: try #require(Day(day)))
        #expect(Instant.text(ofSeconds: start) == expected)
    }
}
