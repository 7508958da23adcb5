# Words all faces share
ui-skip = Skip to content
ui-close = Close
ui-busy = One moment…
ui-copy = Copy
ui-copied = Copied
ui-search = Search
ui-language = Language
ui-foot = About this shop
ui-crumbs = Where you are
ui-pager = Other pages
ui-pager-newer = Newer
ui-pager-older = Older
ui-trace = Why this decision?
ui-progress = Step { $at } of { $of }
ui-moment-next = (still to come)

ui-field-optional = (optional)
ui-field-error = Error:
ui-errors-title =
    { $count ->
        [one] One thing needs correcting
       *[other] { $count } things need correcting
    }

ui-stepper-less = One fewer: { $item }
ui-stepper-more = One more: { $item }
ui-stepper-of = of { $max }
ui-money-was = instead of

ui-clock-left-days =
    { $count ->
        [one] one day left
       *[other] { $count } days left
    }
ui-clock-left-hours =
    { $count ->
        [one] one hour left
       *[other] { $count } hours left
    }
ui-clock-left-minutes =
    { $count ->
        [0] under a minute left
        [one] one minute left
       *[other] { $count } minutes left
    }
ui-clock-late-days =
    { $count ->
        [one] one day late
       *[other] { $count } days late
    }
ui-clock-late-hours =
    { $count ->
        [one] one hour late
       *[other] { $count } hours late
    }
ui-clock-late-minutes =
    { $count ->
        [0] due just now
        [one] one minute late
       *[other] { $count } minutes late
    }

ui-drop-choose =
    { $most ->
        [one] Choose a file
       *[other] Choose files
    }
ui-drop-or =
    { $most ->
        [one] or drop it here
       *[other] or drop them here
    }
ui-drop-remove = Remove
ui-drop-too-large = Each file can be at most { $megabytes } MB. Take a smaller photo, or choose another one.
ui-drop-too-many =
    { $most ->
        [one] One file is enough: we kept the first.
       *[other] At most { $most } files: we kept the first ones.
    }

# Refusals
ui-refused-start = Back to the start
ui-refused-write = Write to us
ui-refused-logout = Log out
ui-refused-title-unknown = There is no such page
ui-refused-title-forbidden = This page is not open to you
ui-refused-title-moved-on = Things changed in the meantime
ui-refused-title-too-often = A little patience
ui-refused-again = Back to the page before
ui-refused-title-too-large = This is more than we can carry
ui-refused-title-invalid = We could not make sense of this request
ui-refused-unknown = The address may be incomplete, or the link too old. Nothing is lost: start again from the beginning.
ui-refused-forbidden = Your account cannot open this page.
ui-refused-stale = The page stayed open too long to be sent safely. Go back, reload it, and send it again.
ui-refused-malformed = The request arrived incomplete. Go back and try again.
ui-refused-too-often = Too many tries in a short time. Wait a few minutes, then try again.

error-page-unknown = The address may be incomplete, or the link too old. Nothing is lost: start again from the beginning.
error-request-malformed = The request arrived incomplete. Go back and try again.
error-body-too-large = One request can carry at most { $megabytes } MB. Send fewer photos, or smaller ones.
error-nul-byte = The request holds an invisible character that cannot be stored. Delete the pasted text and type it again.
ui-scale-1 = Very bad
ui-scale-2 = Bad
ui-scale-3 = All right
ui-scale-4 = Good
ui-scale-5 = Very good
