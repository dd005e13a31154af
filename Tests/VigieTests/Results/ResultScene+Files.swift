import Foundation
import Kernel

extension ResultScene {
    /// The day on which the samples of the n-th file were taken, from 2 November 2020 on: each file has its own.
    static func day(_ trial: Int) -> Day {
        Day(number: 18_568).adding(days: trial)
    }

    /// One NEG line a herd and disease, the first one POS; the dossier is `D` and the number of the file.
    func milkFile(_ trial: Int, herds: Int) throws -> String {
        let day = Self.day(trial)
        var text = ""
        for herd in 0..<herds {
            for nature in ["LBRUBVS", "LLEUBVS"] {
                let said = herd == 0 && nature == "LBRUBVS" ? "POS" : "NEG"
                text += "\(nature);;;\(day);\(day);\(Self.holding(herd));;;;;;\(said);D\(trial)\n"
            }
        }
        return try file("lait-\(trial).txt", text.utf8)
    }

    /// One report a herd, all negative but for one animal of the first herd.
    func tuberculinFile(_ trial: Int, herds: Int) throws -> String {
        let day = Self.day(trial)
        var text = "intervention;method;injected-on;read-on;received-on;ntids;nnidsn;npidsp;subjective-reading;model\n"
        for herd in 0..<herds {
            let positive = herd == 0 ? 1 : 0
            let counts = "\(Self.cows);\(Self.cows - positive);\(positive)"
            let days = "\(day);\(day.adding(days: 3));\(day.adding(days: 9))"
            text += "\(Self.intervention(herd));IDS;\(days);\(counts);0;approved\n"
        }
        return try file("tuberculine-\(trial).csv", text.utf8)
    }

    /// One NEG result a cow and disease, the first one POS; the reference is `R` and the number of the file.
    func bloodFile(_ trial: Int, herds: Int) throws -> String {
        let day = Self.day(trial)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
            <envelope sender="LDA99" recipient="63" created-on="2021-03-10" reference="R\(trial)"/>

            """
        for herd in 0..<herds {
            text += "<request intervention=\"\(Self.intervention(herd))\">\n"
            for cow in 0..<Self.cows {
                let name = Self.cow(cow, herd)
                text += "<sample number=\"S\(trial)-\(name)\" animal=\"\(name)\" sampled-on=\"\(day)\">"
                for disease in ["BRU", "LEU"] {
                    let said = herd == 0 && cow == 0 && disease == "BRU" ? "POS" : "NEG"
                    text += """
                        <result disease="\(disease)" method="EAT" matrix="blood" interpretation="\(said)" \
                        analysed-on="\(day)"/>
                        """
                }
                text += "</sample>\n"
            }
            text += "</request>\n"
        }
        return try file("rai-\(trial).xml", (text + "</analysis-report>\n").utf8)
    }
}
