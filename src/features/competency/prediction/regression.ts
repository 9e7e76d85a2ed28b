/** Rows of `width` numbers one after another. */
export type Table = { readonly width: number; readonly cells: Float32Array };

export type Fitting = {
  /** Which rows to learn from. */
  readonly rows: Int32Array;
  readonly start: readonly number[];
  readonly penalty: number;
};

/** Iterations of Newton's method; it settles in about six. */
const STEPS = 12;
const SETTLED = 1e-5;

/**
 * Logistic regression by Newton's method, drawn towards `start`: weight a costs penalty · (wₐ − startₐ)² / 2. With few rows
 * the answer is therefore nearly `start`.
 */
export function fitLogistic(
  table: Table,
  outcomes: Uint8Array,
  { rows, start, penalty }: Fitting,
): Float64Array {
  const weights = Float64Array.from(start);
  for (let step = 0; step < STEPS; step += 1) {
    const { gradient, curvature } = slopes(table, outcomes, { rows, weights });
    for (const [at, weight] of weights.entries()) {
      gradient[at] = (gradient[at] ?? 0) - penalty * (weight - (start[at] ?? 0));
      const diagonal = at * table.width + at;
      curvature[diagonal] = (curvature[diagonal] ?? 0) + penalty;
    }
    const move = solve(curvature, gradient);
    for (const [at, by] of move.entries()) weights[at] = (weights[at] ?? 0) + by;
    if (move.every((by) => Math.abs(by) < SETTLED)) break;
  }
  return weights;
}

export function probability({ width, cells }: Table, row: number, weights: Float64Array): number {
  let sum = 0;
  const from = row * width;
  for (let at = 0; at < width; at += 1) sum += (weights[at] ?? 0) * (cells[from + at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function slopes(
  table: Table,
  outcomes: Uint8Array,
  { rows, weights }: { readonly rows: Int32Array; readonly weights: Float64Array },
): { gradient: Float64Array; curvature: Float64Array } {
  const { width, cells } = table;
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (const row of rows) {
    const chance = probability(table, row, weights);
    const values = cells.subarray(row * width, (row + 1) * width);
    addScaled(gradient, values, { by: (outcomes[row] ?? 0) - chance, from: 0 });
    const spread = chance * (1 - chance);
    for (let at = 0; at < width; at += 1) {
      addScaled(curvature, values, { by: spread * (values[at] ?? 0), from: at * width });
    }
  }
  return { gradient, curvature };
}

function addScaled(
  sums: Float64Array,
  values: Float32Array,
  { by, from }: { readonly by: number; readonly from: number },
): void {
  if (by === 0) return;
  for (let at = 0; at < values.length; at += 1) {
    sums[from + at] = (sums[from + at] ?? 0) + by * (values[at] ?? 0);
  }
}

/** Solves A x = b for a symmetric positive A: Cholesky's decomposition A = L Lᵀ, then down L and up Lᵀ. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const lower = decompose(matrix, right.length);
  const upper = lower.map((_, row) => Float64Array.from(lower, (other) => other[row] ?? 0));
  const x = right.slice();
  const eliminate = (row: number, factors: Float64Array, from: number, to: number) => {
    x[row] = ((x[row] ?? 0) - dot(factors, x, from, to)) / (factors[row] ?? 1);
  };
  for (const [row, factors] of lower.entries()) eliminate(row, factors, 0, row);
  for (const [row, factors] of [...upper.entries()].reverse()) {
    eliminate(row, factors, row + 1, x.length);
  }
  return x;
}

/** The rows of L. */
function decompose(matrix: Float64Array, size: number): Float64Array[] {
  const lower: Float64Array[] = [];
  for (let row = 0; row < size; row += 1) {
    const own = new Float64Array(size);
    for (const [column, other] of lower.entries()) {
      const left = (matrix[row * size + column] ?? 0) - dot(own, other, 0, column);
      own[column] = left / (other[column] ?? 1);
    }
    const left = (matrix[row * size + row] ?? 0) - dot(own, own, 0, row);
    own[row] = Math.sqrt(Math.max(1e-12, left));
    lower.push(own);
  }
  return lower;
}

function dot(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
