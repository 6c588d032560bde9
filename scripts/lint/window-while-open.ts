/** What the rule reads of a node of the syntax tree (ESTree). */
type Node = {
  readonly type: string;
  readonly parent: Node | null;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly value?: Node | string | null;
  readonly object?: Node;
  readonly property?: Node;
  readonly properties?: readonly Node[];
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly params?: readonly Node[];
  readonly left?: Node;
  readonly id?: Node | null;
};

type Context = {
  readonly sourceCode: { getText(node: Node): string };
  report(found: { readonly node: Node; readonly message: string }): void;
};

/** Of a closed window too: its listeners, and the question whether it is closed. */
const alwaysAllowed = new Set(['isDestroyed', 'on', 'once', 'off']);

/**
 * Lint rule for main: what is done with `window` later than the function that has it is called (in a callback, after an
 * await) stands in `whileOpen`, behind `window.isDestroyed()`, or in a listener of the window's own events.
 */
const windowWhileOpen = {
  create(context: Context) {
    /** Functions that declare a `window` of their own, and whether they have awaited something since. */
    const owners = new Map<Node | null, 'at-once' | 'later'>();
    const owns = (fn: Node | null): void => void owners.set(fn, 'at-once');
    const enter = (fn: Node): void => {
      if (fn.params?.some(bindsWindow)) owns(fn);
    };

    function isSafe(node: Node): boolean {
      const fn = functionAround(node);
      if (owners.get(fn) === 'at-once') return true;
      const before = fn && context.sourceCode.getText(fn).slice(0, node.start - fn.start);
      if (before?.includes('window.isDestroyed()')) return true;
      for (let at = node.parent; at !== null && !owners.has(at); at = at.parent)
        if (at.callee?.name === 'whileOpen' || isListener(at, node)) return true;
      return false;
    }

    return {
      FunctionDeclaration: enter,
      FunctionExpression: enter,
      ArrowFunctionExpression: enter,
      VariableDeclarator(node: Node) {
        if (node.id && bindsWindow(node.id)) owns(functionAround(node));
      },
      AssignmentExpression(node: Node) {
        if (node.left?.name === 'window') owns(functionAround(node));
      },
      AwaitExpression(node: Node) {
        const fn = functionAround(node);
        if (owners.has(fn)) owners.set(fn, 'later');
      },
      MemberExpression(node: Node) {
        if (node.object?.name !== 'window' || alwaysAllowed.has(node.property?.name ?? '')) return;
        if (isSafe(node)) return;
        const message =
          'The window may be closed by now: use it in whileOpen (src/main/window/while-open.ts).';
        context.report({ node, message });
      },
    };
  },
};

/** `window.on('focus', …)`, `webContents.once(…)`: what tells of something is there. */
function isListener({ callee, arguments: given = [] }: Node, node: Node): boolean {
  const isOn = callee?.property?.name === 'on' || callee?.property?.name === 'once';
  const from = callee?.object?.property?.name ?? callee?.object?.name ?? '';
  const [event, listener] = given;
  const isInside = listener !== undefined && listener.start <= node.start && node.end <= listener.end;
  return isOn && ['window', 'webContents'].includes(from) && event?.value !== 'closed' && isInside;
}

const isFunction = ({ type }: Node): boolean =>
  ['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'].includes(type);

function functionAround(node: Node): Node | null {
  for (let at = node.parent; at !== null; at = at.parent) if (isFunction(at)) return at;
  return null;
}

/** `window`, or `{ window }` taken out of something. */
const bindsWindow = (pattern: Node): boolean =>
  pattern.name === 'window' ||
  (pattern.properties ?? []).some(({ value }) => typeof value === 'object' && value?.name === 'window');

// oxlint takes a plugin as a module's default.
// oxlint-disable-next-line import/no-default-export
export default { meta: { name: 'own' }, rules: { 'window-while-open': windowWhileOpen } };
