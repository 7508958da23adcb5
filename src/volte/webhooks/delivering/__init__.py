"""From the feed to the receivers: fan out, take, try, write down. One loop a worker (see `office`)."""
