"""What a customer's history says, with its sample size: signals, reasons, and at most a suggestion of friction.

It never decides and never goes below the law: policy may ask it, and a shop may switch it off. It must never know
what a return is made of, or how one ends.
"""
