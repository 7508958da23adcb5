"""What does the house show on its door? The linnet with its thread, alone or beside the name."""

from volte.project.demo.pictures import birds

_INK = "#3a2622"


def mark(*, size: int = 64) -> str:
    """The bird on a round patch of cloth, as a square SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 128 128" role="img">'
        '<title>Linotte &amp; Fils</title><circle cx="64" cy="64" r="64" fill="#f6e7d5"/>'
        '<circle cx="64" cy="64" r="57" fill="none" stroke="#a8402d" stroke-width="2" stroke-dasharray="6 5"/>'
        f"{birds.linnet('translate(14 16) scale(.88)', thread=True)}</svg>"
    )


def full() -> str:
    """The bird, its thread and the name, as one wide SVG; the letters are text in the reader's serif."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 112" role="img"><title>Linotte &amp; Fils</title>'
        f"{birds.linnet('translate(4 0) scale(.98)')}"
        '<path d="M12 38Q-2 78 26 92T96 100H446" fill="none" stroke="#c2452f" stroke-width="3" stroke-linecap="round"/>'
        f'<text x="136" y="74" font-family="Georgia, \'Times New Roman\', serif" font-size="50" fill="{_INK}">'
        'Linotte <tspan fill="#c2452f" font-style="italic">&amp;</tspan> Fils</text></svg>'
    )
