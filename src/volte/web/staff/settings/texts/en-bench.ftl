# Settings: the bench
staff-settings-bench = Inspection
staff-bench-lead = What whoever inspects the goods decides without the desk.
staff-bench-alone = Taken off for use without asking, per article
staff-bench-alone-help = Up to this amount a deduction proposed at the bench, with its photos, is final and the rest is paid at once. Above it, or while this is empty, an agent decides. The customer can object either way.
