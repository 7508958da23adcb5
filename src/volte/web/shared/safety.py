"""What a page of ours may load and where its forms may lead."""


def policy(*, forms_to: str = "") -> str:
    """The Content-Security-Policy; `forms_to` is one more origin a form may end at, such as a payment page's."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "manifest-src 'self'",
            f"form-action 'self' {forms_to}".strip(),
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )
