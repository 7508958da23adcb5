"""How does the provider say no? With Stripe's error object and the status that goes with it."""


class Problem(Exception):
    """One refusal. `kind` is Stripe's error `type`; `code` and `param` are left out of the answer when empty."""

    def __init__(self, status: int, kind: str, message: str, *, code: str = "", param: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.message = message
        self.code = code
        self.param = param

    def body(self) -> dict[str, object]:
        told = {"code": self.code, "message": self.message, "param": self.param, "type": self.kind}
        return {"error": {name: value for name, value in told.items() if value}}


def invalid(message: str, *, code: str = "", param: str = "", status: int = 400) -> Problem:
    return Problem(status, "invalid_request_error", message, code=code, param=param)


def missing(param: str) -> Problem:
    return invalid(f"Missing required param: {param}.", code="parameter_missing", param=param)


def unknown(thing: str, name: str, *, param: str = "id") -> Problem:
    return invalid(f"No such {thing}: '{name}'", code="resource_missing", param=param, status=404)


def other_parameters(key: str) -> Problem:
    sentence = (
        "Keys for idempotent requests can only be used with the same parameters they were first used with. "
        f"Try using a key other than '{key}' if you meant to execute a different request."
    )
    return Problem(400, "idempotency_error", sentence)


def in_flight(key: str) -> Problem:
    sentence = f"Another request with the idempotency key '{key}' is still being worked on. Try again shortly."
    return Problem(409, "idempotency_error", sentence, code="idempotency_key_in_use")


def too_many() -> Problem:
    return invalid("Request rate limit exceeded. Slow down and try again.", code="rate_limit", status=429)


def broken() -> Problem:
    return Problem(500, "api_error", "Something went wrong on the provider's side.")


def declined() -> Problem:
    return Problem(402, "card_error", "Your card was declined.", code="card_declined", param="payment_method")


def wrong_state(thing: str, status: str, verb: str, needed: str) -> Problem:
    sentence = f"This {thing} could not be {verb} because it has a status of {status}. Only {needed} can be."
    return invalid(sentence, code="payment_intent_unexpected_state")
