"""How much CO2e does a way back cause? Always a range, always an estimate, always with its source.

    E = mass (t) x sum of (km of a leg x factor of the leg) + first mile

The first mile decides: walking to a drop-off point costs nothing, driving there costs more than the whole lorry. So the
low end is the shopper on foot or on the way, the high end a car trip made for the parcel alone (ADEME 2023: about one
pick-up in three is such a trip). Packaging is left out: a return reuses the box it came in, and for a new one there is
no factor with a source. No wording of neutrality may be built on these figures (Directive (EU) 2024/825).
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from volte.kit.words import Method

FACTOR_SET = "DESNZ 2026, ADEME 2022-2023"


@dataclass(frozen=True, slots=True)
class Between:
    """A low and a high value of the same unit."""

    low: Fraction
    high: Fraction


# g CO2e per tonne-kilometre: lorry, average load (DESNZ 2026; ADEME Base Carbone 2022), and delivery van (DESNZ 2026).
LORRY = Between(Fraction("103.6"), Fraction(105))
VAN = Between(Fraction(635), Fraction(635))
# g CO2e for one stop of a collection round: 0.250 to 0.318 kg a km (DEFRA 2024, DESNZ 2026), one km a stop.
VAN_STOP = Between(Fraction(250), Fraction(318))
# g CO2e a kilometre of a private car.
CAR = Fraction(200)


@dataclass(frozen=True, slots=True)
class Trip:
    """What is known or assumed about the way: grams of parcel, kilometres of each leg, kilometres of a car trip made
    only to hand the parcel over. The defaults are a national return of average weight."""

    weight_g: int = 1000
    lorry_km: int = 400
    van_km: int = 15
    car_km: int = 4


@dataclass(frozen=True, slots=True)
class Estimate:
    """Grams of CO2e, rounded outwards to ten so that no false precision is shown; and where the factors come from."""

    low_g: int
    high_g: int
    source: str = FACTOR_SET


def estimate(*, method: Method, trip: Trip) -> Estimate:
    """The range for one parcel sent back this way. Worked example: 1.5 kg over 400 km by lorry and 15 km by van is
    76 to 77 g before the first mile; a car trip of 4 km adds 800 g."""
    lorry, van = _freight(trip, LORRY, trip.lorry_km), _freight(trip, VAN, trip.van_km)
    car = CAR * trip.car_km
    match method:
        case Method.DROP_OFF | Method.MAIL:
            return _rounded(lorry.low + van.low, lorry.high + van.high + car)
        case Method.STORE:
            # What a shop can sell again stays there; else it travels to the warehouse like any parcel.
            return _rounded(Fraction(0), lorry.high + car)
        case Method.PICKUP:
            return _rounded(lorry.low + VAN_STOP.low, lorry.high + van.high + VAN_STOP.high)
        case Method.KEEP:
            return Estimate(0, 0)
        case _:
            assert_never(method)


def _freight(trip: Trip, factor: Between, kilometres: int) -> Between:
    tonnes = Fraction(trip.weight_g, 1_000_000)
    return Between(tonnes * kilometres * factor.low, tonnes * kilometres * factor.high)


def _rounded(low: Fraction, high: Fraction) -> Estimate:
    return Estimate(int(low // 10) * 10, int(-(-high // 10)) * 10)
