"""Where everything is put together: settings, addresses, ports to adapters, events to reactions, the schedule."""
