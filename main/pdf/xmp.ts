/** What the file says about itself. `instant` is ISO 8601 in UTC without fractions. */
export type FileFacts = {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly keywords: string;
  readonly instant: string;
  readonly creator: string;
  readonly producer: string;
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
} as const;

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const list = (kind: 'Alt' | 'Bag' | 'Seq', content: string): string => element(`rdf:${kind}`, content);

/** PDF/A knows no PDF/UA: its property has to be described before it may be used (ISO 19005-3, 6.6.2.3). */
const UA_SCHEMA = element(
  'pdfaExtension:schemas',
  list(
    'Bag',
    `<rdf:li rdf:parseType="Resource">${[
      element('pdfaSchema:schema', 'PDF/UA identification schema'),
      element('pdfaSchema:namespaceURI', NAMESPACES.pdfuaid),
      element('pdfaSchema:prefix', 'pdfuaid'),
      element(
        'pdfaSchema:property',
        list(
          'Seq',
          `<rdf:li rdf:parseType="Resource">${[
            element('pdfaProperty:name', 'part'),
            element('pdfaProperty:valueType', 'Integer'),
            element('pdfaProperty:category', 'internal'),
            element('pdfaProperty:description', 'Part of PDF/UA that the file conforms to'),
          ].join('')}</rdf:li>`,
        ),
      ),
    ].join('')}</rdf:li>`,
  ),
);

/** The XMP packet of a file that claims PDF/A-3a and PDF/UA-1. */
export function xmpPacket(facts: FileFacts): string {
  const spaces = Object.entries(NAMESPACES)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  const properties = [
    element('pdfaid:part', '3'),
    element('pdfaid:conformance', 'A'),
    element('pdfuaid:part', '1'),
    element('dc:format', 'application/pdf'),
    element('dc:title', list('Alt', `<rdf:li xml:lang="x-default">${escaped(facts.title)}</rdf:li>`)),
    element('dc:creator', list('Seq', element('rdf:li', escaped(facts.author)))),
    element('dc:language', list('Bag', element('rdf:li', facts.lang))),
    element('pdf:Keywords', escaped(facts.keywords)),
    element('pdf:Producer', escaped(facts.producer)),
    element('xmp:CreatorTool', escaped(facts.creator)),
    element('xmp:CreateDate', facts.instant),
    element('xmp:ModifyDate', facts.instant),
    UA_SCHEMA,
  ].join('\n');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${spaces}>
${properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}
