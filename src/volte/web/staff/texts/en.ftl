staff-menu = Menu
staff-menu-queue = To handle
staff-menu-floor = Floor
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
