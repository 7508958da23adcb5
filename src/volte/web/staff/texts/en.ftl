staff-menu = Menu
staff-menu-queue = To handle
staff-menu-floor = Floor
staff-menu-finance = Finance
staff-menu-insights = Insights
staff-menu-policy = Policy
staff-menu-settings = Settings
staff-menu-portal = See the customer pages
staff-logout = Log out
staff-keys = Keyboard shortcuts
staff-key-move = Move through the list
staff-key-open = Open
staff-key-search = Search
staff-key-all = All shortcuts

# Log-in
staff-login-title = Hello
staff-login-lead = Log in to look after the returns of { $shop }.
staff-login-email = E-mail address
staff-login-password = Password
staff-login-remember = Stay logged in on this device
staff-login-go = Log in
staff-login-busy = Logging in…
staff-login-help = Lost your password? An owner of the shop can give you a new way in.
staff-login-failed = This address and this password do not belong together. Check both.
staff-logout-title = Leaving?
staff-logout-lead = What you did is saved.
staff-logout-stay = Stay
staff-code-title = Your second code
staff-code-lead = Open your authenticator app and type the code it shows for Volte. A recovery code works too.
staff-code = Code
staff-code-help = Six digits, or a recovery code
staff-code-go = Continue
staff-again-title = Is it really you?
staff-again-lead = Before you touch the security of your account, show that it is you.
staff-again-go = Confirm
staff-first-title = Choose your password
staff-first-lead = You will use it to log in to { $shop }.
staff-first-expired-title = This link no longer opens
staff-first-expired = It was used already, or more than three days have passed. Ask an owner of the shop for a new one.
staff-first-go = Save this password

# Account
staff-account = Your account
staff-account-done-password = Your password has been changed.
staff-account-done-morning = Your choice has been saved.
staff-account-morning = The morning's mail
staff-account-morning-lead = What is late, due today and within a week, from { $hour } on, in your language.
staff-account-morning-when = When do you want it?
staff-account-morning-every = Every morning, even with nothing to do
staff-account-morning-when-due = On mornings with something to do
staff-account-morning-never = Never
staff-account-morning-save = Save my choice
staff-account-password = Password
staff-account-password-lead = At least ten characters. A short sentence is easier to remember than a complicated word.
staff-account-password-change = Change password
staff-account-second = Second code at log-in
staff-account-second-off = Off: your password is enough to come in.
staff-account-second-on = On: a code from your phone is asked for after the password.
staff-account-second-set = Turn on the second code
staff-account-second-unset = Turn off
staff-account-recovery = See recovery codes
staff-password-title = Change password
staff-password-old = Present password
staff-password-new = New password
staff-password-again = The same once more
staff-password-go = Change password
staff-second-title = Turn on the second code
staff-second-scan = Scan this code with an authenticator app such as Aegis, Google Authenticator or 1Password.
staff-second-qr = QR code to scan with the authenticator app
staff-second-secret = Cannot scan it? Type this key into the app:
staff-second-code = The code the app shows
staff-second-go = Turn on
staff-second-off-title = Turn off the second code?
staff-second-off-lead = Your password will then be enough to come in, and your recovery codes will stop working.
staff-second-off-go = Turn off the second code
staff-recovery-title = Your recovery codes
staff-recovery-lead = Each one stands in for your phone’s code once. Keep them somewhere other than your phone.
staff-recovery-hidden = These codes are no longer shown. Make new ones if you lost them.
staff-recovery-new = Make new codes
staff-recovery-new-title = Make new codes?
staff-recovery-new-lead =
    { $count ->
        [0] The new codes will be shown on the next page.
        [one] Your last unused code will stop working.
       *[other] Your { $count } unused codes will stop working.
    }
staff-back = Back

# Settings
staff-settings-brand = Brand
staff-settings-reasons = Return reasons
staff-settings-locations = Places
staff-settings-packing = Packing advice
staff-settings-members = Team
staff-settings-keys = API keys
staff-settings-save = Save
staff-settings-saved = Saved.
staff-settings-nothing = Change nothing
staff-in-language =
    { $code ->
        [fr] In French
        [en] In English
       *[other] In { $code }
    }

staff-brand-lead = What your customers see on their return pages and in their e-mails.
staff-brand-name = Name of the shop
staff-brand-accent = Accent colour
staff-brand-accent-help = For buttons and links. We adjust what it takes to keep everything readable.
staff-brand-on-light = On light paper
staff-brand-on-dark = On dark paper
staff-brand-contrast = contrast { $ratio } : 1
staff-brand-adjusted = adjusted so that it shows
staff-brand-sample-button = Continue
staff-brand-sample-link = See the label
staff-brand-logo = Logo
staff-brand-logo-help = SVG, PNG, JPEG or WebP, at most 2 MB. Without a logo, the shop’s name takes its place.
staff-brand-logo-now = Present logo
staff-brand-logo-off = Show no logo any more
staff-brand-email = Customer service e-mail
staff-brand-email-help = Given to your customers at the foot of each page.
staff-brand-website = Address of the website

staff-reasons-lead = What your customers can choose, in this order. The most frequent first.
staff-reasons-new = Add a reason
staff-reasons-name = Reason
staff-reasons-name-help = Two or three words, as the customer would say it.
staff-reasons-fault = Whose doing
staff-reasons-fault-help = Together with the law, this decides who pays for the return.
staff-reasons-major = Is it a major fault?
staff-reasons-major-help = Only for faults. Some laws (in Australia) let the customer choose a refund at once for a fault so grave that nobody would have bought the article knowing it.
staff-reasons-major-unsaid = It depends on the case
staff-reasons-major-yes = Yes, always
staff-reasons-major-no = No, never
staff-reasons-handle = Name in the API
staff-reasons-order = Order
staff-reasons-up = Move “{ $name }” up one place
staff-reasons-none = No reasons yet.
staff-reasons-none-more = Without reasons, customers return without saying why: the law does not ask them to.
staff-reasons-categories = Only for these categories
staff-reasons-categories-help = Separated by commas, for instance: Dresses, Shoes. Empty: offered for everything.
staff-reasons-retire = Stop offering this reason
staff-reasons-retire-lead = Returns already requested keep it. You can offer it again later.
staff-reasons-back = Offer again
staff-reasons-retired =
    { $count ->
        [one] One reason is no longer offered
       *[other] { $count } reasons are no longer offered
    }
staff-fault-customer = The customer’s
staff-fault-merchant = The shop’s
staff-fault-carrier = The carrier’s
staff-fault-detail-customer = The size, the colour, a change of mind.
staff-fault-detail-merchant = A fault, the wrong item, a description that was not true.
staff-fault-detail-carrier = A parcel damaged or too late.

staff-locations-lead = Where parcels arrive, and where customers can bring their items.
staff-locations-new = Add a place
staff-locations-name = Name
staff-locations-kind = What happens there
staff-location-warehouse = Warehouse
staff-location-store = Store
staff-location-detail-warehouse = Return parcels arrive and are checked here.
staff-location-detail-store = Customers bring their items to the counter.
staff-locations-line1 = Street and number
staff-locations-postcode = Postcode
staff-locations-city = Town
staff-locations-country = Country
staff-locations-country-help = Two letters, for instance FR or BE.
staff-locations-hours =
    { $code ->
        [fr] Opening hours, in French
        [en] Opening hours, in English
       *[other] Opening hours ({ $code })
    }
staff-locations-hours-help = As they will be read, for instance: Tuesday to Saturday, 10:00 to 19:00.
staff-locations-receiving = Parcels arrive here
staff-locations-receive-here = Receive parcels here
staff-locations-none = No places yet.
staff-locations-none-more = One is needed to print labels: it is the address of the return.

staff-packing-lead = Given with the label, on the page and in the e-mail. A few sentences are enough.

staff-members-lead = Who may come in, and what each may do.
staff-members-badges = Badges for the warehouse
staff-members-badges-lead = A badge for each person, a sign for each station: scanned to begin a shift.
staff-members-name = Name
staff-members-role = Role
staff-members-role-of = Role of { $name }
staff-members-invite = Invite somebody
staff-members-invite-go = Invite
staff-members-remove = Remove
staff-members-remove-title = Remove { $name } from the team?
staff-members-remove-lead = This person can no longer come in. What they did keeps their name.
staff-members-left = Done: the way in is closed.
staff-members-joined = { $name } is part of the team and logs in with their usual password.
staff-members-link-title = Hand this link to the person you invited
staff-members-link-lead = They choose their password there. It opens once, within three days, and is not shown again.
staff-role-owner = Owner
staff-role-manager = Manager
staff-role-agent = Customer service
staff-role-picker = Warehouse
staff-role-finance = Finance
staff-role-detail-owner = May do everything, including inviting and making keys.
staff-role-detail-manager = May do everything except team and keys.
staff-role-detail-agent = Follows returns, decides, answers, refunds.
staff-role-detail-picker = Receives parcels and checks items.
staff-role-detail-finance = Sees the money, refunds, issues credit.

staff-keys-lead = So that your other programs can talk to Volte. One key per program: take one back without disturbing the others.
staff-keys-none = No keys yet.
staff-keys-new = New key
staff-keys-name = For which program?
staff-keys-name-help = For instance: store till, web shop.
staff-keys-permissions = What it allows
staff-keys-make = Make the key
staff-keys-shown-title = Copy this key now
staff-keys-shown-lead = It is shown this once. If you lose it, revoke it and make another.
staff-keys-revoke = Revoke the key
staff-keys-revoke-title = Revoke the key “{ $name }”?
staff-keys-revoke-lead = The program that uses it is refused at once. This cannot be undone.
staff-keys-revoked = The key opens nothing any more.
staff-permission-returns-read = Read returns
staff-permission-returns-request = Request returns
staff-permission-returns-approve = Approve returns
staff-permission-returns-refuse = Refuse returns
staff-permission-returns-cancel = Cancel returns
staff-permission-returns-goodwill = Grant goodwill
staff-permission-returns-message = Write to customers
staff-permission-orders-read = Read orders
staff-permission-orders-write = Take in orders
staff-permission-products-write = Take in products
staff-permission-stock-write = Keep stock up to date
staff-permission-parcels-scan = Record the way of parcels
staff-permission-warehouse-receive = Receive parcels
staff-permission-warehouse-inspect = Inspect items
staff-permission-money-read = Read refunds
staff-permission-money-refund = Refund
staff-permission-money-credit = Issue credit
staff-permission-money-books = Correct and close the books
staff-permission-events-read = Read the event feed
staff-permission-webhooks-read = See webhooks and what was sent
staff-permission-webhooks-write = Manage webhooks
staff-permission-insights-read = See the insights
staff-permission-policy-read = Read policies
staff-permission-policy-write = Change policies
staff-permission-settings-read = Read settings
staff-permission-settings-write = Change settings
staff-permission-members-write = Manage the team
staff-permission-keys-write = Manage keys
staff-permission-privacy-read = Find and export a person’s data
staff-permission-privacy-erase = Erase a person’s data
staff-permission-withdrawals-declare = Declare a withdrawal
staff-permission-audit-read = See who looked at what

error-logo-too-large = This file is too large for a logo: at most { $megabytes } MB.
error-logo-unreadable = This file is not a picture we can read. Send an SVG, PNG, JPEG or WebP.
error-logo-svg-unsafe = This SVG calls for other files and cannot be taken. Export it again as “plain SVG”.
error-reason-not-listed = This reason is not on the list.
error-location-not-listed = This place is not on the list.
error-role-unknown = There is no such role.

# What a form still needs
staff-need-brand-name = Give the shop a name.
staff-need-brand-accent = Choose a colour, written like #0b5d51.
staff-need-reason-name =
    { $code ->
        [fr] Write the reason in French.
        [en] Write the reason in English.
       *[other] Write the reason ({ $code }).
    }
staff-need-reason-fault = Say whose doing this reason is.
staff-need-location-name = Give this place a name.
staff-need-location-kind = Say what happens at this place.
staff-need-location-line1 = Fill in street and number.
staff-need-location-postcode = Fill in the postcode.
staff-need-location-city = Fill in the town.
staff-need-location-country = Give the country by its two letters, for instance FR.
staff-need-member-name = Fill in the person’s name.
staff-need-member-email = Fill in their e-mail address.
staff-need-member-role = Choose their role.
staff-need-key-name = Say which program will use the key.
staff-need-key-permissions = Choose at least one permission.

staff-settings-costs = Costs of returns
staff-costs-lead = What returns cost you without standing on any order. Insights reckon with it; what you leave empty is shown as unknown.
staff-costs-label = A label
staff-costs-label-help = What your carrier charges for one parcel on its way back.
staff-costs-handling = Handling of one item
staff-costs-handling-help = Opening, looking, cleaning, putting back: wages and material for one item.
staff-costs-lost = Value lost, by where an item goes
staff-costs-lost-help = In hundredths of what the customer had paid. 0 when it is sold again at its full price, 100 when nothing is left of it.
staff-need-costs-amount = Type an amount in { $currency }, such as 4.50, or leave it empty.
staff-need-costs-share = Type a whole number from 0 to 100, or leave it empty.
# Webhooks
staff-settings-webhooks = Webhooks
staff-webhooks-lead = Other programs are told what happens, the moment it happens: your shop, your warehouse, your accounts.
staff-webhooks-none = Nobody is told anything yet.
staff-webhooks-none-more = Add the address of a program that wants to know: a return was approved, a unit can be sold again, a refund has left.
staff-webhooks-new = Add a webhook
staff-webhooks-new-lead = Messages are signed with a secret, shown once after this step. Give it to whoever looks after the receiving program: Volte’s guide to webhooks says how to receive and check a message.
staff-webhooks-one = Webhook
staff-webhooks-edit = Change
staff-webhooks-make = Add the webhook
staff-webhooks-url = Address
staff-webhooks-url-help = Begins with https and can be reached from the internet. In a network of your own that Volte was allowed to reach, http will do.
staff-webhooks-description = What is it for?
staff-webhooks-description-help = For instance: stock of the web shop.
staff-webhooks-kinds = Which events
staff-webhooks-kinds-all = Everything
staff-webhooks-kinds-count = { $count ->
    [one] One kind of event
   *[other] { $count } kinds of events
}
staff-webhooks-everything = Everything that happens
staff-webhooks-everything-help = Kinds that are added later, too.
staff-webhooks-choose = Choose the kinds
staff-webhooks-day = { $taken } received, { $waiting } waiting, { $failed } given up
staff-webhooks-last-day = Last 24 hours
staff-webhooks-state = State
staff-webhooks-state-on = On
staff-webhooks-state-failing = Takes nothing
staff-webhooks-state-paused-asked = Paused
staff-webhooks-state-paused-failing = Paused after days of failing
staff-webhooks-state-paused-gone = Paused: wants nothing more
staff-webhooks-overlap = The old secret signs until
staff-webhooks-secret-title = Copy this secret now
staff-webhooks-secret-lead = It is shown this once. The receiver checks with it that a message is ours. If you lose it, make a new one.
staff-webhooks-secret-rotated = It is shown this once. For 24 hours messages carry both signatures: change the receiver’s secret at any moment until then.
staff-webhooks-failing-title = This address takes nothing
staff-webhooks-failing-lead = Since { $since }. We go on trying, and pause it on { $until } if nothing changes. Nothing is lost.
staff-webhooks-stopped-title = We stopped sending there
staff-webhooks-stopped-lead = Nothing was taken since { $since }. Everything that happened is kept: repair the receiver, then resume.
staff-webhooks-gone-title = The address wants nothing more
staff-webhooks-gone-lead = It answered 410. Everything that happened is kept: resume it, or remove it.
staff-webhooks-test = Send a test
staff-webhooks-pause = Pause
staff-webhooks-paused-now = Paused. What happens meanwhile is kept.
staff-webhooks-resume = Resume
staff-webhooks-resumed = Resumed.
staff-webhooks-meanwhile = What happened meanwhile
staff-webhooks-meanwhile-send = Send it now
staff-webhooks-meanwhile-send-more = Everything that was missed, then what is new.
staff-webhooks-meanwhile-skip = Leave it aside
staff-webhooks-meanwhile-skip-more = Only what happens from now on.
staff-webhooks-rotate = New secret
staff-webhooks-rotate-title = Make a new secret?
staff-webhooks-rotate-lead = For 24 hours the old one goes on signing beside it, so that the receiver can change over without losing a message.
staff-webhooks-remove = Remove
staff-webhooks-remove-title = Remove this webhook?
staff-webhooks-remove-lead = Nothing is sent there any more, and its secret is forgotten. To stop for a while only, pause it.
staff-webhooks-removed = Removed.
staff-webhooks-deliveries = What was sent
staff-webhooks-all-deliveries = Everything
staff-webhooks-show = Show
staff-webhooks-event = Event
staff-webhooks-when = When
staff-webhooks-answer = Answer
staff-webhooks-nothing-sent = Nothing sent yet.
staff-webhooks-nothing-sent-more = Send a test to see whether the address answers.
staff-webhooks-no-try = Not tried yet
staff-webhooks-no-try-more = It leaves when its turn comes: within seconds, or once the address answers again.
staff-webhooks-look-again = Look again
staff-webhooks-next-try = Next try
staff-webhooks-attempts = Tries
staff-webhooks-took = { $ms } ms
staff-webhooks-again-one = Send again
staff-webhooks-try-now = Try now
staff-webhooks-return = Return
staff-webhooks-body = Message
staff-webhooks-again-all = Send again what was not received in
staff-webhooks-again-go = Send again
staff-webhooks-sent-again = It leaves again.
staff-webhooks-sent-again-all = { $count ->
    [0] There was nothing to send again.
    [one] One message leaves again.
   *[other] { $count } messages leave again.
}
staff-webhooks-since-hour = the last hour
staff-webhooks-since-day = the last 24 hours
staff-webhooks-since-week = the last 7 days
staff-webhooks-since-ever = all the time
staff-need-webhook-url = Type the address that receives the messages.
staff-need-webhook-kinds = Choose at least one kind of event, or everything.

# Settings: deadlines
staff-settings-deadlines = Deadlines
staff-deadlines-lead = What you promise to people who wait for you. What the law sets is counted by itself and cannot be changed here.
staff-deadlines-answer = Working days to answer
staff-deadlines-answer-help = Whoever asks something, or whose request a person has to decide, has an answer by then. Weekends and public holidays do not count.
staff-deadlines-near = Hours ahead
staff-deadlines-near-help = So long before a deadline of the law ends, programs you connected are told of it.
staff-deadlines-morning = Hour of the morning's mail
staff-deadlines-morning-help = From this hour on, each day, whoever wants it gets the list of what is late, due today and within a week.
staff-deadlines-morning-choose = Everybody chooses for themselves: see my account
