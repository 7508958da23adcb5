error-gateway-unknown = No payment provider called “{ $gateway }” is connected here.
error-reconciliation-days = Choose between 1 and 400 days.
error-reconciliation-unknown = There is no such comparison with a payment provider in this shop.
error-reconciliation-finished = This comparison is finished already. Start a new one.
error-discrepancy-unknown = There is no such difference in this shop.
error-discrepancy-closed = This difference has been closed meanwhile. Reload to see how.
error-discrepancy-not-taken-over = The provider's word would change nothing here: compare both sides, then mark the difference as seen to.
error-discrepancy-not-asked = This refund is not waiting for an answer, so there is nothing to ask.
