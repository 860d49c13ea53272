const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
};

/** What HTML can't hold, or a reader can't see: control characters but tab, line feed and carriage return. */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/**
 * Any text as it stands between tags and in quoted attributes of HTML and SVG. A control character becomes its
 * picture (U+2400 and following), half of a surrogate pair U+FFFD.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'\r]/g, (character) => ENTITIES[character]!)
    .replace(CONTROLS, (character) => {
      const code = character.charCodeAt(0);
      return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
    })
    .replace(/\p{Cs}/gu, "\ufffd");
}
