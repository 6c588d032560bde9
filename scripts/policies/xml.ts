/** A piece of an XML document; `children` is either text or more pieces. */
export type Xml = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: string | readonly Xml[];
};

export const xml = (
  name: string,
  attributes: Xml['attributes'] = {},
  children: Xml['children'] = [],
): Xml => ({
  name,
  attributes,
  children,
});

/** Of a whole document, in UTF-8. */
export const writeXml = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${write(root, '')}`;

function write({ name, attributes, children }: Xml, indent: string): string {
  const opening = Object.entries(attributes).reduce(
    (text, [key, value]) => `${text} ${key}="${escape(value)}"`,
    `${indent}<${name}`,
  );
  if (typeof children === 'string') return `${opening}>${escape(children)}</${name}>\n`;
  if (children.length === 0) return `${opening} />\n`;
  const inside = children.map((child) => write(child, `${indent}  `)).join('');
  return `${opening}>\n${inside}${indent}</${name}>\n`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
