staff-policy-part-published = In force
staff-policy-part-draft = Draft
staff-policy-part-publication = Publish
staff-policy-lead = What you promise when something comes back. An order keeps the policy of the day it was placed.
staff-policy-none = No policy has been published yet
staff-policy-none-more = Begin with the text a new shop starts from, and change what you like.
staff-policy-begin = Begin a draft
staff-policy-number = Version { $number }
staff-policy-since = In force since
staff-policy-by = Published by
staff-policy-by-nobody = the set-up
staff-policy-hash = Fingerprint of the text
staff-policy-customers = Read it as customers do
staff-policy-says = What holds unless a rule says otherwise
staff-policy-rules = { $count ->
    [0] No rules: this holds for everything.
    [one] One rule says where it is different.
   *[other] { $count } rules say where it is different.
}
staff-policy-document = The document as it was written
staff-policy-versions = All versions
staff-policy-version = Version
staff-policy-published-on = Published
staff-policy-state = State
staff-policy-holds = In force
staff-policy-past = Earlier
staff-policy-differences = What changed
staff-policy-draft-waits = A draft is being worked on
staff-policy-draft-saved = Saved by { $name }, { $at }.
staff-policy-draft-go = Go on with the draft
staff-policy-draft-new = Change the policy
staff-policy-again = Take this version up again
staff-policy-again-lead = Its text becomes the draft. Nothing changes for customers until you publish it.
staff-policy-again-taken = A draft is being worked on. Publish or discard it first.
staff-policy-taken-up = The text of version { $number } is now the draft.
staff-policy-compare = Compare two versions
staff-policy-compare-title = From version { $before } to version { $after }
staff-policy-compare-from = From version
staff-policy-compare-to = to version
staff-policy-compare-go = Compare
staff-policy-compare-same = They decide alike: only comments or spelling differ.
staff-policy-compare-field = What
staff-policy-compare-before = Before
staff-policy-compare-after = After
staff-policy-compare-terms = What holds for everything
staff-policy-compare-rules = Rules
staff-policy-rule-added = New
staff-policy-rule-removed = Gone
staff-policy-rule-changed = Changed
staff-policy-rule-moved = Read at another place
staff-policy-rule-conditions = It now fires for something else: its conditions have changed.
staff-policy-draft-lead = Nothing changes for customers until you publish.
staff-policy-draft-behind = Version { $number } was published since this draft was begun. What changed there is not in it.
staff-policy-text = The policy as text
staff-policy-text-help = TOML. Every term and every fact is listed in the reference of policies. Comments stay.
staff-policy-save = Save the draft
staff-policy-saved = The draft is saved.
staff-policy-theirs = What stands there now, saved by { $name }
staff-policy-overwrite = Save mine all the same
staff-policy-discard = Discard the draft
staff-policy-discard-lead = What holds today stays as it is. The text of the draft is gone.
staff-policy-discarded = The draft is discarded.
staff-policy-findings = What the check says
staff-policy-findings-none = Nothing stands against publishing this.
staff-policy-problems = This is no policy yet
staff-policy-problems-lead = { $count ->
    [one] One place cannot be read.
   *[other] { $count } places cannot be read.
}
staff-policy-blocked = { $count ->
    [one] One term stands below the law or makes no sense: it has to change before you publish.
   *[other] { $count } terms stand below the law or make no sense: they have to change before you publish.
}
staff-policy-open = It can be published.
staff-policy-level-blocks = Must change
staff-policy-level-warns = Probably not meant
staff-policy-level-notes = Good to know
staff-policy-line = line { $line }:
staff-policy-found = There stands: { $found }
staff-policy-unverified = nobody has compared this article with its text yet
staff-policy-publish-lead = What you publish holds for orders placed from then on, and can never be changed: a later version takes its place.
staff-policy-publish-nothing = There is no draft to publish
staff-policy-publish-same = The draft decides like what holds today.
staff-policy-publish-first = This will be your first policy.
staff-policy-publish-changes = What will change
staff-policy-publish-now = Publish now
staff-policy-published = Version { $number } is published.
staff-policy-notes = { $count ->
    [one] Good to know: one remark
   *[other] Good to know: { $count } remarks
}
staff-policy-part-try = Try it
staff-policy-try = Try it on an order
staff-policy-try-lead = A real order, asked for today with a reason you suppose. Nothing is saved, and the customer hears nothing.
staff-policy-try-order = Order number
staff-policy-try-reason = Reason
staff-policy-try-condition = State of the item
staff-policy-try-none = Not said
staff-policy-try-go = Show the answer
staff-policy-try-placed = Order { $number }, placed on { $at }.
staff-policy-try-keeps = It keeps version { $number }; here it is decided as if it were placed under each of these:
staff-policy-try-unread = The draft cannot be read yet, so it answers nothing.
staff-policy-try-no-draft = There is no draft: this is what holds today.
staff-policy-try-other = Another answer
staff-policy-try-now = In force, version { $number }
