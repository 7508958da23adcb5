"""How is the house bird drawn? A linnet: round, brown, red-breasted, with a thread in its beak when it works."""

from volte.project.demo.pictures import paint as brush

_BODY = "M22 58Q22 30 52 26Q84 28 92 58Q94 84 66 90Q30 90 22 58Z"


def linnet(how: str, *, thread: bool = False) -> str:
    """The bird on a square of about 110, facing left; `how` is an SVG transform."""
    tail = brush.shape("M84 66L124 80L118 90L78 84Z", "#5d4538")
    legs = brush.line("M54 88v12M64 88v12", "#5d4538", 3)
    wing = brush.shape("M56 46Q92 44 104 78Q72 84 56 46Z", "#7b5a46") + brush.line("M68 58q16 4 26 16", "#a5826a", 3)
    head = brush.dot(40, 34, 20, "#a58b78") + brush.shape("M22 34Q22 18 38 15Q34 28 22 34Z", "#c2452f")
    face = brush.shape("M22 32L8 38L22 42Z", "#4a3a33") + brush.dot(34, 32, 3, "#2b1d1d")
    string = brush.line("M8 38Q-4 66 18 84T14 112", "#c2452f", 3) if thread else ""
    body = brush.shape(_BODY, "#a88368") + brush.shape("M21 50Q34 44 44 56Q50 76 40 88Q20 78 21 50Z", "#cf5a42")
    return brush.moved(legs + tail + body + wing + head + face + string, how)
