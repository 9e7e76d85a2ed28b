import Agency from './Agency.astro';
import Callout from './Callout.astro';
import Check from './Check.astro';
import Cite from './Cite.astro';
import Fact from './Fact.astro';
import Figure from './Figure.astro';
import Scenario from './Scenario.astro';
import Sheet from './Sheet.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Tomorrow from './Tomorrow.astro';
import Try from './Try.astro';

/** What lessons may use without importing it, and how their tables are shown. */
export const lessonComponents = {
  Agency,
  Callout,
  Check,
  Cite,
  Fact,
  Figure,
  Scenario,
  Sheet,
  Term,
  Tomorrow,
  Try,
  table: Table,
};
