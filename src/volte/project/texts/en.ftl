## volte init

init-welcome = Welcome to Volte. A few questions; Enter takes what stands in brackets. Nothing is written before the last answer.
init-kept = { $file } exists and stays as it is: what it says is not asked again.
init-missing = Some answers are missing or make no sense:
init-missing-location = --location: at least one place parcels go to, as “NAME; LINE; POSTCODE; CITY” (and “; store” for a shop).
init-wrong-location = --location “{ $given }” is not of the form “NAME; LINE; POSTCODE; CITY[; store]”.
init-no-database = This database does not answer: { $why }. Check the address, name and password; nothing was written.
init-old-database = This database is PostgreSQL { $version }; Volte needs 15 or newer. Nothing was written.

init-ask-shop = What is the shop called?
init-ask-handle = Its short name, for its addresses (small letters, digits, dashes)?
init-ask-country = In which country is it (two letters, such as FR)?
init-ask-currency = In which currency does it sell (such as EUR)?
init-ask-timezone = Its time zone (such as Europe/Paris)?
init-ask-owner-name = The first owner’s name?
init-ask-owner-email = The owner’s e-mail address?
init-ask-owner-password = The owner’s password (10 characters or more; empty: a link to choose one)?
init-ask-public-url = Under which address will people reach Volte (https://returns.your-shop.com)?
init-ask-trusted-proxies = Which proxies stand before Volte (addresses, or how many; empty: none)?
init-ask-database-url = A PostgreSQL of your own (postgresql://user:password@host/name; empty: Volte keeps one itself)?
init-ask-smtp-host = Your mail server (empty: mails stay on the outbox page)?
init-ask-smtp-tls = How is mail encrypted (starttls, tls or none)?
init-ask-smtp-port = The mail server’s port?
init-ask-smtp-user = Who logs in to the mail server (empty: nobody)?
init-ask-smtp-password = The password for the mail server?
init-ask-mail-from = From which address does mail come?
init-ask-psp-url = The address of the payment provider (empty: later, refunds wait)?
init-ask-psp-key = The key for the payment provider?
init-ask-psp-webhook-secret = The secret with which the provider signs its notifications?
init-ask-location-name = Where do parcels come back to: the name of the place?
init-ask-location_line1 = Its street and number?
init-ask-location-postcode = Its postcode?
init-ask-location-city = Its town?
init-ask-location-store = Is it a shop that takes returns over the counter?
init-ask-another-location = One more place (warehouse or shop)?

init-wrong-shop = the shop needs a name.
init-wrong-handle = “{ $given }” may hold small letters, digits and dashes only.
init-wrong-country = “{ $given }” is not a country of two letters, such as FR or DE.
init-wrong-currency = “{ $given }” is not a currency, such as EUR or GBP.
init-wrong-timezone = “{ $given }” is not a time zone, such as Europe/Paris.
init-wrong-owner-name = the owner needs a name.
init-wrong-owner-email = “{ $given }” is not an e-mail address.
init-wrong-owner-password = a password has at least 10 characters.
init-wrong-public-url = “{ $given }” is not an address such as https://returns.your-shop.com.
init-wrong-trusted-proxies = “{ $given }” is neither a number up to 10 nor addresses such as 10.0.0.0/8.
init-wrong-database-url = an address of PostgreSQL begins with postgresql://.
init-wrong-smtp-host = “{ $given }” is not a server.
init-wrong-smtp-tls = “{ $given }” is none of starttls, tls, none.
init-wrong-smtp-port = “{ $given }” is not a port.
init-wrong-smtp-user = “{ $given }” is not a user.
init-wrong-smtp-password = the mail server refuses an empty password.
init-wrong-mail-from = “{ $given }” is not an e-mail address.
init-wrong-psp-url = “{ $given }” is not an address such as https://payments.example.
init-wrong-psp-key = a payment provider needs a key.
init-wrong-psp-webhook-secret = without this secret, all notifications of the provider would be refused.

init-shop-made = The shop “{ $shop }” is open, with the usual reasons and a policy to start from.
init-shop-there = The shop “{ $shop }” was open already and stays as it is.
init-owner-made = { $email } is its owner.
init-owner-there = { $email } was a member already; account and password stay as they are.
init-first-password = The owner chooses a password here (once, within three days): { $link }
init-next =

    Next:
      1. Keep a copy of { $file } in a safe place. The secret key in it is in no backup.
      2. export VOLTE_HOME={ $home }
      3. volte doctor       says what is still missing
      4. volte serve        the web, and in another window
         volte worker       mail, labels, refunds
         (or as services: docs/how-to/running-volte.md)
      5. Open { $url }/staff/ and look at policy, reasons, brand and team.
      6. volte backup FILE  every night

## volte doctor

doctor-secret-key-set = The secret key comes from the environment or volte.env.
doctor-secret-key-file = The secret key lies in { $file }. Several machines need the same one: VOLTE_SECRET_KEY.
doctor-secret-key-short = The secret key is shorter than 32 characters: links and sessions could be forged. Set a long VOLTE_SECRET_KEY.
doctor-file-open = { $file } can be read by others on this machine: chmod 600 { $file }
doctor-address-local = Only this machine reaches Volte ({ $url }). For customers set VOLTE_PUBLIC_URL.
doctor-address-plain = { $url } is not HTTPS: passwords and links travel in the open. Put a proxy with a certificate before Volte and set VOLTE_PUBLIC_URL to https://…
doctor-address-set = The public address is { $url }.
doctor-hosts-miss = The web would refuse visitors of { $host }: add it to VOLTE_HOSTS.
doctor-proxies-none = No proxy is trusted, so everybody counts as one visitor and tries run out: set VOLTE_TRUSTED_PROXIES to the address of yours.
doctor-networks-unreadable = { $name } is not a list of networks such as 10.0.0.0/8: “{ $written }”. Until it is, those it should let in are refused.
doctor-database = PostgreSQL { $version } answers.
doctor-database-silent = The database does not answer: { $why }. Check DATABASE_URL and whether PostgreSQL runs.
doctor-database-old = PostgreSQL { $version } is too old: Volte needs 15 or newer.
doctor-migrations = The database is up to date.
doctor-migrations-missing = The database is { $count ->
    [one] one migration
   *[other] { $count } migrations
} behind: volte migrate
doctor-migrations-unknown = The database is { $count ->
    [one] one migration
   *[other] { $count } migrations
} ahead of this Volte: bring this machine to the version of the others.
doctor-role-missing = Web and worker cannot act as { $role }: { $why }. Run volte migrate as the owner of the database.
doctor-role-too-strong = The role { $role } may look past row-level security: ALTER ROLE { $role } NOSUPERUSER NOBYPASSRLS
doctor-tables-open = Without row-level security: { $tables }. Run volte migrate.
doctor-shops-apart = Row-level security lies over { $count ->
    [one] one table
   *[other] { $count } tables
}.
doctor-connections = { $used } of { $most } connections are in use.
doctor-connections-few = { $used } of { $most } connections are in use: raise max_connections of PostgreSQL, or run fewer processes.
doctor-worker = { $count ->
    [one] One worker is alive
   *[other] { $count } workers are alive
}.
doctor-worker-none = No worker is alive: nothing is mailed, labelled or refunded. Start volte worker.
doctor-events = Events are dealt with ({ $count ->
    [one] one waits
   *[other] { $count } wait
}).
doctor-events-late = { $count ->
    [one] One event waits
   *[other] { $count } events wait
}, the oldest for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}: is the worker running, has its log an error?
doctor-reaction-fails = What should follow “{ $kind }” failed { $times } times ({ $error }). It is tried again by itself; the worker's log says why.
doctor-jobs = Jobs are done in time ({ $count ->
    [one] one waits
   *[other] { $count } wait
}).
doctor-lane-late = { $count ->
    [one] One job “{ $lane }” waits
   *[other] { $count } jobs “{ $lane }” wait
}, the oldest for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}: start another worker, or look what holds them up.
doctor-jobs-stalled = { $count ->
    [one] One job belongs to a worker that fell silent: another one takes it within a minute
   *[other] { $count } jobs belong to a worker that fell silent: another one takes them within a minute
}.
doctor-jobs-failed = { $count ->
    [one] One job was given up after many tries
   *[other] { $count } jobs were given up after many tries
}: the worker's log says which and why.
doctor-refunds = No refund is stuck.
doctor-refunds-stuck = { $count ->
    [one] One refund has
   *[other] { $count } refunds have
} not moved for a quarter of an hour: does the payment provider answer?
doctor-mails = Mail leaves in time.
doctor-mails-late = { $count ->
    [one] One mail waits
   *[other] { $count } mails wait
}, the oldest for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}: does the mail server answer?
doctor-policies = Every policy, in force or planned, is within the law we know.
doctor-books = The books of every shop balance, and no refund waits for a decision.
doctor-books-unbalanced = The books of the shop { $shop } do not balance on { $count ->
    [one] one day
   *[other] { $count } days
} of the last thirty. Run “volte ledger verify”, which names each entry concerned, and close no day before.
doctor-books-found = All books of the shop { $shop } were added up again at night, and { $count ->
    [one] one thing does not add up
   *[other] { $count } things do not add up
}. Its page Finance, Proof says what it means and what to do; close no day before.
doctor-books-missed = Checks of the books of the shop { $shop } came to nothing last night: { $names }. They are made again next night; the log of the worker says why.
doctor-books-unchecked = The books of the shop { $shop } have not been checked for more than a night: that happens from three o’clock, while a worker runs. Does one, and what does its log say?
doctor-books-refunds = { $count ->
    [one] One refund of the shop { $shop } was refused by the payment provider, or its answer is not understood. Its page Finance says what to do
   *[other] { $count } refunds of the shop { $shop } were refused by the payment provider, or its answer is not understood. Its page Finance says what to do
}.
doctor-policy-fallen = The policy in force of the shop { $shop } (version { $number }) has fallen below the law in { $count ->
    [one] one term
   *[other] { $count } terms
}: customers are treated by the law all the same. Its page in the workspace says which; publish a better one.
doctor-policy-will-fall = The policy of the shop { $shop } planned for { $day } (version { $number }) has fallen below the law in { $count ->
    [one] one term
   *[other] { $count } terms
}: its page in the workspace says which. Take it back, or publish a better one.
doctor-webhooks = Webhooks are delivered in time ({ $count ->
    [one] one waits
   *[other] { $count } wait
}).
doctor-webhooks-paused = { $count ->
    [one] One webhook was paused because its receiver failed for days or is gone: the settings of webhooks say which and why, and resume it
   *[other] { $count } webhooks were paused because their receivers failed for days or are gone: the settings of webhooks say which and why, and resume them
}.
doctor-webhooks-failing = { $count ->
    [one] One webhook took nothing for an hour: does its receiver run
   *[other] { $count } webhooks took nothing for an hour: do their receivers run
}? Everything is tried again by itself, and paused after five days.
doctor-webhooks-late = { $count ->
    [one] One delivery waits
   *[other] { $count } deliveries wait
}, the latest for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}: start another worker, or look what holds them up.
doctor-facts = Insights are up to date.
doctor-facts-elsewhere = This machine cannot see the files of insights of { $count ->
    [one] one shop
   *[other] { $count } shops
} in { $folder }: mount the folder VOLTE_FACTS that the other machines share. If it is gone, a worker makes them anew within five minutes; at once: volte insights rebuild.
doctor-facts-failing = Insights of { $count ->
    [one] one shop
   *[other] { $count } shops
} cannot be kept up to date ({ $error }): is there room in VOLTE_FACTS, and does it belong to whoever runs Volte? They catch up by themselves; if not: volte insights rebuild.
doctor-facts-late = Insights are { $minutes } minutes behind: does the worker run, has its log an error?
doctor-mail = The mail server { $host } takes our mail.
doctor-mail-shelf = No mail server: mails stay on the outbox page and reach nobody. Set VOLTE_SMTP_HOST.
doctor-mail-shelf-demo = The demo sends no mail: it stays on the outbox page.
doctor-mail-plain = Mail to { $host } travels unencrypted, with its password: set VOLTE_SMTP_TLS to starttls or tls.
doctor-mail-sender = Mail from { $address } goes to the spam folder: set VOLTE_MAIL_FROM to an address of your domain.
doctor-mail-password = { $host }:{ $port } refuses { $user }: { $why }. Check VOLTE_SMTP_USER and VOLTE_SMTP_PASSWORD.
doctor-mail-no-tls = { $host }:{ $port } does not offer what we ask for: { $why }. Check VOLTE_SMTP_TLS and VOLTE_SMTP_PORT.
doctor-mail-certificate = { $host }:{ $port } and we find no safe connection: { $why }. Port 465 wants VOLTE_SMTP_TLS=tls, port 587 starttls; else its certificate is wrong.
doctor-mail-silent = { $host }:{ $port } does not answer: { $why }. Check VOLTE_SMTP_HOST and VOLTE_SMTP_PORT, and the firewall.
doctor-stripe = Stripe knows our key and answers.
doctor-stripe-test = Stripe answers, with a test key: no money moves.
doctor-stripe-key = Stripe refuses our key: { $why }. Check VOLTE_STRIPE_KEY; a restricted key needs to read and write refunds and checkout sessions.
doctor-stripe-silent = Stripe does not answer at { $url }: { $why }. Refunds wait and are tried again. Check the firewall, and VOLTE_STRIPE_URL if you set it.
doctor-stripe-secret = Without VOLTE_STRIPE_WEBHOOK_SECRET no message of Stripe is believed: take the signing secret of the endpoint { $url }/hooks/stripe from Stripe's pages.
doctor-mail-sent = A mail left for { $address }: look whether it arrives, and in which folder.
doctor-mail-not-sent = No mail left for { $address }: { $why }
doctor-mail-subject = Volte can send mail
doctor-mail-body = This is a trial of { $url }. Nobody needs to answer.
doctor-clock = This machine and the database agree what time it is ({ $milliseconds } ms).
doctor-clock-apart = This machine's clock is { $seconds } s off the database's: switch on time synchronisation (timedatectl set-ntp true).
doctor-clock-wrong = This machine's clock is { $seconds } s off the database's: deadlines, links and second factors go wrong. Switch on time synchronisation now.
doctor-disk = { $free } GB free in { $folder }.
doctor-disk-scarce = Only { $free } GB free in { $folder }: make room, or a larger disk.
doctor-disk-full = { $free } GB free in { $folder }: nothing new can be kept soon, neither photos nor returns. Make room now.
doctor-disk-refuses = { $folder } takes no files: { $why }. It must belong to whoever runs Volte.
doctor-folder-open = { $folder } can be read by everybody on this machine: chmod o-rwx { $folder }
doctor-static-missing = Style sheets were not collected: volte collect-static (volte serve does it by itself).
doctor-web = { $url } answers.
doctor-web-silent = { $url } does not answer: { $why }. Does volte serve run, and does the name lead to this machine?
doctor-web-host-refused = Volte refuses its own public name ({ $url }): add it to VOLTE_HOSTS.
doctor-web-somebody-else = { $url } answers { $status }, and not as Volte does: the name or the proxy leads elsewhere.
doctor-web-scheme-lost = Volte does not see that visitors come by HTTPS: let the proxy send X-Forwarded-Proto and name it in VOLTE_TRUSTED_PROXIES.

## volte backup, volte restore

restore-erased-unknown = People who were erased after this backup was taken ({ $at }) are back. Nothing here tells who they are: take your certificates, and erase them again with  volte privacy erase  before web and worker start.
restore-erased = { $count ->
    [0] Nobody was erased after this backup was taken ({ $at }), as far as the replaced database knew. If you had restored before, check your certificates.
    [one] One erasure is newer than this backup ({ $at }), so that person is back. Erase them again before web and worker start:
   *[other] { $count } erasures are newer than this backup ({ $at }), so these people are back. Erase them again before web and worker start:
}

error-backup-exists = { $file } exists already. Choose another name, or move it away: a backup never writes over another.
error-backup-not-written = { $file } was not written: { $why }. Nothing is left of it; make room or choose another place.
error-backup-unreadable = { $file } is no whole backup of Volte ({ $why }). Nothing was touched.
error-backup-does-not-fit = The backup names { $where }, which is no table or column of the version that wrote it. Nothing was touched.
error-backup-newer = This backup was made by Volte { $theirs }, which is newer than this one. Install that version or a newer one, then restore. Nothing was touched.
error-database-not-empty = The database is not empty. Restore into an empty one, or add --replace to throw away what it holds.
error-database-in-use = { $count ->
    [one] Somebody else is connected
   *[other] { $count } others are connected
} to the database. Stop web and worker (and close psql), then restore again. Nothing was touched.
error-restore-incomplete = { $table } has { $rows } rows instead of { $expected }: nothing of the backup was taken over.

console-nothing-here = There is no Volte in { $home }: set VOLTE_HOME to where yours is, or begin with `volte init`.
console-database-gone = The database does not answer ({ $why }). Once it is up, run the same command again; `volte doctor` tells more.
console-not-migrated = This database holds no Volte yet: run `volte migrate` first.
