"""Payment providers: one folder each, all alike, behind money's port `RefundGateway`."""
