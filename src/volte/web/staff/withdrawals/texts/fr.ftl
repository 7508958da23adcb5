# Les rétractations déclarées en ligne.
staff-withdrawals = Rétractations
staff-withdrawals-lead = Ce que des clients ont déclaré sur la page de rétractation. Ce qui est dans les délais devient un retour aussitôt ; le reste attend quelqu'un ici.
staff-withdrawals-waiting = À examiner
staff-withdrawals-look = À examiner
staff-withdrawals-none-waiting = Rien à examiner
staff-withdrawals-none-waiting-more = Toutes les déclarations ont trouvé leur commande.
staff-withdrawals-all = Toutes
staff-withdrawals-none = Personne ne s'est encore rétracté en ligne.
staff-withdrawal-declared = Ce qui a été déclaré
staff-withdrawal-title = Rétractation { $number }
staff-withdrawal-repeats = La même déclaration avait déjà été envoyée. C'est la première qui compte :
staff-withdrawal-again = { $count ->
    [one] Envoyée une fois de plus :
   *[other] Envoyée encore { $count } fois :
}
staff-withdrawal-emptied = Le texte a été retiré une fois le délai de conservation passé. L'empreinte prouve encore toute copie qu'on vous présenterait.
staff-withdrawal-proves = Le contenu correspond à l'empreinte
staff-withdrawal-changed = Le contenu ne correspond plus à l'empreinte
staff-withdrawal-pdf = Accusé de réception (PDF)
staff-withdrawal-found = Ce qui en suit
staff-withdrawal-carried = Retours ouverts ou rejoints :
staff-withdrawal-what-accepted = dans les délais, peut revenir
staff-withdrawal-what-commercial = sans droit légal.
staff-withdrawal-what-doubt = à trancher.
staff-withdrawal-what-joined = déjà dans un retour en cours
staff-withdrawal-what-gone = déjà revenu ou annulé
staff-withdrawal-which = De quelle commande s'agit-il ?
staff-withdrawal-order = Numéro de commande
staff-withdrawal-search = Chercher
staff-withdrawal-is = Commande { $number } :
staff-withdrawal-articles = Articles visés
staff-withdrawal-articles-help = Rien de coché : toute la commande.
staff-withdrawal-recognise = C'est bien cette commande
staff-withdrawal-recognise-more = La rétractation compte à la date où elle a été déclarée : ce qui était alors dans les délais devient un retour.
staff-withdrawal-answer = Répondre
staff-withdrawal-answer-words = Message à la personne
staff-withdrawal-answer-help = Il part par e-mail. Sans message, la rétractation est seulement marquée comme vue.
staff-withdrawal-answer-go = Répondre et classer
staff-withdrawal-seen = Vue par { $who }
staff-withdrawal-done-recognised = { $number } suit maintenant sa commande.
staff-withdrawal-done-answered = Réponse envoyée pour { $number }.
staff-withdrawal-done-seen = { $number } est classée.
staff-case-withdrawn = Rétractation déclarée
