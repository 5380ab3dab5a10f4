/**
 * Words that people choose first, most likely first, Dutch and English mixed: the estimator counts a word of this
 * list as a handful of guesses. Deliberately short: it is there for what analysts would type on a work laptop, not
 * to replace a cracker's list.
 */
const WORDS = `
wachtwoord password welkom welkom01 geheim qwerty azerty admin letmein welcome hallo hello secret iloveyou
ikhouvanjou schatje liefje lieverd dragon monkey master sunshine princess prinses shadow football voetbal
ajax feyenoord psv oranje holland nederland amsterdam rotterdam denhaag utrecht eindhoven groningen
zomer winter lente herfst voorjaar najaar januari februari maart april juni juli augustus september oktober
november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag summer winter spring autumn
monday friday january february march
ministerie minister overheid rijksoverheid rijk staat kabinet economie economisch economische veiligheid
defensie justitie financien buitenlandse zaken klimaat dossier zaak kluis vault waarborg garantie fonds
investering strategisch strategische autonomie toets toetsing bedrijf onderneming aandeel aandelen belang
analist analyse beleid afdeling directie departement geheim vertrouwelijk confidential
login inlog toegang access test testen tester proef demo temp tijdelijk nieuw oud default standaard gebruiker
user guest gast root system systeem computer laptop internet server database bestand backup sleutel key code
pincode slot open sesam abc abcd abcde abcdef abc123 aaa asdf asdfgh zxcvbn qazwsx qwertyuiop poiuytrewq
een twee drie vier vijf zes zeven acht negen tien one two three four five six
jan piet klaas kees henk willem johan peter hans maria anna eva lisa sophie emma julia daan sem lucas thomas
michael michelle jennifer jessica daniel andrew robert charlie maggie buster tigger ginger pepper
hond kat poes paard vogel vis konijn beer leeuw tijger olifant dog cat horse fish rabbit bear lion tiger
mama papa moeder vader zus broer oma opa familie vriend vriendin kind baby love liefde geluk gelukkig happy
koffie thee bier wijn kaas brood appel peer banaan chocolade cookie pizza
auto fiets trein bus boot vliegtuig porsche ferrari mercedes bmw volvo
rood oranje geel groen blauw paars zwart wit grijs goud zilver red green blue black white silver golden
zon maan ster sterren hemel wolk regen sneeuw wind storm vuur water aarde zee strand berg bos bloem roos
jezus god engel duivel superman batman spiderman pokemon starwars matrix merlin gandalf naruto
trustno1 whatever freedom vrijheid power kracht magic killer ninja soccer hockey tennis baseball basketball
muziek music gitaar guitar piano rock metal jazz
school leraar student boek lezen schrijven huis kamer tuin deur raam straat stad dorp land wereld
correcthorsebatterystaple
`;

export const COMMON_WORDS: readonly string[] = [...new Set(WORDS.trim().split(/\s+/))];

/** Rows of a keyboard, forwards: stretches of them are a habit, not a secret. */
export const KEYBOARD_ROWS: readonly string[] = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
];
