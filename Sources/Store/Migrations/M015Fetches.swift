extension Migrations {
    /// When a laboratory fetched what it is asked, and which papers a service lets a herd's veterinarians see.
    static let fetches = Migration(number: 15, name: "fetched-requests") { _ in
        """
        ALTER TABLE analysis_request ADD COLUMN fetched_at {time};
        ALTER TABLE analysis_request ADD COLUMN fetched_by {text};
        CREATE INDEX analysis_request_unfetched ON analysis_request (laboratory_id, issued_at)
            WHERE fetched_at IS NULL;
        ALTER TABLE attachment ADD COLUMN shared {flag} NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));
        """
    }
}
