extension Migrations {
    /// What ties accounts to herds: a keeper's to holdings, a veterinarian's to its entry at the Order; tuberculin
    /// reports that are being typed; and the keys by which people search.
    static let ties = Migration(number: 8, name: "ties") { _ in
        """
        ALTER TABLE user_account ADD COLUMN veterinarian_id {id} REFERENCES veterinarian (id);

        CREATE TABLE account_holding (
            login {text} NOT NULL REFERENCES user_account (login),
            holding_id {id} NOT NULL REFERENCES holding (id),
            PRIMARY KEY (login, holding_id)
        ){clustered};

        CREATE TABLE tuberculin_draft (
            login {text} NOT NULL REFERENCES user_account (login),
            campaign_id {id} NOT NULL,
            intervention_id {id} NOT NULL,
            content {json} NOT NULL,
            saved_at {time} NOT NULL,
            PRIMARY KEY (login, campaign_id, intervention_id),
            FOREIGN KEY (campaign_id, intervention_id) REFERENCES intervention (campaign_id, id)
        ){clustered};

        CREATE INDEX animal_by_working_number ON animal (working_number);

        ALTER TABLE commune ADD COLUMN search_name {text} NOT NULL DEFAULT '';
        UPDATE commune SET search_name = upper(name);
        \(foldings)
        """
    }

    /// What `SearchName` makes of French names, in SQL, for the communes that are there already; one letter a
    /// statement, since SQLite nests no thirty calls.
    private static var foldings: String {
        let letters = [
            ("É", "E"), ("é", "E"), ("È", "E"), ("è", "E"), ("Ê", "E"), ("ê", "E"), ("Ë", "E"), ("ë", "E"), ("À", "A"),
            ("à", "A"), ("Â", "A"), ("â", "A"), ("Î", "I"), ("î", "I"), ("Ï", "I"), ("ï", "I"), ("Ô", "O"), ("ô", "O"),
            ("Û", "U"), ("û", "U"), ("ù", "U"), ("ü", "U"), ("Ÿ", "Y"), ("ÿ", "Y"), ("Ç", "C"), ("ç", "C"),
            ("Œ", "OE"), ("œ", "OE"), ("-", " "), ("''", " "), ("’", " "),
        ]
        return letters.map { "UPDATE commune SET search_name = replace(search_name, '\($0.0)', '\($0.1)');" }
            .joined(separator: "\n")
    }
}
