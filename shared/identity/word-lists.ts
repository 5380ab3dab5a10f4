/** Closed lists of folded words that carry less, or other, information than a name does. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Forms of address and ranks before, and degrees behind, a person's name: left out. */
export const HONORIFICS = list(`
  mr mrs ms miss sir dame lord lady dr drs ir ing prof professor dhr mevr mw meneer mevrouw heer jhr jkvr
  herr frau monsieur madame mme mlle senor senora signor signora sig sheikh shaikh shaykh sheik
  hajji haji hadji mullah mawlawi maulvi ayatollah imam rabbi father pater sister rev reverend president minister
  general gen colonel col major maj captain capt admiral lt lieutenant sgt ambassador senator hon excellency phd msc bsc
  ba ma mba llm jr sr esq gospodin gospozha pan pani comrade`);

/** Articles and joining words: nearly nothing. */
export const STOP_WORDS = list(`
  the of and for in at on to a an de het een van der den voor en te ter ten op s la le les du des et l d el los las y
  del di da do dos e der die das und fur von zu im z ze`);

/** Parts of names that say how two other parts belong together. */
export const PARTICLES = list(`
  al el ul ur ud bin ibn ben bint abu abou umm van von der den de di da dos du la le ter ten te vander of y na bar`);

/** Words that many organisations have; alone they make nobody. */
export const COMMON_WORDS = list(`
  group groep gruppe groupe grupo holding holdings beheer company companies corporation industries industry industrie
  international internationaal international global worldwide europe services service solutions systems systemen
  technologies technology technologie tech trading trade investments investment invest capital fund fonds fondation
  partners ventures management consulting consultancy bank banking trust enterprise enterprises development
  products product manufacturing engineering energy resources national nationale general first united
  institute instituut organisation organization foundation association ministry ministerie government federal
  construction business participaties deelnemingen vastgoed finance financial insurance media digital software
  security logistics transport motor motors electronics`);

/** Short ways of writing common words. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  intl: 'international',
  int: 'international',
  natl: 'national',
  govt: 'government',
  dept: 'department',
  univ: 'university',
  inst: 'institute',
  tech: 'technology',
  mfg: 'manufacturing',
  mgmt: 'management',
  svcs: 'services',
  grp: 'group',
  ind: 'industries',
  assoc: 'association',
  bros: 'brothers',
  organisation: 'organization',
  ibn: 'bin',
  ben: 'bin',
  abou: 'abu',
};
