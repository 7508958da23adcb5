# Refus
error-webhook-unknown = Ce webhook n’existe pas, ou n’existe plus.
error-delivery-unknown = Cet envoi n’existe pas, ou n’est plus conservé.
error-webhooks-too-many = { $most } webhooks au plus. Retirez-en un qui ne sert plus.
error-webhook-url-invalid = Cette adresse ne convient pas. Écrivez-la en entier, par exemple https://boutique.example/volte, sans nom d’utilisateur ni mot de passe.
error-webhook-url-too-long = Cette adresse est trop longue : { $longest } caractères au plus.
error-webhook-url-unencrypted = Cette adresse n’est pas chiffrée. Utilisez une adresse qui commence par https.
error-webhook-url-private = Cette adresse mène à un réseau privé. Utilisez une adresse publique, ou demandez à la personne qui gère l’installation d’autoriser ce réseau (VOLTE_WEBHOOKS_ALLOW).
error-webhook-paused = Ce webhook est en pause. Relancez-le d’abord.
error-delivery-under-way = Cet envoi est déjà en route : la prochaine tentative a lieu d’ici deux minutes.

# Ce qu’un essai a donné
webhook-outcome-taken = Reçu
webhook-outcome-redirected = Renvoyé ailleurs : les redirections ne sont pas suivies
webhook-outcome-gone = L’adresse ne veut plus rien recevoir
webhook-outcome-refused = Refusé
webhook-outcome-broken = Panne chez le destinataire
webhook-outcome-timed-out = Pas de réponse à temps
webhook-outcome-no-connection = Connexion impossible
webhook-outcome-name-unknown = Nom de domaine introuvable
webhook-outcome-certificate = Certificat non valable
webhook-outcome-address-refused = L’adresse mène à un réseau privé
webhook-outcome-no-secret = La clé secrète n’est plus lisible : renouvelez-la

webhook-delivery-waiting = En attente
webhook-delivery-taken = Reçu
webhook-delivery-failed = Abandonné
webhook-delivery-skipped = Laissé de côté
