/** What JSON knows (RFC 8259), space included. */
const token =
  /[ \t\n\r]+|"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/uy;

type Fault = { readonly fault: 'comment' | 'trailing-comma' | 'not-json'; readonly at: number };
/** What may come next. `first`: also the end of a list or object that has nothing in it yet. */
type Awaited = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'comma' | 'end';

/** The first place where a text stops being JSON, for a person to look at; null for JSON. */
export function jsonFault(text: string): Fault | null {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let previous = '';
  let comma = 0;
  const afterValue = (): Awaited => (open.length === 0 ? 'end' : 'comma');
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined)
      return { fault: /^(?:\/[/*]|#)/.test(text.slice(at, at + 2)) ? 'comment' : 'not-json', at };
    if (/^\s/.test(found)) continue;
    const closes = found === '}' || found === ']';
    // After a colon a value is awaited too; then it is missing, and no comma is too many.
    if (closes && (awaited === 'value' || awaited === 'name') && previous === ',')
      return { fault: 'trailing-comma', at: comma };
    const next = step(found, awaited, open);
    if (next === null) return { fault: 'not-json', at };
    if (found === ',') comma = at;
    previous = found;
    awaited = next === 'done' ? afterValue() : next;
  }
  return awaited === 'end' ? null : { fault: 'not-json', at: text.length };
}

/** What is awaited after this token; `done`: a value is complete; null: it may not stand here. */
function step(found: string, awaited: Awaited, open: ('{' | '[')[]): Awaited | 'done' | null {
  const inside = open.at(-1);
  switch (found) {
    case '{':
    case '[':
      if (awaited !== 'value' && awaited !== 'first-value') return null;
      open.push(found);
      return found === '{' ? 'first-name' : 'first-value';
    case '}':
      if (inside !== '{' || (awaited !== 'comma' && awaited !== 'first-name')) return null;
      open.pop();
      return 'done';
    case ']':
      if (inside !== '[' || (awaited !== 'comma' && awaited !== 'first-value')) return null;
      open.pop();
      return 'done';
    case ':':
      return awaited === 'colon' ? 'value' : null;
    case ',':
      if (awaited !== 'comma') return null;
      return inside === '{' ? 'name' : 'value';
    default:
      if (awaited === 'value' || awaited === 'first-value') return 'done';
      return found.startsWith('"') && (awaited === 'name' || awaited === 'first-name') ? 'colon' : null;
  }
}
