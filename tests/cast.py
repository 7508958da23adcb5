"""The one cast of every story: a shop, its people, an order."""

from typing import Any

SETTINGS: dict[str, Any] = {
    "brand": {"name": "Maison Test"},
    "reasons": [
        {"handle": "too-small", "names": {"fr": "Trop petit", "en": "Too small"}, "fault": "customer"},
        {"handle": "changed-mind", "names": {"fr": "J'ai changé d'avis", "en": "Changed my mind"}, "fault": "customer"},
        {"handle": "damaged", "names": {"fr": "Abîmé à l'arrivée", "en": "Damaged on arrival"}, "fault": "carrier"},
        {"handle": "defective", "names": {"fr": "Défectueux", "en": "Defective"}, "fault": "merchant"},
        {"handle": "wrong-item", "names": {"fr": "Mauvais article", "en": "Wrong item"}, "fault": "merchant"},
    ],
    "locations": [
        {"handle": "lyon", "name": "Entrepôt de Lyon", "line1": "3 rue du Quai", "postcode": "69007", "city": "Lyon"},
        {
            "handle": "paris",
            "name": "Boutique",
            "kind": "store",
            "line1": "1 rue Neuve",
            "postcode": "75011",
            "city": "Paris",
        },
    ],
}


def order(number: str = "1001", **changes: Any) -> dict[str, Any]:
    """An order in the public shape: two dresses and a mug, delivered, paid by card."""
    document: dict[str, Any] = {
        "id": number,
        "number": f"#{number}",
        "placed_at": "2026-11-02T09:30:00Z",
        "channel": "online",
        "country": "FR",
        "currency": "EUR",
        "language": "fr",
        "informed_of_withdrawal": True,
        "customer": {
            "id": "c1",
            "email": "camille@example.com",
            "name": "Camille Martin",
            "kind": "consumer",
            "tags": [],
        },
        "shipping_address": {"line1": "5 rue Oberkampf", "postcode": "75011", "city": "Paris", "country": "FR"},
        "lines": [
            {
                "id": "l1",
                "product": "robe-ines",
                "sku": "ROBE-M",
                "title": "Robe Inès",
                "quantity": 2,
                "unit_price": 4999,
                "discount": 1000,
                "taxes": [{"rate": "20 %"}],
                "tax_included": True,
                "unit_cost": 1800,
                "category": ["Femme", "Robes"],
                "options": {"size": "M"},
                "weight_g": 400,
            },
            {
                "id": "l2",
                "product": "tasse",
                "sku": "TASSE",
                "title": "Tasse",
                "quantity": 1,
                "unit_price": 1500,
                "taxes": [{"rate": "20 %"}],
                "category": ["Maison", "Table"],
                "weight_g": 300,
            },
        ],
        "discounts": [{"code": "NOEL", "amount": 1500}],
        "shipping": {"price": 690, "standard_price": 490, "taxes": [{"rate": "20 %"}]},
        "payments": [
            {
                "id": "p1",
                "kind": "card",
                "gateway": "simulator",
                "reference": "ch_1",
                "amount": 9688,
                "status": "captured",
            }
        ],
        "refunds": [],
        "shipments": [
            {
                "id": "s1",
                "lines": [{"line": "l1", "quantity": 2}, {"line": "l2", "quantity": 1}],
                "shipped_at": "2026-11-03T10:00:00Z",
                "delivered_at": "2026-11-05T14:00:00Z",
            }
        ],
    }
    return document | changes
