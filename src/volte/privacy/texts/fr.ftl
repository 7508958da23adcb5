# Données personnelles : ce qui est conservé, pourquoi, et ce qui ne l'est plus.

error-person-unknown = Rien n'est conservé sous cette adresse ou ce numéro. Vérifiez l'orthographe, ou cherchez par numéro de commande.
error-erasure-blocked = Tout n'est pas terminé pour cette personne (retours { $numbers }). L'effacement pourra se faire ensuite ; vous pouvez le demander dès maintenant pour plus tard.
error-erasure-unknown = Cet effacement n'existe pas, ou il a déjà été fait.
error-erasure-not-confirmed = L'adresse saisie n'est pas celle de cette personne. Recopiez-la telle qu'elle est affichée.
error-own-data-address-invalid = Saisissez une adresse e-mail complète, par exemple camille@exemple.fr.

privacy-kind-photos = Photos
privacy-kind-words = Commentaires et messages
privacy-kind-mails = E-mails envoyés
privacy-kind-addresses = Adresses postales et étiquettes
privacy-kind-names = Noms et adresses e-mail
privacy-kind-looks = Consultations par l'équipe
privacy-kind-audit = Journal des actions
privacy-kind-events = Événements techniques
privacy-kind-answers = Réponses gardées pour les requêtes répétées, et e-mails de « Mes données »
privacy-from-photos = après la fin du retour
privacy-from-words = après la fin du retour, ou depuis qu'ils sont écrits
privacy-from-mails = depuis l'envoi
privacy-from-addresses = depuis la commande ; pour les étiquettes, depuis leur création
privacy-from-names = depuis la commande ; pour un retour, depuis sa fin
privacy-from-looks = depuis la dernière consultation
privacy-from-audit = depuis l'action
privacy-from-events = depuis l'événement
privacy-from-answers = depuis la requête
privacy-why-photos = Une photo sert à décider d'un retour et à y répondre. Une fois l'affaire close, elle ne sert plus à rien.
privacy-why-words = Ce qu'on s'est dit aide tant qu'une réclamation est probable.
privacy-why-mails = Le texte des e-mails se retrouve dans la boîte du client ; ici, il sert surtout à vérifier un envoi.
privacy-why-addresses = La garantie légale de conformité dure deux ans à partir de la livraison : avant, le client peut encore revenir avec sa commande.
privacy-why-names = Une action entre un consommateur et un marchand se prescrit par cinq ans en France, par trois ans en Allemagne, à compter de la fin de l'année.
privacy-why-looks = La CNIL conseille de garder les journaux d'accès de six mois à un an.
privacy-why-audit = Qui a fait quoi : des identifiants et des décomptes, jamais de texte. Utile en cas de litige.
privacy-why-events = Des identifiants et des montants, sans nom. Ils disent aux statistiques ce qui a changé ; les chiffres viennent des dossiers eux-mêmes.
privacy-why-answers = Pour qu'une requête envoyée deux fois ne compte qu'une fois. Quelques jours suffisent. Le lien vers ses données vaut un jour, et qui l'a demandé n'est peut-être pas client.
privacy-days = { $days ->
    [one] un jour
   *[other] { $days } jours
}

privacy-held-customers = Fiches client
privacy-held-orders = Commandes
privacy-held-returns = Retours
privacy-held-comments = Commentaires
privacy-held-photos = Photos
privacy-held-files = Fichiers retirés du disque
privacy-held-mails = E-mails
privacy-held-messages = Messages et notes
privacy-held-inspections = Motifs écrits à l'atelier
privacy-held-decisions = Décisions, pour ce qu'elles savaient du client
privacy-held-counts = Mois de statistiques de retour
privacy-held-refusals = Refus d'import qui citaient la personne
privacy-held-events = Événements
privacy-held-answers = Réponses à des requêtes répétées
privacy-held-webhooks = Réponses de destinataires de webhooks
privacy-held-desk = Recherches enregistrées
privacy-held-drafts = Retours commencés
privacy-kept-refunds = Remboursements
privacy-kept-credits = Avoirs
privacy-kept-credits-open = dont avoirs encore utilisables
privacy-kept-statements = Déclarations de rétractation, gardées comme preuve en cas de litige aussi longtemps que les noms (RGPD, art. 17.3 e)
privacy-kept-entries = Écritures comptables

privacy-summary-title = Vos données chez { $shop }
privacy-summary-made = Établi le { $at }
privacy-summary-head-who = Vous
privacy-summary-head-orders = Vos commandes
privacy-summary-head-returns = Vos retours
privacy-summary-head-kept = Combien de temps nous les gardons
privacy-summary-head-files = Dans cette archive
privacy-summary-email = Adresse e-mail
privacy-summary-names = Noms
privacy-summary-shop-ids = Identifiants dans la boutique
privacy-summary-country = Pays
privacy-summary-order = Commande { $number } du { $day }
privacy-summary-return = Retour { $number } du { $day }
privacy-summary-none = Rien.
privacy-summary-files = Cette page résume. Les fichiers JSON contiennent tout : person (vous), orders (commandes), returns (retours, messages, e-mails, remboursements), withdrawals (rétractations), looks (quand vos données ont été consultées). Vos photos et vos étiquettes sont dans les dossiers photos et labels.
privacy-summary-rights = Vous pouvez demander la correction ou l'effacement de ces données, et saisir l'autorité de protection des données de votre pays. Pour nous écrire : { $contact }.
privacy-look-case = a ouvert le dossier
privacy-look-order = a ouvert la commande
privacy-look-search = a fait une recherche
privacy-look-person = a vu ce qui est conservé
privacy-look-export = a exporté les données
privacy-look-dossier = a sorti le dossier de preuve
