"""Where orders come from: one folder a system or format, each an OrderSource of the catalogue."""
