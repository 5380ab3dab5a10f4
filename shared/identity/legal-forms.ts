import { editDistance } from './edits.ts';

/**
 * Families of legal forms as far as they tell parties apart. `company` says nothing but "a business", so that it goes
 * with every other; a private company and a public one of the same name are two legal persons.
 */
export type FormFamily =
  | 'company'
  | 'private'
  | 'public'
  | 'partnership'
  | 'foundation'
  | 'association'
  | 'cooperative'
  | 'state';

/**
 * How legal forms are written, folded (`foldName`), several words with spaces. A small table of our own for the forms
 * that cases meet; codes and full names of all forms of the world are in the Entity Legal Forms list of GLEIF, against
 * which a test compares it.
 */
const FORMS: Readonly<Record<FormFamily, readonly string[]>> = {
  company: [
    'co',
    'company',
    'corp',
    'corporation',
    'inc',
    'incorporated',
    'and co',
    'firma',
    'cie',
    'compagnie',
  ],
  private: [
    'sprl',
    'ebvba',
    'sprlu',
    'ug haftungsbeschrankt',
    'sagl',
    'sll',
    'slne',
    'sa rl s',
    'cyf',
    'cic',
    'ivs',
    'gesellschaft mbh',
    'bv',
    'bvba',
    'bv io',
    'besloten vennootschap',
    'besloten vennootschap met beperkte aansprakelijkheid',
    'ltd',
    'limited',
    'pte ltd',
    'pte limited',
    'pty ltd',
    'pty limited',
    'pvt ltd',
    'private limited',
    'private limited company',
    'co ltd',
    'co limited',
    'company limited',
    'corporation limited',
    'pte',
    'pty',
    'pvt',
    'llc',
    'lc',
    'limited liability company',
    'l l c',
    'gmbh',
    'ggmbh',
    'mbh',
    'ug',
    'unternehmergesellschaft',
    'gesellschaft mit beschrankter haftung',
    'ges mbh',
    'gesmbh',
    'sarl',
    'sa rl',
    'sarls',
    'eurl',
    'sasu',
    'sas',
    'societe a responsabilite limitee',
    'societe par actions simplifiee',
    'srl',
    'srls',
    'societa a responsabilita limitata',
    'societatea cu raspundere limitata',
    'societate cu raspundere limitata',
    'sl',
    'slu',
    'sociedad limitada',
    'sociedad de responsabilidad limitada',
    's de rl',
    's de rl de cv',
    'lda',
    'limitada',
    'ltda',
    'sociedade limitada',
    'sp zoo',
    'sp z oo',
    'spolka z ograniczona odpowiedzialnoscia',
    'spol s ro',
    'sro',
    's ro',
    'doo',
    'd oo',
    'kft',
    'eood',
    'ood',
    'uab',
    'sia',
    'osauhing',
    'aps',
    'anpartsselskab',
    'ooo',
    'obshchestvo s ogranichennoy otvetstvennostyu',
    'obshchestvo s ogranichennoi otvetstvennostiu',
    'tov',
    'too',
    'tovarystvo z obmezhenoyu vidpovidalnistyu',
    'epe',
    'ike',
    'kk ltd',
    'yugen kaisha',
    'godo kaisha',
    'gk',
    'sdn bhd',
    'ltd sti',
    'limited sirketi',
    'fze',
    'fzco',
    'fz llc',
    'wll',
    'youxian gongsi',
    'youxiangongsi',
  ],
  public: [
    'psa',
    'sal',
    'sicav',
    'sicaf',
    'scarl',
    'nv',
    'naamloze vennootschap',
    'plc',
    'public limited company',
    'ag',
    'aktiengesellschaft',
    'kgaa',
    'sa',
    'societe anonyme',
    'sociedad anonima',
    'sa de cv',
    'sab de cv',
    'sociedade anonima',
    'spa',
    'societa per azioni',
    'se',
    'societas europaea',
    'ab',
    'publ',
    'aktiebolag',
    'asa',
    'as',
    'aksjeselskap',
    'a s',
    'aktieselskab',
    'oyj',
    'oy',
    'osakeyhtio',
    'hf',
    'ehf',
    'jsc',
    'ojsc',
    'cjsc',
    'pjsc',
    'joint stock company',
    'open joint stock company',
    'closed joint stock company',
    'public joint stock company',
    'oao',
    'zao',
    'pao',
    'ao',
    'aktsionernoe obshchestvo',
    'otkrytoe aktsionernoe obshchestvo',
    'zakrytoe aktsionernoe obshchestvo',
    'publichnoe aktsionernoe obshchestvo',
    'pat',
    'prat',
    'vat',
    'kk',
    'kabushiki kaisha',
    'kabushikigaisha',
    'bhd',
    'tbk',
    'pt',
    'rt',
    'nyrt',
    'zrt',
    'ad',
    'dd',
    'akciova spolecnost',
    'spolka akcyjna',
    'anonim sirketi',
    'ae',
    'anonymi etaireia',
    'saoc',
    'saog',
    'qpsc',
    'na',
    'gufen youxian gongsi',
  ],
  partnership: [
    'senc',
    'secs',
    'seca',
    'secsp',
    'comm v',
    'commv',
    'comm va',
    'ohg mbh',
    'gmbh and co ohg',
    'gmbh and co kgaa',
    'ag and co kgaa',
    'kgaa and co kg',
    'partg',
    'partg mbb',
    'ek',
    'e k',
    'og',
    'keg',
    'sp j',
    'sp k',
    'ska',
    'i s',
    'k s',
    'p s',
    's com',
    's en c',
    'eesv',
    'ewiv',
    'gie',
    'geie',
    'cv',
    'commanditaire vennootschap',
    'vof',
    'vennootschap onder firma',
    'maatschap',
    'kg',
    'kommanditgesellschaft',
    'ohg',
    'gbr',
    'gmbh and co kg',
    'ag and co kg',
    'lp',
    'llp',
    'lllp',
    'limited partnership',
    'limited liability partnership',
    'snc',
    'scs',
    'scsp',
    'sca',
    'slp',
    'ks',
    'hb',
    'kb',
  ],
  foundation: [
    'fon',
    'private stichting',
    'stichting',
    'st',
    'stiftung',
    'fondation',
    'foundation',
    'fundacion',
    'fondazione',
    'ano',
    'avtonomnaya nekommercheskaya organizatsiya',
    'waqf',
  ],
  association: [
    'ivzw',
    'aisbl',
    'vve',
    'vvag',
    'vereniging',
    'verein',
    'ev',
    'eingetragener verein',
    'asbl',
    'vzw',
    'association',
    'asociacion',
    'associazione',
    'forening',
    'fgup',
  ],
  cooperative: [
    'sce',
    'owm',
    'cvoa',
    's coop',
    'soc coop',
    'societa cooperativa',
    'amba',
    'ek for',
    'gen',
    'gen mbh',
    'cooperatie',
    'cooperatief',
    'cooperatie ua',
    'cooperatief ua',
    'cooperatieve',
    'coop',
    'ua',
    'wa',
    'ba',
    'eg',
    'genossenschaft',
    'cooperative',
    'cooperativa',
    'scrl',
    'cvba',
  ],
  state: [
    'gup',
    'mup',
    'federalnoe gosudarstvennoe unitarnoe predpriyatie',
    'state enterprise',
    'staatsbedrijf',
    'gp',
    'dp',
  ],
};

const BY_WORDS = new Map<string, FormFamily>(
  Object.entries(FORMS).flatMap(([family, spellings]) =>
    spellings.map((words) => [words, family as FormFamily] as const),
  ),
);
const MOST_WORDS = Math.max(...[...BY_WORDS.keys()].map((words) => words.split(' ').length));

/** Everything the table knows, for the test against GLEIF's list. */
export const familyOfForm = (folded: string): FormFamily | undefined => BY_WORDS.get(folded);

/** What a name says of its legal form and the words that are left. `family` is the most telling one that was found. */
export type WithoutForm = {
  readonly words: readonly string[];
  readonly family: FormFamily | undefined;
  readonly form: string | undefined;
};

/** Full names of forms are long enough to be known with a slip of the pen, or cut off at the end. */
const SAFE_LENGTH = 14;
const LONG = [...BY_WORDS].filter(([words]) => words.length >= SAFE_LENGTH && words.includes(' '));

function misspelt(form: readonly string[]): FormFamily | undefined {
  const text = form.join(' ');
  if (form.length < 2 || text.length < SAFE_LENGTH - 1) return undefined;
  return LONG.find(
    ([words]) =>
      Math.abs(words.length - text.length) < 2 && words[0] === text[0] && editDistance(words, text, 1) < 2,
  )?.[1];
}

/** Finds the longest form that begins at a word. */
function formAt(words: readonly string[], at: number): { family: FormFamily; length: number } | undefined {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const form = words.slice(at, at + length);
    const family = BY_WORDS.get(form.join(' ')) ?? misspelt(form);
    if (family) return { family, length };
  }
  return undefined;
}

/**
 * Takes legal forms off the front and the back of a folded name; one word at least is left. Only forms at the edges
 * are forms: `Compagnie` inside a name is part of it. At the front two letters are taken for a name unless they are a
 * form that is written there (Russian, Dutch foundations).
 */
export function withoutForm(words: readonly string[]): WithoutForm {
  let rest = words;
  const found: { family: FormFamily; form: string }[] = [];
  const take = (at: number, length: number, family: FormFamily): void => {
    found.push({ family, form: rest.slice(at, at + length).join(' ') });
    rest = [...rest.slice(0, at), ...rest.slice(at + length)];
  };
  for (let again = true; again; ) {
    again = false;
    for (let at = Math.max(1, rest.length - MOST_WORDS); at < rest.length; at++) {
      const form = formAt(rest, at);
      if (!form || at + form.length !== rest.length) continue;
      take(at, form.length, form.family);
      again = true;
      break;
    }
  }
  const front = formAt(rest, 0);
  if (
    front &&
    front.length < rest.length &&
    front.family !== 'company' &&
    !WRITTEN_BEHIND.has(rest[0] as string)
  )
    take(0, front.length, front.family);
  const telling = found.find(({ family }) => family !== 'company') ?? found[0];
  return { words: rest, family: telling?.family, form: telling?.form };
}

/** Short forms that stand behind a name only; in front they are the name: `AB Analitica`, `SE Blauw`. */
const WRITTEN_BEHIND = new Set([
  'ab',
  'se',
  'ag',
  'kg',
  'as',
  'eg',
  'ad',
  'dd',
  'na',
  'co',
  'st',
  'rt',
  'ba',
  'wa',
  'hb',
  'ks',
  'kb',
  'gk',
  'pt',
]);

/** Whether two legal forms can be one party's; unknown and "company" go with everything. */
export const formsAgree = (a: FormFamily | undefined, b: FormFamily | undefined): boolean =>
  a === undefined || b === undefined || a === b || a === 'company' || b === 'company';
