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
export type Prose = { text: string; line: number; within: Mark[]; paragraph: number };

export function idsOf(text: LessonText, name: string): string[] {
  const key = name === 'Figure' ? 'name' : 'id';
  return text.marks.flatMap((mark) => {
    const id = mark.name === name ? mark.attributes[key] : null;
    return typeof id === 'string' ? [id] : [];
  });
}
