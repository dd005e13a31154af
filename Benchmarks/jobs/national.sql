-- A campaign of national size, straight into the tables: :n interventions with three diseases each, some 8.5 animals
-- asked for in each herd, two blood results an animal. Everything follows from the row's number, so that it is the same
-- on every machine.
--
-- One herd in a hundred has no document, three are not visited, four are short of an animal or two, five have a second
-- visit too late; one result in a thousand is positive, two doubtful, three cannot be read (and come once more).
PRAGMA foreign_keys = OFF;
PRAGMA cache_size = -262144;
PRAGMA synchronous = OFF;

CREATE TEMP TABLE plan AS
SELECT value AS id, (value * 2654435761) % 1000 AS luck, (value * 7919) % 10 + 4 AS animals,
    date('2025-10-06', '+' || ((value * 40503) % 190) || ' days') AS visited_on
FROM generate_series(1, :n);

CREATE TEMP TABLE cow AS
SELECT p.id AS intervention_id, p.luck, p.animals, s.value AS place, p.visited_on,
    10000000 + row_number() OVER (ORDER BY p.id, s.value) AS id
FROM plan p JOIN generate_series(1, 13) s ON s.value <= p.animals;

BEGIN;
INSERT INTO holding (id, number, name, department, search_name)
SELECT 1000000 + id, printf('99%06d', id), 'GAEC ' || id, '71', 'gaec ' || id FROM plan;
INSERT INTO herd (id, holding_id, code, class, orientation, department)
SELECT 2000000 + id, 1000000 + id, 'A1', 'beef', 'beef', '71' FROM plan;
INSERT INTO animal (id, number, working_number, sex, breed, birth_date)
SELECT id, printf('FR%010d', 9900000000 + id - 10000000), printf('%04d', id % 10000), 'F', '38', '2020-03-01'
FROM cow;
INSERT INTO herd_assignment (herd_id, animal_id, since, until, origin)
SELECT 2000000 + intervention_id, id, '2020-03-01', CASE WHEN id % 25 = 0 THEN '2025-11-20' END, 'import' FROM cow;

INSERT INTO intervention (campaign_id, id, number, herd_id, department, kind, origin)
SELECT :campaign, 3000000 + id, printf('2026%08d', id), 2000000 + id, '71', 'main', 'execution' FROM plan;
INSERT INTO requested_plan (campaign_id, intervention_id, disease, matrix, method)
SELECT :campaign, 3000000 + id, column1, column2, column3
FROM plan JOIN (VALUES ('BRU', 'blood', 'EAT'), ('LEU', 'blood', 'ELISA'), ('TUB', 'skin', 'IDC')) ORDER BY id, column1;
INSERT INTO edition (campaign_id, intervention_id, number, state, edited_on, reference_date, display, seed, rule_version,
    validated_at)
SELECT :campaign, 3000000 + id, 1, 'validated', '2025-10-01', '2025-10-01', 'all', 1, 1, '2025-10-01T08:00:00Z'
FROM plan WHERE id % 100 <> 0;
INSERT INTO requested_animal (campaign_id, intervention_id, animal_id, diseases, level, first_edition, edited_on)
SELECT :campaign, 3000000 + intervention_id, id, 7, 3, 1, '2025-10-01' FROM cow WHERE intervention_id % 100 <> 0;
INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
SELECT :campaign, 3000000 + id, visited_on, 'sampling', 'results', 'ddpp' FROM plan WHERE luck >= 30 AND id % 100 <> 0
UNION ALL
SELECT :campaign, 3000000 + id, date(visited_on, '+100 days'), 'sampling', 'results', 'ddpp'
FROM plan WHERE luck >= 950 AND id % 100 <> 0
UNION ALL
SELECT :campaign, 3000000 + id, visited_on, 'injection', 'results', 'ddpp' FROM plan WHERE luck >= 30 AND id % 100 <> 0
ORDER BY 2, 3, 4;

-- Lines of an animal: the first one, and a second where the first could not be read.
INSERT INTO blood_result (campaign_id, intervention_id, disease, animal_id, id, interpretation, on_document, method,
    sample_number, sampled_on, dossier)
SELECT :campaign, 3000000 + c.intervention_id, d.column1, c.id, 30000000 + 4 * c.id + 2 * d.column2 + again.value,
    CASE WHEN again.value = 1 OR (c.id * 7 + d.column2) % 1000 > 6 THEN 'NEG'
        WHEN (c.id * 7 + d.column2) % 1000 = 0 THEN 'POS'
        WHEN (c.id * 7 + d.column2) % 1000 < 3 THEN 'DTX' ELSE 'IN_ITPBLE' END,
    c.id % 97 <> 0, CASE d.column1 WHEN 'BRU' THEN 'EAT' ELSE 'ELISA' END, printf('E%09d', c.id - 10000000),
    c.visited_on, printf('R%07d', c.intervention_id)
FROM cow c CROSS JOIN (VALUES ('BRU', 0), ('LEU', 1)) d CROSS JOIN generate_series(0, 1) again
WHERE c.luck >= 30 AND c.intervention_id % 100 <> 0 AND NOT (c.luck < 70 AND c.place <= 2)
    AND (again.value = 0 OR ((c.id * 7 + d.column2) % 1000 BETWEEN 4 AND 6))
ORDER BY 2, 3, 4, 5;

INSERT INTO tuberculin_report (campaign_id, intervention_id, id, method, injected_on, read_on, received_on, keep_until,
    approved_model, incomplete, consistent, ntidc, nnidc, nagdidctub, napdidctub, npidc, entered_by)
SELECT :campaign, 3000000 + id, 90000000 + id, 'IDC', visited_on, visited_on, visited_on, '2031-01-01', 1, 0, 1,
    animals - (luck < 70), animals - (luck < 70) - (luck = 500), luck = 500, 0, 0, 'inspecteur'
FROM plan WHERE luck >= 30 AND id % 100 <> 0;
COMMIT;
UPDATE id_block SET next = 200000000;
ANALYZE;
