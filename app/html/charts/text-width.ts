/** About the width of a text in the font of drawings, in their units; rather too much than too little. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** As much of a text as has room. */
export function clipped(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let width = widthOf("m");
  let kept = "";
  for (const character of text) {
    width += widthOf(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function widthOf(character: string): number {
  if (/[ijl.,:;|!'()[\] ]/.test(character)) return 3.7;
  if (/[mwMW@%…]/.test(character)) return 10.5;
  if (/[A-Z]/.test(character)) return 7.8;
  // Ideographs, emoji and the like.
  return character.codePointAt(0)! > 0x2e80 ? 11.5 : 6.9;
}
