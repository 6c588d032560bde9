import { parse, type Container, type Declaration, type Rule } from 'postcss';

/** What the pages name: texts of our own sources, in which class names, `data-fr-` attributes and `var(--…)` are looked for. */
export type Used = { readonly classes: ReadonlySet<string>; readonly text: string };

export const usedIn = (text: string): Used => ({
  classes: new Set(text.match(/\bfr-[a-z0-9_-]+/gi)),
  text,
});

/** Marianne's weights that we write with; the State's design system has ten faces. */
const weights = new Set(['400', '500', '700']);

/** Leaves out of the design system's style sheet whatever no page of ours can ever show. */
export function trimCss(css: string, used: Used): string {
  const root = parse(css);
  root.walkComments((comment) => void comment.remove());
  root.walkAtRules('charset', (rule) => void rule.remove());
  root.walkAtRules('font-face', (face) => {
    const value = (name: string): string => {
      const found = face.nodes?.find(
        (node): node is Declaration => node.type === 'decl' && node.prop === name,
      );
      return found?.value ?? '';
    };
    const ours =
      value('font-family') === 'Marianne' &&
      value('font-style') === 'normal' &&
      weights.has(value('font-weight'));
    if (!ours) {
      face.remove();
      return;
    }
    // Every browser that this is built for reads the smaller format.
    face.walkDecls('src', (src) => void (src.value = src.value.split(', ')[0] ?? src.value));
    // The fonts lie beside the page: waiting for them takes no time, and another font first would make the page jump.
    face.walkDecls('font-display', (display) => void (display.value = 'block'));
  });
  root.walkRules((rule) => keepUsedSelectors(rule, used));
  dropUnusedProperties(root, used.text);
  dropEmpty(root);
  return root.toString();
}

function keepUsedSelectors(rule: Rule, used: Used): void {
  const kept = rule.selectors.filter((selector) => canMatch(selector, used));
  if (kept.length === 0) rule.remove();
  else if (kept.length < rule.selectors.length) rule.selectors = kept;
}

/** Whether something on our pages may match: each of its classes and attributes is named somewhere. */
function canMatch(selector: string, { classes, text }: Used): boolean {
  // What must not match needs no name of ours.
  const wanted = selector.replaceAll(/:not\([^)]*\)/g, '');
  const named = [...wanted.matchAll(/\.(fr-[\w-]+)/g)].every(([, name = '']) => classes.has(name));
  const begun = [...wanted.matchAll(/\[class[*^]=["']?\s*(fr-[\w-]+)/g)].every(([, start = '']) =>
    [...classes].some((name) => name.startsWith(start)),
  );
  const switched = [...wanted.matchAll(/\[(data-fr-[\w-]+)/g)].every(
    ([, attribute = '']) => attribute === 'data-fr-theme' || text.includes(attribute),
  );
  return named && begun && switched;
}

/** A property counts as used when a page or a used rule reads it, or another used property does. */
function dropUnusedProperties(root: Container, pages: string): void {
  const definitions = new Map<string, Declaration[]>();
  const used = new Set<string>();
  const toRead: string[] = [pages];
  root.walkDecls((declaration) => {
    if (!declaration.prop.startsWith('--')) toRead.push(declaration.value);
    else definitions.set(declaration.prop, [...(definitions.get(declaration.prop) ?? []), declaration]);
  });
  for (let text = toRead.pop(); text !== undefined; text = toRead.pop()) {
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      toRead.push(...(definitions.get(name) ?? []).map(({ value }) => value));
    }
  }
  for (const [name, declarations] of definitions) {
    if (!used.has(name)) declarations.forEach((declaration) => declaration.remove());
  }
}

function dropEmpty(container: Container): void {
  container.each((node) => {
    if (!('nodes' in node) || !node.nodes) return;
    dropEmpty(node);
    if (node.nodes.length === 0) node.remove();
  });
}
