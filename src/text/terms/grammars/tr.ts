import { type Grammar, Kind, type Kinds } from '../grammar.ts';

/** Folded: accents are gone, and ı is i. */
const NEGATED_MAKE =
  /^(?:uygula|yap|isle|kur|yuru|surdur|gerceklestir|duzenle|ilan_et|planla|hazirla|dayat|baslat|koy|cikar|vur|gor)(?:n|il|tir|ul|un|iyor)?m(?:a[dmy]|e[dmy]|iyor|uyor|az|ez|edi|adi)/;
/** “Do”, which with another noun is another verb. */
const NEGATED_LIGHT = /^e[td](?:il|ir)?me[dmy]|^et(?:me|mi)/;
const OBLIQUE =
  /(?:[nd][ae]n|[dt][ae]|[dt][ae]ki|n[iu]n|(?:[lrnksmtvpzyc])(?:in|un)|y?l[ae]|l[ae]r[ae]|y[ae]|lerle|larla|siz|suz|[kglrmptnzsv][ae])$/;
const ACCUSATIVE = /(?:[yn][iu]|(?:lar|ler)i|[lrksmtvpzcg][iu])$/;

/**
 * Turkish. The verb stands last; negation is a suffix of it (`uygulamadık`), or `değil` after a noun and `yok` after what is
 * not there. The accusative makes an object definite (`savaşı başlatmadık`), and any other case is governed by something
 * else than being. A complement is a noun made of its verb (`darbe olduğunu reddetti`), a claim stands after what it is
 * about (`soykırım iddiaları`). `Hiçbir` and `kimse` ask for a negated verb and are one with it.
 */
export const tr: Grammar = {
  language: 'tr',
  order: 'verb-last',
  concord: true,
  isModifier: () => true,
  words: {
    no: 'hiçbir herhangi_bir',
    nobody: 'kimse hiç_kimse hiçbiri',
    any: 'bir bazı diye_bir_şey diye_bir diye_bir_olay diye',
    aux: 'bu biz siz o onlar bunlar ben sen',
    the: 'şu bunun buna bunu şunun onun onların benim bizim sizin bütün tüm her',
    more: 'başka böyle böyle_bir daha kadar gibi',
    'be not': 'değil değildir değildi değiliz değilim değiller olamaz olmaz',
    be: 'oldu olmuş sayılır',
    'exist not': `
      yok yoktur yoktu yokmuş söz_konusu_değil söz_konusu_değildir söz_konusu_olamaz mevcut_değil mevcut_değildir
      yaşanmadı yaşanmamıştır yaşanmıyor olmadı olmamıştır olmamış gerçekleşmedi gerçekleşmemiştir bulunmuyor
      bulunmamaktadır olmayacak olmadığını olmadığı olmadığına görülmedi meydana_gelmedi çıkmadı çıkmayacak
      tespit_edilmedi
    `,
    exist: `
      var vardır vardı yaşandı yaşanıyor olduğunu olduğu olduğuna olduğundan oluyor yaşandığını yaşandığı mevcut
      gerçekleşti bulunduğunu varlığını varlığı
    `,
    make: `
      uyguladı uyguladık uygulandı uygulandığını uygulandığı uygulandığına uyguladığını uyguluyor yapıldığını
      yapıldığı yapıldığına yaptığını yaptığı yapıyor yaptı yapıldı işlediğini işledi işlendiğini ettiğini edildiğini
      gerçekleştirildiğini düzenlediğini yürüttüğünü yürütüyor ilan_etti planladığını yapmak uygulamak
    `,
    'call not': `
      denemez denilemez diyemeyiz diyemez demem demiyorum diyemem adlandırılamaz denmez nitelendirilemez bahsedilemez
      söz_edilemez
    `,
    call: 'demek denmesi denilmesi nitelemek nitelendirmek adlandırmak bahsetmek',
    deny: `
      reddediyor reddetti reddetmiştir reddettiler reddediyoruz yalanladı yalanlıyor yalanlamıştır inkâr_etti
      inkâr_ediyor inkar_etti inkar_ediyor inkâr_eden yalanla* yalanlı* reddet* reddedi*`,
    'deny not': 'inkâr_edemez inkar_edemez reddedemez yalanlayamaz inkâr_edilemez inkar_edilemez',
    talk: `
      iddia iddiası iddiaları iddialar iddialarını iddiasını iddialarının iddialarına suçlaması suçlamaları
      suçlamalarını suçlamasını haberi haberleri haberlerini söylentisi söylentileri söylentilerini söylemi söylemleri
      kanıtı kanıt delili delil işareti belirtisi söylemini iddia* söylenti* haber* suçlama*`,
    word: `
      kelimesi kelimesini kelimesinin kelimesine sözcüğü terimi terimini ifadesi ifadesini kavramı kavramını tabiri
      tabirini sözü sözcüğünü
    `,
    false: `
      asılsız asılsızdır yalan yalandır yanlış yanlıştır gerçek_dışı gerçek_dışıdır gerçeği_yansıtmıyor
      gerçeği_yansıtmamaktadır temelsiz temelsizdir saçma saçmalık saçmadır iftira iftiradır uydurma uydurmadır
      mesnetsiz mesnetsizdir abartı abartılı haksızlık doğru_değil doğru_değildir abesle_iştigal propaganda
      propagandadır dezenformasyon hatalıdır dayanaksız
    `,
    myth: 'efsane efsanedir masal masaldır hayal_ürünü hayal_ürünüdür kurgu kurgudur palavra uydurmaca',
    true: 'doğru doğrudur gerçek',
    think: `
      düşünüyorum sanıyorum söylemek söyledi söylüyor iddia_etti iddia_ediyor savundu savunuyor belirtti açıkladı
      kabul_etti
    `,
    'think not': 'düşünmüyorum sanmıyorum inanmıyorum söylemedi söylemedik düşünmüyoruz inanmıyoruz demedi',
    doubt: 'şüphe kuşku şüphesi şüpheli',
    prep: `
      için ile yüzünden nedeniyle sebebiyle dolayı rağmen altında altındaki karşı karşısında olmadan sırasında boyunca
      sonra önce sonrası öncesi dek bulunmadan bitmeden bitene
    `,
    'prep of': 'hakkında konusunda ilişkin dair yönündeki',
    or: 've veya ya_da',
    clause: 'ama fakat ancak çünkü oysa istemiyoruz ki',
    if: 'eğer olmasaydı olmasa olsaydı değilse ise olursa',
    'skip not': 'sadece yalnızca yalnız',
    skip: `
      asla hiç artık kesinlikle de da bile ortada burada orada şu_anda bugün dün yarın gerçekten zaten hâlâ tamamen
      bu_ülkede türlü şekilde ülkede çok resmen aslında yani
    `,
    socalled: `
      sözde sözümona sözüm_ona güya iddia_edilen dediği dedikleri adlandırdığı adlandırdıkları nitelediği tanımladığı
      denilen denen
    `,
    me: 'bizim_dediğimiz',
  },
  kindsOf(word): Kinds {
    if (NEGATED_LIGHT.test(word)) return Kind.make | Kind.not | Kind.aux;
    return NEGATED_MAKE.test(word) ? Kind.make | Kind.not : 0;
  },
  kindsOfTerm: (word) =>
    (OBLIQUE.test(word) && word.length > 5 ? Kind.prep : 0) | (ACCUSATIVE.test(word) ? Kind.the : 0),
};
