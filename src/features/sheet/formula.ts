import {
  addDependencies,
  create,
  divideDependencies,
  type FactoryFunctionMap,
  type MathNode,
  maxDependencies,
  minDependencies,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  subtractDependencies,
  unaryMinusDependencies,
} from 'mathjs/number';

/** Only what a sheet may compute with: nothing else the library can do is there to be called. */
const math = create(
  {
    ...{ parseDependencies, addDependencies, subtractDependencies, multiplyDependencies },
    ...{ divideDependencies, powDependencies, unaryMinusDependencies },
    ...{ minDependencies, maxDependencies },
  } as FactoryFunctionMap, // Declared as perhaps missing, and always there.
  {},
);

const OPERATORS: readonly string[] = ['add', 'subtract', 'multiply', 'divide', 'pow', 'unaryMinus'];
const FUNCTIONS: readonly string[] = ['min', 'max'];
/** Ids have hyphens, which a formula would read as a minus: `first-year` is an id, `first - year` a difference. */
const HYPHENATED = /[a-z][a-z0-9]*(?:-[a-z0-9]+)+/g;

const symbolOf = (id: string) => id.replaceAll('-', '_');
const idOf = (symbol: string) => symbol.replaceAll('_', '-');

export type Fault =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'forbidden'; readonly what: string }
  | { readonly kind: 'unknown'; readonly id: string };

/** What is wrong with a formula, given the ids it may use. Empty when it can be computed. */
export function faultsIn(formula: string, known: ReadonlySet<string>): Fault[] {
  const tree = treeOf(formula);
  if ('reason' in tree) return [{ kind: 'unreadable', reason: tree.reason }];
  const faults: Fault[] = [];
  tree.node.traverse((node, _path, parent) => {
    const fault = faultOf(node, parent, known);
    if (fault !== null) faults.push(fault);
  });
  return faults;
}

/**
 * The value of a formula that has no faults; null when a number it needs is missing, or when there is no finite value, as
 * after a division by zero.
 */
export function evaluate(formula: string, numbers: ReadonlyMap<string, number>): number | null {
  const tree = treeOf(formula);
  if ('reason' in tree) return null;
  const scope = new Map([...numbers].map(([id, number]) => [symbolOf(id), number]));
  if (symbolsIn(tree.node).some((symbol) => !scope.has(symbol))) return null;
  const value: unknown = tree.node.compile().evaluate(scope);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function treeOf(formula: string): { node: MathNode } | { reason: string } {
  try {
    return { node: math.parse(formula.replace(HYPHENATED, symbolOf)) };
  } catch (error) {
    if (error instanceof Error) return { reason: error.message };
    throw error;
  }
}

function symbolsIn(tree: MathNode): string[] {
  const symbols: string[] = [];
  tree.traverse((node, path) => {
    if (isSymbol(node) && path !== 'fn') symbols.push(node.name);
  });
  return symbols;
}

function faultOf(node: MathNode, parent: MathNode, known: ReadonlySet<string>): Fault | null {
  if (isSymbol(node)) {
    const isFunctionName = parent !== null && 'fn' in parent && parent.fn === node;
    if (isFunctionName || known.has(idOf(node.name))) return null;
    return { kind: 'unknown', id: idOf(node.name) };
  }
  return isAllowed(node) ? null : { kind: 'forbidden', what: node.toString() };
}

// The nodes of a formula are classes of the library; what is read of them here is described in its documentation.
type Part = MathNode & {
  fn?: unknown;
  name?: string;
  value?: unknown;
  implicit?: boolean;
};

function isSymbol(node: MathNode): node is MathNode & { name: string } {
  return node.type === 'SymbolNode';
}

function isAllowed(node: Part): boolean {
  switch (node.type) {
    case 'ParenthesisNode':
      return true;
    case 'ConstantNode':
      return typeof node.value === 'number';
    case 'OperatorNode':
      return node.implicit !== true && OPERATORS.includes(String(node.fn));
    case 'FunctionNode':
      return FUNCTIONS.includes(String(node.fn));
    default:
      return false;
  }
}
