import type { Grammar } from '../grammar.ts';

/**
 * French. `Ne … pas` stands around the verb, and `de` before what is denied to be there (`il n’y a pas de guerre`); a
 * definite article takes it for given (`nous ne lèverons pas le blocus`), but for the subject of `exister` and what is
 * practised in general. `Aucun` negates a noun, and its clause if that is the subject; negations of a clause are one.
 * Adjectives stand after their noun but for a few. A complement begins with `que`.
 */
export const fr: Grammar = {
  language: 'fr',
  order: 'verb-first',
  concord: true,
  negatesAfter: true,
  isModifier: (word) =>
    /^(?:nouve|grand|veritable|vrai|vaste|pretend|soi|suppose|propre|simple|petit|seul|quelconque|telle?s?$)/.test(
      word,
    ),
  isUnreal: (word) => /(?:r(?:ai|as|a|ons|ez|ont|ait|aient|ions)|er|ir|re|ssent|ions)$/.test(word),
  words: {
    'clause prep': `
      veut veulent voulons voulu vouloir voulait veux souhait* besoin crain* craignons faut oubli* accept* tolér*
      soutien* soutenu souten* reconn* compren* attend* mérit* combat* connaî* connai* redout* demand* surviv* gagn*
      arrêt* justifi* exig* empêch* provoqu* permett* aime aiment levé lever lèv* souvien*
    `,
    'rather nobody': 'rien_à_voir_avec',
    not: `
      pas jamais point nullement aucunement ni guère en_rien en_aucun_cas en_aucune_façon en_aucune_manière loin_de_là
      ne_saurait ne_saurions ne_sauraient
    `,
    no: `
      aucun aucune pas_de pas_d plus_de_trace_de jamais_de jamais_d point_de pas_un_seul pas_une_seule pas_la_moindre pas_le_moindre
      la_moindre le_moindre ni_de ni_d pas_l_ombre_d_un
    `,
    nobody: `
      personne nul rien aucun_pays aucun_État aucun_gouvernement aucun_soldat nulle_part aucun_des aucune_des aucun_de
      aucune_de
    `,
    any: `
      un une quelque n_importe_quel n_importe_quelle une_forme_de une_sorte_de un_acte_de des_actes_de
      une_politique_de un_état_de tout toute
    `,
    'any of': 'de d du des de_la de_l',
    the: `
      le la les l ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs chaque tous toutes
      il elle ils elles on lui cela ça c ceux celle celui au aux
    `,
    more: `
      autre autres tel telle tels telles plus pire pires semblable comme comparable deuxième seconde autant aussi
      moins davantage comme_celle comme_celui
    `,
    be: `
      est sont était étaient fut furent sera seront serait seraient soit soient être été étant constitue constituent
      constituait constituer devient devenir devenu représente équivaut_à relève_de relèvent_de s_agit s_agissait
      s_agit_là s_apparente_à agit agissait suis sommes êtes étions soyons soyez fût
    `,
    exist: `
      existe existent existait existé exister existaient existât y_a y_avait y_eut y_aura y_aurait y_ait y_a_eu y_ait_eu
      y_avait_eu y_avoir avait_lieu eu_lieu a_lieu ont_lieu avoir_lieu aura_lieu produit produite produits produites
      survenu survenue arrivé existence_d existence_de l_existence_d l_existence_de
    `,
    make: `
      imposé imposée imposés imposées imposer impose imposent imposons commis commise commises commettre commet
      commettent mené mène mènent mener menons décrété décrétée décréter déclaré déclarée déclarer lancé lancée lancer
      instauré instaurée instaurer instaure institué perpétré perpétrée perpétrés appliqué appliquée appliquées
      appliquer appliquons organisé organisée organiser planifié planifier prépare préparer préparé préparons vu vus
      vue voir voyons voit constaté constatée constater observé observée subi subit subir connu connaît trouvé trouver
      =a ai avons avez ont avait avaient avoir aura aurons auront contient contenait comporte prévoit prévoient prévu
      prévue créé créer signé signée signalé signalée faisons fait enregistré enregistrée touché développe développent
      développer développé reçu reçoit recevoir cherche cherchent chercher fabrique fabriquer possède possèdent
      utilisé utiliser construit construire payé payer ordonné ordonner financé finance pris obtenu versé prononcé prononcée prononcés prononcées prononcer tenté tentée
      tenter entrepris entreprise fomenté fomentée fomenter ourdi envisagé envisagée perpétrées infligé infligée
    `,
    'make exist': `
      pratiqué pratiquée pratiquées pratique pratiquer pratiquent pratiquons exercé exercée exerce exercer recours_à
      recouru_à recourt_à
    `,
    call: `
      appelle appellent appelait appelé appelée appeler appellerais appellerai appelons appelez qualifie qualifient
      qualifié qualifiée qualifier qualifiait qualifierais décrit décrite décrire décrivent nomme nomment nommer nommé
      désigne désignent désigner désigné présente_comme considère considérer considéré parler parle parlent parlé
      parlait parlons évoque évoquer évoqué question dénomme baptisé baptise qualif* appell* décri*
    `,
    deny: 'nie nient nié niait nier nia niaient dément démenti démentis démenties démentie démentent démentir démentait démentit conteste_l nie_l',
    reject: `
      rejette rejettent rejeté rejetée rejetées rejeter rejetait réfute réfutent réfuté réfuter récuse récusent récusé
      récuser conteste contestent contesté contester balaie balaye balayé écarte écarté dispute exclu exclut exclure
    `,
    talk: `
      accusation accusations allégation allégations rumeur rumeurs affirmation affirmations information informations
      nouvelles preuve preuves signe signes indice indices trace traces idée notion thèse thèses soupçon soupçons
      propos récit récits discours théorie mythe_du mythe_de_la mythe_d_un mythe_d_une fable reproche reproches
      hypothèse risque bruit bruits charge
    `,
    word: 'mot mots terme termes expression vocable concept formule étiquette appellation notion_juridique',
    false: `
      faux fausse fausses infondé infondée infondées infondés sans_fondement dénué_de dénuée_de dénuées_de dénués_de
      ment mentent mentait mentir menteur mensonge mensonges mensonger mensongère mensongères absurde absurdes ridicule ridicules grotesque erroné erronée
      erronées inexact inexacte inexactes exagéré exagérée exagération abusif abusive trompeur trompeuse tort erreur
      propagande calomnie calomnies calomnieux calomnieuses désinformation inventé inventée inventées fantaisiste
      fantaisistes refuse refusent refusé refusait refuser refuse_d incorrect incorrecte impropre excessif excessive
      délirant insulte indécent indécente mal_venu déplacé à_tort faussement abusivement
    `,
    myth: `
      mythe fiction invention inventions fantasme fantasmes chimère légende canular illusion leurre imaginaire
      imaginaires affabulation pure_invention
    `,
    true: 'vrai vraie exact exacte réel réelle avéré avérée',
    think: `
      pense pensent penser penses crois croit croient croire croyons dit dire disent disait dirais dirai dirait
      affirme affirment affirmé affirmer assure assurent assuré prétend prétendent prétendre soutient soutiennent
      soutenir estime estiment estimer confirme confirmé confirmer reconnaît reconnaissent admet admettre semble
      semblent suggère suggèrent suggérer indique indiquent montre montrent montrer prouve prouvent prouver permet
      permettent permis peut peuvent pouvait pourra pourrait pourraient peux pouvons saurait saurions déclare
      déclarent annoncé accuse
    `,
    doubt: 'doute doutes doutent douter douteux impossible improbable',
    of: `
      sur concernant quant_à à_propos_de au_sujet_de à_propos_du à_propos_d au_sujet_d faisant_état_de faisant_état_d
      selon_lesquelles
    `,
    in: 'en sous dans comme =à face_à',
    prep: `
      pour par avec sans malgré pendant depuis contre avant après chez vers jusque jusqu à_cause_de à_cause_des
      à_cause_du à_cause_d en_raison_de en_raison_du en_raison_des en_raison_d peur_de peur_des peur_du grâce_à entre
      dès lors_de lors_du parmi outre selon rien_dans victimes_de fin_de
    `,
    or: '=ou et ni',
    that: 'que qu',
    clause: `
      mais car parce_que parce_qu puisque quand lorsque tandis_que alors_que qui dont =où pourquoi comment quoique
      bien_que avant_que jusqu_à_ce_que pour_que afin souhaite souhaitons craint tant_que oublie oublier oublié
    `,
    if: 'si s_il s_ils',
    rather: `
      plutôt_que plutôt_qu au_lieu_de au_lieu_d loin_de loin_d tout_sauf tout_autre_chose_que et_non et_pas et_non_pas
      non non_pas
    `,
    aux: 'va vont allons irons ferons fera',
    'skip not': 'seulement simplement uniquement juste',
    skip: `
      eu ne n se s nous vous me m te t y pas_seulement pas_uniquement pas_simplement pas_juste ni_plus_ni_moins
      ni_plus_ni_moins_que ni_plus_ni_moins_qu rien_de_moins_que rien_de_moins_qu rien_d_autre_que rien_d_autre_qu
      sans_doute sans_aucun_doute aussi encore déjà ici là aujourd_hui hier demain toujours même vraiment totalement
      complètement entièrement absolument purement clairement bien très tout_simplement en_fait jamais_plus
      plus_jamais de_fait également donc alors désormais ainsi quand_même du_tout pas_moins_d_un en_réalité
      parfaitement pourtant là_bas
    `,
    socalled: `
      soi_disant prétendu prétendue prétendus prétendues supposé supposée supposés supposées présumé présumée présumés
      présumées autoproclamé autoproclamée pseudo allégué alléguée
    `,
    what: 'ce_que ce_qu ce_qui comme',
    me: 'je j',
  },
};
