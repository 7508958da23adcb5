"""Ways to send mail: `smtp` through the shop's mail server, `shelf` when there is none."""
