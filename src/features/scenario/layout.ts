import { Graph, layout } from '@dagrejs/dagre';

type Size = { readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };
export type Box = Size & { readonly id: string };
/** An arrow between two boxes with a label of a given size on it. */
export type Arrow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: Size;
};
/** `x` and `y` are the middle. */
export type PlacedBox = Box & Point;
export type PlacedArrow = Arrow & { readonly middle: Point; readonly points: readonly Point[] };
export type Layout = Size & {
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
};

const GAPS = { rankdir: 'TB', nodesep: 28, edgesep: 18, ranksep: 56, marginx: 12, marginy: 12 };

/** Puts boxes in rows, from the first above to the last below, and finds room for every arrow and its label. */
export function layOut(boxes: readonly Box[], arrows: readonly Arrow[]): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...GAPS });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, from, to, label } of arrows) {
    graph.setEdge(from, to, { ...label, labelpos: 'c' }, id);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    boxes: boxes.map((box) => ({ ...box, ...pointOf(graph.node(box.id)) })),
    arrows: arrows.map((arrow) => {
      const edge = graph.edge(arrow.from, arrow.to, arrow.id);
      return { ...arrow, middle: pointOf(edge), points: (edge.points ?? []).map(pointOf) };
    }),
  };
}

function pointOf({ x, y }: { x?: number; y?: number }): Point {
  if (x === undefined || y === undefined) throw new Error('the layout left something out');
  return { x, y };
}
