extension Migrations {
    /// When a session's person last showed who they are, and how many alike an entry of the diary stands for. Of
    /// sessions that are there already it is not known: they are asked.
    static let proofs = Migration(number: 5, name: "proofs") { _ in
        """
        ALTER TABLE session ADD COLUMN proven_at {int} NOT NULL DEFAULT 0;
        ALTER TABLE sign_in_event ADD COLUMN count {int} NOT NULL DEFAULT 1;
        """
    }
}
