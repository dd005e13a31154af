extension Migrations {
    /// The day that the follow-up's pages are sorted by, and the views that people keep.
    static let followUpViews = Migration(number: 11, name: "follow-up-views") { dialect in
        """
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
