/** What is searched for, by what it is called where it turns up. */
export type Canaries = Readonly<Record<string, string>>;

/** So many letters of a secret that stand together are no chance. */
const pieceLength = 12;

/**
 * A search for canaries whole or in part, as they are and in each form that programs give to what they write: percent
 * signs, JSON's escapes, base64 wherever it begins. Capitals and small letters are the same, as host names are.
 */
export function createSearch(canaries: Canaries): (text: string) => readonly string[] {
  const byLength = new Map<number, Map<string, string>>();
  for (const [name, value] of Object.entries(canaries))
    for (const form of formsOf(value).map((each) => each.toLowerCase())) {
      const length = Math.min(pieceLength, form.length);
      const pieces = byLength.get(length) ?? new Map<string, string>();
      byLength.set(length, pieces);
      for (let at = 0; at + length <= form.length; at += 1) pieces.set(form.slice(at, at + length), name);
    }
  return (text) => {
    const found = new Set<string>();
    const lower = text.toLowerCase();
    for (const [length, pieces] of byLength)
      for (let at = 0; at + length <= lower.length; at += 1) {
        const name = pieces.get(lower.slice(at, at + length));
        if (name !== undefined) found.add(name);
      }
    return [...found];
  };
}

function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const inJson = value.replaceAll(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // What stands before it shifts base64 by none, one or two bytes; letters that hold bits of both are left away.
  const inBase64 = [0, 1, 2].flatMap((before) => {
    const letters = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const own = letters.slice(
      before === 0 ? 0 : before + 1,
      (before + bytes.length) % 3 === 0 ? undefined : -1,
    );
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const latin1 = bytes.toString('latin1');
  const all = [value, latin1, encodeURIComponent(value), inJson, bytes.toString('hex'), ...inBase64];
  return [...new Set(all)];
}
