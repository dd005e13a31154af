import Kernel
import UseCases

/// A campaign in an address: `/campagnes/63/2021/…`, with `?campagne=` for others than the national one.
struct CampaignAddress: Sendable {
    let selector: CampaignSelector
    let year: Int

    init(_ department: String, _ year: Int, _ name: String = CampaignSelector.nationalName) {
        selector = CampaignSelector(department: department, year: year, name: name)
        self.year = year
    }

    /// `Campagne 2020-2021, département 63`
    var title: String {
        let name = selector.name == CampaignSelector.nationalName ? "" : " (\(selector.name))"
        return "Campagne \(year - 1)-\(year), département \(selector.department)\(name)"
    }

    /// `63`, or `63 (NOM)` for others than the national one: where the year is known.
    var shortTitle: String {
        selector.department + (selector.name == CampaignSelector.nationalName ? "" : " (\(selector.name))")
    }

    /// - Parameter query: `name=value`, encoded.
    func path(_ page: String, _ query: String? = nil) -> String {
        let isNational = selector.name == CampaignSelector.nationalName
        let parts = [isNational ? nil : "campagne=\(selector.name.formEncoded)", query].compactMap(\.self)
        let end = (page.isEmpty ? "" : "/\(page)") + (parts.isEmpty ? "" : "?\(parts.joined(separator: "&"))")
        return "/campagnes/\(selector.department)/\(year)\(end)"
    }
}

extension Call {
    /// The campaign that the address names.
    /// - Throws: `WebFault.notFound` for a year that is none.
    func campaign() throws -> CampaignAddress {
        guard let year = Int(try part("year")) else { throw WebFault.notFound }
        return CampaignAddress(
            try part("department"), year, query("campagne") ?? CampaignSelector.nationalName)
    }
}
