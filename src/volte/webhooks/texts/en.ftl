# Refusals
error-webhook-unknown = There is no such webhook, or there is none any more.
error-delivery-unknown = There is no such delivery, or it is no longer kept.
error-webhooks-too-many = { $most } webhooks at most. Remove one that is no longer needed.
error-webhook-url-invalid = This address will not do. Write it in full, such as https://shop.example/volte, without a user name or password.
error-webhook-url-too-long = This address is too long: { $longest } characters at most.
error-webhook-url-unencrypted = This address is not encrypted. Use one that begins with https.
error-webhook-url-private = This address leads into a private network. Use a public one, or ask whoever runs the installation to allow that network (VOLTE_WEBHOOKS_ALLOW).
error-webhook-paused = This webhook is paused. Resume it first.
error-delivery-under-way = This delivery is on its way: it is tried within two minutes.

# How a try ended
webhook-outcome-taken = Received
webhook-outcome-redirected = Sent elsewhere: redirects are not followed
webhook-outcome-gone = The address wants nothing more
webhook-outcome-refused = Refused
webhook-outcome-broken = Fault at the receiver
webhook-outcome-timed-out = No answer in time
webhook-outcome-no-connection = No connection
webhook-outcome-name-unknown = Unknown domain name
webhook-outcome-certificate = Certificate not valid
webhook-outcome-address-refused = The address leads into a private network
webhook-outcome-no-secret = The secret cannot be read any more: rotate it

webhook-delivery-waiting = Waiting
webhook-delivery-taken = Received
webhook-delivery-failed = Given up
webhook-delivery-skipped = Left aside
