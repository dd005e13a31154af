import CLibCurl
import Dispatch

/// Hands messages to the mail server: one at a time, on a thread of its own, so that a slow server takes nothing from
/// those who work.
package final class MailClient: Sendable {
    package let server: MailServer
    private let queue = DispatchQueue(label: "vigie.mail")

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    package init(_ server: MailServer) { self.server = server }

    /// Returns when the server has taken the message on itself.
    /// - Parameter seconds: now, since 1970.
    /// - Throws: `MailFault`.
    package func send(_ message: MailMessage, at seconds: Int) async throws {
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            queue.async { [server] in
                done.resume(with: Result { try MailClient.deliver(message, by: server, at: seconds) })
            }
        }
    }

    private static func deliver(_ message: MailMessage, by server: MailServer, at seconds: Int) throws {
        guard isReady, let curl = curl_easy_init() else { throw MailFault.notNow(.unreachable) }
        defer { curl_easy_cleanup(curl) }
        let recipients = curl_slist_append(nil, "<\(message.to)>")
        defer { curl_slist_free_all(recipients) }
        var complaint = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let bytes = message.bytes(from: server.sender, at: seconds)
        configure(curl, server)
        vigie_curl_list(curl, CURLOPT_MAIL_RCPT, recipients)
        let result = complaint.withUnsafeMutableBufferPointer { complaint in
            bytes.withUnsafeBytes { bytes in
                var upload = vigie_upload(
                    bytes: bytes.baseAddress?.assumingMemoryBound(to: CChar.self), size: bytes.count, sent: 0)
                return withUnsafeMutablePointer(to: &upload) { upload in
                    vigie_curl_text(curl, CURLOPT_ERRORBUFFER, complaint.baseAddress)
                    vigie_curl_upload(curl, upload)
                    return curl_easy_perform(curl)
                }
            }
        }
        guard result != CURLE_OK else { return }
        throw fault(result, answer: Int(vigie_curl_response(curl)), wentThrough: complaint[0] == 0)
    }

    private static func configure(_ curl: UnsafeMutableRawPointer, _ server: MailServer) {
        vigie_curl_text(curl, CURLOPT_URL, server.url)
        vigie_curl_text(curl, CURLOPT_PROTOCOLS_STR, server.security == .tls ? "smtps" : "smtp")
        vigie_curl_text(curl, CURLOPT_PROXY, "")
        vigie_curl_number(curl, CURLOPT_NOSIGNAL, 1)
        vigie_curl_number(curl, CURLOPT_CONNECTTIMEOUT, server.connectSeconds)
        vigie_curl_number(curl, CURLOPT_TIMEOUT, server.longestSeconds)
        vigie_curl_drop(curl)
        if server.security != .none {
            vigie_curl_number(curl, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
            vigie_curl_number(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
            vigie_curl_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
            vigie_curl_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
            if let authorities = server.authorities { vigie_curl_text(curl, CURLOPT_CAINFO, authorities) }
        }
        if let login = server.login {
            vigie_curl_text(curl, CURLOPT_USERNAME, login.name)
            vigie_curl_text(curl, CURLOPT_PASSWORD, login.password)
            vigie_curl_text(curl, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
        vigie_curl_text(curl, CURLOPT_MAIL_FROM, "<\(server.sender.address)>")
    }

    /// - Parameter wentThrough: libcurl has no words for it: the server refused the message after its last byte.
    private static func fault(_ result: CURLcode, answer: Int, wentThrough: Bool) -> MailFault {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: return .notNow(.unreachable)
        case CURLE_OPERATION_TIMEDOUT: return .notNow(.tooSlow)
        case CURLE_LOGIN_DENIED: return .notNow(.loginRefused)
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER:
            return .notNow(.insecure)
        case CURLE_SEND_ERROR where (500...599).contains(answer) && answer != 530: return .refused(answer)
        case CURLE_WEIRD_SERVER_REPLY where (500...599).contains(answer) && wentThrough: return .refused(answer)
        default: return .notNow(.answered(answer))
        }
    }
}
