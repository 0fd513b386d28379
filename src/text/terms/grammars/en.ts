import { type Grammar, Kind } from '../grammar.ts';

/**
 * English. The verb stands between its subject and its object. A helping verb takes `not`, and the word after it is the
 * verb ("does not support sanctions"); after `be`, which needs no help, it belongs to what the subject is said to be
 * ("are not economic sanctions"). `No` negates a noun, and with it the clause if the noun is its subject or is said to
 * be there. Two negations of a clause cancel out. `Any` and `a` name nothing known; `the`, `this` and possessives do,
 * and so does a comparison ("a more brutal war", "a war like this"). `Deny` negates its object, `reject` and `dismiss` negate claims
 * only: who rejects sanctions does not say that there are none. The tokens of "isn’t" are `isn` and `t`.
 */
export const en: Grammar = {
  language: 'en',
  order: 'verb-first',
  concord: false,
  isPronoun: (word) => /^(?:it|he|she|they|him|them|there)$/.test(word),
  isDemonstrative: (word) => /^(?:this|that|these|those)$/.test(word),
  isUnreal: (word) =>
    /^(?:will|would|shall|should|can|could|may|might|must|wo|won|ca|cannot|cant|wouldn|couldn|shouldn|mustn|ll|to|let|ought)$/.test(
      word,
    ),
  words: {
    'clause prep': `
      want wants wanted wish wishes wished wanting need needs needed hope hopes hoped expect expects expected fear
      fears feared like likes liked afford tolerate tolerates tolerated accept accepts accepted forget forgets forgot
      forgotten support supports supported oppose opposes opposed favour favor favoured favored recognise recognize
      recognised recognized condemn condemned deserve deserves deserved mention mentions mentioned discuss discussed
      lift lifts lifted stop stops stopped end ends ended fight fights fought win wins won survive survived endure
      endured remember remembers recall recalls imagine understand understands understood know knows knew known care
      justify justifies justified excuse excuses condone ease eased prevent prevented welcome welcomed resist resisted
      love hate escape escaped risk bring brings face_up_to demand demands demanded solve solved provoke provoked
      protest enjoy trust blame regret avert call_for called_for calls_for flee flees fled fleeing leave leaves left quit`,
    not: `
      not never nor no_longer hardly scarcely barely in_no_way by_no_means not_by_any_means not_once
      by_no_stretch_of_the_imagination by_no_stretch at_no_point at_no_time under_no_circumstances
    `,
    no: 'no not_a_single not_one not_a_shred_of not_a_trace_of zero neither_a not_any never_any neither no_such',
    nobody: `
      nobody no_one noone none nothing nowhere no_country no_government no_state no_nation no_army no_soldier
      neither_side neither_of few
    `,
    any: `
      a an any a_shred_of a_trace_of some one what_kind_of any_kind_of a_kind_of any_sort_of any_form_of a_form_of
      acts_of an_act_of a_case_of a_campaign_of cases_of instances_of a_policy_of a_state_of policy_of act_of
      campaign_of case_of form_of sort_of instance_of state_of element_of practice_of degree_of level_of semblance_of
      question_of_any kind_of
    `,
    the: `
      the this that these those my our your his her its their both each every all it he she they him them there whose
      such_and_such s most many
    `,
    more: `
      another such more less worse bigger greater larger deadlier bloodier longer further additional second next
      better like unlike similar_to such_a most_brutal worse_than than of_this_kind on_this_scale on_such_a_scale this_big this_brutal this_bad this_severe this_large this_serious this_cruel this_deep this_bloody this_long so_brutal`,
    be: `
      is are was were be been being am amounts_to amount_to amounted_to amounting_to constitutes constitute
      constituted constituting becomes become became represents represented qualifies_as qualify_as qualified_as
      counts_as count_as counted_as means mean looks_like look_like looked_like resembles it_s that_s this_s he_s
      she_s what_s i_m we_re they_re you_re remains remain isn_t_just isn_t_only isn_t_merely isn_t_simply wasn_t_just
      wasn_t_only wasn_t_merely wasn_t_simply aren_t_just aren_t_only weren_t_just slip slipped slide slid descend
      descended plunge plunged fell fallen
    `,
    'be not': 'isn_t isnt aren_t arent wasn_t wasnt weren_t werent ain_t aint isn’t cannot_be can_t_be',
    exist: `
      exist exists existed existing happen happens happened happening occur occurs occurred take_place takes_place
      took_place taken_place taking_place going_on there_is there_are there_was there_were there_s there_be
      there_has_been there_have_been there_had_been there_will_be there_would_be there_can_be there_could_be
      there_might_be there_may_be there_having_been there_ever_was there_ever_were materialized materialised under_way underway
    `,
    'exist not': `
      there_isn_t there_isnt there_aren_t there_wasn_t there_weren_t there_won_t_be there_hasn_t_been
      there_haven_t_been there_hadn_t_been there_never_was there_never_were there_has_never_been there_have_never_been
      there_had_never_been there_will_never_be there_never_has_been there_can_not_be there_cannot_be
      there_can_never_be there_is_not there_are_not there_was_not there_were_not there_will_not_be there_has_not_been
      there_have_not_been nonexistent non_existent does_not_exist
    `,
    make: `
      impose imposes imposed imposing commit commits committed committing wage wages waged waging conduct conducts
      conducted conducting carry_out carries_out carried_out carrying_out perpetrate perpetrated perpetrating launch
      launches launched launching enforce enforces enforced enforcing enact enacted enacting introduce introduces
      introduced introducing declare declared declaring implement implemented implementing institute instituted stage
      staged staging mount mounted orchestrate orchestrated engage_in engages_in engaged_in engaging_in practise
      practises practised practice practices practiced practicing impose_on exercise exercises exercised establish
      established set_up pursue pursued pursuing run runs running plan plans planned planning prepare preparing
      execute executed inflict inflicted inflicting unleash unleashed see seen saw sees seeing witness witnessed find
      found observe observed detect detected face faces facing faced experience experienced suffer suffers suffered
      suffering contain contains contained includes include included hold holds held had have has having has_had
      have_had carry create created creating sign signed issue issued violate violated seek seeking sought develop
      develops developed developing build builds built building acquire acquired acquiring possess possesses possessed
      order ordered ordering use used using receive received receiving take took taken taking pay paid paying start
      starts started starting initiate initiated form formed break broken breaking sponsor fund support_for stockpile
      produce produced harbour harbor host authorise authorize authorised authorized pass passed adopt adopted confirmed recorded reported verified substantiated documented registered hire hires hired hiring recruit recruited recruiting deploy deploys deployed deploying employ employed build_up
      attempt attempts attempted attempting plot plots plotted plotting hatched undertake undertook undertaken engineer
      engineered instigate instigated foment fomented contemplate contemplated envisage envisaged`,
    call: `
      call calls called calling describe describes described describing label labels labelled labeled labelling
      labeling term termed terming dub dubs dubbed characterize characterise characterized characterised
      characterizing characterising brand branded branding portray portrays portrayed portraying speak_of speaks_of
      spoke_of spoken_of speaking_of refer refers referred referring consider considered considering regard regarded
      class classify classified categorise categorize paint painted depict depicted treat_as use_the_word use_the_term
      is_called was_called are_called be_called is_described is_known are_known was_known talk_of talks_of talked_of
      talking_of talk_about speak_about see_this_as see_it_as view viewed treat treats treated treating`,
    deny: 'deny denies denied denying denial_of denials_of disavow disavowed disavows',
    reject: `
      reject rejects rejected rejecting refute refutes refuted refuting dismiss dismisses dismissed dismissing dispute
      disputes disputed disputing rebut rebutted contradict contradicts contradicted rubbish rubbished rubbishes
      repudiate repudiated debunk debunked brush_aside brushed_aside brushed_off rule_out rules_out ruled_out deny_all
      no_truth_to no_truth_in no_substance_to no_basis_for
    `,
    talk: `
      claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors suggestion
      suggestions assertion assertions charge charges insinuation insinuations story stories narrative narratives
      notion idea evidence proof sign signs indication indications trace traces hint talk question such_thing_as
      thing_as possibility prospect theory myth_of existence news tales tale speculation basis_for risk_of danger_of
      hint_of grounds assertion_of
    `,
    word: 'word words term terms phrase label wording expression epithet terminology slogan',
    false: `
      false untrue baseless unfounded groundless unsubstantiated nonsense nonsensical absurd ridiculous preposterous
      laughable wrong mistaken incorrect inaccurate misleading ludicrous slander slanderous disinformation
      misinformation propaganda fabricated exaggerated overblown a_stretch an_exaggeration a_mistake an_insult
      an_overstatement without_foundation without_basis without_merit bogus refuse refuses refused refusing decline
      declined declines stop_short_of stopped_short_of stops_short_of avoid avoided avoids avoiding refrain refrained
      far_fetched wrongly falsely mistakenly incorrectly erroneously not_accurate premature lying lied liar liars disingenuous dishonest irresponsible inappropriate hyperbole libel libellous
      defamatory fake_news made_up hogwash lies rubbish no_basis no_foundation no_merit no_basis_in hesitate hesitates
      hesitated have_no_basis has_no_basis had_no_basis has_no_foundation
    `,
    myth: `
      lie myth hoax fiction fabrication fabrications fantasy invention figment imaginary fairy_tale fairytale fake
      mirage nonexistent non_existent delusion illusion propaganda_lie a_lie scam con false_flag phantom
    `,
    true: 'true real the_case accurate correct factual so fair_to justified_to',
    think: `
      think thinks thought believe believes believed say says said saying claim_that suggest suggests suggested
      suggesting imply implies implied implying mean_that means_that insist insists insisted maintain maintains
      maintained argue argues argued arguing assert asserts asserted state states stated contend contends contended
      allege alleges alleged appear appears appeared seem seems seemed admit admits admitted accept_that confirm
      confirms confirmed show shows showed shown prove proves proved proven indicate indicates indicated agree agreed
      concede conceded convinced find_that fair_to right_to able_to possible_to pretend told tell tells announced
    `,
    doubt: 'doubt doubts doubted doubting doubtful unlikely impossible cannot_rule_out',
    of: 'of about regarding concerning',
    in: 'in at under as on into facing',
    prep: `
      to for with without despite since because_of due_to amid during until till against from by over after before
      between through throughout amidst within beyond behind upon following given afraid_of scared_of fear_of out_of
      up_to about_the instead
    `,
    or: 'or and',
    that: 'that whether_or_not',
    clause: `
      but because although though while whereas when where who whom whose how why so_that until yet however unless
      like_to let than_when cannot_afford whether despite_that
    `,
    if: 'if unless provided_that had_there suppose',
    rather: `
      rather_than instead_of far_from anything_but anything_other_than nothing_like not_so_much short_of
      nothing_to_do_with and_not as_opposed_to in_no_sense nothing_could_be_further_from
    `,
    aux: `
      do does did will would shall should can could may might must let ll ve d re going_to used_to able_to have_been
      has_been had_been go_so_far_as_to go_as_far_as_to
    `,
    'aux not': `
      don_t dont doesn_t doesnt didn_t didnt won_t wont wouldn_t wouldnt shouldn_t can_t cant cannot couldn_t couldnt
      mustn_t hasn_t hasnt haven_t havent hadn_t hadnt needn_t never_did
    `,
    'skip not': 'only just merely simply solely',
    skip: `
      really even also still now today then here ever actually indeed yet already at_all whatsoever in_fact of_course
      certainly clearly very quite so too again always period any_longer not_only not_just not_merely not_simply
      not_solely not_least isn_t_just_t nothing_but nothing_less_than nothing_short_of nothing_other_than
      none_other_than no_less_than no_more_no_less no_doubt without_doubt without_a_doubt without_question no_matter
      if_not no_longer_just whether_you_like_it_or_not either soon tomorrow yesterday plain outright full real_kind_of
      for_us to_us like_it_or_not in_the_least any_more no_wonder no_accident not_least_because deliberate alleged_to
    `,
    socalled: 'so_called socalled alleged supposed purported self_styled self_proclaimed ostensible',
    what: 'what which as',
    me: 'i we you us me one to_be else can_only rightly',
  },
  kindsOf: (word) => (word.length > 4 && word.endsWith('ly') ? Kind.skip : 0),
};
