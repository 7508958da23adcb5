"""What does the house show on its door? The linnet with its thread, beside the name."""

from volte.project.demo.pictures import birds

_INK = "#3a2622"


def full() -> str:
    """The bird, its thread and the name, as one wide SVG; the letters are text in the reader's serif."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 112" role="img"><title>Linotte &amp; Fils</title>'
        f"{birds.linnet('translate(4 0) scale(.98)')}"
        '<path d="M12 38Q-2 78 26 92T96 100H446" fill="none" stroke="#c2452f" stroke-width="3" stroke-linecap="round"/>'
        f'<text x="136" y="74" font-family="Georgia, \'Times New Roman\', serif" font-size="50" fill="{_INK}">'
        'Linotte <tspan fill="#c2452f" font-style="italic">&amp;</tspan> Fils</text></svg>'
    )
