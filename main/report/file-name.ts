/** A name for a file out of words: letters, digits, spaces and hyphens, not too long. */
export function fileNameOf(title: string, extension: string, otherwise: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return `${plain || otherwise}.${extension}`;
}
