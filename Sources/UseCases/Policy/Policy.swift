import Register

/// Who may do what: intention × role, then the actor's scope. What the table does not name is refused. Keepers and
/// veterinarians ask for one herd, animal or intervention at a time, which must be theirs (`UseCase.touched`); a
/// laboratory sees the requests and results of its own organisation.
///
/// Sources: PRO-02, PRO-11, PRO-20, PRO-23, PRO-53, PRO-59, PRO-63, PRO-88, PRO-111, PRO-282, PRO-288 (never delegated:
/// qualification acts, authorisations, follow-ups, the health veterinarian's assignment); decisions 3, 4 and 7.
package enum Policy {
    package static func allows(_ intention: Intention, to role: Role) -> Bool {
        roles(for: intention).contains(role)
    }

    /// The roles that may, in the order of `Role`.
    package static func roles(for intention: Intention) -> [Role] {
        switch intention {
        case .accountAdd, .databaseMaintain, .systemRead: [.administrator]
        case .passwordSet, .secondFactorSet, .apiTokenManage, .noticeRead, .noticeSet: Role.allCases
        // An administrator sees nothing that could be told.
        case .webhookManage: Role.allCases.filter { $0 != .administrator }
        // A laboratory sees what it sent.
        case .importRead:
            [.nationalAuthority, .authority, .delegateRegion, .inspector, .laboratory, .dairyLaboratory]
        case .auditVerify, .readsRead: [.nationalAuthority, .authority, .administrator]

        case .registerImport, .registerReview, .herdMaintain, .herdLink, .herdLocate, .productionTypeSet,
            .campaignPrepare, .campaignValidate, .campaignExecute,
            .interventionAdd, .statusRecompute:
            [.authority, .delegateRegion, .inspector]
        case .registerRead, .campaignRead, .documentRead: [.nationalAuthority, .authority, .delegateRegion, .inspector]
        case .herdRead, .interventionRead, .documentPrint:
            [.nationalAuthority, .authority, .delegateRegion, .inspector, .veterinarian, .keeper]
        case .tuberculinReport: [.authority, .delegateRegion, .inspector, .veterinarian]
        case .reeditionRequest: [.veterinarian]
        case .paperAdd: [.authority, .delegateRegion, .inspector, .veterinarian]
        case .paperRead: [.nationalAuthority, .authority, .delegateRegion, .inspector, .veterinarian]
        case .analysisRead: [.laboratory, .dairyLaboratory]
        // Milk is not asked for by analysis requests (PRO-89).
        case .analysisFetch: [.laboratory]
        case .rawMilkRead, .authorisationSet, .settingSet, .laboratoryAssign, .laboratoryMaintain, .enquiryRecord,
            .interventionMatrix:
            [.authority]
        case .regionalRulesSet: [.nationalAuthority, .delegateRegion]
        case .campaignClose: [.authority, .delegateRegion, .inspector]
        case .campaignForceClose: [.nationalAuthority]

        case .documentEdit, .documentCancel, .documentDispatch: [.authority, .delegateRegion, .inspector]
        case .documentCancelLate: [.authority, .inspector]

        case .resultsImport: [.authority, .delegateRegion, .inspector, .laboratory]
        case .milkResultsImport: [.authority, .delegateRegion, .inspector, .dairyLaboratory]
        case .resultsEnter, .resultAttach: [.authority, .delegateRegion, .inspector]
        case .resultDecide: [.authority, .inspector]

        case .evaluationSet, .reportIssue, .reportInvalidate, .nonCompletionDecide: [.authority, .inspector]
        case .followUpRecord, .retestOrder, .letterWriteAuthority, .workItemCloseAuthority: [.authority]
        case .retestPlan, .outsideVisitPlan, .letterWrite, .letterSettle, .interventionNote, .workItemClose:
            [.authority, .delegateRegion, .inspector]

        case .jobRead: Role.allCases
        }
    }
}
