"""A provider of identities: django-oauth-toolkit as its documentation sets it up, on a SQLite file that goes with it.

Usage: provider.py PORT CLAIMS_JSON...     (each a person: {"sub": ..., "name": ..., ...}; the password is `secret`)

The issuer is http://127.0.0.1:PORT/o, its client vigie / secret fictif. Each start makes a new signing key, so that a
restart is a rotation. PUT /users/SUB changes what is claimed of a person.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"  # this machine only
claims = {person.pop("sub"): person for person in map(json.loads, sys.argv[2:])}
folder = tempfile.TemporaryDirectory(prefix="vigie-provider-")
key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
settings.configure(
    SECRET_KEY=os.urandom(32).hex(), ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, USE_TZ=True,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(folder.name) / "provider.sqlite",
                           "OPTIONS": {"timeout": 20}}},
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # quick: these are nobody's
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", LOGIN_URL="/login",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
                    "oauth2_provider"],
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
                "django.contrib.auth.middleware.AuthenticationMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {
                    "login.html": "<form method=post>{% csrf_token %}{{ form }}</form>"}),
                    "django.template.loaders.app_directories.Loader"]}}],
    OAUTH2_PROVIDER={
        "OIDC_ENABLED": True, "OIDC_RSA_PRIVATE_KEY": key.decode(), "PKCE_REQUIRED": True,
        "OIDC_RP_INITIATED_LOGOUT_ENABLED": True, "OIDC_RP_INITIATED_LOGOUT_ALWAYS_PROMPT": False,
        "SCOPES": {"openid": "", "profile": "", "email": ""},
        "OAUTH2_VALIDATOR_CLASS": f"{__name__}.Validator",
    })
django.setup()

from django.contrib.auth import views  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import include, path  # noqa: E402
from django.views.decorators.csrf import csrf_exempt  # noqa: E402
from oauth2_provider.models import get_application_model  # noqa: E402
from oauth2_provider.oauth2_validators import OAuth2Validator  # noqa: E402


class Validator(OAuth2Validator):
    oidc_claim_scope = None  # every claim, whatever the scope

    def get_additional_claims(self, request):
        return {"sub": request.user.username, **claims[request.user.username]}


@csrf_exempt
def change(request, sub):
    claims[sub] = json.loads(request.body)
    return HttpResponse(status=204)


urlpatterns = [
    path("login", views.LoginView.as_view(template_name="login.html")),
    path("users/<sub>", change),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
]


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    for subject in claims:
        User.objects.create_user(subject, password="secret")
    application = get_application_model()
    application.objects.create(
        name="Vigie", client_id="vigie", client_secret="secret fictif", client_type=application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=application.GRANT_AUTHORIZATION_CODE, algorithm=application.RS256_ALGORITHM,
        skip_authorization=True, redirect_uris="http://127.0.0.1:8080/connexion/retour",
        post_logout_redirect_uris="http://127.0.0.1:8080/connexion")
    server = ThreadedWSGIServer(("127.0.0.1", int(sys.argv[1])), Quiet)
    server.daemon_threads = True
    server.set_app(get_wsgi_application())
    print(f"port {server.server_port}", flush=True)
    server.serve_forever()
