import Kernel
import Register

/// Everything that a department decides about one campaign, kept as one value with it (PRO-12, PRO-15, PRO-56).
///
/// It is written in the campaign as JSON, shown in words, and copied into every official decision that used it.
package struct CampaignParameters: Codable, Sendable, Hashable {
    /// Department code as INSEE writes it.
    package let department: String
    /// Year in which the campaign ends: 2021 for 2020–2021. Screening phases count in it (decision 13).
    package let prophylaxisYear: Int
    package var startsOn: Day
    package var endsOn: Day

    /// The diseases whose follow-up the convention delegates; a herd's own authorisation may take one back.
    package var delegatedDiseases = Disease.allCases
    /// Herd classes that are screened; the others are never in the campaign (PRO-68).
    package var includedClasses: [HerdClass] = [.dairy, .beef, .bullRanch, .summerPasture, .vealSelection]
    /// Herds added by name, by holding number and herd code, whatever their class or screening year.
    package var includedHerds: [HerdReference] = []
    package var excludedHerds: [HerdReference] = []

    package var brucellosisMethod = TestMethod.bufferedAntigen
    package var leukosisMethod = TestMethod.elisa
    package var tuberculin = TuberculinParameters()
    package var milk = MilkParameters()
    package var sampling = SamplingSelection.Parameters()
    package var documents = DocumentParameters()
    package var status = DiseaseStatus.Parameters()
    package var evaluation = EvaluationProposal.Parameters()
    package var followUp = FollowUpParameters()
    package var deadlines = CampaignDeadlines.Parameters()

    /// Laboratory code of each disease's blood plans; a herd may have another (PRO-88, PRO-90).
    package var laboratories: [String: String] = [:]
    /// Why a value departs from the national one, by the parameter's name (PRO-13).
    package var justifications: [String: String] = [:]
    /// The region whose shared rule a value is, by the parameter's name (PRO-141).
    package var regional: [String: String] = [:]

    /// The default campaign: 1 October to 30 April (PRO-65).
    package init(department: String, prophylaxisYear: Int) {
        self.department = department
        self.prophylaxisYear = prophylaxisYear
        startsOn = Day(year: prophylaxisYear - 1, month: 10, day: 1) ?? Day(number: 0)
        endsOn = Day(year: prophylaxisYear, month: 4, day: 30) ?? Day(number: 0)
    }

    package var inclusion: HerdInclusion.Parameters {
        var parameters = HerdInclusion.Parameters()
        parameters.includedClasses = includedClasses
        return parameters
    }

    package var requiredPlans: RequiredPlans.Parameters {
        var parameters = RequiredPlans.Parameters()
        parameters.brucellosisMethod = brucellosisMethod
        parameters.leukosisMethod = leukosisMethod
        parameters.tuberculin = tuberculin
        parameters.milk = milk
        return parameters
    }
}

/// The local rule of tuberculin testing (PRO-110, PRO-131).
package struct TuberculinParameters: Codable, Sendable, Hashable {
    package var method = TestMethod.comparativeSkin
    /// Communes (INSEE) where the other method is used (PRO-74).
    package var methodByCommune: [String: TestMethod] = [:]
    /// Animals of at least this age in completed months are tested.
    package var minimumAgeMonths = 24
    /// Communes (INSEE) with another age limit: reinforced surveillance zones.
    package var ageMonthsByCommune: [String: Int] = [:]
    /// Age limit in herds at risk (repopulated, contact zone, specific risk).
    package var riskHerdAgeMonths = 12
    /// Interval in years for herds that sell raw milk; 0: none, 1: every year, 3: every third (PRO-110).
    package var rawMilkIntervalYears = 0
    /// The rest of the years in which raw-milk herds are due, divided by the interval.
    package var rawMilkPhase = 0
    /// Classes tested every year whatever their commune, such as bull ranches (PRO-70).
    package var annualClasses: [HerdClass] = []
    package init() {}
}

/// Bulk milk (PRO-66, PRO-108, PRO-200).
package struct MilkParameters: Codable, Sendable, Hashable {
    /// Month (1–12) of the fixed sampling of each disease, agreed with the laboratory.
    package var brucellosisMonth = 11
    package var leukosisMonth = 11
    /// A missing sampling is programmed again for this many months at most.
    package var catchUpMonths = 2
    package var reading = MilkResultReading.Parameters()
    package init() {}
}

/// Sampling documents (PRO-133, PRO-155, PRO-156).
package struct DocumentParameters: Codable, Sendable, Hashable {
    /// Not edited more than this before the planned visit.
    package var editionWeeksBefore = 6
    /// In the vet's hands this long before it.
    package var deliveryDaysBefore = 5
    package var validityMonths = 2
    /// Regulated diseases that share the samples and their document, such as `IBR`; Vigie neither selects animals nor
    /// reads results for them (PRO-01, PRO-60).
    package var attachedDiseases: [String] = []
    /// The form of the tuberculin report, the authority's choice after consultation (PRO-179).
    package var tuberculinReport = TuberculinReportModel.lastPage
    package init() {}
}

/// The two forms that a tuberculin report may have (9.4.3.1, PRO-179).
package enum TuberculinReportModel: String, Codable, Sendable, CaseIterable {
    /// The last page of the sampling document (annex III).
    case lastPage = "last-page"
    /// A form of its own (annex I of service note 2015-803): the document carries none.
    case ownForm = "own-form"
}

/// Reminders and retests (PRO-251, PRO-253, PRO-262).
package struct FollowUpParameters: Codable, Sendable, Hashable {
    /// Months before the campaign's end from which herds not started are reminded.
    package var notStartedMonthsBeforeEnd = 2
    /// Days after the first visit from which unfinished interventions are reminded.
    package var unfinishedDays = 70
    package var retestFromDays = 15
    package var retestUntilDays = 60
    package init() {}
}
