/** A lesson file in one language as the checks see it: what stands where. Lines count from 1. */
export type LessonText = {
  file: string;
  marks: Mark[];
  headings: Heading[];
  prose: Prose[];
  /** Lines of tables with a column that has no heading. */
  unnamedColumns: number[];
  /** Curly braces and import lines: programming, which lessons do without. */
  code: { line: number; text: string }[];
};

export type Heading = { depth: number; text: string; line: number };

/** A component or HTML element. */
export type Mark = {
  name: string;
  /** `null` when the value is computed in curly braces. */
  attributes: Record<string, string | null>;
  line: number;
  /** Stands alone between blank lines, not inside a sentence. */
  block: boolean;
  hasContent: boolean;
  /** The components around it, outermost first. */
  within: Mark[];
  /** Marks and prose with the same number stand in the same paragraph or table. */
  paragraph: number;
  /** How many `##` headings stand before it. */
  section: number;
};

/** A run of words without markup. */
export type Prose = {
  text: string;
  line: number;
  within: Mark[];
  paragraph: number;
  /** Sentences stand in paragraphs; headings and tables hold other words. */
  kind: 'paragraph' | 'heading' | 'table';
  /** The office whose name is shown here, by `<Agency>`; the text is then empty. */
  agency?: string;
};

export function idsOf(text: LessonText, name: string): string[] {
  const key = name === 'Figure' ? 'name' : 'id';
  return text.marks.flatMap((mark) => {
    const id = mark.name === name ? mark.attributes[key] : null;
    return typeof id === 'string' ? [id] : [];
  });
}

export type TextSection = { heading: string; text: string };

/**
 * The words under each heading, paragraphs apart; what stands before the first heading has an empty one. `nameOf` tells the
 * name of an office in the language of the text.
 */
export function sectionsOf(
  { headings, prose }: LessonText,
  nameOf: (agency: string) => string,
): TextSection[] {
  const titles = new Set(headings.map(({ line }) => line));
  const body = prose.filter(({ line }) => !titles.has(line));
  const starts = [{ line: 0, text: '' }, ...headings];
  const sections = starts.map(({ line, text: heading }, index) => {
    const end = starts[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const inside = body.filter((run) => run.line >= line && run.line < end);
    const paragraphs = Map.groupBy(inside, ({ paragraph }) => paragraph).values();
    const said = [...paragraphs].map((runs) =>
      runs.map(({ text, agency }) => (agency === undefined ? text : nameOf(agency))).join(''),
    );
    return { heading, text: said.join(' ') };
  });
  return sections.filter(({ text }) => text.trim() !== '');
}
