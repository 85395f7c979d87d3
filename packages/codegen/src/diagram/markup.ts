const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand in SVG and HTML, in an attribute too: no label can become markup. */
export const markup = (text: string): string =>
  text
    // What XML has no place for, half a character too, and what would turn the text around it.
    .replaceAll(/[^\P{Cc}\n]|[\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '�')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
