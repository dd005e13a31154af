-- The rows of the follow-up page of department 71's newest campaign, written out for the bare route.
SELECT i.number, g.number, g.name, g.insee, h.code, h.class, i.planned_on, v.name, r.number, r.value, r.issued_on,
    (SELECT f.code FROM follow_up f WHERE f.report_id = r.id AND f.replaced_at IS NULL), n.code,
    (SELECT CASE WHEN min(p.matrix) = max(p.matrix) THEN min(p.matrix)
        ELSE min(p.matrix) || ' ' || max(p.matrix) END
        FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.disease = 'BRU'),
    s1.status, s1.requested, s1.tested, s1.non_negative, COALESCE(s1.started_on, s1.milk_first_on),
    COALESCE(s1.finished_on, s1.milk_last_on), s1.last_result_on, s1.proposal, e1.value,
    (SELECT CASE WHEN min(p.matrix) = max(p.matrix) THEN min(p.matrix)
        ELSE min(p.matrix) || ' ' || max(p.matrix) END
        FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.disease = 'LEU'),
    s2.status, s2.requested, s2.tested, s2.non_negative, COALESCE(s2.started_on, s2.milk_first_on),
    COALESCE(s2.finished_on, s2.milk_last_on), s2.last_result_on, s2.proposal, e2.value,
    (SELECT CASE WHEN min(p.matrix) = max(p.matrix) THEN min(p.matrix)
        ELSE min(p.matrix) || ' ' || max(p.matrix) END
        FROM requested_plan p WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.disease = 'TUB'),
    s4.status, s4.requested, s4.tested, s4.non_negative, COALESCE(s4.started_on, s4.milk_first_on),
    COALESCE(s4.finished_on, s4.milk_last_on), s4.last_result_on, s4.proposal, e4.value
FROM intervention i
JOIN herd h ON h.id = i.herd_id
JOIN holding g ON g.id = h.holding_id
LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
LEFT JOIN inspection_report r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id AND r.invalidated_on IS NULL
LEFT JOIN non_completion n ON n.campaign_id = i.campaign_id AND n.intervention_id = i.id AND n.revoked_on IS NULL
LEFT JOIN disease_state s1 ON s1.campaign_id = i.campaign_id AND s1.intervention_id = i.id
    AND s1.disease = 'BRU'
LEFT JOIN evaluation e1 ON e1.campaign_id = i.campaign_id AND e1.intervention_id = i.id
    AND e1.disease = 'BRU' AND e1.replaced_at IS NULL
LEFT JOIN disease_state s2 ON s2.campaign_id = i.campaign_id AND s2.intervention_id = i.id
    AND s2.disease = 'LEU'
LEFT JOIN evaluation e2 ON e2.campaign_id = i.campaign_id AND e2.intervention_id = i.id
    AND e2.disease = 'LEU' AND e2.replaced_at IS NULL
LEFT JOIN disease_state s4 ON s4.campaign_id = i.campaign_id AND s4.intervention_id = i.id
    AND s4.disease = 'TUB'
LEFT JOIN evaluation e4 ON e4.campaign_id = i.campaign_id AND e4.intervention_id = i.id
    AND e4.disease = 'TUB' AND e4.replaced_at IS NULL
WHERE i.campaign_id = (SELECT id FROM campaign WHERE department = '71' ORDER BY prophylaxis_year DESC LIMIT 1)
    AND i.state = 'planned' AND r.id IS NULL AND EXISTS (SELECT 1 FROM requested_plan p
        WHERE p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.disease = 'BRU')
ORDER BY i.number LIMIT 100
