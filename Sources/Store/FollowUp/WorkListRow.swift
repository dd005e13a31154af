import Kernel

/// One line of a work list.
package struct WorkListRow: Sendable, Hashable {
    /// Identifier of the work item, where the line is one that a person closes.
    package let item: Int64?
    /// Empty where the line is about no intervention.
    package let intervention: String
    package let holding: String
    package let name: String
    package let disease: String
    /// Figures or a state, by kind of list: `8/12`, `asked`, a laboratory's code.
    package let detail: String
    /// What the deadline counts from: first visit, fixed month, notice.
    package let since: Day?
    /// A deadline that is stored; others follow from `since`.
    package let dueOn: Day?
    /// `delegate` or `authority`, where the line was opened for one of them; nil where that follows from the list.
    package let audience: String?
}

/// The campaign whose work list is asked for, and the days that its conditions compare with.
package struct WorkListQuery: Sendable {
    package let campaign: Int64
    package let department: String
    package let today: Day
    /// First visits on this day or earlier are due for a reminder.
    package let remindedVisits: Day

    package init(campaign: CampaignRow, today: Day, reminderDays: Int) {
        self.campaign = campaign.id
        department = campaign.department
        self.today = today
        remindedVisits = today.adding(days: -reminderDays)
    }
}

extension WorkListRow {
    /// A line that is put together outside of the lists' statements.
    package init(intervention: String, holding: (number: String, name: String), disease: String, since: Day?) {
        (item, dueOn, audience, detail) = (nil, nil, nil, "")
        (self.intervention, self.holding, name) = (intervention, holding.number, holding.name)
        (self.disease, self.since) = (disease, since)
    }

    init(_ row: borrowing Row) {
        item = row.intOrNil(0)
        intervention = row.text(1)
        holding = row.text(2)
        name = row.text(3)
        disease = row.text(4)
        detail = row.text(5)
        since = row.dayOrNil(6)
        dueOn = row.dayOrNil(7)
        audience = row.text(8).isEmpty ? nil : row.text(8)
    }
}
