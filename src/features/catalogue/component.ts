/** The components a lesson may use, and how. Everything else in angle brackets is a mistake. */
export type ComponentRule = {
  required: readonly string[];
  optional: readonly string[];
  /** `inside`: must hold words; `none`: stands for itself. */
  content: 'inside' | 'none';
  /** `block`: alone between blank lines; `sentence`: within a sentence. */
  place: 'block' | 'sentence';
};

export const CALLOUT_KINDS = ['note', 'example', 'law', 'caution'] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

const rule = (
  place: ComponentRule['place'],
  content: ComponentRule['content'],
  required: readonly string[],
  optional: readonly string[] = [],
): ComponentRule => ({ place, content, required, optional });

export const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  Callout: rule('block', 'inside', ['kind'], ['title']),
  Term: rule('sentence', 'inside', ['id']),
  Fact: rule('sentence', 'inside', ['id']),
  Cite: rule('sentence', 'none', ['id']),
  Agency: rule('sentence', 'none', ['id'], ['was']),
  Figure: rule('block', 'none', ['name']),
  Check: rule('block', 'none', ['id']),
  Sheet: rule('block', 'none', ['id']),
  Try: rule('block', 'inside', ['title']),
  Tomorrow: rule('block', 'inside', []),
  Scenario: rule('block', 'none', ['id']),
};

/** HTML that carries meaning no component or Markdown has. */
export const HTML_ELEMENTS: readonly string[] = ['br', 'sub', 'sup', 'kbd', 'abbr', 'ruby', 'rt'];
