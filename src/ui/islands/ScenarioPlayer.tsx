import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Blocks } from '../components/scenario/Blocks.tsx';
import { Indicators } from '../components/scenario/Indicators.tsx';
import type { PlayerView, PlayerWords } from '../components/scenario/player-view.ts';
import { decide } from './scenario-decide.ts';

type Props = {
  readonly start: PlayerView;
  readonly words: PlayerWords;
  /** The page of the run: decisions are forms sent to it. */
  readonly action: string;
  readonly debrief: string;
};

/**
 * The scene of a run with its choices. Rendered on the server it is a plain form that works by itself; in the browser it
 * sends the decision without a new page, moves focus to the new situation and announces it. Whatever goes wrong there, the
 * form is sent the plain way.
 */
export function ScenarioPlayer({ start, words, action, debrief }: Props) {
  const [view, setView] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(start);

  useEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    heading.current?.focus();
  }, [view]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    const form = event.currentTarget;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (chosen !== null) return;
    setChosen(submitter.value);
    const reply = await decide(form, submitter);
    if (reply === null) return;
    setChosen(null);
    setProblem(reply.problem);
    setView(reply.view);
  }

  const spoken = view === start ? '' : view.announcement;
  return (
    <div className="player">
      <div className="player-scene">
        <Changes view={view} words={words} />
        <h2 className="scene-heading" tabIndex={-1} ref={heading}>
          {view.heading}
        </h2>
        <Blocks blocks={view.blocks} />
        {problem !== null && (
          <p className="notice caution" role="alert">
            {problem}
          </p>
        )}
        {view.over ? (
          <p className="player-over">
            <strong>{words.over}</strong>
            <a className="button" href={debrief}>
              {words.toDebrief}
            </a>
          </p>
        ) : (
          <form method="post" action={action} onSubmit={submit}>
            <Choices view={view} question={words.question} chosen={chosen} />
          </form>
        )}
        <p className="visually-hidden" role="status">
          {chosen === null ? spoken : words.sending}
        </p>
      </div>
      <Indicators title={words.indicators} indicators={view.indicators} />
    </div>
  );
}

type ChoicesProps = {
  readonly view: PlayerView;
  readonly question: string;
  readonly chosen: string | null;
};

/** The choices as equals; each is a button that sends the form. */
function Choices({ view, question, chosen }: ChoicesProps) {
  return (
    <fieldset className="options" aria-busy={chosen !== null}>
      <legend>{question}</legend>
      <input type="hidden" name="eventId" value={view.eventId} />
      <input type="hidden" name="seq" value={view.seq} />
      {view.options.map(({ token, label }) => (
        <button
          type="submit"
          key={token}
          className={chosen === token ? 'option taken' : 'option'}
          name="token"
          value={token}
          aria-disabled={chosen !== null}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** The clock, what was decided, and what the world did meanwhile. */
function Changes({ view, words }: { readonly view: PlayerView; readonly words: PlayerWords }) {
  return (
    <>
      <p className="clock">
        <span className="clock-label">{words.clock}</span>{' '}
        <span className="clock-time number">{view.clock}</span>
        {view.passed !== null && <span className="clock-passed">{view.passed}</span>}
      </p>
      {view.chosen !== null && <p className="decided">{view.chosen}</p>}
      {view.events.length > 0 && (
        <section className="meanwhile">
          <h2>{words.meanwhile}</h2>
          {view.events.map(({ at, heading, blocks }) => (
            <div className="event" key={`${at} ${heading}`}>
              <h3>
                <span className="number">{at}</span> {heading}
              </h3>
              <Blocks blocks={blocks} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}
