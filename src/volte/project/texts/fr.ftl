## volte init

init-welcome = Bienvenue dans Volte. Quelques questions ; Entrée retient ce qui figure entre crochets. Rien n'est écrit avant la dernière réponse.
init-kept = { $file } existe et reste tel quel : ce qu'il contient n'est pas redemandé.
init-missing = Des réponses manquent ou n'ont pas de sens :
init-missing-location = --location : au moins un lieu où arrivent les colis, sous la forme « NOM; RUE; CODE POSTAL; VILLE » (et « ; store » pour une boutique).
init-wrong-location = --location « { $given } » n'est pas de la forme « NOM; RUE; CODE POSTAL; VILLE[; store] ».
init-no-database = Cette base de données ne répond pas : { $why }. Vérifiez l'adresse, le nom et le mot de passe ; rien n'a été écrit.
init-old-database = Cette base est un PostgreSQL { $version } ; il faut à Volte la version 15 ou une plus récente. Rien n'a été écrit.

init-ask-shop = Comment s'appelle la boutique ?
init-ask-handle = Son nom court, pour ses adresses (minuscules, chiffres, tirets) ?
init-ask-country = Dans quel pays se trouve-t-elle (deux lettres, par exemple FR) ?
init-ask-currency = Dans quelle devise vend-elle (par exemple EUR) ?
init-ask-timezone = Son fuseau horaire (par exemple Europe/Paris) ?
init-ask-owner-name = Le nom du premier propriétaire ?
init-ask-owner-email = Son adresse e-mail ?
init-ask-owner-password = Son mot de passe (10 caractères au moins ; vide : un lien pour le choisir) ?
init-ask-public-url = À quelle adresse Volte sera-t-il accessible (https://retours.votre-boutique.fr) ?
init-ask-trusted-proxies = Quels proxys se trouvent devant Volte (des adresses, ou leur nombre ; vide : aucun) ?
init-ask-database-url = Votre propre PostgreSQL (postgresql://utilisateur:motdepasse@hôte/nom ; vide : Volte s'en occupe) ?
init-ask-smtp-host = Votre serveur de courrier (vide : les e-mails restent sur la page des envois) ?
init-ask-smtp-tls = Comment le courrier est-il chiffré (starttls, tls ou none) ?
init-ask-smtp-port = Le port du serveur de courrier ?
init-ask-smtp-user = L'identifiant pour s'y connecter (vide : sans identification) ?
init-ask-smtp-password = Le mot de passe du serveur de courrier ?
init-ask-mail-from = De quelle adresse partent les e-mails ?
init-ask-psp-url = L'adresse du prestataire de paiement (vide : plus tard, les remboursements attendent) ?
init-ask-psp-key = La clé du prestataire de paiement ?
init-ask-psp-webhook-secret = Le secret avec lequel le prestataire signe ses notifications ?
init-ask-location-name = Où reviennent les colis : le nom du lieu ?
init-ask-location_line1 = Sa rue et son numéro ?
init-ask-location-postcode = Son code postal ?
init-ask-location-city = Sa ville ?
init-ask-location-store = Est-ce une boutique qui prend les retours au comptoir ?
init-ask-another-location = Un autre lieu (entrepôt ou boutique) ?

init-wrong-shop = il faut un nom à la boutique.
init-wrong-handle = « { $given } » ne peut contenir que des minuscules, des chiffres et des tirets.
init-wrong-country = « { $given } » n'est pas un pays en deux lettres, comme FR ou DE.
init-wrong-currency = « { $given } » n'est pas une devise, comme EUR ou GBP.
init-wrong-timezone = « { $given } » n'est pas un fuseau horaire, comme Europe/Paris.
init-wrong-owner-name = il faut un nom au propriétaire.
init-wrong-owner-email = « { $given } » n'est pas une adresse e-mail.
init-wrong-owner-password = un mot de passe compte au moins 10 caractères.
init-wrong-public-url = « { $given } » n'est pas une adresse comme https://retours.votre-boutique.fr.
init-wrong-trusted-proxies = « { $given } » n'est ni un nombre jusqu'à 10 ni une suite d'adresses comme 10.0.0.0/8.
init-wrong-database-url = une adresse de PostgreSQL commence par postgresql://.
init-wrong-smtp-host = « { $given } » n'est pas un serveur.
init-wrong-smtp-tls = « { $given } » n'est ni starttls, ni tls, ni none.
init-wrong-smtp-port = « { $given } » n'est pas un port.
init-wrong-smtp-user = « { $given } » n'est pas un utilisateur.
init-wrong-smtp-password = le serveur de courrier refuse un mot de passe vide.
init-wrong-mail-from = « { $given } » n'est pas une adresse e-mail.
init-wrong-psp-url = « { $given } » n'est pas une adresse comme https://paiement.example.
init-wrong-psp-key = il faut une clé pour le prestataire de paiement.
init-wrong-psp-webhook-secret = sans ce secret, toutes les notifications du prestataire seraient refusées.

init-shop-made = La boutique « { $shop } » est ouverte, avec les motifs habituels et une politique de départ.
init-shop-there = La boutique « { $shop } » était déjà ouverte et reste telle quelle.
init-owner-made = { $email } en est propriétaire.
init-owner-there = { $email } en était déjà membre ; son compte et son mot de passe restent tels quels.
init-first-password = Le mot de passe se choisit ici (une fois, dans les trois jours) : { $link }
init-next =

    Ensuite :
      1. Gardez une copie de { $file } en lieu sûr. La clé secrète qu'il contient ne figure dans aucune sauvegarde.
      2. export VOLTE_HOME={ $home }
      3. volte doctor       dit ce qui manque encore
      4. volte serve        le web, et dans une autre fenêtre
         volte worker       e-mails, étiquettes, remboursements
         (ou comme services : docs/how-to/running-volte.md)
      5. Ouvrez { $url }/staff/ et regardez la politique, les motifs, la marque et l'équipe.
      6. volte backup FICHIER  chaque nuit

## volte doctor

doctor-secret-key-set = La clé secrète vient de l'environnement ou de volte.env.
doctor-secret-key-file = La clé secrète se trouve dans { $file }. Plusieurs machines ont besoin de la même : VOLTE_SECRET_KEY.
doctor-secret-key-short = La clé secrète compte moins de 32 caractères : on pourrait contrefaire liens et sessions. Choisissez une longue VOLTE_SECRET_KEY.
doctor-file-open = { $file } est lisible par d'autres sur cette machine : chmod 600 { $file }
doctor-address-local = Seule cette machine atteint Volte ({ $url }). Pour vos clients, indiquez VOLTE_PUBLIC_URL.
doctor-address-plain = { $url } n'est pas en HTTPS : mots de passe et liens circulent en clair. Placez devant Volte un proxy avec un certificat et mettez VOLTE_PUBLIC_URL à https://…
doctor-address-set = L'adresse publique est { $url }.
doctor-hosts-miss = Le web refuserait les visiteurs de { $host } : ajoutez ce nom à VOLTE_HOSTS.
doctor-proxies-none = Aucun proxy n'a votre confiance : tous les visiteurs comptent pour un seul et atteignent ensemble le nombre d'essais permis. Indiquez l'adresse du vôtre dans VOLTE_TRUSTED_PROXIES.
doctor-networks-unreadable = { $name } n’est pas une liste de réseaux comme 10.0.0.0/8 : « { $written } ». En attendant, tous ceux qu’elle devrait laisser passer sont refusés.
doctor-database = PostgreSQL { $version } répond.
doctor-database-silent = La base de données ne répond pas : { $why }. Vérifiez DATABASE_URL, et que PostgreSQL tourne.
doctor-database-old = PostgreSQL { $version } est trop ancien : il faut la version 15 ou une plus récente.
doctor-migrations = La base de données est à jour.
doctor-migrations-missing = La base de données a { $count ->
    [one] une migration
   *[other] { $count } migrations
} de retard : volte migrate
doctor-migrations-unknown = La base de données a { $count ->
    [one] une migration
   *[other] { $count } migrations
} d'avance sur ce Volte : mettez cette machine à la version des autres.
doctor-role-missing = Web et worker ne peuvent agir comme { $role } : { $why }. Lancez volte migrate en tant que propriétaire de la base.
doctor-role-too-strong = Le rôle { $role } voit au-delà de la sécurité par ligne : ALTER ROLE { $role } NOSUPERUSER NOBYPASSRLS
doctor-tables-open = Sans sécurité par ligne : { $tables }. Lancez volte migrate.
doctor-shops-apart = La sécurité par ligne protège { $count ->
    [one] une table
   *[other] { $count } tables
}.
doctor-connections = { $used } connexions sur { $most } sont prises.
doctor-connections-few = { $used } connexions sur { $most } sont prises : augmentez max_connections de PostgreSQL, ou lancez moins de processus.
doctor-worker = { $count ->
    [one] Un worker en vie
   *[other] { $count } workers en vie
}.
doctor-worker-none = Aucun worker en vie : ni e-mail, ni étiquette, ni remboursement. Démarrez volte worker.
doctor-events = Les événements sont traités ({ $count } en attente).
doctor-events-late = { $count ->
    [one] Un événement attend
   *[other] { $count } événements attendent, le plus ancien
} depuis { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} : le worker tourne-t-il, son journal montre-t-il une erreur ?
doctor-reaction-fails = Ce qui devait suivre « { $kind } » a échoué { $times } fois ({ $error }). De nouveaux essais se font d'eux-mêmes ; le journal du worker dit pourquoi.
doctor-jobs = Les tâches se font à temps ({ $count } en attente).
doctor-lane-late = { $count ->
    [one] Une tâche « { $lane } » attend
   *[other] { $count } tâches « { $lane } » attendent, la plus ancienne
} depuis { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} : démarrez un autre worker, ou cherchez ce qui les retient.
doctor-jobs-stalled = { $count ->
    [one] Une tâche est à un worker qui ne répond plus : un autre la reprend
   *[other] { $count } tâches sont à un worker qui ne répond plus : un autre les reprend
} d'ici une minute.
doctor-jobs-failed = { $count ->
    [one] Une tâche a été abandonnée après bien des essais : le journal du worker dit laquelle et pourquoi
   *[other] { $count } tâches ont été abandonnées après bien des essais : le journal du worker dit lesquelles et pourquoi
}.
doctor-refunds = Aucun remboursement n'est bloqué.
doctor-refunds-stuck = { $count ->
    [one] Un remboursement n'a
   *[other] { $count } remboursements n'ont
} pas bougé depuis un quart d'heure : le prestataire de paiement répond-il ?
doctor-mails = Les e-mails partent à temps.
doctor-mails-late = { $count ->
    [one] Un e-mail attend
   *[other] { $count } e-mails attendent, le plus ancien
} depuis { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} : le serveur de courrier répond-il ?
doctor-policies = Chaque politique, en vigueur ou programmée, respecte la loi telle que nous la connaissons.
doctor-books = Les livres de chaque boutique s’équilibrent, et aucun remboursement n’attend de décision.
doctor-books-unbalanced = Les livres de la boutique { $shop } ne s’équilibrent pas { $count ->
    [one] un jour
   *[other] { $count } jours
} sur les trente derniers. Lancez « volte ledger verify », qui désigne chaque écriture en cause, et ne clôturez rien d’ici là.
doctor-books-found = La comptabilité de la boutique { $shop } a été refaite cette nuit, et { $count ->
    [one] une anomalie est apparue
   *[other] { $count } anomalies subsistent
}. La page Finances, Preuve, dit ce que cela signifie et que faire ; ne clôturez rien d’ici là.
doctor-books-missed = Des contrôles des livres de la boutique { $shop } n’ont pas abouti cette nuit : { $names }. Ils seront refaits la nuit prochaine ; le journal du worker dit pourquoi.
doctor-books-unchecked = Les livres de la boutique { $shop } n’ont pas été vérifiés depuis plus d’une nuit : cela se fait à partir de trois heures, quand un worker tourne. Y en a-t-il un, et que dit son journal ?
doctor-books-refunds = { $count ->
    [one] Un remboursement de la boutique { $shop } a été refusé par le prestataire de paiement, ou sa réponse reste incomprise. La page Finances dit que faire
   *[other] { $count } remboursements de la boutique { $shop } ont été refusés par le prestataire de paiement, ou sa réponse reste incomprise. La page Finances dit que faire
}.
doctor-policy-fallen = La politique en vigueur de la boutique { $shop } (version { $number }) est passée sous la loi pour { $count ->
    [one] un terme
   *[other] { $count } termes
} : vos clients sont tout de même traités selon la loi. Sa page, dans l’espace de travail, dit lesquels ; publiez-en une meilleure.
doctor-policy-will-fall = La politique de la boutique { $shop } programmée pour le { $day } (version { $number }) est passée sous la loi pour { $count ->
    [one] un terme
   *[other] { $count } termes
} : sa page, dans l’espace de travail, dit lesquels. Annulez-la, ou publiez-en une meilleure.
doctor-webhooks = Les webhooks partent à temps ({ $count } en attente).
doctor-webhooks-paused = { $count ->
    [one] Un webhook a été mis en pause : son destinataire échoue depuis des jours ou a disparu. La page de réglages dit lequel et pourquoi
   *[other] { $count } webhooks ont été mis en pause : leur destinataire échoue depuis des jours ou a disparu. Leur page de réglages dit lesquels et pourquoi
}, et permet de reprendre.
doctor-webhooks-failing = { $count ->
    [one] Un webhook n’a rien accepté depuis une heure : son destinataire fonctionne-t-il
   *[other] { $count } webhooks n’ont rien accepté depuis une heure : leurs destinataires fonctionnent-ils
} ? Chaque envoi est retenté, puis mis en pause au bout de cinq jours.
doctor-webhooks-late = { $count ->
    [one] Un envoi attend
   *[other] { $count } envois attendent, le plus en retard
} depuis { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} : ajoutez un worker, ou cherchez ce qui les retient.
doctor-facts = Les analyses sont à jour.
doctor-facts-elsewhere = Cette machine ne voit pas les fichiers des analyses de { $count ->
    [one] une boutique
   *[other] { $count } boutiques
} dans { $folder } : montez ici le dossier VOLTE_FACTS que partagent les autres machines. S’il a disparu, un worker les récrit en cinq minutes ; tout de suite : volte insights rebuild.
doctor-facts-failing = { $count ->
    [one] Les analyses d’une boutique ne suivent plus
   *[other] Les analyses de { $count } boutiques ne suivent plus
} ({ $error }) : reste-t-il de la place dans VOLTE_FACTS, et ce dossier appartient-il à l’utilisateur de Volte ? Elles se rattrapent seules ; sinon : volte insights rebuild.
doctor-facts-late = Les analyses ont { $minutes } minutes de retard : le worker tourne-t-il, son journal montre-t-il une erreur ?
doctor-mail = Le serveur de courrier { $host } prend nos e-mails.
doctor-mail-shelf = Aucun serveur de courrier : les e-mails restent sur la page des envois et n'atteignent personne. Indiquez VOLTE_SMTP_HOST.
doctor-mail-shelf-demo = La démonstration n'envoie pas d'e-mails : ils restent sur la page des envois.
doctor-mail-plain = Les e-mails vers { $host } circulent en clair, mot de passe compris : mettez VOLTE_SMTP_TLS à starttls ou tls.
doctor-mail-sender = Un e-mail de { $address } finit dans les indésirables : mettez dans VOLTE_MAIL_FROM une adresse de votre domaine.
doctor-mail-password = { $host }:{ $port } refuse { $user } : { $why }. Vérifiez VOLTE_SMTP_USER et VOLTE_SMTP_PASSWORD.
doctor-mail-no-tls = { $host }:{ $port } n'offre pas ce que nous demandons : { $why }. Vérifiez VOLTE_SMTP_TLS et VOLTE_SMTP_PORT.
doctor-mail-certificate = Pas de connexion sûre avec { $host }:{ $port } : { $why }. Le port 465 veut VOLTE_SMTP_TLS=tls, le port 587 starttls ; sinon, son certificat est mauvais.
doctor-mail-silent = { $host }:{ $port } ne répond pas : { $why }. Vérifiez VOLTE_SMTP_HOST et VOLTE_SMTP_PORT, ainsi que le pare-feu.
doctor-stripe = Stripe reconnaît notre clé et répond.
doctor-stripe-test = Stripe répond, avec une clé de test : aucun argent ne bouge.
doctor-stripe-key = Stripe refuse notre clé : { $why }. Vérifiez VOLTE_STRIPE_KEY ; une clé restreinte doit pouvoir lire et écrire les remboursements et les sessions de paiement.
doctor-stripe-silent = Stripe ne répond pas à l'adresse { $url } : { $why }. Les remboursements attendent et seront retentés. Vérifiez le pare-feu, et VOLTE_STRIPE_URL si vous l'avez renseigné.
doctor-stripe-secret = Sans VOLTE_STRIPE_WEBHOOK_SECRET, aucun message de Stripe n'est cru : copiez la clé secrète de signature du point de terminaison { $url }/hooks/stripe depuis les pages de Stripe.
doctor-mail-sent = Un e-mail est parti pour { $address } : regardez s'il arrive, et dans quel dossier.
doctor-mail-not-sent = Aucun e-mail n'est parti pour { $address } : { $why }
doctor-mail-subject = Volte sait envoyer des e-mails
doctor-mail-body = Ceci est un essai de { $url }. Aucune réponse n'est attendue.
doctor-clock = Cette machine et la base de données ont la même heure ({ $milliseconds } ms).
doctor-clock-apart = L'horloge de cette machine s'écarte de { $seconds } s de celle de la base : activez la synchronisation (timedatectl set-ntp true).
doctor-clock-wrong = L'horloge de cette machine s'écarte de { $seconds } s de celle de la base : délais, liens et seconds facteurs sont faussés. Activez la synchronisation sans attendre.
doctor-disk = { $free } Go libres dans { $folder }.
doctor-disk-scarce = Il ne reste que { $free } Go dans { $folder } : faites de la place, ou prenez un disque plus grand.
doctor-disk-full = { $free } Go libres dans { $folder } : bientôt plus rien ne pourra être gardé, ni photos ni retours. Faites de la place maintenant.
doctor-disk-refuses = { $folder } ne prend pas de fichiers : { $why }. Ce dossier doit appartenir à qui lance Volte.
doctor-folder-open = { $folder } est lisible par tous sur cette machine : chmod o-rwx { $folder }
doctor-static-missing = Les feuilles de style n'ont pas été rassemblées : volte collect-static (volte serve le fait de lui-même).
doctor-web = { $url } répond.
doctor-web-silent = { $url } ne répond pas : { $why }. volte serve tourne-t-il, et ce nom mène-t-il à cette machine ?
doctor-web-host-refused = Volte refuse son propre nom public ({ $url }) : ajoutez-le à VOLTE_HOSTS.
doctor-web-somebody-else = { $url } répond { $status }, et pas comme Volte : le nom ou le proxy mène ailleurs.
doctor-web-scheme-lost = Volte ne voit pas que les visiteurs viennent en HTTPS : que le proxy envoie X-Forwarded-Proto, et nommez-le dans VOLTE_TRUSTED_PROXIES.

## volte backup, volte restore

restore-erased-unknown = Les personnes effacées après cette sauvegarde ({ $at }) sont revenues. Rien ici ne dit qui elles sont : reprenez vos certificats et effacez-les de nouveau avec  volte privacy erase  avant de relancer web et worker.
restore-erased = { $count ->
    [0] Personne n'a été effacé après cette sauvegarde ({ $at }), à ce que savait la base remplacée. Si vous aviez déjà restauré, vérifiez vos certificats.
    [one] Un effacement est plus récent que cette sauvegarde ({ $at }) : cette personne est revenue. Effacez-la de nouveau avant de relancer web et worker :
   *[other] { $count } effacements sont plus récents que cette sauvegarde ({ $at }) : ces personnes sont revenues. Effacez-les de nouveau avant de relancer web et worker :
}

error-backup-exists = { $file } existe déjà. Choisissez un autre nom ou déplacez-le : une sauvegarde n'en écrase jamais une autre.
error-backup-not-written = { $file } n'a pas été écrit : { $why }. Il n'en reste rien ; faites de la place ou choisissez un autre endroit.
error-backup-unreadable = { $file } n'est pas une sauvegarde entière de Volte ({ $why }). Rien n'a été touché.
error-backup-does-not-fit = La sauvegarde nomme { $where }, qui n'est ni une table ni une colonne de la version qui l'a écrite. Rien n'a été touché.
error-backup-newer = Cette sauvegarde vient de Volte { $theirs }, plus récent que celui-ci. Installez cette version ou une suivante, puis restaurez. Rien n'a été touché.
error-database-not-empty = La base de données n'est pas vide. Restaurez dans une base vide, ou ajoutez --replace pour jeter ce qu'elle contient.
error-database-in-use = { $count ->
    [one] Quelqu’un d’autre est connecté
   *[other] { $count } autres sont connectés
} à la base de données. Arrêtez web et worker (et fermez psql), puis restaurez de nouveau. Rien n'a été touché.
error-restore-incomplete = { $table } compte { $rows } lignes au lieu de { $expected } : rien de la sauvegarde n'a été repris.

console-nothing-here = Il n'y a pas de Volte dans { $home } : indiquez le bon dossier dans VOLTE_HOME, ou commencez par `volte init`.
console-database-gone = La base de données ne répond pas ({ $why }). Une fois qu'elle est revenue, relancez la même commande ; `volte doctor` en dit plus.
console-not-migrated = Cette base de données ne contient pas encore Volte : lancez d'abord `volte migrate`.
