import { type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Blocks } from '../components/scenario/Blocks.tsx';
import { Indicators } from '../components/scenario/Indicators.tsx';
import type { PlayerView, PlayerWords } from '../components/scenario/player-view.ts';
import { Awaited, Changes, Knowing, WaitingRoom } from './Meanwhile.tsx';
import { PaceClock } from './PaceClock.tsx';
import { decide } from './scenario-decide.ts';
import { useWatch } from './scenario-watch.ts';

type Props = {
  readonly start: PlayerView;
  readonly words: PlayerWords;
  /** The page of the run: decisions are forms sent to it. */
  readonly action: string;
  readonly debrief: string;
};
/** A situation and when it came, in milliseconds since the page was asked for. */
type Shown = { readonly view: PlayerView; readonly saidAt: number };

/**
 * The scene of a run with its choices, or what one sees while another seat decides. Rendered on the server it is plain
 * forms and links that work by themselves; in the browser it sends the decision without a new page, looks where the run
 * stands while it waits, moves focus to the new situation and announces it. Whatever goes wrong there, the form is sent
 * the plain way.
 */
export function ScenarioPlayer({ start, words, action, debrief }: Props) {
  const [{ view, saidAt }, setShown] = useState<Shown>({ view: start, saidAt: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef(start);

  const show = useCallback((next: PlayerView, wrong: string | null = null) => {
    setShown({ view: next, saidAt: performance.now() });
    setProblem(wrong);
  }, []);
  useWatch(view, action, show);

  useEffect(() => {
    if (focused.current === view) return;
    focused.current = view;
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
    show(reply.view, reply.problem);
  }

  const isFresh = view === start;
  return (
    <div className="player">
      <Knowing view={view} />
      <div className={isFresh ? 'player-scene' : 'player-scene arriving'} key={keyOf(view)}>
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
        {view.over && <Over words={words} debrief={debrief} />}
        {view.options.length > 0 && (
          <form method="post" action={action} onSubmit={submit}>
            {view.pace !== null && <PaceClock pace={view.pace} words={words} saidAt={saidAt} />}
            <Choices view={view} question={words.question} chosen={chosen} />
          </form>
        )}
        <WaitingRoom view={view} words={words} action={action} />
        <Awaited view={view} words={words} action={action} />
      </div>
      <Indicators title={words.indicators} indicators={view.indicators} />
      <p className="visually-hidden" role="status">
        {chosen === null ? (isFresh ? '' : view.announcement) : words.sending}
      </p>
    </div>
  );
}

/** The same while one looks at the same situation, so that nothing moves. */
function keyOf({ seq, waiting }: PlayerView): string {
  return `${seq} ${waiting === null}`;
}

function Over({ words, debrief }: Pick<Props, 'words' | 'debrief'>) {
  return (
    <p className="player-over">
      <strong>{words.over}</strong>
      <a className="button" href={debrief}>
        {words.toDebrief}
      </a>
    </p>
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
