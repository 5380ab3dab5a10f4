/** Media types of the files that analysts attach, by extension; anything else is bytes. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  eml: 'message/rfc822',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
};

/** Media type by the extension of a file name; says nothing of what the bytes really are. */
export const mimeOf = (name: string): string =>
  BY_EXTENSION[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

const TEXTS = ['application/json', 'application/xml', 'message/rfc822'];
const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** How a file can be shown inside the app: as text (markup is shown, never run), as a picture, or not. */
export const previewKind = (mime: string): 'text' | 'image' | 'none' => {
  if (mime.startsWith('text/') || TEXTS.includes(mime)) return 'text';
  return IMAGES.includes(mime) ? 'image' : 'none';
};
