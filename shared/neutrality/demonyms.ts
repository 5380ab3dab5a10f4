/**
 * What people of a country and things from it are called where that does not follow from its name, in Dutch and
 * English, folded and without endings (`shared/neutrality/country-words.ts` adds those): "rus" and "russ" for Rusland
 * and Russia. Countries that are not here form their words from the name; words that mean something else more often
 * ("let", "pool") are left out.
 */
export const DEMONYMS: Readonly<Record<string, string>> = {
  AE: 'emirati emiraat emiraten emirates',
  AT: 'oostenrijk austrian',
  BE: 'belg belgisch belgian vlaams',
  BR: 'braziliaan brazilian',
  CH: 'zwitser swiss',
  CL: 'chileen chilean',
  CY: 'cypriot cyprioot cypriotisch',
  CZ: 'tsjech czech',
  DE: 'duits duitser german',
  DK: 'deen deens dane danish',
  EE: 'estlands estonian',
  ES: 'spaans spanjaard spaniard spanish',
  FI: 'fins finnish',
  FR: 'frans fransman fransen french',
  GB: 'brit brits british engels english engeland england brittannie britain schots',
  GR: 'griek grieks greek',
  HK: 'hongkong',
  HR: 'kroaat kroatisch croat croatian',
  HU: 'hongaar hongaars hungarian',
  IE: 'iers irish',
  IL: 'israelier israelisch israeli',
  IN: 'indiaas indiase indier indian',
  IQ: 'iraki iraakse iraaks iraqi',
  IR: 'iraans iranier iranian',
  IT: 'italiaan italiaans italian',
  JP: 'japanner japanse japanese',
  KP: 'noordkoreaan',
  KR: 'koreaan koreaans korean',
  LT: 'litouwer litouws lithuanian',
  LV: 'latvian',
  MX: 'mexicaan mexicaans mexican',
  NO: 'noor noors norwegian',
  PH: 'filipijn filipijns filipino',
  PL: 'poolse polish',
  PT: 'portugees portugese portuguese',
  RO: 'roemeen roemeens romanian',
  RU: 'rus russ russisch russian',
  SA: 'saoedi saoedisch saudi',
  SE: 'zweed zweeds swede swedish',
  SG: 'singaporees',
  SK: 'slowaak slowaaks slovak',
  SY: 'syrier syrisch syrian',
  TR: 'turk turks turkije turkey turkish',
  UA: 'oekraien oekrainer oekraiens ukrainian',
  US: 'amerika amerikaan amerikaans america american',
  ZA: 'zuidafrikaan zuidafrikaans',
};

/** Abbreviations that people write for a country. Found in capitals alone: "vs" and "us" are words too. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  AE: 'VAE UAE',
  CN: 'PRC VRC',
  GB: 'VK UK GB',
  KP: 'DPRK',
  US: 'VS US USA',
};
