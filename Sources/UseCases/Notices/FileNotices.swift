import Kernel
import Register
import Store

extension Connection {
    /// Tells who sent a file, and the organisation whose it is, that lines of it were refused: once a file, in the
    /// transaction that keeps its refused lines.
    func tellRefusal(
        ofImport id: Int64, _ file: (sender: String?, actor: String, department: String?), _ context: Context
    ) throws {
        var event = NoticeEvent(.fileRefused, once: String(id), department: file.department)
        event.importID = id
        let kind = NoticeKind.refusedFile.rawValue
        let senders = try [noticeContact(login: file.actor, kind: kind)].compactMap { $0 }
        let organisation = try file.sender.map { try noticeContacts(organisation: $0, kind: kind) } ?? []
        let others = organisation.filter { $0.account.login != file.actor && $0.account.role.isLaboratory }
        var desk = NoticeDesk(self, at: context.moment)
        try desk.tell(event, (senders + others).filter(\.maySeeFiles).map { NoticeRecipient($0) })
    }

    /// A mail whose job is over without having been sent.
    /// - Parameter fault: nil: the last one that was noted.
    func giveUpMail(of job: JobRow, _ fault: String?, at now: (text: String, seconds: Int)) throws {
        guard job.kind == JobKind.mail.rawValue else { return }
        let mail = try CanonicalJSON.decode(MailWork.self, from: job.work.utf8)
        try settleMail(mail.notice, .failed, fault: fault, at: now.seconds)
    }

    /// Tells who sent a file that its job came to nothing, in the transaction that ends the job; a mail is given up.
    func tellFailure(of job: JobRow, at now: (text: String, seconds: Int)) throws {
        try giveUpMail(of: job, nil, at: now)
        guard let login = job.actor, let kind = JobKind(rawValue: job.kind), kind.readsFile,
            let contact = try noticeContact(login: login, kind: NoticeKind.refusedFile.rawValue), contact.maySeeFiles
        else { return }
        // A job that is tried again and fails again is told again.
        var event = NoticeEvent(.fileFailed, once: "\(job.id):\(now.seconds)", department: nil)
        event.job = job.id
        var desk = NoticeDesk(self, at: now)
        try desk.tell(event, [NoticeRecipient(contact)])
    }
}

extension NoticeContact {
    fileprivate var maySeeFiles: Bool { Policy.allows(.importRead, to: account.role) }
}

extension JobKind {
    /// Takes in a file that somebody sent.
    var readsFile: Bool {
        switch self {
        case .registerImport, .analysisReport, .milkResults, .tuberculinReports: true
        default: false
        }
    }
}
