extension Migrations {
    /// The orders of the follow-up's pages, and the views that people keep.
    static let followUpViews = Migration(number: 11, name: "follow-up-views") { dialect in
        let states = FollowUpOrder.Column.allCases.map { column in
            let name = column.rawValue.replacing("-", with: "_")
            return """
                CREATE INDEX disease_state_by_\(name) ON disease_state
                    (campaign_id, disease, \(FollowUpOrder.expression(column, dialect)), intervention_id);
                """
        }
        return """
            \(states.joined(separator: "\n"))
            CREATE INDEX intervention_by_planned ON intervention
                (campaign_id, \(FollowUpOrder.planned(dialect)), id);
            CREATE TABLE saved_view (
                login {text} NOT NULL REFERENCES user_account (login),
                name {text} NOT NULL,
                columns {text} NOT NULL,
                query {text} NOT NULL,
                saved_at {time} NOT NULL,
                PRIMARY KEY (login, name)
            ){clustered};
            """
    }
}
