"""Other systems: shops, payment providers, carriers. Each implements a port of an area below."""
