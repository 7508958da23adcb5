"""Django's settings, from the environment. Every variable is described in docs/reference/settings.md."""

import os
from pathlib import Path

from volte.project import database

VOLTE_HOME = Path(os.environ.get("VOLTE_HOME", "var")).resolve()
# Several machines share one folder of files; everything else in a home is a machine's own.
FILES = Path(os.environ.get("VOLTE_FILES") or VOLTE_HOME / "files").resolve()
DEBUG = False
TESTING = os.environ.get("VOLTE_TESTING") == "1"
SECRET_KEY = database.secret_key(VOLTE_HOME)
SECRET_KEY_FALLBACKS = database.secret_keys_before()
PUBLIC_URL = os.environ.get("VOLTE_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = os.environ.get("VOLTE_HOSTS", "127.0.0.1,localhost,testserver").split(",")
HTTPS = PUBLIC_URL.startswith("https://")
TRUSTED_PROXIES = os.environ.get("VOLTE_TRUSTED_PROXIES", "")
METRICS_TOKEN = os.environ.get("VOLTE_METRICS_TOKEN", "")
METRICS_FROM = os.environ.get("VOLTE_METRICS_FROM", "127.0.0.1/32, ::1/128")
# Empty: in VOLTE_HOME. Several machines share this folder as they share FILES.
FACTS = os.environ.get("VOLTE_FACTS", "")
DEMO_SHOP = os.environ.get("VOLTE_DEMO_SHOP", "")

AREAS = (
    "runtime",
    "catalogue",
    "law",
    "policy",
    "logistics",
    "warehouse",
    "money",
    "risk",
    "messages",
    "webhooks",
    "withdrawals",
    "returns",
    "insights",
    "privacy",
    "dossiers",
    "web",
    "api",
    "project",
)
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_cotton",
    "django_htmx",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(f"volte.{area}" for area in AREAS),
]

MIDDLEWARE = [
    "volte.project.watching.requests.watched",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "volte.web.middleware.edge",
    "volte.api.edge.problems_only",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "volte.web.middleware.faces",
]

ROOT_URLCONF = "volte.project.urls"
WSGI_APPLICATION = "volte.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "volte.web.shared.context.face",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "volte.web.templatetags.volte"],
        },
    }
]
COTTON_DIR = "components"

DATABASES = {"default": database.connection(VOLTE_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "volte_runtime.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "volte.web.staff.accounts.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
LOGIN_URL = "/staff/login/"
LOGIN_REDIRECT_URL = "/staff/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/staff/login/"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]

STATIC_URL = "/static/"
STATIC_ROOT = VOLTE_HOME / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 31_536_000 if not TESTING else 0
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "volte.project.statics.Hashed"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_ENGINE = "django.contrib.sessions.backends.db"
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
# Said to those who came by HTTPS: next time come by HTTPS at once. Without subdomains: they are not ours.
SECURE_HSTS_SECONDS = int(os.environ.get("VOLTE_HSTS_SECONDS", "31536000")) if HTTPS else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

EMAIL_HOST = os.environ.get("VOLTE_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("VOLTE_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("VOLTE_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("VOLTE_SMTP_PASSWORD", "")
# `1` and `0` are how STARTTLS and none were called before there were three.
SMTP_TLS = {"1": "starttls", "0": "none"}.get(
    os.environ.get("VOLTE_SMTP_TLS", ""), os.environ.get("VOLTE_SMTP_TLS", "")
)
EMAIL_USE_TLS = SMTP_TLS in ("", "starttls")
EMAIL_USE_SSL = SMTP_TLS == "tls"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("VOLTE_MAIL_FROM", "retours@localhost")

PSP_URL = os.environ.get("VOLTE_PSP_URL", "http://127.0.0.1:8001")
PSP_KEY = os.environ.get("VOLTE_PSP_KEY", "sk_test_volte")
PSP_WEBHOOK_SECRET = os.environ.get("VOLTE_PSP_WEBHOOK_SECRET", "")

STRIPE_KEY = os.environ.get("VOLTE_STRIPE_KEY", "")
STRIPE_WEBHOOK_SECRET = os.environ.get("VOLTE_STRIPE_WEBHOOK_SECRET", "")
# Empty: Stripe itself. Another address speaks its language, such as the simulator.
STRIPE_URL = os.environ.get("VOLTE_STRIPE_URL", "")

# A worker silent for so long is taken for dead, and what it had in hand given to others. Below fifteen seconds a call
# to a payment provider that takes its time would look like a death.
SILENT_SECONDS = max(15, int(os.environ.get("VOLTE_SILENT_SECONDS", "30")))

WEBHOOKS_ALLOW = os.environ.get("VOLTE_WEBHOOKS_ALLOW", "")

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOG_LEVEL = os.environ.get("VOLTE_LOG_LEVEL", "WARNING")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "volte.runtime.journal.JsonLines"},
        "lines": {"()": "volte.runtime.journal.Lines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if os.environ.get("VOLTE_LOG_FORMAT") == "json" else "lines",
        }
    },
    # These tell everything they are given: arguments of jobs, addresses with keys, statements with values.
    "loggers": {
        name: {"level": "WARNING"}
        for name in ("procrastinate", "httpx", "httpcore", "django.db.backends", "urllib3", "fontTools", "PIL")
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
