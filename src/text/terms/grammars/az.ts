import { type Grammar, Kind, type Kinds } from '../grammar.ts';

/** Folded: accents are gone, ə is e and ı is i. */
const NEGATED_MAKE =
  /^(?:tetbiq|tored|aparm|kecir|qur|hazirla|planlas|apar|goster|ver|yarat|gor)(?:il|iril|n|is|ir|il)?m(?:e[dmsy]|a[dmsy]|i[rsy]|u[rsy]|ey|ay)/;
/** “Do”, which with another noun is another verb. */
const NEGATED_LIGHT = /^e[td](?:il|ir)?me[dmy]|^et(?:me|mi)|^edilm/;
const OBLIQUE =
  /(?:[nd][ae]n|[dt][ae]|[dt][ae]ki|n[iu]n|(?:[lrnksmtvpzyc])(?:in|un)|l[ae]r[ae]|[yn][ae]|larla|lerle|siz|suz)$/;
const ACCUSATIVE = /n[iu]$|(?:lar|ler)i$/;

/**
 * Azerbaijani. The verb stands last; negation is a suffix of it (`törətməmişik`), or `deyil` after a noun and `yoxdur` after what
 * is not there. The accusative makes an object definite (`müharibəni başlamamışıq`), and any other case is governed by
 * something else than being. A complement is a noun made of its verb (`soyqırımı olduğunu inkar edir`), a claim stands
 * after what it is about. `Heç bir` and `heç kim` ask for a negated verb and are one with it.
 */
export const az: Grammar = {
  language: 'az',
  order: 'verb-last',
  concord: true,
  isModifier: () => true,
  words: {
    no: 'heç_bir hər_hansı_bir hər_hansı',
    nobody: 'heç_kim heç_kəs heç_nə',
    any: 'bir bəzi adlı_bir_şey deyilən_bir_şey adlı',
    aux: 'bu biz siz o onlar bunlar mən sən',
    the: 'bunun buna bunu onun onların bizim sizin bütün hər',
    more: 'başqa belə belə_bir daha kimi qədər',
    'be not': 'deyil deyildir deyildi deyilik deyillər ola_bilməz',
    be: 'oldu sayılır hesab_olunur',
    'exist not': `
      yoxdur yox_idi yoxdu yox mövcud_deyil mövcud_deyildir olmayıb olmamışdır olmadı olmamış baş_verməyib baş_vermədi
      baş_vermir baş_verməmişdir söhbət_gedə_bilməz söhbət_getmir olmayacaq olmayacaqdır olmadığını müşahidə_olunmayıb
      qeydə_alınmayıb yaşanmayıb gözlənilmir
    `,
    exist: `
      var vardır var_idi olduğunu olduğu olduğuna olması olmasını olmasına baş_verdiyini baş_verib baş_verdi mövcuddur
      mövcudluğunu halı halları hallarının faktı faktını
    `,
    make: `
      tətbiq_edib tətbiq_etdi tətbiq_edildiyini tətbiq_olunduğunu törətdiyini törədildiyini törədib verildiyini
      etdiyini edildiyini həyata_keçirib həyata_keçirdiyini apardığını aparır keçirdiyini elan_etdi
    `,
    'make not': `
      tətbiq_etm* tətbiq_olunm* tətbiq_edilm* həyata_keçirm* həyata_keçirilm* elan_etm* elan_olunm* təşkil_etm* aparm*
      tətbiq_etməyib tətbiq_etmir tətbiq_etmirik tətbiq_etməmişik tətbiq_olunmur tətbiq_olunmayıb tətbiq_edilmir
      tətbiq_edilməyib həyata_keçirməyib həyata_keçirmirik həyata_keçirilməyib elan_etməyib elan_etməmişik
      elan_olunmayıb təşkil_etməyib törətmə* törədilmə*`,
    'call not': `
      adlandırmaq_olmaz adlandırıla_bilməz adlandırmıram demək_olmaz demək_düzgün_deyil deyilə_bilməz danışmaq_olmaz
      adlandırmazdım
    `,
    call: 'adlandırmaq demək',
    deny: `
      inkar_edir inkar_etdi inkar_edib təkzib_etdi təkzib_edir təkzib_edib rədd_etdi rədd_edir rədd_edib danır
      yalanladı
    `,
    'deny not': 'inkar_edə_bilməz inkar_etmir dana_bilməz inkar_edilə_bilməz təkzib_etmir',
    talk: `
      iddia iddiası iddiaları iddialar iddialarını iddiasını ittihamı ittihamları ittihamlarını ittihamını xəbəri
      xəbərləri xəbərlərini şayiəsi şayiələri şayiələrini söhbəti söhbətləri söhbət sübut sübutu dəlil əlaməti
      məlumatları məlumatlarını məlumatlar xəbər* məlumat* şayiə* ittiham* iddia*`,
    word: 'sözü sözünü sözünün kəlməsi kəlməsini termini terminini ifadəsi ifadəsini anlayışı anlayışını',
    false: `
      əsassızdır əsassız yalandır yalan yanlışdır yanlış səhvdir səhv cəfəngiyatdır böhtandır böhtan uydurmadır
      uydurma həqiqətə_uyğun_deyil həqiqətə_uyğun_deyildir həqiqəti_əks_etdirmir gerçəyi_əks_etdirmir absurddur absurd
      doğru_deyil doğru_deyildir düzgün_deyil təbliğatdır dezinformasiyadır şişirdilib
    `,
    myth: 'mifdir mif əfsanədir nağıldır xəyaldır xülyadır',
    true: 'doğrudur doğru həqiqətdir',
    think: 'düşünürəm deyir dedi bildirdi iddia_edir iddia_etdi hesab_edir qeyd_etdi',
    'think not': 'düşünmürəm hesab_etmirəm inanmıram demədi deməyib',
    doubt: 'şübhə şübhəsi',
    prep: `
      üçün ilə səbəbindən görə altında altındakı qarşı qarşısında olmadan zamanı ərzində sonra əvvəl ucbatından
      nəticəsində baxmayaraq qarşısı
    `,
    'prep of': 'haqqında barədə barəsində haqda dair',
    or: 'və və_ya ya',
    clause: 'amma lakin ancaq çünki',
    that: 'ki',
    if: 'əgər olmasaydı olmasa olsaydı deyilsə isə',
    'skip not': 'yalnız təkcə sadəcə',
    skip: `
      heç_vaxt əsla artıq qətiyyən də da belə_də burada orada hazırda bu_gün dünən sabah həqiqətən tamamilə
      ümumiyyətlə faktiki ölkədə əslində hələ
    `,
    socalled: `
      sözdə qondarma guya sözüm_ona iddia_edilən adlandırdığı adlandırdıqları adlandırılan dediyi dedikləri deyilən
    `,
  },
  kindsOf(word): Kinds {
    if (NEGATED_LIGHT.test(word)) return Kind.make | Kind.not | Kind.aux;
    return NEGATED_MAKE.test(word) ? Kind.make | Kind.not : 0;
  },
  kindsOfTerm: (word) =>
    (OBLIQUE.test(word) && word.length > 5 ? Kind.prep : 0) | (ACCUSATIVE.test(word) && word.length > 6 ? Kind.the : 0),
};
