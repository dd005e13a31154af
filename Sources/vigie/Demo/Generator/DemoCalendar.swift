import Kernel

/// The days on which a demonstration plays: the demonstration's own clock, whatever today is.
extension DemoPlan {
    /// The day on which the identification service extracted the register.
    var extractedOn: Day { day(prophylaxisYear - 1, 9, 1) }
    /// The births of the first days of September, some with numbers that cannot be read.
    var birthsOn: Day { day(prophylaxisYear - 1, 9, 3) }
    /// Refused lines of the register are corrected and come in again.
    var correctedOn: Day { day(prophylaxisYear - 1, 9, 4) }
    var openedOn: Day { day(prophylaxisYear - 1, 9, 8) }
    var executedOn: Day { day(prophylaxisYear - 1, 9, 15) }
    /// The documents of the herds that are visited before winter; they are valid for two months.
    var autumnOn: Day { day(prophylaxisYear - 1, 10, 15) }
    /// The register's movements since autumn, then the documents of the other herds.
    var updatedOn: Day { day(prophylaxisYear, 1, 4) }
    var winterOn: Day { day(prophylaxisYear, 1, 5) }
    /// Unattached results, doubtful ones, suspicions: what the authority and the inspector have to settle.
    var settledOn: Day { day(prophylaxisYear, 1, 12) }
    /// Herds not started are reminded two months before the campaign's end, and get new documents.
    var remindedOn: Day { day(prophylaxisYear, 3, 2) }
    /// The campaign's last day, unless its department sets another.
    var endsOn: Day { day(prophylaxisYear, 4, 30) }
    /// What is complete by then gets its report.
    var firstReportsOn: Day { day(prophylaxisYear, 3, 16) }
    /// The same as in January, for the herds that were visited since.
    var settledAgainOn: Day { day(prophylaxisYear, 3, 14) }
    /// The day after, on which a campaign that is left open goes on.
    var servedOn: Day { day(prophylaxisYear, 3, 17) }
    /// Documents without any animal, ten days before the end.
    var emptyReviewedOn: Day { day(prophylaxisYear, 4, 20) }
    /// Results that contradict a report.
    var correctionsOn: Day { day(prophylaxisYear, 5, 11) }
    var nonCompletionOn: Day { day(prophylaxisYear, 5, 13) }
    /// When the inspector looks at what came of it, after the campaign's end.
    var evaluatedOn: Day { day(prophylaxisYear, 5, 18) }
    var followUpOn: Day { day(prophylaxisYear, 6, 1) }
    /// Between one and two months after the campaign's end.
    var closedOn: Day { day(prophylaxisYear, 6, 15) }
}
