"""oidc-provider-mock with authlib's own check of PKCE (RFC 7636) switched on.

Usage: provider.py PORT CLAIMS_JSON...     (each a user: {"sub": ..., "name": ..., ...})
Each start makes a new signing key, so that a restart is a rotation.
"""

import json
import os
import sys

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # this machine only

import oidc_provider_mock._app as mock
from authlib.oauth2.rfc7636 import CodeChallenge
from oidc_provider_mock._storage import User

challenges = {}


class Grant(mock.AuthorizationCodeGrant):
    def save_authorization_code(self, code, request):
        super().save_authorization_code(code, request)
        challenges[code] = (
            request.payload.data["code_challenge"],
            request.payload.data.get("code_challenge_method", "plain"),
        )


class Check(CodeChallenge):
    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def get_authorization_code_challenge(self, authorization_code):
        return challenges[authorization_code.code][0]

    def get_authorization_code_challenge_method(self, authorization_code):
        return challenges[authorization_code.code][1]


class Extension(mock.OpenIDCode):
    def __call__(self, grant):
        super().__call__(grant)
        Check(required=True)(grant)


mock.AuthorizationCodeGrant = Grant
mock.OpenIDCode = Extension

users = [User(sub=claims.pop("sub"), claims=claims) for claims in map(json.loads, sys.argv[2:])]
app = mock.app(require_nonce=True, user_claims=users)

if __name__ == "__main__":
    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", int(sys.argv[1]), app)
    print(f"port {server.server_port}", flush=True)
    server.serve_forever()
