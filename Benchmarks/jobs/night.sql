-- What a night brings: 20,000 more lines (:lines) for animals that have one, and their interventions marked as the
-- import of results marks them.
PRAGMA foreign_keys = OFF;
CREATE TEMP TABLE touched AS
SELECT id FROM intervention WHERE campaign_id = :campaign AND id % 150 = 7;
BEGIN;
INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation, on_document, method,
    sample_number, sampled_on, dossier)
SELECT campaign_id, intervention_id, disease, animal_id, id + 100000000,
    CASE WHEN animal_id % 200 = 0 THEN 'POS' ELSE 'NEG' END, on_document, method, sample_number, sampled_on,
    'N' || dossier
FROM blood_result WHERE campaign_id = :campaign AND intervention_id IN (SELECT id FROM touched)
ORDER BY intervention_id, disease, animal_id LIMIT :lines;
UPDATE disease_state SET changes_on = :night, last_result_on = :night
WHERE campaign_id = :campaign AND disease <> 'TUB' AND intervention_id IN (SELECT id FROM touched);
COMMIT;
