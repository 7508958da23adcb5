"""What a customer's history says, with its sample size.

It never decides: policy may ask it. It must never know what a return is made of, or how one ends.
"""
