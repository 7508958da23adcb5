"""Our icons: 24 by 24, one stroke, round ends, in the colour of the words beside them."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

# From very bad to very good: the mouth says it.
_FACE = '<circle cx="12" cy="12" r="9"/><path d="M9 9.6v.4M15 9.6v.4"/>'
_MOUTHS = {
    1: "M8 16.6c1.2-1.9 2.6-2.8 4-2.8s2.8.9 4 2.8",
    2: "M8.4 16c1.1-1 2.3-1.5 3.6-1.5s2.5.5 3.6 1.5",
    3: "M8.5 15.2h7",
    4: "M8.4 14.6c1.1 1 2.3 1.5 3.6 1.5s2.5-.5 3.6-1.5",
    5: "M7.8 13.8c1.2 2.2 2.6 3.2 4.2 3.2s3-1 4.2-3.2z",
}
PATHS: dict[str, str] = {
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "good": '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.8 2.8L16 9.8"/>',
    "wait": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.3 2"/>',
    "act": '<path d="M12 3.5 2.8 19.5h18.4z"/><path d="M12 10v4M12 16.8v.2"/>',
    "stop": '<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"/><path d="m9 9 6 6M15 9l-6 6"/>',
    "plain": '<circle cx="12" cy="12" r="3.5"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "minus": '<path d="M5 12h14"/>',
    "next": '<path d="m9 5 7 7-7 7"/>',
    "back": '<path d="m15 5-7 7 7 7"/>',
    "down": '<path d="m5 9 7 7 7-7"/>',
    "up": '<path d="M12 19V5M6 11l6-6 6 6"/>',
    "arrow": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "turn": '<path d="M4 9h11a5 5 0 0 1 0 10H9"/><path d="M8 5 4 9l4 4"/>',
    "chart": '<path d="M4 20h16"/><path d="M7 16v-4M12 16V6M17 16V9"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "sound": '<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>',
    "mute": '<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4z"/><path d="m16 9.5 5 5M21 9.5l-5 5"/>',
    "keyboard": '<rect x="3" y="6" width="18" height="12" rx="1.5"/><path d="M6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1"/>'
    '<path d="M7.5 14h9"/>',
    "camera": '<path d="M4 8h3.2l1.6-2.5h6.4L16.8 8H20v11H4z"/><circle cx="12" cy="13" r="3.4"/>',
    "picture": '<rect x="3.5" y="4.5" width="17" height="15" rx="1.5"/><path d="m4 17 5-5 4 4 3-2.5 4 3.5"/>'
    '<circle cx="15.5" cy="9" r="1.4"/>',
    "box": '<path d="m12 3 8.5 4.5v9L12 21l-8.5-4.5v-9z"/><path d="m3.5 7.5 8.5 4.5 8.5-4.5M12 12v9"/>',
    "truck": '<path d="M2.5 6h11v10h-11zM13.5 9.5h4l4 3.5v3h-8"/><circle cx="7" cy="17.5" r="1.8"/>'
    '<circle cx="17" cy="17.5" r="1.8"/>',
    "store": '<path d="M4 10v10h16V10M3 10l2-6h14l2 6z"/><path d="M9 20v-6h6v6"/>',
    "home": '<path d="m3.5 11 8.5-7 8.5 7"/><path d="M6 9.5V20h12V9.5"/>',
    "pin": '<path d="M12 21s7-6.2 7-11.2A7 7 0 0 0 5 9.8C5 14.8 12 21 12 21z"/><circle cx="12" cy="9.8" r="2.4"/>',
    "mail": '<rect x="3.5" y="5" width="17" height="14" rx="1.5"/><path d="m4 7 8 6 8-6"/>',
    "message": '<path d="M4 5h16v11h-9l-4.5 4V16H4z"/>',
    "label": '<path d="M4 4h9l7.5 7.5-9 9L4 13z"/><circle cx="8.5" cy="8.5" r="1.3"/>',
    "print": '<path d="M7 8V3.5h10V8M7 17H4V8.5h16V17h-3"/><path d="M7 14h10v6.5H7z"/>',
    "scan": '<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"/>',
    "phone": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/>',
    "card": '<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="M3 10h18M6.5 15h3"/>',
    "credit": '<path d="M4 9h16v11H4zM3 6h18v3H3zM12 6v14"/><path d="M12 6c-2-3-6-3-5.5 0M12 6c2-3 6-3 5.5 0"/>',
    "swap": '<path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4"/>',
    "repair": '<path d="m4.5 20 9-9"/><path d="M17.5 3.5 14 7l3 3 3.5-3.5a5 5 0 0 1-7 6 5 5 0 0 1 4-9z"/>',
    "heart": '<path d="M12 20S4 15 4 9.5A4.3 4.3 0 0 1 12 7.3a4.3 4.3 0 0 1 8 2.2C20 15 12 20 12 20z"/>',
    "leaf": '<path d="M5 19C4 10 10 5 20 4c0 10-5 16-13 14"/><path d="M5 20c2-5 5-8 9-10"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
    "people": '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4"/>'
    '<path d="M18 14.5a6.5 6.5 0 0 1 3.5 5.5"/>',
    "key": '<circle cx="8" cy="15.5" r="4.5"/><path d="m11.5 12.5 8-8M16 8l3 3"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>',
    "settings": '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2.2"/>'
    '<circle cx="9" cy="17" r="2.2"/>',
    "list": '<path d="M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.1M4 12h.1M4 18h.1"/>',
    "inbox": '<path d="M4 13.5 6.5 5h11L20 13.5V19H4z"/><path d="M4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20"/>',
    "brush": '<path d="M19.5 4.5c-5 2-9 6-10.5 9l2 2c3-1.5 6.5-6 8.5-11z"/>'
    '<path d="M8.5 14c-3 0-2.5 4-5 5 3 1.5 8 .5 7-3.5"/>',
    "out": '<path d="M10 4H5v16h5M10 12h10M16 8l4 4-4 4"/>',
    "external": '<path d="M9 5H5v14h14v-4M13 4h7v7M20 4l-9 9"/>',
    "copy": '<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="1.5"/><path d="M15 8V4H4v11h4"/>',
    "download": '<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15"/>',
    "bin": '<path d="M4.5 7h15M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5"/>',
    "pen": '<path d="m4 20 1-4.5L16.5 4l3.5 3.5L8.5 19z"/><path d="m14 6.5 3.5 3.5"/>',
    "calendar": '<rect x="4" y="5.5" width="16" height="15" rx="1.5"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/>',
    "scale": '<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z"/>',
    "policy": '<path d="M6 3.5h9l4 4v13H6z"/><path d="M14.5 3.5V8H19M9 12h7M9 16h5"/>',
    "question": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 16.7v.2"/>',
    **{f"face-{score}": f'{_FACE}<path d="{mouth}"/>' for score, mouth in _MOUTHS.items()},
}


@lru_cache
def svg(name: str, *, size: int = 20) -> SafeString:
    """An inline SVG that says nothing to screen readers. An unknown name is a fault in a template: KeyError."""
    drawn = (
        f'<svg class="icon" viewBox="0 0 24 24" width="{size}" height="{size}" fill="none" stroke="currentColor" '
        f'stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        f"{PATHS[name]}</svg>"
    )
    return mark_safe(drawn)  # noqa: S308  # our own drawings only
