import type { IndicatorWords } from './player-view.ts';

type Props = { readonly title: string; readonly indicators: readonly IndicatorWords[] };

/** How things stand: each value as a word, a number and a small bar with a mark where it stood before. */
export function Indicators({ title, indicators }: Props) {
  return (
    <section className="indicators" aria-labelledby="indicators-title">
      <h2 id="indicators-title">{title}</h2>
      <dl>
        {indicators.map((indicator) => (
          <Indicator key={indicator.label} {...indicator} />
        ))}
      </dl>
    </section>
  );
}

function Indicator({ label, about, value, before, min, max, said, change }: IndicatorWords) {
  const share = (of: number) => (100 * (of - min)) / (max - min);
  return (
    <div className="indicator">
      <dt>{label}</dt>
      <dd>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="track" x="0" y="3" width="100" height="4" />
          <rect className="fill" x="0" y="3" width={share(value)} height="4" />
          {change !== null && (
            <rect className="before" x={share(before) - 0.5} y="0" width="1" height="10" />
          )}
        </svg>
        <span className="number">{said}</span>
        {change !== null && <span className="change">{change}</span>}
        <span className="about">{about}</span>
      </dd>
    </div>
  );
}
