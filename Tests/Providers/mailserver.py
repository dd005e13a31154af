"""A mail server (aiosmtpd) that keeps what it takes.

Usage: mailserver.py FOLDER [plain|starttls|tls] [USER PASSWORD] [PORT]
Each message becomes FOLDER/NUMBER.json: envelope and content. FOLDER/authority.pem is the certificate to trust.
The local part of a recipient says what happens: refused (550), later (451), slow (taken, answered after ten seconds).
"""

import asyncio
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

import certificates

folder, security = sys.argv[1], (sys.argv[2:] or ["plain"])[0]
user, password = (sys.argv[3:5] + ["", ""])[:2]
port = int(sys.argv[5]) if len(sys.argv) > 5 else 0


def certificate():
    made = certificates.issue("localhost", certificates.LOCAL, is_authority=True)
    made.write(f"{folder}/authority.pem", f"{folder}/key.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/authority.pem", f"{folder}/key.pem")
    return context


class Keeper:
    number = len([name for name in os.listdir(folder) if name.endswith(".json")])

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "refused":
            return "550 5.1.1 No such mailbox"
        if local == "later":
            return "451 4.3.0 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Keeper.number += 1
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "content": envelope.original_content.decode("utf-8", "surrogateescape"),
            "tls": session.ssl is not None or security == "tls",
            "login": session.auth_data.login.decode() if session.auth_data else None,
        }
        path = f"{folder}/{Keeper.number}"
        with open(path + ".part", "w") as file:
            json.dump(kept, file)
        os.rename(path + ".part", path + ".json")
        if envelope.rcpt_tos[0].startswith("slow@"):
            await asyncio.sleep(10)
        if envelope.rcpt_tos[0].startswith("spam@"):
            return "554 5.7.1 Not in this house"
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    right = data.login.decode() == user and data.password.decode() == password
    return AuthResult(success=right, handled=right, auth_data=data if right else None)


async def main():
    tls = certificate() if security != "plain" else None

    def protocol():
        return SMTP(
            Keeper(),
            hostname="mail.example",
            tls_context=tls if security == "starttls" else None,
            require_starttls=security == "starttls",
            authenticator=authenticate if user else None,
            auth_required=bool(user),
            auth_require_tls=security == "starttls",
            enable_SMTPUTF8=False,
        )

    loop = asyncio.get_running_loop()
    listening = await loop.create_server(protocol, "127.0.0.1", port, ssl=tls if security == "tls" else None)
    print("port", listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


asyncio.run(main())
